"""What was attacked and bombarded this turn, and what fire breaks off (rules 3.1, 4.3, 5.5)."""

from __future__ import annotations

from game.engine.draft import Draft, Position


def fired_on(p: Position, h: int) -> bool:
    """Whether the side to play has attacked or bombarded the hex in this turn."""
    return h in p.struck or h in p.bombarded


def note_attack(d: Draft, h: int) -> None:
    """The hex has had its attack of this turn."""
    d.struck = (*d.struck, h)
    _void_offers(d, h)


def note_bombardment(d: Draft, h: int) -> None:
    """The hex has had its bombardment of this turn."""
    d.bombarded = (*d.bombarded, h)
    _void_offers(d, h)


def _void_offers(d: Draft, h: int) -> None:
    """Whoever is fired on does not believe in terms any more."""
    d.offers = tuple(offer for offer in d.offers if offer.hex != h)
