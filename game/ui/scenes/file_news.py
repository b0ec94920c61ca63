"""What is told and asked on the map when the files of the open scenario have changed."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from pygame import Rect

from game.scenario import layout
from game.scenario.package import load_record, load_scenario, validate
from game.scenario.problems import Problem, Problems, ScenarioError
from game.ui.file_watch import FileWatch
from game.ui.problem_words import said
from game.ui.toolkit.controls import Control, natural_size
from game.ui.toolkit.shaping import isolated
from game.ui.toolkit.text import cut, line_height, wrap

if TYPE_CHECKING:
    from game.engine.scenario import Scenario
    from game.scenario.record import Record
    from game.ui.scenes.page import Page

_WIDE: Final = 420
_MOST: Final = 4


@dataclass(frozen=True, slots=True)
class Version:
    """A scenario as its files are now: whole, or with problems."""

    scenario: Scenario | None = None
    record: Record | None = None
    problems: Problems = field(default_factory=Problems)


@dataclass(frozen=True, slots=True)
class News:
    """A sentence, perhaps problems, and what can be done: (id, words, deed)."""

    text: str
    problems: tuple[Problem, ...] = ()
    answers: tuple[tuple[str, str, Callable[[], None]], ...] = ()


def read_version(folder: str) -> Version:
    """Read a scenario with its record as its files are now."""
    problems = validate(folder)
    if problems:
        return Version(problems=problems)
    try:
        return Version(load_scenario(folder), load_record(folder))
    except ScenarioError as error:  # written once more in the meantime
        return Version(problems=error.problems)


def watch_for(ref: str) -> FileWatch[Version] | None:
    """Return what watches the files of a scenario by id or path; None if all are shipped."""
    try:
        folder = layout.locate(ref)
    except ScenarioError:
        return None
    watch = FileWatch(folder, lambda: read_version(folder))
    return watch if watch.files else None


def problem_place(problem: Problem) -> str:
    """Return where a problem stands, as `forces.yaml:41:12`."""
    return f"{os.path.basename(problem.file)}:{problem.line}:{problem.col}"


def lay_news(page: Page, area: Rect, news: News) -> None:
    """Lay the news out at the lower start of an area, over what is there."""
    theme, px = page.theme, page.px
    width = min(px(_WIDE), area.w - 2 * px(12))
    pad, inner = px(12), width - 2 * px(12)
    head = wrap(theme, news.text, 14, inner - px(24))
    rows = [_worded(problem, theme.lang) for problem in news.problems[:_MOST]]
    told = [cut(theme, wrap(theme, row, 12, inner), 2, 12, inner) for row in rows]
    buttons = [
        Control(f"news_{ident}", Rect(0, 0, 0, 0), "primary" if not n else "button", label,
                action=deed, part="map")
        for n, (ident, label, deed) in enumerate(news.answers)
    ]  # fmt: skip
    lines: list[list[Control]] = [[]]
    used = 0
    for button in buttons:
        wide = min(natural_size(theme, button)[0], inner)
        if lines[-1] and used + wide > inner:
            lines.append([])
            used = 0
        button.rect = Rect(used, 0, wide, px(32))
        lines[-1].append(button)
        used += wide + px(8)
    text_h = len(head) * line_height(theme, 14)
    told_h = sum(len(row) for row in told) * line_height(theme, 12) + (px(6) if told else 0)
    buttons_h = len(lines) * px(40) if buttons else 0
    high = 2 * pad + text_h + told_h + buttons_h
    box = Rect(area.x + px(12), area.bottom - px(12) - high, width, high)
    page.add(Control("news_ground", Rect(box), "area", part=""))
    page.panel(box, theme.bg1, theme.line2)
    y = box.y + pad
    page.icon("warn", Rect(box.x + pad, y + px(2), px(16), px(16)), theme.text1)
    y += page.lines(head, box.x + pad + px(24), y, inner - px(24), 14, theme.text1)
    y += px(6) if told else 0
    for row in told:
        y += page.lines(row, box.x + pad, y, inner, 12, theme.text2)
    y += px(8)
    for line in lines:
        for button in line:
            button.rect.move_ip(box.x + pad, y)
            page.add(button)
        y += px(40)


def _worded(problem: Problem, lang: str) -> str:
    where = f"{isolated(problem.path)}: " if problem.path else ""
    return f"{isolated(problem_place(problem))}  {where}{said(problem.message, lang)}"
