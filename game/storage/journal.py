"""The log of a running game: every order is on the disk before the next one is taken."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from game.storage.chain import Body, chained
from game.storage.durable import sync_data, write_whole
from game.storage.notice import Notice, StorageError
from game.storage.saves import ORDERS, SaveFile, unwritable

_REST: Final = "orders.rest"
_FLAGS: Final = os.O_RDWR | os.O_APPEND | getattr(os, "O_BINARY", 0)


class Journal:
    """Appends to the orders of a save."""

    def __init__(self, folder: Path, link: str, lines: int, size: int) -> None:
        """Go on after `lines` lines of `size` bytes, of which the last made the link."""
        self.folder = folder
        self.link = link
        self.lines = lines
        self._size = size

    @classmethod
    def after(cls, save: SaveFile, lines: int | None = None) -> Journal:
        """Return the journal of a save that was read, going on after its last good line.

        `lines` names an earlier line. What comes after is kept in `orders.rest`.
        """
        kept = len(save.chain.bodies) if lines is None else lines
        size = save.chain.ends[kept - 1] if kept else 0
        link = save.chain.links[kept - 1] if kept else save.meta.head
        path = save.folder / ORDERS
        try:
            data = path.read_bytes()
            if len(data) > size:
                with open(save.folder / _REST, "ab") as rest:
                    rest.write(data[size:])
                    rest.flush()
                    os.fsync(rest.fileno())
                write_whole(path, data[:size])
        except OSError as error:
            raise unwritable(save.folder, error) from error
        return cls(save.folder, link, kept, size)

    def append(self, body: Body) -> None:
        """Write a line and bring it to the disk.

        Raises:
            StorageError: if the disk refuses, or if someone else has written to the file.
        """
        line, link = chained(self.link, body)
        try:
            handle = os.open(self.folder / ORDERS, _FLAGS)
        except OSError as error:
            raise unwritable(self.folder, error) from error
        try:
            found = os.fstat(handle).st_size
            if found != self._size:
                text = f"Another game has written to {self.folder}."
                raise StorageError(Notice("save_taken", text, {"path": str(self.folder)}))
            self._write(handle, line)
            sync_data(handle)
        except OSError as error:
            raise unwritable(self.folder, error) from error
        finally:
            os.close(handle)
        self.link, self.lines, self._size = link, self.lines + 1, self._size + len(line)

    def _write(self, handle: int, line: bytes) -> None:
        """Write all of a line, or leave the file as it was."""
        try:
            done = 0
            while done < len(line):
                done += os.write(handle, line[done:])
        except OSError:
            os.ftruncate(handle, self._size)
            raise
