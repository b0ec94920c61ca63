"""What is different about the forces on a later morning: the text of a `forces.yaml`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date as Day  # noqa: N812 - as in the documents
from datetime import timedelta

from game.engine.board import NOWHERE
from game.engine.forces import Belt, Tunnel, UnitCard
from game.engine.rules.support import STOCKS
from game.engine.scenario import Scenario
from game.engine.state import IN_PLAY, BeltNow, GameState, Status, TunnelNow, Unit
from game.history.yaml_lines import flow, quoted, removal


def forces_text(scenario: Scenario, state: GameState, first: int, last: int) -> str:
    """Return the YAML of units, leaders, points, belts and tunnels that differ.

    `first` and `last` are the days of the new scenario as turns of the old one.
    """
    lines = _formations(scenario, state, first, last)
    lines += _units(scenario, state, first, last)
    lines += _leaders(scenario, state, first, last)
    lines += _support(scenario, state, first, last)
    lines += _hidden("belts", scenario.oob.belts, state.belts)
    lines += _hidden("tunnels", scenario.oob.tunnels, state.tunnels)
    return "\n".join(lines)


def _hidden(
    key: str,
    things: Sequence[Belt | Tunnel],
    now: Sequence[BeltNow | TunnelNow],
) -> list[str]:
    gone = removal((t.id for t, n in zip(things, now, strict=True) if n.gone), "No longer there.")
    found = [
        f"  - {{id: {thing.id}, known: true}}"
        for thing, at in zip(things, now, strict=True)
        if at.known and not at.gone and not thing.known
    ]
    return [f"{key}:", *gone, *found] if gone or found else []


def _date(scenario: Scenario, turn: int) -> str:
    return str(Day.fromisoformat(scenario.start) + timedelta(days=turn - 1))


def _there(unit: Unit, last: int) -> bool:
    """Whether a unit is in the battle, or comes to it in time."""
    return unit.status in IN_PLAY and unit.due <= last


def _formations(scenario: Scenario, state: GameState, first: int, last: int) -> list[str]:
    """Formations of which nobody is left; one that keeps a leader stays."""
    oob = scenario.oob
    left = {
        card.formation
        for card, now in zip(oob.units, state.units, strict=True)
        if _there(now, last)
    }
    left |= {
        card.formation
        for card, now in zip(oob.leaders, state.leaders, strict=True)
        if not now.lost_on and not 0 < card.to_turn < first
    }
    gone = [formation.id for n, formation in enumerate(oob.formations) if n not in left]
    return ["formations:", *removal(gone, "Nobody of them is left.")] if gone else []


def _units(scenario: Scenario, state: GameState, first: int, last: int) -> list[str]:
    gone: list[str] = []
    lines: list[str] = []
    formation = NOWHERE
    for card, now in zip(scenario.oob.units, state.units, strict=True):
        if not _there(now, last):
            # Who has not come by the end is not taken over, if he was to come anyway.
            if now.status is not Status.WAITING:
                gone.append(card.id)
            continue
        change = _change(scenario, card, now, first)
        if not change:
            continue
        if card.formation != formation:
            formation = card.formation
            lines.append(f"  # {scenario.oob.formations[formation].name}")
        lines.append(f"  - {flow({'id': card.id, **change})}")
    if not gone and not lines:
        return []
    return ["units:", *removal(gone, "Lost, gone, or on the way until after the end."), *lines]


def _change(scenario: Scenario, card: UnitCard, now: Unit, first: int) -> dict[str, str]:
    grid, boxes = scenario.board.grid, scenario.board.boxes
    if now.status is Status.WAITING:
        return {}
    change = {}
    if now.at != NOWHERE:
        if now.at != card.hex:
            change["at"] = grid.label(now.at)
        if card.box != NOWHERE:
            change["box"] = "null"
    else:
        if now.box != card.box:
            change["box"] = boxes[now.box].id
        if card.hex != NOWHERE:
            change["at"] = "null"
    if now.status is Status.TRAVELLING:
        change["arrives"] = _date(scenario, max(now.due, first))
    elif card.arrives:
        change["arrives"] = "null"
    for key, value, before in (
        ("start_steps", now.steps, card.start_steps),
        ("suppressed", now.suppressed, card.suppressed),
        ("cut_off", now.cut_days, card.cut_days),
    ):
        if value != before:
            change[key] = str(value)
    for key, posture, usual in (
        ("hidden", now.hidden, card.hidden),
        ("stand_fast", now.stand_fast, card.stand_fast),
    ):
        if posture != usual:
            change[key] = str(posture).lower()
    return change


def _leaders(scenario: Scenario, state: GameState, first: int, last: int) -> list[str]:
    oob = scenario.oob
    gone: list[str] = []
    lines: list[str] = []
    for card, now in zip(oob.leaders, state.leaders, strict=True):
        if card.from_turn > last or 0 < card.to_turn < first:
            continue  # not taken over
        if now.lost_on:
            gone.append(card.id)
            continue
        unit = oob.units[now.unit].id if now.unit != NOWHERE else card.unit
        if unit and not _there(state.units[oob.unit_index[unit]], last):
            unit = ""
        if unit != card.unit:
            lines.append(f"  - {{id: {card.id}, unit: {quoted(unit)}}}")
    return ["leaders:", *removal(gone, "Lost."), *lines] if gone or lines else []


def _support(scenario: Scenario, state: GameState, first: int, last: int) -> list[str]:
    """Points of the days that are left, and what is left of the stocks."""
    if not scenario.oob.support:
        return []
    sides = [side.id for side in scenario.oob.sides]
    found: list[dict[str, str]] = []
    for period in scenario.oob.support:
        if period.last < first or period.first > last:
            continue
        entry = {"side": sides[period.side]}
        if period.first > first:
            entry["since"] = _date(scenario, period.first)
        if period.last < last:
            entry["until"] = _date(scenario, period.last)
        points = {"air": period.air, "artillery": period.artillery}
        if period.first >= first:
            points |= {what: getattr(period, what) for what in STOCKS}
        given = {key: str(value) for key, value in points.items() if value}
        rows = {"sources": f"[{', '.join(period.sources)}]"} if period.sources else {}
        note = {"note": quoted(period.note)} if period.note else {}
        if given:
            found.append({**entry, **given, **rows, **note})
    for extra in state.extra:
        if extra.until >= first and extra.amount > 0:
            until = _date(scenario, min(extra.until, last))
            entry = {"side": sides[extra.side], "until": until, extra.what: str(extra.amount)}
            found.append(entry)
    for side, means in zip(sides, state.means, strict=True):
        stocks = {what: getattr(means, what) for what in STOCKS}
        left = {key: str(value) for key, value in stocks.items() if value}
        if left:
            found.append({"side": side, **left, "note": "What is left"})
    return ["support:", *(f"  - {flow(entry)}" for entry in found)]
