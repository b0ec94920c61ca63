"""Letters kept on disk between starts, a file for each typeface and size.

A start needs some two hundred letters, and making them takes longer than all else it does. What
cannot be read is made again, what cannot be written is lost.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from functools import cache
from hashlib import blake2b
from typing import TYPE_CHECKING, Final

import pygame

from game.scenario.cache import cache_folder
from game.ui.toolkit.fonts import font_path

if TYPE_CHECKING:
    from game.ui.toolkit.letters import Letter

VERSION: Final = 1
"""Of the way letters are made; raise it when a kept one would look otherwise now."""
_MOST: Final = 3000
"""Letters kept of a typeface at a size."""


class Case:
    """The letters of a typeface at one size."""

    def __init__(self, name: str, pixels: int) -> None:
        """Read what was kept."""
        self._name, self._pixels = name, pixels
        self._path = os.path.join(cache_folder(), "letters", f"{name}-{pixels}")
        self._letters = _read(self._path, _stamp(name))
        self._kept = len(self._letters)

    def letter(self, char: str, part: int) -> Letter:
        """Return a letter moved right by some parts of a pixel."""
        key = f"{part}{char}"
        found = self._letters.get(key)
        if found is None:
            from game.ui.toolkit.letters import made

            found = self._letters[key] = made(self._name, self._pixels, char, part)
        return found

    def save(self) -> None:
        """Keep the letters, if there are new ones."""
        letters = dict(list(self._letters.items())[:_MOST])
        if len(letters) > self._kept:
            self._kept = len(letters)
            _write(self._path, _stamp(self._name), letters)


@cache
def case(name: str, pixels: int) -> Case:
    """Return the letters of a typeface at a height in pixels."""
    found = Case(name, pixels)
    _CASES.append(found)
    return found


_CASES: Final[list[Case]] = []


def keep_letters() -> None:
    """Keep for the next start the letters that were made since the last call."""
    for one in _CASES:
        one.save()


def _read(path: str, stamp: bytes) -> dict[str, Letter]:
    with suppress(OSError, ValueError, TypeError), open(path, "rb") as file:
        raw = file.read()
        kept, pictures = raw[:16], raw[16:]
        if kept != _digest(stamp, pictures):
            return {}
        table, _, pictures = pictures.partition(b"\n")
        letters: dict[str, Letter] = {}
        at = 0
        for key, left, top, wide, high in json.loads(table):
            letters[key] = left, top, wide, high, pictures[at : at + wide * high]
            at += wide * high
        return letters
    return {}


def _write(path: str, stamp: bytes, letters: dict[str, Letter]) -> None:
    table = [(key, *letter[:4]) for key, letter in letters.items()]
    parts = [json.dumps(table, separators=(",", ":")).encode(), b"\n"]
    body = b"".join(parts + [letter[4] for letter in letters.values()])
    aside = f"{path}.{os.getpid()}"
    with suppress(OSError):
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(aside, "wb") as file:
            file.write(_digest(stamp, body) + body)
        os.replace(aside, path)


def _digest(stamp: bytes, body: bytes) -> bytes:
    return blake2b(body, key=stamp, digest_size=16).digest()


@cache
def _stamp(name: str) -> bytes:
    """Return a digest of all that letters are made of: the typeface, SDL and the way."""
    with open(font_path(name), "rb") as file:
        face = file.read()
    made_by = f"{VERSION} {pygame.version.ver} {pygame.font.get_sdl_ttf_version()}".encode()
    return blake2b(made_by + face, digest_size=32).digest()
