"""The grammar of written orders: what may follow each verb (rule 10)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from game.engine.order_words import Words, unknown
from game.engine.orders import (
    AttachLeader,
    Attack,
    AttackBox,
    Bombard,
    BuildCrossing,
    ClaimBox,
    ClearBelt,
    CollapseTunnel,
    Convoy,
    CrossRiver,
    DemolishCrossing,
    DigIn,
    EndTurn,
    EnterMap,
    HandOver,
    Hold,
    LayDown,
    LeaveBattle,
    LeaveMap,
    Move,
    NextDay,
    OfferTerms,
    OpenCorridor,
    OperationalMove,
    Order,
    Refit,
    StandFast,
    StrikeCrossing,
    TravelBox,
    TunnelMove,
    Withdraw,
)
from game.engine.scenario import Scenario

_ATTACK_WORDS: Final = ("air", "artillery", "tunnel", "car", "advance")


def read(scenario: Scenario, text: str) -> Order:
    """Read an order; OrderSyntaxError says what is wrong and what was probably meant."""
    words = Words(scenario, text)
    verb = words.need("an order")
    if verb == "decree":
        raise words.error("a decree cannot be typed: its effects are part of the record")
    reader = _READERS.get(verb)
    if reader is None:
        raise words.error(unknown(verb, _READERS, "order"))
    order = reader(words)
    words.end()
    return order


def _read_move(words: Words) -> Order:
    unit, to = words.unit(), words.hex()
    return Move(unit, to, words.hexes() if words.take("via") else ())


def _read_attack(words: Words) -> Order:
    if words.take("box"):
        box = words.box()
        words.expect("with")
        units = words.units(("air",))
        return AttackBox(box, units, words.number("air points") if words.take("air") else 0)
    target = words.hex()
    words.expect("with")
    order = Attack(target, words.units(_ATTACK_WORDS))
    given: list[str] = []
    while words.peek():
        word = words.one_of(_ATTACK_WORDS, "part of an attack")
        if word in given:
            raise words.error(f"{word!r} is given twice")
        given.append(word)
        match word:
            case "air":
                order = replace(order, air=words.number("air points"))
            case "artillery":
                order = replace(order, artillery=words.number("artillery points"))
            case "tunnel":
                order = replace(order, tunnel=words.tunnel())
            case "car":
                words.expect("bomb")
                order = replace(order, car_bomb=True)
            case _:
                order = replace(order, advance=words.units(_ATTACK_WORDS))
    return order


def _read_points(words: Words) -> dict[str, int]:
    found: dict[str, int] = {}
    while words.peek():
        word = words.one_of(("air", "artillery"), "kind of fire")
        if word in found:
            raise words.error(f"{word!r} is given twice")
        found[word] = words.number(f"{word} points")
    return found


def _read_withdraw(words: Words) -> Order:
    unit = words.unit()
    if words.take("box"):
        return Withdraw(unit, box=words.box())
    return Withdraw(unit, words.hex())


def _read_hand(words: Words) -> Order:
    place = words.place()
    words.expect("to")
    side = words.side()
    return HandOver(place, side, words.box() if words.take("box") else "")


def _read_attach(words: Words) -> Order:
    leader = words.leader()
    words.expect("to")
    return AttachLeader(leader, words.unit())


def _by(
    make: Callable[[str, str], Order], what: Callable[[Words], str]
) -> Callable[[Words], Order]:
    """Reads `THING with UNIT`."""

    def reader(words: Words) -> Order:
        thing = what(words)
        words.expect("with")
        return make(words.unit(), thing)

    return reader


def _read_clear(words: Words) -> Order:
    h = words.hex()
    words.expect("with")
    return ClearBelt(words.unit(), h)


def _to_box(words: Words) -> str:
    words.expect("box")
    return words.box()


def _read_lay_down(words: Words) -> Order:
    words.expect("down")
    return LayDown(words.unit())


_READERS: Final[dict[str, Callable[[Words], Order]]] = {
    "move": _read_move,
    "march": lambda w: OperationalMove(w.unit(), w.hex()),
    "boat": lambda w: CrossRiver(w.unit(), w.hex()),
    "attack": _read_attack,
    "bombard": lambda w: Bombard(w.hex(), **_read_points(w)),
    "strike": lambda w: StrikeCrossing(w.crossing(), **_read_points(w)),
    "dig": lambda w: DigIn(w.unit()),
    "stand": lambda w: StandFast(w.unit(), True),
    "yield": lambda w: StandFast(w.unit(), False),
    "build": _by(BuildCrossing, Words.crossing),
    "demolish": _by(DemolishCrossing, Words.crossing),
    "clear": _read_clear,
    "collapse": _by(CollapseTunnel, Words.tunnel),
    "tunnel": lambda w: TunnelMove(w.unit(), w.tunnel()),
    "withdraw": _read_withdraw,
    "hand": _read_hand,
    "terms": lambda w: OfferTerms(w.hex()),
    "lay": _read_lay_down,
    "corridor": lambda w: OpenCorridor(w.hex()),
    "convoy": lambda w: Convoy(w.place()),
    "enter": lambda w: EnterMap(w.unit(), w.hex()),
    "leave": lambda w: LeaveMap(w.unit(), _to_box(w)),
    "travel": lambda w: TravelBox(w.unit(), _to_box(w)),
    "claim": lambda w: ClaimBox(_to_box(w)),
    "depart": lambda w: LeaveBattle(w.unit()),
    "refit": lambda w: Refit(w.unit()),
    "attach": _read_attach,
    "hold": lambda w: Hold(w.unit()),
    "end": lambda w: EndTurn(),
    "dawn": lambda w: NextDay(),
}

VERBS: Final = tuple(_READERS)
"""The first words of orders that can be typed."""
