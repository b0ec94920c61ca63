"""Shows on the map: what they are made of, how long they take, how they end."""

from __future__ import annotations

import pytest

from game.engine import events as e
from game.engine.apply import apply
from game.engine.new_game import new_game
from game.engine.orders import Attack, Move
from game.engine.scenario import Scenario
from game.engine.state import GameState
from game.scenario.package import load_scenario
from game.ui.map.counters import Look
from game.ui.motion import TEMPOS, Beat, Reel, beats_of, day_beat, tempo_of
from game.ui.motion.marks import DiceMark
from tests.ui.play.conftest import TINY


@pytest.fixture(scope="module")
def tiny() -> Scenario:
    """The smallest scenario."""
    return load_scenario(TINY)


@pytest.fixture
def morning(tiny: Scenario) -> GameState:
    """Its first morning."""
    return new_game(tiny, 5)[0]


def _look(unit: int) -> Look:
    return Look("a", fit=unit + 1)


def _words(event: e.AttackResolved, faces: tuple[int, ...]) -> str:
    return f"{sum(faces)} {event.code}"


def _beats(before: GameState, order: Move | Attack, speed: str) -> tuple[list[Beat], GameState]:
    after, events = apply(before, order)
    return beats_of(before, after, events, _look, TEMPOS[speed], _words), after


def _move(state: GameState, to: str) -> Move:
    return Move("b1", state.scenario.board.grid.parse(to))


@pytest.mark.parametrize(("speed", "ms"), [("normal", 90), ("slow", 180), ("fast", 45)])
def test_a_way_takes_90_ms_a_hex_at_the_usual_speed(
    morning: GameState, speed: str, ms: int
) -> None:
    (beat,), after = _beats(morning, _move(morning, "1_2"), speed)
    assert beat.ms == ms
    assert beat.state is after
    (walk,) = beat.walks
    assert walk.path[-1] == morning.scenario.board.grid.parse("1_2")


def test_no_way_takes_longer_than_600_ms() -> None:
    assert TEMPOS["normal"].way(3) == 270
    assert TEMPOS["normal"].way(40) == 600
    assert tempo_of("something new") == TEMPOS["normal"]


def test_without_movement_the_changed_hexes_are_outlined_for_a_second(morning: GameState) -> None:
    (beat,), _ = _beats(morning, _move(morning, "1_2"), "off")
    assert beat.ms == 1000
    assert morning.scenario.board.grid.parse("1_2") in beat.outline
    assert beat.still


def test_dice_roll_over_the_old_state_and_their_result_stays(morning: GameState) -> None:
    target = morning.scenario.board.grid.parse("4_2")
    event = e.AttackResolved(0, target, -1, (0,), (), 6, 3, 0, (), 0, 7, 8, "D1")
    rolled = e.DiceRolled(e.Purpose.ATTACK, "", (3, 4), 7, 0, False, (1, 6), False)
    beats = beats_of(morning, morning, (rolled, event), _look, TEMPOS["normal"], _words)
    assert [beat.ms for beat in beats] == [300, 900]
    rolling, fallen = (beat.dice for beat in beats)
    assert rolling is not None
    assert fallen is not None
    assert rolling.share == 0
    assert (fallen.faces, fallen.result, fallen.share) == ((3, 4), "7 D1", 1.0)


def test_a_rolling_die_does_not_tell_what_it_will_show() -> None:
    faces = {DiceMark(0, pair, share=0.5)._rolling(0) for pair in ((1, 1), (6, 6))}
    assert len(faces) == 1


def test_a_day_goes_at_once(morning: GameState) -> None:
    after, events = apply(morning, _move(morning, "1_2"))
    beat = day_beat(morning, after, events, _look, 400)
    assert beat is not None
    assert (beat.ms, len(beat.walks)) == (400, 1)
    assert day_beat(morning, morning, (), _look, 400) is None


def test_a_reel_runs_through_its_beats_and_then_rests() -> None:
    reel = Reel()
    assert not reel.update(10)
    reel.play([Beat(100, name="a"), Beat(50, name="b")])
    assert reel.fresh()
    assert not reel.fresh()
    assert not reel.update(99), "a still beat is not drawn again"
    assert reel.update(1)
    assert reel.now is not None
    assert reel.now.name == "b"
    assert reel.update(50)
    assert not reel.active
    assert not reel.update(1000)


def test_a_press_ends_a_show_at_once() -> None:
    reel = Reel()
    assert not reel.finish()
    reel.play([Beat(100), Beat(100)])
    assert reel.finish()
    assert not reel.active
    assert reel.fresh(), "the present has to be shown"
    assert not reel.overlays()
