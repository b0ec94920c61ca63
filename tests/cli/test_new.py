"""`furat new`: a valid scenario to start from, or one clear reason why not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from game.scenario.layout import FILES
from game.scenario.package import examine, load_scenario
from tests.cli.conftest import TINY, Told

Furat = Callable[..., Told]


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder the commands are given in."""
    monkeypatch.setenv("FURAT_DATA_DIR", str(tmp_path / "data"))
    (tmp_path / "desk").mkdir()
    monkeypatch.chdir(tmp_path / "desk")
    return tmp_path / "desk"


def test_from_nothing(furat: Furat, desk: Path) -> None:
    told = furat("new", "ford", "--title", "The ford", "--title-ar", "المخاضة", "--size", "10x8")
    assert told.code == 0
    assert told.out == (
        "ford: 6 files (scenario.yaml, map.yaml, forces.yaml, objectives.yaml, events.yaml, "
        "briefing.yaml)\n"
        "Open next: ford/scenario.yaml\n"
        "With schema beside it, an editor completes keys and explains them.\n"
        "Check it:  furat validate ford\n"
        "Play it:   furat play ford\n"
    )
    assert not examine(desk / "ford")
    scenario = load_scenario(desk / "ford")
    assert (scenario.title, scenario.board.grid.width) == ("The ford", 10)


def test_every_file_names_a_schema_that_is_there(furat: Furat, desk: Path) -> None:
    furat("new", "ford")
    for path in (desk / "ford").iterdir():
        line = path.read_text(encoding="utf-8").splitlines()[0]
        assert line.startswith("# yaml-language-server: $schema=")
        assert (path.parent / line.partition("=")[2]).resolve().is_file()
    assert len(list((desk / "schema").iterdir())) == len(FILES)


def test_what_is_to_be_looked_at_is_told(furat: Furat) -> None:
    told = furat("new", "ford")
    assert "To be looked at: 1 warning; see `furat validate ford`." in told.out


def test_from_another(furat: Furat, desk: Path) -> None:
    told = furat("new", "mine", "--from", "first_crossing", "--title", "My crossing")
    assert told.code == 0
    assert load_scenario(desk / "mine").title == "My crossing"


def test_from_one_that_was_installed(furat: Furat, desk: Path) -> None:
    furat("new", "ford")
    furat("export", "ford")
    furat("install", "ford-1.zip")
    (desk / "ford").rename(desk / "elsewhere")
    assert furat("new", "night", "--from", "ford").code == 0
    assert load_scenario(desk / "night").id == "night"


def test_the_morning_of_a_day(furat: Furat, desk: Path) -> None:
    (desk / "tiny").symlink_to(TINY)
    told = furat("new", "later", "--from", "tiny", "--day", "2017-09-16", "--until", "2017-09-20")
    assert told.code == 0
    scenario = load_scenario(desk / "later")
    assert (scenario.start, scenario.turns) == ("2017-09-16", 5)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["my ford"], '"my ford" cannot be the id of a scenario'),
        (["مخاضة"], "cannot be the id of a scenario"),
        (["."], "desk is not empty"),
        (["full"], "full is not empty; name a new folder"),
        (["file"], "file is a file; name a new folder"),
        (["ford", "--size", "3x3"], "a map is 6 to 120 hexes wide, not 3"),
        (["ford", "--size", "big"], "'big' is no size; write it as 24x16"),
        (["ford", "--from", "nowhere"], 'there is no scenario "nowhere"'),
        (["ford", "--from", "frist_crossing"], 'did you mean "first_crossing"?'),
        (["ford", "--from", str(TINY)], "tiny must lie beside the new folder"),
        (["ford", "--day", "2017-10-18"], "--day and --until need --from"),
        (["ford", "--until", "2017-10-18"], "--day and --until need --from"),
        (["ford", "--from", "deir_ez_zor_2017", "--day", "1.2.3"], "is not a date"),
        (["ford", "--from", "deir_ez_zor_2017", "--day", "2016-01-01"], "runs from 2017-09-14"),
        (["ford", "--from", "first_crossing", "--day", "2000-04-03"], "has no history"),
        (["ford", "--from", "first_crossing", "--day", "2000-04-03", "--title", "x"], "--title"),
        ([], "Missing argument"),
    ],
)
def test_what_cannot_be_made(furat: Furat, desk: Path, arguments: list[str], message: str) -> None:
    (desk / "full").mkdir()
    (desk / "full" / "thesis.txt").write_text("mine", encoding="utf-8")
    (desk / "file").write_text("mine", encoding="utf-8")
    told = furat("new", *arguments)
    assert told.code == 2
    assert message in told.err
    assert "Traceback" not in told.err
    assert sorted(path.name for path in desk.iterdir()) == ["file", "full"]
    assert [path.name for path in (desk / "full").iterdir()] == ["thesis.txt"]


GEOJSON = (
    '{"type": "FeatureCollection", "features": [{"type": "Feature", "properties": '
    '{"landuse": "farmland"}, "geometry": {"type": "Polygon", "coordinates": '
    "[[[40.0, 35.4], [40.1, 35.4], [40.1, 35.5], [40.0, 35.5], [40.0, 35.4]]]}}]}"
)


def test_on_a_map_from_geojson(furat: Furat, desk: Path) -> None:
    (desk / "land.geojson").write_text(GEOJSON, encoding="utf-8")
    shown = furat("new", "fields", "--geojson", "land.geojson", "--hex-km", "1", "--preview")
    assert shown.code == 0
    assert "f f f f f f" in shown.out
    assert not (desk / "fields").exists()
    made = furat("new", "fields", "--geojson", "land.geojson", "--hex-km", "1")
    assert made.code == 0
    assert "Map: 9 by 13 hexes of 1 km" in made.out
    assert furat("validate", "fields").code == 0


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--geojson", "none.geojson"], "cannot be read"),
        (["--geojson", "land.geojson", "--hex-km", "0.01"], "at most 120 by 120"),
        (["--geojson", "land.geojson", "--extent", "1,2,3"], "WEST,SOUTH,EAST,NORTH"),
        (["--preview"], "need --geojson"),
    ],
)
def test_data_that_are_no_map(furat: Furat, desk: Path, arguments: list[str], message: str) -> None:
    (desk / "land.geojson").write_text(GEOJSON, encoding="utf-8")
    refused = furat("new", "fields", *arguments)
    assert refused.code == 2
    assert message in refused.err
    assert not (desk / "fields").exists()
