"""The result: three dials, dates against dates, losses beside what was reported, questions."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pygame
from pygame import Rect

from game.scenario.package import load_record
from game.scenario.problems import ScenarioError
from game.scenario.record import Record
from game.session import Session
from game.session.saving import Autosave
from game.ui.scenes.play.naming import Naming
from game.ui.scenes.play.report import write_report
from game.ui.scenes.play.result_columns import ResultColumns
from game.ui.scenes.play.result_facts import (
    graded,
)
from game.ui.toolkit.callouts import TOAST_MS, draw_toast
from game.ui.toolkit.controls import Control, ScrollArea, natural_size
from game.ui.toolkit.text import line_height, measure, wrap

if TYPE_CHECKING:
    from game.ui.app import App

ANSWERS = "answers.json"


class ResultScene(ResultColumns):
    """What came of a game, before anybody plays again."""

    contexts = ("everywhere",)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.side = max(0, session.viewer)
        self.answers: list[str] = ["", "", ""]
        self.names: Naming
        self.record: Record | None = None
        self._areas: dict[str, ScrollArea] = {}
        self._note = ""
        self._note_until = 0

    def enter(self, app: App) -> None:
        """Read the record and the answers given so far."""
        super().enter(app)
        with suppress(ScenarioError, OSError):
            self.record = load_record(self.session.ref or self.session.scenario.id)
        self.answers = self._read_answers()

    # --- answers ----------------------------------------------------------------------------

    def _answers_file(self) -> Path | None:
        keeper = self.session.keeper
        return keeper.journal.folder / ANSWERS if isinstance(keeper, Autosave) else None

    def _read_answers(self) -> list[str]:
        path = self._answers_file()
        if path is not None:
            with suppress(OSError, ValueError):
                found = json.loads(path.read_text(encoding="utf-8"))
                if isinstance(found, list) and all(isinstance(text, str) for text in found):
                    return [*found, "", "", ""][:3]
        return ["", "", ""]

    def _answer(self, place: int) -> Callable[[object], None]:
        def changed(value: object) -> None:
            self.answers[place] = str(value)
            path = self._answers_file()
            if path is not None:
                with suppress(OSError):
                    path.write_text(json.dumps(self.answers), encoding="utf-8")

        return changed

    def questions(self) -> list[str]:
        """Return the three questions: those of the briefing, or general ones."""
        asked = self.record.briefing.questions if self.record is not None else ()
        lang = self.app.words.lang
        texts = [(q.ar if lang == "ar" and q.ar else q.en) for q in asked[:3]]
        general = [self.w(f"result.question_{n}") for n in (1, 2, 3)]
        return [*texts, *general][:3]

    # --- layout -----------------------------------------------------------------------------

    def layout(self, app: App) -> None:
        """Lay out title, dials, three columns and the buttons."""
        self.begin(app)
        self.names = Naming(self.session.scenario, app.words)
        self.controls.parts = ["questions", "objectives", "losses", "buttons"]
        px, (wide, high) = self.px, self.logical_size
        roomy = wide >= 1500 and high >= 900
        narrow = wide < 1060 or high < 640
        margin = px(64 if roomy else 24)
        buttons_h = px(96 if roomy else 56)
        bottom = self.screen.h - buttons_h
        width = self.screen.w - 2 * margin
        whole: ScrollArea | None = None
        y = px(40 if roomy else 12)
        if narrow:
            whole = self.area(self._areas.get("whole"), Rect(0, 0, self.screen.w, bottom))
            self._areas["whole"] = whole
        y = self._title(margin, y, width, roomy, whole)
        y = self._dials(margin, y + px(16 if roomy else 8), width, roomy, narrow, whole)
        y += px(24 if roomy else 12)
        if narrow:
            for lay in (self._objectives, self._losses, self._questions):
                y = lay(Rect(margin, y, width, 0), whole) + px(20)
            assert whole is not None
            self.fit_area(whole, y)
        else:
            gap = px(40 if roomy else 24)
            room = width - 2 * gap
            first, second = int(room * 0.30), int(room * 0.37)
            third = room - first - second
            x = margin
            for name, part, lay in (
                ("objectives", first, self._objectives),
                ("losses", second, self._losses),
                ("questions", third, self._questions),
            ):
                rect = Rect(x, y, part, bottom - y)
                area = self.area(self._areas.get(name), rect)
                self._areas[name] = area
                self.fit_area(area, lay(Rect(x, y, part - px(16), 0), area) + px(4))
                x += part + gap
        self._buttons(margin, bottom, buttons_h, roomy)
        if not self.controls.focus:
            self.controls.set_focus("compare" if self.controls.get("compare") else "report")

    def _title(self, x: int, y: int, width: int, roomy: bool, area: ScrollArea | None) -> int:
        theme, names, view = self.theme, self.names, self.session.view(self.side)
        size = 40 if roomy else 28 if self.logical_size[0] >= 1060 else 20
        when = names.date(view.turn, "long")
        key = "result.over" if self.session.ended else "result.so_far"
        y += self.lines(
            wrap(theme, self.w(key, date=when), size, width, "semibold")[:2], x, y, width, size,
            theme.text1, "semibold", area=area,
        )  # fmt: skip
        found = graded(view, self.side)
        grades = view.scenario.rules.grades.names
        name = grades[min(found.index, len(grades) - 1)]
        key = f"result.grade_name_{name}"
        told = self.w(key) if self.app.words.has(key) else name
        worst = "result.under_graded" if len(found.dials) == 3 else "result.under_held"
        text = self.w(
            worst, scenario=self._scenario_name(), side=names.side(self.side)
        )  # fmt: skip
        body = 16 if roomy else 14
        used = measure(theme, text, body)[0] + self.px(6)
        if used + measure(theme, told, body, "semibold")[0] <= width:
            self.text(text, x, y, used, body, theme.text2, area=area)
            self.text(told, x + used, y, width - used, body, theme.text1, "semibold", area=area)
            return y + line_height(theme, body)
        return y + self.lines(f"{text} {told}", x, y, width, body, theme.text2, area=area)

    def _scenario_name(self) -> str:
        title = self.record.header.title if self.record is not None else None
        if title is None:
            return self.session.scenario.title
        return title.ar if self.app.words.lang == "ar" and title.ar else title.en

    def _buttons(self, margin: int, top: int, high: int, roomy: bool) -> None:
        theme, px, w, keys = self.theme, self.px, self.w, self.app.keys
        self.fill(Rect(0, top, self.screen.w, high), theme.bg0)
        self.fill(Rect(margin, top, self.screen.w - 2 * margin, px(1)), theme.line)
        tall = px(40 if roomy else 36)
        y = top + (high - tall) // 2
        start: list[Control] = []
        if self.record is not None and self.record.history.days:
            start.append(
                Control("compare", Rect(0, 0, 0, 0), "primary", w("result.compare"), icon="lay",
                        key=keys.cap("compare"), action=self.compare)
            )  # fmt: skip
            start.append(
                Control("replay_game", Rect(0, 0, 0, 0), "button", w("result.replay_game"),
                        icon="rest", action=self.replay_game)
            )  # fmt: skip
        start.append(Control("report", Rect(0, 0, 0, 0), "button", w("result.save_report"),
                             icon="note", action=self.save_report))  # fmt: skip
        end = [
            Control("again", Rect(0, 0, 0, 0), "button", w("result.again"), action=self.again),
            Control("title", Rect(0, 0, 0, 0), "button", w("result.title"),
                    action=self.to_title),
        ]  # fmt: skip
        if not self.session.ended:
            end = [
                Control("back", Rect(0, 0, 0, 0), "button", w("result.back_to_game"),
                        key=keys.cap("back"), action=self.app.pop)
            ]  # fmt: skip
        if self.logical_size[0] < 1060:
            for control in (*start, *end):
                control.key, control.icon = "", ""
        x = margin
        for control in start:
            wide = natural_size(theme, control)[0]
            control.rect, control.part = Rect(x, y, wide, tall), "buttons"
            self.add(control)
            x += wide + px(12)
        right = self.screen.w - margin
        for control in reversed(end):
            wide = natural_size(theme, control)[0]
            control.rect, control.part = Rect(right - wide, y, wide, tall), "buttons"
            self.add(control)
            right -= wide + px(12)

    # --- doing ------------------------------------------------------------------------------

    def act(self, action: str) -> bool:
        """K compares, Ctrl-S saves the report."""
        if action == "compare" and self.record is not None:
            self.compare()
        elif action == "save":
            self.save_report()
        else:
            return False
        return True

    def compare(self) -> None:
        """Lay history's front over the own one."""
        from game.ui.scenes.replay import open_comparison

        open_comparison(self.app, self.session)

    def replay_game(self) -> None:
        """Show the own game again, day by day."""
        from game.ui.scenes.replay import open_own_game

        open_own_game(self.app, self.session)

    def save_report(self) -> None:
        """Write the result with the answers as a text."""
        try:
            path = write_report(self.session, self.names, self.record, self.side, self.questions(),
                                self.answers)  # fmt: skip
        except OSError as error:
            self._tell(self.w("saves.failed", why=str(error.strerror or error)))
            return
        self._tell(self.w("result.report_saved", path=str(path)))

    def again(self) -> None:
        """Play the same scenario again: first the sides."""
        from game.ui.scenes.side_choice import SideChoiceScene

        ref = self.session.ref or self.session.scenario.id
        self._leave_game()
        self.app.push(SideChoiceScene(ref))

    def to_title(self) -> None:
        """Back to the title."""
        self._leave_game()

    def _leave_game(self) -> None:
        from game.ui.scenes.title import TitleScene

        self.app.reset(TitleScene())

    def back(self) -> bool:
        """Esc: back to a game that goes on, else to the title."""
        if self.session.ended:
            self.to_title()
            return True
        return False

    def _tell(self, text: str) -> None:
        self._note, self._note_until = text, self.app.clock_ms + TOAST_MS
        self.app.redraw()

    def update(self, dt_ms: int) -> bool:
        """Take the toast away when its time is over."""
        if self._note and self.app.clock_ms > self._note_until:
            self._note = ""
            self.app.redraw()
        return False

    def draw(self, surface: pygame.Surface) -> None:
        """Draw the page and the toast."""
        super().draw(surface)
        if self._note:
            x = self.screen.right - self.px(24) if self.theme.rtl else self.px(24)
            draw_toast(surface, self.theme, self._note, (x, self.screen.h - self.px(104)))
