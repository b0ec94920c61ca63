"""A day of the replay as a page of text."""

from __future__ import annotations

from datetime import date as Day  # noqa: N812 - `date` is a field elsewhere

from game.engine.state import GameState
from game.history.chronicle import Chronicle, ChronicleDay
from game.history.fidelity import given
from game.history.journal import entries_of
from game.text.aims import decided
from game.text.city_map import draw, legend
from game.text.ground import changes, city_told
from game.text.happenings import happenings
from game.text.journal import entry
from game.text.names import Names
from game.text.orders import orders
from game.text.page import WIDTH, item, paragraph
from game.text.paint import Paint
from game.text.window import city_window


class DayPages:
    """Makes the pages of a replay, one day after the other."""

    def __init__(self, chronicle: Chronicle, paint: Paint) -> None:
        self._record = chronicle.record
        self._names = Names(chronicle.scenario)
        self._window = city_window(chronicle.scenario.board)
        self._before: GameState = chronicle.state
        self._paint = paint

    def pass_over(self, day: ChronicleDay) -> None:
        """Take note of a day that is not shown."""
        self._before = day.state

    def page(self, day: ChronicleDay) -> str:
        """Return the page of the day that follows the one before."""
        before, self._before = self._before, day.state
        names = self._names
        lines = [*self._header(day), *draw(day.state, self._window, self._paint)]
        lines += paragraph(legend(day.state))
        city = city_told(names, day.state)
        lines += ["", *paragraph(city)] if city else []
        self._section(lines, "What happened", happenings(names, day, before))
        self._section(lines, "Control in the evening", changes(names, before, day.state))
        self._section(lines, "Objectives", decided(names, before, day.state))
        given_today = orders(names, given(day))
        if given_today:
            lines += ["", self._paint.heading("Orders of the record"), *given_today]
        journal = entries_of(self._record, day.date)
        if journal:
            lines += ["", self._paint.heading("Journal")]
            for doc in journal:
                lines += entry(doc)
        return "\n".join(lines) + "\n"

    def _header(self, day: ChronicleDay) -> list[str]:
        date = Day.fromisoformat(day.date)
        title = f"{date:%A}, {self._names.in_words(date)}"
        place = f"day {day.turn} of {self._names.scenario.turns}"
        rule = "=" * WIDTH
        line = f"{title}{place:>{WIDTH - len(title)}}"
        return [rule, self._paint.heading(line), rule, ""]

    def _section(self, lines: list[str], title: str, told: list[str]) -> None:
        if not told:
            return
        lines += ["", self._paint.heading(title)]
        for sentence in told:
            lines += item(sentence)
