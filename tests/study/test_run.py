"""Many games: the same for any number of processes, kept when interrupted, small in memory."""

from __future__ import annotations

import gc
import json
import threading
import tracemalloc
from dataclasses import replace
from pathlib import Path

import pytest

from game.ai import commander
from game.ai.match import play_out
from game.engine.state import GameState, digest
from game.scenario.package import load_scenario
from game.study import End, Progress, Study, run, workers
from game.study.report import report
from game.study.result import GameResult, play
from game.study.tally import Tally

TINY = str(Path(__file__).parents[1] / "scenario" / "data" / "tiny")
LOTS = {"blue": "random", "red": "random", "green": "random"}
TIMES = ("wall_s", "cpu_s", "activations_per_cpu_s", "games_per_minute")


def plain(study: Study) -> dict[str, object]:
    """A study without what the clock decides."""
    return {key: value for key, value in report(study).items() if key not in TIMES}


@pytest.mark.parametrize("afresh", [False, True])
def test_any_number_of_processes_gives_the_same(
    afresh: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if afresh:
        monkeypatch.setattr(workers, "may_be_copied", lambda: False)
    here, there = (run(TINY, 5, 3, jobs, LOTS) for jobs in (1, 2))
    assert here.end is there.end is End.COMPLETE
    assert plain(here) == plain(there)
    assert len(set(here.states)) > 1
    assert plain(run(TINY, 5, 4, 1, LOTS))["states"] != plain(here)["states"]


def test_a_process_with_threads_is_not_copied() -> None:
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    try:
        assert not workers.may_be_copied()
    finally:
        done.set()
        thread.join()


def test_games_are_those_anybody_can_play_again() -> None:
    scenario = load_scenario(TINY)
    study = run(TINY, 3, 7, 1, LOTS)
    for number, state in enumerate(study.states):
        lots = {side: commander("random") for side in LOTS}
        assert digest(play_out(scenario, 7 + number, lots)) == state


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_interrupt_keeps_what_is_finished(jobs: int) -> None:
    seen: list[GameResult] = []

    def enough(game: GameResult) -> None:
        seen.append(game)
        if len(seen) == 3:
            raise KeyboardInterrupt

    study = run(TINY, 500, 1, jobs, LOTS, each=enough)
    assert study.end is End.INTERRUPTED
    assert study.asked == 500
    assert study.runs == len(study.states) == 3
    assert set(study.states) == {game.digest for game in seen}


def test_progress_never_runs_back_and_ends_with_all() -> None:
    told: list[Progress] = []
    run(TINY, 4, 1, 1, LOTS, told.append)
    assert [one.done for one in told] == sorted(one.done for one in told)
    assert told[-1].done == told[-1].asked == 4
    assert told[-1].left == 0


def test_no_state_outlives_its_game() -> None:
    before = _states()
    run(TINY, 2, 1, 1, LOTS)
    assert _states() <= before


def _states() -> int:
    gc.collect()
    return sum(isinstance(thing, GameState) for thing in gc.get_objects())


def test_memory_does_not_grow_with_the_games() -> None:
    scenario = load_scenario(TINY)
    some = [play(scenario, number, number, {}) for number in range(2)]
    tally = Tally(scenario)

    def more(numbers: range) -> int:
        for number in numbers:
            name = f"{number * 0x9E3779B97F4A7C15 % 2**64:016x}"
            tally.add(replace(some[number % 2], number=number, digest=name))
        return tracemalloc.get_traced_memory()[0]

    tracemalloc.start()
    try:
        before = more(range(300))
        after = more(range(300, 600))
    finally:
        tracemalloc.stop()
    # A digest of 8 bytes is kept of each game, with its number; a result alone takes ten times it.
    assert after - before < 300 * 300


def test_the_sums_do_not_depend_on_the_sequence() -> None:
    scenario = load_scenario(TINY)
    lots = {side: commander("random") for side in LOTS}
    games = [play(scenario, number, number, lots) for number in range(6)]
    sums = []
    for sequence in (games, games[::-1]):
        tally = Tally(scenario)
        for game in sequence:
            tally.add(game)
        tally.finish()
        sums.append((tally.sides, tally.objectives, tally.states, tally.activations))
    assert sums[0] == sums[1]


def test_the_report_adds_up() -> None:
    study = run(TINY, 6, 1, 1, LOTS)
    data = json.loads(json.dumps(report(study)))
    for side in data["results"].values():
        assert side["won"] + side["drawn"] + side["lost"] == 6
    assert data["results"]["green"]["drawn"] == 6, "a side without objectives"
    assert [one["id"] for one in data["objectives"]] == ["take_town", "hold_town"]
    town, held = data["objectives"]
    assert town["historical"] == "2017-09-17"
    assert len(town["met_on"]["quartiles"]) == 3
    assert "reached_on" in town
    assert "lost_on" in held
    assert data["losses"]["red"]["fallen"]["mean"] > 0
    assert data["unit_activations"] > 0
    assert data["orders"] > 0
