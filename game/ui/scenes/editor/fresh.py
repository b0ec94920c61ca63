"""What a new thing begins with: what its file asks for, and what the map tells about the spot."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

from game.authoring.choices import blank
from game.ui.scenes.editor.kinds import KINDS

if TYPE_CHECKING:
    from game.ui.scenes.editor.bench import Bench

Row = dict[str, Any]


def fresh(bench: Bench, kind: str, here: int) -> Row:
    """Return a new thing of a kind at a hex (or nowhere, -1)."""
    made = KINDS[kind]
    begun = blank(bench.work, made.file, made.path)
    row: Row = begun if isinstance(begun, dict) else {}
    more = _MORE[kind](bench, here) if kind in _MORE else {}
    return {**row, **{key: value for key, value in more.items() if value not in (None, "")}}


def _label(bench: Bench, here: int) -> str:
    grid = bench.grid
    return grid.label(here) if grid is not None and 0 <= here < grid.size else ""


def _beside(bench: Bench, here: int) -> str:
    grid = bench.grid
    near = grid.neighbours[here] if grid is not None and 0 <= here < grid.size else ()
    return _label(bench, near[0]) if near else ""


def _side(bench: Bench, here: int) -> str:
    """The side that holds a hex, empty if nobody does."""
    sketch = bench.sketch
    if sketch is None or not 0 <= here < sketch.board.grid.size:
        return ""
    number = sketch.board.start_control[here]
    return sketch.oob.sides[number].id if number < len(sketch.oob.sides) else ""


def _formation(bench: Bench, here: int) -> str:
    """A formation of the side that holds a hex."""
    side = _side(bench, here)
    found = (i.id for i in bench.items("formation") if bench.value(i.ref, ("side",)) == side)
    return next(found, "")


def _unit(bench: Bench, here: int) -> Row:
    kinds = [t.id for t in bench.sketch.rules.unit_types] if bench.sketch is not None else []
    usual = "infantry" if "infantry" in kinds else ""
    return {
        "formation": _formation(bench, here), "type": usual, "steps": 3, "at": _label(bench, here),
    }  # fmt: skip


def _colour(bench: Bench, _here: int) -> Row:
    taken = {bench.value(item.ref, ("colour",)) for item in bench.items("side")}
    colours = ("government", "isil", "sdf", "a", "b", "c")
    return {"colour": next((colour for colour in colours if colour not in taken), "a")}


def _objective(bench: Bench, here: int) -> Row:
    places = [item.id for item in bench.items("place") if here in bench.hexes_of(item.ref)]
    places = places or [item.id for item in bench.items("place")][:1]
    return {
        "text": {"en": "What is to be reached."}, "places": places,
        "latest": str(bench.value(("scenario", ("end",)), (), "")),
    }  # fmt: skip


def _day(bench: Bench, _here: int) -> Row:
    from datetime import date, timedelta

    days = [str(bench.value(item.ref, ("date",))) for item in bench.items("day")]
    try:
        last = max(date.fromisoformat(day) for day in days)
    except ValueError:
        return {}
    return {"date": (last + timedelta(days=1)).isoformat()}


_MORE: Final[dict[str, Callable[[Bench, int], Row]]] = {
    "place": lambda b, h: {"kind": "village", "hexes": _label(b, h)},
    "road": lambda b, h: {"hexes": " ".join((_label(b, h), _beside(b, h))).strip()},
    "water": lambda b, h: {"hexes": _label(b, h)},
    "entry": lambda b, h: {"hex": _label(b, h)},
    "unit": _unit,
    "formation": lambda b, h: {"side": _side(b, h)},
    "belt": lambda b, h: {"side": _side(b, h), "hex": _label(b, h)},
    "tunnel": lambda b, h: {"side": _side(b, h), "ends": [_label(b, h), _beside(b, h)]},
    "event": lambda b, h: {
        "text": {"en": "What happens."},
        "when": {"on": str(b.value(("scenario", ("start",)), (), ""))},
    },
    "objective": _objective,
    "journal": lambda b, h: {"kind": "fighting", "text": "What was reported."},
    "source": lambda b, h: {"text": "What is stated.", "source": "Where it is stated"},
    "support": lambda b, h: {"air": 1},
    "side": _colour,
    "day": _day,
}
