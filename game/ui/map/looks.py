"""How each kind of terrain is drawn, for any rulebook."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from game.engine.rulebook import Terrain


@dataclass(frozen=True, slots=True)
class Lattice:
    """A pattern of buildings: size of a lot and gap in hexes, share of lots built on."""

    along: float
    across: float
    gap: float
    share: float
    tone: str
    """Name of a colour of the palette."""
    close: bool = False
    """The same density everywhere, not only along roads."""


@dataclass(frozen=True, slots=True)
class Look:
    """How one kind of terrain is drawn."""

    built: float = 0.0
    """Share of town ground, 0-1."""
    farm: bool = False
    hill: bool = False
    wood: bool = False
    base: bool = False
    airfield: bool = False
    settled: bool = False
    """Lies on green ground where its neighbours do."""
    lattice: Lattice | None = None


PLAIN: Final = Look()
_URBAN: Final = Look(0.8, lattice=Lattice(0.20, 0.14, 0.036, 0.92, "urban", True))
_DENSE: Final = Look(1.0, lattice=Lattice(0.165, 0.115, 0.022, 0.97, "dense", True))
_KNOWN: Final = {
    "farmland": Look(farm=True),
    "fields": Look(farm=True),
    "hills": Look(hill=True),
    "hill": Look(hill=True),
    "mountain": Look(hill=True),
    "rough": Look(hill=True),
    "forest": Look(wood=True),
    "woods": Look(wood=True),
    "marsh": Look(farm=True),
    "village": Look(0.35, settled=True, lattice=Lattice(0.15, 0.12, 0.062, 0.5, "village")),
    "suburb": Look(0.5, settled=True, lattice=Lattice(0.19, 0.135, 0.058, 0.72, "suburb")),
    "urban": _URBAN,
    "town": _URBAN,
    "city": _DENSE,
    "dense_urban": _DENSE,
    "ruins": Look(0.75, lattice=Lattice(0.17, 0.12, 0.05, 0.62, "urban", True)),
    "industrial": Look(0.75, lattice=Lattice(0.27, 0.15, 0.05, 0.8, "shed")),
    "airbase": Look(airfield=True),
    "base": Look(base=True, lattice=Lattice(0.26, 0.13, 0.075, 0.34, "hut")),
    "oilgas": Look(0.4, lattice=Lattice(0.2, 0.16, 0.06, 0.3, "shed")),
}


def looks(terrains: Sequence[Terrain]) -> tuple[Look, ...]:
    """Return the look of each terrain: by its id, by what it does for one nobody knows."""
    return tuple(_look(terrain) for terrain in terrains)


def _look(terrain: Terrain) -> Look:
    if terrain.id in _KNOWN:
        return _KNOWN[terrain.id]
    if terrain.dense:
        return _DENSE
    return _URBAN if terrain.built_up else PLAIN
