"""Every test has folders of its own."""

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of what the player makes; settings lie beside it."""
    monkeypatch.setenv("FURAT_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("FURAT_CONFIG_DIR", str(tmp_path / "config"))
    return tmp_path / "data"
