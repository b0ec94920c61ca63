"""People in the way of the war: corridors, terms, relief. None of it costs the battle anything."""

from __future__ import annotations

from collections.abc import Iterator

from game.ai.commander import Intent, Reason, Why
from game.ai.picture import Picture
from game.engine.legality import why_illegal
from game.engine.orders import Convoy, HandOver, LayDown, OfferTerms, OpenCorridor
from game.engine.refusal import Refusal
from game.engine.rules.civilians import convoy_flag
from game.engine.state import Status, Supply


def agreed(pic: Picture) -> Iterator[Intent]:
    """Places that are to be handed over; units that stand there go to the first box they can."""
    for agreement in pic.view.agreements:
        if agreement.side != pic.side:
            continue
        to = pic.view.scenario.oob.sides[agreement.to].id
        for number in agreement.places:
            place = pic.board.places[number].id
            for box in ("", *(b.id for b in pic.board.boxes)):
                order = HandOver(place, to, box)
                refused = why_illegal(pic.view, order)
                if refused is None:
                    yield Intent(order, Reason(Why.AGREED, place))
                if refused is None or refused.code is not Refusal.NO_WAY:
                    break  # it is not the box that is missing


def ways_out(pic: Picture) -> Iterator[Intent]:
    """At the end of the turn, when nothing more is fired: corridors and terms."""
    p = pic.view
    beside: set[int] = set()
    for n in pic.own():
        beside.update(pic.grid.neighbours[pic.unit(n).at])
    for h in sorted(beside):
        if p.population[h] and (pic.enemy_held(h) or pic.enemies_at(h)):
            corridor = OpenCorridor(h)
            if why_illegal(pic.view, corridor) is None:
                yield Intent(corridor, Reason(Why.SPARE, pic.place_at(h), h))
        foes = pic.enemies_at(h)
        if foes and all(pic.unit(e).supply is Supply.ISOLATED for e in foes):
            standing = any(
                offer.hex == h
                and offer.side == pic.side
                and p.turn - offer.turn < pic.rules.supply.offer_days
                for offer in p.offers
            )
            terms = OfferTerms(h)
            if not standing and why_illegal(pic.view, terms) is None:
                yield Intent(terms, Reason(Why.TERMS, pic.place_at(h), h))


def relief(pic: Picture) -> Iterator[Intent]:
    """Every third day a convoy to a place with people that has seen none yet."""
    if pic.view.turn % 3:
        return
    seen = {name for name, _value in pic.view.flags}
    for place in pic.board.places:
        people = sum(pic.view.population[h] for h in place.hexes)
        if not people or convoy_flag(place.id) in seen:
            continue
        order = Convoy(place.id)
        if why_illegal(pic.view, order) is None:
            yield Intent(order, Reason(Why.RELIEF, place.id))
            return


def given_up(pic: Picture) -> Iterator[Intent]:
    """Units that lay down their arms: long cut off, down to the last step, no way out."""
    for n in pic.own():
        unit = pic.unit(n)
        if unit.status is not Status.ON_MAP or unit.supply is not Supply.ISOLATED:
            continue
        if unit.steps > 1 or unit.cut_days < _LONG or pic.worth.hexes[unit.at] > _HOPE:
            continue
        order = LayDown(pic.id(n))
        if why_illegal(pic.view, order) is None:
            yield Intent(order, Reason(Why.GIVE_UP, pic.place_at(unit.at), unit.at))


_LONG = 8
"""Days without supply after which nothing is hoped for."""
_HOPE = 1.0
"""Worth of the ground for which one would hold out all the same."""
