"""New packages: valid, playable and commented from the first moment."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.authoring import units
from game.authoring.new_package import CannotCreate, extending_package, new_package
from game.authoring.workbench import Workbench
from game.engine.apply import apply
from game.engine.legality import why_illegal
from game.engine.new_game import new_game
from game.engine.orders import EndTurn, NextDay
from game.scenario.package import examine, load_scenario


@pytest.mark.parametrize("size", [(24, 16), (6, 6), (120, 120)])
def test_a_new_package_can_be_played_at_once(tmp_path: Path, size: tuple[int, int]) -> None:
    made = new_package(tmp_path / "my_battle", "My battle: one", size, title_ar="معركتي")
    assert str(examine(made.folder)) == "", "neither errors nor warnings"
    assert made.opens in made.files
    assert {path.name for path in made.files} == {path.name for path in made.folder.iterdir()}
    for path in made.files:
        assert path.read_text(encoding="utf-8").startswith("#"), "commented"
    scenario = load_scenario(made.folder)
    assert (scenario.id, scenario.title) == ("my_battle", "My battle: one")
    assert (scenario.board.grid.width, scenario.board.grid.height) == size
    state, _ = new_game(scenario)
    for _ in range(6):
        state, _ = apply(state, NextDay() if why_illegal(state, EndTurn()) else EndTurn())
    assert state.turn > 2


def test_a_title_is_made_of_the_name(tmp_path: Path) -> None:
    made = new_package(tmp_path / "the_long-day")
    assert load_scenario(made.folder).title == "The long day"


def test_a_package_that_extends_holds_only_what_differs(tmp_path: Path) -> None:
    made = extending_package(tmp_path / "what_if", "deir_ez_zor_2017", "What if")
    assert [path.name for path in made.files] == ["scenario.yaml"]
    bench = Workbench(made.folder)
    assert not bench.problems
    bench.edit(units.move("tig_1", "18_22"))
    bench.save()
    assert (made.folder / "forces.yaml").read_text(encoding="utf-8") == (
        "units:\n  - {id: tig_1, at: 18_22}\n"
    )


def test_what_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "notes.txt").write_text("x")
    with pytest.raises(CannotCreate, match="not empty"):
        new_package(tmp_path / "full")
    with pytest.raises(CannotCreate, match="is a file"):
        _on_a_file(tmp_path)
    with pytest.raises(CannotCreate, match="cannot be the id"):
        new_package(tmp_path / "my battle")
    with pytest.raises(CannotCreate, match="6 to 120 hexes high, not 121"):
        new_package(tmp_path / "big", size=(20, 121))
    with pytest.raises(CannotCreate, match='did you mean "deir_ez_zor_2017"'):
        extending_package(tmp_path / "new", "deir_ez_zor_2071")
    far = new_package(tmp_path / "elsewhere" / "base")
    with pytest.raises(CannotCreate, match="must lie beside"):
        extending_package(tmp_path / "new", str(far.folder))
    assert not (tmp_path / "new").exists()
    beside = extending_package(tmp_path / "elsewhere" / "next", str(far.folder))
    assert not Workbench(beside.folder).problems


def _on_a_file(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("x")
    new_package(tmp_path / "taken")
