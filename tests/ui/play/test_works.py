"""What engineers can do stands in the column, and what can be ordered about a hex."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.engine.orders import Bombard, BuildCrossing
from game.scenario.package import load_scenario
from game.session import Seat, Session
from game.ui.scenes.play.works import works_of
from tests.ui.play.conftest import Start
from tests.ui.play.player import Player


@pytest.fixture
def player(start: Start) -> Player:
    """Somebody at the first crossing, its ferry company at the landing."""
    seats = {"west": Seat("human"), "east": Seat("none")}
    scenario = load_scenario("first_crossing")
    made = start(session=Session.new(scenario, 5, seats, ref="first_crossing"))
    scene, units = made.scene, scenario.oob.unit_index
    scene.select_unit(units["w_1"])
    made.click_hex("5_4")  # whoever is hit can no longer stop others
    made.click_control("attack")
    scene.select_unit(units["w_b"])
    made.click_hex("6_4", button=3)
    assert made.at("w_b") == "6_4"
    return made


def test_a_site_is_worked_on_from_the_column(player: Player) -> None:
    player.click_control("work_0")
    assert isinstance(player.scene.session.log[-1].order, BuildCrossing)
    assert player.has("more")  # what is done seldom stays in the list of all orders


def test_bridging_units_are_told_what_keeps_them_from_working(player: Player) -> None:
    scene = player.scene
    units = scene.session.scenario.oob.unit_index
    assert [
        (work.entry.what, work.why) for work in works_of(scene.view, units["w_b"], scene.names)
    ] == [("Marsa landing", None)]
    assert works_of(scene.view, units["w_2"], scene.names) == []  # no engineers at all
    seen = scene.view
    taken = bytearray(seen.control)
    taken[seen.units[units["w_b"]].at] = 1  # the near bank is not one's own
    told = works_of(replace(seen, control=bytes(taken)), units["w_b"], scene.names)
    assert [work.entry.what for work in told] == ["Marsa landing"]
    assert told[0].why is not None


def test_fire_on_a_hex_is_offered_where_it_is_selected(player: Player) -> None:
    scene = player.scene
    scene.select_hex(scene.session.scenario.board.grid.parse("8_4"))
    player.wait()
    row = next(c for c in scene.controls.controls if c.id.startswith("hex_order_"))
    player.click_control(row.id)
    assert scene.fire is not None
    assert isinstance(scene.fire.order, Bombard)


def test_a_click_beyond_reach_says_why_the_unit_does_not_go(player: Player) -> None:
    scene = player.scene
    scene.select_unit(scene.session.scenario.oob.unit_index["w_3"])
    player.click_hex("7_4")
    assert player.at("w_3") != "7_4"
    assert "hex 7,4" in scene.message


def test_who_attacks_is_chosen_at_the_head_of_the_sheet(player: Player) -> None:
    scene = player.scene
    units = scene.session.scenario.oob.unit_index
    scene.end_turn()
    player.wait()
    player.wait()
    if scene.panel_name == "digest":
        scene.begin_turn()
    scene.select_unit(units["w_1"])
    player.wait()
    player.click_hex("5_4")
    assert scene.odds is not None
    assert scene.odds.order.units == ("w_1",)
    others = [n for n in scene.attack_candidates() if n != units["w_1"]]
    assert others
    player.click_control(f"party_{others[0]}")
    assert scene.odds.order.units == ("w_1", scene.session.scenario.oob.units[others[0]].id)
    player.click_control(f"party_{others[0]}")
    assert scene.odds.order.units == ("w_1",)
