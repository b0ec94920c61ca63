"""`furat simulate` by its contract."""

from __future__ import annotations

import json
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import TINY, Told, start

Furat = Callable[..., Told]
LOTS = ("--ai", "blue=random", "--ai", "red=random", "--ai", "green=random")


def test_json_holds_what_the_contract_names(furat: Furat) -> None:
    told = furat("simulate", str(TINY), "--runs", "2", "--jobs", "1", "--json", *LOTS)
    assert told.code == 0
    data = json.loads(told.out)
    assert {
        "scenario", "runs", "seed", "ai", "wall_s", "cpu_s", "unit_activations",
        "activations_per_cpu_s", "games_per_minute", "results", "objectives", "losses", "harm",
        "states",
    } <= set(data)  # fmt: skip
    assert data["scenario"] == "tiny"
    assert data["runs"] == len(data["states"]) == 2
    assert data["seed"] == 1
    assert data["ai"] == {"blue": "random", "red": "random", "green": "random"}
    assert set(data["results"]["blue"]) >= {"won", "drawn", "lost", "grades"}
    assert "2 of 2 games" in told.err


def test_the_tables(furat: Furat) -> None:
    told = furat("simulate", str(TINY), "--runs", "2", "--jobs", "1", *LOTS)
    assert told.code == 0
    assert "take_town The town" in told.out
    assert "17 Sep" in told.out
    assert max(len(line) for line in told.out.splitlines()) <= 100


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["nowhere", "--runs", "1"], "there is no scenario"),
        (["deir_ez_zor_207", "--runs", "1"], 'did you mean "deir_ez_zor_2017"?'),
        ([str(TINY)], "--runs"),
        ([str(TINY), "--runs", "0"], "--runs"),
        ([str(TINY), "--runs", "1", "--jobs", "0"], "--jobs"),
        ([str(TINY), "--runs", "1", "--seed", "-1"], "--seed"),
        ([str(TINY), "--runs", "1", "--ai", "bleu=random"], 'did you mean "blue"?'),
        ([str(TINY), "--runs", "1", "--ai", "blue=own.py"], 'there is no script "own.py"'),
        ([str(TINY), "--runs", "1", "--ai", "blue"], "SIDE=LEVEL"),
    ],
)
def test_bad_input_is_told(furat: Furat, arguments: list[str], message: str) -> None:
    told = furat("simulate", *arguments)
    assert told.code == 2
    assert message in told.err
    assert told.out == ""
    assert "Traceback" not in told.err


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ctrl_c_reports_what_is_finished(jobs: str) -> None:
    process = start("simulate", str(TINY), "--runs", "100000", "--jobs", jobs, "--json", *LOTS)
    assert process.stderr
    assert " of 100000 games" in process.stderr.readline()
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "Traceback" not in err
    data = json.loads(out)
    assert data["end"] == "interrupted"
    assert 0 < data["runs"] == len(data["states"]) < data["asked"] == 100000


def test_a_historian_without_a_record_is_told(furat: Furat, tmp_path: Path) -> None:
    for name in ("scenario", "map", "forces", "objectives"):
        (tmp_path / f"{name}.yaml").write_bytes((TINY / f"{name}.yaml").read_bytes())
    told = furat("simulate", str(tmp_path), "--runs", "1", "--jobs", "1", "--ai", "blue=historian")
    assert told.code == 0
    assert "has no historical orders" in told.err
