"""What is heard while somebody plays."""

from __future__ import annotations

import pytest

from game.ui.scenes.handover import HandoverScene
from tests.ui.play.conftest import Start
from tests.ui.play.player import Player


def _listen(player: Player, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the list to which every cue is added that is played."""
    heard: list[str] = []
    monkeypatch.setattr(player.app.sounds, "_start", lambda cue, _volume: heard.append(cue))
    return heard


def test_selecting_moving_and_being_refused(start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    player = start()
    heard = _listen(player, monkeypatch)
    player.key("N")
    assert heard == ["select"]
    player.click_hex("1_3")
    assert heard == ["select", "move"]
    player.click_hex("4_4", button=3)
    assert player.scene.message
    assert heard == ["select", "move", "refused"]


def test_the_end_of_a_turn_is_one_cue(start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    player = start()
    heard = _listen(player, monkeypatch)
    player.click_control("end_turn")
    if player.has("end_now"):
        assert not heard
        player.click_control("end_now")
    player.wait()
    assert heard == ["end_turn"]


def test_a_shared_screen_does_not_tell_orders(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    player = start(red="human")
    heard = _listen(player, monkeypatch)
    player.key("N")
    player.click_hex("1_3")
    player.click_hex("4_4", button=3)
    assert heard == ["select"]
    player.click_control("end_turn")
    if player.has("end_now"):
        player.click_control("end_now")
    player.wait()
    assert isinstance(player.app.scene, HandoverScene)
    player.click_control("ready")
    player.wait()
    assert heard == ["select", "end_turn"]
