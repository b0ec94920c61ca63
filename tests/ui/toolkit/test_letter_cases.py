"""Letters kept between starts are those that would be made, and never in the way."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from game.ui.toolkit import letter_cases, words
from game.ui.toolkit.letter_cases import Case
from game.ui.toolkit.letters import made

FACE = "IBMPlexSans_400Regular.ttf"
LETTERS = [(char, part) for char in "Agj.é" for part in range(4)]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("FURAT_CACHE_DIR", str(tmp_path))
    return tmp_path / "letters"


def test_what_is_kept_is_what_was_made(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = Case(FACE, 14)
    before = [first.letter(*one) for one in LETTERS]
    first.save()
    monkeypatch.setattr("game.ui.toolkit.letters.made", None)  # nothing is made again
    second = Case(FACE, 14)
    assert [second.letter(*one) for one in LETTERS] == before
    assert before == [made(FACE, 14, *one) for one in LETTERS]
    assert os.listdir(folder) == [f"{FACE}-14"]


def test_more_letters_are_kept_with_the_others(folder: Path) -> None:
    for number, one in enumerate(LETTERS):
        case = Case(FACE, 14)
        assert len(case._letters) == number
        case.letter(*one)
        case.save()


@pytest.mark.parametrize("spoil", ["cut", "flip", "empty", "gone"])
def test_a_spoiled_file_is_made_again(folder: Path, spoil: str) -> None:
    first = Case(FACE, 14)
    before = [first.letter(*one) for one in LETTERS]
    first.save()
    path = folder / f"{FACE}-14"
    raw = path.read_bytes()
    path.write_bytes(
        {"cut": raw[:-3], "flip": raw[:-1] + bytes([raw[-1] ^ 1]), "empty": b""}.get(spoil, b"")
    )
    if spoil == "gone":
        path.unlink()
    second = Case(FACE, 14)
    assert second._letters == {}
    assert [second.letter(*one) for one in LETTERS] == before


def test_another_typeface_or_program_makes_them_anew(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = Case(FACE, 14)
    first.letter("A", 0)
    first.save()
    monkeypatch.setattr(letter_cases, "_stamp", lambda name: b"another")
    assert Case(FACE, 14)._letters == {}


def test_a_folder_that_cannot_be_written_is_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("FURAT_CACHE_DIR", str(tmp_path / "file"))
    case = Case(FACE, 14)
    letter = case.letter("A", 0)
    case.save()
    assert Case(FACE, 14).letter("A", 0) == letter


@pytest.mark.parametrize("junk", ["", "{", "[]", '{"of": "", "texts": {}}'])
def test_texts_are_kept_until_their_file_changes(folder: Path, junk: str) -> None:
    words.catalogue.cache_clear()
    before = words.catalogue("ar")
    kept = folder.parent / "words-ar.json"
    whole = kept.read_bytes()
    words.catalogue.cache_clear()
    assert words.catalogue("ar") == before
    kept.write_text(junk)
    words.catalogue.cache_clear()
    assert words.catalogue("ar") == before
    assert kept.read_bytes() == whole


def test_a_start_with_everything_kept_imports_neither_numpy_nor_yaml(tmp_path: Path) -> None:
    """Each of them costs as much as the first picture."""
    code = (
        "import sys\n"
        "from game.ui.pygame_ce import prepare; prepare()\n"
        "from game.storage.settings import Settings\n"
        "from game.ui.app import App\n"
        "from game.scenario.layout import locate\n"
        "from game.ui.scenes.scenario_cards import Unread, at_hand, read\n"
        "from game.ui.scenes.title import TitleScene\n"
        "from game.ui.toolkit.letter_cases import keep_letters\n"
        "app = App(Settings(note_seen=True, scale=100), size=(1280, 720))\n"
        "known = at_hand()[0] or [read(Unread(locate('lirna'), False))]\n"
        "app.push(TitleScene(known))\n"
        "while app.step([], 16) or app.scene.busy(): pass\n"
        "keep_letters()\n"
        "heavy = 'numpy yaml pydantic click game.engine.scenario'.split()\n"
        "print([name for name in heavy if name in sys.modules])\n"
    )
    told = [
        subprocess.run(
            [sys.executable, "-c", code],
            cwd=Path(__file__).parents[3],
            env={
                **os.environ,
                "FURAT_CACHE_DIR": str(tmp_path),
                "FURAT_DATA_DIR": str(tmp_path / "data"),
                "FURAT_CONFIG_DIR": str(tmp_path / "config"),
            },
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for _ in range(2)
    ]
    assert "numpy" in told[0]
    assert told[1] == "[]\n"
