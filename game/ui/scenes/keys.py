"""The sheet of keys and mouse, made from the live key table; keys are changed here too."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pygame
from pygame import Rect

from game.ui.chords import Chord, pressed
from game.ui.key_actions import GROUPS, SHEET, SheetRow
from game.ui.scene import Picture
from game.ui.scenes.key_legends import legends
from game.ui.scenes.page import BarPage
from game.ui.toolkit.controls import Control, ScrollArea, natural_size
from game.ui.toolkit.look import cap_width
from game.ui.toolkit.text import line_height, wrap

if TYPE_CHECKING:
    from game.ui.app import App

_ROW = 40
_PAGES = {pygame.K_PAGEDOWN: 0.8, pygame.K_PAGEUP: -0.8}


class KeysScene(BarPage):
    """Lists of actions with their keys, then mouse, counter, grades and fronts."""

    def __init__(self, rebinding: bool = False, wanted: str = "") -> None:
        super().__init__()
        self.rebinding = rebinding
        self.wanted = wanted
        self.capturing = ""
        """The action that waits for its new key."""
        self.message = ""
        self._offered: Chord | None = None
        self._area: ScrollArea | None = None

    # --- layout -----------------------------------------------------------------------------

    def layout(self, app: App) -> None:
        """Lay out the bar, the message, and the panels in as many columns as fit."""
        self.begin(app)
        px, wide = self.px, self.logical_size[0]
        self.controls.parts = ["bar", "keys"]
        note = "" if self.rebinding else self.w("keys.note")
        top = self.header(self.w("keys.title"), note, self._buttons(wide))
        if self.rebinding:
            top = self._message(top)
        roomy = wide >= 1600
        margin, gap = px(48 if roomy else 24 if wide > 800 else 12), px(24 if roomy else 16)
        columns = 5 if wide >= 1800 else 4 if wide >= 1500 else 2 if wide >= 800 else 1
        area = self.area(self._area, Rect(0, top, self.screen.w, self.screen.h - top))
        self._area = area
        width = (self.screen.w - 2 * margin - gap * (columns - 1)) // columns
        start = top + px(40 if roomy else 20)
        lowest = y = start
        shown = [(group, rows) for group in GROUPS if (rows := self._rows(group))]
        for number, (group, rows) in enumerate(shown):
            if number and number % columns == 0:
                y = lowest + gap
            x = margin + (number % columns) * (width + gap)
            tallest = max(len(other) for _, other in shown[number - number % columns :][:columns])
            bottom = self._group(group, rows, Rect(x, y, width, 0), tallest, area)
            lowest = max(lowest, bottom)
        if not shown:
            text = self.w("keys.nothing", text=self.wanted)
            lowest += self.lines(text, margin, y, width, 14, self.theme.text2, area=area)
        elif not self.wanted and not self.rebinding:
            lowest = legends(self, lowest + px(32 if roomy else 16), margin, area)
        self.fit_area(area, lowest + px(24))

    def _buttons(self, wide: float) -> list[Control]:
        px = self.px
        find = Control(
            "find",
            Rect(0, 0, px(320 if wide >= 1500 else 180), 0),
            "field",
            value=self.wanted,
            placeholder=self.w("keys.find"),
            changed=self._find,
        )
        made = []
        if self.rebinding and self.app.keys.changed():
            made.append(
                Control(
                    "restore",
                    Rect(0, 0, 0, 0),
                    "button",
                    self.w("keys.restore"),
                    action=self._restore,
                )
            )
        made.append(
            Control(
                "rebind",
                Rect(0, 0, 0, 0),
                "button",
                self.w("keys.rebind_done" if self.rebinding else "keys.rebind"),
                icon="ok" if self.rebinding else "gear",
                action=self._turn,
            )
        )
        if not self.rebinding:
            made += self.reading_buttons()
        for control in made:
            if wide < 800 and control.icon:
                control.hint, control.label = control.label, ""
                control.kind, control.framed = "icon", True
            control.rect.w = natural_size(self.theme, control)[0]
        return [find, *made] if wide >= 700 or not self.rebinding else made

    def _message(self, top: int) -> int:
        theme, px = self.theme, self.px
        text = self.message or self.w("keys.choose")
        rows = wrap(theme, text, 14, self.screen.w - px(64))
        high = line_height(theme, 14) * len(rows) + px(16)
        self.fill(Rect(0, top, self.screen.w, high), theme.bg2)
        self.lines(rows, px(32), top + px(8), self.screen.w - px(64), 14, theme.text1)
        return top + high

    def _rows(self, group: str) -> list[SheetRow]:
        folded = self.wanted.strip().casefold()
        return [
            row
            for row in SHEET[group]
            if not folded or folded in self.w(f"keys.row.{row.id}").casefold()
        ]

    def _group(
        self, group: str, rows: list[SheetRow], box: Rect, tallest: int, area: ScrollArea
    ) -> int:
        theme, px = self.theme, self.px
        pad = px(20)
        box.h = px(50) + tallest * px(_ROW) + px(14)
        self.panel(box, theme.bg1, theme.line, area)
        inner = Rect(box.x + pad, box.y, box.w - 2 * pad, box.h)
        self.text(
            self.w(f"keys.group_{group}"),
            inner.x,
            box.y + px(16),
            inner.w,
            16,
            theme.text1,
            "semibold",
            area=area,
        )
        y = box.y + px(49)
        for row in rows:
            self.fill(Rect(inner.x, y, inner.w, px(1)), theme.line, area)
            self._row(row, Rect(inner.x, y + px(1), inner.w, px(_ROW) - px(1)), area)
            y += px(_ROW)
        return box.bottom

    def _row(self, row: SheetRow, box: Rect, area: ScrollArea) -> None:
        theme, px = self.theme, self.px
        x = self._live_caps(row, box, area) if self.rebinding else self._caps(row, box, area)
        label = self.w(f"keys.row.{row.id}")
        room = x - px(8) - box.x
        lines = wrap(theme, label, 14, room)
        size = 14 if len(lines) == 1 else 12
        rows = lines if size == 14 else wrap(theme, label, 12, room)[:2]
        y = box.y + (box.h - line_height(theme, size) * len(rows)) // 2
        self.lines(rows, box.x, y, room, size, theme.text1, area=area)

    def _caps(self, row: SheetRow, box: Rect, area: ScrollArea) -> int:
        """Draw the caps of a row from its end; returns where they begin."""
        px, x = self.px, box.right
        for text in reversed(self._cap_texts(row)):
            wide = cap_width(self.theme, text)
            x -= wide
            self.cap(x, box.y + (box.h - px(18)) // 2, text, area)
            x -= px(4)
        return x

    def _cap_texts(self, row: SheetRow) -> list[str]:
        caps = [self.app.keys.cap(action) for action in row.actions]
        if row.id == "cursor" and all(len(cap) == 1 for cap in caps):
            return [" ".join(caps[:3]), " ".join(caps[3:])]
        if row.id == "pan" and caps == ["←", "→", "↑", "↓"]:
            return [self.w("keys.arrows")]
        return [cap or self.w("keys.none") for cap in caps]

    def _live_caps(self, row: SheetRow, box: Rect, area: ScrollArea) -> int:
        """Put a button for the key of every action of a row; returns where they begin."""
        px, x = self.px, box.right
        for action in reversed(row.actions):
            cap = self.app.keys.cap(action) or self.w("keys.none")
            control = Control(
                f"cap_{action}",
                Rect(0, 0, 0, px(28)),
                "button",
                cap,
                size=12,
                part="keys",
                area=area,
                current=action == self.capturing,
                enabled=not self.app.keys.fixed(action),
                why=self.w("keys.fixed", cap=cap),
                hint=self.named(action),
                action=partial(self.capture, action),
            )
            if action == self.capturing:
                control.kind = "primary"
            control.rect.w = max(px(30), natural_size(self.theme, control)[0] - px(10))
            x -= control.rect.w
            control.rect.topleft = (x, box.y + (box.h - px(28)) // 2)
            self.add(control)
            x -= px(4)
        return x

    # --- deeds ------------------------------------------------------------------------------

    def named(self, action: str) -> str:
        """Return what an action is called, in words."""
        key = f"keys.action.{action}"
        return self.w(key if self.app.words.has(key) else f"keys.row.{action}")

    def capture(self, action: str) -> None:
        """Wait for the new key of an action."""
        self.capturing, self._offered = action, None
        self.message = self.w("keys.press", action=self.named(action))
        self.app.relayout()

    def handle(self, event: pygame.event.Event) -> bool | None:
        """Take an event; while a key is being chosen, every key press is meant for that."""
        if self.capturing:
            if event.type == pygame.KEYDOWN:
                self._chosen(event)
                return True
            if event.type == pygame.TEXTINPUT:
                return True
            if event.type == pygame.MOUSEBUTTONDOWN:
                self._stop("")
        elif event.type == pygame.TEXTINPUT and not self.controls.focus:
            self.controls.set_focus("find")
        if super().handle(event):
            return True
        if event.type == pygame.KEYDOWN and event.key in _PAGES and self._area is not None:
            self._area.scroll(int(self._area.rect.h * _PAGES[event.key]))
            return True
        return False

    def act(self, action: str) -> bool:
        """Go to the field for searching."""
        if action == "find":
            self.controls.set_focus("find", visible=True)
        return action in ("find", "keys")

    def _chosen(self, event: pygame.event.Event) -> None:
        action, chord = self.capturing, pressed(event)
        if chord is None:
            return
        if chord.key == pygame.K_ESCAPE:
            self._stop("")
            return
        keys = self.app.keys
        others = keys.users(action, chord)
        if any(keys.fixed(other) for other in others):
            self.message = self.w("keys.fixed", cap=chord.cap)
        elif others and self._offered != chord:
            self._offered = chord
            self.message = self.w(
                "keys.taken", cap=chord.cap, action=self.named(others[0]), wanted=self.named(action)
            )
        else:
            lost = keys.rebind(action, chord)
            told = [self.w("keys.given", cap=chord.cap, action=self.named(action))]
            told += [
                self.w("keys.lost", action=self.named(name))
                for name in lost
                if not keys.chords(name)
            ]
            self.app.save_settings()
            self._stop(" ".join(told))
            return
        self.app.relayout()

    def _stop(self, message: str) -> None:
        self.capturing, self._offered, self.message = "", None, message
        self.app.relayout()

    def _find(self, text: object) -> None:
        self.wanted = str(text)
        if self._area is not None:
            self._area.offset = 0
        self.app.relayout()

    def _turn(self) -> None:
        self.rebinding = not self.rebinding
        self._stop("")

    def _restore(self) -> None:
        self.app.keys.restore()
        self.app.save_settings()
        self._stop("")


def pictures() -> dict[str, Picture]:
    """Return the states of this screen worth a picture."""
    return {
        "08_keys": lambda app: app.reset(KeysScene()),
        "keys_rebind": lambda app: app.reset(KeysScene(rebinding=True)),
    }
