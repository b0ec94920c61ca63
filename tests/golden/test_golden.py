"""Short games told line by line stay as they are kept (see `playthrough`)."""

from __future__ import annotations

import pytest

from tests.golden.playthrough import FOLDER, GAMES, told


@pytest.mark.parametrize("board", GAMES)
def test_playthrough(board: str) -> None:
    kept = (FOLDER / f"{board}.txt").read_text(encoding="utf-8")
    assert told(board).splitlines() == kept.splitlines()
    assert len(kept.splitlines()) <= 120
