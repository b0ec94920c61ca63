"""What there is to do, and who does it: objectives and dangers become tasks, tasks get units."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from game.ai.commander import Reason, Why
from game.ai.picture import Picture, is_cut
from game.ai.ways import FAR, way_to
from game.engine.board import NOWHERE
from game.engine.rulebook import MoveClass, Trait
from game.engine.rules.ground import terrain_at
from game.engine.rules.mobility import allowance

_POSTS: Final = 14
"""Places that are guarded at most."""


@dataclass(frozen=True, slots=True)
class Task:
    """Something to do, somewhere."""

    reason: Reason
    hexes: tuple[int, ...]
    """Where it is done."""
    value: float
    need: float
    """Strength that is enough for it."""
    hold: bool = False
    """Stay there, rather than go through it."""


def tasks(pic: Picture) -> list[Task]:
    """All that there is to do, the most valuable first."""
    found = [*_objectives(pic), *_relief(pic), *_posts(pic)]
    if not any(not task.hold for task in found):
        found += _nearest_enemies(pic)
    return sorted(found, key=lambda task: -task.value)


def _objectives(pic: Picture) -> list[Task]:
    """Places to take."""
    found = []
    for n, value in pic.worth.demands.items():
        place = pic.board.places[n]
        hexes = tuple(
            h for h in place.hexes if pic.view.control[h] != pic.side and pic.open_to_take(h)
        )
        if not hexes:
            continue
        near = {there for h in hexes for there in (h, *pic.grid.neighbours[h])}
        guards = sum(pic.weight(e) for h in near for e in pic.enemies_at(h))
        why = Why.CLOSE_RING if n in pic.worth.rings else Why.TAKE
        need = 3 + 1.8 * guards + len(hexes) / 6
        found.append(Task(Reason(why, place.id, hexes[0]), hexes, value, need))
    return found


def _relief(pic: Picture) -> list[Task]:
    """Own units that are cut off, one task for those that stand together."""
    found = []
    seen: set[int] = set()
    for n in pic.own():
        unit = pic.unit(n)
        if not is_cut(unit) or unit.at in seen:
            continue
        seen.update(pic.grid.disc(unit.at, 2))
        near = pic.threat[unit.at]
        reason = Reason(Why.RELIEVE, hex=unit.at, unit=pic.id(n))
        found.append(Task(reason, (unit.at,), 1.5 + unit.steps / 2, 4 + near))
    return found


def _posts(pic: Picture) -> list[Task]:
    """Own ground that is worth something and that the enemy can reach."""
    worth, control = pic.worth.hexes, pic.view.control
    stake = {
        h: worth[h]
        for h, threat in enumerate(pic.threat)
        if threat and control[h] == pic.side and worth[h] >= 0.1
    }
    found: list[Task] = []
    while stake and len(found) < _POSTS:
        best, value = NOWHERE, 0.0
        for h in stake:
            sum_here = stake[h] + sum(stake.get(there, 0.0) for there in pic.grid.neighbours[h])
            sum_here *= 1.3 if pic.own_at(h) else 1.0
            sum_here -= 0.1 * terrain_at(pic.view, h).shift
            if sum_here > value:
                best, value = h, sum_here
        if best == NOWHERE or value < 0.5:
            break
        for h in (best, *pic.grid.neighbours[best]):
            stake.pop(h, None)
        need = max(2.0, 0.45 * pic.threat[best]) * pic.character.keep
        reason = Reason(Why.GUARD, pic.place_at(best), best)
        found.append(Task(reason, (best,), value, need, hold=True))
    return found


def _nearest_enemies(pic: Picture) -> list[Task]:
    """Without anything else to do: the enemies there are."""
    found = []
    for h in sorted({pic.unit(n).at for n in pic.enemies()}):
        need = 1.8 * sum(pic.weight(n) for n in pic.enemies_at(h))
        reason = Reason(Why.OPEN_WAY, pic.place_at(h), h)
        found.append(Task(reason, (h,), 1.0, need))
    return found


def assign(pic: Picture, todo: list[Task], units: list[int]) -> dict[int, Task]:
    """Give every unit a task, as far as there is one it can do."""
    pairs: list[tuple[float, int, int]] = []
    spare: dict[int, tuple[float, int]] = {}
    for n in units:
        unit, kind = pic.unit(n), pic.type(n)
        pace = max(1, allowance(pic.view, n))
        for k, task in enumerate(todo):
            far = way_to(pic.view, pic.side, kind.moves, task.hexes)[unit.at]
            if far >= FAR or (kind.moves is MoveClass.STATIC and far):
                continue
            score = task.value * _fit(pic, n, task) / (1 + 0.6 * far / pace)
            if task.hold and not far:
                score *= 1.5
            pairs.append((score, n, k))
            if not task.hold and score > spare.get(n, (0.0, 0))[0]:
                spare[n] = (score, k)
    found: dict[int, Task] = {}
    got = [0.0] * len(todo)
    for _score, n, k in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
        if n not in found and got[k] < todo[k].need:
            found[n] = todo[k]
            got[k] += pic.weight(n)
    for n, (_score, k) in spare.items():
        found.setdefault(n, todo[k])
    return found


def _fit(pic: Picture, n: int, task: Task) -> float:
    traits = pic.traits(n)
    if task.hold:
        return 1.15 if Trait.MILITIA in traits else 0.8 if Trait.ELITE in traits else 1.0
    return 1.25 if Trait.ELITE in traits else 0.8 if Trait.MILITIA in traits else 1.0
