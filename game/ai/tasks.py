"""What there is to do, and who does it: objectives and dangers become tasks, tasks get units."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from game.ai.commander import Reason, Why
from game.ai.picture import Picture, is_cut
from game.ai.retreat import is_worth_staying
from game.ai.ways import FAR, area_of, around
from game.engine.rulebook import MoveClass, Trait
from game.engine.rules.ground import terrain_at
from game.engine.rules.mobility import allowance

_POSTS: Final = 14
"""Places that are guarded at most, besides those where somebody is dug in already."""
_BEATABLE: Final = 8
"""Strength of enemies around a unit that is cut off, up to which the weaker side tries to help."""
_MANNED: Final = 1.6
"""How much more a post counts where somebody stands, so that nobody is sent back and forth."""
_LEAST: Final = 0.8
"""What must hang on a place for it to be a stronghold."""
_FEW: Final = 2
"""Strength up to which sappers do not go ahead of others, nor hold a ring."""
_FULL: Final = 12.0
"""Strength beyond which no post is manned."""
_TASKS: Final = 48
"""Tasks that are thought of at most."""
_STRIKE: Final = 4
"""Hexes within which an enemy can strike at a post."""
_PLACES: Final = 8
"""Places without an objective that are thought of at most."""


_AT_POST: Final = 2.2
"""How much more a post counts for who stands there than for who would have to come."""
_SPEARHEAD: Final = 1.4
"""The same for elite and tanks of the stronger side: they are of more use in front."""
_AMBUSH: Final = 0.5
"""How much what is to be done elsewhere counts for a unit that nobody has found yet."""
PARTED: Final = 0.2
"""How much a post counts for a unit that would have to fight its way to it."""
_ELSEWHERE: Final = 0.4
"""How much what is to be done elsewhere counts for a unit that is cut off."""
_IDLE: Final = 0.12
"""What the best task must be worth to a unit that no task needs; less, and it is a reserve."""


@dataclass(frozen=True, slots=True)
class Task:
    """Something to do, somewhere."""

    reason: Reason
    hexes: tuple[int, ...]
    """Where it is done."""
    value: float
    need: float
    """Strength that is enough for it."""
    area: tuple[int, ...] = ()
    """Hexes of the place it is about, from which longer ways are counted."""
    hold: bool = False
    """Stay there, rather than go through it."""


def tasks(pic: Picture) -> list[Task]:
    """All that there is to do, the most valuable first."""
    found = [*_objectives(pic), *_relief(pic), *_posts(pic), *_hunts(pic), *_ground(pic)]
    return sorted(found, key=lambda task: -task.value)[:_TASKS]


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
        found.append(Task(Reason(why, place.id, hexes[0]), hexes, value, need, place.hexes))
    return found


def _relief(pic: Picture) -> list[Task]:
    """Own units that enemies have cut off, one task for those that stand together."""
    found = []
    seen: set[int] = set()
    for n in pic.own():
        unit = pic.unit(n)
        if not is_cut(unit) or unit.at in seen or n in pic.leaving or not pic.threat[unit.at]:
            continue
        near = around(pic.grid, unit.at, 2)
        seen.update(near)
        foes = sum(pic.weight(e) for h in near for e in pic.enemies_at(h))
        if foes and (foes <= _BEATABLE or not pic.weaker):
            reason = Reason(Why.RELIEVE, hex=unit.at, unit=pic.id(n))
            area = _around(pic, unit.at)
            found.append(Task(reason, (unit.at,), 1.0 + unit.steps / 2, 1.5 * foes, area))
    return found


def _posts(pic: Picture) -> list[Task]:
    """Own ground that is worth something and that the enemy can reach."""
    worth, control = pic.worth.hexes, pic.view.control
    stake = {
        h: worth[h]
        for h, threat in enumerate(pic.threat)
        if threat and control[h] == pic.side and worth[h] >= 0.1
    }
    posts: list[tuple[float, int]] = []

    near = pic.grid.neighbours
    rated: dict[int, float] = {}

    def rate(h: int) -> float:
        value = stake[h] + sum(stake.get(there, 0.0) for there in near[h])
        value *= 1.8 if pic.own_at(h) else 1.0
        return value + 0.25 * pic.view.works[h] - 0.15 * terrain_at(pic.view, h).shift

    def take_up(h: int, value: float) -> None:
        posts.append((value, h))
        for covered in (h, *near[h]):
            stake.pop(covered, None)
            rated.pop(covered, None)
        for beyond in around(pic.grid, h, 2):
            if beyond in rated:
                rated[beyond] = rate(beyond)

    held = _strongholds(pic)
    for h, value in held.items():
        take_up(h, value)
    for h in [h for h in stake if _dug_in(pic, h)]:
        value = worth[h] + sum(worth[there] / 2 for there in near[h])
        if value >= 0.5:
            take_up(h, value)
    free = len(posts) + _POSTS
    rated.update((h, rate(h)) for h in stake)
    while rated and len(posts) < free:
        best = max(rated, key=rated.__getitem__)
        if rated[best] < 0.5:
            break
        take_up(best, rated[best])
    posts = _kept(pic, posts, held)
    needs = _needs(pic, [h for _value, h in posts])
    found = [_post(pic, h, value, needs[h]) for value, h in posts]
    return [*found, *_garrisons(pic, {task.hexes[0] for task in found})]


def _strongholds(pic: Picture) -> dict[int, float]:
    """The best hex of each place in which a foot has to be kept, with what hangs on it."""
    found: dict[int, float] = {}
    for n, value in pic.worth.strongholds.items():
        own = [h for h in pic.board.places[n].hexes if pic.view.control[h] == pic.side]
        if value >= _LEAST and own:

            def strength(h: int) -> tuple[float, int]:
                cover = pic.view.works[h] - terrain_at(pic.view, h).shift
                mates = sum(pic.weight(m) for m in pic.own_at(h))
                return (cover + mates / 2 + pic.worth.hexes[h] / 4, -h)

            best = max(own, key=strength)
            if pic.threat[best] or pic.own_at(best):
                found[best] = found.get(best, 0.0) + value + pic.worth.hexes[best]
    return found


def _kept(
    pic: Picture, posts: list[tuple[float, int]], held: dict[int, float]
) -> list[tuple[float, int]]:
    """The weaker side does not try to hold everything: strongholds and the best other posts."""
    if not pic.weaker:
        return posts
    left = float(sum(pic.weight(n) for n in pic.own()))
    kept = []
    manned = {h: _MANNED if pic.own_at(h) else 1.0 for _value, h in posts}
    for value, h in sorted(posts, key=lambda post: (-post[0] * manned[post[1]], post[1])):
        left -= min(_FULL, pic.threat[h] / 2.5)
        if left < 0 and h not in held:
            continue
        kept.append((value, h))
    return kept


def _needs(pic: Picture, posts: list[int]) -> dict[int, float]:
    """Strength each post takes: an enemy near several of them can only strike at one."""
    found = dict.fromkeys(posts, 0.0)
    distance = pic.grid.distance
    for n in pic.enemies():
        here = pic.unit(n).at
        near = [h for h in posts if distance(h, here) <= _STRIKE]
        for h in near:
            found[h] += pic.power(n) / len(near)
    if pic.weaker:
        for h in posts:
            found[h] = max(found[h], min(_FULL, pic.threat[h] / 2.5))
    # Who stands close by, but beyond the river, strikes with what comes over.
    return {h: min(need, float(pic.threat[h])) for h, need in found.items()}


def _dug_in(pic: Picture, h: int) -> bool:
    """Whether somebody stands there under cover, or where nobody has found him."""
    if any(pic.unit(n).hidden for n in pic.own_at(h)):
        return True
    cover = pic.view.works[h] or terrain_at(pic.view, h).built_up
    return bool(cover) and bool(pic.own_at(h))


def _post(pic: Picture, h: int, value: float, need: float) -> Task:
    reason = Reason(Why.GUARD, pic.place_at(h), h)
    need = max(1.5, 0.8 * need * pic.character.keep)
    return Task(reason, (h,), value / (1 + value / 6), need, _around(pic, h), hold=True)


def _garrisons(pic: Picture, posts: set[int]) -> list[Task]:
    """Places of worth that nobody threatens yet: few remain there."""
    found = []
    worth, control = pic.worth.hexes, pic.view.control
    watched = {h for post in posts for h in around(pic.grid, post, 2)}
    for place in pic.board.places:
        own = [h for h in place.hexes if control[h] == pic.side]
        value = sum(worth[h] for h in own)
        if value < 1.0 or not watched.isdisjoint(own):
            continue
        best = max(own, key=lambda h: (bool(pic.own_at(h)), worth[h], -h))
        watched.update(around(pic.grid, best, 2))
        reason = Reason(Why.GUARD, place.id, best)
        found.append(Task(reason, (best,), min(3.0, 0.4 * value), 2.0, place.hexes, hold=True))
    return found


def _hunts(pic: Picture) -> list[Task]:
    """The enemies there are; who is weaker than they only thinks of those who come near."""
    found = []
    strong = not pic.weaker
    stands = () if strong else {pic.unit(n).at for n in pic.own()}
    near = {h for here in stands for h in around(pic.grid, here, _STRIKE)}
    for h in sorted({pic.unit(n).at for n in pic.enemies()}):
        if not strong and h not in near:
            continue
        if h in pic.claimed:
            continue
        foes = pic.enemies_at(h)
        cut = all(is_cut(pic.unit(n)) for n in foes)
        why = Why.REDUCE if cut else Why.OPEN_WAY
        weight = sum(pic.weight(n) for n in foes)
        value = (0.5 + 0.08 * weight) * pic.character.ground
        found.append(
            Task(Reason(why, pic.place_at(h), h), (h,), value, 1.8 * weight, _around(pic, h))
        )
    return found


def _ground(pic: Picture) -> list[Task]:
    """Places that an enemy or nobody holds near own ground, though no objective asks for them."""
    found: list[Task] = []
    for n, place in enumerate(pic.board.places):
        if n in pic.worth.demands or len(found) >= _PLACES:
            continue
        if not pic.claimed.isdisjoint(place.hexes):
            continue
        hexes = tuple(
            h for h in place.hexes if pic.view.control[h] != pic.side and pic.open_to_take(h)
        )
        if hexes and any(
            pic.view.control[there] == pic.side for h in hexes for there in around(pic.grid, h, 3)
        ):
            value = (0.2 + 0.05 * len(hexes)) * pic.character.ground
            reason = Reason(Why.RACE, place.id, hexes[0])
            found.append(Task(reason, hexes, value, 2.0, place.hexes))
    return found


def _around(pic: Picture, h: int) -> tuple[int, ...]:
    return area_of(pic.view, h, pic.place_at(h))


def assign(pic: Picture, todo: list[Task], units: list[int]) -> dict[int, Task]:
    """Give every unit a task, as far as there is one it can do."""
    pairs: list[tuple[float, int, int]] = []
    spare: dict[int, list[tuple[float, int]]] = {}
    weaker = pic.weaker
    stands = [(n, pic.unit(n).at, pic.type(n).moves, max(1, allowance(pic.view, n))) for n in units]
    cut = {n for n in units if is_cut(pic.unit(n))}
    # Who holds ground that is worth more than he is does not leave it for the way out.
    rooted = {n for n in cut if is_worth_staying(pic, n, cut=True)}
    kinds = {_kind(task) for task in todo}
    fits = {kind: {n: _fit(pic, n, kind) for n in units} for kind in kinds}
    spearheads = set() if weaker else {n for n in units if _attacks_best(pic, n)}
    unfound = {n for n in units if pic.unit(n).hidden}
    for k, task in enumerate(todo):
        fit = fits[_kind(task)]
        courses = {
            moves: pic.course(task.hexes, task.area, moves)
            for moves in {moves for _n, _at, moves, _pace in stands}
        }
        for n, at, moves, pace in stands:
            far = courses[moves][at]
            if far >= FAR or (moves is MoveClass.STATIC and far):
                continue
            if far and n in rooted and task.reason.why is Why.RELIEVE:
                continue
            score = task.value * fit[n] / (1 + 0.6 * far / pace)
            if task.hold and not far:
                score *= _SPEARHEAD if n in spearheads else _AT_POST
            elif n in cut and task.reason.why is not Why.RELIEVE:
                score *= _ELSEWHERE
            elif task.hold and pic.regions.parted(at, task.hexes[0]):
                score *= PARTED
            elif n in unfound and far:
                score *= _AMBUSH
            pairs.append((-score, n, k))
            if weaker:
                spare.setdefault(n, []).append((score * (1.0 if task.hold else 0.4), k))
            elif not task.hold:
                spare.setdefault(n, []).append((score, k))
    found: dict[int, Task] = {}
    got = [0.0] * len(todo)
    for _score, n, k in sorted(pairs):
        if n not in found and got[k] < todo[k].need:
            found[n] = todo[k]
            got[k] += pic.weight(n)
    for n in spare:
        if n not in found and spare[n]:
            score, k = max((_crowded(todo[k], got[k], score), k) for score, k in spare[n])
            if score >= _IDLE:
                found[n] = todo[k]
                got[k] += pic.weight(n)
    return found


def _crowded(task: Task, got: float, score: float) -> float:
    """What a task is still worth to one more than it needs."""
    return score / (1 + 2 * got / max(1.0, task.need)) - 0.001 * got


def are_sappers(pic: Picture, n: int) -> bool:
    """Whether a unit is too few engineers to stand or fight alone."""
    return Trait.ENGINEER in pic.traits(n) and pic.weight(n) <= _FEW


def _kind(task: Task) -> Why:
    """What counts for who suits a task: going over the river, holding a post, or taking ground."""
    if task.reason.why is Why.CROSS:
        return Why.CROSS
    return Why.GUARD if task.hold else Why.TAKE


def _attacks_best(pic: Picture, n: int) -> bool:
    traits = pic.traits(n)
    return Trait.ELITE in traits or Trait.ARMOUR in traits


def _fit(pic: Picture, n: int, kind: Why) -> float:
    """How well a unit suits a task: militia holds, elite and tanks attack, sappers follow.

    Over the river sappers go along, for an attack in boats takes them.
    """
    if are_sappers(pic, n):
        return 1.25 if kind is Why.CROSS else 0.5
    traits = pic.traits(n)
    if kind is Why.GUARD:
        if Trait.MILITIA in traits:
            return 1.3
        return 0.6 if _attacks_best(pic, n) else 1.0
    return 1.25 if Trait.ELITE in traits else 0.7 if Trait.MILITIA in traits else 1.0
