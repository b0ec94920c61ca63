"""The guided first turn as a scenario's author wrote it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from game.scenario.package import load_scenario
from game.session import Seat, Session
from tests.ui.play.conftest import TINY, Start

_GUIDE = """
guide:
  - title: {en: Take the first battalion, ar: خذ الكتيبة الأولى}
    text: {en: It stands in the west.}
    unit: b1
    until: select
  - {title: {en: Go east}, text: {en: One hex.}, unit: b1, hex: 3_2, until: move, rule: "2.3"}
  - {title: {en: End the turn}, text: {en: Others play.}, control: end_turn, until: end}
  - {title: {en: For red only}, text: {en: Not shown.}, side: red}
  - {title: {en: A second day}, text: {en: That is all.}, control: menu}
"""


@pytest.fixture
def guided(folders: Path) -> Session:
    """A game of a scenario that has a guide of its own."""
    folder = folders / "tiny"
    shutil.copytree(TINY, folder)
    with (folder / "briefing.yaml").open("a", encoding="utf-8") as file:
        file.write(_GUIDE)
    seats = {"blue": Seat("human"), "red": Seat("none"), "green": Seat("none")}
    return Session.new(load_scenario(folder), 5, seats, ref=str(folder))


def test_deeds_lead_through_the_steps_and_over_the_turn(start: Start, guided: Session) -> None:
    player = start(session=guided)
    scene = player.scene
    assert scene.guide is not None
    assert [step.title for step in scene.guide.steps][-1] == "A second day"
    assert len(scene.guide.steps) == 4
    units = guided.scenario.oob.unit_index
    scene.select_unit(units["b2"])
    assert scene.guide.step == 0
    scene.select_unit(units["b1"])
    assert scene.guide.step == 1
    grid = guided.scenario.board.grid
    assert scene.guide._hex() == grid.parse("3_2")
    player.click_hex("3_2", button=3)
    assert player.at("b1") == "3_2"
    assert scene.guide.step == 2
    scene.end_turn()
    player.wait()
    assert scene.guide is not None
    assert scene.guide.now.title == "A second day"
    player.click_control("guide_next")
    assert player.scene.guide is None


def test_it_does_not_come_back_once_it_was_left_but_can_be_asked_for(
    start: Start, guided: Session
) -> None:
    player = start(session=guided, lang="ar")
    assert player.scene.guide is not None
    assert player.scene.guide.now.title == "خذ الكتيبة الأولى"
    player.click_control("guide_skip")
    player.scene.end_turn()
    player.wait()
    if player.scene.panel_name == "digest":
        player.scene.begin_turn()
    assert player.scene.guide is None
    player.scene.restart_guide()
    assert player.scene.guide is not None
    assert player.scene.guide.step == 0


def test_who_goes_ahead_need_not_press_next_for_what_is_done(start: Start, guided: Session) -> None:
    player = start(session=guided)
    scene = player.scene
    assert scene.guide is not None
    units = guided.scenario.oob.unit_index
    scene.select_unit(units["b1"])
    scene.guide.step = 0  # as if the plate still asked for the unit
    player.click_hex("3_2", button=3)
    assert scene.guide.now.title == "End the turn"


def test_esc_closes_what_is_open_before_the_guide(start: Start, guided: Session) -> None:
    player = start(session=guided)
    scene = player.scene
    assert scene.guide is not None
    player.key("J")
    assert scene.panel_name == "objectives"
    player.key("Esc")
    assert scene.panel_name == "unit"
    assert scene.guide is not None
    scene.select_unit(guided.scenario.oob.unit_index["b1"])
    player.key("Esc")
    assert scene.sel.unit < 0
    assert scene.guide is not None
    assert scene.guide.step == 1
    player.key("Esc")  # nothing else is open now
    assert scene.guide is None
    player.key("Esc")
    assert scene.panel_name == "menu"
    player.click_control("menu_guide")
    assert scene.guide is not None
    assert scene.guide.step == 1, "it goes on where it was left"


def test_the_guide_speaks_the_language_that_is_chosen_while_it_is_shown(
    start: Start, guided: Session
) -> None:
    player = start(session=guided)
    player.app.change(language="ar")
    player.wait()
    assert player.scene.guide is not None
    assert player.scene.guide.now.title == "خذ الكتيبة الأولى"


def test_a_step_with_unit_and_control_points_at_the_control_once_the_unit_is_selected(
    start: Start,
) -> None:
    seats = {"west": Seat("human"), "east": Seat("none")}
    session = Session.new(load_scenario("first_crossing"), 5, seats, ref="first_crossing")
    player = start(session=session)
    scene = player.scene
    units = session.scenario.oob.unit_index
    scene.select_unit(units["w_1"])
    player.click_hex("5_4")
    player.click_control("attack")
    assert scene.guide is not None
    while scene.guide.now.until != "build":
        player.click_control("guide_next")
    x, y = scene.map.to_screen(session.state.units[units["w_b"]].at)
    assert scene.guide.subject() == (round(x), round(y))
    scene.select_unit(units["w_b"])
    player.click_hex("6_4", button=3)
    row = scene.controls.get("work_0")
    assert row is not None
    assert scene.guide.subject() == row.shown.midleft


def test_the_plate_leaves_its_subject_and_the_counters_free(start: Start) -> None:
    seats = {"west": Seat("human"), "east": Seat("none")}
    session = Session.new(load_scenario("first_crossing"), 5, seats, ref="first_crossing")
    scene = start(session=session).scene
    assert scene.guide is not None
    for step in range(len(scene.guide.steps)):
        scene.guide.step = step
        scene.app.relayout()
        scene.app.step([], 10)
        plate, spot = scene.guide.plate, scene.guide.subject()
        assert plate is not None
        assert scene.map.rect.contains(plate)
        assert spot is None or not plate.collidepoint(spot)
        own = [now.at for n, now in enumerate(session.state.units)
               if session.scenario.oob.units[n].side == scene.viewer and now.at >= 0]  # fmt: skip
        assert sum(plate.collidepoint(scene.map.to_screen(h)) for h in own) <= 2
