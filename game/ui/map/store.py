"""Rasters kept on disk between runs, for one board printed in one way."""

from __future__ import annotations

import hashlib
import os
import zipfile
from dataclasses import astuple
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from game.engine.scenario import Scenario
from game.scenario.cache import cache_folder
from game.ui.map.palette import Palette

VERSION: Final = 1
"""Of the way the map is drawn; raise it when a kept raster would look otherwise now."""


def map_folder() -> Path:
    """Return the folder in which what was drawn is kept between runs."""
    return Path(cache_folder()) / "map"


class Store:
    """A folder of rasters; what cannot be read is made again, what cannot be written is lost."""

    def __init__(self, folder: Path, key: str) -> None:
        self._folder = folder / key

    def load(self, name: str) -> dict[str, NDArray[Any]] | None:
        """Return the arrays kept under a name."""
        try:
            with np.load(self._folder / f"{name}.npz", allow_pickle=False) as kept:
                return {key: kept[key] for key in kept.files}
        except (OSError, ValueError, KeyError, zipfile.BadZipFile, EOFError):
            return None

    def save(self, name: str, **arrays: NDArray[Any]) -> None:
        """Keep arrays under a name."""
        path = self._folder / f"{name}.npz"
        draft = self._folder / f".{name}.{os.getpid()}.npz"
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            with draft.open("wb") as file:
                np.savez(file, allow_pickle=False, **arrays)
            draft.replace(path)
        except OSError:
            draft.unlink(missing_ok=True)


def board_key(scenario: Scenario, palette: Palette) -> str:
    """Return a name for everything the fixed layers of a map depend on."""
    board = scenario.board
    parts = (
        VERSION,
        board.grid.width,
        board.grid.height,
        board.terrain.hex(),
        board.rivers.hex(),
        board.road_chains,
        tuple((place.id, place.kind, place.hexes) for place in board.places),
        tuple((t.id, t.built_up, t.dense) for t in scenario.rules.terrains),
        astuple(palette),
    )
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:24]
