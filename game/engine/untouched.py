"""Which tables worked out from one position still hold in the next.

A table holds if nothing it is made from has changed. Each kind of table, named by the first word of
its key, says here what it is made from; a kind that is not named is never handed on.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from game.engine.forces import Relation
from game.engine.state import GameState, Status, Supply, Unit

if TYPE_CHECKING:
    from game.engine.draft import Position


class Since:
    """What has changed from a state to a later position of the same game."""

    def __init__(self, old: GameState, new: Position) -> None:
        """Compare; units that are the same object are the same."""
        self._old = old
        self._new = new
        self._others: dict[int, bool] = {}
        self._bars: dict[int, bool] = {}

    @cached_property
    def units(self) -> list[int]:
        """Units about which something has changed."""
        pairs = zip(self._old.units, self._new.units, strict=True)
        return [n for n, (was, now) in enumerate(pairs) if was is not now and was != now]

    @cached_property
    def ways(self) -> bool:
        """Whether the costs of movement are the same."""
        old, new = self._old, self._new
        return old.rubble == new.rubble and old.crossings == tuple(new.crossings)

    @cached_property
    def control(self) -> bool:
        """Whether every hex has the same owner."""
        return self._old.control == self._new.control

    @cached_property
    def belts(self) -> bool:
        """Whether the same belts are known."""
        return self._old.belts == tuple(self._new.belts)

    @cached_property
    def places(self) -> bool:
        """Whether the same units stand in the same hexes."""
        old, new = self._old.units, self._new.units
        return all(old[n].at == new[n].at and old[n].status == new[n].status for n in self.units)

    def others(self, side: int) -> bool:
        """Whether all units but those of a side, and all relations, are the same."""
        known = self._others.get(side)
        if known is None:
            cards = self._new.scenario.oob.units
            known = self._others[side] = self._old.relations == self._new.relations and all(
                cards[n].side == side for n in self.units
            )
        return known

    def contact_line(self, side: int) -> bool:
        """Whether the ground of neutrals is the same to a side; relations are."""
        ties = self._new.relations[side]
        return self.control or Relation.NEUTRAL not in ties

    def supply(self, side: int) -> bool:
        """Whether supply runs as it did."""
        old, new = self._old, self._new
        return (
            self.control
            and self.ways
            and old.boxes == new.boxes
            and old.relations == new.relations
            and all(_stands(old.units[n]) == _stands(new.units[n]) for n in self.units)
        )

    def alone(self, unit: int) -> bool:
        """Whether nothing has changed about a unit, nor about all that bars its way."""
        side = self._new.scenario.oob.units[unit].side
        known = self._bars.get(side)
        if known is None:
            known = self._bars[side] = (
                self.ways and self.others(side) and self.belts and self.contact_line(side)
            )
        return known and unit not in self.units

    def boats(self) -> bool:
        """Whether no boat has been used."""
        return self._old.boats_used == self._new.boats_used


def _stands(unit: Unit) -> tuple[bool, int, bool, bool]:
    """What supply asks of a unit: where it is, whether it is seen, whether it exerts a zone."""
    on_map = unit.status is Status.ON_MAP
    alone = unit.supply is Supply.ISOLATED and unit.steps == 1
    return on_map, unit.at, unit.hidden, unit.active > 0 and not alone


_HOLDS: Final[Mapping[Hashable, Callable[[Since, Any], bool]]] = MappingProxyType(
    {
        "stacks": lambda since, key: since.places,
        "move costs": lambda since, key: since.ways,
        "road steps": lambda since, key: since.ways,
        "enemy zone": lambda since, key: since.others(key[1]),
        "stops": lambda since, key: since.others(key[1]) and since.belts,
        "near enemy": lambda since, key: since.others(key[1]),
        "closed": lambda since, key: since.others(key[1]) and since.contact_line(key[1]),
        "shut": lambda since, key: since.others(key[1]) and since.contact_line(key[1]),
        "off limits": lambda since, key: since.others(key[1]) and since.control,
        "network": lambda since, key: since.supply(key[1]),
        "range": lambda since, key: since.alone(key[1]),
        "withdrawal": lambda since, key: since.alone(key[1]) and since.boats(),
    }
)
"""By kind of table, whether it still holds; it is asked with the key of the table."""


def holds(key: Hashable, since: Since) -> bool:
    """Whether the table with this key still holds."""
    rule = _HOLDS.get(_kind(key))
    return rule is not None and rule(since, key)


def _kind(key: Hashable) -> Hashable:
    return key[0] if isinstance(key, tuple) else key


def hand_on(old: GameState, new: GameState) -> None:
    """Give a state the tables of the one before it that still hold."""
    if not old.memo:
        return
    since, memo = Since(old, new), new.memo
    for key, table in old.memo.items():
        rule = _HOLDS.get(_kind(key))
        if rule is not None and key not in memo and rule(since, key):
            memo[key] = table
