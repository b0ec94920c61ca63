"""Movement on the playing screen: own orders, the others' turn, and presses that end it."""

from __future__ import annotations

from game.ui.motion import Walkers
from tests.ui.play.conftest import Start
from tests.ui.play.player import Player


def _moved(start: Start, animation: str = "normal") -> Player:
    player = start()
    player.app.settings.animation = animation
    units = player.scene.session.scenario.oob.unit_index
    player.scene.select_unit(units["b1"])
    player.click_hex("3_2", button=3)
    assert player.at("b1") == "3_2"
    return player


def test_a_unit_walks_and_is_not_shown_twice(start: Start) -> None:
    player = _moved(start)
    scene, unit = player.scene, player.scene.session.scenario.oob.unit_index["b1"]
    assert scene.reel.active
    assert any(isinstance(one, Walkers) for one in scene.map.overlays)
    assert all(unit not in units for units in scene.map.counters.stacks.values())
    player.app.step([], 600)
    player.app.step([], 10)
    assert not scene.reel.active
    assert any(unit in units for units in scene.map.counters.stacks.values())


def test_a_key_ends_the_walk_and_does_its_work(start: Start) -> None:
    player = _moved(start)
    player.key("J")
    assert not player.scene.reel.active
    assert player.scene.panel_name == "objectives"


def test_without_movement_hexes_are_outlined_and_nothing_is_drawn_meanwhile(start: Start) -> None:
    player = _moved(start, "off")
    assert player.scene.reel.active
    player.scene.map.wait()
    for _ in range(5):
        player.app.step([], 10)
    assert not player.app.step([], 10)
    player.app.step([], 1000)
    assert not player.scene.reel.active
    assert not player.app.step([], 10)


def test_nothing_is_drawn_once_the_walk_is_over(start: Start) -> None:
    player = _moved(start)
    player.app.step([], 700)
    player.scene.map.wait()
    for _ in range(5):
        player.app.step([], 10)
    assert not player.app.step([], 10)


def test_another_panel_fades_in(start: Start) -> None:
    player = start()
    player.app.step([], 500)
    player.key("J")
    assert player.scene._fade._old is not None
    player.app.step([], 200)
    assert player.scene._fade._old is None
