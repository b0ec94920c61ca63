"""What a text or number of a file stands for, said in the annotation of its field.

To the checks and the engine these are plain texts and numbers. The forms of the editor read the
name of the annotation: a `UnitId` is chosen among the units, a `Hex` pointed at on the map.
"""

from __future__ import annotations

from typing import TypeAlias

SideId: TypeAlias = str
SideOrNobody: TypeAlias = str
"""Id of a side, or `nobody`."""
Holder: TypeAlias = str
"""Id of a side, or `contested`."""
FormationId: TypeAlias = str
UnitId: TypeAlias = str
UnitTypeId: TypeAlias = str
LeaderId: TypeAlias = str
CrossingId: TypeAlias = str
PlaceId: TypeAlias = str
BoxId: TypeAlias = str
Whereabouts: TypeAlias = str
"""Id of a place or of a box."""
EventId: TypeAlias = str
ObjectiveId: TypeAlias = str
SourceRow: TypeAlias = str
"""Id of a row of `sources.yaml`."""
Landmass: TypeAlias = str
Colour: TypeAlias = str
"""Token of a side's colour."""

Hex: TypeAlias = str
"""`14_13`."""
Hexes: TypeAlias = str
"""Hexes with blanks between them."""
Hexsides: TypeAlias = str
"""Pairs of neighbouring hexes: `10_0|11_0 10_0|10_1`."""
OrderWords: TypeAlias = str
"""An order of the order language, or the outcome of one."""
Focus: TypeAlias = str
"""Ids of places and hexes."""
Letters: TypeAlias = str
"""Rows of letters, one for each hex."""
Prose: TypeAlias = str
"""A text of more than a line."""

Steps: TypeAlias = int
"""1 to 8."""
Level: TypeAlias = int
"""0 to 3."""
Percent: TypeAlias = int
"""0 to 100."""
Points: TypeAlias = int
"""0 to 99."""
Days: TypeAlias = int
"""0 to 99."""
Men: TypeAlias = int
MapSide: TypeAlias = int
"""Hexes a map is wide or high."""
