"""A small valid package to break."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.scenario.packages import TINY, Package


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
