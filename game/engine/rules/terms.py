"""Terms of surrender: offering them, and laying down arms (rule 5.5)."""

from __future__ import annotations

from game.engine.draft import Draft, Position
from game.engine.events import TermsOffered
from game.engine.orders import LayDown, OfferTerms
from game.engine.refusal import Illegal, Refusal
from game.engine.rules.fire import fired_on
from game.engine.rules.presence import (
    enemies_at,
    friends_at,
    hostile,
    is_isolated,
    own_unit_on_map,
)
from game.engine.state import Offer, Status


def offered(p: Position, h: int, side: int) -> bool:
    """Whether an enemy's offer to units of `side` in a hex stands: no attack was made since."""
    return any(
        offer.hex == h and hostile(p, side, offer.side) and _stands(p, offer) for offer in p.offers
    )


def _stands(p: Position, offer: Offer) -> bool:
    return p.turn - offer.turn <= p.scenario.rules.supply.offer_days


def why_illegal_offer(p: Position, order: OfferTerms) -> Illegal | None:
    """Whether terms may be offered to the units in a hex."""
    grid, h = p.scenario.board.grid, order.hex
    if not 0 <= h < grid.size:
        return Illegal(Refusal.UNKNOWN, "There is no such hex.")
    label = grid.label(h)
    seen = enemies_at(p, h, p.active, hidden=False)
    if not seen:
        return Illegal(Refusal.NO_ENEMY, f"No enemy is seen in {label}.")
    if not all(is_isolated(p, n) for n in seen):
        return Illegal(Refusal.NOT_ISOLATED, f"Not all units in {label} are isolated.")
    if not any(friends_at(p, there, p.active) for there in grid.neighbours[h]):
        return Illegal(Refusal.NOT_ADJACENT, f"None of your units stands next to {label}.")
    if fired_on(p, h):
        return Illegal(Refusal.STRUCK, f"{label} was struck this turn.")
    if Offer(p.active, h, p.turn) in p.offers:
        return Illegal(Refusal.NOTHING_TO_DO, f"Terms were offered to {label} today.")
    return None


def do_offer(d: Draft, order: OfferTerms) -> None:
    """Offer terms; offers that have lapsed are forgotten."""
    standing = tuple(offer for offer in d.offers if _stands(d, offer))
    d.offers = (*standing, Offer(d.active, order.hex, d.turn))
    d.tell(TermsOffered(d.active, order.hex))


def why_illegal_lay_down(p: Position, order: LayDown) -> Illegal | None:
    """Whether a unit may lay down its arms."""
    number = own_unit_on_map(p, order.unit)
    if isinstance(number, Illegal):
        return number
    if not is_isolated(p, number):
        return Illegal(Refusal.NOT_ISOLATED, f"{order.unit} is not isolated.")
    here = p.units[number].at
    near = (here, *p.scenario.board.grid.neighbours[here])
    if not any(offered(p, h, p.active) for h in near):
        return Illegal(Refusal.NO_AGREEMENT, f"Nobody has offered terms to {order.unit}.")
    return None


def do_lay_down(d: Draft, order: LayDown) -> None:
    """The unit surrenders."""
    d.remove(d.scenario.oob.unit_index[order.unit], Status.SURRENDERED)
