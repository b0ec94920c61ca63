"""Two players at one screen: nothing of the one is seen by the other."""

from __future__ import annotations

import pygame

from game.session import Session
from game.ui.scenes.handover import HandoverScene
from game.ui.scenes.play.scene import PlayScene
from tests.ui.play.conftest import Start
from tests.ui.play.player import Player


def _pixels(player: Player) -> bytes:
    scene = player.app.scene
    if isinstance(scene, PlayScene):
        scene.map.wait(5000)
    player.app.redraw()
    player.app.step([], 0)
    return pygame.image.tobytes(player.app.surface, "RGB")


def _end(player: Player) -> None:
    player.click_control("end_turn")
    if isinstance(player.app.scene, PlayScene) and player.has("end_now"):
        player.click_control("end_now")
    player.wait()


def test_the_hand_over_hides_everything(start: Start) -> None:
    player = start(red="human")
    player.key("N")
    _end(player)
    assert isinstance(player.app.scene, HandoverScene)
    shown = _pixels(player)
    session = next(s for s in player.app._scenes if isinstance(s, PlayScene)).session
    assert session.side == 1
    # The same screen for another game of the same day: nothing of this one is in it.
    other = start(red="human")
    other.key("N")
    other.click_hex("1_3")
    _end(other)
    assert isinstance(other.app.scene, HandoverScene)
    assert _pixels(other) == shown


def test_hidden_units_of_the_other_side_are_not_drawn(start: Start, tiny: object) -> None:
    player = start(red="human")
    scene = player.scene
    red = scene.session.scenario.oob.unit_index["r1"]
    assert red not in scene.session.visible_units(0)
    assert all(red not in units for units in scene.map.counters.stacks.values())
    _pixels(player)
    x, y = scene.map.to_screen(scene.session.state.units[red].at)
    assert scene.map.unit_at((round(x), round(y))) is None


def test_a_hidden_unit_elsewhere_leaves_the_picture_as_it_is(start: Start) -> None:
    first = start(red="human")
    shown = _pixels(first)
    moved = _with_hidden_unit_at(first.scene.session, "5_4")
    second = start(session=moved)
    assert _pixels(second) == shown


def _with_hidden_unit_at(session: Session, label: str) -> Session:
    from dataclasses import replace

    state = session.begun
    number = session.scenario.oob.unit_index["r1"]
    assert state.units[number].hidden
    unit = replace(state.units[number], at=session.scenario.board.grid.parse(label))
    units = (*state.units[:number], unit, *state.units[number + 1 :])
    return Session(replace(state, units=units), (), session.seats, session.seed, ref=session.ref)


def test_the_next_player_sees_its_own_side(start: Start) -> None:
    player = start(red="human")
    _end(player)
    player.click_control("ready")
    player.wait()
    scene = player.scene
    assert scene.viewer == 1
    red = scene.session.scenario.oob.unit_index["r1"]
    assert any(red in units for units in scene.map.counters.stacks.values())


def test_nothing_selected_is_left_behind(start: Start) -> None:
    player = start(red="human")
    player.key("N")
    _end(player)
    scene = next(s for s in player.app._scenes if isinstance(s, PlayScene))
    assert scene.sel.unit == -1
    assert not scene.message
    assert scene.odds is None
