"""Notes and bookmarks, kept in a file of their own."""

from pathlib import Path

from game.ui.scenes.replay.notebook import Note, Notebook


def test_what_is_written_is_there_again(tmp_path: Path) -> None:
    book = Notebook.of("deir", tmp_path)
    book.add("2017-10-20", "  second ")
    book.add("2017-10-17", "أول")
    book.add("2017-10-17", "   ")
    assert book.toggle_bookmark("2017-10-26")
    again = Notebook.of("deir", tmp_path)
    assert again.notes == [Note("2017-10-17", "أول"), Note("2017-10-20", "second")]
    assert again.bookmarks == {"2017-10-26"}
    assert again.on("2017-10-20") == [1]


def test_a_note_is_changed_and_taken_away(tmp_path: Path) -> None:
    book = Notebook.of("deir", tmp_path)
    book.add("2017-10-17", "one")
    book.change(0, "two")
    assert Notebook.of("deir", tmp_path).notes == [Note("2017-10-17", "two")]
    book.change(0, "")
    assert Notebook.of("deir", tmp_path).notes == []
    assert book.toggle_bookmark("2017-10-17")
    assert not book.toggle_bookmark("2017-10-17")


def test_each_scenario_has_its_own_and_names_are_tame(tmp_path: Path) -> None:
    Notebook.of("../evil/name", tmp_path).add("2017-10-17", "x")
    assert [path.parent for path in tmp_path.rglob("*.json")] == [tmp_path]
    assert Notebook.of("other", tmp_path).notes == []


def test_a_broken_file_is_put_aside(tmp_path: Path) -> None:
    path = tmp_path / "deir.json"
    for text in ("{", "[]", '{"format": 9}', '{"format": 1, "notes": 3, "bookmarks": []}'):
        path.write_text(text, encoding="utf-8")
        book = Notebook.of("deir", tmp_path)
        assert book.notes == []
        assert "broken" in book.trouble
    assert len(list(tmp_path.glob("deir.json.broken*"))) == 4


def test_a_disk_that_refuses_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    book = Notebook.of("deir", tmp_path / "file")
    book.add("2017-10-17", "kept while the screen is open")
    assert book.trouble
    assert len(book.notes) == 1
