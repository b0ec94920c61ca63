"""What a scene says about one thing that can be clicked or reached by key."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import pygame

from game.ui.toolkit.scrolling import ScrollArea
from game.ui.toolkit.theme import Theme

Kind = Literal[
    "button", "primary", "toggle", "segment", "link", "chip", "card", "row", "slider", "field",
    "icon", "tab", "area",
]  # fmt: skip


@dataclass(frozen=True)
class State:
    """How a control is at this moment."""

    hovered: bool = False
    pressed: bool = False
    focused: bool = False


Painter = Callable[[pygame.Surface, Theme, pygame.Rect, State], None]


@dataclass
class Control:
    """One control of this frame. Scenes make them anew whenever anything changes.

    `note` is the second line of a chip, card or row; `mark` the mark of a chip. A slider holds a
    number in `value`, within `span` (least, most, step); a field holds its text; a toggle or a
    segment is on when `current`. After the user changed a value, `changed` is called with the new
    one; then `action`, if any. `submit` is called on Enter in a
    field; in one of `many_lines` Enter begins a new line. `paint` draws further
    contents after the frame (cards, rows), or all of an `area`, which is only a place to click.
    `lang` is the language of what is written in a field, if it is not that of the window.
    Segments, tabs and rows of one `group` are walked with the arrow keys.
    """

    id: str
    rect: pygame.Rect
    kind: Kind
    label: str = ""
    icon: str = ""
    key: str = ""
    hint: str = ""
    enabled: bool = True
    why: str = ""
    current: bool = False
    value: object = None
    part: str = ""
    action: Callable[[], None] | None = None
    changed: Callable[[object], None] | None = None
    submit: Callable[[], None] | None = None
    note: str = ""
    mark: str = ""
    facts: tuple[str, ...] = ()
    group: str = ""
    span: tuple[float, float, float] = (0, 1, 0.1)
    area: ScrollArea | None = None
    paint: Painter | None = None
    framed: bool = False
    on_plate: bool = False
    size: float = 14
    placeholder: str = ""
    longest: int = 200
    many_lines: bool = False
    lang: str = ""

    @property
    def shown(self) -> pygame.Rect:
        """Where it lies on the screen, which depends on how far its area is scrolled."""
        return self.area.shown(self.rect) if self.area else self.rect

    def hit(self, pos: tuple[int, int], least: int = 0) -> bool:
        """True if a point is on it; a small one answers as if it were `least` px wide and high."""
        if self.area and not self.area.rect.collidepoint(pos):
            return False
        rect = self.shown
        grown = rect.inflate(max(0, least - rect.w), max(0, least - rect.h))
        return grown.collidepoint(pos)
