"""Work that was never saved, kept aside so that a crash does not take it."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Final

from game.storage.durable import write_whole
from game.storage.folders import data_folder

FORMAT: Final = 1


@dataclass(frozen=True, slots=True)
class Rescued:
    """What was kept of a package: all its texts, and what its files were when it was opened."""

    texts: Mapping[str, str]
    prints: Mapping[str, str]


def keep(folder: str, prints: Mapping[str, str], texts: Mapping[str, str]) -> None:
    """Keep the texts of the package in a folder; a disk that refuses is no error."""
    kept = {"format": FORMAT, "folder": folder, "prints": dict(prints), "texts": dict(texts)}
    with suppress(OSError):
        # Bytes that are no UTF-8 stand as lone surrogates, which only escapes can hold.
        write_whole(_file(folder), json.dumps(kept).encode("ascii"))


def find(folder: str) -> Rescued | None:
    """Return what was kept of the package in a folder; None if nothing, or nothing readable."""
    try:
        kept = json.loads(_file(folder).read_bytes())
        if kept["format"] != FORMAT or kept["folder"] != folder:
            return None
        texts, prints = kept["texts"], kept["prints"]
    except (OSError, ValueError, TypeError, LookupError):
        return None
    both = (texts, prints)
    if not all(isinstance(d, dict) and all(isinstance(v, str) for v in d.values()) for d in both):
        return None
    return Rescued(texts, prints)


def forget(folder: str) -> None:
    """Throw away what was kept of a package: it is saved, or not wanted."""
    with suppress(OSError):
        _file(folder).unlink(missing_ok=True)


def _file(folder: str) -> Path:
    name = blake2b(os.path.abspath(folder).encode("utf-8", "surrogatepass"), digest_size=10)
    return data_folder() / "drafts" / f"{name.hexdigest()}.json"
