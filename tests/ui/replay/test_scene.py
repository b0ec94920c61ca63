"""The replay by keyboard and mouse."""

from datetime import date

import pygame
import pytest

from game.history.film import Film
from game.storage.folders import data_folder
from game.ui.scenes.replay.scene import ReplayScene
from tests.ui.replay.conftest import REAL, click, mouse, press, write


def test_days_and_events_both_ways(replay) -> None:
    scene = replay(18)
    press(scene, "PgDn")
    assert scene.head.turn == 19
    press(scene, "PgUp", "PgUp")
    assert scene.head.turn == 17
    press(scene, "Right", "Right")
    assert scene.head.turn == 22
    press(scene, "Left")
    assert scene.head.turn == 18
    press(scene, "Home")
    assert scene.head.turn == 1
    press(scene, "End")
    assert scene.head.turn == 65


def test_in_arabic_arrows_move_on_the_screen_and_pages_in_time(replay) -> None:
    scene = replay(18, language="ar")
    press(scene, "Left")
    assert scene.head.turn == 22
    press(scene, "Right")
    assert scene.head.turn == 18
    press(scene, "PgDn")
    assert scene.head.turn == 19
    assert scene.bar.middle(1) > scene.bar.middle(65)
    assert scene.controls.get("play").icon == "playl"


def test_space_plays_at_the_pace_and_stops(replay) -> None:
    scene = replay(34)
    press(scene, "Space")
    assert scene.head.playing
    scene.app.step([], 1000)
    assert scene.head.turn == 35
    assert scene.page.turn == 35
    press(scene, "]", "]")
    scene.app.step([], 250)
    assert scene.head.turn == 36
    press(scene, "Space")
    scene.app.step([], 5000)
    assert scene.head.turn == 36


def test_a_date_is_typed(replay) -> None:
    scene = replay(1)
    press(scene, "Ctrl+G")
    write(scene, "17 oct")
    press(scene, "Enter")
    assert scene.line.date(scene.head.turn) == date(2017, 10, 17)
    assert scene.going.text is None
    press(scene, "Ctrl+G")
    write(scene, "never")
    press(scene, "Enter")
    assert scene.head.turn == 34
    assert "never" in scene.said[0]
    press(scene, "Esc")
    assert scene.going.text is None
    assert scene.app.scene is scene


def test_the_head_is_dragged_and_wheeled(replay) -> None:
    scene = replay(1)
    axis = scene.bar.axis
    mouse(scene, pygame.MOUSEBUTTONDOWN, (scene.bar.middle(20), axis))
    assert scene.head.turn == 20
    mouse(scene, pygame.MOUSEMOTION, (scene.bar.middle(30), axis + 40))
    assert scene.head.turn == 30
    mouse(scene, pygame.MOUSEBUTTONUP, (scene.bar.middle(30), axis))
    mouse(scene, pygame.MOUSEMOTION, (scene.bar.middle(40), axis), buttons=(0, 0, 0))
    assert scene.head.turn == 30
    scene.app.step([pygame.event.Event(pygame.MOUSEWHEEL, x=0, y=-1)], 16)
    assert scene.head.turn == 31


def test_a_mark_leads_to_its_entry_and_its_sources(replay) -> None:
    scene = replay(1)
    placed, _ = scene.bar.placed(34)
    click(scene, placed[3].rect.center)
    entry = placed[3].mark.entry
    assert (scene.head.turn, scene.current) == (34, entry)
    assert scene.controls.get(f"entry:{entry}").current
    press(scene, "F2")
    assert scene.view == "sources"
    assert scene.asked[0] == entry
    press(scene, "Esc")
    assert scene.view == ""


def test_a_pin_leads_to_its_entry(replay) -> None:
    scene = replay(34)
    places = [box.center for box, _ in scene.map.pins._boxes(scene.map.view)]
    free = scene.map.view.rect.inflate(-300, -300)
    number = next(n for n, place in enumerate(places) if n and free.collidepoint(place))
    click(scene, places[number])
    assert scene.current == scene.map.pins.pins[number][2] != "J118"


def test_a_box_off_the_map_opens_with_its_units(replay) -> None:
    scene = replay(34)
    box = scene.film.scenario.board.box_index["hasakah"]
    click(scene, scene.controls.get(f"box_{box}").rect.center)
    assert (scene.view, scene.map.boxes.selected) == ("box", box)
    assert scene.map.boxes.units_in(box)
    press(scene, "Esc")
    assert scene.view == ""
    folded = scene.controls.get("boxes_right").rect.center
    click(scene, folded)
    assert scene.controls.get(f"box_{box}") is None
    click(scene, folded)
    assert scene.controls.get(f"box_{box}") is not None


def test_a_claim_leads_to_its_entry(replay) -> None:
    scene = replay(1)
    dot = next(dot for dot in scene.curve.dots if dot.claim.entry == "J143")
    click(scene, dot.rect.center)
    assert (scene.head.turn, scene.current) == (39, "J143")


def test_notes_and_bookmarks_are_kept_beside_the_scenario(replay) -> None:
    scene = replay(34)
    press(scene, "Ctrl+N")
    write(scene, "half of what")
    press(scene, "Space")
    press(scene, "Enter")
    press(scene, "Ctrl+B")
    assert scene.notebook.notes[0].date == "2017-10-17"
    assert scene.bookmarked() == {34}
    assert (data_folder() / "notes" / f"{REAL}.json").is_file()
    click(scene, scene.controls.get("delete:0").shown.center)
    assert scene.notebook.notes == []


def test_every_tab_and_view_can_be_reached_by_keys(replay) -> None:
    scene = replay(34)
    press(scene, "F6", "F6", "F6")
    assert scene.controls.part == "column"
    press(scene, "Right", "Enter")
    assert scene.tab == "orders"
    for key, view in (("J", "aims"), ("Y", "layers"), ("T", "take")):
        press(scene, key)
        assert scene.view == view
        press(scene, "Esc")
        assert scene.view == ""
    assert scene.app.scene is scene


def test_command_is_taken_in_the_morning_of_the_day(
    replay, monkeypatch: pytest.MonkeyPatch
) -> None:
    play = pytest.importorskip("game.ui.scenes.play")
    asked: list[tuple[object, ...]] = []
    monkeypatch.setattr(play, "open_from_history", lambda *facts: asked.append(facts))
    scene = replay(34)
    press(scene, "T", "Enter")
    assert asked == [(scene.app, scene.film.scenario, scene.film.record, 34, "government")]


def test_the_viewpoint_goes_round(replay) -> None:
    scene = replay(34)
    seen = []
    for _ in range(4):
        seen.append((scene.viewer, len(scene.page.orders_of(scene.viewer))))
        scene.next_viewer()
        scene.app.step([], 0)
    assert [viewer for viewer, _ in seen] == [-1, 0, 1, 2]
    assert scene.viewer == -1
    assert seen[0][1] == sum(count for _, count in seen[1:])


def test_a_day_that_is_not_there_shows_how_far_it_is(make_app, whole: Film) -> None:
    app = make_app((1280, 720))
    film = Film(whole.scenario, whole.record)
    film.start = lambda: None  # type: ignore[method-assign]
    scene = ReplayScene(film, REAL, 34)
    app.push(scene)
    app.step([], 0)
    assert scene.page.state is None
    assert scene.map.view.shown is None
    film.take_over(whole)
    app.step([], 100)
    assert scene.page.state is not None
    assert scene.map.view.shown is scene.page.state


def test_the_day_is_exported_with_its_sources(replay) -> None:
    scene = replay(34)
    click(scene, scene.controls.get("export").shown.center)
    files = list((data_folder() / "exports").glob("*.md"))
    assert len(files) == 1
    text = files[0].read_text(encoding="utf-8")
    assert all(entry.id in text for entry in scene.page.entries)
    assert "interpolated" in text
