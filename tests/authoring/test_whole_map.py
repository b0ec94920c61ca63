"""Edits that reach through all files: another id, another size, both halves of a map."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.authoring import ground, rivers, roads
from game.authoring.new_package import new_package
from game.authoring.renaming import rename, uses
from game.authoring.resizing import resize
from game.authoring.searching import search
from game.authoring.symmetry import Symmetry, mirrored, partner
from game.authoring.workbench import Workbench
from game.authoring.yaml_text import CannotEdit
from game.engine.board import River
from game.hexes import grid


@pytest.fixture
def small(tmp_path: Path) -> Workbench:
    return Workbench(new_package(tmp_path / "small", size=(8, 7)).folder)


@pytest.mark.parametrize(
    ("what", "old"),
    [
        ("unit", "tig_1"), ("unit", "i_city_4"), ("side", "isil"), ("formation", "tig"),
        ("place", "hatla"), ("box", "palmyra"), ("leader", "zahreddine"), ("source", "S050"),
    ],
)  # fmt: skip
def test_a_thing_renamed_is_renamed_everywhere(bench: Workbench, what: str, old: str) -> None:
    texts = bench.texts
    named = len(uses(bench, what, old))
    assert named
    assert bench.edit(rename(what, old, "a.new_name"))
    assert not bench.problems, str(bench.problems)
    assert not uses(bench, what, old)
    assert len(uses(bench, what, "a.new_name")) == named
    for kind, text in bench.texts.items():
        assert text.count("\n") == texts[kind].count("\n"), "lines changed, none came or went"
    bench.undo()
    assert bench.texts == texts


def test_names_that_cannot_be_given(bench: Workbench) -> None:
    with pytest.raises(CannotEdit, match="already"):
        bench.edit(rename("unit", "tig_1", "tig_2"))
    with pytest.raises(CannotEdit, match="is no id"):
        bench.edit(rename("unit", "tig_1", "a b"))
    with pytest.raises(CannotEdit, match="there is no unit"):
        bench.edit(rename("unit", "nobody", "x"))


@pytest.mark.parametrize("north", [2, 3])
def test_a_map_grown_on_all_sides_is_the_same_map(bench: Workbench, north: int) -> None:
    odd = north % 2  # what was set in moves a column on, and the map is a column wider
    before = bench.scenario
    assert before is not None
    texts = bench.texts
    bench.edit(resize(west=3, north=north, east=1, south=4))
    after = bench.scenario
    assert not bench.problems, str(bench.problems)
    assert after is not None
    assert (after.board.grid.width, after.board.grid.height) == (62 + odd, 58 + north)

    def moved(hex_: int) -> int:
        col, row = before.board.grid.col_row(hex_)
        return after.board.grid.index(col + 3 + odd * (row % 2), row + north)

    for here in range(before.board.grid.size):
        there = moved(here)
        assert before.board.terrain[here] == after.board.terrain[there]
        assert before.board.population[here] == after.board.population[there]
        for direction in range(6):
            if before.board.grid.adjacent[6 * here + direction] >= 0:
                one, other = 6 * here + direction, 6 * there + direction
                assert before.board.rivers[one] == after.board.rivers[other]
                assert before.board.roads[one] == after.board.roads[other]
    for old, new in zip(before.oob.units, after.oob.units, strict=True):
        assert old.hex < 0 or moved(old.hex) == new.hex
    data = {kind: bench.data(kind) for kind in texts}
    bench.edit(resize(west=-3 - odd, north=-north, east=-1 - odd, south=-4))
    assert not bench.problems
    bench.undo()
    assert {kind: bench.data(kind) for kind in texts} == data
    bench.undo()
    assert bench.texts == texts


def test_what_stands_on_a_hex_is_not_cut_off(small: Workbench) -> None:
    with pytest.raises(CannotEdit, match=r"entries\[0\]\.hex \(0_3\), units\[0\]\.at \(1_3\)"):
        small.edit(resize(west=-2))
    with pytest.raises(CannotEdit, match="wide and high"):
        small.edit(resize(south=-7))
    assert not small.dirty
    assert small.edit(resize(north=-2, south=-3))
    assert not small.problems
    assert small.get("map", ("height",)) == 2
    assert small.get("forces", ("units", "w_1", "at")) == "1_1"


def test_symmetry_keeps_neighbours() -> None:
    for width, height in ((7, 5), (6, 4), (8, 7), (5, 6)):
        board = grid(width, height)
        for symmetry in Symmetry:
            for here in range(board.size):
                other = partner(board, here, symmetry)
                if other is None:
                    continue
                assert partner(board, other, symmetry) == here
                for near in board.adjacent[6 * here : 6 * here + 6]:
                    image = partner(board, near, symmetry) if near >= 0 else None
                    if image is not None:
                        assert board.distance(other, image) == 1, (symmetry, here, near)
    assert mirrored(grid(5, 1), [0, 2], Symmetry.LEFT_RIGHT) == (0, 4, 2)


def test_rivers_by_hexside(small: Workbench) -> None:
    board = grid(8, 7)
    side = (board.parse("3_3"), board.parse("4_3"))

    def river() -> int:
        assert small.sketch is not None
        return small.sketch.board.rivers[6 * side[0] + board.direction(*side)]

    texts = small.texts
    small.edit(rivers.paint([side], "channel"))
    assert river() == River.CHANNEL
    small.edit(rivers.paint([side], "main"))
    assert river() == River.MAIN
    assert small.get("map", ("hexsides",)) == [{"river": "main", "sides": "3_3|4_3"}]
    small.edit(rivers.paint([side[::-1]], "none"))
    assert river() == River.NONE
    assert small.texts == texts
    assert small.edit(ground.paint("landmass", [i for i in range(56) if i % 8 > 3], "east"))
    assert river() == River.MAIN
    assert not small.edit(rivers.paint([side], "main")), "the landmasses say so already"
    small.edit(rivers.paint([side], "none"))
    assert river() == River.NONE
    assert not small.problems
    with pytest.raises(CannotEdit, match="not neighbours"):
        small.edit(rivers.paint([(0, 5)], "main"))


def test_roads_are_drawn_and_cut(small: Workbench) -> None:
    board = grid(8, 7)
    track = {"kind": "track", "name": {"en": "Track"}}
    small.edit(roads.draw(track, [board.parse(hex_) for hex_ in ("0_0", "1_0", "1_1")]))
    assert small.get("map", ("roads", "road_1", "hexes")) == "0_0 1_0 1_1"
    small.edit(roads.draw_on("road_1", [board.parse(hex_) for hex_ in ("1_1", "2_2", "3_2")]))
    small.edit(roads.draw_on("road_1", [board.parse(hex_) for hex_ in ("0_0", "0_1")]))
    assert small.get("map", ("roads", "road_1", "hexes")) == "0_1 0_0 1_0 1_1 2_2 3_2"
    small.edit(roads.erase([board.parse("1_0")]))
    assert small.get("map", ("roads", "road_1", "hexes")) == "0_1 0_0"
    assert small.get("map", ("roads", "road_2", "hexes")) == "1_1 2_2 3_2"
    assert not small.problems
    with pytest.raises(CannotEdit, match="is no end"):
        small.edit(roads.draw_on("road_2", [0, 1]))
    with pytest.raises(CannotEdit, match="not neighbours"):
        small.edit(roads.draw(track, [0, 2]))


def test_filling_stops_at_other_ground(small: Workbench) -> None:
    column = [i for i in range(56) if i % 8 == 3]
    small.edit(ground.paint("terrain", column, "hills"))
    small.edit(ground.fill("terrain", 0, "farmland"))
    rows = [line.split() for line in small.get("map", ("terrain", "rows")).splitlines()]
    assert rows[0] == ["f", "f", "f", "h", "d", "d", "d", "d"]
    assert rows[3] == ["f", "f", "f", "h", "v", "d", "d", "d"]


def test_searching_in_both_languages(bench: Workbench) -> None:
    assert search(bench, "tig_1")[0].path == ("units", "tig_1")
    assert any(hit.id == "tig" and hit.what == "formation" for hit in search(bench, "tiger"))
    assert any(hit.id == "tig" for hit in search(bench, "قوات النمر"))
    assert any(hit.id == "mayadin" for hit in search(bench, "الميادين")) or search(bench, "ميادين")
    assert search(bench, "HATLA")
    assert search(bench, "   ") == []
    assert search(bench, "nothing is called so") == []
