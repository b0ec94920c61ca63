"""A day of the replay as a text file: what the panels show, with its sources."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from game.storage.durable import write_whole
from game.storage.folders import data_folder
from game.ui.scenes.replay.order_rows import came_of_it
from game.ui.scenes.replay.order_words import sentence
from game.ui.scenes.replay.top_bar import fact, share_told
from game.ui.scenes.scenario_cards import said
from game.ui.toolkit.words import date

if TYPE_CHECKING:
    from game.ui.scenes.replay.scene import ReplayScene


def write_day(scene: ReplayScene, folder: Path | None = None) -> Path:
    """Write the day as Markdown; returns where it is.

    Raises:
        OSError: if the disk refuses.
    """
    folder = folder or data_folder() / "exports"
    path = folder / f"{scene.film.scenario.id}-{scene.page.date}.md"
    write_whole(path, ("\n".join(day_told(scene)) + "\n").encode("utf-8"))
    return path


def day_told(scene: ReplayScene) -> list[str]:
    """Return the day as lines of Markdown."""
    page, w = scene.page, scene.w
    header = scene.film.record.header
    title = header.title.ar if scene.theme.lang == "ar" and header.title.ar else header.title.en
    day = date(scene.theme.lang, page.date, "long")
    lines = [f"# {w('replay.export_title', title=title, date=day)}", "", scene.subtitle(), ""]
    lines += [f"## {w('replay.tab_journal', count=len(page.entries))}", ""]
    for doc in page.entries:
        grade = w(f"common.grade_{doc.grade.lower()}_title")
        lines.append(f"- **{doc.id}, {grade}.** {said(doc.text, scene.theme.lang)}")
        lines += [f"  - {w('replay.but')} {said(claim, scene.theme.lang)}" for claim in doc.claims]
        rows = f" [{', '.join(doc.rows)}]" if doc.rows else ""
        lines.append(f"  - {doc.sources}{rows}")
    deeds = page.orders_of(scene.viewer)
    lines += ["", f"## {w('replay.tab_orders', count=len(deeds))}", ""]
    for deed in deeds:
        side = w("replay.decree") if deed.decree else scene.naming.side(deed.side)
        told = deed.decree or (sentence(scene.naming, deed.order) if deed.order else deed.text)
        parts = [came_of_it(scene, deed), deed.note]
        parts.append(", ".join(deed.sources) or w("replay.interpolated"))
        lines.append(f"- {side}: {told} ({'; '.join(part for part in parts if part)})")
    side_name = scene.naming.side(scene.film.scenario.grade_side)
    lines += ["", f"## {w('replay.objectives', side=side_name)}", ""]
    for aim in page.aims:
        name = scene.naming.objective(aim.number)
        lines.append(f"- {name}: {fact(scene, aim)}, {share_told(scene, aim)}")
    numbers = scene.notebook.on(page.date)
    if numbers:
        lines += ["", f"## {w('replay.tab_notes')}", ""]
        lines += [f"- {scene.notebook.notes[number].text}" for number in numbers]
    return [line.replace("\u2068", "").replace("\u2069", "") for line in lines]
