"""Finished pictures of cards, kept on disk, so that the first picture of a start has them.

A picture counts while the files of its scenario and the modules that draw maps are unchanged. What
cannot be read is made again, what cannot be written is lost.
"""

from __future__ import annotations

import os
from contextlib import suppress
from functools import cache
from hashlib import blake2b
from typing import Final

import pygame

from game.scenario.cache import cache_folder, modules, valid_stamp
from game.scenario.layout import FILES, locate
from game.scenario.problems import ScenarioError

Size = tuple[int, int]
_MOST: Final = 80
"""Pictures kept; windows of other sizes want others."""
_FORMAT: Final = "RGB"


def kept(ref: str, size: Size) -> pygame.Surface | None:
    """Return the picture of a scenario in a size, if there is one that is still right."""
    path, stamp = _place(ref, size)
    with suppress(OSError, ValueError), open(path, "rb") as file:
        if stamp and file.read(len(stamp)) == stamp:
            return pygame.image.frombytes(file.read(), size, _FORMAT).convert()
    return None


def keep(ref: str, size: Size, picture: pygame.Surface) -> None:
    """Keep a picture for the next start."""
    path, stamp = _place(ref, size)
    if not stamp:
        return
    aside = f"{path}.{os.getpid()}"
    with suppress(OSError):
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(aside, "wb") as file:
            file.write(stamp + pygame.image.tobytes(picture, _FORMAT))
        os.replace(aside, path)
        _prune(os.path.dirname(path))


def _place(ref: str, size: Size) -> tuple[str, bytes]:
    """Return the file for a picture and what it must begin with, nothing if none can be kept."""
    try:
        folder = locate(ref)
    except ScenarioError:
        return "", b""
    stamp = valid_stamp(folder, "entry", FILES)
    name = blake2b(folder.encode("utf-8", "surrogatepass"), digest_size=10).hexdigest()
    path = os.path.join(cache_folder(), "cards", f"{name}-{size[0]}x{size[1]}")
    return path, f"{stamp} {_drawn_by()}\n".encode() if stamp else b""


@cache
def _drawn_by() -> str:
    """Return a digest of the modules that draw maps."""
    scenes = os.path.dirname(os.path.abspath(__file__))
    found = modules(os.path.join(os.path.dirname(scenes), "map"))
    return blake2b(repr(found).encode(), digest_size=10).hexdigest()


def _prune(folder: str) -> None:
    with os.scandir(folder) as entries:
        files = sorted((entry.stat().st_mtime, entry.path) for entry in entries)
    for _, path in files[:-_MOST]:
        os.unlink(path)
