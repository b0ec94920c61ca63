"""Seats: people, computers with and without a commander, and nobody."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.ai.commander import Intent, Reason, Turn, Why
from game.engine.orders import EndTurn, Hold, Move, NextDay
from game.engine.state import GameState, Status
from game.scenario.package import load_scenario
from game.session import NOBODY, Seat, Session
from game.study.script import ScriptError
from tests.session.battle import BATTLE, BLUE, GREY, RED, session

HUMAN, COMPUTER, NONE = Seat("human"), Seat("computer", "nobody"), Seat("none")


def test_who_has_nobody_ends_the_turn_at_once_and_the_night_passes() -> None:
    it = session(red=HUMAN)
    assert it.advance() == []
    it.submit(EndTurn())
    done = it.advance()
    assert [(e.side, e.text) for e in done] == [(BLUE, "end"), (GREY, "end"), (NOBODY, "dawn")]
    assert (it.state.turn, it.side, it.date) == (2, RED, "2017-09-15")
    assert all(entry.digest for entry in done)


def test_a_computer_without_commander_ends_its_turn() -> None:
    it = session(red=COMPUTER, blue=HUMAN)
    assert [entry.text for entry in it.advance()] == ["end"]
    assert it.side == BLUE


def test_a_commander_sees_only_its_view_and_is_asked_again() -> None:
    asked: list[GameState] = []

    class Asking:
        def turn(self, view: GameState, side: int) -> Turn:
            assert side == RED
            for order in (Move("blue_1", 0), NextDay(), Hold("red_1"), Hold("red_2")):
                asked.append(view)
                view = yield Intent(order, Reason(Why.CHANCE))

    it = session(red=Seat("computer", own=Asking()), blue=HUMAN)
    assert [entry.text for entry in it.advance()] == ["hold red_1", "hold red_2", "end"]
    assert asked[0] is asked[1] is asked[2], "refused orders change nothing"
    assert asked[3] is not asked[2]
    hidden = BATTLE.oob.unit_index["blue_2"]
    assert all(view.units[hidden].status is Status.WAITING for view in asked)
    assert asked[0].dice != it.begun.dice


def test_a_commander_that_never_ends_is_ended() -> None:
    class Endless:
        def turn(self, _view: GameState, _side: int) -> Turn:
            while True:
                yield Intent(Hold("red_1"), Reason(Why.CHANCE))

    it = session(red=Seat("computer", own=Endless()), blue=HUMAN)
    it.advance()
    assert it.side == BLUE


def test_without_people_a_day_passes_at_a_time() -> None:
    it = session(red=COMPUTER, blue=NONE)
    it.advance()
    assert it.state.turn == 2
    for _ in range(10):
        it.advance()
    assert it.ended
    assert it.waits
    assert it.step() is None
    assert it.legal() == ()
    assert it.submit(EndTurn()) is not None


def test_the_screen_shows_the_eyes_of_the_person_who_plays_or_played() -> None:
    it = session(red=HUMAN, blue=COMPUTER)
    assert it.viewer == RED
    it.submit(EndTurn())
    assert (it.side, it.viewer, it.hotseat) == (BLUE, RED, False)
    both = session()
    both.submit(EndTurn())
    assert (both.viewer, both.hotseat) == (BLUE, True)
    both.submit(EndTurn())
    assert (both.side, both.viewer) == (GREY, BLUE)


def test_a_seat_can_change_hands() -> None:
    it = session(red=HUMAN)
    it.sit("blue", HUMAN)
    it.submit(EndTurn())
    assert it.advance() == []
    assert it.seat == HUMAN
    assert it.script[0] == {
        "do": "seat", "of": "blue", "kind": "human", "level": "normal", "turn": 1
    }  # fmt: skip


def test_idle_units_are_those_told_nothing() -> None:
    it = session(red=HUMAN)
    assert it.idle_units() == [0, 1, 2]
    it.submit(Hold("red_2"))
    it.submit(Move("red_3", BATTLE.board.grid.parse("1_5")))
    assert it.idle_units() == [0]


def test_a_historian_follows_the_record_of_the_scenario_that_is_played() -> None:
    ref = "hawijat_kati_2017"
    seats = {"government": Seat("computer", "historian")}
    it = Session.new(load_scenario(ref), 1, seats)
    reasons = {entry.reason.why for entry in it.advance() if entry.reason}
    assert Why.RECORD in reasons


def test_a_script_that_is_gone_is_told_when_its_side_is_to_play() -> None:
    it = session(red=Seat("computer", "nowhere/gone.py"), blue=HUMAN)
    with pytest.raises(ScriptError, match=r"there is no script .nowhere/gone\.py"):
        it.advance()


def test_a_script_plays_again_after_it_was_kept_by_its_path(tmp_path: Path) -> None:
    script = tmp_path / "one_hold.py"
    script.write_text(
        "from game.ai.commander import Intent, Reason, Why\n"
        "from game.engine.legal_orders import legal_orders\n"
        "class OneHold:\n"
        "    def turn(self, view, side):\n"
        "        yield Intent(next(iter(legal_orders(view))), Reason(Why.CHANCE))\n"
    )
    kept = Seat("computer", str(script)).written()
    it = session(red=Seat("computer", kept["level"]), blue=HUMAN)
    assert [entry.text == "end" for entry in it.advance()] == [False, True]
