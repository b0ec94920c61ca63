"""What is to be seen of an order: a few beats, made of the states around it and its events."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence, Set
from dataclasses import dataclass, replace

from game.engine import events as e
from game.engine.dice import Purpose
from game.engine.state import GameState, Status
from game.ui.map.counters import Look
from game.ui.motion.marks import DiceMark, Walk
from game.ui.motion.tempo import DICE_MS, OUTLINE_MS, RESULT_MS, Tempo

LookOf = Callable[[int], Look]


@dataclass(frozen=True)
class Beat:
    """One moment of a show."""

    ms: int
    state: GameState | None = None
    """What the map shows; None = what is so now."""
    seen: frozenset[int] | None = None
    """Units that are seen; with a state of None those seen now."""
    walks: tuple[Walk, ...] = ()
    dice: DiceMark | None = None
    outline: frozenset[int] = frozenset()
    look_at: int = -1
    """Hex to bring into view when it begins."""
    name: object = None
    """What it belongs to, for who follows the show."""

    @property
    def still(self) -> bool:
        """Whether nothing moves in it, so that it need not be drawn again and again."""
        return not self.walks and (self.dice is None or self.dice.share >= 1)


def beats_of(
    before: GameState,
    after: GameState,
    events: Sequence[e.Event],
    look: LookOf,
    tempo: Tempo,
    words: Callable[[e.AttackResolved, tuple[int, ...]], str],
    seen: tuple[frozenset[int], frozenset[int]] | None = None,
) -> list[Beat]:
    """Return the beats of one order: dice over the old state, ways into the new one, the result.

    `seen` are the units seen before and after, all that stand on the map if it is None; `words`
    says in a few words what an attack brought.
    """
    was, now = seen or (_on_map(before), _on_map(after))
    spots = changed_hexes(events)
    first = next(iter(_ends(events)), min(spots, default=-1))
    if not tempo.moving:
        if not spots:
            return []
        return [Beat(OUTLINE_MS, after, now, outline=frozenset(spots), look_at=first)]
    beats = []
    dice = _dice(events, words)
    if dice is not None:
        beats.append(Beat(tempo.ms(DICE_MS), before, was, dice=replace(dice, share=0.0),
                          look_at=dice.hex))  # fmt: skip
    walks = ways(events, after, look, now)
    if walks:
        longest = max(len(walk.path) - 1 for walk in walks)
        beats.append(Beat(tempo.way(longest), after, now, walks, dice, look_at=walks[0].path[-1]))
    fired = next((event for event in events if isinstance(event, e.Bombarded)), None)
    if dice is not None:
        beats.append(Beat(tempo.ms(RESULT_MS), after, now, dice=dice))
    elif fired is not None:
        beats.append(Beat(tempo.ms(DICE_MS), after, now, outline=frozenset({fired.target}),
                          look_at=fired.target))  # fmt: skip
    return beats


def day_beat(
    before: GameState,
    after: GameState,
    events: Iterable[e.Event],
    look: LookOf,
    ms: int,
    seen: frozenset[int] | None = None,
) -> Beat | None:
    """Return all ways of a day at once, None if nobody moved."""
    walks = ways(events, after, look, _on_map(after) if seen is None else seen)
    return Beat(ms, after, seen, walks) if walks else None


def ways(
    events: Iterable[e.Event], after: GameState, look: LookOf, seen: Set[int]
) -> tuple[Walk, ...]:
    """Return the way of each unit that moved and is still seen where it came to."""
    paths: dict[int, list[int]] = {}
    for event in events:
        if isinstance(event, e.UnitMoved) and len(event.path) > 1:
            known = paths.setdefault(event.unit, [event.path[0]])
            known += event.path[1:] if known[-1] == event.path[0] else event.path
    return tuple(
        Walk(unit, look(unit), tuple(path))
        for unit, path in paths.items()
        if unit in seen
        and after.units[unit].status is Status.ON_MAP
        and path[-1] == after.units[unit].at
    )


def changed_hexes(events: Iterable[e.Event]) -> set[int]:
    """Return the hexes that events have changed: where units came to, fights, control."""
    found: set[int] = set()
    for event in events:
        if isinstance(event, e.UnitMoved):
            found.update(event.path[-1:])
        elif isinstance(event, e.AttackResolved | e.Bombarded):
            found.add(event.target)
        elif isinstance(event, e.ControlChanged):
            found.update(event.hexes)
    found.discard(-1)
    return found


def _ends(events: Iterable[e.Event]) -> Iterable[int]:
    for event in events:
        if isinstance(event, e.AttackResolved | e.Bombarded) and event.target >= 0:
            yield event.target
        elif isinstance(event, e.UnitMoved) and event.path:
            yield event.path[-1]


def _dice(
    events: Sequence[e.Event], words: Callable[[e.AttackResolved, tuple[int, ...]], str]
) -> DiceMark | None:
    """The dice of an attack on a hex of the map, with its result; None if none was rolled."""
    faces: tuple[int, ...] = ()
    for event in events:
        if isinstance(event, e.DiceRolled) and event.purpose is Purpose.ATTACK:
            faces = event.faces
        elif isinstance(event, e.AttackResolved) and event.target >= 0 and faces:
            return DiceMark(event.target, faces, words(event, faces))
    return None


def _on_map(state: GameState) -> frozenset[int]:
    return frozenset(n for n, unit in enumerate(state.units) if unit.status is Status.ON_MAP)
