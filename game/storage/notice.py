"""A plain message about a file: a code for front ends with words of their own, and a sentence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Notice:
    """What happened to a file, and what can be done about it.

    `code` and `facts` are for front ends that word it in another language; `text` is English.
    """

    code: str
    text: str
    facts: Mapping[str, str | int] = field(default_factory=dict)


class StorageError(Exception):
    """A file that cannot be read or written as asked; `notice` says why."""

    def __init__(self, notice: Notice) -> None:
        super().__init__(notice.text)
        self.notice = notice
