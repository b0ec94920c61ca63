"""Saves on disk: a folder with `meta.json`, the orders, and states that spare their repeating.

The orders are the truth. `state_<turn>.json` files are a help: whoever reads them checks them
against the digest they name, and does without them if they are gone.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from game.storage.chain import Body, Chain, chained, unchain
from game.storage.durable import sync_folder, write_whole
from game.storage.folders import saves_folder
from game.storage.meta import Meta, read_meta
from game.storage.notice import Notice, StorageError

META: Final = "meta.json"
ORDERS: Final = "orders.jsonl"
_STATE: Final = re.compile(r"state_(\d{1,4})\.json")


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The state after some lines of the log, as plain data."""

    turn: int
    line: int
    """How many lines it comes after; 0 = as the game began."""
    link: str
    """Link of that line, or the head."""
    digest: str
    data: Any


@dataclass(frozen=True, slots=True)
class SaveFile:
    """A save as it was read."""

    folder: Path
    meta: Meta
    chain: Chain

    @property
    def damaged(self) -> bool:
        """Whether more is lost than an order that was never written to its end."""
        cut = self.chain.cut
        return cut is not None and not (cut.torn and cut.lost == 1)

    @property
    def notice(self) -> Notice | None:
        """What is lost, None if nothing is."""
        cut = self.chain.cut
        if cut is None:
            return None
        facts: dict[str, str | int] = {"line": cut.line, "lost": cut.lost}
        if not self.damaged:
            text = "The last order was not written to its end, so the game goes on before it."
            return Notice("save_torn", text, facts)
        orders = "1 line" if cut.lost == 1 else f"{cut.lost} lines"
        text = (
            f"The save is damaged at line {cut.line} of its orders. The game goes on from the last "
            f"good one; {orders} could not be used."
        )
        return Notice("save_cut", text, facts)


def write_save(
    meta: Meta, bodies: Iterable[Body], snapshots: Iterable[Snapshot] = (), root: Path | None = None
) -> Path:
    """Write a new save; returns its folder, which appears only when it is whole.

    Raises:
        StorageError: if the disk refuses.
    """
    root = root or saves_folder()
    aside = root / f".new-{_stamp()}-{meta.kind}"
    try:
        aside = _free(aside)
        aside.mkdir(parents=True)
        write_whole(aside / META, meta.written())
        link, lines = meta.head, []
        for body in bodies:
            line, link = chained(link, body)
            lines.append(line)
        write_whole(aside / ORDERS, b"".join(lines))
        for snapshot in snapshots:
            write_snapshot(aside, snapshot)
        words = [_stamp(), meta.kind, _slug(meta.name or meta.scenario)]
        folder = _free(root / "-".join(word for word in words if word))
        aside.rename(folder)
        sync_folder(root)
    except OSError as error:
        shutil.rmtree(aside, ignore_errors=True)
        raise unwritable(root, error) from error
    return folder


def read_save(folder: Path) -> SaveFile:
    """Read a save up to its last good line.

    Raises:
        StorageError: if there is none, if it is of a newer format, or if its meta.json is damaged.
    """
    try:
        meta = read_meta((folder / META).read_bytes(), str(folder))
        data = (folder / ORDERS).read_bytes()
    except OSError as error:
        why = error.strerror or type(error).__name__
        text = f"There is no save that can be read in {folder} ({why})."
        raise StorageError(Notice("save_missing", text, {"path": str(folder)})) from error
    return SaveFile(folder, meta, unchain(data, meta.head))


def delete_save(folder: Path) -> None:
    """Delete a save for good; StorageError if the disk refuses."""
    try:
        # Renamed first, so that no half of it is ever listed.
        aside = _free(folder.with_name(f".old-{folder.name}"))
        folder.rename(aside)
        shutil.rmtree(aside)
    except OSError as error:
        raise unwritable(folder, error) from error


def write_snapshot(folder: Path, snapshot: Snapshot) -> None:
    """Write a snapshot beside the orders; OSError if the disk refuses."""
    document = {
        "data": snapshot.data,
        "digest": snapshot.digest,
        "line": snapshot.line,
        "link": snapshot.link,
    }
    text = json.dumps(document, separators=(",", ":"))
    write_whole(folder / f"state_{snapshot.turn}.json", text.encode("utf-8"))


def snapshots_of(save: SaveFile) -> list[Snapshot]:
    """Return the snapshots that belong to the good lines of a save, latest first.

    That the data are those of the digest, the reader has to check.
    """
    links = (save.meta.head, *save.chain.links)
    found = []
    for turn, path in sorted(_states(save.folder).items(), reverse=True):
        try:
            document = json.loads(path.read_bytes())
            line = document["line"]
            if type(line) is int and 0 <= line < len(links) and document["link"] == links[line]:
                link, digest = links[line], str(document["digest"])
                found.append(Snapshot(turn, line, link, digest, document["data"]))
        except (OSError, ValueError, TypeError, LookupError, RecursionError):
            continue
    return found


def drop_snapshots(folder: Path, keep: Iterable[int]) -> None:
    """Delete the snapshots of all turns but some."""
    wanted = set(keep)
    for turn, path in _states(folder).items():
        if turn not in wanted:
            with suppress(OSError):
                path.unlink()


def unwritable(path: Path, error: OSError) -> StorageError:
    """The error to raise when the disk refuses."""
    why = error.strerror or type(error).__name__
    text = f"Nothing could be saved in {path}: {why}."
    return StorageError(Notice("save_unwritable", text, {"path": str(path), "why": why}))


def now() -> str:
    """Return the time as a save names it."""
    return datetime.now().astimezone().isoformat(timespec="seconds")


def _states(folder: Path) -> dict[int, Path]:
    try:
        names = [(path, _STATE.fullmatch(path.name)) for path in folder.iterdir()]
    except OSError:
        return {}
    return {int(match[1]): path for path, match in names if match}


def _stamp() -> str:
    return datetime.now().strftime("%Y%m%d-%H%M%S")


def _slug(name: str) -> str:
    """What of a name can stand in the name of a folder anywhere."""
    return re.sub(r"[^a-z0-9]+", "_", name.lower()).strip("_")[:40]


def _free(path: Path) -> Path:
    """The path, with a number if it is taken."""
    other, number = path, 2
    while other.exists():
        other = path.with_name(f"{path.name}-{number}")
        number += 1
    return other
