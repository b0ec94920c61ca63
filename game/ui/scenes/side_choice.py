"""Before a game: who plays which side, what the dice begin with, and the situation to read."""

from __future__ import annotations

import secrets
from functools import partial
from typing import TYPE_CHECKING, Final

import pygame
from pygame import Rect

from game.ai.levels import LEVELS
from game.scenario.documents import Text
from game.scenario.package import ScenarioError, load_record, load_scenario
from game.session import Seat, computer_seat
from game.ui import flow
from game.ui.scene import Picture
from game.ui.scenes.page import BarPage
from game.ui.scenes.scenario_cards import said
from game.ui.toolkit.controls import Control, ScrollArea, natural_size
from game.ui.toolkit.text import line_height, wrap

if TYPE_CHECKING:
    from game.engine.scenario import Scenario
    from game.scenario.record import Record
    from game.ui.app import App

_LONGEST: Final = 9


class SideChoiceScene(BarPage):
    """Cards of the sides, the seed, Begin; the briefing beside them."""

    def __init__(self, ref: str, seed: int | None = None) -> None:
        """Ask about the scenario named by id or path."""
        super().__init__()
        self.ref = ref
        self.seed = str(secrets.randbelow(flow.SEEDS) if seed is None else seed)
        self.seats: dict[str, Seat] = {}
        self.problem = ""
        self._scenario: Scenario | None = None
        self._record: Record | None = None
        self._sides: ScrollArea | None = None
        self._text: ScrollArea | None = None

    def enter(self, app: App) -> None:
        """Load the scenario; what is wrong with it is said on the screen."""
        super().enter(app)
        try:
            scenario = load_scenario(self.ref)
            self._record = load_record(self.ref)
        except ScenarioError as error:
            self.problem = str(error.problems.items[0])
            return
        self._scenario = scenario
        for number, side in enumerate(scenario.oob.sides):
            own = number == scenario.grade_side
            self.seats[side.id] = Seat() if own else computer_seat(side.agent)

    # --- layout -----------------------------------------------------------------------------

    def layout(self, app: App) -> None:
        """Lay out the sides and the briefing, side by side where there is room."""
        self.begin(app)
        px, wide = self.px, self.logical_size[0]
        self.controls.parts = ["bar", "sides", "begin"]
        title = said(self._record.header.title, self.theme.lang) if self._record else self.ref
        top = self.header(title if wide >= 900 else self.w("side_choice.title"))
        if self._scenario is None or self._record is None:
            text = self.w("side_choice.problem", problem=self.problem)
            self.lines(text, px(40), top + px(40), self.screen.w - px(80), 14, self.theme.text1)
            return
        roomy = wide >= 1600
        margin = px(64 if roomy else 32 if wide >= 900 else 12)
        beside = wide >= 1000
        left_w = (self.screen.w - 2 * margin) * (52 if beside else 100) // 100
        foot = px(72)
        self._cards(
            self._scenario, Rect(margin, top, left_w, self.screen.h - top - foot), not beside
        )
        self._begin(Rect(margin, self.screen.h - foot, left_w, foot))
        if beside:
            x = margin + left_w + px(48 if roomy else 32)
            self._briefing(Rect(x, top, self.screen.w - margin - x, self.screen.h - top))
        if not self.controls.focus:
            self.controls.set_focus("begin" if self._why() == "" else "back")

    def _cards(self, scenario: Scenario, box: Rect, with_text: bool) -> None:
        theme, px = self.theme, self.px
        area = self.area(self._sides, box)
        self._sides = area
        inner = Rect(box.x, box.y, box.w - px(12), box.h)
        y = box.y + px(24 if self.logical_size[1] > 500 else 12)
        y += self.text(
            self.w("side_choice.title"), inner.x, y, inner.w, 20, theme.text1, "semibold", area=area
        ) + px(12)
        for number in range(len(scenario.oob.sides)):
            y += self._side(scenario, number, Rect(inner.x, y, inner.w, 0), area) + px(12)
        humans = sum(seat.kind == "human" for seat in self.seats.values())
        if humans > 1:
            y += self.lines(
                self.w("side_choice.hotseat_fact"), inner.x, y, inner.w, 12, theme.text2, area=area
            ) + px(12)
        y = self._seed_row(inner.x, y + px(8), inner.w, area)
        if with_text and self._record is not None:
            y = self._briefing_text(Rect(inner.x, y + px(16), inner.w, 0), area)
        self.fit_area(area, y + px(16))

    def _side(self, scenario: Scenario, number: int, box: Rect, area: ScrollArea) -> int:
        theme, px = self.theme, self.px
        side = scenario.oob.sides[number]
        seat = self.seats[side.id]
        pad = px(16)
        swatch = px(24)
        inner = Rect(box.x + pad + swatch + pad, box.y, box.w - 3 * pad - swatch, 0)
        y = box.y + px(12)
        panel = len(self.pieces)
        self.swatch(side.colour, Rect(box.x + pad, y + px(2), swatch, swatch), area)
        name = said(Text(side.name, side.name_ar), theme.lang)
        y += self.text(name, inner.x, y, inner.w, 20, theme.text1, "semibold", area=area)
        facts = self._facts(scenario, number)
        y += self.lines(facts, inner.x, y + px(2), inner.w, 12, theme.text2, area=area) + px(10)
        kinds = ("human", "computer", "none")
        y = self._segments(f"seat_{side.id}", kinds, seat.kind, (inner.x, y), area, side.id)
        if seat.kind == "computer":
            name = f"level_{side.id}"
            y = self._segments(name, LEVELS, seat.level, (inner.x, y), area, side.id)
        fact = {"human": "human_fact", "none": "nobody_fact"}.get(seat.kind, "")
        fact = fact or f"level_{seat.level}_fact"
        if self.app.words.has(f"side_choice.{fact}"):
            rows = wrap(theme, self.w(f"side_choice.{fact}"), 12, inner.w)
            y += self.lines(rows, inner.x, y, inner.w, 12, theme.text2, area=area)
        y += px(12)
        box.h = y - box.y
        self.panel(box, theme.bg1, theme.line, area)
        self.pieces.insert(panel, self.pieces.pop())
        return box.h

    def _facts(self, scenario: Scenario, number: int) -> str:
        units = sum(unit.side == number for unit in scenario.oob.units)
        aims = sum(objective.side == number for objective in scenario.objectives)
        nth = self.w(f"side_choice.nth_{number + 1}") if number < 6 else str(number + 1)
        return " · ".join(
            (
                self.w("side_choice.first", nth=nth),
                self.w("side_choice.units", count=units),
                self.w("side_choice.objectives", count=aims),
            )
        )

    def _segments(
        self,
        group: str,
        values: tuple[str, ...],
        current: str,
        at: tuple[int, int],
        area: ScrollArea,
        side: str,
    ) -> int:
        """Lay out a choice of who plays; returns where it ends."""
        x, y = at
        for value in values:
            control = Control(
                f"{group}_{value}",
                Rect(x, y, 0, self.px(32)),
                "segment",
                self._kind(value),
                value=value,
                current=value == current,
                group=group,
                part="sides",
                area=area,
                changed=partial(self._sit, side),
            )
            control.rect.w = natural_size(self.theme, control)[0]
            x += control.rect.w
            self.add(control)
        return y + self.px(32) + self.px(6)

    def _kind(self, value: str) -> str:
        name = {"human": "human", "none": "nobody", "computer": "computer"}.get(value)
        if name is not None:
            return self.w(f"side_choice.{name}")
        key = f"side_choice.level_{value}"
        return self.w(key) if self.app.words.has(key) else value

    def _seed_row(self, x: int, y: int, width: int, area: ScrollArea) -> int:
        theme, px = self.theme, self.px
        y += self.text(
            self.w("side_choice.seed"), x, y, width, 14, theme.text1, "semibold", area=area
        )
        y += self.lines(self.w("side_choice.seed_fact"), x, y, width, 12, theme.text2, area=area)
        y += px(6)
        self.add(
            Control(
                "seed",
                Rect(x, y, px(160), px(32)),
                "field",
                value=self.seed,
                part="sides",
                area=area,
                longest=_LONGEST,
                changed=self._seeded,
            )
        )
        fresh = Control(
            "seed_new",
            Rect(x + px(172), y, 0, px(32)),
            "button",
            self.w("side_choice.seed_new"),
            part="sides",
            area=area,
            action=self._new_seed,
        )
        fresh.rect.w = natural_size(theme, fresh)[0]
        self.add(fresh)
        return y + px(44)

    def _begin(self, box: Rect) -> None:
        theme, px = self.theme, self.px
        why = self._why()
        begin = Control(
            "begin",
            Rect(0, 0, 0, 0),
            "primary",
            self.w("side_choice.begin"),
            icon="play",
            size=16,
            enabled=not why,
            why=why,
            part="begin",
            action=self._start,
        )
        wide = natural_size(theme, begin)[0] + px(32)
        begin.rect = Rect(box.x, box.y + px(14), wide, px(42))
        self.add(begin)
        if why:
            room = box.w - wide - px(16)
            rows = wrap(theme, why, 12, room)
            y = begin.rect.centery - line_height(theme, 12) * len(rows) // 2
            self.lines(rows, box.x + wide + px(16), y, room, 12, theme.text2)

    def _why(self) -> str:
        """Why the game cannot begin, empty if it can."""
        if all(seat.kind != "human" for seat in self.seats.values()):
            return self.w("side_choice.begin_none")
        return "" if flow.can_play() else self.w("side_choice.begin_missing")

    def _briefing(self, box: Rect) -> None:
        area = self.area(self._text, box)
        self._text = area
        inner = Rect(box.x, box.y + self.px(24), box.w - self.px(16), 0)
        self.fit_area(area, self._briefing_text(inner, area) + self.px(24))

    def _briefing_text(self, box: Rect, area: ScrollArea) -> int:
        theme, px, lang = self.theme, self.px, self.theme.lang
        assert self._record is not None
        y = box.y
        summary = said(self._record.header.summary, lang)
        y += self.lines(summary, box.x, y, box.w, 16, theme.text1, area=area) + px(20)
        for section in self._record.briefing.briefing:
            y += self.lines(
                said(section.title, lang), box.x, y, box.w, 16, theme.text1, "semibold", area=area
            ) + px(4)
            for text in said(section.text, lang).split("\n"):
                if text:
                    y += self.lines(text, box.x, y, box.w, 14, theme.text2, area=area) + px(8)
            y += px(12)
        return y

    # --- deeds ------------------------------------------------------------------------------

    def handle(self, event: pygame.event.Event) -> bool | None:
        """Take an event; PgUp and PgDn scroll the briefing."""
        if super().handle(event):
            return True
        if event.type == pygame.KEYDOWN and self._text is not None:
            page = {pygame.K_PAGEDOWN: 0.8, pygame.K_PAGEUP: -0.8}.get(event.key)
            if page is not None:
                self._text.scroll(int(self._text.rect.h * page))
                return True
        return False

    def _sit(self, side: str, value: object) -> None:
        if value in ("human", "none"):
            self.seats[side] = Seat("human" if value == "human" else "none")
        elif value == "computer":
            assert self._scenario is not None
            sides = self._scenario.oob.sides
            self.seats[side] = computer_seat(next(s.agent for s in sides if s.id == side))
        else:
            self.seats[side] = Seat("computer", str(value))
        self.app.relayout()

    def _seeded(self, text: object) -> None:
        digits = "".join(sign for sign in str(text) if sign.isascii() and sign.isdigit())
        self.seed = digits
        if digits != text:
            self.app.relayout()

    def _new_seed(self) -> None:
        self.seed = str(secrets.randbelow(flow.SEEDS))
        self.app.relayout()

    def _start(self) -> None:
        if self._scenario is None or self._why():
            return
        app = self.app
        app.pop()
        flow.begin(app, self.ref, self.seats, int(self.seed or 0))


def pictures() -> dict[str, Picture]:
    """Return the states of this screen worth a picture."""
    from game.ui.scenes.scenario_cards import CHIEF

    return {"side_choice": lambda app: app.reset(SideChoiceScene(CHIEF, seed=2017))}
