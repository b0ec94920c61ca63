"""The hand-over: an opaque screen between the turns of players who share it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pygame import Rect

from game.ui.scene import Picture
from game.ui.scenes.page import Page
from game.ui.toolkit.controls import Control, natural_size
from game.ui.toolkit.text import line_height, wrap
from game.ui.toolkit.words import date

if TYPE_CHECKING:
    from game.ui.app import App


@dataclass(frozen=True, slots=True)
class HandoverFacts:
    """What the screen says; nothing in it tells of either side's game."""

    side: str
    """Name of the side that plays next."""
    colour: str
    """Its token of colour."""
    other: str
    """Name of the side that has played."""
    day: str
    """ISO date."""
    turn: int
    turns: int


class HandoverScene(Page):
    """Asks for the next player. `ready` and `leave` are called after it has gone."""

    contexts = ("everywhere",)

    def __init__(
        self, facts: HandoverFacts, ready: Callable[[], None], leave: Callable[[], None]
    ) -> None:
        super().__init__()
        self.facts = facts
        self._ready = ready
        self._leave = leave

    def layout(self, app: App) -> None:
        """Put everything in the middle, a little above it."""
        self.begin(app)
        theme, px, facts = self.theme, self.px, self.facts
        width = min(px(640), self.screen.w - px(32))
        left = (self.screen.w - width) // 2
        text = wrap(theme, self.w("handover.text", other=facts.other), 16, width)
        heads = wrap(theme, self.w("handover.head", side=facts.side), 40, width, "semibold")
        low = self.logical_size[1] < 480
        air = 0.5 if low else 1.0
        high = (
            (0 if low else px(56 + 24))
            + line_height(theme, 16)
            + px(6)
            + len(heads) * line_height(theme, 40)
            + len(text) * line_height(theme, 16)
            + int(px(16 + 38 + 16 + 38) * air)
            + px(42 + 32)
            + line_height(theme, 12)
        )
        y = max(px(8), int((self.screen.h - high) * 0.43))
        if not low:
            side = px(56)
            self.swatch(facts.colour, Rect((self.screen.w - side) // 2, y, side, side))
            y += side + px(24)
        when = self.w(
            "handover.when",
            date=date(theme.lang, facts.day, "weekday"),
            turn=facts.turn,
            turns=facts.turns,
        )
        y += self.text(when, left, y, width, 16, theme.text2, align="centre") + px(6)
        y += self.lines(heads, left, y, width, 40, theme.text1, "semibold", "centre")
        y += int(px(16) * air)
        y += self.lines(text, left, y, width, 16, theme.text2, align="centre")
        y += int(px(38) * air)
        ready = Control(
            "ready",
            Rect(0, 0, 0, 0),
            "primary",
            self.w("handover.ready", side=facts.side),
            icon="eye",
            key="Enter",
            size=16,
            action=self._go,
        )
        y = self._button(ready, y, px(42)) + int(px(16) * air)
        leave = Control(
            "leave",
            Rect(0, 0, 0, 0),
            "button",
            self.w("handover.leave"),
            key=self.app.keys.cap("save"),
            action=self._go_away,
        )
        y = self._button(leave, y, px(32)) + int(px(38) * air)
        quiet = wrap(theme, self.w("handover.quiet"), 12, width)
        self.lines(quiet, left, y, width, 12, theme.text3, align="centre")
        if not self.controls.focus:
            self.controls.set_focus("ready", visible=True)

    def _button(self, control: Control, y: int, high: int) -> int:
        wide = natural_size(self.theme, control)[0] + self.px(8)
        control.rect = Rect((self.screen.w - wide) // 2, y, wide, high)
        self.add(control)
        return y + high

    def act(self, action: str) -> bool:
        """Save and leave by its key; other keys show nothing of the game."""
        if action == "save":
            self._go_away()
        return action in ("save", "load", "quick_save", "quick_load", "log", "find", "why")

    def back(self) -> bool:
        """Esc does not look behind the screen."""
        return True

    def _go(self) -> None:
        self.app.pop()
        self._ready()

    def _go_away(self) -> None:
        self.app.pop()
        self._leave()


def pictures() -> dict[str, Picture]:
    """Return the states of this screen worth a picture."""
    return {"10_handover": _picture}


def _picture(app: App) -> None:
    words = app.words
    facts = HandoverFacts(
        words("keys.front.isil"), "isil", words("keys.front.government"), "2017-10-25", 42, 65
    )
    app.reset(HandoverScene(facts, app.pop, app.pop))
