"""What the texts of a package make: the scenario, its documents and everything that is wrong."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from game.authoring.shelf import DraftShelf
from game.engine.board import NOWHERE
from game.engine.scenario import Scenario
from game.scenario.build import Built, build
from game.scenario.problems import Problems


@dataclass(frozen=True, slots=True)
class Made:
    """What came of the texts at one moment."""

    built: Built
    problems: Problems
    documents: Mapping[str, Any]
    """The documents by file; a broken file has none."""
    scenario: Scenario | None
    """Only if nothing is wrong."""
    sketch: Scenario | None
    """As far as it goes: to be drawn, not played. Units that are nowhere are left out."""
    folders: tuple[str, ...] = ()
    """The folder of the package and of those it extends, in a line."""


def make(shelf: DraftShelf) -> Made:
    """Read, check and compile what is on the shelf."""
    built = build(shelf.folder, record=True, shelf=shelf)
    problems = built.report.problems()
    scenario = None if problems else built.scenario
    sketch = _drawable(built.scenario) if built.scenario else None
    return Made(built, problems, built.docs, scenario, sketch, tuple(built.bundle.folders))


def _drawable(scenario: Scenario) -> Scenario | None:
    """Return the scenario without what refers to nothing, so that it can be shown on a map."""
    oob = scenario.oob
    if not oob.sides or not scenario.rules.unit_types:
        return None
    units = tuple(
        unit
        for unit in oob.units
        if NOWHERE not in (unit.side, unit.type, unit.formation)
        and (unit.hex == NOWHERE) != (unit.box == NOWHERE)
    )
    index = {unit.id: number for number, unit in enumerate(units)}
    leaders = tuple(
        leader
        for leader in oob.leaders
        if leader.side != NOWHERE and (not leader.unit or leader.unit in index)
    )
    support = tuple(period for period in oob.support if period.side != NOWHERE)
    belts = tuple(b for b in oob.belts if NOWHERE not in (b.hex, b.side))
    tunnels = tuple(t for t in oob.tunnels if NOWHERE not in (t.a, t.b, t.side))
    forces = replace(
        oob,
        units=units,
        unit_index=index,
        leaders=leaders,
        leader_index={leader.id: number for number, leader in enumerate(leaders)},
        support=support,
        belts=belts,
        tunnels=tunnels,
    )
    board = scenario.board
    crossings = tuple(c for c in board.crossings if NOWHERE not in (c.a, c.b))
    ground = replace(
        board,
        crossings=crossings,
        crossing_index={site.id: number for number, site in enumerate(crossings)},
    )
    return replace(scenario, oob=forces, board=ground)
