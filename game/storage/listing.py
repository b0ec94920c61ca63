"""The saves there are, as a menu shows them."""

from __future__ import annotations

import json
import shutil
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Final

from game.storage.folders import saves_folder
from game.storage.meta import Meta, read_meta
from game.storage.notice import Notice, StorageError
from game.storage.saves import META, ORDERS, delete_save

_TAIL: Final = 1 << 16
_LEFT_BEHIND: Final = 3600
"""Seconds after which half a save is no longer someone's work in progress."""
KEPT_AUTOSAVES: Final = 8


@dataclass(frozen=True, slots=True)
class SaveEntry:
    """A save as a menu shows it. A broken one has a `problem` and may lack all else."""

    path: Path
    kind: str = ""
    """named, quick or auto."""
    name: str = ""
    scenario: str = ""
    title: str = ""
    saved: datetime | None = None
    """When it was saved; for an autosave, when the last order was given."""
    turn: int = 1
    turns: int = 1
    date: str = ""
    """Day of the battle it stands at, ISO."""
    humans: tuple[str, ...] = ()
    """Sides played by people, as the game began."""
    branch_turn: int = 0
    """Day on which it left history, 0 = it did not."""
    ended: bool = False
    problem: Notice | None = None


def list_saves(root: Path | None = None) -> list[SaveEntry]:
    """Return all saves, the latest first, broken ones last."""
    root = root or saves_folder()
    try:
        folders = [path for path in root.iterdir() if path.is_dir() and path.name[0] != "."]
    except OSError:
        return []
    entries = [_entry(folder) for folder in sorted(folders)]
    return sorted(entries, key=_age)


def continuable(root: Path | None = None) -> SaveEntry | None:
    """Return the game to offer under Continue: the latest one that is not over."""
    for entry in list_saves(root):
        if entry.problem is None and not entry.ended:
            return entry
    return None


def prune_autosaves(root: Path | None = None, keep: int = KEPT_AUTOSAVES) -> None:
    """Delete all autosaves but the latest ones, and what a crash has left."""
    root = root or saves_folder()
    autosaves = [e for e in list_saves(root) if e.kind == "auto" and e.problem is None]
    for entry in autosaves[keep:]:
        with suppress(StorageError):
            delete_save(entry.path)
    long_ago = datetime.now().timestamp() - _LEFT_BEHIND
    with suppress(OSError):
        for path in root.iterdir():
            if path.name.startswith((".new-", ".old-")) and path.stat().st_mtime < long_ago:
                shutil.rmtree(path, ignore_errors=True)


def _age(entry: SaveEntry) -> tuple[bool, float, str]:
    when = entry.saved.timestamp() if entry.saved else 0.0
    return entry.problem is not None, -when, entry.path.name


def _entry(folder: Path) -> SaveEntry:
    try:
        meta = read_meta((folder / META).read_bytes(), str(folder))
        turn, ended = _stands(folder, meta)
        day = date.fromisoformat(meta.start) + timedelta(days=turn - 1)
        return SaveEntry(
            folder,
            meta.kind,
            meta.name,
            meta.scenario,
            meta.title,
            _when(folder, meta),
            turn,
            meta.turns,
            day.isoformat(),
            tuple(side for side, seat in meta.seats.items() if seat.get("kind") == "human"),
            meta.branch.turn if meta.branch else 0,
            ended,
        )
    except StorageError as error:
        return SaveEntry(folder, problem=error.notice)
    except (OSError, ValueError, TypeError, AttributeError, OverflowError):
        text = f"There is no save that can be read in {folder}."
        return SaveEntry(folder, problem=Notice("save_missing", text, {"path": str(folder)}))


def _when(folder: Path, meta: Meta) -> datetime:
    if meta.kind == "auto":
        return datetime.fromtimestamp((folder / ORDERS).stat().st_mtime).astimezone()
    return datetime.fromisoformat(meta.saved)


def _stands(folder: Path, meta: Meta) -> tuple[int, bool]:
    """The turn a save stands at and whether its game is over, from the last line of its orders."""
    with open(folder / ORDERS, "rb") as file:
        size = file.seek(0, 2)
        file.seek(max(0, size - _TAIL))
        lines = file.read().split(b"\n")
    for raw in reversed(lines[:-1]):
        with suppress(ValueError, TypeError, KeyError, RecursionError):
            body = json.loads(raw)
            return int(body.get("then", body["turn"])), bool(body.get("ended"))
    return (meta.branch.turn if meta.branch else 1), False
