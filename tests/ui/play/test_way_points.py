"""Moves by way of chosen hexes."""

from __future__ import annotations

import pygame
import pytest

from game.engine.orders import Move
from game.ui.map.overlays import Path
from tests.ui.play.conftest import Start
from tests.ui.play.player import Player


@pytest.fixture
def player(start: Start) -> Player:
    """Somebody with a unit that can go two hexes."""
    player = start()
    units = player.scene.session.scenario.oob.unit_index
    player.scene.select_unit(units["b1"])
    return player


def _way(player: Player) -> tuple[int, int]:
    """A hex to go by, and one behind it."""
    reach = player.scene.reach
    goal = next(h for h in reach.costs if len(reach.path(h)) == 3)
    return reach.path(goal)[1], goal


def test_a_click_with_shift_adds_a_hex_and_the_move_goes_by_it(player: Player) -> None:
    scene = player.scene
    by, goal = _way(player)
    label = scene.session.scenario.board.grid.label
    pygame.key.set_mods(pygame.KMOD_LSHIFT)
    player.click_hex(label(by))
    pygame.key.set_mods(pygame.KMOD_NONE)
    assert scene.via == (by,)
    assert goal in scene.reach.costs
    assert scene.reach.path(goal)[:2] == (scene.sel.hex, by)
    assert any(isinstance(one, Path) for one in scene.map.overlays)
    player.click_hex(label(goal), button=3)
    order = scene.session.log[-1].order
    assert isinstance(order, Move)
    assert (order.to, order.via) == (goal, (by,))
    assert scene.via == ()


def test_the_keyboard_adds_a_hex_and_esc_takes_it_back(player: Player) -> None:
    scene = player.scene
    by, _ = _way(player)
    scene.sel = type(scene.sel)(scene.sel.hex, scene.sel.unit, cursor=by)
    scene.controls.set_focus("")
    scene.controls.part = "map"
    assert scene.act("way_point")
    assert scene.via == (by,)
    player.key("Esc")
    assert scene.via == ()
    assert scene.sel.unit != -1
