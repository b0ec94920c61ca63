"""Which cue goes with what a player does, and when there must be none."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from game.engine import events as e
from game.engine.dice import Purpose
from game.ui.sounds import Cue

_SHOWN: Final = (Purpose.ATTACK, Purpose.BOMBARD)
"""Dice that the player sees fall."""
_OF_NOBODY: Final[tuple[Cue, ...]] = ("select", "end_turn")
"""Cues that may be heard by another player in the room: they tell nothing of what was ordered."""


def cue_of_order(events: Sequence[e.Event]) -> Cue:
    """Return the cue of an order that was carried out; the same whatever the dice show."""
    fell = any(isinstance(event, e.DiceRolled) and event.purpose in _SHOWN for event in events)
    return "dice" if fell else "move"


def heard(cue: Cue, events: Sequence[e.Event], hotseat: bool) -> Cue | None:
    """Return the cue, or None if it must not be heard.

    Nothing sounds at harm. Where several people share the room, orders, refusals and digests are
    silent, so that nobody hears what another side does or has found out.
    """
    if hotseat and cue not in _OF_NOBODY:
        return None
    if any(isinstance(event, e.HarmRecorded) for event in events):
        return None
    return cue
