"""Supply as a commander sees it: who may be cut off next, and where supply follows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from game.ai.ways import ashore
from game.engine.board import NOWHERE, River
from game.engine.changed import changed
from game.engine.memo import once
from game.engine.rulebook import MoveClass
from game.engine.rules.supply import Network, feeding_crossings, network
from game.engine.rules.zoc import enemy_zone
from game.engine.scenario import Scenario
from game.engine.state import GameState, Supply

if TYPE_CHECKING:
    from game.ai.picture import Picture

_CUT_OFF: Final = 5.0
"""What it costs to end a day where no supply follows."""
_CROWDED: Final = 4.0
"""The same beyond a crossing that feeds no more units."""
_FERRIED: Final = 0.2
_MANY: Final = 99
_REACH: Final = 2
"""Hexes by which enemies are thought to come on in a turn when it is asked who may be cut off."""


class Lifeline:
    """Own supply as it is, and as it would be if the enemies came on."""

    def __init__(self, pic: Picture) -> None:
        """Read the network of the moment."""
        self._pic = pic
        self.net: Network = network(pic.view, pic.side)
        beyond = (n for n in pic.own() if not self.net.firm[pic.unit(n).at])
        self.room = self.net.capacity - sum(1 for _ in beyond)
        """Units that can still be fed beyond limited crossings."""
        self._then: Network | None = None
        self._links: dict[int, int] = {}
        self._landings = self._fed_landings()

    def fed(self, n: int) -> bool:
        """Whether a unit is in supply now."""
        return self._pic.unit(n).supply is Supply.SUPPLIED

    def price(self, n: int, h: int, over: int = 0) -> float:
        """What it costs a unit in supply to end its day in a hex.

        `over`: units that go beyond limited crossings before it.
        """
        here = self._pic.unit(n).at
        firm = self.net.firm
        if firm[h]:
            return 0.0
        link = self._link(h)
        if link == NOWHERE:
            feeds = self._landings.get(h)
            if feeds is None:
                return _CUT_OFF
            return _FERRIED if self.room + feeds > over else _CROWDED
        if firm[link]:
            return 0.0
        beyond_already = here >= 0 and not firm[here]
        return _FERRIED if beyond_already or self.room > over else _CROWDED

    def exposed(self, h: int) -> bool:
        """Whether supply to a hex would be cut if the enemies came on."""
        every = self.then().all
        return not every[h] and not any(
            every[there] and river != River.MAIN for there, river in self._pic.steps_over(h)
        )

    def goes_beyond(self, n: int, h: int) -> bool:
        """Whether a unit that goes to a hex would be fed over limited crossings, and is not yet."""
        return self._goes_beyond(self._pic.unit(n).at, h)

    def moved(self, before: int, after: int) -> None:
        """A unit has gone from hex to hex."""
        self.room -= self._goes_beyond(before, after)

    def _goes_beyond(self, before: int, after: int) -> bool:
        firm = self.net.firm
        if before < 0 or after < 0 or not firm[before] or firm[after]:
            return False
        link = self._link(after)
        return link == NOWHERE or not firm[link]

    def in_danger(self, n: int) -> bool:
        """Whether a unit would be out of supply if the enemies came on where nobody stands."""
        here = self._pic.unit(n).at
        return bool(self.net.all[here]) and not self.then().all[here]

    def then(self) -> Network:
        """The network if the enemies came on."""
        if self._then is None:
            self._then = self._if_they_come()
        return self._then

    def _link(self, h: int) -> int:
        """The supplied hex from which supply would follow to a hex, NOWHERE if none does."""
        if self.net.all[h]:
            return h
        if h not in self._links:
            self._links[h] = self._found_link(h)
        return self._links[h]

    def _found_link(self, h: int) -> int:
        """The nearest road in supply, if a unit in the hex would be within the trace of it."""
        pic, linked = self._pic, self.net.roads
        paved, zone, control = roads(pic.view.scenario), pic.zone(), pic.view.control
        seen, level = {h}, [h]
        for step in range(1, pic.rules.supply.trace + 1):
            beyond: list[int] = []
            for here in level:
                for there, river in pic.steps_over(here):
                    if river == River.MAIN or there in seen:
                        continue
                    seen.add(there)
                    if linked[there]:
                        return there
                    free = (step == 1 or paved[there]) and not zone[there]
                    if control[there] == pic.side or (free and pic.open_to_take(there)):
                        beyond.append(there)
            level = beyond
        return NOWHERE

    def _fed_landings(self) -> dict[int, int]:
        """Far banks not held yet to which a crossing in use leads from own supply, with the hexes
        beside them: the units it would feed there."""
        pic, found = self._pic, {}
        for site, feeds in feeding_crossings(pic.view, pic.side):
            for near, far in ((site.a, site.b), (site.b, site.a)):
                if self.net.all[near] and not self.net.all[far] and pic.open_to_take(far):
                    beside = (h for h, river in pic.steps_over(far) if river != River.MAIN)
                    found.update(dict.fromkeys((far, *beside), _MANY if feeds is None else feeds))
        return found

    def _if_they_come(self) -> Network:
        pic = self._pic
        p = pic.view
        control = bytearray(p.control)
        land = pic.board.landmass
        own = {pic.unit(n).at for n in pic.own()}
        firm_ground = own | {
            there for h in own for there, river in pic.steps_over(h) if river != River.MAIN
        }
        for e in pic.enemies():
            unit = p.units[e]
            if not unit.active or pic.type(e).moves is MoveClass.STATIC:
                continue
            for h in ashore(pic.grid, land, unit.at, _REACH):
                if h not in firm_ground:
                    control[h] = pic.cards[e].side
        return network(if_held(p, control, pic.side), pic.side)


def if_held(p: GameState, control: bytearray, side: int) -> GameState:
    """The position if the ground were held so, with what a side's supply asks of it at hand."""
    then = changed(p, control=bytes(control))
    then.memo["enemy zone", side] = enemy_zone(p, side)  # nobody has gone anywhere
    return then


def roads(scenario: Scenario) -> bytes:
    """1 for every hex with a road."""
    return once(scenario, "hexes with roads", lambda: _roads(scenario))


def _roads(scenario: Scenario) -> bytes:
    board = scenario.board
    return bytes(any(board.roads[6 * h : 6 * h + 6]) for h in range(board.grid.size))
