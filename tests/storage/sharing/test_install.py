"""Installing a package: found by its id everywhere, nothing overwritten, nothing lost."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from game.scenario.package import ScenarioError, list_scenarios, load_scenario, validate
from game.storage.sharing import SharingError, export, install, uninstall
from game.storage.sharing import installing as installing_module

Author = Callable[[str], Path]


def retitled(folder: Path, title: str) -> Path:
    header = folder / "scenario.yaml"
    text = header.read_text(encoding="utf-8").replace("The ford", title)
    header.write_text(text.replace('version: "1"', 'version: "2"'), encoding="utf-8")
    return folder


def test_it_is_found_by_its_id(parcel: Path, player: Path) -> None:
    done = install(str(parcel))
    assert (done.id, done.fresh, done.kept, done.notes) == ("ford", True, (), ())
    assert done.path == str(player / "scenarios" / "ford")
    assert load_scenario("ford").id == "ford"
    assert not validate("ford")
    assert [entry.id for entry in list_scenarios(player / "scenarios")] == ["ford"]
    assert [path.name for path in (player / "scenarios").iterdir()] == ["ford"]


def test_a_misspelt_id_finds_it_too(parcel: Path) -> None:
    install(str(parcel))
    with pytest.raises(ScenarioError, match='did you mean "ford"'):
        load_scenario("frod")


def test_twice_is_once(parcel: Path) -> None:
    install(str(parcel))
    assert install(str(parcel)).fresh is False


def test_another_version_replaces_only_when_asked(
    parcel: Path, player: Path, tmp_path: Path
) -> None:
    install(str(parcel))
    newer = tmp_path / "newer.zip"
    export(str(retitled(tmp_path / "author" / "ford", "The bridge")), str(newer))
    with pytest.raises(SharingError, match=r"you have another ford \(version 1; this is version 1"):
        install(str(newer))
    assert load_scenario("ford").title == "The ford"
    done = install(str(newer), replace=True)
    assert load_scenario("ford").title == "The bridge"
    assert done.kept == (str(player / "replaced" / "ford.1"),)
    assert load_scenario(done.kept[0]).title == "The ford"
    install(str(parcel), replace=True)
    assert (player / "replaced" / "ford.2").is_dir()


def test_what_it_extends_comes_with_it(author: Author, tmp_path: Path) -> None:
    author("ford")
    child = tmp_path / "author" / "night"
    child.mkdir()
    (child / "scenario.yaml").write_text("id: night\nextends: ford\n", encoding="utf-8")
    done = export(str(child), str(tmp_path))
    shutil.rmtree(tmp_path / "author")
    install(done.path)
    assert load_scenario("night").id == "night"
    with pytest.raises(SharingError, match="night build on it"):
        uninstall("ford")
    uninstall("night")
    uninstall("ford")


def test_own_scenarios_can_extend_installed_ones(parcel: Path, tmp_path: Path) -> None:
    install(str(parcel))
    child = tmp_path / "desk" / "night"
    child.mkdir(parents=True)
    (child / "scenario.yaml").write_text("id: night\nextends: ford\n", encoding="utf-8")
    assert load_scenario(child).id == "night"


def test_another_state_of_what_it_rests_on_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    child = tmp_path / "author" / "later"
    child.mkdir(parents=True)
    (child / "scenario.yaml").write_text("id: later\nextends: deir_ez_zor_2017\n", encoding="utf-8")
    done = export(str(child), str(tmp_path))
    monkeypatch.setattr(installing_module, "hash_of_scenario", lambda folder: "0" * 16)
    (note,) = install(done.path).notes
    assert note.startswith("It was made for another state of deir_ez_zor_2017 than yours.")


def test_a_name_of_the_game_is_refused(author: Author, tmp_path: Path) -> None:
    done = export(str(author("deir_ez_zor_2017")), str(tmp_path))
    with pytest.raises(SharingError, match='"deir_ez_zor_2017" is a scenario that comes with'):
        install(done.path)


def test_a_failure_half_way_puts_everything_back(
    parcel: Path, player: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(str(parcel))
    newer = tmp_path / "newer.zip"
    export(str(retitled(tmp_path / "author" / "ford", "The bridge")), str(newer))
    move = installing_module.os.replace

    def full(source: str, target: str) -> None:
        if ".install-" in str(source):
            raise OSError(28, "No space left on device")
        move(source, target)

    monkeypatch.setattr("game.storage.sharing.installing.os.replace", full)
    with pytest.raises(SharingError, match="No space left on device"):
        install(str(newer), replace=True)
    assert load_scenario("ford").title == "The ford"
    assert [path.name for path in (player / "scenarios").iterdir()] == ["ford"]


def test_uninstalling_keeps_it_aside(parcel: Path, player: Path) -> None:
    install(str(parcel))
    kept = uninstall("ford")
    assert Path(kept) == player / "replaced" / "ford.1"
    assert list_scenarios(player / "scenarios") == []
    with pytest.raises(SharingError, match=r'no scenario "ford" among your own \(there are: none'):
        uninstall("ford")


@pytest.mark.parametrize("name", ["", "..", "../ford", "deir_ez_zor_2017", "a/b", "schema"])
def test_only_own_scenarios_can_be_taken_out(name: str) -> None:
    with pytest.raises(SharingError, match="among your own"):
        uninstall(name)
