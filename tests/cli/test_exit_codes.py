"""Bad input ends with 2 and a plain message, never with a traceback."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from game.scenario import package
from tests.cli.conftest import TINY, Told

Furat = Callable[..., Told]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["replay", "deir_ez_zor_207"], 'did you mean "deir_ez_zor_2017"?'),
        (["replay", "/no/such/folder"], "there is no folder"),
        (["replay", "no_air_2017"], "no_air_2017 has no history to play back"),
        (["replay", "--from", "2017-09-33"], "is not a date"),
        (["replay", "--from", "14.9.2017"], "is not a date"),
        (["replay", "--from", "20170914"], "is not a date"),
        (["replay", "--until", "2018-01-01"], "runs from 2017-09-14 to 2017-11-17"),
        (["replay", "--from", "2017-10-02", "--until", "2017-10-01"], "comes after"),
        (["replay", "--speed", "0"], "greater than 0"),
        (["replay", "--speed", "-1"], "greater than 0"),
        (["replay", "--speed", "nan"], "greater than 0"),
        (["replay", "--speed", "quick"], "not a valid float"),
        (["replay", "a", "b"], "unexpected extra argument"),
        (["play", "--side", "sfd"], 'there is no side "sfd", did you mean "sdf"?'),
        (["play", "--ai", "isil"], "write SIDE=LEVEL"),
        (["play", "--ai", "isil=perfect"], 'there is no commander "perfect"'),
        (["play", "--side", "isil", "--ai", "isil=random"], "played by a computer too"),
        (["play", "--seed", "-1"], "x>=0"),
        (["repaly"], "No such command"),
        (["scenarios", "--jsn"], "--json"),
        (["validate"], "Missing argument"),
        (["validate", "nowhere"], "1 problem in 1 package of 1"),
        (["completion", "tcsh"], "'bash'"),
    ],
)
def test_bad_input_ends_with_2(furat: Furat, arguments: list[str], message: str) -> None:
    told = furat(*arguments)
    assert told.code == 2
    assert message in told.err
    assert "Traceback" not in told.err + told.out


def test_a_broken_scenario_is_told_with_its_lines(furat: Furat, tmp_path: Path) -> None:
    for file in TINY.iterdir():
        text = file.read_text(encoding="utf-8").replace("at: 2_2", "at: 99_2")
        (tmp_path / file.name).write_text(text, encoding="utf-8")
    told = furat("replay", str(tmp_path))
    assert told.code == 2
    assert "forces.yaml:6:" in told.err
    assert "99_2 is off the map" in told.err
    assert told.out == ""


def test_a_refused_order_of_the_record_ends_with_1(furat: Furat) -> None:
    assert furat("replay", str(TINY), "--json").code == 1
    assert furat("replay", str(TINY)).code == 1


@pytest.mark.parametrize("arguments", [["--help"], ["-h"], ["--version"], ["replay", "--help"]])
def test_help_and_version_end_with_0(furat: Furat, arguments: list[str]) -> None:
    told = furat(*arguments)
    assert told.code == 0
    assert told.err == ""
    assert told.out


def test_a_mistake_of_the_program_is_one_line(
    furat: Furat, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails() -> None:
        raise ValueError("two\nlines")

    monkeypatch.delenv("FURAT_DEBUG", raising=False)
    monkeypatch.setattr(package, "list_scenarios", fails)
    told = furat("scenarios")
    assert told.code == 1
    assert told.out == ""
    assert told.err.startswith("Error: ValueError: two lines.")
    assert told.err.count("\n") == 1
    assert "FURAT_DEBUG=1" in told.err


def test_debugging_shows_where_it_happened(furat: Furat, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails() -> None:
        raise ValueError("boom")

    monkeypatch.setenv("FURAT_DEBUG", "1")
    monkeypatch.setattr(package, "list_scenarios", fails)
    with pytest.raises(ValueError, match="boom"):
        furat("scenarios")
