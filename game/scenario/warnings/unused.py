"""Things that are named once and never again, most of them misspelt."""

from __future__ import annotations

from collections.abc import Iterator

from game.scenario.documents import ConditionDoc
from game.scenario.problems import Path, nearest, printable
from game.scenario.warnings.look import Look
from game.scenario.wording import did_you_mean

Spots = dict[str, Path]
"""Where each name first stands."""


def unused_formations(look: Look) -> None:
    """Warn of formations without a unit or leader."""
    used = {unit.formation for unit in look.forces.units}
    used |= {leader.formation for leader in look.forces.leaders}
    for number, formation in enumerate(look.forces.formations):
        if formation.id not in used:
            message = f'no unit belongs to formation "{printable(formation.id)}"'
            look.warn("unused", ("forces", "formations", number, "id"), message)


def unused_types(look: Look) -> None:
    """Warn of unit types that the package brings in its own rules and no unit is of."""
    used = {unit.type for unit in look.forces.units}
    for number, kind in enumerate(look.scenario.rules.unit_types):
        if kind.id not in used:
            message = f'no unit is of type "{printable(kind.id)}"'
            path = ("rules", "unit_types", number, "id")
            look.warn("unused", path, message, inherited=False)


def flags_never_set(look: Look) -> None:
    """Warn of conditions on a flag that no event sets: they never come true."""
    given = _set(look)
    for name, path in _tested(look).items():
        if name not in given:
            near = did_you_mean(nearest(name, given))
            look.warn("flag", path, f'nothing sets flag "{printable(name)}"{near}')


def flags_never_tested(look: Look) -> None:
    """Warn of flags that an event sets and no condition asks for."""
    asked = _tested(look)
    for name, path in _set(look).items():
        if name not in asked:
            near = did_you_mean(nearest(name, asked))
            look.warn("flag", path, f'no condition asks for flag "{printable(name)}"{near}')


def _set(look: Look) -> Spots:
    found: Spots = {}
    for number, event in enumerate(look.events.events):
        for at, effect in enumerate(event.effects):
            if effect.do == "flag":
                path: Path = ("events", "events", number, "effects", at, "flag")
                found.setdefault(effect.flag, path)
    for number, day in enumerate(look.history.days):
        for at, decree in enumerate(day.decrees):
            for which, effect in enumerate(decree.effects):
                if effect.do == "flag":
                    path = ("history", "days", number, "decrees", at, "effects", which, "flag")
                    found.setdefault(effect.flag, path)
    return found


def _tested(look: Look) -> Spots:
    found: Spots = {}
    for number, event in enumerate(look.events.events):
        for doc, path in _conditions(event.when, ("events", "events", number, "when")):
            if doc.flag:
                found.setdefault(doc.flag, (*path, "flag"))
    return found


def _conditions(doc: ConditionDoc, path: Path) -> Iterator[tuple[ConditionDoc, Path]]:
    yield doc, path
    for word in ("all", "any", "none"):
        for number, part in enumerate(getattr(doc, word)):
            yield from _conditions(part, (*path, word, number))
