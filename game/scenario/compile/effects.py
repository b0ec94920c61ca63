"""What an event or a decree changes, and the keys each kind of change needs."""

from __future__ import annotations

from typing import Final

from game.engine.board import NOWHERE, CrossingState
from game.engine.forces import Relation
from game.engine.scenario import Effect
from game.scenario.compile.desk import Desk
from game.scenario.compile.names import Names
from game.scenario.documents import EffectDoc
from game.scenario.problems import Path

WHERE: Final = ("hexes", "place", "box")
_SUPPORT: Final = ("air", "artillery", "car_bombs", "replacements", "attacks")

NEEDS: Final[dict[str, tuple[str, ...]]] = {
    "control": ("side", "where"),
    "place_unit": ("unit", "where"),
    "remove_unit": ("unit", "value"),
    "lose_steps": ("unit", "amount"),
    "suppress": ("unit",),
    "reveal": ("unit",),
    "lose_leader": ("leader",),
    "relation": ("side", "other", "value"),
    "crossing": ("crossing", "value"),
    "support": ("side", "value", "amount"),
    "harm": ("where", "value"),
    "population": ("where", "amount"),
    "agreement": ("side", "other", "places"),
    "flag": ("flag", "value"),
    "message": (),
}
"""Keys each effect needs; `where` is exactly one of hexes, place and box. No other may be given."""

MAY: Final[dict[str, tuple[str, ...]]] = {"support": ("days",), "harm": ("side",)}
"""Keys an effect may have besides."""

NOBODY: Final = "nobody"
"""Stands for a side where `control` gives ground to nobody."""

VALUES: Final[dict[str, tuple[str, ...]]] = {
    "remove_unit": ("departed", "eliminated", "surrendered"),
    "relation": tuple(relation.value for relation in Relation),
    "crossing": tuple(state.value for state in CrossingState),
    "support": _SUPPORT,
}
_AMOUNTS: Final = {"lose_steps": (1, 8), "support": (1, 99), "population": (-3, 3)}
_MOST_DAYS: Final = 1000
_KEYS: Final = (
    "side", "other", "unit", "leader", "crossing", "flag", "hexes", "place", "places", "box",
    "value", "amount", "days",
)  # fmt: skip


def compile_effect(doc: EffectDoc, names: Names, desk: Desk, path: Path) -> Effect:
    """Return the effect; missing and superfluous keys and dangling names go to the desk.

    A place becomes its hexes, or its box if it lies off the map, and is named in `places` too.
    """
    needs = NEEDS[doc.do]
    _check_keys(doc, needs, desk, path)
    hexes, places, box = _read_where(doc, names, desk, path)
    if doc.do == "place_unit" and len(hexes) > 1:
        # A place of several hexes means the one its name is written on.
        hexes = hexes[:1] if not places else (names.board.places[places[0]].label_hex,)
        if not doc.place:
            desk.say((*path, "hexes"), "a unit is placed on one hex")
    low, high = _AMOUNTS.get(doc.do, (0, _MOST_DAYS))
    if doc.amount or "amount" not in needs:
        desk.within(doc.amount, low, high, (*path, "amount"))
    return Effect(
        do=doc.do,
        side=_read_side(doc, names, desk, path),
        other=names.side(doc.other, desk, (*path, "other")) if doc.other else NOWHERE,
        unit=names.unit(doc.unit, desk, (*path, "unit")) if doc.unit else "",
        name=_read_name(doc, names, desk, path),
        value=_read_value(doc, desk, path),
        hexes=hexes,
        places=places,
        box=box,
        amount=doc.amount,
        days=desk.within(doc.days, 0, _MOST_DAYS, (*path, "days")),
    )


def _check_keys(doc: EffectDoc, needs: tuple[str, ...], desk: Desk, path: Path) -> None:
    given = {key for key in _KEYS if getattr(doc, key)}
    for key in needs:
        if key == "where":
            count = len(given.intersection(WHERE))
            if count != 1:
                message = f'"{doc.do}" needs one of "hexes", "place" and "box"'
                desk.say(path, message if count == 0 else f"{message}, not {count} of them")
        elif key not in given:
            desk.say(path, f'"{doc.do}" needs "{key}"')
    allowed = {*needs, *MAY.get(doc.do, ()), *(WHERE if "where" in needs else ())}
    for key in sorted(given - allowed):
        desk.say((*path, key), f'"{doc.do}" has no use for "{key}"', key=True)
    if {"side", "other"} <= set(needs) and doc.side and doc.side == doc.other:
        desk.say((*path, "other"), "the other side should be a different one")


def _read_side(doc: EffectDoc, names: Names, desk: Desk, path: Path) -> int:
    if not doc.side or (doc.do == "control" and doc.side == NOBODY):
        return NOWHERE
    return names.side(doc.side, desk, (*path, "side"))


def _read_where(
    doc: EffectDoc, names: Names, desk: Desk, path: Path
) -> tuple[tuple[int, ...], tuple[int, ...], int]:
    board = names.board
    hexes = desk.hexes(board.grid, doc.hexes, (*path, "hexes"))
    box = names.box(doc.box, desk, (*path, "box")) if doc.box else NOWHERE
    places = [
        names.place(word, desk, (*path, "places", number)) for number, word in enumerate(doc.places)
    ]
    if doc.place:
        place = names.place(doc.place, desk, (*path, "place"))
        places.append(place)
        if place != NOWHERE:
            hexes, box = board.places[place].hexes, board.places[place].box
    if doc.do in ("harm", "population") and box != NOWHERE:
        desk.say(path, f'"{doc.do}" happens on the map, not in a box')
    return hexes, tuple(place for place in places if place != NOWHERE), box


def _read_name(doc: EffectDoc, names: Names, desk: Desk, path: Path) -> str:
    if doc.leader:
        desk.pick("leader", doc.leader, names.oob.leader_index, (*path, "leader"))
        return doc.leader
    if doc.crossing:
        return names.crossing(doc.crossing, desk, (*path, "crossing"))
    return doc.flag


def _read_value(doc: EffectDoc, desk: Desk, path: Path) -> str:
    options = VALUES.get(doc.do)
    if options and doc.value:
        return desk.choice("value", doc.value, options, (*path, "value"))
    return doc.value
