"""Formations, units and leaders."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from game.engine.board import NOWHERE, Board
from game.engine.forces import Formation, Leader, UnitCard
from game.engine.rulebook import Rulebook
from game.scenario.compile.calendar import MOST_DAYS, Calendar
from game.scenario.compile.desk import Desk
from game.scenario.documents import ForcesDoc, LeaderDoc, UnitDoc
from game.scenario.problems import Path

MOST_STEPS: Final = 8
_MOST_MEN: Final = 1_000_000

Index = dict[str, int]


@dataclass(frozen=True, slots=True)
class Ground:
    """What units are read against."""

    board: Board
    rules: Rulebook
    sides: Index
    days: Calendar


def read_formations(
    doc: ForcesDoc, sides: Index, desk: Desk
) -> tuple[tuple[Formation, ...], Index]:
    """Return the formations and the number of each by id."""
    path: Path = ("forces", "formations")
    index = desk.index("formation", [formation.id for formation in doc.formations], path)
    formations = tuple(
        Formation(
            id=formation.id,
            name=formation.name.en,
            name_ar=formation.name.ar,
            side=desk.pick("side", formation.side, sides, (*path, number, "side")),
            colour=formation.colour,
            note=formation.note,
            sources=formation.sources,
        )
        for number, formation in enumerate(doc.formations)
    )
    return formations, index


def read_units(
    doc: ForcesDoc, ground: Ground, formations: tuple[Formation, ...], index: Index, desk: Desk
) -> tuple[tuple[UnitCard, ...], Index]:
    """Return the units and the number of each by id."""
    numbers = desk.index("unit", [unit.id for unit in doc.units], ("forces", "units"))
    types = {kind.id: number for number, kind in enumerate(ground.rules.unit_types)}
    units: list[UnitCard] = []
    for number, unit in enumerate(doc.units):
        path: Path = ("forces", "units", number)
        formation = desk.pick("formation", unit.formation, index, (*path, "formation"))
        kind = desk.pick("unit type", unit.type, types, (*path, "type"))
        side = formations[formation].side if formation != NOWHERE else NOWHERE
        units.append(_read_unit(unit, ground, (side, kind, formation), desk, path))
    return tuple(units), numbers


def _read_unit(
    doc: UnitDoc, ground: Ground, numbers: tuple[int, int, int], desk: Desk, path: Path
) -> UnitCard:
    side, kind, formation = numbers
    steps = desk.within(doc.steps, 1, MOST_STEPS, (*path, "steps"))
    start_steps = steps
    if doc.start_steps is not None:
        start_steps = doc.start_steps
        if start_steps > steps:
            message = f"{start_steps} steps at the start are more than the {steps} of the unit"
            desk.say((*path, "start_steps"), message)
        else:
            start_steps = desk.within(start_steps, 1, MOST_STEPS, (*path, "start_steps"))
    if bool(doc.at) == bool(doc.box):
        both = "one of them, not both" if doc.at else "one of them"
        desk.say(path, f'a unit starts "at" a hex or in a "box": give {both}')
    hex_ = desk.hex(ground.board.grid, doc.at, (*path, "at")) if doc.at else NOWHERE
    box = NOWHERE
    if doc.box:
        box = desk.pick("box", doc.box, ground.board.box_index, (*path, "box"))
    arrives = 0
    if doc.arrives is not None:
        arrives = ground.days.inside(doc.arrives, desk, (*path, "arrives"))
    return UnitCard(
        id=doc.id,
        name=doc.name.en,
        name_ar=doc.name.ar,
        side=side,
        type=kind,
        formation=formation,
        steps=steps,
        start_steps=start_steps,
        hex=hex_,
        box=box,
        arrives=arrives,
        hidden=doc.hidden,
        stand_fast=doc.stand_fast,
        suppressed=desk.within(doc.suppressed, 0, start_steps, (*path, "suppressed")),
        cut_days=desk.within(doc.cut_off, 0, MOST_DAYS, (*path, "cut_off")),
        echelon=doc.echelon,
        strength=_read_strength(doc, desk, path),
        certainty=doc.certainty,
        sources=doc.sources,
        note=doc.note,
    )


def _read_strength(doc: UnitDoc, desk: Desk, path: Path) -> tuple[int, int]:
    low, high = (
        desk.within(men, 0, _MOST_MEN, (*path, "strength", end))
        for end, men in enumerate(doc.strength)
    )
    if low > high:
        desk.say((*path, "strength"), f"the low estimate ({low}) is above the high one ({high})")
    return low, high


def read_leaders(
    doc: ForcesDoc,
    days: Calendar,
    formations: tuple[tuple[Formation, ...], Index],
    units: tuple[tuple[UnitCard, ...], Index],
    desk: Desk,
) -> tuple[tuple[Leader, ...], Index]:
    """Return the leaders and the number of each by id."""
    index = desk.index("leader", [leader.id for leader in doc.leaders], ("forces", "leaders"))
    leaders = []
    for number, leader in enumerate(doc.leaders):
        path: Path = ("forces", "leaders", number)
        formation = desk.pick("formation", leader.formation, formations[1], (*path, "formation"))
        side = formations[0][formation].side if formation != NOWHERE else NOWHERE
        if leader.unit:
            unit = desk.pick("unit", leader.unit, units[1], (*path, "unit"))
            if unit != NOWHERE and side != NOWHERE and units[0][unit].side not in (side, NOWHERE):
                desk.say((*path, "unit"), f'unit "{leader.unit}" is of another side')
        leaders.append(_read_leader(leader, side, formation, days, desk, path))
    return tuple(leaders), index


def _read_leader(
    doc: LeaderDoc, side: int, formation: int, days: Calendar, desk: Desk, path: Path
) -> Leader:
    first, last = days.span(doc.since, doc.until, desk, path)
    return Leader(
        id=doc.id,
        name=doc.name.en,
        name_ar=doc.name.ar,
        side=side,
        formation=formation,
        unit=doc.unit,
        from_turn=first,
        to_turn=last if doc.until is not None else 0,
        sources=doc.sources,
    )
