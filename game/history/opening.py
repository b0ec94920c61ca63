"""A scenario that begins on a later day of another, with everything as history had it that morning.

The record is carried out up to the night before; what differs then from the first day is written
as a package that extends the scenario. The text is for an author to go on with.
"""

from __future__ import annotations

from datetime import date as Day  # noqa: N812 - as in the documents
from datetime import timedelta
from typing import Final

from game.engine.new_game import set_up
from game.engine.rules.shares import ground_of
from game.engine.scenario import Condition, Objective, Scenario, ScriptedEvent
from game.engine.state import Agreement, GameState
from game.history.chronicle import Chronicle
from game.history.opening_conditions import Settled
from game.history.opening_forces import forces_text
from game.history.opening_map import map_text
from game.history.yaml_lines import flow, headed, quoted, removal
from game.scenario.record import Record

_CARRIED: Final = "carried_over"


def opening_package(
    scenario: Scenario, record: Record, date: Day, until: Day | None = None, *, name: str = ""
) -> dict[str, str]:
    """Return the files of a scenario that begins on a day of another one.

    The package extends `scenario`, runs from `date` to `until` (to the end of the scenario if
    None), and holds only what is different on that morning: control, boxes, crossings, prepared
    positions, rubble and people; units with their steps, places, supply and posture; leaders,
    stocks, belts, tunnels, relations, flags, agreements, and objectives still open. Dated things
    outside the days are left to the rule by which a shorter scenario takes over only what falls
    within its own. The orders, the truth table and the journal of those days are taken over too,
    so that the new scenario can be replayed.

    What wears off in a few days begins anew: tight rules of engagement, offers of terms, the rest
    of a tunnel, the shock of a leader's loss. The ledger of harm and the losses begin at nothing.
    Conditions of events that ask for what is settled by then - an event or objective of the days
    before, a unit that is no more - are written without it; an event that can no longer happen is
    taken out.

    Args:
        name: id of the new scenario, which must be the name of its folder; the id of the old one
            with the date if empty.

    Returns:
        Text by name of file (`scenario.yaml`, `map.yaml` ...); files without a difference are
        left out.

    Raises:
        ValueError: if a day lies outside the scenario, or if the record has no orders up to it.
    """
    header = record.header
    last = until or header.end
    if not header.start <= date <= last <= header.end:
        raise ValueError(
            f"{scenario.id} runs from {header.start} to {header.end}, not from {date} to {last}"
        )
    state = _night_before(scenario, record, date)
    first = (date - header.start).days + 1
    turns = first, first + (last - date).days
    made = {
        "scenario": _header(scenario, record, state, date, last, name),
        "map": map_text(scenario, state) if state else "",
        "forces": forces_text(scenario, state, *turns) if state else "",
        "events": _events(scenario, state or set_up(scenario), *turns),
        "objectives": _objectives(scenario, state, *turns),
    }
    note = f"{scenario.id} on the morning of {date}: only what is different then."
    return {f"{kind}.yaml": headed(kind, note, text) for kind, text in made.items() if text}


def _night_before(scenario: Scenario, record: Record, date: Day) -> GameState | None:
    """Return the state after the day before, None for the first morning."""
    if date == record.header.start:
        return None
    if not record.history.days:
        raise ValueError(f"{scenario.id} has no history, so nothing is known of {date}")
    eve = (date - timedelta(days=1)).isoformat()
    return next(day.state for day in Chronicle(scenario, record).days() if day.date == eve)


def _header(
    scenario: Scenario, record: Record, state: GameState | None, first: Day, last: Day, name: str
) -> str:
    title = record.header.title
    lines = [
        f"id: {name or f'{scenario.id}_{first}'}",
        f"extends: {scenario.id}",
        "title:",
        f"  en: {quoted(f'{title.en} (from {first})')}",
        f"  ar: {quoted(f'{title.ar} (من {first})')}",
        f"start: {first}",
        f"end: {last}",
    ]
    if state is not None and state.relations != scenario.oob.relations:
        sides = scenario.oob.sides
        lines.append("relations:")
        lines += [
            f"  - {{between: [{one.id}, {other.id}], are: {state.relations[a][b]}}}"
            for a, one in enumerate(sides)
            for b, other in enumerate(sides)
            if a < b
        ]
    return "\n".join(lines)


def _events(scenario: Scenario, state: GameState, first: int, last: int) -> str:
    done = [
        event.id
        for number, event in enumerate(scenario.events)
        if event.once and state.fired[number] and not _over(event, first)
    ]
    effects = [
        f"{{do: flag, flag: {name}, value: {quoted(value)}}}"
        for name, value in state.flags
        if ":" not in name  # the engine's own: today's convoy, a leader's ride
    ]
    for agreement in state.agreements:
        effects += _agreement(scenario, state, agreement)
    settled = Settled(scenario, state, first, last)
    lost = [event.id for event in scenario.events if event.id in settled.lost]
    if not (done or effects or lost or settled.changed):
        return ""
    lines = ["events:", *removal(done, "Happened before, and do not happen again.")]
    lines += removal(lost, "Cannot happen any more, after what came before.")
    lines += [
        f"  - {flow({'id': event, 'when': settled.when(event)})}" for event in settled.changed
    ]
    if effects:
        day = Day.fromisoformat(scenario.start) + timedelta(days=first - 1)
        lines += [
            f"  - id: {_CARRIED}",
            "    title: {en: What was settled before, ar: ما تقرر من قبل}",
            "    text:",
            "      en: What was agreed or decided in the days before still holds.",
            "      ar: ما اتُّفق عليه أو تقرر في الأيام السابقة ما زال قائماً.",
            f"    when: {{on: {day}}}",
            "    effects:",
            *(f"      - {effect}" for effect in effects),
        ]
    return "\n".join(lines)


def _over(event: ScriptedEvent, first: int) -> bool:
    """Whether the days on which the event can happen are over, so that it is not taken over."""
    tests: tuple[Condition, ...] = (event.when,)
    if event.when.test == "all":
        tests = event.when.parts
    return any(test.test == "turn" and test.last < first for test in tests)


def _agreement(scenario: Scenario, state: GameState, agreement: Agreement) -> list[str]:
    """Return the effect that renews an agreement on the places not handed over yet."""
    board, sides = scenario.board, scenario.oob.sides
    open_places = [
        board.places[place].id
        for place in agreement.places
        if any(state.control[h] == agreement.side for h in ground_of(state, (place,))[0])
        or any(state.boxes[box] == agreement.side for box in ground_of(state, (place,))[1])
    ]
    if not open_places:
        return []
    side, other = sides[agreement.side].id, sides[agreement.to].id
    places = ", ".join(open_places)
    return [f"{{do: agreement, side: {side}, other: {other}, places: [{places}]}}"]


def _objectives(scenario: Scenario, state: GameState | None, first: int, last: int) -> str:
    done: list[str] = []
    lines: list[str] = []
    for number, objective in enumerate(scenario.objectives):
        if objective.latest < first or objective.earliest > last:
            continue  # not taken over, since its days are others
        now = state.objectives[number] if state else None
        if now is not None and (now.lost_on or (now.met_on and not objective.keep)):
            done.append(objective.id)
            continue
        changes = _new_dates(scenario, objective, first, last)
        if changes:
            lines.append(f"  - {flow({'id': objective.id, **changes})}")
    if not done and not lines:
        return ""
    return "\n".join(["objectives:", *removal(done, "Decided before."), *lines])


def _new_dates(scenario: Scenario, objective: Objective, first: int, last: int) -> dict[str, str]:
    start = Day.fromisoformat(scenario.start)
    changes = {}
    if objective.earliest < first:
        changes["earliest"] = str(start + timedelta(days=first - 1))
    if objective.latest > last:
        changes["latest"] = str(start + timedelta(days=last - 1))
    if 0 < objective.historical < first:
        changes["historical"] = "null"
    return changes
