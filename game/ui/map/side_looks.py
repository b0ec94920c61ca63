"""How the sides look on the map: colour, and always a pattern beside it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from game.engine.scenario import Scenario
from game.ui.map.palette import LIGHT
from game.ui.map.symbols import Frame
from game.ui.toolkit.theme import Colour

Pattern = Literal["plain", "stripes", "dots"]


@dataclass(frozen=True)
class SideLook:
    """Colours of one side's counters, marks and areas on the light map."""

    body: Colour
    """Of the card."""
    edge: Colour
    mark: Colour
    """Step pips and echelon on the body."""
    line: Colour
    """Full strength, for lines on the paper."""
    tint: Colour
    """For areas and small marks."""
    pattern: Pattern

    @property
    def dark(self) -> bool:
        """Whether marks on the body are light."""
        return sum(self.body) < 380


_INK: Final[Colour] = (26, 24, 22)
_CREAM: Final[Colour] = (250, 247, 238)
_PATTERNS: Final[dict[str, Pattern]] = {"dash": "stripes", "dash_dot": "stripes", "dots": "dots"}
_FRAMES: Final[dict[Pattern, Frame]] = {
    "plain": "rectangle",
    "stripes": "diamond",
    "dots": "square",
}
NOBODY: Final = SideLook(
    (205, 203, 198), (104, 101, 95), _INK, (98, 94, 86), (150, 146, 138), "plain"
)
"""What nobody holds, and units that are not known."""
_FORMATIONS: Final[tuple[Colour, ...]] = (
    (196, 132, 40),
    (60, 92, 130),
    (110, 120, 80),
    (124, 84, 134),
    (70, 126, 122),
    (150, 74, 60),
)


@cache
def side_look(colour: str, number: int = 0) -> SideLook:
    """Return the look of a side by the token of its colour, and its number if nobody knows it."""
    if not colour:
        return NOBODY
    ink = LIGHT.side(colour, number)
    dark = sum(ink.body) < 380
    r, g, b = (round(part * (0.36 if dark else 0.62)) for part in ink.body)
    return SideLook(
        body=ink.body,
        edge=(r, g, b),
        mark=_CREAM if dark else _INK,
        line=ink.line,
        tint=ink.tint,
        pattern=_PATTERNS.get(ink.pattern, "plain"),
    )


def formation_stripe(scenario: Scenario, formation: int) -> Colour | None:
    """Return the stripe of a formation; none for a side whose formations are not told apart.

    A formation may name its colour as `#RRGGBB`. Otherwise the formations of a side take the
    muted colours in turn, unless the side's counters are dark, on which they would not be seen.
    """
    one = scenario.oob.formations[formation]
    if len(one.colour) == 7 and one.colour.startswith("#"):
        try:
            code = int(one.colour[1:], 16)
        except ValueError:
            return None
        return code >> 16, code >> 8 & 255, code & 255
    if side_look(scenario.oob.sides[one.side].colour).dark:
        return None
    same = [n for n, other in enumerate(scenario.oob.formations) if other.side == one.side]
    return _FORMATIONS[same.index(formation) % len(_FORMATIONS)]


def frame_of(scenario: Scenario, side: int) -> Frame:
    """Return the frame of a side's symbols, which goes with the pattern of its front.

    It only tells the sides apart, also without colour; nobody is anybody's friend or enemy by it.
    """
    return _FRAMES[side_look(scenario.oob.sides[side].colour, side).pattern]
