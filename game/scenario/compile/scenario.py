"""Puts the compiled parts together, going as far as broken files allow."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.rulebook import Rulebook
from game.engine.scenario import Scenario
from game.scenario.compile.board import compile_board
from game.scenario.compile.calendar import calendar
from game.scenario.compile.desk import Desk
from game.scenario.compile.events import compile_events
from game.scenario.compile.forces import compile_forces
from game.scenario.compile.names import Names
from game.scenario.compile.objectives import compile_objectives
from game.scenario.compile.places import read_focus
from game.scenario.compile.rulebook import check_rules
from game.scenario.compile.sides import read_graded, read_sides
from game.scenario.compile.units import Ground
from game.scenario.documents import EventsDoc, ForcesDoc, HeaderDoc, MapDoc, ObjectivesDoc
from game.scenario.layout import NEIGHBOURS, is_name
from game.scenario.problems import printable


@dataclass(frozen=True, slots=True)
class Documents:
    """The play documents of a package; None stands for a file that is broken."""

    scenario: HeaderDoc | None
    map: MapDoc | None
    forces: ForcesDoc | None
    rules: Rulebook | None
    events: EventsDoc | None
    objectives: ObjectivesDoc | None


def compile_scenario(
    docs: Documents, desk: Desk, content_hash: str
) -> tuple[Scenario, Names] | None:
    """Return the scenario and its names, or None if files are missing for it.

    Mistakes go to the desk; if there are any, what is returned must not be played. Each part is
    checked as soon as the files it rests on are whole.
    """
    if docs.rules is not None:
        check_rules(docs.rules, desk)
    if docs.scenario is None:
        return None
    if not is_name(docs.scenario.id):
        message = "the id of a scenario is made of letters, digits, _ and -"
        desk.say(("scenario", "id"), f'{message}, not "{printable(docs.scenario.id)}"')
    elif docs.scenario.id in NEIGHBOURS:
        message = f'a folder "{docs.scenario.id}" beside scenarios holds something else'
        desk.say(("scenario", "id"), f"{message}; use another id")
    days = calendar(docs.scenario, desk)
    sides, side_index = read_sides(docs.scenario, desk)
    graded = read_graded(docs.scenario, side_index, desk)
    if docs.map is None or docs.rules is None:
        return None
    board = compile_board(docs.map, docs.rules, side_index, desk)
    if board is None or docs.forces is None:
        return None
    ground = Ground(board, docs.rules, side_index, days)
    oob = compile_forces(docs.forces, docs.scenario, sides, ground, desk)
    if docs.events is None or docs.objectives is None:
        return None
    ids = [event.id for event in docs.events.events]
    event_index = desk.index("event", ids, ("events", "events"))
    ids = [objective.id for objective in docs.objectives.objectives]
    objective_index = desk.index("objective", ids, ("objectives", "objectives"))
    names = Names(board, oob, days, event_index, objective_index)
    scenario = Scenario(
        id=docs.scenario.id,
        title=docs.scenario.title.en,
        turns=days.turns,
        start=docs.scenario.start.isoformat(),
        board=board,
        rules=docs.rules,
        oob=oob,
        events=compile_events(docs.events, names, desk),
        objectives=compile_objectives(docs.objectives, names, desk),
        event_index=event_index,
        content_hash=content_hash,
        grade_side=graded,
        focus=read_focus(docs.scenario, board, desk),
    )
    return scenario, names
