"""The digest: what the others did while one waited, in numbered lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame
from pygame import Rect

from game.engine.board import NOWHERE
from game.session import DigestLine
from game.ui.scenes.play.column_flow import Column
from game.ui.scenes.play.happened import has_reasons, sentences
from game.ui.scenes.play.naming import Naming
from game.ui.toolkit.controls import Control, State
from game.ui.toolkit.icons import draw_icon
from game.ui.toolkit.text import cut, draw_lines, draw_text, line_height, wrap
from game.ui.toolkit.theme import Theme

if TYPE_CHECKING:
    from game.ui.scenes.play.scene import PlayScene

_ICONS = {
    "attack": "tgt", "bombard": "art", "car_bomb": "warn", "move": "arr", "arrived": "arr",
    "left": "arl", "removed": "x", "losses": "minus", "supply": "sup", "harm": "ppl",
    "corridor": "ppl", "convoy": "sup", "event": "evt", "objective": "flag", "crossing": "riv",
    "control": "ctl", "box": "box", "leader": "star", "unseen": "q", "engagement": "warn",
    "handed_over": "flag", "terms": "chat", "ended": "flag",
}  # fmt: skip
MOST = 60


def told(names: Naming, line: DigestLine) -> tuple[str, str]:
    """Return the title and the note of a line: the first sentence, and what else there is."""
    said = sentences(names, line.events)
    if line.kind == "event" and line.events:
        first = line.events[0]
        number = getattr(first, "event", -1)
        if 0 <= number < len(names.scenario.events):
            text = names.text(names.scenario.events[number])
            note = " ".join([text, *said[1:]]).strip()
            return (said[0] if said else names.scenario.events[number].title), note
    if not said:
        return names.words("digest.unknown_move"), names.words("digest.unknown_note")
    if len(said) > 4:
        return names.words("digest.several", count=len(said), first=said[0]), " ".join(said[1:4])
    return said[0], " ".join(said[1:])


def lay(scene: PlayScene, rect: Rect) -> None:
    """Lay out the digest of the morning."""
    w, px = scene.w, scene.px
    lines = scene.digest_lines[:MOST]
    compact = scene.frame.compact
    footer = px(40 + (24 if compact else 32))
    column = Column(scene, rect, scene.areas.get("digest"), footer=footer, compact=compact)
    scene.areas["digest"] = column.area
    others = {line.side for line in lines if line.side >= 0 and line.side != scene.viewer}
    if len(others) == 1:
        column.heading(w("digest.while", side=scene.side_short(others.pop())))
    else:
        column.heading(w("digest.while_others"))
    head = w("digest.happened", count=len(lines)) if lines else w("digest.nothing")
    column.title(head, size=20)
    column.gap(2)
    column.text(w("digest.choose"))
    column.gap(10)
    for place, line in enumerate(lines):
        _line(scene, column, place, line)
    column.gap(10)
    column.text(w("digest.not_shown"))
    column.done()
    scene.fill(Rect(rect.x, rect.bottom - footer, rect.w, px(1)), scene.theme.line)
    steps = bool(scene.watchable())
    column.footer(
        [
            Control("begin_turn", Rect(0, 0, 0, 0), "primary", w("digest.begin"), size=16,
                    key="" if compact else "Enter", action=scene.begin_turn),
            Control("watch", Rect(0, 0, 0, 0), "button", w("digest.watch"), icon="play", size=16,
                    enabled=steps, why=w("digest.nothing"), action=scene.watch),
        ]
    )  # fmt: skip


def _line(scene: PlayScene, column: Column, place: int, line: DigestLine) -> None:
    theme, px, w = scene.theme, scene.px, scene.w
    title, note = told(scene.names, line)
    current = scene.digest_at == place
    left = px(36)
    room = column.w - left - px(26)
    titles = cut(theme, wrap(theme, title, 14, room, "semibold"), 3, 14, room, "semibold")
    notes = wrap(theme, note, 12, room) if note else []
    if not current:  # the chosen line is told in full
        notes = cut(theme, notes, 2, 12, room)
    high = len(titles) * line_height(theme, 14) + len(notes) * line_height(theme, 12) + px(20)
    reasons = has_reasons(line.events) or scene.reason_of(line.entry) is not None
    if current and reasons:
        high += px(26)
    icon = _ICONS.get(line.kind, "info")
    number = str(place + 1)
    pad = column.pad

    def paint(surface: pygame.Surface, skin: Theme, rect: Rect, _state: State) -> None:
        inner = Rect(rect.x + pad, rect.y, rect.w - 2 * pad, rect.h)
        disc = skin.mirrored(Rect(inner.x, inner.y + px(10), px(22), px(22)), inner)
        fill, ink = (skin.accent, skin.accent_text) if current else (skin.bg3, skin.text1)
        pygame.draw.circle(surface, fill, disc.center, disc.w // 2)
        top = disc.y + (disc.h - line_height(skin, 12)) // 2
        draw_text(surface, skin, number, (disc.x, top), 12, ink, "semibold", "centre", disc.w)
        body = skin.mirrored(Rect(inner.x + left, inner.y + px(10), room, 0), inner)
        used = draw_lines(surface, skin, titles, body, 14, skin.text1, "semibold")
        if notes:
            below = Rect(body.x, used.bottom, body.w, 0)
            draw_lines(surface, skin, notes, below, 12, skin.text2)
        spot = skin.mirrored(Rect(inner.right - px(16), inner.y + px(12), px(16), px(16)), inner)
        draw_icon(surface, skin, icon, spot, skin.text2)
        surface.fill(skin.line, Rect(rect.x, rect.bottom - 1, rect.w, 1))

    control = Control(
        f"digest_{place}", Rect(0, 0, 0, 0), "row", "", current=current, group="digest",
        action=scene.show_digest_line(place), paint=paint,
    )  # fmt: skip
    control.rect = Rect(column.rect.x, column.y, column.rect.w, high)
    column.add(control)
    if current and reasons:
        link_y = column.y + high - px(30)
        x = column.x + left
        for ident, label, action in (
            ("why", w("common.why"), scene.explain(line.entry)),
            ("again", w("digest.play_again"), scene.watch_line(place)),
        ):
            from game.ui.toolkit.text import measure

            wide = measure(theme, label, 12)[0] + 2
            column.add(
                Control(f"digest_{ident}", Rect(x, link_y, wide, px(22)), "link", label, size=12,
                        action=action)
            )  # fmt: skip
            x += wide + px(16)
    column.y += high


def map_numbers(lines: list[DigestLine]) -> list[tuple[int, int]]:
    """Return the numbers of the lines that have a place on the map."""
    return [(line.hex, place + 1) for place, line in enumerate(lines[:MOST]) if line.hex != NOWHERE]
