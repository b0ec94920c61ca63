"""Short facts in words: how an objective stands, how a unit is supplied, what a hex is like."""

from __future__ import annotations

from game.engine.rulebook import MoveClass
from game.engine.rules.ground import terrain_at
from game.engine.rules.mobility import allowance
from game.engine.scenario import ObjectiveKind
from game.engine.state import GameState, Supply
from game.ui.scenes.play.chips import ObjectiveRow
from game.ui.scenes.play.naming import Naming
from game.ui.scenes.play.numbers import halves, signed


def chip_fact(names: Naming, row: ObjectiveRow, turn: int) -> str:
    """Return the line of fact of a chip: progress, then the date and the days."""
    w, objective = names.words, row.objective
    if row.status == "met":
        return decided_words(names, row)
    if row.status == "missed":
        return w("play.objective_missed", date=names.date(row.decided_on))
    parts = []
    if row.of > 1 and objective.kind is not ObjectiveKind.RING_CLOSED:
        parts.append(w("play.objective_progress", held=row.held, all=row.of))
    parts.append(due_words(names, row, turn, with_days=not parts))
    return " · ".join(part for part in parts if part)


def due_words(names: Naming, row: ObjectiveRow, turn: int, *, with_days: bool = True) -> str:
    """Return by when an objective is due, or till when it has to be held."""
    w, objective = names.words, row.objective
    if objective.latest == turn:
        return w("play.objective_today")
    key = "play.objective_until" if objective.hold else "play.objective_by"
    told = w(key, date=names.date(objective.latest))
    if with_days:
        told += " · " + w("play.days_left", count=row.days_left)
    return told


def chip_fact_short(names: Naming, row: ObjectiveRow) -> str:
    """Return the fact of a chip where there is room for a word only."""
    if row.status != "open":
        return names.date(row.decided_on)
    if row.of > 1 and len(row.objective.places) > 8:
        return f"{row.held}/{row.of}"
    return names.date(row.objective.latest)


def decided_words(names: Naming, row: ObjectiveRow) -> str:
    """Return when an objective was reached, against history."""
    w, date = names.words, names.date(row.decided_on)
    days = row.against_history
    if days is None:
        return w("play.objective_reached_plain", date=date)
    if days == 0:
        return w("play.objective_reached", date=date)
    told = w("common.days", count=abs(days))
    if row.objective.hold:
        key = "play.objective_held_longer" if days > 0 else "play.objective_held_shorter"
    else:
        key = "play.objective_reached_late" if days > 0 else "play.objective_reached_early"
    return w(key, date=date, days=told)


def ground_words(names: Naming, view: GameState, h: int) -> str:
    """Return what a hex is like: terrain, movement, shift."""
    ground = terrain_at(view, h)
    return names.words(
        "play.terrain_facts",
        terrain=names.of(ground),
        foot=ground.leg,
        vehicles=ground.vehicle,
        shift=signed(ground.shift),
    )


def moves_words(names: Naming, view: GameState, unit: int) -> str:
    """Return how a unit moves."""
    key = {
        MoveClass.LEG: "play.on_foot",
        MoveClass.MOTOR: "play.wheeled",
        MoveClass.TRACKED: "play.tracked",
        MoveClass.STATIC: "play.static",
    }[view.scenario.unit_type(unit).moves]
    return names.words(key)


def movement_words(names: Naming, view: GameState, unit: int) -> str:
    """Return how much movement a unit has left."""
    whole = allowance(view, unit)
    if not whole:
        return moves_words(names, view, unit)
    left = names.words("play.mp_of", left=halves(view.units[unit].mp), most=halves(whole))
    return names.words("play.movement_kind", mp=left, how=moves_words(names, view, unit))


def supply_words(names: Naming, view: GameState, unit: int) -> str:
    """Return how a unit is supplied."""
    now, w = view.units[unit], names.words
    if now.supply is Supply.SUPPLIED:
        return w("play.supplied")
    if now.supply is Supply.LOW:
        return w("play.low_supply")
    return w("play.cut_off_days", count=now.cut_days)


def posture_words(names: Naming, view: GameState, unit: int) -> str:
    """Return what else there is to say of a unit's state; empty if nothing."""
    now, w = view.units[unit], names.words
    parts = []
    if now.suppressed:
        parts.append(w("play.suppressed_steps", count=now.suppressed))
    if now.digging:
        parts.append(w("play.digging"))
    if now.stand_fast:
        parts.append(w("play.stands_fast"))
    if now.hidden:
        parts.append(w("play.unseen"))
    return " · ".join(parts)
