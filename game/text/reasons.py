"""Why a computer commander gave an order, in one line of English."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from game.ai.commander import Reason, Why
from game.engine.board import NOWHERE
from game.text.names import Names

_LINES: Final[Mapping[Why, str]] = MappingProxyType(
    {
        Why.CHANCE: "no reason: drawn by lot",
        Why.RECORD: "as the record has it",
        Why.TAKE: "take {where}",
        Why.OPEN_WAY: "beat who bars the way at {where}",
        Why.CLOSE_RING: "close the ring at {where}",
        Why.REDUCE: "reduce the pocket at {where}",
        Why.FIX: "fix the pocket at {where}",
        Why.SOFTEN: "keep the enemy at {where} down with fire",
        Why.RACE: "take {where} before others do",
        Why.RELIEVE: "open the way to {unit}, cut off",
        Why.GUARD: "hold {where}",
        Why.GUARD_CROSSING: "hold the crossing {where}",
        Why.BRIDGE: "engineers bridge at {where}",
        Why.CROSS: "get over the river at {where}",
        Why.DENY_CROSSING: "put the crossing {where} out of use",
        Why.WITHDRAW: "leave {where} before being cut off",
        Why.STAND: "hold {where} to the last, or no longer",
        Why.DIG: "dig in at {where}",
        Why.REST: "rest and take replacements",
        Why.RESERVE: "wait as a reserve",
        Why.SPARE: "let civilians out of {where}",
        Why.RELIEF: "send relief to {where}",
        Why.TERMS: "offer a way out to those cut off at {where}",
        Why.LEAD: "lead {unit}",
        Why.CLEAR: "clear the mines or the tunnel at {where}",
        Why.BOX: "for {where}, off the map",
        Why.ENTER: "come onto the map for {where}",
        Why.AGREED: "hand over {where} as agreed",
        Why.GIVE_UP: "lay down arms; nothing is left to hold out for",
    }
)


def reason_line(names: Names, reason: Reason) -> str:
    """Return the reason in words, without a full stop; places by their names."""
    return _LINES[reason.why].format(where=_where(names, reason), unit=_unit(names, reason))


def _where(names: Names, reason: Reason) -> str:
    board = names.scenario.board
    for index, name in (
        (board.place_index, names.place),
        (board.crossing_index, names.crossing),
        (board.box_index, names.box),
    ):
        if reason.place in index:
            return name(index[reason.place])
    return names.where(reason.hex) if reason.hex != NOWHERE else "its position"


def _unit(names: Names, reason: Reason) -> str:
    index = names.scenario.oob.unit_index
    return names.unit(index[reason.unit]) if reason.unit in index else "another unit"
