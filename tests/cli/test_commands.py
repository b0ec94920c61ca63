"""What the commands print."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import TINY, Told

Furat = Callable[..., Told]


def test_scenarios_as_text(furat: Furat) -> None:
    told = furat("scenarios")
    assert told.code == 0
    assert "deir_ez_zor_2017\n  The full campaign\n" in told.out
    assert "2017-09-14 to 2017-11-17 (65 days), historical" in told.out
    assert "Government forces" in told.out


def test_scenarios_as_json(furat: Furat) -> None:
    entry = next(
        e for e in json.loads(furat("scenarios", "--json").out) if e["id"] == "deir_ez_zor_2017"
    )
    assert entry["start"] == "2017-09-14"
    assert entry["end"] == "2017-11-17"
    assert entry["kind"] == "historical"
    assert entry["sides"] == ["isil", "government", "sdf"]
    assert entry["errors"] == 0


def test_validate_says_that_nothing_is_wrong(furat: Furat) -> None:
    told = furat("validate", "deir_ez_zor_2017")
    assert (told.code, told.err) == (0, "")
    assert told.out == "deir_ez_zor_2017: no problems\n"


def test_validate_tells_warnings_and_ends_well(furat: Furat) -> None:
    told = furat("validate", "deir_ez_zor_2017", str(TINY))
    assert told.code == 0
    assert "forces.yaml:9:5: warning: units[3]: no source of supply reaches r1 at 4_2" in told.out
    assert told.err == "8 warnings in 1 package of 2\n"


def test_validate_strict_takes_warnings_for_errors(furat: Furat) -> None:
    told = furat("validate", "--strict", str(TINY))
    assert told.code == 2
    assert told.err == "Error: 8 warnings in 1 package of 1\n"
    assert furat("validate", "--strict", "deir_ez_zor_2017").code == 0


def test_validate_replay_tells_what_the_rules_refuse(furat: Furat) -> None:
    told = furat("validate", "--replay", str(TINY))
    assert told.code == 0
    assert "history.yaml:10:21: warning: " in told.out
    assert "refused on 2017-09-14: no dice lead to the outcome `take` [refused]" in told.out


def test_validate_tells_problems_with_line_and_caret(furat: Furat, tmp_path: Path) -> None:
    told = furat("validate", str(_broken(tmp_path)))
    head, quoted, caret, *_ = told.out.splitlines()
    assert head.endswith('unknown outcome "tkae", did you mean "take"?')
    assert ":10:50: days[0].segments[0].orders[1].outcome: " in head
    assert quoted[caret.index("^") :].startswith("tkae")
    assert told.code == 2
    assert told.err == "Error: 1 problem in 1 package of 1\n"


def test_validate_as_json_has_an_object_for_each_path(furat: Furat, tmp_path: Path) -> None:
    told = furat("validate", "--json", str(TINY), str(_broken(tmp_path)))
    good, bad = (json.loads(line) for line in told.out.splitlines())
    assert good["ok"] is True
    assert {problem["severity"] for problem in good["problems"]} == {"warning"}
    assert "unsupplied" in {problem["code"] for problem in good["problems"]}
    assert bad["ok"] is False
    assert bad["problems"][0]["suggestion"] == "take"
    assert bad["problems"][0]["severity"] == "error"
    assert told.code == 2


def _broken(folder: Path) -> Path:
    for file in TINY.iterdir():
        text = file.read_text(encoding="utf-8").replace("outcome: take", "outcome: tkae")
        (folder / file.name).write_text(text, encoding="utf-8")
    return folder


def test_replay_as_json_is_a_line_a_day(furat: Furat) -> None:
    told = furat("replay", str(TINY), "--json")
    kinds = [json.loads(line)["type"] for line in told.out.splitlines()]
    assert kinds == ["day"] * 7 + ["fidelity"]
    assert told.err == ""


def test_replay_shows_the_days_asked_for_and_plays_those_before(furat: Furat) -> None:
    whole = furat("replay", str(TINY), "--json").out.splitlines()
    part = furat("replay", str(TINY), "--json", "--from", "2017-09-16", "--until", "2017-09-17")
    *days, account = part.out.splitlines()
    assert days == whole[2:4]
    assert json.loads(account)["days"] == 4


def test_replay_as_text_ends_with_its_fidelity(furat: Furat) -> None:
    told = furat("replay", str(TINY), "--until", "2017-09-15")
    assert "Friday, 15 September 2017" in told.out
    assert "Saturday, 16 September 2017" not in told.out
    first, second = told.out.splitlines()[-3:-1]
    assert first == "Replay of 2 days: 3 orders, 1 refused; decrees among them: 1."
    assert second.startswith("Control differed from the record 0 times")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_says_how_to_install_it(furat: Furat, shell: str) -> None:
    told = furat("completion", shell)
    assert told.code == 0
    assert told.out.startswith("# ")
    assert f"furat completion {shell}" in told.out.splitlines()[0]
    assert "_FURAT_COMPLETE" in told.out
