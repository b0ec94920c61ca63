"""A study of many games as tables in the terminal."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date as Day  # noqa: N812 - as in the documents

from game.study import End, ObjectiveStudy, Progress, Spread, Study
from game.text.page import counted, paragraph

_NONE = "-"


def pages(study: Study) -> list[str]:
    """Return the tables of a study, line by line."""
    who = ", ".join(f"{side} {name}" for side, name in study.ai.items())
    lines = [
        f"{study.scenario}: {counted(study.runs, 'game')}"
        + (f" of {study.asked}" if study.runs != study.asked else "")
        + f", seeds {study.seed} to {study.seed + study.asked - 1}",
        f"Commanders: {who}",
    ]
    if not study.runs:
        return [*lines, "", "No game was finished."]
    lines += ["", *_sides(study), "", *_objectives(study), ""]
    if len(study.unnamed_harm) and study.unnamed_harm.mean:
        lines.append(f"Harm in nobody's name: {study.unnamed_harm.mean:.1f} entries a game.")
    lines += paragraph(
        f"{study.wall_s:.1f} s, {study.cpu_s:.1f} s of computing in the games; "
        f"{study.games_per_minute:.1f} games a minute; {study.activations} units set to work, "
        f"{study.activations_per_cpu_s:.0f} a second of computing."
    )
    if study.end is End.INTERRUPTED:
        lines.append(f"Interrupted: {study.asked - study.runs} games were not played.")
    return lines


def progress_line(progress: Progress) -> str:
    """Return how far a study is, in one line."""
    done = f"{int(progress.done)} of {counted(progress.asked, 'game')}"
    if progress.left is None:
        return done
    if progress.done == progress.asked:
        return f"{done} in {_length(progress.seconds)}"
    a_minute = 60 * progress.rate
    rate = f"{a_minute:.1f}" if a_minute < 100 else f"{a_minute:.0f}"
    return f"{done}, {rate} a minute, {_length(progress.left)} left"


def _length(seconds: float) -> str:
    whole = round(seconds)
    if whole < 100:
        return f"{whole} s"
    minutes = round(whole / 60)
    return f"{minutes} min" if minutes < 100 else f"{minutes // 60} h {minutes % 60} min"


def _sides(study: Study) -> list[str]:
    rows = [["Side", "won", "drawn", "lost", "score", "grades", "fallen", "gave up", "harm"]]
    for side in study.sides:
        grades = "/".join(str(number) for number in side.grades.values()) if side.judged else _NONE
        rows.append(
            [side.id, str(side.won), str(side.drawn), str(side.lost), f"{side.score:.2f}", grades]
            + [f"{spread.mean:.1f}" for spread in (side.fallen, side.surrendered, side.harm)]
        )
    names = "/".join(next(iter(study.sides)).grades)
    note = f"Grades: {names}. Steps and entries of harm are means of a game."
    return [*table(rows), *paragraph(note)]


def _objectives(study: Study) -> list[str]:
    rows = [["Objective", "side", "met", "history", "lower", "median", "upper", "by history"]]
    for one in study.objectives:
        objective = one.objective
        rows.append(
            [
                f"{objective.id} {objective.name}"[:34],
                one.side,
                f"{100 * one.met / study.runs:.0f} %",
                _day(study.date(objective.historical)),
                *_quartiles(study, one.turned_on),
                _by_history(one),
            ]
        )
    note = (
        "Dates: quartiles of the first night on which the condition stood (a holder's: stood no "
        "more), within its dates or not, of the games in which it came to that."
    )
    share = "By history: part of all those games in which it came to that by the day of history."
    return [*table(rows), *paragraph(note), *paragraph(share)]


def _quartiles(study: Study, turns: Spread) -> list[str]:
    quartiles = turns.quartiles()
    return [_day(study.date(turn)) for turn in quartiles] if quartiles else [_NONE] * 3


def _by_history(one: ObjectiveStudy) -> str:
    if not one.objective.historical or not len(one.turned_on):
        return _NONE
    return f"{100 * one.turned_on.share_up_to(one.objective.historical):.0f} %"


def _day(date: str | None) -> str:
    if date is None:
        return _NONE
    day = Day.fromisoformat(date)
    return f"{day.day} {day:%b}"


def table(rows: Sequence[Sequence[str]]) -> list[str]:
    """Return rows as aligned columns: the first to the left, the others to the right."""
    widths = [max(len(row[k]) for row in rows) for k in range(len(rows[0]))]
    return [
        "  ".join(
            cell.ljust(width) if k == 0 else cell.rjust(width)
            for k, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]
