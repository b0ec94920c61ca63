"""The first file of a shared package: what it is, what it rests on, and a hash of every file."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any, Final

from game.scenario.layout import NEIGHBOURS, is_name
from game.storage.sharing.trouble import SharingError

NAME: Final = "furat-package.json"
FORMAT: Final = 1
MOST_BYTES: Final = 400_000
_TEXTS: Final = ("id", "title", "version", "content_hash", "made_with")


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a shared package says of itself."""

    id: str
    title: str
    version: str
    content_hash: str
    """Of what a game depends on, as saves name it."""
    made_with: str
    credits: tuple[str, ...] = ()
    rests_on: dict[str, str] = field(default_factory=dict)
    """Content hash of each scenario it extends and does not bring, by id."""
    files: dict[str, str] = field(default_factory=dict)
    """SHA-256 of every other file, by its name in the package."""


def hash_of(data: bytes) -> str:
    """Return the SHA-256 of a file, in hex digits."""
    return sha256(data).hexdigest()


def write(manifest: Manifest) -> bytes:
    """Return the manifest as a file: the same bytes for the same manifest."""
    plain = {
        "furat_package": FORMAT,
        **{name: getattr(manifest, name) for name in _TEXTS},
        "credits": list(manifest.credits),
        "rests_on": manifest.rests_on,
        "files": manifest.files,
    }
    text = json.dumps(plain, ensure_ascii=False, indent=1, sort_keys=True)
    return f"{text}\n".encode()


def read(data: bytes) -> Manifest:
    """Return the manifest in a file.

    Raises:
        SharingError: if it is none, or one of a later version of the game.
    """
    try:
        plain = json.loads(data.decode("utf-8"))
    except (ValueError, RecursionError):
        raise SharingError(f"its {NAME} cannot be read") from None
    if not isinstance(plain, dict):
        raise SharingError(f"its {NAME} cannot be read")
    _check_format(plain.get("furat_package"))
    if not all(isinstance(plain.get(name), str) for name in _TEXTS):
        raise SharingError(f"its {NAME} lacks one of {', '.join(_TEXTS)}")
    if not is_name(plain["id"]) or plain["id"] in NEIGHBOURS:
        raise SharingError(f"its {NAME} gives an id that is none")
    credits = plain.get("credits", [])
    if not isinstance(credits, list) or not all(isinstance(line, str) for line in credits):
        raise SharingError(f"its {NAME} has credits that are no list of texts")
    return Manifest(
        **{name: plain[name] for name in _TEXTS},
        credits=tuple(credits),
        rests_on=_pairs(plain, "rests_on"),
        files=_pairs(plain, "files"),
    )


def _check_format(given: object) -> None:
    if isinstance(given, int) and given > FORMAT:
        raise SharingError(
            f"it is of format {given}, made by a later version of Furat; this one reads {FORMAT}"
        )
    if given != FORMAT:
        raise SharingError(f"its {NAME} is not that of a Furat package")


def _pairs(plain: dict[str, Any], key: str) -> dict[str, str]:
    found = plain.get(key, {})
    if not isinstance(found, dict) or not all(isinstance(text, str) for text in found.values()):
        raise SharingError(f'its {NAME} has "{key}" in a form that cannot be read')
    return found
