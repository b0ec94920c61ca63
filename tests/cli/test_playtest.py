"""`furat playtest`: the table of `simulate`, and what its author may mend."""

from __future__ import annotations

from collections.abc import Callable

from tests.cli.conftest import TINY, Told

Furat = Callable[..., Told]


def test_table_and_remarks(furat: Furat) -> None:
    told = furat("playtest", str(TINY), "--runs", "2", "--jobs", "1")
    assert told.code == 0
    assert "take_town The town" in told.out
    assert "For the author\nFewer than 10 games" in told.out
    assert "2 of 2 games" in told.err


def test_the_same_for_any_number_of_processes(furat: Furat) -> None:
    one, two = (
        furat("playtest", str(TINY), "--runs", "2", "--jobs", jobs).out.partition(" of computing")
        for jobs in ("1", "2")
    )
    assert one[0].rpartition("\n")[0] == two[0].rpartition("\n")[0]


def test_bad_input(furat: Furat) -> None:
    assert furat("playtest", "nowhere").code == 2
    assert furat("playtest", str(TINY), "--runs", "0").code == 2
