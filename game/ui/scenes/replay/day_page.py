"""All that the panels show of a day: a function of the film and the day, and of nothing else."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.events import DiceRolled
from game.engine.state import GameState
from game.history.chronicle import ChronicleDay, Deed
from game.history.city_share import CityShare, city_share
from game.history.fidelity import given
from game.history.film import Film
from game.history.journal import entries_of
from game.scenario.documents import JournalDoc
from game.ui.scenes.replay.chips import Aim, aims, chosen


@dataclass(frozen=True)
class PinAt:
    """A place on the map that an entry of the day is about."""

    hex: int
    grade: str
    entry: str


@dataclass(frozen=True)
class DayPage:
    """A day of the replay. Without a state it has not been carried out yet."""

    turn: int
    date: str
    entries: tuple[JournalDoc, ...]
    pins: tuple[PinAt, ...]
    orders: tuple[Deed, ...] = ()
    aims: tuple[Aim, ...] = ()
    chips: tuple[Aim, ...] = ()
    share: CityShare | None = None
    changed: frozenset[int] = frozenset()
    """Hexes that changed hands on the day."""
    state: GameState | None = None

    def orders_of(self, viewer: int) -> tuple[Deed, ...]:
        """Return the orders that are known from a viewpoint: a side knows its own."""
        return tuple(deed for deed in self.orders if viewer in (-1, deed.side))

    def count(self, grade: str) -> int:
        """How many entries have a grade."""
        return sum(entry.grade == grade for entry in self.entries)


def day_page(film: Film, turn: int) -> DayPage:
    """Return the page of a day."""
    date = _date(film, turn)
    entries = tuple(entries_of(film.record, date))
    pins = _pins(film, entries)
    day, before = film.day(turn), film.evening(turn - 1)
    if day is None or before is None:
        return DayPage(turn, date, entries, pins)
    side = film.scenario.grade_side
    return DayPage(
        turn,
        date,
        entries,
        pins,
        _orders(day),
        tuple(aims(day.state, side)),
        tuple(chosen(day.state, side)),
        city_share(day.state, side),
        _changed(before, day.state),
        day.state,
    )


def rolled(deed: Deed) -> bool:
    """Whether dice decided what came of an order."""
    return any(isinstance(event, DiceRolled) and event.fixed for event in deed.events)


def _orders(day: ChronicleDay) -> tuple[Deed, ...]:
    """Decrees first, then side by side."""
    found = given(day)
    return tuple(sorted(found, key=lambda deed: not deed.decree))


def _date(film: Film, turn: int) -> str:
    from datetime import date, timedelta

    return (date.fromisoformat(film.scenario.start) + timedelta(days=turn - 1)).isoformat()


def _pins(film: Film, entries: tuple[JournalDoc, ...]) -> tuple[PinAt, ...]:
    """One pin for an entry, at the first of its places on the map that has none yet."""
    board = film.scenario.board
    taken: set[int] = set()
    pins = []
    for entry in entries:
        places = [
            board.places[board.place_index[p]] for p in entry.places if p in board.place_index
        ]
        spots = [place.label_hex for place in places if place.label_hex >= 0 and place.box < 0]
        free = [spot for spot in spots if spot not in taken]
        if free:
            taken.add(free[0])
            pins.append(PinAt(free[0], entry.grade, entry.id))
    return tuple(pins)


def _changed(before: GameState, after: GameState) -> frozenset[int]:
    pairs = enumerate(zip(before.control, after.control, strict=True))
    return frozenset(h for h, (old, new) in pairs if old != new)
