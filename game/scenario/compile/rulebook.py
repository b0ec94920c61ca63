"""Checks the numbers of the rules against each other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from itertools import pairwise
from typing import Any, Final

from game.engine.rulebook import Rulebook
from game.scenario.compile.desk import Desk
from game.scenario.problems import Path, printable

HIGHEST_TOTAL: Final = 24
"""The strip must answer every total up to here: two dice, the best odds, all shifts."""
_MOST: Final = 1000

# Everything else counts something and cannot be negative.
_SIGNED: Final = {
    ("terrains", "shift"),
    ("unit_types", "morale"),
    ("odds", "value"),
    ("hidden", "belt_engineers"),
    ("supply", "surrender_one_step"),
    ("supply", "surrender_ringed"),
    ("supply", "surrender_built_up"),
    ("supply", "surrender_fanatic"),
    ("supply", "surrender_terms"),
}
_UNSIGNED_SHIFTS: Final = {"cap", "concentric_sides"}
_POSITIVE: Final = {
    ("terrains", "leg"),
    ("terrains", "vehicle"),
    ("unit_types", "factor"),
    ("odds", "defence"),
    ("movement", "stack_units"),
    ("movement", "stack_steps"),
    ("supply", "surrender_days"),
    ("civilians", "entries_per_limit"),
}


def check_rules(rules: Rulebook, desk: Desk) -> None:
    """Report numbers out of range, tables out of order and names that stand for nothing."""
    for path, number in _numbers(rules, ("rules",)):
        low = _lowest(path)
        desk.within(number, low, _MOST, path)
    _check_terrains(rules, desk)
    desk.index("unit type", [kind.id for kind in rules.unit_types], ("rules", "unit_types"))
    if not rules.unit_types:
        desk.say(("rules", "unit_types"), "there are no unit types")
    _check_strip(rules, desk)
    _check_odds(rules, desk)
    _check_grades(rules, desk)


def _numbers(value: Any, path: Path) -> Iterator[tuple[Path, int]]:
    if isinstance(value, bool):
        return
    if isinstance(value, int):
        yield path, value
    elif is_dataclass(value):
        for field in fields(value):
            yield from _numbers(getattr(value, field.name), (*path, field.name))
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from _numbers(item, (*path, number))


def _lowest(path: Path) -> int:
    names = [part for part in path[1:] if isinstance(part, str)]
    pair = (names[0], names[-1])
    if pair in _SIGNED or (names[0] == "shifts" and names[-1] not in _UNSIGNED_SHIFTS):
        return -_MOST
    return 1 if pair in _POSITIVE else 0


def _check_terrains(rules: Rulebook, desk: Desk) -> None:
    path: Path = ("rules", "terrains")
    known = desk.index("terrain", [terrain.id for terrain in rules.terrains], path)
    if not 0 < len(rules.terrains) <= 100:
        desk.say(path, "there should be 1 to 100 kinds of terrain")
    letters: dict[str, str] = {}
    for number, terrain in enumerate(rules.terrains):
        here = (*path, number, "letter")
        if len(terrain.letter) != 1 or terrain.letter.isspace():
            desk.say(here, f'should be one letter, not "{printable(terrain.letter)}"')
        elif terrain.letter in letters:
            message = f'letter "{terrain.letter}" stands for {letters[terrain.letter]} already'
            desk.say(here, message)
        letters.setdefault(terrain.letter, terrain.id)
        if terrain.rubble_to is not None:
            desk.pick("terrain", terrain.rubble_to, known, (*path, number, "rubble_to"))


def _check_strip(rules: Rulebook, desk: Desk) -> None:
    for number, (before, cell) in enumerate(pairwise(rules.strip)):
        if cell.upto <= before.upto:
            message = f"{cell.upto} is not above the {before.upto} of the cell before"
            desk.say(("rules", "strip", number + 1, "upto"), message)
    last = max((cell.upto for cell in rules.strip), default=0)
    if last < HIGHEST_TOTAL:
        message = f"the strip ends at {last}; it should go up to {HIGHEST_TOTAL} at least"
        desk.say(("rules", "strip"), message)


def _check_odds(rules: Rulebook, desk: Desk) -> None:
    if not rules.odds:
        desk.say(("rules", "odds"), "there are no odds")
    for number, (better, row) in enumerate(pairwise(rules.odds)):
        here = ("rules", "odds", number + 1)
        if row.attack * better.defence >= better.attack * row.defence:
            message = (
                f"odds go from best to worst; {row.attack}:{row.defence} is no worse "
                f"than {better.attack}:{better.defence} before it"
            )
            desk.say(here, message)
        if row.value > better.value:
            message = f"worse odds cannot be worth more ({row.value} after {better.value})"
            desk.say((*here, "value"), message)


def _check_grades(rules: Rulebook, desk: Desk) -> None:
    grades = rules.grades
    bounds = {"time_share": -1, "force_lost": 1, "harm_entries": 1}
    for name, sign in bounds.items():
        row: tuple[int, ...] = getattr(grades, name)
        here = ("rules", "grades", name)
        if len(row) != len(grades.names) - 1:
            message = f"should have {len(grades.names) - 1} numbers, one fewer than grades"
            desk.say(here, message)
        if any(sign * after < sign * before for before, after in pairwise(row)):
            order = "rise" if sign > 0 else "fall"
            desk.say(here, f"the bounds should {order} from the best grade to the worst")
