"""What an event is about, as words to be put into a sentence.

Events carry numbers. Which number names what follows from the name of the field that holds it, so
that one table serves all events, in every language.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from enum import Enum
from typing import Any, Final

from game.engine.events import Event, Shift
from game.text.names import Names
from game.text.page import listed, signed

_Word = Callable[[Names, Any], str]
_FEW: Final = 3
"""Hexes that are told one by one."""


def facts(names: Names, event: Event) -> dict[str, str]:
    """Return the words for each field of an event; an empty word for what it has not."""
    return {
        field.name: _FIELDS.get(field.name, _plain)(names, getattr(event, field.name))
        for field in fields(event)
    }


def _plain(_names: Names, value: Any) -> str:
    text = str(value.value) if isinstance(value, Enum) else str(value)
    return text.replace("_", " ")


def _if_any(word: Callable[[Names, int], str]) -> _Word:
    return lambda names, number: word(names, number) if number >= 0 else ""


def _each(word: Callable[[Names, int], str], comma: str = ", ") -> _Word:
    return lambda names, numbers: listed([word(names, number) for number in numbers], comma)


def _signed(_names: Names, number: int) -> str:
    return signed(number)


def _shifts(_names: Names, shifts: tuple[Shift, ...]) -> str:
    told = [f"{shift.name.replace('_', ' ')} {shift.value:+d}" for shift in shifts]
    return f" ({', '.join(told)})" if told else ""


def _belt(names: Names, number: int) -> str:
    return names.where(names.scenario.oob.belts[number].hex)


def _tunnel(names: Names, number: int) -> str:
    tunnel = names.scenario.oob.tunnels[number]
    return f"{names.where(tunnel.a)} and {names.where(tunnel.b)}"


def _ground(names: Names, hexes: tuple[int, ...]) -> str:
    """A few hexes one by one; many by their number and the places among them."""
    if len(hexes) <= _FEW:
        return listed([names.where(h) for h in hexes])
    places = dict.fromkeys(name for h in hexes if (name := names.ground(h)))
    told = f"{len(hexes)} hexes"
    return f"{told}, with {listed(list(places))}" if places else told


_SIDE: Final = _if_any(Names.side)
_HEX: Final = _if_any(Names.where)
_UNIT: Final = _if_any(Names.unit)
_UNITS: Final = _each(Names.unit, "; ")
"""Names of units have commas in them."""

_FIELDS: Final[dict[str, _Word]] = {
    "side": _SIDE,
    "to": _SIDE,
    "other": _SIDE,
    "unit": _UNIT,
    "attackers": _UNITS,
    "defenders": _UNITS,
    "at": _HEX,
    "hex": _HEX,
    "target": _HEX,
    "path": lambda names, path: names.where(path[-1]),
    "hexes": _ground,
    "place": _if_any(Names.place),
    "places": _each(Names.place),
    "box": _if_any(Names.box),
    "crossing": _if_any(Names.crossing),
    "leader": _if_any(Names.leader),
    "objective": _if_any(Names.objective),
    "belt": _belt,
    "tunnel": _tunnel,
    "event": lambda names, number: names.scenario.events[number].title,
    "until": Names.day,
    "due": Names.day,
    "odds_value": _signed,
    "net": _signed,
    "shifts": _shifts,
}
"""How to word a field, by its name; other fields are worded as they are."""
