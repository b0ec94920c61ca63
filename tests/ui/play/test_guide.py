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
