"""Settings: kept whole, checked field by field, never in the way of a start."""

from __future__ import annotations

import json
from dataclasses import fields, replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.storage.notice import StorageError
from game.storage.settings import CHOICES, FILE, RANGES, Settings, load

PLAIN = st.one_of(
    st.none(), st.booleans(), st.integers(-5, 400), st.text(max_size=6), st.lists(st.text())
)
NAMES = [field.name for field in fields(Settings) if field.name != "unknown"]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The file of the settings, in a folder that is there."""
    folder = tmp_path / "config"
    folder.mkdir()
    return folder / FILE


def test_without_a_file_all_is_as_usual() -> None:
    assert load() == (Settings(), None)


def test_what_is_saved_comes_back() -> None:
    mine = Settings(
        language="ar", scale=175, skin="light", animation="off", sounds=False,
        full_screen=True, window_width=1920, window_height=1080, digits="arabic_indic",
        keys={"undo": ["Ctrl+U", "Backspace"]},
    )  # fmt: skip
    mine.save()
    assert load() == (mine, None)


@pytest.mark.parametrize(
    "text", [b"", b"{", b"[]", b"null", b"\xff\xfe", b'{"scale": 100', b"[" * 99]
)
def test_a_broken_file_gives_the_defaults_and_is_kept(path: Path, text: bytes) -> None:
    path.write_bytes(text)
    found, notice = load()
    assert found == Settings()
    assert notice is not None
    assert notice.code == "settings_broken"
    assert notice.text.count(".broken") == 1
    kept = path.with_name(FILE + ".broken")
    assert kept.read_bytes() == text
    assert load() == (Settings(), None), "the notice comes once"
    path.write_bytes(text)
    load()
    assert path.with_name(FILE + ".broken2").exists(), "an older broken file is not lost"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("language", "fr"), ("scale", 110), ("scale", 300), ("scale", "125"), ("scale", True),
        ("sounds", 1), ("keys", {"undo": "U"}), ("keys", []), ("window_width", 1), ("skin", []),
        ("animation", None),
    ],
)  # fmt: skip
def test_a_wrong_value_costs_only_its_own_field(path: Path, name: str, value: object) -> None:
    text = json.dumps({"volume": 11, name: value})
    path.write_text(text, encoding="utf-8")
    found, notice = load()
    assert found == Settings(volume=11)
    assert notice is not None
    assert name in notice.text
    assert path.with_name(FILE + ".broken").read_text(encoding="utf-8") == text
    assert load() == (found, None), "what was right is kept, and the notice comes once"


def test_settings_of_a_newer_version_survive_an_older_one(path: Path) -> None:
    path.write_text('{"volume": 5, "weather": {"rain": 3}}', encoding="utf-8")
    found, notice = load()
    assert notice is None
    found.volume = 6
    found.save()
    assert json.loads(path.read_text(encoding="utf-8"))["weather"] == {"rain": 3}


def test_a_disk_that_refuses_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    monkeypatch.setenv("FURAT_CONFIG_DIR", str(tmp_path / "file" / "below"))
    with pytest.raises(StorageError) as error:
        Settings().save()
    assert error.value.notice.code == "settings_unwritable"
    assert load()[0] == Settings()


def test_half_written_settings_are_never_seen(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Settings(volume=3).save()

    def fail(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", fail)
    with pytest.raises(StorageError, match="No space left"):
        Settings(volume=4).save()
    assert load()[0].volume == 3
    assert [file.name for file in path.parent.iterdir()] == [FILE]


@given(found=st.dictionaries(st.sampled_from([*NAMES, "new"]), PLAIN, max_size=6))
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_document_gives_settings_that_are_valid(path: Path, found: dict[str, object]) -> None:
    path.write_text(json.dumps(found), encoding="utf-8")
    mine, _ = load()
    assert all(getattr(mine, name) in values for name, values in CHOICES.items())
    for name, (low, high) in RANGES.items():
        assert low <= getattr(mine, name) <= high or (name == "scale" and mine.scale == 0)
    mine.save()
    again, notice = load()
    assert (again, notice) == (mine, None)
    assert replace(mine) == mine
