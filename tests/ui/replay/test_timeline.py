"""The days with their marks, the head that runs over them, and dates as they are typed."""

from datetime import date

import pytest

from game.history.film import Film
from game.ui.scenes.replay.timeline import PACES, Head, TimeLine
from game.ui.scenes.replay.typed_date import turn_typed

MONTHS = [("September", 9), ("Sep", 9), ("October", 10), ("Oct", 10), ("November", 11),
          ("Nov", 11), ("تشرين الأول", 10), ("تشرين الثاني", 11), ("أيلول", 9)]  # fmt: skip


@pytest.fixture
def line(whole: Film) -> TimeLine:
    return TimeLine.of(whole.scenario, whole.record)


def test_every_entry_of_the_journal_is_one_mark(line: TimeLine, whole: Film) -> None:
    shown = [doc for doc in whole.record.journal.journal if doc.shown_in == "journal"]
    assert sum(len(line.of_day(turn)) for turn in range(1, 66)) == len(shown)
    assert [mark.grade for mark in line.of_day(34)] == sorted(m.grade for m in line.of_day(34))


def test_dates_and_days(line: TimeLine) -> None:
    assert line.date(34) == date(2017, 10, 17)
    assert line.turn_of(date(2017, 11, 17)) == 65
    assert line.turn_of(date(2017, 9, 13)) is None


def test_steps_between_events_pass_silent_days(line: TimeLine) -> None:
    assert line.of_day(19) == line.of_day(20) == line.of_day(21) == ()
    assert line.event(18, +1) == 22
    assert line.event(22, -1) == 18
    assert line.event(65, +1) == 65
    assert line.event(1, -1) == 1


def test_the_head_leaves_out_no_day_and_waits_for_the_film() -> None:
    head = Head(65)
    head.toggle()
    assert not head.pass_time(PACES[head.pace] - 1, 65)
    assert head.pass_time(1, 65)
    assert head.turn == 2
    assert head.pass_time(60_000, 65)
    assert head.turn == 3
    assert not head.pass_time(60_000, 3)
    assert head.turn == 3


def test_the_head_stops_on_the_last_day_and_begins_again() -> None:
    head = Head(3, 2)
    head.toggle()
    head.pass_time(5_000, 3)
    assert (head.turn, head.playing) == (3, False)
    head.toggle()
    assert (head.turn, head.playing) == (1, True)


def test_paces_have_ends() -> None:
    head = Head(3)
    assert head.faster(-1)
    assert not head.faster(-1)
    assert [head.faster(1) for _ in range(4)] == [True, True, True, False]


@pytest.mark.parametrize(
    ("text", "turn"),
    [
        ("17 Oct", 34), ("17 october 2017", 34), ("October 17", 34), ("17/10", 34),
        ("17.10.2017", 34),
        ("2017-10-17", 34), ("day 34", 34), ("34", 34), ("٣٤", 34), ("17 تشرين الأول", 34),
        ("17 تشرين الثاني", 65), ("14 sep", 1), ("31 Sep", None), ("13 Sep", None),
        ("17 Dec", None),
        ("17 Oct 2018", None), ("day 66", None), ("x", None), ("", None), ("99", None),
    ],
)  # fmt: skip
def test_dates_as_people_type_them(line: TimeLine, text: str, turn: int | None) -> None:
    assert turn_typed(line, text, MONTHS, "day") == turn
