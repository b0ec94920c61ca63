"""The orders of a day as the record has them, with their sources."""

from __future__ import annotations

from collections.abc import Sequence

from game.history.chronicle import Deed
from game.text.names import Names
from game.text.page import item


def orders(names: Names, deeds: Sequence[Deed]) -> list[str]:
    """Return the lines on the orders, side by side, decrees first."""
    lines: list[str] = []
    for deed in deeds:
        if deed.decree:
            lines += item(f"Decree: {deed.decree}{_evidence(deed)}")
    for number, side in enumerate(names.scenario.oob.sides):
        given = [deed for deed in deeds if deed.side == number and not deed.decree]
        if given:
            lines.append(f"{side.name}:")
        for deed in given:
            lines += item(_told(deed), 2)
    return lines


def _told(deed: Deed) -> str:
    told = deed.text + _evidence(deed)
    if deed.note:
        told += f" - {deed.note}"
    return told if deed.legal else f"{told} REFUSED: {deed.refusal}"


def _evidence(deed: Deed) -> str:
    return f" [{', '.join(deed.sources)}]" if deed.sources else " [interpolated]"
