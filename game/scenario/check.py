"""Checks the shape of a file: keys, types, choices. What the values mean is for `compile`.

pydantic does the work and `wording` the talking. Importing pydantic and building its validators
takes longer than all the rest of loading, so both wait until a file really has to be checked.
"""

from __future__ import annotations

import json
import types
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any, Final, Union, get_args, get_origin, get_type_hints

from game.engine.rulebook import Rulebook
from game.engine.strict import STRICT
from game.scenario import documents
from game.scenario.problems import FILE_LIMIT, Path, Report
from game.scenario.reader import Node
from game.scenario.wording import Wording, word

if TYPE_CHECKING:
    from pydantic import TypeAdapter

DOCUMENTS: Final[dict[str, type]] = {
    "scenario": documents.HeaderDoc,
    "map": documents.MapDoc,
    "forces": documents.ForcesDoc,
    "rules": Rulebook,
    "events": documents.EventsDoc,
    "objectives": documents.ObjectivesDoc,
    "briefing": documents.BriefingDoc,
    "sources": documents.SourcesDoc,
    "journal": documents.JournalFileDoc,
    "history": documents.HistoryDoc,
    "control": documents.ControlFileDoc,
}
"""What each file of a package must look like."""


def check(kind: str, tree: Node, report: Report) -> Any | None:
    """Return the document in a tree, or None with every mistake reported at its line.

    `kind` is the name of the file without `.yaml`, a key of `DOCUMENTS`.
    """
    from pydantic import ValidationError

    text = json.dumps(tree.plain(), ensure_ascii=False, allow_nan=False)
    try:
        return _validator(kind).validate_json(text)
    except ValidationError as error:
        found = error.errors(include_url=False)
        for item in found[:FILE_LIMIT]:
            keys, size = _room(kind, item["loc"])
            _tell(tree, item["loc"], word(item, keys, size), report)
        report.count_on(len(found) - FILE_LIMIT if len(found) > FILE_LIMIT else 0)
        return None


def _tell(tree: Node, path: Path, told: Wording, report: Report) -> None:
    place = path[:-1] if told.of_list else path
    problem = tree.problem(place, told.message, key=told.on_key, suggestion=told.suggestion)
    report.add(replace(problem, sure=told.sure))


@cache
def _validator(kind: str) -> TypeAdapter[Any]:
    from pydantic import TypeAdapter

    with _without_docstrings():
        return TypeAdapter(DOCUMENTS[kind])


@contextmanager
def _without_docstrings() -> Iterator[None]:
    """Build validators without the attribute docstrings, which only the JSON Schemas show.

    Finding them means parsing the source of every class, half a second in all.
    """
    wanted = STRICT.pop("use_attribute_docstrings", None)
    try:
        yield
    finally:
        if wanted is not None:
            STRICT["use_attribute_docstrings"] = wanted


def _room(kind: str, path: Path) -> tuple[tuple[str, ...], int]:
    """Return the keys of the mapping, and the number of items of the list, the path ends in."""
    here: Any = DOCUMENTS[kind]
    for part in path[:-1]:
        here = _below(here, part)
    return (tuple(_hints(here)) if _is_document(here) else ()), len(get_args(here))


def _below(here: Any, part: str | int) -> Any:
    if _is_document(here):
        here = _hints(here).get(str(part))
    else:
        inner = get_args(here)
        here = inner[-1] if get_origin(here) is dict else inner[0] if inner else None
    if get_origin(here) in (types.UnionType, Union):
        here = next(option for option in get_args(here) if option is not type(None))
    return here


def _is_document(here: Any) -> bool:
    return isinstance(here, type) and is_dataclass(here)


@cache
def _hints(cls: type) -> dict[str, Any]:
    hints = get_type_hints(cls)
    return {field.name: hints[field.name] for field in fields(cls)}
