"""The pages of the replay."""

from __future__ import annotations

import io
import time
from pathlib import Path

import pytest

from game.history.chronicle import Chronicle
from game.history.fidelity import Fidelity
from game.scenario.package import load_record, load_scenario
from game.text.page import WIDTH, counted, item, listed, paragraph
from game.text.paint import Paint, paint_for
from game.text.replay import show
from tests.history.conftest import TINY

GOLDEN = Path(__file__).parent / "data" / "tiny_first_day.txt"


def shown(capsys: pytest.CaptureFixture[str], name: str | Path, until: str, since: str = "") -> str:
    from datetime import date

    record = load_record(name)
    chronicle, fidelity = Chronicle(load_scenario(name), record), Fidelity(record)
    first = date.fromisoformat(since) if since else None
    show(chronicle, fidelity, first, date.fromisoformat(until))
    return capsys.readouterr().out


def test_the_first_day_of_the_tiny_scenario(capsys: pytest.CaptureFixture[str]) -> None:
    assert shown(capsys, TINY, "2017-09-14") == GOLDEN.read_text(encoding="utf-8")


def test_no_line_is_wider_than_the_page(capsys: pytest.CaptureFixture[str]) -> None:
    lines = shown(capsys, "deir_ez_zor_2017", "2017-09-20").splitlines()
    assert [line for line in lines if len(line) > WIDTH] == []


def test_the_content_note_comes_once_and_first(capsys: pytest.CaptureFixture[str]) -> None:
    text = shown(capsys, "deir_ez_zor_2017", "2017-09-15")
    assert text.count("This scenario is about a recent war.") == 1
    assert text.index("recent war") < text.index("day 1 of 65")


def test_days_passed_over_leave_no_trace(capsys: pytest.CaptureFixture[str]) -> None:
    text = shown(capsys, "deir_ez_zor_2017", "2017-09-16", since="2017-09-16")
    assert "day 3 of 65" in text
    assert "day 2 of 65" not in text
    both = shown(capsys, "deir_ez_zor_2017", "2017-09-16")
    assert text[text.index("=====") :] == both[both.index("Saturday, 16") - WIDTH - 1 :]


def test_journal_entries_show_grade_sources_and_other_accounts(
    capsys: pytest.CaptureFixture[str],
) -> None:
    text = shown(capsys, "deir_ez_zor_2017", "2017-09-14")
    assert "- J057, grade C (contested): Activists say the SDF is in al-Husayniyah." in text
    assert "  - Sources: Al-Masdar News 14 Sep 2017; see S072 [E018]" in text
    assert "  - Other account: SANA: taken by the army on 16 October." in text


def test_a_pause_between_days_and_none_after_the_last(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    pauses: list[float] = []
    monkeypatch.setattr(time, "sleep", pauses.append)
    record = load_record(TINY)
    show(Chronicle(load_scenario(TINY), record), Fidelity(record), speed=4)
    assert pauses == [0.25] * 6
    show(Chronicle(load_scenario(TINY), record), Fidelity(record))
    assert len(pauses) == 6
    capsys.readouterr()


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_colour_only_in_a_terminal_that_wants_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    assert paint_for(Terminal()) == Paint(on=True)
    assert paint_for(io.StringIO()) == Paint(on=False)
    monkeypatch.setenv("NO_COLOR", "1")
    assert paint_for(Terminal()) == Paint(on=False)


def test_lines_of_text() -> None:
    assert listed(["a"]) == "a"
    assert listed(["a", "b", "c"]) == "a, b and c"
    assert listed(["a, x", "b", "c"], "; ") == "a, x; b and c"
    assert counted(1, "entry", "entries") == "1 entry"
    assert counted(2, "day") == "2 days"
    assert paragraph("one\n\ntwo") == ["one", "", "two"]
    assert item("one two", 2) == ["  - one two"]
