"""A small valid package to break, and a cache folder of its own for every test."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.scenario.packages import TINY, Package


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FURAT_CACHE_DIR", str(tmp_path / "cache"))


@pytest.fixture
def copy(tmp_path: Path) -> Callable[[str], Package]:
    """Copies the tiny package under a new name into one scenarios folder."""

    def make(name: str) -> Package:
        shutil.copytree(TINY, tmp_path / name)
        return Package(tmp_path / name)

    return make


@pytest.fixture
def tiny(copy: Callable[[str], Package]) -> Package:
    return copy("tiny")
