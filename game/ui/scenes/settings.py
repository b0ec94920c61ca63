"""The settings: every change shows at once and is kept."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pygame
from pygame import Rect

from game.storage.settings import Settings
from game.ui.scene import Picture
from game.ui.scenes.page import BarPage
from game.ui.scenes.settings_folders import lay_folders
from game.ui.scenes.settings_rows import ROWS, SECTIONS, Row
from game.ui.scenes.settings_sample import Sample
from game.ui.toolkit.controls import Control, ScrollArea, natural_size
from game.ui.toolkit.text import line_height, measure, wrap

if TYPE_CHECKING:
    from game.ui.app import App

_KEPT = ("note_seen", "tour_done", "window_width", "window_height", "keys", "unknown")
"""Settings that `Restore defaults` leaves alone."""


class SettingsScene(BarPage):
    """Sections at the start, rows in the middle, a sample of the look at the end."""

    def __init__(self, section: str = "reading") -> None:
        super().__init__()
        self.section = section
        self.asking = False
        self.sample = Sample()
        self._dragged: int | None = None
        self._rows: ScrollArea | None = None
        self._nav: ScrollArea | None = None

    def layout(self, app: App) -> None:
        """Lay out bar, sections, rows and sample."""
        self.begin(app)
        px, wide = self.px, self.logical_size[0]
        self.controls.parts = ["bar", "sections", "rows", "sample"]
        top = self.header(self.w("settings.title"), "", self._buttons())
        nav = px(280 if wide >= 1400 else 200 if wide >= 1000 else 164)
        self._sections(top, nav)
        roomy = wide >= 1600
        margin = px(48 if roomy else 24 if wide >= 1000 else 12)
        sample_w = px(440) if roomy else px(312) if wide >= 1240 else 0
        left = nav + margin
        right = self.screen.w - (sample_w + px(88 if roomy else 40) if sample_w else margin)
        self._body(top, left, min(right - px(64 if roomy else 16), left + px(1004)))
        if sample_w:
            box = Rect(right, top + px(40 if roomy else 24), sample_w, 0)
            self.sample.lay_out(self, box)

    def _buttons(self) -> list[Control]:
        if self.asking:
            yes = Control(
                "restore_yes",
                Rect(0, 0, 0, 0),
                "button",
                self.w("settings.restore_yes"),
                action=self._restore,
            )
            no = Control(
                "restore_no",
                Rect(0, 0, 0, 0),
                "button",
                self.w("settings.restore_no"),
                action=self._ask,
            )
            made = [yes, no]
        else:
            made = [
                Control(
                    "restore",
                    Rect(0, 0, 0, 0),
                    "button",
                    self.w("settings.restore"),
                    action=self._ask,
                )
            ]
        for control in made:
            control.rect.w = natural_size(self.theme, control)[0]
        return made

    def header(self, title: str, note: str = "", buttons: list[Control] | None = None) -> int:  # type: ignore[override]
        """Lay out the bar, with the remark beside the buttons."""
        made = buttons or []
        high = super().header(title, note, made)
        start = min((control.rect.w for control in made), default=0)
        used = sum(control.rect.w + self.px(16) for control in made) + self.px(16)
        room = self.screen.w - used - self.px(64) - start
        text = self.w("settings.restore_ask") if self.asking else self.w("settings.hint")
        key = "" if self.asking else self.app.keys.cap("back")
        after = "" if self.asking else self.w("settings.hint_back")
        size = 14 if self.asking else 12
        theme, px = self.theme, self.px
        widths = [
            measure(theme, text, size)[0] + px(5),
            px(38),
            measure(theme, after, 12)[0] + px(1),
        ]
        total = sum(widths) if key else widths[0]
        if total + px(180) > room:
            return high
        x = self.screen.w - used - total
        top = (high - line_height(theme, size)) // 2
        colour = theme.text1 if self.asking else theme.text2
        self.text(text, x, top, widths[0], size, colour)
        if key:
            self.cap(x + widths[0], (high - px(18)) // 2, key)
            self.text(after, x + widths[0] + widths[1], top, widths[2], 12, theme.text2)
        return high

    def _sections(self, top: int, width: int) -> None:
        theme, px = self.theme, self.px
        self.fill(Rect(0, top, width, self.screen.h - top), theme.bg1)
        self.fill(Rect(width - px(1), top, px(1), self.screen.h - top), theme.line)
        y = top + px(24 if self.logical_size[1] > 500 else 4)
        area = self.area(self._nav, Rect(0, y, width - px(1), self.screen.h - y))
        self._nav = area
        for section in SECTIONS:
            self.add(
                Control(
                    f"section_{section}",
                    Rect(0, y, width - px(1), px(48)),
                    "row",
                    self.w(f"settings.{section}"),
                    current=section == self.section,
                    part="sections",
                    area=area,
                    action=partial(self.open, section),
                )
            )
            y += px(48)
        self.fit_area(area, y)

    def _body(self, top: int, left: int, right: int) -> None:
        theme, px = self.theme, self.px
        tall = self.logical_size[1] > 500
        y = top + px(32 if tall else 8)
        area = self.area(self._rows, Rect(left, top, right - left, self.screen.h - top))
        self._rows = area
        head = left + px(12)
        y += self.text(
            self.w(f"settings.{self.section}"),
            head,
            y,
            right - head - px(12),
            20,
            theme.text1,
            "semibold",
            area=area,
        )
        y += px(12 if tall else 4)
        for row in ROWS:
            if row.section == self.section:
                y += self._row(row, Rect(left, y, right - left - px(12), 0), area)
        if self.section == "keys":
            y += self._keys(Rect(left, y, right - left - px(12), 0), area)
        if self.section == "files":
            y += lay_folders(self, Rect(left, y, right - left - px(12), 0), area)
        self.fit_area(area, y + px(16))

    def _row(self, row: Row, box: Rect, area: ScrollArea) -> int:
        """Lay out a row: name and fact at the start, the control after it or, if narrow, below."""
        theme, px = self.theme, self.px
        pad = px(12)
        inner = box.w - 2 * pad
        needs = self._needs(row)
        label_w = min(px(420), inner * 45 // 100, inner - px(24) - needs)
        stacked = label_w < px(220)
        if stacked:
            label_w = inner
        fact = wrap(theme, self.w(f"settings.{row.words}_fact"), 12, label_w)
        text_h = line_height(theme, 14) + line_height(theme, 12) * len(fact)
        control_h = px(32)
        if stacked:
            high = text_h + px(8) + control_h + px(20)
        else:
            high = max(px(64), text_h + px(22), control_h + px(22))
        y = box.y + (px(8) if stacked else (high - text_h) // 2)
        x = box.x + pad
        y += self.text(
            self.w(f"settings.{row.words}"), x, y, label_w, 14, theme.text1, "semibold", area=area
        )
        y += self.lines(fact, x, y, label_w, 12, theme.text2, area=area)
        if stacked:
            place = Rect(x, y + px(8), inner, control_h)
        else:
            gap = label_w + px(24)
            place = Rect(box.x + gap, box.y + (high - control_h) // 2, box.w - gap - pad, control_h)
        self._control(row, place, area)
        self.fill(Rect(box.x, box.y + high, box.w, px(1)), theme.line, area)
        return high + px(1)

    def _needs(self, row: Row) -> int:
        """Return the width that the control of a row wants."""
        if row.kind == "choice":
            return sum(natural_size(self.theme, control)[0] for control in self._segments(row, ""))
        return self.px(260 if row.kind == "slider" else 140)

    def _control(self, row: Row, place: Rect, area: ScrollArea) -> None:
        value = getattr(self.app.settings, row.id)
        if row.id == "scale":
            value = self._dragged or self.app.scale
        if row.kind == "slider":
            self._slider(row, place, area, int(value))
        elif row.kind == "toggle":
            label = self.w(f"settings.{row.on if value else row.off}")
            control = Control(
                row.id,
                place,
                "toggle",
                label,
                current=bool(value) != row.inverted,
                part="rows",
                area=area,
                changed=lambda on: self._set(row, bool(on) != row.inverted),
            )
            control.rect = Rect(place.x, place.y, natural_size(self.theme, control)[0], place.h)
            self.add(control)
        else:
            chosen = str(value)
            self._choice(row, place, area, chosen if chosen in row.values else row.values[0])

    def _slider(self, row: Row, place: Rect, area: ScrollArea, value: int) -> None:
        theme, px = self.theme, self.px
        number_w = px(92)
        wide = min(px(338), place.w - number_w)
        self.add(
            Control(
                row.id,
                Rect(place.x - px(9), place.y, wide + px(9), place.h),
                "slider",
                value=value,
                span=row.span,
                part="rows",
                area=area,
                changed=lambda wanted: self._set(row, wanted),
                hint=self.w(f"settings.{row.words}"),
            )
        )
        text = self.w(f"settings.{row.unit}", count=value)
        y = place.y + (place.h - line_height(theme, 20)) // 2
        self.text(
            text,
            place.x + wide + px(16),
            y,
            number_w - px(8),
            20,
            theme.text1,
            "semibold",
            area=area,
        )

    def _choice(self, row: Row, place: Rect, area: ScrollArea, value: str) -> None:
        x, made = place.x, self._segments(row, value)
        for control in made:
            control.area = area
        widths = [natural_size(self.theme, control)[0] for control in made]
        if sum(widths) > place.w:
            loss = (sum(widths) - place.w) // len(widths) + 1
            widths = [width - loss for width in widths]
        for control, width in zip(made, widths, strict=True):
            control.rect = Rect(x, place.y, width, place.h)
            x += width
            self.add(control)

    def _segments(self, row: Row, value: str) -> list[Control]:
        return [
            Control(
                f"{row.id}_{name}",
                Rect(0, 0, 0, 0),
                "segment",
                self.w(f"settings.{row.words}_{name}"),
                value=name,
                current=name == value,
                group=row.id,
                part="rows",
                changed=lambda wanted: self._set(row, wanted),
            )
            for name in row.values
        ]

    def _keys(self, box: Rect, area: ScrollArea) -> int:
        theme, px = self.theme, self.px
        x, y, width = box.x + px(12), box.y + px(8), box.w - px(24)
        y += self.lines(self.w("settings.keys_fact"), x, y, width, 14, theme.text2, area=area)
        count = len(self.app.keys.changed())
        text = self.w("settings.keys_changed", count=count)
        y += self.lines(text, x, y, width, 14, theme.text2, area=area) + px(12)
        control = Control(
            "open_keys",
            Rect(x, y, 0, px(32)),
            "button",
            self.w("settings.keys_sheet"),
            icon="gear",
            key=self.app.keys.cap("keys"),
            part="rows",
            area=area,
            action=self._open_keys,
        )
        control.rect.w = natural_size(theme, control)[0]
        self.add(control)
        return y + px(40) - box.y

    def leave(self) -> None:
        """Stop making the picture of the sample."""
        self.sample.close()

    def update(self, dt_ms: int) -> bool:
        """Draw again when the picture has come."""
        if self.sample.news():
            self.app.redraw()
        return False

    def busy(self) -> bool:
        """True while the picture of the sample is still to come."""
        return self.sample.busy()

    # --- deeds ------------------------------------------------------------------------------

    def open(self, section: str) -> None:
        """Show a section."""
        self.section = section
        if self._rows is not None:
            self._rows.offset = 0
        self.app.relayout()

    def handle(self, event: pygame.event.Event) -> bool | None:
        """Take an event. The size of everything changes when its slider is let go of."""
        used = super().handle(event)
        if event.type == pygame.MOUSEBUTTONUP and self._dragged is not None:
            scale, self._dragged = self._dragged, None
            self.app.change(scale=scale)
        return used

    def back(self) -> bool:
        """Esc first takes a question back."""
        if self.asking:
            self._ask()
            return True
        return False

    def _set(self, row: Row, value: object) -> None:
        if row.id == "scale":
            assert isinstance(value, int)
            if self.controls.pressed == "scale":
                self._dragged = value
                self.app.relayout()
                return
        if row.id == "full_screen":
            if bool(value) != self.app.window.full_screen:
                self.app.window.toggle_full_screen()
            self.app.save_settings()
            self.app.relayout()
            return
        self.app.change(**{row.id: value})
        if row.section == "sound":
            self.app.sound("move")

    def _ask(self) -> None:
        self.asking = not self.asking
        self.app.relayout()
        self.controls.set_focus("restore_no" if self.asking else "restore")

    def _restore(self) -> None:
        self.asking = False
        first = Settings()
        kept = {*_KEPT, "full_screen"}
        names = [name for name in vars(first) if name not in kept]
        self.app.change(**{name: getattr(first, name) for name in names})

    def _open_keys(self) -> None:
        from game.ui.scenes.keys import KeysScene

        self.app.push(KeysScene(rebinding=True))


def pictures() -> dict[str, Picture]:
    """Return the states of this screen worth a picture."""
    found: dict[str, Picture] = {"08_settings": partial(_show, "reading")}
    found.update({f"settings_{section}": partial(_show, section) for section in SECTIONS[1:]})
    return found


def _show(section: str, app: App) -> None:
    app.reset(SettingsScene(section))
