"""The tiny scenario with a history of its own, and one replay of the real one for all tests."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from game.history.chronicle import Chronicle
from game.history.fidelity import Fidelity
from game.history.lines import lines
from game.scenario.package import load_record, load_scenario

TINY = Path(__file__).parents[1] / "scenario" / "data" / "tiny"
Line = dict[str, Any]


def replayed(ref: str | Path) -> list[Line]:
    """The lines of a whole replay, read back."""
    record = load_record(ref)
    chronicle = Chronicle(load_scenario(ref), record)
    return [json.loads(line) for line in lines(chronicle, Fidelity(record))]


@pytest.fixture
def with_files(tmp_path: Path) -> Callable[..., Path]:
    """Copies the tiny package, with other text in some of its files."""

    def make(**files: str) -> Path:
        folder = tmp_path / "tiny"
        shutil.copytree(TINY, folder)
        for name, text in files.items():
            (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
        return folder

    return make


@pytest.fixture(scope="session")
def real() -> list[Line]:
    """The replay of the whole campaign: 65 days and the account of fidelity."""
    return replayed("deir_ez_zor_2017")
