"""When an event happens: every key an author gives becomes a test, and all of them must hold."""

from __future__ import annotations

from game.engine.board import CrossingState
from game.engine.scenario import Condition
from game.scenario.compile.desk import Desk
from game.scenario.compile.names import Names
from game.scenario.documents import ConditionDoc
from game.scenario.problems import Path

_STATES = [state.value for state in CrossingState]


def compile_condition(doc: ConditionDoc, names: Names, desk: Desk, path: Path) -> Condition:
    """Return the condition; dangling names and keys without their partner go to the desk."""
    tests = [
        *_dates(doc, names, desk, path),
        *_control(doc, names, desk, path),
        *_whereabouts(doc, names, desk, path),
        *_past(doc, names, desk, path),
        *_states(doc, names, desk, path),
    ]
    for word in ("all", "any", "none"):
        parts: tuple[ConditionDoc, ...] = getattr(doc, word)
        if parts:
            inner = tuple(
                compile_condition(part, names, desk, (*path, word, number))
                for number, part in enumerate(parts)
            )
            tests.append(Condition(word, parts=inner))
    if doc == ConditionDoc():
        message = "the condition tests nothing; to happen at once, give `since:` the first day"
        desk.say(path, message)
    if not tests:
        return Condition("always")  # whatever is amiss has been reported
    return tests[0] if len(tests) == 1 else Condition("all", parts=tuple(tests))


def _dates(doc: ConditionDoc, names: Names, desk: Desk, path: Path) -> list[Condition]:
    tests = []
    if doc.on is not None:
        turn = names.days.inside(doc.on, desk, (*path, "on"))
        tests.append(Condition("turn", first=turn, last=turn))
    if doc.since is not None or doc.until is not None:
        first, last = names.days.span(doc.since, doc.until, desk, path)
        tests.append(Condition("turn", first=first, last=last))
    return tests


def _control(doc: ConditionDoc, names: Names, desk: Desk, path: Path) -> list[Condition]:
    if not doc.side and not doc.holds:
        if doc.percent != 100:
            desk.say((*path, "percent"), '"percent" needs "side" and "holds"')
        return []
    if not doc.side or not doc.holds:
        given, lacking = ("side", "holds") if doc.side else ("holds", "side")
        desk.say((*path, given), f'"{given}" needs "{lacking}"')
        return []
    return [
        Condition(
            "controls",
            side=names.side(doc.side, desk, (*path, "side")),
            place=names.place(doc.holds, desk, (*path, "holds")),
            percent=desk.within(doc.percent, 1, 100, (*path, "percent")),
        )
    ]


def _whereabouts(doc: ConditionDoc, names: Names, desk: Desk, path: Path) -> list[Condition]:
    if not doc.at:
        for given in ("unit", "formation"):
            if getattr(doc, given):
                desk.say((*path, given), f'"{given}" needs "at"')
        return []
    place = names.whereabouts(doc.at, desk, (*path, "at"))
    tests = []
    if doc.unit:
        unit = names.unit(doc.unit, desk, (*path, "unit"))
        tests.append(Condition("unit_at", name=unit, place=place))
    if doc.formation:
        desk.pick("formation", doc.formation, names.oob.formation_index, (*path, "formation"))
        tests.append(Condition("formation_at", name=doc.formation, place=place))
    if not tests:
        desk.say((*path, "at"), '"at" needs "unit" or "formation"')
    return tests


def _past(doc: ConditionDoc, names: Names, desk: Desk, path: Path) -> list[Condition]:
    tests = []
    if doc.alive:
        tests.append(Condition("alive", name=names.unit(doc.alive, desk, (*path, "alive"))))
    if doc.fired:
        desk.pick("event", doc.fired, names.events, (*path, "fired"))
        tests.append(Condition("fired", name=doc.fired))
    if doc.met:
        desk.pick("objective", doc.met, names.objectives, (*path, "met"))
        tests.append(Condition("met", name=doc.met))
    return tests


def _states(doc: ConditionDoc, names: Names, desk: Desk, path: Path) -> list[Condition]:
    tests = []
    if doc.crossing:
        crossing = names.crossing(doc.crossing, desk, (*path, "crossing"))
        if doc.state:
            state = desk.choice("state of a crossing", doc.state, _STATES, (*path, "state"))
            tests.append(Condition("state", name=crossing, value=state))
        else:
            desk.say((*path, "crossing"), '"crossing" needs "state"')
    if doc.flag:
        if doc.crossing:
            message = '"state" cannot serve a crossing and a flag; write them as two parts of "all"'
            desk.say((*path, "flag"), message)
        tests.append(Condition("flag", name=doc.flag, value=doc.state))
    if doc.state and not doc.crossing and not doc.flag:
        desk.say((*path, "state"), '"state" needs "crossing" or "flag"')
    return tests
