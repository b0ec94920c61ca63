"""Commanders of a player's own: found in their files, and told apart from what they are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.ai.driven_turn import DrivenTurn
from game.engine.new_game import new_game
from game.engine.orders import Hold
from game.scenario.package import load_scenario
from game.study import End, RosterError, ScriptError, read_roster, run
from game.study.script import load_script
from tests.study.test_run import TINY

HEAD = """
from game.ai.commander import Intent, Reason, Why
from game.engine.orders import Hold

"""
WAITING = (
    HEAD
    + """
class Waiting:
    def turn(self, view, side):
        print("thinking")
        view = yield Intent(Hold("b1"), Reason(Why.CHANCE))
"""
)
FAILING = (
    HEAD
    + """
class Failing:
    def turn(self, view, side):
        yield Intent(Hold("b1"), Reason(Why.CHANCE))
        raise RuntimeError("no way out")
"""
)


def script(folder: Path, text: str) -> str:
    path = folder / "own.py"
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_a_script_commands(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = script(tmp_path, WAITING)
    state, _ = new_game(load_scenario(TINY))
    for spec in (path, f"{path}:Waiting"):
        turn = DrivenTurn(load_script(spec))
        intent = turn.next_intent(state, 0)
        assert intent
        assert intent.order == Hold("b1")
    said = capsys.readouterr()
    assert said.out == ""
    assert "thinking" in said.err


def test_two_processes_read_a_script_too(tmp_path: Path) -> None:
    path = script(tmp_path, WAITING)
    one, two = (run(TINY, 4, 1, jobs, {"blue": path, "red": "random"}) for jobs in (1, 2))
    assert one.states == two.states
    assert one.ai["blue"] == path


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_script_that_fails_ends_the_study_with_its_line(tmp_path: Path, jobs: int) -> None:
    path = script(tmp_path, FAILING)
    study = run(TINY, 3, 1, jobs, {"blue": path})
    assert study.end is End.SCRIPT_FAILED
    line = FAILING[: FAILING.index("raise")].count("\n") + 1
    assert study.problem.startswith(f"{path}:{line}: RuntimeError: no way out (game ")


@pytest.mark.parametrize(
    ("text", "name", "message"),
    [
        ("x = 1", "", "no class in it has a method turn"),
        ("def f(:", "", ":1: invalid syntax"),
        ("\nimport no_such_module", "", ":2: ModuleNotFoundError"),
        (WAITING + FAILING, "", "several commanders in it (Waiting, Failing)"),
        (WAITING, ":Wating", 'did you mean "Waiting"?'),
        (WAITING, ":Zzz", "there are: Waiting"),
        ("class A:\n    def __init__(self, x): ...\n    def turn(self): ...", "", "TypeError"),
    ],
)
def test_what_cannot_be_used_is_told(tmp_path: Path, text: str, name: str, message: str) -> None:
    with pytest.raises(ScriptError) as told:
        load_script(script(tmp_path, text) + name)
    assert message in str(told.value)
    assert "\n" not in str(told.value)


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("return [1, 2]", "it should be a generator"),
        ("yield 'attack'", "turn() yields 'attack'"),
        ("yield Intent('attack', Reason(Why.CHANCE))", "turn() yields Intent"),
        ("return 1 / 0", ":8: ZeroDivisionError"),
    ],
)
def test_what_is_no_turn_is_told(tmp_path: Path, body: str, message: str) -> None:
    path = script(tmp_path, f"{HEAD}\nclass Odd:\n    def turn(self, view, side):\n        {body}")
    study = run(TINY, 1, 1, 1, {"blue": path})
    assert message in study.problem


def test_no_script_there() -> None:
    with pytest.raises(ScriptError, match="there is no script"):
        load_script("nowhere/own.py")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["blue"], "write SIDE=LEVEL"),
        (["blue="], "write SIDE=LEVEL"),
        (["bleu=random"], 'did you mean "blue"?'),
        (["blue=randm"], 'did you mean "random"?'),
        (["blue=random", "blue=random"], "two commanders"),
    ],
)
def test_a_roster_that_names_nobody(words: list[str], message: str) -> None:
    with pytest.raises(RosterError) as told:
        read_roster(load_scenario(TINY), words)
    assert message in str(told.value)
