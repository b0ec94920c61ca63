"""The map on the screen: it builds what is seen, rests when there is nothing to do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pygame
import pytest

from game.engine.board import Place, Water
from game.engine.scenario import Scenario
from game.engine.state import GameState
from game.ui.map.palette import ZOOMS
from game.ui.map.sheet import Sheet
from game.ui.map.view import MapView

MakeView = Callable[..., MapView]


def shown(view: MapView) -> pygame.Surface:
    surface = pygame.Surface((view.rect.right + 20, view.rect.bottom + 10), 0, 32)
    view.draw(surface)
    return surface


class Built:
    """Counts the chunks that workers build."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.count = 0
        compose = Sheet.compose

        def counted(*layers: object, **more: object) -> pygame.Surface:
            self.count += 1
            return compose(*layers, **more)  # type: ignore[arg-type]

        monkeypatch.setattr(Sheet, "compose", counted)


@pytest.fixture
def built(monkeypatch: pytest.MonkeyPatch) -> Built:
    return Built(monkeypatch)


@pytest.fixture
def view(make_view: MakeView, tiny: Scenario, tiny_state: GameState) -> MapView:
    view = make_view(tiny)
    view.show(tiny_state)
    assert view.wait(20_000)
    return view


def test_hexes_and_points_agree(view: MapView) -> None:
    for step in range(len(ZOOMS)):
        view.set_zoom(step)
        for i in range(view.scenario.board.grid.size):
            pos = view.to_screen(i)
            if view.rect.collidepoint(pos):
                assert view.hex_at(pos) == i
    assert view.hex_at((view.rect.left - 5, view.rect.top + 5)) == -1


def test_it_draws_inside_its_rectangle_only(view: MapView) -> None:
    surface = pygame.Surface((700, 500), 0, 32)
    surface.fill((1, 2, 3))
    view.draw(surface)
    for pos in ((5, 5), (10, 200), (650, 200), (300, 430)):
        assert surface.get_at(pos)[:3] == (1, 2, 3)
    assert surface.get_at(view.rect.center)[:3] != (1, 2, 3)


def test_it_rests_when_nothing_changes(view: MapView, tiny_state: GameState, built: Built) -> None:
    built.count = 0
    for _ in range(20):
        view.show(tiny_state)
        assert not view.update(16)
    assert built.count == 0


def test_a_change_of_control_rebuilds_only_what_is_near(
    make_view: MakeView,
    wide: Scenario,
    tiny_state: GameState,
    built: Built,
) -> None:
    control = bytearray(wide.board.start_control)
    start = replace(
        tiny_state,
        scenario=wide,
        units=(),
        control=bytes(control),
        crossings=(),
        leaders=(),
        rubble=bytes(len(control)),
    )
    view = make_view(wide, (1000, 700))
    view.set_zoom(3)
    view.centre_on(wide.board.grid.index(35, 42))
    view.show(start)
    assert view.wait(60_000)
    first, built.count = built.count, 0
    border = next(i for i in range(42 * 80, 43 * 80) if control[i] == 1)
    control[border] = 0
    view.show(replace(start, control=bytes(control)))
    assert view.wait(60_000)
    assert 1 <= built.count <= 4
    assert built.count < first
    wrecked = bytes(2 if n == border else 0 for n in range(len(control)))
    built.count = 0
    view.show(replace(start, control=bytes(control), rubble=wrecked))
    assert view.wait(60_000)
    assert 1 <= built.count <= 4


def test_what_is_missing_is_made_up_from_the_glance(
    make_view: MakeView, tiny: Scenario, tiny_state: GameState
) -> None:
    view = make_view(tiny)
    view.show(tiny_state)
    view.draw(pygame.Surface((700, 500), 0, 32))  # nothing is there yet, and nothing breaks
    assert view.wait(20_000)
    view.set_zoom(5)
    view.update(0)
    surface = shown(view)
    assert surface.get_at(view.rect.center)[:3] != view.palette.desert


def test_layers_can_be_left_out(view: MapView, built: Built) -> None:
    with_all = pygame.surfarray.array3d(shown(view))
    built.count = 0
    view.layers = {"grid"}
    assert view.update(0)
    assert view.wait(20_000)
    assert built.count
    without = pygame.surfarray.array3d(shown(view))
    assert (with_all != without).any()


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_names_do_not_overlap(
    make_view: MakeView, tiny: Scenario, tiny_state: GameState, lang: str
) -> None:
    grid = tiny.board.grid
    kinds = ("town", "village", "hill", "base", "landmark", "city_district")
    places = tuple(
        Place(f"p{i}", f"Somewhere {i}", "مكان ما", kinds[i % 6], (i,), i)
        for i in range(0, grid.size, 2)
    )
    crowded = replace(tiny, board=replace(tiny.board, places=places))
    view = make_view(crowded, lang=lang)
    view.show(replace(tiny_state, scenario=crowded))
    for step in range(len(ZOOMS)):
        view.set_zoom(step)
        assert view.wait(20_000)
        rects = [
            pygame.Rect(glyph.x, glyph.y, *glyph.image.get_size())
            for glyph in view._labels.glyphs(step)
        ]
        assert len(rects) >= 2
        for n, rect in enumerate(rects):
            assert rect.collidelist(rects[n + 1 :]) == -1
            assert view.sheet.bounds(ZOOMS[step]).contains(rect)


def test_a_named_river_is_lettered_in_the_water(
    make_view: MakeView, tiny: Scenario, tiny_state: GameState
) -> None:
    river = Water("Blue River", "النهر", (4,))
    named = replace(tiny, board=replace(tiny.board, waters=(river,)))
    glyphs = []
    for scenario in (tiny, named):
        view = make_view(scenario)
        view.show(replace(tiny_state, scenario=scenario))
        view.set_zoom(4)
        assert view.wait(20_000)
        glyphs.append(len(view._labels.glyphs(4)))
    assert glyphs[1] > glyphs[0] + 5


def test_what_fails_on_the_worker_is_raised_in_update(
    make_view: MakeView, tiny: Scenario, tiny_state: GameState, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = make_view(tiny)

    def broken(*_: object) -> None:
        raise RuntimeError("no ink")

    monkeypatch.setattr(view.sheet, "land", broken)
    view.show(tiny_state)
    with pytest.raises(RuntimeError, match="no ink"):
        view.wait(20_000)


def test_another_version_is_drawn_anew_only_where_it_differs(
    make_view: MakeView, wide: Scenario, tiny_state: GameState, built: Built
) -> None:
    view = make_view(wide, (1000, 700))
    view.set_zoom(3)
    middle = wide.board.grid.index(35, 42)
    view.centre_on(middle)
    start = replace(tiny_state, scenario=wide, units=(), crossings=(), leaders=())
    start = replace(start, control=wide.board.start_control)
    view.show(start)
    assert view.wait(60_000)
    before = pygame.surfarray.array3d(shown(view))
    built.count = 0
    terrain = bytearray(wide.board.terrain)
    terrain[middle] = next(n for n, t in enumerate(wide.rules.terrains) if t.id == "dense_urban")
    other = replace(wide, board=replace(wide.board, terrain=bytes(terrain)))
    assert view.take(other, replace(start, scenario=other))
    assert view.wait(60_000)
    assert 1 <= built.count <= 4
    after = pygame.surfarray.array3d(shown(view))
    x, y = (round(part) for part in view.to_screen(middle))
    assert (before[x - 9 : x + 9, y - 9 : y + 9] != after[x - 9 : x + 9, y - 9 : y + 9]).any()
    fresh = make_view(other, (1000, 700))
    fresh.set_zoom(3)
    fresh.centre_on(middle)
    fresh.show(replace(start, scenario=other))
    assert fresh.wait(60_000)
    assert (pygame.surfarray.array3d(shown(fresh)) == after).all()


def test_another_version_without_a_difference_draws_nothing(
    view: MapView, tiny: Scenario, tiny_state: GameState, built: Built
) -> None:
    built.count = 0
    same = replace(tiny, title="Another title")
    assert view.take(same, replace(tiny_state, scenario=same))
    assert view.wait(20_000)
    assert built.count == 0


def test_a_crossing_more_and_another_name_are_taken(
    view: MapView, tiny: Scenario, tiny_state: GameState
) -> None:
    board = tiny.board
    places = tuple(replace(place, name="Elsewhere") for place in board.places)
    fewer = replace(tiny, board=replace(board, crossings=board.crossings[:1], places=places))
    state = replace(tiny_state, scenario=fewer, crossings=tiny_state.crossings[:1])
    assert view.take(fewer, state)
    assert view.wait(20_000)
    assert view.sheet.board is fewer.board
    shown(view)


def test_a_map_of_another_size_needs_a_view_of_its_own(
    view: MapView, large: Scenario, tiny_state: GameState
) -> None:
    assert not view.take(large, replace(tiny_state, scenario=large))
