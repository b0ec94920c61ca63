"""The hex map as pure geometry: indices, distances, shapes, searches. It knows nothing of war.

Hexes are pointy-top in odd-r offset (odd rows shoved half a hex east), row 0 is the northern row
and column 0 the western one. A hex is a dense integer, ``row * width + col``; its label, as texts
and files write it, is ``"col_row"``.
"""

from game.hexes.arrays import IMPASSABLE
from game.hexes.directions import (
    DIRECTION_NAMES,
    DIRECTIONS,
    EAST,
    NORTH_EAST,
    NORTH_WEST,
    SOUTH_EAST,
    SOUTH_WEST,
    WEST,
    opposite,
)
from game.hexes.fields import UNREACHED, field
from game.hexes.hexgrid import OFF_MAP, HexGrid, grid
from game.hexes.kept import Marked, marked, reach_again
from game.hexes.search import Reach, path, reach
from game.hexes.sets import Strides, flags_of, gathered, hexes_of, set_of, strides
from game.hexes.spread import components, flood, flood_edges, hops

__all__ = [
    "DIRECTIONS",
    "DIRECTION_NAMES",
    "EAST",
    "IMPASSABLE",
    "NORTH_EAST",
    "NORTH_WEST",
    "OFF_MAP",
    "SOUTH_EAST",
    "SOUTH_WEST",
    "UNREACHED",
    "WEST",
    "HexGrid",
    "Marked",
    "Reach",
    "Strides",
    "components",
    "field",
    "flags_of",
    "flood",
    "flood_edges",
    "gathered",
    "grid",
    "hexes_of",
    "hops",
    "marked",
    "opposite",
    "path",
    "reach",
    "reach_again",
    "set_of",
    "strides",
]
