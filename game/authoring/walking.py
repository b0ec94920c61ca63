"""Every value of a package with what may stand there: for renaming, moving and finding."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from game.authoring.choices import Reader
from game.authoring.forms import Field, FieldKind, file_field
from game.authoring.yaml_layout import Path
from game.scenario.layout import FILES


@dataclass(frozen=True, slots=True)
class Found:
    """A single value, where it stands and what it is."""

    kind: str
    """The file."""
    path: Path
    field: Field
    value: Any


def values(reader: Reader, kinds: tuple[str, ...] = FILES) -> Iterator[Found]:
    """Yield the single values of the files, in their order; `rules` has none of interest."""
    for kind in kinds:
        if kind != "rules":
            yield from _below(kind, (), file_field(kind), reader.get(kind, (), {}))


_LEGENDS = {"terrain": "terrain", "landmass": "landmass", "control": "side"}
"""What the legends of the rows of a map refer to."""


def _of_legend(kind: str, path: Path, field: Field) -> Field:
    if kind == "map" and len(path) == 3 and path[1] == "legend" and path[0] in _LEGENDS:
        return replace(field, kind=FieldKind.REFERENCE, refers=_LEGENDS[str(path[0])])
    return field


def _below(kind: str, path: Path, field: Field, data: Any) -> Iterator[Found]:
    if isinstance(data, dict):
        for name, value in data.items():
            below = field.below(name)
            if below is not None:
                yield from _below(kind, (*path, name), below, value)
    elif isinstance(data, list):
        for number, value in enumerate(data):
            if field.item is not None:
                yield from _below(kind, (*path, number), field.item, value)
    else:
        yield Found(kind, path, _of_legend(kind, path, field), data)


def altered(kind: str, data: Any, change: Callable[[Field, Any, Path], Any]) -> Any:
    """Return the data of a file with every single value replaced by what `change` makes of it."""
    return _altered(kind, file_field(kind), data, change, ())


def _altered(
    kind: str,
    field: Field | None,
    data: Any,
    change: Callable[[Field, Any, Path], Any],
    path: Path,
) -> Any:
    if field is None:
        return data
    if isinstance(data, dict):
        return {
            name: _altered(kind, field.below(name), value, change, (*path, name))
            for name, value in data.items()
        }
    if isinstance(data, list):
        return [
            _altered(kind, field.item, value, change, (*path, number))
            for number, value in enumerate(data)
        ]
    return change(_of_legend(kind, path, field), data, path)


HEX_KINDS = (FieldKind.HEX, FieldKind.HEXES, FieldKind.HEXSIDES, FieldKind.ORDER, FieldKind.FOCUS)
"""Kinds of fields that name hexes."""
