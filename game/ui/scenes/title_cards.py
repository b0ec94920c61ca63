"""A scenario as a card, and a broken one as a row."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import pygame
from pygame import Rect

from game.ui import flow, problem_words
from game.ui.scenes.scenario_cards import Offer, said
from game.ui.toolkit import painter
from game.ui.toolkit.control import Painter
from game.ui.toolkit.controls import Control, ScrollArea, State
from game.ui.toolkit.fonts import Weight
from game.ui.toolkit.icons import draw_icon, for_direction
from game.ui.toolkit.look import blend
from game.ui.toolkit.text import draw_text, line_height, measure, wrap
from game.ui.toolkit.theme import Theme
from game.ui.toolkit.words import date

if TYPE_CHECKING:
    from game.ui.scenes.title import TitleScene

_ROWS = 3
"""Lines that title and question share."""


@dataclass(frozen=True, slots=True)
class CardSizes:
    """Columns and sizes of the cards, in pixels."""

    columns: int
    width: int
    height: int
    gap: int
    picture: int

    @staticmethod
    def of(theme: Theme, room: int, roomy: bool, small: bool, found: Sequence[Offer]) -> CardSizes:
        """Return the sizes for a width of room: as high as the longest text needs."""
        px = theme.px
        gap = px(24 if roomy else 12)
        least = px(300 if roomy else 280 if not small else 250)
        columns = max(1, min(4 if roomy else 3, (room + gap) // (least + gap)))
        width = (room - gap * (columns - 1)) // columns
        texts = px(60)
        for offer in found:
            title, question = _rows(theme, offer, width)
            lines = len(title) * line_height(theme, 16) + (1 + len(question)) * line_height(
                theme, 12
            )
            texts = max(texts, lines + px(3))
        picture = px(240 if roomy else 165 if not small else 110)
        if texts > px(76) and not roomy and not small:
            picture = px(157)
        height = picture + px(12) + texts + px(8) + px(18) + px(13)
        return CardSizes(columns, width, height, gap, picture)


def _rows(theme: Theme, offer: Offer, width: int) -> tuple[list[str], list[str]]:
    """Return the lines of title and question on a card: three of them together at most."""
    inner, lang = width - 2 * theme.px(12), theme.lang
    title = _clamped(theme, said(offer.entry.title, lang), 16, inner, 2, "semibold")
    asked = said(offer.entry.question or offer.entry.summary, lang)
    question = _clamped(theme, asked, 12, inner, _ROWS - len(title))
    return title, question


def nav_look(control: Control) -> Painter:
    """Return how a button of the column looks: icon and name at its start, on quiet ground."""

    def paint(surface: pygame.Surface, theme: Theme, rect: Rect, state: State) -> None:
        ink, quiet = theme.text1, theme.text2
        if not control.enabled:
            surface.fill(theme.bg0, rect)
            painter.dashed_rect(surface, theme, rect, theme.line2)
            ink = quiet = theme.text3
        elif control.kind == "primary":
            fill = blend(theme.accent, theme.casing, 0.22) if state.hovered else theme.accent
            painter.panel(surface, theme, rect, fill)
            ink = quiet = theme.accent_text
        else:
            fill = theme.bg0 if state.pressed else theme.bg3 if state.hovered else theme.bg1
            painter.panel(surface, theme, rect, fill, theme.line)
        size = theme.px(18)
        icon = Rect(rect.x + theme.px(17), rect.centery - size // 2, size, size)
        shown = for_direction(theme, control.icon)
        draw_icon(surface, theme, shown, theme.mirrored(icon, rect), ink)
        line = Rect(rect.x + theme.px(47), 0, rect.w - theme.px(55), line_height(theme, 16))
        note_h = line_height(theme, 12) if control.note else 0
        line.y = rect.y + (rect.h - line.h - note_h) // 2 + (theme.px(1) if note_h else 0)
        line = theme.mirrored(line, rect)
        draw_text(surface, theme, control.label, line.topleft, 16, ink, "semibold", width=line.w)
        if control.note:
            below = (line.x, line.bottom - theme.px(2))
            draw_text(surface, theme, control.note, below, 12, quiet, width=line.w)

    return paint


def card(
    scene: TitleScene,
    offer: Offer,
    rect: Rect,
    area: ScrollArea,
    sizes: CardSizes,
    action: Callable[[], None],
) -> None:
    """Add the card of a scenario that can start."""
    theme, lang = scene.theme, scene.theme.lang
    entry = offer.entry
    inner = rect.w - 2 * scene.px(12)
    title, question = _rows(theme, offer, rect.w)
    dates = scene.w("title.turns", dates=_span(scene, offer), count=offer.turns)
    tag = scene.w(f"title.{entry.kind}")

    def paint(surface: pygame.Surface, skin: Theme, shown: Rect, state: State) -> None:
        line, pad = skin.px(1), skin.px(12)
        frame = Rect(shown.x + line, shown.y + line, shown.w - 2 * line, sizes.picture)
        _picture(scene, surface, offer.ref, frame)
        y = frame.bottom + pad
        for row in title:
            draw_text(
                surface, skin, row, (shown.x + pad, y), 16, skin.text1, "semibold", width=inner
            )
            y += line_height(skin, 16)
        draw_text(surface, skin, dates, (shown.x + pad, y), 12, skin.text2, width=inner)
        y += line_height(skin, 12) + skin.px(3)
        for row in question:
            draw_text(surface, skin, row, (shown.x + pad, y), 12, skin.text2, width=inner)
            y += line_height(skin, 12)
        foot = Rect(shown.x + pad, shown.bottom - skin.px(31), inner, skin.px(18))
        _tag(surface, skin, tag, entry.kind, foot)
        side = skin.px(12)
        x = foot.right - side
        for token in reversed([side_doc.colour for side_doc in entry.sides]):
            box = Rect(x, foot.y + skin.px(3), side, side)
            painter.swatch(surface, skin, token, skin.mirrored(box, foot))
            x -= skin.px(20)

    scene.add(
        Control(
            f"card_{offer.ref}",
            rect,
            "card",
            part="cards",
            area=area,
            action=action,
            paint=paint,
            hint=said(entry.title, lang),
        )
    )


def broken_row(scene: TitleScene, offer: Offer, rect: Rect, area: ScrollArea) -> int:
    """Add the row of a scenario that cannot start; returns its height."""
    theme, px = scene.theme, scene.px
    told = problem_words.said(offer.message, scene.theme.lang)
    place = scene.w("title.broken_at", file=offer.file, line=offer.line, message=told)
    told = scene.w("title.broken", count=offer.entry.errors, problem=place)
    if offer.mine:
        told = f"{told}  {scene.w('title.show_in_author')}."
    name = offer.entry.id
    name_w = measure(theme, name, 14, "semibold")[0]
    left = px(44) + name_w + px(10)
    beside = rect.w - left - px(16) >= px(200)
    room = rect.w - (left if beside else px(44)) - px(16)
    rows = wrap(theme, told, 12, room)
    high = max(px(56), line_height(theme, 12) * len(rows) + px(16) + (0 if beside else px(20)))
    rect.h = high

    def paint(surface: pygame.Surface, skin: Theme, shown: Rect, state: State) -> None:
        lit = offer.mine and state.hovered
        painter.panel(surface, skin, shown, skin.bg3 if lit else skin.bg1)
        painter.dashed_rect(surface, skin, shown, skin.line)
        size = skin.px(18)
        icon = Rect(shown.x + px(16), shown.centery - size // 2, size, size)
        draw_icon(surface, skin, "warn", skin.mirrored(icon, shown), skin.text1)
        text_h = line_height(skin, 12) * len(rows)
        y = shown.y + (shown.h - text_h - (0 if beside else px(20))) // 2
        name_y = shown.y + (shown.h - px(20)) // 2 if beside else y
        box = skin.mirrored(Rect(shown.x + px(44), name_y, shown.w - px(60), px(20)), shown)
        draw_text(surface, skin, name, box.topleft, 14, skin.text1, "semibold", width=box.w)
        y += 0 if beside else px(20)
        for row in rows:
            line = Rect(shown.x + (left if beside else px(44)), y, room, px(16))
            line = skin.mirrored(line, shown)
            draw_text(surface, skin, row, line.topleft, 12, skin.text2, width=room)
            y += line_height(skin, 12)

    scene.add(
        Control(
            f"broken_{offer.ref}",
            rect,
            "row",
            enabled=offer.mine,
            why=told,
            part="cards",
            area=area,
            paint=paint,
            hint=name,
            action=partial(flow.author_ref, scene.app, offer.ref),
        )
    )
    return high


def more_below(scene: TitleScene, area: ScrollArea) -> str:
    """Say how many cards lie below what is seen of the area, empty if none do."""
    bottom = area.rect.bottom + area.offset
    hidden = sum(
        control.rect.centery > bottom for control in scene.controls.controls if control.area is area
    )
    return scene.w("title.more_below", count=hidden) if hidden else ""


def _picture(scene: TitleScene, surface: pygame.Surface, ref: str, frame: Rect) -> None:
    picture = scene.thumbnails.get(ref, frame.size)
    if picture is not None:
        surface.blit(picture, frame)
    else:
        surface.fill(scene.theme.bg1, frame)


def _tag(surface: pygame.Surface, theme: Theme, text: str, kind: str, within: Rect) -> None:
    wide = measure(theme, text, 12)[0] + 2 * theme.px(6)
    box = theme.mirrored(Rect(within.x, within.y, wide, theme.px(18)), within)
    if kind == "counterfactual":
        painter.dashed_rect(surface, theme, box, theme.line2)
    else:
        painter.panel(surface, theme, box, None, theme.line2, 1, 3)
    top = box.y + (box.h - line_height(theme, 12)) // 2
    draw_text(surface, theme, text, (box.x, top), 12, theme.text1, align="centre", width=box.w)


def _span(scene: TitleScene, offer: Offer) -> str:
    start, end, lang = offer.entry.start, offer.entry.end, scene.theme.lang
    assert start is not None
    assert end is not None
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day} – {date(lang, end, 'year')}"
    return f"{date(lang, start, 'short')} – {date(lang, end, 'year')}"


def _clamped(
    theme: Theme, text: str, size: float, width: int, most: int, weight: Weight = "regular"
) -> list[str]:
    rows = wrap(theme, text, size, width, weight)
    if len(rows) > most:
        rows = [*rows[: most - 1], " ".join(rows[most - 1 :])]
    return rows
