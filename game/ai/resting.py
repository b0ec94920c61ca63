"""What units do that have nothing to fight or go to: refit, dig in, stand fast, wait."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from game.ai.commander import Intent, Reason, Why
from game.ai.picture import Picture
from game.ai.tasks import Task
from game.engine.legality import why_illegal
from game.engine.orders import AttachLeader, DigIn, Hold, Refit, StandFast
from game.engine.rules.ground import terrain_at
from game.engine.state import Status

_FAST = 1.2
"""Worth of ground that is held to the last."""


def refits(pic: Picture) -> Iterator[Intent]:
    """The strongest kinds first, as long as there are replacements."""
    weak = [
        n
        for n, unit in enumerate(pic.view.units)
        if pic.cards[n].side == pic.side
        and unit.status in (Status.ON_MAP, Status.IN_BOX)
        and unit.steps < pic.cards[n].steps
        and unit.fresh
    ]
    weak.sort(key=lambda n: (-pic.step_worth(n) * (pic.cards[n].steps - pic.unit(n).steps), n))
    for n in weak:
        if pic.view.means[pic.side].replacements < 1:
            return
        order = Refit(pic.id(n))
        if why_illegal(pic.view, order) is None:
            yield Intent(order, Reason(Why.REST))


def postures(pic: Picture, given: Mapping[int, Task]) -> Iterator[Intent]:
    """Who holds what is worth it, under cover, stands fast; who had better get out does not."""
    for n in pic.own():
        unit = pic.unit(n)
        here = unit.at
        if not pic.threat[here]:
            continue
        cover = terrain_at(pic.view, here).built_up or pic.view.works[here] > 0
        task = given.get(n)
        fast = bool(cover and task and task.hold and pic.worth.hexes[here] >= _FAST)
        lost = unit.stand_fast and pic.worth.hexes[here] < _FAST / 3
        if (fast and not unit.stand_fast) or (lost and pic.lifeline.in_danger(n)):
            order = StandFast(pic.id(n), fast)
            if why_illegal(pic.view, order) is None:
                yield Intent(order, Reason(Why.STAND, pic.place_at(here), here))


def leaders(pic: Picture) -> Iterator[Intent]:
    """A leader goes to the strongest unit of his formation near the enemy."""
    oob = pic.view.scenario.oob
    for leader, now in zip(oob.leaders, pic.view.leaders, strict=True):
        if leader.side != pic.side or now.unit < 0:
            continue

        def need(n: int) -> float:
            unit = pic.unit(n)
            if unit.status is not Status.ON_MAP:
                return -1.0
            return pic.power(n) * (2.0 if pic.threat[unit.at] else 0.5)

        own = [n for n in range(len(oob.units)) if oob.units[n].formation == leader.formation]
        best = max(own, key=lambda n: (need(n), -n), default=now.unit)
        if best == now.unit or need(best) < 2 * max(0.0, need(now.unit)):
            continue
        order = AttachLeader(leader.id, pic.id(best))
        if why_illegal(pic.view, order) is None:
            yield Intent(order, Reason(Why.LEAD, unit=pic.id(best)))


def rests(pic: Picture, given: Mapping[int, Task]) -> Iterator[Intent]:
    """Whoever stays digs in on a post or where the enemy may come, else stays for a reason."""
    limit = pic.rules.ground.works_max
    for n in pic.own():
        unit = pic.unit(n)
        if not unit.fresh:
            continue
        task = given.get(n)
        place = pic.place_at(unit.at)
        dig = DigIn(pic.id(n))
        if (
            (pic.threat[unit.at] or (task is not None and task.hold))
            and pic.view.works[unit.at] < limit
            and why_illegal(pic.view, dig) is None
        ):
            yield Intent(dig, Reason(Why.DIG, place, unit.at))
        elif not unit.active:
            yield Intent(Hold(pic.id(n)), Reason(Why.REST))
        elif task is not None and task.hold:
            yield Intent(Hold(pic.id(n)), task.reason)
        elif pic.threat[unit.at]:
            yield Intent(Hold(pic.id(n)), Reason(Why.GUARD, place, unit.at))
        else:
            yield Intent(Hold(pic.id(n)), Reason(Why.RESERVE, place, unit.at))
