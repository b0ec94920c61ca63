"""A package written to another folder under another id, where work on it goes on."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from pathlib import Path

from game.authoring.draft import Draft
from game.authoring.new_package import CannotCreate, free_folder
from game.authoring.shelf import DraftShelf, encoded
from game.authoring.yaml_text import CannotEdit, YamlText
from game.scenario.build import build
from game.scenario.problems import Problem, printable
from game.storage.durable import write_whole

_NOTES = (".md", ".txt")


def write_as(
    folder: str | os.PathLike[str], old: str, texts: dict[str, str]
) -> tuple[str, dict[str, str]]:
    """Write the texts of the package of the folder `old` into a new folder; return both.

    The id becomes the name of the folder. Notes that lie in the old folder go along.

    Raises:
        CannotCreate: if the folder cannot be used, or lacks there what the package builds on.
    """
    target = free_folder(folder)
    renamed = _with_id(str(target), texts)
    _find_all_there(str(target), renamed, old, texts)
    for kind, text in renamed.items():
        path = target / f"{kind}.yaml"
        try:
            write_whole(path, encoded(text))
        except OSError as error:
            reason = error.strerror or str(error)
            raise CannotCreate(f"{printable(str(path), 300)} cannot be written: {reason}") from None
    for note in Path(old).iterdir() if os.path.isdir(old) else ():
        if note.suffix in _NOTES and note.is_file():
            with suppress(OSError):
                shutil.copyfile(note, target / note.name)
    return str(target), renamed


def _with_id(folder: str, texts: dict[str, str]) -> dict[str, str]:
    draft = Draft(DraftShelf(folder, texts), {kind: YamlText(text) for kind, text in texts.items()})
    # A header that cannot be read stays as it is; its author is told of it as before.
    with suppress(CannotEdit):
        draft.set("scenario", ("id",), os.path.basename(folder))
    return {kind: text.text for kind, text in draft.texts.items()}


def _find_all_there(new: str, texts: dict[str, str], old: str, before: dict[str, str]) -> None:
    """Raise CannotCreate if a scenario or rules that were found before are not found from there."""
    known = {_said(problem) for problem in _problems(old, before)}
    for problem in _problems(new, texts):
        if problem.path in ("extends", "rules") and _said(problem) not in known:
            raise CannotCreate(f"{problem.message}; it is not found from {printable(new, 300)}")


def _problems(folder: str, texts: dict[str, str]) -> tuple[Problem, ...]:
    return build(folder, record=False, shelf=DraftShelf(folder, texts)).report.problems().items


def _said(problem: Problem) -> tuple[str, str]:
    return problem.path, problem.message
