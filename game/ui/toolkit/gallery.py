"""A sheet of all components in all states, to look at: `python -m game.ui.toolkit.gallery OUT.png`.

`--lang ar`, `--theme light` and `--scale 1.25` show it otherwise.
"""

from __future__ import annotations

import argparse
from dataclasses import replace

import pygame

from game.ui.toolkit import painter
from game.ui.toolkit.callouts import Tooltip, draw_plate, draw_toast, draw_tooltip, plate_height
from game.ui.toolkit.control import Control, State
from game.ui.toolkit.controls import ControlList
from game.ui.toolkit.icons import NAMES, draw_icon
from game.ui.toolkit.look import draw_control
from game.ui.toolkit.measures import natural_size
from game.ui.toolkit.text import draw_text, line_height
from game.ui.toolkit.theme import THEMES, Theme, theme

SIZE = (1920, 1080)
_TOKENS = (
    "bg0", "bg1", "bg2", "bg3", "line", "line2", "text1", "text2",
    "text3", "accent", "accent_map", "plate", "ink", "government", "isil", "sdf",
)  # fmt: skip


class _Sheet:
    """The sheet while it is drawn; boxes are given in logical pixels, left to right."""

    def __init__(self, skin: Theme) -> None:
        self.theme = skin
        self.surface = pygame.Surface((skin.px(SIZE[0]), skin.px(SIZE[1])))
        self.surface.fill(skin.bg0)

    def rect(self, x: float, y: float, w: float, h: float) -> pygame.Rect:
        px = self.theme.px
        box = pygame.Rect(px(x), px(y), px(w), px(h))
        return self.theme.mirrored(box, self.surface.get_rect())

    def panel(self, x: float, y: float, w: float, h: float, title: str) -> None:
        rect = self.rect(x, y, w, h)
        painter.panel(self.surface, self.theme, rect, self.theme.bg1, self.theme.line)
        self.text(title, x + 20, y + 17, 16, "text1", "semibold", w - 40)

    def text(
        self, text: str, x: float, y: float, size: int, token: str = "text2",
        weight: str = "regular", w: float = 300, align: str = "start",
    ) -> None:  # fmt: skip
        box = self.rect(x, y, w, 20)
        colour = getattr(self.theme, token)
        draw_text(
            self.surface, self.theme, text, box.topleft, size, colour,
            weight, align, box.w,  # type: ignore[arg-type]
        )  # fmt: skip

    def control(self, control: Control, x: float, y: float, state: State) -> float:
        wide, high = natural_size(self.theme, control)
        scale = self.theme.scale
        control.rect = self.rect(x, y, wide / scale, high / scale)
        draw_control(self.surface, self.theme, control, state)
        if state.focused:
            painter.focus_ring(self.surface, self.theme, control.rect)
        return wide / scale


def draw_gallery(skin: Theme) -> pygame.Surface:
    """Return the sheet."""
    sheet = _Sheet(skin)
    _buttons(sheet)
    _chips(sheet)
    _choices(sheet)
    _callouts(sheet)
    _colours(sheet)
    _type(sheet)
    _evidence(sheet)
    _icons(sheet)
    _arabic(sheet)
    return sheet.surface


def _nothing() -> pygame.Rect:
    return pygame.Rect(0, 0, 0, 0)


def _buttons(sheet: _Sheet) -> None:
    sheet.panel(40, 32, 910, 152, "Buttons")
    hold = Control("hold", _nothing(), "button", "Hold", key="Space")
    shows = [
        ("default", hold, State()),
        ("hover", hold, State(hovered=True)),
        ("focus", hold, State(focused=True)),
        ("pressed", hold, State(pressed=True)),
        ("disabled", Control("undo", _nothing(), "button", "Undo", "undo", "U", enabled=False),
         State()),
        ("primary, one a screen", Control("a", _nothing(), "primary", "Attack", "tgt", "F"),
         State()),
    ]  # fmt: skip
    x = 61.0
    for name, control, state in shows:
        wide = sheet.control(replace(control), x, 85, state)
        sheet.text(name, x, 123, 12)
        x += wide + 16
    sheet.text(
        "Focus: ring of 2 px after a gap of 2 px. Disabled: dashed, and the reason in words beside"
        " it: “Undo stops here: a die was rolled at hex 27,27.”", 61, 151, 12, "text1", w=880,
    )  # fmt: skip


def _chips(sheet: _Sheet) -> None:
    sheet.panel(970, 32, 910, 152, "Objective chips")
    x = 991.0
    for mark, name, fact in (
        ("open", "Industrial District", "by 26 Oct · 1 day left"),
        ("half", "Saqr Island", "5 of 21 hexes · by 26 Oct"),
        ("held", "Close the ring", "17 Oct · on the day"),
        ("lost", "Heavy bridge", "lost again on 20 Oct"),
        ("held", "Salhiyah", "focus"),
    ):
        chip = Control(name, _nothing(), "chip", name, note=fact, mark=mark)
        x += sheet.control(chip, x, 85, State(focused=fact == "focus")) + 12


def _choices(sheet: _Sheet) -> None:
    sheet.panel(40, 204, 910, 188, "Choices and fields")
    listed = ControlList(sheet.theme)
    x = 61.0
    for name in ("Dark", "Light", "High contrast"):
        segment = Control(name, _nothing(), "segment", name, current=name == "Dark", group="skin")
        wide, _ = natural_size(sheet.theme, segment)
        segment.rect = sheet.rect(x, 256, wide / sheet.theme.scale, 32)
        x += wide / sheet.theme.scale
        listed.add(segment)
    listed.add(Control("s", sheet.rect(370, 256, 200, 32), "slider", value=30, span=(0, 100, 1)))
    listed.add(Control("f", sheet.rect(600, 256, 200, 32), "field", value="saqr_island"))
    listed.add(Control("t1", sheet.rect(61, 304, 120, 32), "toggle", "Off"))
    listed.add(Control("t2", sheet.rect(150, 304, 200, 32), "toggle", "Shown once", current=True))
    listed.add(Control("t3", sheet.rect(290, 304, 120, 32), "toggle", "Disabled", enabled=False))
    x = 430.0
    for name in ("Journal 10", "Orders 17", "Notes"):
        tab = Control(name, _nothing(), "tab", name, current=name[0] == "J", group="tabs")
        wide, _ = natural_size(sheet.theme, tab)
        tab.rect = sheet.rect(x, 304, wide / sheet.theme.scale, 32)
        x += wide / sheet.theme.scale
        listed.add(tab)
    listed.add(Control("l", sheet.rect(x + 20, 304, 60, 32), "link", "Sources", size=12))
    listed.add(Control("i1", sheet.rect(820, 256, 32, 32), "icon", icon="lay", framed=True))
    listed.add(Control("i2", sheet.rect(860, 256, 32, 32), "icon", icon="eye", current=True))
    listed.add(
        Control("r1", sheet.rect(61, 344, 260, 40), "row", "Reading and sight", current=True)
    )
    listed.add(Control("r2", sheet.rect(331, 344, 260, 40), "row", "Map"))
    listed.add(
        Control("c", sheet.rect(610, 336, 320, 48), "card", "Watch history", "book",
                note="65 days, with sources")
    )  # fmt: skip
    listed.draw(sheet.surface, sheet.theme, focus="f")


def _callouts(sheet: _Sheet) -> None:
    sheet.panel(970, 204, 910, 188, "Tooltip, toast, plate")
    tip = Tooltip(
        "ISIL island group",
        ("Infantry, company · 2 of 2 steps fit", "Low supply: boats only, 1 day",
         "Dug in, level 1: attacker −1"),
        "Hold [Shift] for sources",
    )  # fmt: skip
    skin = sheet.theme
    place = sheet.rect(991, 257, 264, 120)
    draw_tooltip(
        sheet.surface, skin, tip, place.move(-skin.px(12), -skin.px(12)).topleft, None, place
    )
    for bottom, text, kind, link in (
        (295, "Game saved: turn 43", "ok", ""),
        (362, "This save was made by version 3. You have version 2.", "x", "What now"),
    ):
        box = sheet.rect(1279, 0, 324, 10)
        start = box.right if skin.rtl else box.left
        draw_toast(sheet.surface, skin, text, (start, skin.px(bottom)), kind, link)
    text = (
        "The inverted plate is the only alarm. It holds warnings and figures about people, and the"
        " guided tips."
    )
    title = "People may be in this hex"
    high = plate_height(skin, title, text, skin.px(234)) / skin.scale
    draw_plate(sheet.surface, skin, title, text, sheet.rect(1626, 257, 234, high))


def _colours(sheet: _Sheet) -> None:
    sheet.panel(40, 412, 910, 238, "Colours")
    skin = sheet.theme
    for i, token in enumerate(_TOKENS):
        colour = skin.side(token) if token in skin.side_swatch else getattr(skin, token)
        x, y = 61 + (i % 8) * 108, 465 + (i // 8) * 82
        painter.panel(sheet.surface, skin, sheet.rect(x, y, 96, 40), colour, skin.line2)
        sheet.text(token.replace("_", " "), x, y + 41, 12, w=100)
        sheet.text("#" + "".join(f"{part:02x}" for part in colour), x, y + 56, 12, "text3", "mono")


def _type(sheet: _Sheet) -> None:
    sheet.panel(970, 412, 440, 238, "Type, IBM Plex Sans")
    y = 466.0
    for size, text, weight in (
        (40, "40/48 Hatla", "semibold"),
        (28, "28/36 +3 days", "semibold"),
        (20, "20/24 Wed 25 Oct 2017", "semibold"),
        (16, "16/24 Tiger Forces, group 1", "semibold"),
        (14, "14/20 Positions east of Marrat are taken.", "regular"),
        (12, "12/16 Ground document, see E029", "regular"),
    ):
        sheet.text(text, 991, y, size, "text1", weight, 400)
        y += line_height(sheet.theme, size) / sheet.theme.scale


def _evidence(sheet: _Sheet) -> None:
    sheet.panel(1430, 412, 450, 238, "Evidence")
    skin = sheet.theme
    for i, (kind, letter, word) in enumerate(
        (("disc", "A", "corroborated"), ("half_disc", "B", "one source"),
         ("diamond", "C", "contested"))
    ):  # fmt: skip
        y = 464 + 34 * i
        painter.mark(sheet.surface, skin, kind, sheet.rect(1452, y + 2, 18, 18))
        sheet.text(letter, 1479, y, 14, "text1", "semibold", 20)
        sheet.text(word, 1493, y, 14, "text1")
    for i, (size, kind) in enumerate(((8, "A"), (8, "B"), (10, "C"), (14, "A"), (14, "B"))):
        box = sheet.rect(1471 + 24 * i - size / 2, 587 - size / 2, size, size)
        painter.mark(sheet.surface, skin, kind, box)
    for i, side in enumerate(skin.side_swatch):
        painter.swatch(sheet.surface, skin, side, sheet.rect(1690, 468 + 34 * i, 12, 12))
        sheet.text(side, 1712, 464 + 34 * i, 14, "text1")


def _icons(sheet: _Sheet) -> None:
    sheet.panel(40, 670, 1840, 174, "Icons on a 16 px grid: lines, circles, polygons")
    for i, name in enumerate(NAMES[:56]):
        x, y = 87 + (i % 28) * 64, 734 + (i // 28) * 60
        box = sheet.rect(x - 12, y - 12, 24, 24)
        draw_icon(sheet.surface, sheet.theme, name, box, sheet.theme.text1)
        sheet.text(name, x - 30, y + 15, 12, "text2", w=60, align="centre")


def _arabic(sheet: _Sheet) -> None:
    sheet.panel(40, 864, 1840, 184, "Arabic, right to left")
    arabic = replace(sheet.theme, lang="ar", rtl=True)
    box = sheet.rect(60, 920, 1800, 20)
    for i, text in enumerate(
        (
            "رصدت المصادر 17 قريةً (أي 82 في المئة) بين 18 و26 تشرين الأول 2017",
            "الكتيبة 2 من اللواء 104 (الحرس الجمهوري) في الخانة 27,29 عند M20",
            "تقول SANA إن الطوق أُغلق؛ أما SOHR فتذكر 81% «فقط» — انظر E062",
        )
    ):
        pos = (box.x, box.y + i * arabic.px(30))
        draw_text(sheet.surface, arabic, text, pos, 16, arabic.text1, width=box.w)


def main() -> None:
    """Write the sheet to a file."""
    parser = argparse.ArgumentParser(prog="python -m game.ui.toolkit.gallery")
    parser.add_argument("out")
    parser.add_argument("--lang", default="en", choices=("en", "ar"))
    parser.add_argument("--theme", default="dark", choices=tuple(THEMES))
    parser.add_argument("--scale", default=1.0, type=float)
    wish = parser.parse_args()
    pygame.font.init()
    pygame.image.save(draw_gallery(theme(wish.theme, wish.scale, wish.lang)), wish.out)


if __name__ == "__main__":
    main()
