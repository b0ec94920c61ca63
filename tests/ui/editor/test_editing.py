"""Painting, moving, writing, saving: what is done on the screen is what the files say."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from game.scenario.package import validate
from game.ui.scenes.editor.scene import EditorScene
from tests.ui.editor.author import Author

Begin = Callable[..., Author]


def changed_lines(before: str, after: str) -> list[str]:
    """The lines of the new text that stand in the place of others."""
    old, new = before.split("\n"), after.split("\n")
    assert len(old) == len(new)
    return [b for a, b in zip(old, new, strict=True) if a != b]


def test_moving_one_unit_changes_one_line(begin: Begin) -> None:
    author = begin()
    before = author.text("forces")
    author.drag("4_2", "5_2", "5_3")
    assert author.scene.selected == ("forces", ("units", "r1"))
    author.key("Ctrl+S")
    lines = changed_lines(before, author.text("forces"))
    assert len(lines) == 1
    assert "5_3" in lines[0]
    assert not author.scene.bench.dirty
    assert "forces.yaml" in author.scene.said[0]
    assert not validate(author.folder)


def test_painting_changes_the_rows_it_touches(begin: Begin) -> None:
    author = begin()
    before = author.text("map")
    author.key("2")
    author.click("ink_farmland")
    author.drag("0_0", "1_0", "2_0")
    author.key("Ctrl+S")
    lines = changed_lines(before, author.text("map"))
    assert [line.split() for line in lines] == [["f", "f", "f", "f", "f", "h", "h", "h"]]
    sketch = author.scene.bench.sketch
    assert sketch is not None
    assert [sketch.rules.terrains[t].id for t in sketch.board.terrain[:4]] == ["farmland"] * 4


def test_one_pull_of_the_brush_is_one_step(begin: Begin) -> None:
    author = begin()
    begun = author.texts()
    author.key("2")
    author.click("ink_hills")
    author.drag("0_0", "0_1", "0_2", "0_3")
    assert author.texts() != begun
    author.key("Ctrl+Z")
    assert author.texts() == begun


def test_undo_to_the_beginning_gives_the_same_bytes(begin: Begin) -> None:
    author = begin()
    begun = author.texts()
    author.drag("4_2", "5_2")
    author.key("2")
    author.click("ink_urban")
    author.drag("6_0", "6_1")
    author.key("6")
    author.click("ink_red")
    author.click_hex("1_1")
    author.key("1")
    author.click_hex("2_2")
    author.key("Del")
    assert len({*author.texts().items()} ^ {*begun.items()}) > 2
    for _ in range(8):
        author.key("Ctrl+Z")
    assert author.texts() == begun
    for _ in range(8):
        author.key("Ctrl+Y")
    assert author.texts() != begun
    for _ in range(8):
        author.key("Ctrl+Z")
    assert author.texts() == begun
    assert not author.scene.bench.dirty


def test_a_brush_of_three_a_filled_area_and_a_mirror(begin: Begin) -> None:
    author = begin()
    author.key("2")
    author.click("ink_urban")
    author.key("]", "]")
    author.click_hex("1_3")
    sketch = author.scene.bench.sketch
    assert sketch is not None
    urban = next(n for n, t in enumerate(sketch.rules.terrains) if t.id == "urban")
    grid = sketch.board.grid
    assert all(sketch.board.terrain[h] == urban for h in grid.disc(grid.parse("1_3"), 2))
    author.key("Ctrl+Z", "F")
    author.click_hex("7_0")
    sketch = author.scene.bench.sketch
    assert sketch is not None
    assert sketch.board.terrain[grid.parse("5_0")] == urban
    assert sketch.board.terrain[grid.parse("0_0")] != urban
    author.key("Ctrl+Z", "F", "[", "[", "X")
    author.click_hex("0_4")
    sketch = author.scene.bench.sketch
    assert sketch is not None
    assert sketch.board.terrain[grid.parse("7_4")] == urban


def test_the_right_button_picks_the_ground(begin: Begin) -> None:
    author = begin()
    author.key("2")
    author.click_hex("7_0", button=3)
    assert author.scene.ink() == "hills"


def test_a_name_in_arabic(begin: Begin) -> None:
    author = begin()
    author.click_hex("4_2")
    author.write("field_name.ar", "سرية")
    assert author.scene.bench.value(("forces", ("units", "r1", "name", "ar"))) == "سرية"
    author.key("Ctrl+S")
    assert "سرية" in author.text("forces")


def test_a_wrong_value_is_told_everywhere_and_the_last_map_stays(begin: Begin) -> None:
    author = begin()
    author.click_hex("4_2")
    author.write("field_steps", "99")
    scene = author.scene
    assert scene.bench.count == 1
    assert scene.bench.plates
    assert not author.control("test").enabled
    author.key("L")
    message = scene.bench.problems[0].message
    assert any(message in c.hint for c in scene.controls.controls if c.id == "problem_0")
    assert any(message[:20] in piece.text for piece in scene.pieces)
    scene.select(None)
    author.key("F8")
    assert scene.selected == ("forces", ("units", "r1"))
    author.key("Ctrl+Z")
    assert scene.bench.count == 0


def test_adding_duplicating_and_deleting_units(begin: Begin) -> None:
    author = begin()
    count = len(author.scene.bench.items("unit"))
    author.key("7")
    author.click_hex("1_4")
    assert author.scene.selected is not None
    new = author.scene.selected
    assert author.scene.bench.value((new[0], (*new[1], "at"))) == "1_4"
    assert not author.scene.bench.count
    author.key("Ctrl+D")
    assert len(author.scene.bench.items("unit")) == count + 2
    author.key("Del")
    author.scene.select(new)
    author.key("Del")
    assert len(author.scene.bench.items("unit")) == count


def test_units_selected_with_a_box_are_copied_together(begin: Begin) -> None:
    author = begin()
    author.drag("1_1", "2_2", "5_3")
    assert author.scene.units == {"b1", "b2", "r1"}
    count = len(author.scene.bench.items("unit"))
    author.key("Ctrl+C")
    author.mouse(pygame.MOUSEMOTION, author.spot("1_4"))
    author.key("Ctrl+V")
    assert len(author.scene.bench.items("unit")) == count + 3


def test_a_road_is_drawn_and_led_on(begin: Begin) -> None:
    author = begin()
    author.key("4")
    author.drag("0_4", "1_4", "2_4")
    made = author.scene.selected
    assert made is not None
    assert author.scene.bench.value((made[0], (*made[1], "hexes"))) == "0_4 1_4 2_4"
    author.drag("2_4", "2_5")
    assert str(author.scene.bench.value((made[0], (*made[1], "hexes")))).startswith("0_4 1_4 2_4")
    assert len(author.scene.bench.items("road")) == 3


def test_everything_by_keyboard(begin: Begin) -> None:
    author = begin()
    author.key("2", "F6", "F6", "F6")
    author.scene.hand.inks["terrain.terrain"] = "urban"
    author.key("E", "E", "Enter")
    sketch = author.scene.bench.sketch
    assert sketch is not None
    assert sketch.rules.terrains[sketch.board.terrain[author.scene.cursor]].id == "urban"


def test_a_search_finds_ids_names_and_hexes(begin: Begin) -> None:
    author = begin()
    author.key("Ctrl+F")
    author.type("red comp")
    author.key("Enter")
    assert author.scene.selected == ("forces", ("units", "r1"))
    author.key("Ctrl+F")
    author.scene.search("5_3")
    author.scene.go_to_first_found()
    assert author.scene.map is not None
    assert author.scene.map.scenario.board.grid.label(author.scene.cursor) == "5_3"


def test_a_trial_leads_back_to_the_same_camera(begin: Begin) -> None:
    author = begin()
    author.click_hex("4_2")
    scene = author.scene
    assert scene.map is not None
    scene.map.pan(13, 7)
    camera, chosen = scene.map.camera.origin, scene.selected
    author.drag("4_2", "5_2")
    author.key("F5")
    played = author.app.scene
    assert not isinstance(played, EditorScene)
    for _ in range(10):
        author.app.step([], 10)
    units = played.session.state.units  # type: ignore[attr-defined]
    grid = scene.bench.grid
    assert grid is not None
    assert units[3].at == grid.parse("5_2")
    for _ in range(6):
        if author.app.scene is scene:
            break
        author.key("Esc")
    assert author.app.scene is scene
    assert scene.map.camera.origin == camera
    assert scene.selected == chosen
    assert scene.bench.dirty
