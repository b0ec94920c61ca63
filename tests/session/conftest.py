"""Every test has a folder of its own for saves."""

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of what the player makes."""
    monkeypatch.setenv("FURAT_DATA_DIR", str(tmp_path / "data"))
    return tmp_path / "data"
