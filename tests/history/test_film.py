"""The days of a record, worked out beside the screen."""

import time
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest

from game.engine.state import digest
from game.history.chronicle import Chronicle, ChronicleDay
from game.history.film import Film
from game.scenario.package import load_record, load_scenario

TINY = Path(__file__).parents[1] / "scenario" / "data" / "tiny"


@pytest.fixture
def film() -> Iterator[Film]:
    made = Film(load_scenario(TINY), load_record(TINY))
    yield made
    made.close()


def test_its_days_are_those_of_the_chronicle(film: Film) -> None:
    film.start()
    assert film.wait(film.turns, 20) is not None
    told = [digest(day.state) for day in Chronicle(film.scenario, film.record).days()]
    assert [digest(film.day(turn).state) for turn in range(1, film.turns + 1)] == told
    assert film.complete
    assert film.progress == 1


def test_a_day_is_there_only_when_it_was_carried_out(film: Film) -> None:
    assert film.day(1) is None
    assert film.evening(0) is None
    film.start()
    film.wait(film.turns, 20)
    assert film.day(0) is None
    assert film.day(film.turns + 1) is None
    assert film.evening(0).turn == 1
    assert film.evening(film.turns) is film.day(film.turns).state


def test_days_come_one_by_one_and_it_can_be_stopped(
    film: Film, monkeypatch: pytest.MonkeyPatch
) -> None:
    go, there = Event(), Event()
    days = Chronicle.days

    def slow(chronicle: Chronicle) -> Iterator[ChronicleDay]:
        for number, day in enumerate(days(chronicle)):
            if number == 1:
                there.set()
                assert go.wait(20)
            yield day

    monkeypatch.setattr(Chronicle, "days", slow)
    heard: list[int] = []
    film.heard = heard.append
    film.start()
    assert there.wait(20)
    assert film.wait(1, 20) is not None
    assert film.day(2) is None
    assert film.ready == 1
    assert film.progress == 1 / film.turns
    film._stop.set()
    go.set()
    film.close()
    assert film.ready == 2
    assert not film.running
    assert film.wait(film.turns, 1) is None
    assert heard[:2] == [1, 2]


def test_what_stops_it_is_told(film: Film, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(chronicle: Chronicle) -> Iterator[ChronicleDay]:
        raise ValueError("no such place")
        yield

    monkeypatch.setattr(Chronicle, "days", broken)
    film.start()
    assert film.wait(1, 20) is None
    assert str(film.failure) == "no such place"


def test_a_whole_film_is_taken_over_at_once(film: Film) -> None:
    film.start()
    film.wait(film.turns, 20)
    other = Film(film.scenario, film.record)
    other.take_over(film)
    other.start()
    assert other.complete
    assert not other.running
    assert other.day(1) is film.day(1)


def test_a_day_that_is_there_comes_at_once(film: Film) -> None:
    film.start()
    film.wait(film.turns, 20)
    start = time.perf_counter()
    for turn in range(1, film.turns + 1):
        assert film.day(turn) is not None
        film.share(turn)
    assert time.perf_counter() - start < 0.1 * film.turns
