"""Every order that can be given, gathered by verb: the list behind `More orders`.

Orders of one verb that differ only in their hex are one entry with a choice of hexes, shown on the
map. Together the entries of all units, hexes and the side give every legal order there is; what is
left to the odds sheet (who attacks with what) is one entry that opens it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from game.engine import orders as o
from game.engine.board import NOWHERE
from game.engine.legal_orders import legal_orders
from game.engine.legality import why_illegal
from game.engine.memo import once
from game.engine.state import GameState, Status
from game.ui.scenes.play.naming import Naming


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the list: an order, or a choice of orders by hex."""

    verb: str
    """Key of its words: play.verb_<verb>."""
    what: str = ""
    """What tells it from other entries of the verb: a crossing, a box, a place."""
    order: o.Order | None = None
    by_hex: dict[int, o.Order] = field(default_factory=dict)


VERBS: dict[type, str] = {
    o.Move: "move",
    o.OperationalMove: "march",
    o.CrossRiver: "boats",
    o.Attack: "attack",
    o.Bombard: "bombard",
    o.StrikeCrossing: "strike",
    o.DigIn: "dig",
    o.StandFast: "stand",
    o.BuildCrossing: "build",
    o.DemolishCrossing: "demolish",
    o.ClearBelt: "clear",
    o.CollapseTunnel: "collapse",
    o.TunnelMove: "tunnel",
    o.Withdraw: "withdraw",
    o.HandOver: "hand_over",
    o.OfferTerms: "terms",
    o.LayDown: "lay_down",
    o.OpenCorridor: "corridor",
    o.Convoy: "convoy",
    o.EnterMap: "enter",
    o.LeaveMap: "leave",
    o.TravelBox: "travel",
    o.AttackBox: "attack_box",
    o.ClaimBox: "claim",
    o.LeaveBattle: "depart",
    o.Refit: "refit",
    o.AttachLeader: "attach",
    o.Hold: "hold",
}
"""The verb of every order a player can give; ending the turn has a button of its own."""

OF_UNIT = frozenset(
    {
        o.Move, o.OperationalMove, o.CrossRiver, o.DigIn, o.StandFast, o.BuildCrossing,
        o.DemolishCrossing, o.ClearBelt, o.CollapseTunnel, o.TunnelMove, o.Withdraw, o.LayDown,
        o.EnterMap, o.LeaveMap, o.TravelBox, o.LeaveBattle, o.Refit, o.Hold,
    }
)  # fmt: skip
OF_HEX = frozenset({o.Attack, o.Bombard, o.OfferTerms, o.OpenCorridor})
OF_SIDE = frozenset(
    {o.StrikeCrossing, o.HandOver, o.Convoy, o.AttackBox, o.ClaimBox, o.AttachLeader}
)


def all_legal(state: GameState) -> tuple[o.Order, ...]:
    """Return the legal orders of the side to play, worked out once for each state."""
    return once(state, "legal orders of the screen", lambda: legal_orders(state))


def of_unit(state: GameState, unit: int, names: Naming) -> list[Entry]:
    """Return what a unit may be told, in a fixed sequence."""
    ident = state.scenario.oob.units[unit].id
    mine = [
        order
        for order in all_legal(state)
        if type(order) in OF_UNIT and getattr(order, "unit", "") == ident
    ]
    mine += [
        order
        for order in all_legal(state)
        if isinstance(order, o.AttachLeader) and order.unit == ident
    ]
    return gathered(mine, names, state)


def of_hex(state: GameState, h: int, names: Naming) -> list[Entry]:
    """Return what may be ordered about a hex: fire, terms, a corridor."""
    mine = [
        order
        for order in all_legal(state)
        if type(order) in OF_HEX and h in (getattr(order, "target", -1), getattr(order, "hex", -1))
    ]
    return gathered(mine, names, state)


def of_box(state: GameState, box: int, names: Naming) -> list[Entry]:
    """Return what may be ordered about an off-map box: to fight in it, to claim it."""
    ident = state.scenario.board.boxes[box].id
    mine: list[o.Order] = [
        order
        for order in all_legal(state)
        if isinstance(order, o.AttackBox | o.ClaimBox) and order.box == ident
    ]
    return gathered([*mine, *_with_air(mine, state)], names, state)


def sent_to(state: GameState, unit: int) -> dict[int, o.Order]:
    """Return the boxes a unit can be sent to, from the map or from another box, with the order."""
    board, name = state.scenario.board, state.scenario.oob.units[unit].id
    now = state.units[unit]
    found: dict[int, o.Order] = {}
    if now.status is Status.IN_BOX:
        for other, _ in board.boxes[now.box].links:
            found[other] = o.TravelBox(name, board.boxes[other].id)
    elif now.status is Status.ON_MAP:
        for number, box in enumerate(board.boxes):
            if now.at in box.entries:
                found[number] = o.LeaveMap(name, box.id)
    return {box: order for box, order in found.items() if why_illegal(state, order) is None}


def _with_air(found: Iterable[o.Order], state: GameState) -> list[o.Order]:
    """Return the attacks on boxes again, with as many air points as there are."""
    means = state.means[state.active]
    most = min(means.air, state.scenario.rules.support.air_cap)
    stronger = (
        replace(order, air=air)
        for order in found
        if isinstance(order, o.AttackBox)
        for air in range(1, most + 1)
    )
    return [order for order in stronger if why_illegal(state, order) is None]


def of_side(state: GameState, names: Naming) -> list[Entry]:
    """Return what may be ordered for the side as a whole, hex orders as choices on the map."""
    mine = [order for order in all_legal(state) if type(order) in OF_SIDE | OF_HEX]
    return gathered([*mine, *_with_air(mine, state)], names, state)


def gathered(found: Iterable[o.Order], names: Naming, state: GameState) -> list[Entry]:
    """Put orders that differ only in their hex into one entry each."""
    entries: dict[tuple[str, str], Entry] = {}
    for order in found:
        verb, what, h = described(order, names, state)
        key = (verb, what)
        if h == NOWHERE:
            entries.setdefault(key, Entry(verb, what, order))
            continue
        entry = entries.setdefault(key, Entry(verb, what))
        if h in entry.by_hex and isinstance(order, o.Attack | o.Bombard):
            continue  # who attacks and with what is chosen afterwards
        if h in entry.by_hex:  # two places with one label: the other one has a line of its own
            entries[(verb, told_apart(order, names))] = Entry(verb, told_apart(order, names), order)
        else:
            entry.by_hex[h] = order
    places = {verb: place for place, verb in enumerate(_SEQUENCE)}
    return sorted(entries.values(), key=lambda e: (places.get(e.verb, 99), e.what))


def told_apart(order: o.Order, names: Naming) -> str:
    """Return what tells an order from another one of its verb about the same hex."""
    board = names.scenario.board
    if isinstance(order, o.Convoy):
        return names.place(board.place_index[order.place])
    return str(order)


_SEQUENCE = (
    "move", "march", "attack", "bombard", "withdraw", "boats", "dig", "stand", "yield", "build",
    "clear", "demolish", "collapse", "tunnel", "refit", "terms", "corridor", "convoy", "strike",
    "enter", "leave", "travel", "attack_box", "claim", "depart", "attach", "lay_down", "hold",
    "hand_over",
)  # fmt: skip


def described(order: o.Order, names: Naming, state: GameState) -> tuple[str, str, int]:
    """Return verb, the words that tell the order from others of the verb, and its hex."""
    verb = VERBS[type(order)]
    board, oob = state.scenario.board, state.scenario.oob
    what, h = "", NOWHERE
    match order:
        case o.Move(_, to) | o.OperationalMove(_, to) | o.CrossRiver(_, to) | o.EnterMap(_, to):
            h = to
        case o.Withdraw(_, to, box):
            if box:
                verb, what = "withdraw_box", names.box(board.box_index[box])
            h = to
        case o.Attack(target) | o.Bombard(target):
            h = target
        case o.OfferTerms(there) | o.OpenCorridor(there) | o.ClearBelt(_, there):
            h = there
        case o.StandFast(_, on):
            verb = "stand" if on else "yield"
        case o.BuildCrossing(_, site) | o.DemolishCrossing(_, site):
            what = names.crossing(board.crossing_index[site])
        case o.StrikeCrossing(site, air, _):
            verb = "strike_air" if air else "strike_guns"
            what = names.crossing(board.crossing_index[site])
        case o.CollapseTunnel(_, tunnel) | o.TunnelMove(_, tunnel):
            one = next(t for t in oob.tunnels if t.id == tunnel)
            what = f"{names.label(one.a)} – {names.label(one.b)}"
        case o.HandOver(place, to_side, box):
            what = names.words(
                "play.what_hand_over",
                place=names.place(board.place_index[place]),
                side=names.side(oob.side_index[to_side]),
                box=names.box(board.box_index[box]) if box else names.words("play.nearest_box"),
            )
        case o.Convoy(place):
            h = board.places[board.place_index[place]].label_hex
            what = "" if h != NOWHERE else names.place(board.place_index[place])
        case o.LeaveMap(_, box) | o.TravelBox(_, box) | o.ClaimBox(box):
            what = names.box(board.box_index[box])
        case o.AttackBox(box, _, air):
            what = names.box(board.box_index[box])
            if air:
                what = names.words("play.what_air", box=what, count=air)
        case o.AttachLeader(leader, unit):
            what = names.words(
                "play.what_attach",
                leader=names.leader(oob.leader_index[leader]),
                unit=names.unit(oob.unit_index[unit]),
            )
    return verb, what, h
