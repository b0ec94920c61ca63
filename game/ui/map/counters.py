"""Counters: the card of a unit at one zoom, drawn once and kept.

State is told by shape: disc = fit step, ring = suppressed, dash = lost; a hollow triangle for low
supply, a crossed square for a unit that is cut off; a grey corner when it has acted; a star for a
leader. Side is told by colour, by the tone of the body in grey, and by a pattern.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

import pygame

from game.engine.forces import UnitCard
from game.engine.state import Supply, Unit
from game.ui.map import symbols
from game.ui.map.card_ground import MARGIN, card_ground, dashed_edge
from game.ui.map.card_marks import (
    acted_corner,
    draw_badge,
    draw_echelon,
    draw_pips,
    draw_star,
    question_mark,
)
from game.ui.map.side_looks import NOBODY, SideLook, side_look
from game.ui.map.symbols import Frame
from game.ui.toolkit.theme import Colour, Theme

SymbolStyle = Literal["app6", "plain"]

CARDS_FROM: Final = 30
"""Below this many pixels per hex a counter is only a tinted frame with the branch."""


@dataclass(frozen=True, slots=True)
class Look:
    """Everything that makes two counters look different."""

    colour: str
    symbol: str = "infantry"
    echelon: str = "battalion"
    fit: int = 1
    suppressed: int = 0
    lost: int = 0
    supply: Supply = Supply.SUPPLIED
    acted: bool = False
    leader: bool = False
    hidden: bool = False
    """Own unit the others do not see."""
    unknown: bool = False
    """Somebody is there; who and how strong is not known."""
    stripe: Colour | None = None
    style: SymbolStyle = "app6"
    frame: Frame = "rectangle"
    bold: bool = False
    """Stronger outline, for the skin of high contrast."""


def card_size(width: float) -> int:
    """Edge of a counter's card in pixels at `width` pixels per hex."""
    return round(0.66 * width)


def look_of(
    card: UnitCard,
    unit: Unit,
    colour: str,
    *,
    symbol: str = "infantry",
    style: SymbolStyle = "app6",
    frame: Frame = "rectangle",
    acted: bool = False,
    leader: bool = False,
    unknown: bool = False,
    stripe: Colour | None = None,
    bold: bool = False,
) -> Look:
    """Return the look of a unit. An unknown one gives away neither kind, size nor state."""
    if unknown:
        return Look(colour, unknown=True, frame="unknown", style=style, bold=bold)
    return Look(
        colour=colour,
        symbol=symbol,
        echelon=card.echelon,
        fit=unit.active,
        suppressed=unit.suppressed,
        lost=max(0, card.steps - unit.steps),
        supply=unit.supply,
        acted=acted,
        leader=leader,
        hidden=unit.hidden,
        stripe=stripe,
        style=style,
        frame=frame,
        bold=bold,
    )


def counter(
    theme: Theme,
    card: UnitCard,
    unit: Unit,
    colour: str,
    width: float,
    style: SymbolStyle = "app6",
    acted: bool = False,
    leader: bool = False,
    *,
    symbol: str = "infantry",
    frame: Frame = "rectangle",
    unknown: bool = False,
    stripe: Colour | None = None,
) -> pygame.Surface:
    """Return the counter of a unit at `width` pixels per hex; its middle is the hex's.

    `colour` is the side's token, `symbol` the one of the unit's type. Do not draw on the surface:
    it is shared by all counters that look the same.
    """
    look = look_of(
        card,
        unit,
        colour,
        symbol=symbol,
        style=style,
        frame=frame,
        acted=acted,
        leader=leader,
        unknown=unknown,
        stripe=stripe,
        bold=theme.name == "high_contrast",
    )
    return picture(look, round(width))


def picture(look: Look, width: int) -> pygame.Surface:
    """Return the counter of a look at `width` pixels per hex."""
    return far(look, width) if width < CARDS_FROM else card_picture(look, card_size(width))


def tones(look: Look) -> SideLook:
    """The colours of a look: a unit that is not known has none of a side's."""
    return NOBODY if look.unknown else side_look(look.colour)


@lru_cache(maxsize=1200)
def card_picture(look: Look, edge: int) -> pygame.Surface:
    """Return a card whose edge is `edge` pixels, also for lists: with its margin round it."""
    tone = tones(look)
    surface = card_ground(
        tone, edge, 0 if look.stripe is None else _stripe(edge), look.stripe, look.bold
    ).copy()
    card = pygame.Rect(MARGIN, MARGIN, edge, edge)
    if look.hidden:
        dashed_edge(surface, card, tone.mark)
    left = card.left + (_stripe(edge) if look.stripe is not None else 0)
    middle = (left + card.right) / 2
    if look.acted:
        acted_corner(surface, card, tone)
    image = _symbol(look, edge)
    top = card.top + round(0.53 * edge - image.get_height() / 2)
    surface.blit(image, (round(middle - image.get_width() / 2), top))
    if look.unknown:
        question_mark(surface, (round(middle), top + image.get_height() // 2), edge)
        return surface
    draw_echelon(surface, look.echelon, middle, card, top, tone.mark)
    draw_pips(surface, (look.fit, look.suppressed, look.lost), middle, card, tone)
    if look.supply is not Supply.SUPPLIED:
        draw_badge(surface, card, cut_off=look.supply is Supply.ISOLATED)
    if look.leader:
        draw_star(surface, card)
    return surface


@lru_cache(maxsize=1000)
def far(look: Look, width: int) -> pygame.Surface:
    """Return the far picture of a unit: the frame in the side's tint, with its branch."""
    tone = tones(look)
    heights = {"rectangle": 0.58, "square": 0.72, "diamond": 1.0, "unknown": 1.0}
    height = round(heights[look.frame] * width)
    ink = symbols.INK if not tone.dark else (250, 247, 238)
    if look.style == "plain" and not look.unknown:
        image = symbols.plain(look.symbol, round(0.66 * width), tone.body, ink)
    else:
        name = "" if look.unknown else look.symbol
        image = symbols.framed(name, look.frame, height, 1.2, tone.body, ink, tone.edge)
    size = image.get_size()
    surface = pygame.Surface((size[0] + 2, size[1] + 2), pygame.SRCALPHA)
    rim = pygame.mask.from_surface(image, 90).to_surface(
        setcolor=(250, 246, 236, 255), unsetcolor=(0, 0, 0, 0)
    )
    for x, y in ((0, 1), (2, 1), (1, 0), (1, 2)):
        surface.blit(rim, (x, y))
    surface.blit(image, (1, 1))
    if look.unknown:
        question_mark(surface, (surface.get_width() // 2, surface.get_height() // 2), width)
    return surface


def _symbol(look: Look, edge: int) -> pygame.Surface:
    if look.style == "plain" and not look.unknown:
        return symbols.plain(look.symbol, round(0.46 * edge))
    share = {"rectangle": 0.39, "square": 0.46, "diamond": 0.56, "unknown": 0.66}[look.frame]
    name = "" if look.unknown else look.symbol
    return symbols.framed(name, look.frame, round(share * edge), max(1.0, 0.031 * edge))


def _stripe(edge: int) -> int:
    return max(2, round(0.075 * edge))
