"""Games kept in a file, and the tables made of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.scenario.package import load_scenario
from game.study.tally import Tally
from tests.study.test_run import LOTS, TINY
from tools import marked
from tools.calibration import _dates, _sides
from tools.kept_games import KeptGames


def test_what_is_kept_is_not_played_again(tmp_path: Path) -> None:
    path = tmp_path / "games.jsonl"
    first = KeptGames(path).games(TINY, LOTS, range(1, 3))
    assert len(path.read_text(encoding="utf-8").splitlines()) == 2
    again = KeptGames(path).games(TINY, LOTS, range(1, 4))
    assert again[:2] == first
    assert len(path.read_text(encoding="utf-8").splitlines()) == 3
    assert [game.seed for game in again] == [1, 2, 3]


def test_the_tables_of_dates_and_sides() -> None:
    scenario = load_scenario(TINY)
    tally = Tally(scenario)
    for game in KeptGames(None).games(TINY, LOTS, range(1, 5)):
        tally.add(game)
    dates = _dates(scenario, {"normal": tally})
    assert len(dates) == 2 + len(scenario.objectives)
    assert "| take_town The town | blue | 17 Sep |" in dates[2]
    assert len({line.count("|") for line in dates}) == 1
    assert len(_sides({"normal": tally})) == 2 + 3


def test_a_part_of_a_document_is_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(marked, "DOCS", tmp_path)
    page = tmp_path / "page.md"
    page.write_text("a\n<!-- x -->\nold\n<!-- end x -->\nb\n", encoding="utf-8")
    marked.write_part("page.md", "x", ["new", "lines"])
    assert page.read_text(encoding="utf-8") == "a\n<!-- x -->\nnew\nlines\n<!-- end x -->\nb\n"
    with pytest.raises(ValueError, match="no part"):
        marked.write_part("page.md", "y", [])
