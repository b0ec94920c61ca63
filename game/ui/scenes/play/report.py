"""The report of a game as a text file: what the result screen shows, with the answers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from game.scenario.record import Record
from game.session import Session
from game.storage.durable import write_whole
from game.storage.folders import data_folder
from game.ui.scenes.play.naming import Naming
from game.ui.scenes.play.result_facts import claimed, dial_words, graded, objective_lines


def write_report(
    session: Session,
    names: Naming,
    record: Record | None,
    side: int,
    questions: Sequence[str],
    answers: Sequence[str],
) -> Path:
    """Write the report into the player's folder; returns where it is. OSError if that fails."""
    stamp = datetime.now().strftime("%Y%m%d-%H%M%S")
    path = data_folder() / "reports" / f"{session.scenario.id}-{stamp}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, report(session, names, record, side, questions, answers).encode("utf-8"))
    return path


def report(
    session: Session,
    names: Naming,
    record: Record | None,
    side: int,
    questions: Sequence[str],
    answers: Sequence[str],
) -> str:
    """Return the report."""
    w, view = names.words, session.view(side)
    lines = [f"# {session.scenario.title}", ""]
    lines += [f"{names.side(side)}, {names.date(view.turn, 'long')}", ""]
    for dial in graded(view, side).dials:
        told = dial_words(names, view, side, dial)
        lines += [f"## {told.name}: {told.value}", "", told.sentence, told.note, ""]
    lines += [f"## {w('result.objectives')}", ""]
    lines += [f"| {w('result.objectives')} | {w('result.real')} | {w('result.yours')} | |"]
    lines += ["|---|---|---|---|"]
    for row, real, own, off in objective_lines(names, view, side):
        lines.append(f"| {names.objective(row.objective)} | {real} | {own} | {off} |")
    lines += ["", f"## {w('result.losses')}", "", w("result.losses_note"), ""]
    for number in range(len(view.scenario.oob.sides)):
        lost = view.losses[number]
        start = sum(c.start_steps for c in view.scenario.oob.units if c.side == number)
        lines.append("- " + w("result.side_lost", side=names.side(number),
                              lost=lost.fallen + lost.surrendered, all=start))  # fmt: skip
    rows = claimed(names, record)
    if rows:
        lines += ["", w("result.reported"), ""]
        lines += [f"- {row.what}: {row.number} ({row.window}). {row.text}" for row in rows]
    lines += ["", f"## {w('result.questions')}", ""]
    for question, answer in zip(questions, answers, strict=False):
        lines += [f"**{question}**", "", answer or "-", ""]
    return "\n".join(lines)
