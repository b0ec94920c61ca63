"""What pydantic finds, said in plain English."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from game.scenario.problems import nearest, only_one, printable
from game.scenario.reader.scalars import resolve

_CHOICE: Final = re.compile(r"'([^']*)'|(-?\d+)")


@dataclass(frozen=True, slots=True)
class Wording:
    """A message, the near miss in it, and what it is about: a value, a key, a list."""

    message: str
    suggestion: str = ""
    on_key: bool = False
    of_list: bool = False
    sure: bool = False
    """True if nothing else than the near miss can have been meant."""


def word(error: Mapping[str, Any], keys: tuple[str, ...], size: int) -> Wording:
    """Return the wording of one pydantic error.

    `keys` are those the mapping it is in may have, `size` the items the list it is in must have.
    """
    kind = error["type"]
    if kind == "unexpected_keyword_argument":
        return _unknown_key(str(error["loc"][-1]), keys)
    if kind == "missing":
        return _missing(error, size)
    if kind in ("literal_error", "enum"):
        return _choice(error)
    if kind == "too_long":
        size = error["ctx"]["max_length"]
        return Wording(f"should have {size} items, not {error['ctx']['actual_length']}")
    expected = _EXPECTED.get(kind)
    if expected is None:
        return Wording(f"is not right: {printable(str(error['msg']), 120)}")
    return Wording(f"should be {expected(error)}, not {show(error['input'])}{_advice(error)}")


def show(value: object) -> str:
    """Return a value as a message names it."""
    if value is None:
        return "empty"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return f'"{printable(value)}"'
    if isinstance(value, list | dict):
        return "a list" if isinstance(value, list) else "a mapping"
    return f"the number {printable(str(value))}"


def did_you_mean(near: str) -> str:
    """Return the end of a message that offers a near miss, empty if there is none."""
    return f', did you mean "{near}"?' if near else ""


def listed(options: list[str]) -> str:
    """Return the options of an enumeration as a message lists them, not more than twelve."""
    named = [option or "(empty)" for option in options]
    return ", ".join(named[:12]) + (", ..." if len(named) > 12 else "")


def _unknown_key(key: str, keys: tuple[str, ...]) -> Wording:
    odd = next((c for c in key if c != " " and (c.isspace() or c in _NO_WIDTH)), "")
    if odd:
        message = f"a blank that is none (U+{ord(odd):04X}) stands here; type plain blanks"
        return Wording(message, on_key=True)
    near = nearest(key, keys)
    rest = did_you_mean(near) or (f" (known here: {listed(list(keys))})" if keys else "")
    message = f'unknown key "{printable(key)}"{rest}'
    return Wording(message, near, on_key=True, sure=only_one(key, near, keys))


_NO_WIDTH: Final = "\u200b\u200c\u200d\u2060\u00ad"


def _missing(error: Mapping[str, Any], size: int) -> Wording:
    last = error["loc"][-1]
    if isinstance(last, int):
        return Wording(f"should have {size} items, not {len(error['input'])}", of_list=True)
    return Wording(f'"{last}" is required')


def _choice(error: Mapping[str, Any]) -> Wording:
    options = [text or number for text, number in _CHOICE.findall(error["ctx"]["expected"])]
    given = error["input"]
    if isinstance(given, str) and _plain_kind(given) is int and given in options:
        return Wording(f"should be {given} without quotes")
    near = nearest(given, options) if isinstance(given, str) else ""
    one_of = "one of " if len(options) > 1 else ""
    message = f"should be {one_of}{listed(options)}, not {show(given)}{did_you_mean(near)}"
    sure = isinstance(given, str) and only_one(given, near, options)
    return Wording(message, near, sure=sure)


def _mapping(error: Mapping[str, Any]) -> str:
    if error.get("ctx", {}).get("class_name") == "Text":
        return "a text in two languages, {en: ..., ar: ...}"
    return "a mapping (`key: value`)"


def _always(text: str) -> Callable[[Mapping[str, Any]], str]:
    return lambda error: text


_DATE: Final = _always("a date such as 2017-09-14")

_EXPECTED: Final[dict[str, Callable[[Mapping[str, Any]], str]]] = {
    "string_type": _always("a text"),
    "int_type": _always("a whole number"),
    "float_type": _always("a number"),
    "bool_type": _always("true or false"),
    "tuple_type": _always("a list"),
    "dict_type": _mapping,
    "dataclass_type": _mapping,
    "date_type": _DATE,
    "date_parsing": _DATE,
    "date_from_datetime_parsing": _DATE,
    "date_from_datetime_inexact": _DATE,
}


def _advice(error: Mapping[str, Any]) -> str:
    given, kind = error["input"], error["type"]
    if kind == "string_type" and isinstance(given, int | float):
        return "; put it in quotes"
    if kind == "tuple_type" and isinstance(given, dict):
        dashed = any(str(name).startswith("-") for name in given)
        return "; put a blank after each dash" if dashed else ""
    if not isinstance(given, str):
        return ""
    if kind in ("int_type", "float_type", "bool_type") and _plain_kind(given) in _FITS[kind]:
        return "; take the quotes away"
    if kind == "bool_type" and given.lower() in _TRUE | _FALSE:
        return f"; write {'true' if given.lower() in _TRUE else 'false'}"
    return ""


_TRUE: Final = frozenset({"yes", "on", "y"})
_FALSE: Final = frozenset({"no", "off", "n"})
_FITS: Final = {"int_type": (int,), "float_type": (int, float), "bool_type": (bool,)}


def _plain_kind(text: str) -> type:
    """What a quoted text would be without its quotes."""
    try:
        return type(resolve(text))
    except ValueError:
        return str
