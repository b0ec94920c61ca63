"""Terms of surrender (rule 5.5)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from game.engine.apply import apply
from game.engine.events import TermsOffered
from game.engine.legality import why_illegal
from game.engine.orders import Attack, Bombard, LayDown, OfferTerms, Order
from game.engine.refusal import Refusal
from game.engine.rules.terms import offered
from game.engine.state import GameState, Offer, Status, Supply
from tests.engine.small import game, now, unit

OWN = unit("own", 0, "infantry", "0_0")


def cut_off(name: str, hex: str, **fields: Any) -> dict[str, Any]:
    return unit(name, 1, "fighters", hex, **{"supply": Supply.ISOLATED, "cut_days": 5, **fields})


def played(*units: dict[str, Any], **more: Any) -> GameState:
    return game("ddddd\nddddd", (OWN, *units), turn=10, **more)


def code(state: GameState, order: Order) -> Refusal | None:
    refused = why_illegal(state, order)
    return refused.code if refused else None


def test_an_offer_is_made_and_stands_for_some_days() -> None:
    state = played(cut_off("foe", "1_0"))
    after, events = apply(state, OfferTerms(1))
    assert after.offers == (Offer(0, 1, 10),)
    assert TermsOffered(0, 1) in events
    assert offered(after, 1, 1)
    assert not offered(after, 2, 1)
    assert not offered(after, 1, 0), "an offer is none to its own side"
    assert offered(replace(after, turn=13), 1, 1)
    assert not offered(replace(after, turn=14), 1, 1)
    assert code(after, OfferTerms(1)) is Refusal.NOTHING_TO_DO
    tomorrow = replace(after, turn=11)
    assert code(tomorrow, OfferTerms(1)) is None
    late = apply(replace(after, turn=20), OfferTerms(1))[0]
    assert late.offers == (Offer(0, 1, 20),)


def test_an_offer_reaches_over_the_river() -> None:
    assert code(played(cut_off("foe", "1_0"), landmass="01111\n01111"), OfferTerms(1)) is None


def test_offers_that_are_refused() -> None:
    assert code(played(), OfferTerms(1)) is Refusal.NO_ENEMY
    assert code(played(), OfferTerms(99)) is Refusal.UNKNOWN
    assert code(played(cut_off("foe", "1_0", hidden=True)), OfferTerms(1)) is Refusal.NO_ENEMY
    fed = cut_off("fed", "1_0", supply=Supply.LOW)
    assert code(played(cut_off("foe", "1_0"), fed), OfferTerms(1)) is Refusal.NOT_ISOLATED
    assert code(played(cut_off("foe", "3_0")), OfferTerms(3)) is Refusal.NOT_ADJACENT
    for fire in ({"struck": (1,)}, {"bombarded": (1,)}):
        assert code(played(cut_off("foe", "1_0"), **fire), OfferTerms(1)) is Refusal.STRUCK


def test_laying_down_arms() -> None:
    state = played(cut_off("foe", "1_0"), active=1, offers=(Offer(0, 1, 8),))
    after, _ = apply(state, LayDown("foe"))
    assert now(after, "foe").status is Status.SURRENDERED
    assert after.losses[1].surrendered == 2
    near = played(cut_off("foe", "2_0"), active=1, offers=(Offer(0, 1, 8),))
    assert code(near, LayDown("foe")) is None


def test_when_arms_cannot_be_laid_down() -> None:
    offers = (Offer(0, 1, 8),)
    fed = played(cut_off("foe", "1_0", supply=Supply.LOW), active=1, offers=offers)
    assert code(fed, LayDown("foe")) is Refusal.NOT_ISOLATED
    for stale in ((), (Offer(0, 1, 6),), (Offer(0, 4, 9),), (Offer(1, 1, 9),)):
        state = played(cut_off("foe", "1_0"), active=1, offers=stale)
        assert code(state, LayDown("foe")) is Refusal.NO_AGREEMENT
    assert code(played(cut_off("foe", "1_0"), offers=offers), LayDown("foe")) is Refusal.NOT_YOURS


@pytest.mark.parametrize("order", [Attack(1, ("own",)), Bombard(1, air=1)])
def test_fire_voids_the_offers_for_the_hex(order: Order) -> None:
    """Whoever made them: that of red for 1_0 is gone, that for 2_0 stands."""
    state = played(
        cut_off("foe", "1_0"), offers=(Offer(0, 1, 9), Offer(0, 2, 9)), means={0: {"air": 1}}
    )
    after, _ = apply(state, order)
    assert after.offers == (Offer(0, 2, 9),)


def test_the_offer_of_a_neutral_moves_nobody() -> None:
    state = played(cut_off("foe", "1_0"), offers=(Offer(2, 1, 9),), neutral=True, active=1)
    assert not offered(state, 1, 1)
    assert code(state, LayDown("foe")) is Refusal.NO_AGREEMENT
