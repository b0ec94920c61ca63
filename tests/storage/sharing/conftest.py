"""A scenario folder of an author, and the folder of a player who gets the package."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from game.storage.sharing import export

TINY = Path(__file__).parents[2] / "scenario" / "data" / "tiny"


@pytest.fixture(autouse=True)
def player(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the player's own data."""
    folder = tmp_path / "player"
    monkeypatch.setenv("FURAT_DATA_DIR", str(folder))
    return folder


@pytest.fixture
def author(tmp_path: Path) -> Callable[[str], Path]:
    """Makes scenarios in the folder of an author."""

    def make(name: str) -> Path:
        folder = tmp_path / "author" / name
        shutil.copytree(TINY, folder)
        header = folder / "scenario.yaml"
        text = header.read_text(encoding="utf-8").replace("id: tiny", f"id: {name}")
        header.write_text(text + 'credits: ["A. N. Author"]\n', encoding="utf-8")
        return folder

    return make


@pytest.fixture
def parcel(author: Callable[[str], Path], tmp_path: Path) -> Path:
    """A package of the scenario `ford`."""
    target = tmp_path / "ford.zip"
    export(str(author("ford")), str(target))
    return target
