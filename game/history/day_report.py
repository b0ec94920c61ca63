"""A day of the replay as plain data: one line of `furat replay --json`."""

from __future__ import annotations

from datetime import date as Day  # noqa: N812 - `date` is a field here
from datetime import timedelta

from game.engine.rules.objectives import condition_holds, status
from game.engine.scenario import ObjectiveKind, Scenario
from game.engine.state import GameState, digest
from game.history.chronicle import ChronicleDay, Deed
from game.history.fidelity import given
from game.history.holders import all_shares, holders
from game.history.journal import entries_of
from game.scenario.record import Record

Plain = dict[str, object]


def day_report(record: Record, day: ChronicleDay) -> Plain:
    """Return control, orders, journal and objectives of a day as JSON can hold them."""
    state = day.state
    return {
        "type": "day",
        "date": day.date,
        "turn": day.turn,
        "control": holders(state),
        "share": all_shares(state),
        "ring_closed": ring_closed(state),
        "orders": [_order(state.scenario, deed) for deed in given(day)],
        "journal": [entry.id for entry in entries_of(record, day.date)],
        "objectives": _objectives(state),
        "state": digest(state),
    }


def ring_closed(state: GameState) -> bool:
    """Whether the ring that a side has to close is closed; false if there is no such objective."""
    return any(
        condition_holds(state, objective)
        for objective in state.scenario.objectives
        if objective.kind is ObjectiveKind.RING_CLOSED and not objective.negated
    )


def date_of(scenario: Scenario, turn: int) -> str | None:
    """Return the date of a turn, None for turn 0 (never)."""
    if not turn:
        return None
    return (Day.fromisoformat(scenario.start) + timedelta(days=turn - 1)).isoformat()


def _order(scenario: Scenario, deed: Deed) -> Plain:
    report: Plain = {
        # A decree is nobody's order.
        "side": None if deed.decree else scenario.oob.sides[deed.side].id,
        "order": deed.text,
        "legal": deed.legal,
        "chance": round(deed.chance, 4),
        "decree": deed.decree or None,
        "sources": list(deed.sources),
    }
    if not deed.sources:
        report["interpolated"] = True
    if not deed.legal:
        report["refusal"] = deed.refusal
    return report


def _objectives(state: GameState) -> list[Plain]:
    scenario = state.scenario
    return [
        {
            "id": objective.id,
            "side": scenario.oob.sides[objective.side].id,
            "status": status(state, number),
            "met_on": date_of(scenario, now.met_on),
            "lost_on": date_of(scenario, now.lost_on),
            "historical": date_of(scenario, objective.historical),
        }
        for number, (objective, now) in enumerate(
            zip(scenario.objectives, state.objectives, strict=True)
        )
    ]
