"""From the author's folder to another player's list, through the commands."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import TINY, Told

Furat = Callable[..., Told]


@pytest.fixture(autouse=True)
def player(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("FURAT_DATA_DIR", str(tmp_path / "player"))
    return tmp_path / "player"


@pytest.fixture
def ford(tmp_path: Path) -> Path:
    folder = tmp_path / "ford"
    shutil.copytree(TINY, folder)
    header = folder / "scenario.yaml"
    text = header.read_text(encoding="utf-8").replace("id: tiny", "id: ford")
    header.write_text(text, encoding="utf-8")
    return folder


def test_from_one_player_to_another(furat: Furat, ford: Path, player: Path) -> None:
    told = furat("export", str(ford), str(ford.parent))
    target = ford.parent / "ford-1.zip"
    assert told.code == 0
    assert told.out.startswith(f"{target}: The ford, version 1\n  10 files, content ")
    assert "no credits" in told.out

    told = furat("install", str(target))
    assert told.code == 0
    assert told.out == (
        "ford: The ford, version 1\n"
        f"  in {player / 'scenarios' / 'ford'}\n"
        "  Play it with `furat play ford`, or from the title screen.\n"
    )
    assert (player / "scenarios" / "schema" / "map.schema.json").is_file()
    assert furat("install", str(target)).out == "ford: installed already, version 1\n"

    told = furat("scenarios")
    assert f"Your own, in {player / 'scenarios'}:\nford\n  The ford\n" in told.out
    mine = [e["id"] for e in json.loads(furat("scenarios", "--json").out) if e["mine"]]
    assert mine == ["ford"]
    assert furat("validate", "ford").code == 0
    assert furat("replay", "ford", "--json").out

    told = furat("uninstall", "ford")
    assert told.out == f"ford: taken out, and kept in {player / 'replaced' / 'ford.1'}\n"
    assert furat("validate", "ford").code == 2


def test_what_cannot_be_shared(furat: Furat, ford: Path, tmp_path: Path) -> None:
    told = furat("export", "deir_ez_zor_2017")
    assert told.code == 2
    assert "deir_ez_zor_2017 cannot be exported: this scenario comes with the game" in told.err
    (ford / "forces.yaml").write_text("formations: 1\n", encoding="utf-8")
    told = furat("export", str(ford), str(tmp_path))
    assert told.code == 2
    assert "forces.yaml:1:13: formations: should be a list" in told.err
    assert furat("export", "nowhere").code == 2


def test_what_cannot_be_installed(furat: Furat, tmp_path: Path) -> None:
    (tmp_path / "no.zip").write_bytes(b"no")
    told = furat("install", str(tmp_path / "no.zip"))
    assert (told.code, told.out) == (2, "")
    assert told.err.startswith(f"Error: {tmp_path / 'no.zip'} cannot be installed: it is no zip")
    assert furat("install", str(tmp_path / "nowhere.zip")).code == 2
    assert furat("install").code == 2
    assert furat("uninstall", "nowhere").code == 2


def test_files_left_out_are_told(furat: Furat, ford: Path, tmp_path: Path) -> None:
    (ford / "sketch.png").write_bytes(b"png")
    told = furat("export", str(ford), str(tmp_path / "ford.zip"))
    assert told.err == "  left out: ford/sketch.png\n"
