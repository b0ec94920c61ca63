"""Packages to be edited, copied so that nothing shipped is ever written to."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from game.authoring.workbench import Workbench
from game.scenario.layout import shipped

CAMPAIGN = "deir_ez_zor_2017"


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep what is set aside after a crash out of the player's folders."""
    monkeypatch.setenv("FURAT_DATA_DIR", str(tmp_path / "data"))


@pytest.fixture
def campaign(tmp_path: Path) -> Path:
    """A copy of the shipped campaign."""
    folder = tmp_path / "packages" / CAMPAIGN
    shutil.copytree(Path(shipped()) / CAMPAIGN, folder)
    return folder


@pytest.fixture
def bench(campaign: Path) -> Workbench:
    return Workbench(campaign)


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    """A copy of the smallest scenario."""
    source = Path(__file__).parents[1] / "scenario" / "data" / "tiny"
    return Path(shutil.copytree(source, tmp_path / "tiny"))
