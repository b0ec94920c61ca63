"""Dials and columns of the result: dates against dates, losses beside what was reported."""

from __future__ import annotations

from collections.abc import Callable

import pygame
from pygame import Rect

from game.scenario.record import Record
from game.session import Session
from game.ui.scenes.page import Page
from game.ui.scenes.play.naming import Naming
from game.ui.scenes.play.result_dial import draw_dial
from game.ui.scenes.play.result_facts import (
    DialWords,
    claimed,
    dial_words,
    displaced,
    graded,
    objective_lines,
)
from game.ui.toolkit.callouts import draw_plate, plate_height
from game.ui.toolkit.controls import Control, ScrollArea
from game.ui.toolkit.text import line_height, measure, wrap


class ResultColumns(Page):
    """The contents of the result screen; the scene says where they go."""

    session: Session
    side: int
    names: Naming
    record: Record | None
    answers: list[str]

    def questions(self) -> list[str]:
        """Return the three questions."""
        raise NotImplementedError

    def _answer(self, place: int) -> Callable[[object], None]:
        raise NotImplementedError

    def _dials(
        self, x: int, y: int, width: int, roomy: bool, narrow: bool, area: ScrollArea | None
    ) -> int:
        px, view = self.px, self.session.view(self.side)
        found = graded(view, self.side)
        high = px(182 if roomy else 128)
        gap = px(24 if roomy else 12)
        count = len(found.dials)
        each = width if narrow else (width - gap * (count - 1)) // count
        for dial in found.dials:
            facts = dial_words(self.names, view, self.side, dial)
            self._dial(Rect(x, y, each, high), facts, roomy, area)
            if narrow:
                y += high + px(8)
            else:
                x += each + gap
        return y if narrow else y + high

    def _dial(self, rect: Rect, facts: DialWords, roomy: bool, area: ScrollArea | None) -> None:
        theme, px = self.theme, self.px
        self.panel(rect, theme.bg1, theme.line, area)
        ring_w = min(px(290 if roomy else 190), rect.w // 2)
        ring = Rect(rect.x + px(16), rect.y + px(8), ring_w, rect.h - px(16))
        history = self.w("result.history")

        def brush(surface: pygame.Surface, shown: Rect) -> None:
            draw_dial(surface, theme, shown, facts, history, roomy)

        self.put(ring, brush, area)
        left = ring.right + px(12)
        room = rect.right - px(12) - left
        sizes = (20, 14, 12) if roomy else (16, 12, 12)
        name_h = line_height(theme, sizes[0])
        body = wrap(theme, facts.sentence, sizes[1], room, "semibold")[:3]
        gap = px(6 if roomy else 2)
        left_h = rect.h - px(12) - 2 * gap - name_h - len(body) * line_height(theme, sizes[1])
        most = max(1, left_h // line_height(theme, 12))
        note = wrap(theme, facts.note, 12, room)
        if len(note) > most:
            note = [*note[: most - 1], " ".join(note[most - 1 :])]
        tall = name_h + len(body) * line_height(theme, sizes[1])
        tall += len(note) * line_height(theme, 12) + 2 * gap
        y = rect.y + max(px(4), (rect.h - tall) // 2 - px(2))
        y += self.text(facts.name, left, y, room, sizes[0], theme.text1, "semibold", area=area)
        y += gap
        y += self.lines(body, left, y, room, sizes[1], theme.text1, "semibold", area=area) + gap
        for number, line in enumerate(note):
            y += self.text(line, left, y, room, 12, theme.text2, area=area,
                           may_cut=number == len(note) - 1)  # fmt: skip

    def _objectives(self, rect: Rect, area: ScrollArea | None) -> int:
        theme, px, w = self.theme, self.px, self.w
        rows = objective_lines(self.names, self.session.view(self.side), self.side)
        met = sum(row.status == "met" for row, *_ in rows)
        y = rect.y
        note = w("result.reached", reached=met, all=len(rows))
        note_w = measure(theme, note, 12)[0] + 2
        self.text(w("result.objectives"), rect.x, y, rect.w - note_w, 16, theme.text1, "semibold",
                  area=area)  # fmt: skip
        self.text(note, rect.right - note_w, y + px(4), note_w, 12, theme.text2, align="end",
                  area=area)  # fmt: skip
        y += px(28)
        dates = [text for _, real, own, _ in rows for text in (real, own)]
        widest = max((measure(theme, text, 12)[0] for text in dates), default=0)
        off_w, day_w = px(92), max(px(50), widest + px(10))
        name_w = rect.w - px(24) - off_w - 2 * day_w
        heads = ((w("result.real"), 0), (w("result.yours"), day_w))
        for head, shift in heads:
            self.text(head, rect.x + px(24) + name_w + shift, y, day_w, 12, theme.text2, area=area)
        y += line_height(theme, 12) + px(4)
        for row, real, own, off in rows:
            self.fill(Rect(rect.x, y, rect.w, px(1)), theme.line, area)
            names = wrap(theme, self.names.objective(row.objective), 14, name_w - px(8))[:2]
            high = max(px(36), len(names) * line_height(theme, 14) + px(10))
            size = px(12)
            self.icon(row.mark, Rect(rect.x, y + (high - size) // 2, size, size), theme.text1, area)
            top = y + (high - len(names) * line_height(theme, 14)) // 2
            self.lines(names, rect.x + px(24), top, name_w - px(8), 14, theme.text1, area=area)
            middle = y + (high - line_height(theme, 12)) // 2
            x = rect.x + px(24) + name_w
            self.text(real, x, middle, day_w, 12, theme.text2, area=area)
            self.text(own, x + day_w, middle, day_w, 12, theme.text1, area=area)
            self.text(off, rect.right - off_w, middle, off_w, 12, theme.text1, "semibold", "end",
                      area=area, may_cut=True)  # fmt: skip
            y += high
        return y

    def _losses(self, rect: Rect, area: ScrollArea | None) -> int:
        theme, px, w = self.theme, self.px, self.w
        view = self.session.view(self.side)
        y = rect.y
        note = w("result.losses_note")
        note_w = measure(theme, note, 12)[0] + 2
        self.text(w("result.losses"), rect.x, y, rect.w - note_w, 16, theme.text1, "semibold",
                  area=area)  # fmt: skip
        self.text(note, rect.right - note_w, y + px(4), note_w, 12, theme.text2, align="end",
                  area=area)  # fmt: skip
        y += px(30)
        parts = []
        for side in range(len(view.scenario.oob.sides)):
            lost = view.losses[side]
            start = sum(c.start_steps for c in view.scenario.oob.units if c.side == side)
            key = "result.side_lost_surrendered" if lost.surrendered else "result.side_lost"
            parts.append(w(key, side=self.names.side(side), lost=lost.fallen + lost.surrendered,
                           all=start, surrendered=lost.surrendered))  # fmt: skip
        text = " ".join([*parts, w("result.step_note")])
        inner = rect.w - 2 * px(12)
        rows = wrap(theme, text, 14, inner)
        high = line_height(theme, 12) + len(rows) * line_height(theme, 14) + px(16)
        self.panel(Rect(rect.x, y, rect.w, high), theme.bg2, theme.line, area)
        self.text(w("result.in_your_game"), rect.x + px(12), y + px(6), inner, 12, theme.text2,
                  area=area)  # fmt: skip
        self.lines(rows, rect.x + px(12), y + px(6) + line_height(theme, 12), inner, 14,
                   theme.text1, area=area)  # fmt: skip
        y += high + px(12)
        y = self._reported(rect, y, area)
        fled = displaced(self.record, self.theme.lang)
        if fled:
            title = w("result.displaced_title")
            text = " ".join(told for _, told in fled)
            high = plate_height(theme, title, text, rect.w) + px(6)

            def brush(surface: pygame.Surface, shown: Rect) -> None:
                draw_plate(surface, theme, title, text, shown, "ppl")

            self.put(Rect(rect.x, y, rect.w, high), brush, area)
            y += high + px(14)
        return self._ledger(rect, y, area)

    def _reported(self, rect: Rect, y: int, area: ScrollArea | None) -> int:
        theme, px = self.theme, self.px
        rows = claimed(self.names, self.record)
        if not rows:
            return y
        y += self.text(self.w("result.reported"), rect.x, y, rect.w, 12, theme.text2, area=area)
        y += px(4)
        number_w, window_w = px(60), px(170)
        for row in rows:
            self.fill(Rect(rect.x, y, rect.w, px(1)), theme.line, area)
            y += px(6)
            size = px(12)
            self.icon(row.grade or "C", Rect(rect.x, y + px(3), size, size), theme.text1, area)
            what_w = rect.w - px(20) - number_w - window_w
            x = rect.x + px(20)
            self.text(row.what, x, y, what_w, 14, theme.text1, "semibold", area=area, may_cut=True)
            self.text(row.number, x + what_w, y, number_w, 14, theme.text1, "semibold", area=area)
            self.text(row.window, x + what_w + number_w, y + px(2), window_w, 12, theme.text2,
                      align="end", area=area, may_cut=True)  # fmt: skip
            y += line_height(theme, 14)
            told = " ".join([row.text, *row.claims])
            y += self.lines(told, x, y, rect.w - px(20), 12, theme.text2, area=area, most=4)
            y += px(5)
        return y + px(10)

    def _ledger(self, rect: Rect, y: int, area: ScrollArea | None) -> int:
        theme, px, names = self.theme, self.px, self.names
        entries = self.session.view(self.side).harm
        y += self.text(self.w("result.ledger"), rect.x, y, rect.w, 12, theme.text2, area=area)
        y += px(4)
        if not entries:
            return y + self.text(self.w("result.harm_none"), rect.x, y, rect.w, 14, theme.text1,
                                 area=area)  # fmt: skip
        for entry in entries:
            day_w, side_w = px(62), px(110)
            key = f"told.cause_{entry.cause.replace(' ', '_')}"
            cause = self.w(key) if self.app.words.has(key) else entry.cause
            self.text(names.date(entry.turn), rect.x, y, day_w, 12, theme.text2, area=area)
            place_w = rect.w - day_w - 2 * side_w
            self.text(names.hex(entry.hex), rect.x + day_w, y, place_w, 12, theme.text1, area=area,
                      may_cut=True)  # fmt: skip
            self.text(names.side(entry.side), rect.right - 2 * side_w, y, side_w, 12, theme.text2,
                      area=area, may_cut=True)  # fmt: skip
            self.text(cause, rect.right - side_w, y, side_w, 12, theme.text2, align="end",
                      area=area, may_cut=True)  # fmt: skip
            y += line_height(theme, 12) + px(4)
        return y

    def _questions(self, rect: Rect, area: ScrollArea | None) -> int:
        theme, px, w = self.theme, self.px, self.w
        y = rect.y
        self.text(w("result.questions"), rect.x, y, rect.w, 16, theme.text1, "semibold", area=area)
        y += px(34)
        roomy = self.logical_size[1] >= 900
        for place, question in enumerate(self.questions()):
            number_w = px(36)
            self.text(str(place + 1), rect.x, y, number_w, 28, theme.text2, "semibold", area=area)
            x, room = rect.x + number_w, rect.w - number_w
            y += self.lines(question, x, y, room, 14, theme.text1, area=area)
            y += px(6)
            high = px(56 if roomy else 36)
            self.add(
                Control(
                    f"answer_{place}", Rect(x, y, room, high), "field", value=self.answers[place],
                    placeholder=w("result.answer_placeholder"), part="questions", area=area,
                    changed=self._answer(place), longest=400,
                )
            )  # fmt: skip
            y += high + px(20 if roomy else 12)
        return y
