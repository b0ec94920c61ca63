"""The tools of the editor: what each paints or picks, and with what."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final, Literal

from game.authoring.symmetry import Symmetry

Subject = Literal["", "hexes", "sides", "chain"]
"""What a stroke of a tool collects: nothing, hexes, hexsides, or hexes in a chain."""


@dataclass(frozen=True, slots=True)
class Tool:
    """A tool. Its words are `author.tool_<id>`, its key is that of the action `tool_<id>`."""

    id: str
    icon: str
    modes: tuple[str, ...] = ("",)
    """What it can do; the words are `author.mode_<mode>`."""
    kinds: tuple[str, ...] = ()
    """Kinds of things it makes and picks; its list shows the first."""


TOOLS: Final = (
    Tool("select", "sel"),
    Tool("terrain", "hex", ("terrain",)),
    Tool("river", "riv", ("landmass", "sides", "crossing"), ("crossing", "water")),
    Tool("road", "road", ("draw",), ("road",)),
    Tool("place", "pin", ("choose", "hexes"), ("place",)),
    Tool("control", "ctl", ("holders", "people"), ("side",)),
    Tool("unit", "unit", ("choose",), ("unit", "formation", "leader")),
    Tool("event", "evt", ("choose",), ("event",)),
    Tool("goal", "flag", ("choose",), ("objective",)),
    Tool("box", "box", ("choose",), ("box", "entry")),
)

BY_ID: Final = {tool.id: tool for tool in TOOLS}


@dataclass
class Hand:
    """What is in the author's hand: a tool, its mode, and what it paints with."""

    tool: Tool = TOOLS[0]
    modes: dict[str, str] = field(default_factory=dict)
    size: int = 1
    fill: bool = False
    mirror: Symmetry = Symmetry.NONE
    inks: dict[str, str] = field(default_factory=dict)
    """By mode: the terrain, landmass, side, level or kind that is painted."""

    @property
    def mode(self) -> str:
        """What the tool does now."""
        return self.modes.get(self.tool.id, self.tool.modes[0])

    @property
    def job(self) -> str:
        """Tool and mode as one word, such as `river.sides`."""
        return f"{self.tool.id}.{self.mode}"

    @property
    def subject(self) -> Subject:
        """What a stroke collects."""
        return SUBJECTS.get(self.job, "")

    @property
    def ink(self) -> str:
        """What is painted with, empty if nothing was chosen."""
        return self.inks.get(self.job, "")


SUBJECTS: Final[dict[str, Subject]] = {
    "terrain.terrain": "hexes",
    "river.landmass": "hexes",
    "river.sides": "sides",
    "control.holders": "hexes",
    "control.people": "hexes",
    "place.hexes": "hexes",
    "road.draw": "chain",
}
