"""`validate --fix` writes and tells; `--diff` only shows."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import TINY, Told

Furat = Callable[..., Told]


@pytest.fixture
def broken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two slips, one of which only the author can put right."""
    monkeypatch.setenv("FURAT_DATA_DIR", str(tmp_path / "data"))
    folder = Path(shutil.copytree(TINY, tmp_path / "tiny"))
    path = folder / "forces.yaml"
    text = path.read_text(encoding="utf-8").replace("hidden: true", "hiden: true  # dug in")
    path.write_text(text.replace("type: fighters", "type: figters"), encoding="utf-8")
    return folder


def test_fix_writes_and_tells_what_is_left(furat: Furat, broken: Path) -> None:
    told = furat("validate", "--fix", str(broken))
    assert told.out.splitlines()[0] == f"fixed {broken}/forces.yaml:15: hiden -> hidden"
    assert 'unknown unit type "figters", did you mean "fighters"?' in told.out
    assert told.code == 2
    assert f"The files as they were are kept in {broken.parent}/data/replaced/tiny.1" in told.err
    assert "hidden: true  # dug in" in (broken / "forces.yaml").read_text(encoding="utf-8")
    again = furat("validate", "--fix", str(broken))
    assert "fixed" not in again.out


def test_diff_writes_nothing(furat: Furat, broken: Path) -> None:
    before = (broken / "forces.yaml").read_bytes()
    told = furat("validate", "--diff", str(broken))
    assert "-    hiden: true  # dug in\n+    hidden: true  # dug in\n" in told.out
    assert 'unknown unit type "figters"' in told.out
    assert told.code == 2
    assert (broken / "forces.yaml").read_bytes() == before
    assert not (broken.parent / "data").exists()


def test_fix_with_json_keeps_the_output_clean(furat: Furat, broken: Path) -> None:
    told = furat("validate", "--fix", "--json", str(broken))
    (line,) = told.out.splitlines()
    assert json.loads(line)["ok"] is False
    assert "fixed " in told.err


@pytest.mark.parametrize("option", ["--fix", "--diff"])
def test_scenarios_of_the_game_are_not_touched(furat: Furat, option: str) -> None:
    told = furat("validate", option, "deir_ez_zor_2017")
    assert told.code == 2
    assert "comes with the game: mend a copy of it" in told.err


def test_diff_and_json_do_not_go_together(furat: Furat, broken: Path) -> None:
    assert furat("validate", "--diff", "--json", str(broken)).code == 2


def test_a_path_that_is_none(furat: Furat) -> None:
    told = furat("validate", "--fix", "./nowhere")
    assert told.code == 2
    assert "there is no folder" in told.out
