"""While computers play: a thread thinks, the screen shows, the player can skip."""

from __future__ import annotations

import threading
import time
from collections.abc import Generator

from game.ai.commander import Intent, Reason, Turn, Why
from game.engine.orders import Hold
from game.engine.state import GameState
from game.session import Seat, Session
from tests.ui.play.conftest import Start
from tests.ui.play.player import Player


class Slow:
    """Holds one unit, after somebody has let it."""

    def __init__(self) -> None:
        self.go = threading.Event()
        self.threads: set[str] = set()

    def turn(self, view: GameState, side: int) -> Turn:
        """Give one order."""
        return self._turn()

    def _turn(self) -> Generator[Intent, GameState, None]:
        self.threads.add(threading.current_thread().name)
        self.go.wait(5)
        yield Intent(Hold("r1"), Reason(Why.GUARD))


class Broken:
    """A commander with a mistake in it."""

    def turn(self, view: GameState, side: int) -> Turn:
        """Fail."""
        raise ValueError("no plan")


def _game(start: Start, own: object) -> Player:
    player = start()
    player.scene.session.seats["red"] = Seat("computer", own=own)  # type: ignore[arg-type]
    return player


def _until_mine(player: Player) -> None:
    ends = time.monotonic() + 10
    while not player.scene.session.waits and time.monotonic() < ends:
        player.app.step([], 16)
    player.app.step([], 16)


def test_the_window_stays_alive_while_a_computer_thinks(start: Start) -> None:
    slow = Slow()
    player = _game(start, slow)
    player.scene.end_turn()
    for _ in range(5):
        player.app.step([], 16)
    assert player.scene.panel_name == "others"
    assert not player.scene.session.waits
    player.key("J")
    assert player.scene.panel_name == "objectives"
    player.key("Esc")
    assert player.scene.panel_name == "others"
    slow.go.set()
    _until_mine(player)
    session: Session = player.scene.session
    assert session.waits
    assert slow.threads == {"computer"}
    (entry,) = [entry for entry in session.log if entry.reason is not None]
    assert entry.text == "hold r1"


def test_leaving_while_a_computer_thinks_leaves_the_game_as_it_is(start: Start) -> None:
    slow = Slow()
    player = _game(start, slow)
    player.scene.end_turn()
    player.app.step([], 16)
    session = player.scene.session
    before = len(session.log)
    player.app.clear()
    slow.go.set()
    time.sleep(0.05)
    assert len(session.log) == before


def test_a_commander_that_fails_ends_its_turn_with_a_sentence(start: Start) -> None:
    player = _game(start, Broken())
    player.scene.end_turn()
    _until_mine(player)
    assert player.scene.session.waits
    told = player.scene._told
    assert told is not None
    assert "no plan" in told[0]


def test_esc_skips_what_is_still_to_come(start: Start) -> None:
    slow = Slow()
    player = _game(start, slow)
    player.scene.end_turn()
    player.app.step([], 16)
    player.key("Esc")
    assert player.scene.skipping
    slow.go.set()
    _until_mine(player)
    assert not player.scene.reel.active
