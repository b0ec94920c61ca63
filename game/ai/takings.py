"""Ground that a move takes on its way: what it adds to what a hex is worth to be in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.engine.board import NO_SIDE
from game.engine.rules.ground import without_water

if TYPE_CHECKING:
    from game.ai.picture import Picture

_CLAIMED: float = 1.0
"""What it costs to go where a neutral side wants to be."""
_SHARE: float = 0.4
"""Share of its worth that counts for ground that a move takes."""
_ANY: float = 0.02
"""What ground counts that is worth nothing else."""


class Takings:
    """What can be taken in and around each hex, worked out once for as long as nobody takes it."""

    def __init__(self, pic: Picture) -> None:
        """Nothing is worked out yet."""
        self._pic = pic
        self._near = without_water(pic.view.scenario)
        self._open = {NO_SIDE, *(side for side, foe in enumerate(pic.foes) if foe)}
        self._known: dict[int, tuple[float, ...]] = {}
        self._control, self._zone = pic.view.control, pic.zone()

    def at(self, h: int) -> tuple[float, ...]:
        """What a unit adds that goes to a hex: by the hex itself and those it would take beside."""
        known = self._known.get(h)
        if known is None:
            known = self._known[h] = self._found(h)
        return known

    def look_again(self) -> None:
        """Forget what is not as it was."""
        control, zone = self._pic.view.control, self._pic.zone()
        if control != self._control or zone != self._zone:
            self._control, self._zone = control, zone
            self._known.clear()

    def _found(self, h: int) -> tuple[float, ...]:
        pic, control, zone = self._pic, self._control, self._zone
        worth, claimed = pic.worth.hexes, pic.claimed
        found: list[float] = []
        if control[h] != pic.side:
            found.append(_SHARE * worth[h] + _ANY)
            if h in claimed:
                found.append(-_CLAIMED)
        for there in self._near[h]:
            if control[there] in self._open and not zone[there]:
                taken = _SHARE * worth[there] + _ANY
                found.append(-_CLAIMED / 3 if there in claimed else taken)
        return tuple(found)
