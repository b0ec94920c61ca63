"""The result as facts and words: dials, objectives against their dates, losses never added."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as Day  # noqa: N812 - `date` writes one in words
from statistics import median_low

from game.engine.rules.dials import Dial, Grade, days_against_history, grade
from game.engine.state import GameState
from game.scenario.record import Record
from game.ui.scenes.play.chips import ObjectiveRow, rows
from game.ui.scenes.play.naming import Naming
from game.ui.scenes.play.numbers import MINUS, signed
from game.ui.scenes.scenario_cards import said
from game.ui.toolkit.words import date


@dataclass(frozen=True, slots=True)
class DialWords:
    """A dial in words, and where its pointer and history's mark stand (0 to 1)."""

    name: str
    value: str
    sentence: str
    note: str
    at: float
    history: float | None
    ticks: tuple[tuple[float, str], ...]


@dataclass(frozen=True, slots=True)
class Claimed:
    """A number that somebody has reported, for a part of the battle."""

    what: str
    number: str
    window: str
    text: str
    claims: tuple[str, ...]
    grade: str


def graded(view: GameState, side: int) -> Grade:
    """Return the grade of a side as the rules have it."""
    return grade(view, side)


def dial_words(names: Naming, view: GameState, side: int, dial: Dial) -> DialWords:
    """Return a dial of the rules in words."""
    w = names.words
    match dial.name:
        case "time":
            _met, _decided, met, decided = dial.pieces
            note = _days_note(names, view, side)
            return DialWords(
                w("result.dial_time"), w("common.percent", number=dial.value),
                w("result.time_sentence", met=met, count=decided), note, dial.value / 100,
                history_share(view, side), _ticks((0, 50, 100), 100, " %"),
            )  # fmt: skip
        case "force":
            lost, _surrendered, start = dial.pieces
            return DialWords(
                w("result.dial_force"), w("common.percent", number=dial.value),
                w("result.force_sentence", lost=lost, all=start), w("result.force_no_history"),
                min(1.0, dial.value / 60), None, _ticks((0, 15, 30, 45, 60), 60),
            )  # fmt: skip
        case "harm":
            sentence = w("result.harm_sentence", count=dial.value) if dial.value else w(
                "result.harm_none")  # fmt: skip
            return DialWords(
                w("result.dial_harm"), w("common.entries", count=dial.value), sentence,
                w("result.harm_no_history"), min(1.0, dial.value / 20), None,
                _ticks((0, 5, 10, 15, 20), 20),
            )  # fmt: skip
        case "held":
            days = dial.value
            return DialWords(
                w("result.dial_held"), w("result.days_off", sign=_sign(days), count=abs(days)),
                w("result.held_sentence", count=dial.pieces[1]), w("result.held_note"),
                min(1.0, max(0.0, (days + 60) / 120)), 0.5,
                ((0.0, f"{MINUS}60"), (0.5, "0"), (1.0, "+60")),
            )  # fmt: skip
    lost, start = dial.pieces
    return DialWords(
        w("result.dial_inflicted"), w("common.steps", count=lost),
        w("result.inflicted_sentence", lost=lost, all=start), w("result.force_no_history"),
        min(1.0, lost / max(1, start)), None, _ticks((0, 50, 100), 100, " %"),
    )  # fmt: skip


def history_share(view: GameState, side: int) -> float | None:
    """Return the share of the weight of a side's objectives that history met in time."""
    met = whole = 0
    for objective in view.scenario.objectives:
        if objective.side != side or not (objective.historical or objective.hold):
            continue
        whole += 2 * objective.weight
        day = objective.historical
        if objective.hold:
            if not day or day >= objective.latest:
                met += 2 * objective.weight
            elif day > objective.earliest:
                met += objective.weight
        elif day <= objective.latest:
            met += 2 * objective.weight
    return met / whole if whole else None


def _days_note(names: Naming, view: GameState, side: int) -> str:
    counted = [one.days for one in days_against_history(view, side)]
    if not counted:
        return names.words("result.time_none")
    middle = median_low(counted)
    return names.words(
        "result.time_days", count=len(counted), middle=signed(middle),
        earlier=sum(d < 0 for d in counted), same=sum(d == 0 for d in counted),
        later=sum(d > 0 for d in counted),
    )  # fmt: skip


def objective_lines(
    names: Naming, view: GameState, side: int
) -> list[tuple[ObjectiveRow, str, str, str]]:
    """Return every objective of a side with its real date, the own date and the difference."""
    w, found = names.words, []
    for row in rows(view, side):
        objective = row.objective
        real = names.date(objective.historical) if objective.historical else w("result.no_date")
        own, off = "", ""
        if row.status == "met":
            own = names.date(row.decided_on)
            days = row.against_history
            if days == 0:
                off = w("result.same_day")
            elif days is not None:
                off = w("result.days_off", sign=_sign(days), count=abs(days))
        elif row.status == "missed":
            off = w("result.not_reached") if not objective.hold else w("result.not_held")
            own = names.date(row.decided_on) if objective.hold else ""
        else:
            off = w("result.still_open")
        found.append((row, real, own, off))
    return found


def claimed(names: Naming, record: Record | None) -> list[Claimed]:
    """Return the numbers of dead and captured that the record reports, each for its window."""
    if record is None:
        return []
    found, lang = [], names.words.lang
    for doc in record.journal.journal:
        if doc.shown_in != "aftermath":
            continue
        for key in ("killed", "captured", "civilians_killed"):
            number = doc.figures.get(key)
            if number is None:
                continue
            side = doc.figures.get("side", "")
            what = names.words(f"result.reported_{key}")
            if side in names.scenario.oob.side_index:
                whose = names.side(names.scenario.oob.side_index[side])
                what = names.words(f"result.reported_{key}_of", side=whose)
            found.append(
                Claimed(what, number, window_words(names, doc.window or doc.date.isoformat()),
                        said(doc.text, lang), tuple(said(one, lang) for one in doc.claims),
                        doc.grade)
            )  # fmt: skip
    return found


def displaced(record: Record | None, lang: str) -> list[tuple[str, str]]:
    """Return what the record says of people who fled: number and text."""
    if record is None:
        return []
    return [
        (doc.figures["displaced"], said(doc.text, lang))
        for doc in record.journal.journal
        if doc.shown_in == "aftermath" and "displaced" in doc.figures
    ]


def window_words(names: Naming, window: str) -> str:
    """Return a window of the record in words: 18 Sep - 1 Nov."""
    lang = names.words.lang
    parts = []
    for span in window.split(","):
        ends = [_day(end.strip(), lang) for end in span.split("/")]
        parts.append(names.words("calendar.date_range", first=ends[0], last=ends[1])
                     if len(ends) == 2 else ends[0])  # fmt: skip
    return names.words("play.comma").join(parts)


def _day(text: str, lang: str) -> str:
    from game.ui.toolkit.words import words

    if len(text) == 7:
        return f"{words(lang)('calendar.month_' + str(int(text[5:])))} {text[:4]}"
    if len(text) == 4:
        return text
    return date(lang, Day.fromisoformat(text[:10]), "short")


def _ticks(values: tuple[int, ...], most: int, sign: str = "") -> tuple[tuple[float, str], ...]:
    return tuple((value / most, f"{value}{sign}") for value in values)


def _sign(days: int) -> str:
    return "+" if days > 0 else MINUS if days < 0 else ""
