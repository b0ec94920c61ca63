"""Why a computer gave an order, in one line."""

from __future__ import annotations

from game.ai.commander import Reason
from game.engine.board import NOWHERE
from game.ui.scenes.play.naming import Naming


def reason_words(names: Naming, reason: Reason) -> str:
    """Return the intent behind an order in words."""
    return names.words(f"why.{reason.why}", where=_where(names, reason), unit=_unit(names, reason))


def _where(names: Naming, reason: Reason) -> str:
    """What it is about: a place, a crossing or an area off the map by name, or a hex."""
    board = names.scenario.board
    for index, name in (
        (board.place_index, names.place),
        (board.crossing_index, names.crossing),
        (board.box_index, names.box),
    ):
        if reason.place in index:
            return name(index[reason.place])
    if reason.hex != NOWHERE:
        return names.hex(reason.hex)
    return names.words("why.somewhere")


def _unit(names: Naming, reason: Reason) -> str:
    index = names.scenario.oob.unit_index
    return names.unit(index[reason.unit]) if reason.unit in index else names.words("why.somebody")
