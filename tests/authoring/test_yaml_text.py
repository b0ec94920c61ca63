"""Texts edited in place: what an edit does not touch stays byte for byte."""

from __future__ import annotations

import difflib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.authoring.yaml_text import CannotEdit, YamlText, found, placed
from game.scenario.layout import shipped

FILES = sorted(path for path in Path(shipped()).glob("*/*.yaml"))
FORCES = """\
# The order of battle.
units:   # all of them
  - {id: wag_1, at: 14_12}   # flow
  # A comment between.
  - id: tig_1
    name: {en: "Tiger, one", ar: النمر}
    at: 17_21  # here
    note: >-
      A long text that is folded
      over two lines.

      A second paragraph.

# Last words.
"""


def lines_changed(old: str, new: str) -> list[str]:
    diff = difflib.unified_diff(old.splitlines(), new.splitlines(), lineterm="", n=0)
    return [line for line in diff if not line.startswith(("---", "+++", "@@"))]


def edited(text: str, path: tuple[str | int, ...], value: Any) -> list[str]:
    return lines_changed(text, YamlText(text).set(path, value).text)


def test_a_unit_moved_is_one_line() -> None:
    assert edited(FORCES, ("units", "tig_1", "at"), "14_13") == [
        "-    at: 17_21  # here",
        "+    at: 14_13  # here",
    ]
    assert edited(FORCES, ("units", "wag_1", "at"), "1_1") == [
        "-  - {id: wag_1, at: 14_12}   # flow",
        "+  - {id: wag_1, at: 1_1}   # flow",
    ]


def test_a_key_added_and_removed_is_one_line() -> None:
    assert edited(FORCES, ("units", "tig_1", "steps"), 3) == ["+    steps: 3"]
    without = YamlText(FORCES).remove(("units", "tig_1", "at")).text
    assert lines_changed(FORCES, without) == ["-    at: 17_21  # here"]
    without = YamlText(FORCES).remove(("units", "tig_1", "id")).text
    assert "  - name: {en:" in without
    assert edited(FORCES, ("units", "wag_1", "steps"), 3) == [
        "-  - {id: wag_1, at: 14_12}   # flow",
        "+  - {id: wag_1, at: 14_12, steps: 3}   # flow",
    ]


def test_a_new_item_is_written_as_its_neighbours() -> None:
    text = YamlText(FORCES).insert(("units",), {"id": "wag_2", "at": "1_1"}, 1).text
    assert lines_changed(FORCES, text) == ["+  - {id: wag_2, at: 1_1}"]
    new = {"id": "tig_2", "name": {"en": "T", "ar": "ن"}, "at": "1_1", "note": "short"}
    text = YamlText(FORCES).insert(("units",), new).text
    assert lines_changed(FORCES, text)[:3] == [
        "+  - id: tig_2",
        "+    name: {en: T, ar: ن}",
        "+    at: 1_1",
    ]


def test_an_item_goes_with_its_lines() -> None:
    text = YamlText(FORCES).remove(("units", "wag_1")).text
    assert lines_changed(FORCES, text) == ["-  - {id: wag_1, at: 14_12}   # flow"]
    empty = YamlText(text).remove(("units", "tig_1"))
    assert empty.plain == {"units": []}
    assert "# all of them" in empty.text
    assert "# Last words." in empty.text
    again = empty.insert(("units",), {"id": "x", "when": [{"a": 1}]})
    assert again.plain == {"units": [{"id": "x", "when": [{"a": 1}]}]}


def test_only_the_paragraph_that_changed_is_folded_anew() -> None:
    note = YamlText(FORCES).get(("units", "tig_1", "note"))
    changed = edited(FORCES, ("units", "tig_1", "note"), note.replace("second", "third"))
    assert changed == ["-      A second paragraph.", "+      A third paragraph."]


def test_one_letter_of_a_map() -> None:
    text = "terrain:\n  rows: |\n    d d d\n     d d d\n"
    made = YamlText(text).set_letters(("terrain", "rows"), {(2, 1): "u"}).text
    assert made == "terrain:\n  rows: |\n    d d d\n     d d u\n"
    with pytest.raises(CannotEdit):
        YamlText(text).set_letters(("terrain", "rows"), {(3, 1): "u"})
    with pytest.raises(CannotEdit):
        YamlText(text).set_letters(("terrain", "rows"), {(0, 2): "u"})
    with pytest.raises(CannotEdit):
        YamlText(text).set_letters(("terrain", "rows"), {(0, 0): "uu"})


@pytest.mark.parametrize("line_break", ["\n", "\r\n"])
@pytest.mark.parametrize("last", ["", "\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_breaks_and_marks_stay(line_break: str, last: str, mark: str) -> None:
    text = mark + ("a: 1\nb:\n  - x\n  - y" + last).replace("\n", line_break)
    made = YamlText(text).insert(("b",), "z").set(("c",), {"k": "v " * 120 + "v"}).text
    assert made.startswith(mark + "a: 1" + line_break)
    assert made.endswith(line_break) == bool(last)
    assert made.count("\n") == made.count(line_break)
    assert YamlText(made).plain["b"] == ["x", "y", "z"]


def test_what_cannot_be_edited_says_so() -> None:
    with pytest.raises(CannotEdit, match="mended by hand"):
        YamlText("a: [1\n").set(("a",), 2)
    with pytest.raises(CannotEdit, match="no item"):
        YamlText(FORCES).set(("units", "nobody", "at"), "1_1")
    with pytest.raises(CannotEdit, match="single value"):
        YamlText("a: 1\n").set(("a", "b"), 2)


TEXTS = st.text(
    alphabet=st.sampled_from([*"ab1 0:#-,[]{}'\"|>&*!%@`?\n\téن\u2028\x85"]),
    max_size=12,
)
SCALARS = TEXTS | st.integers(-9, 9) | st.booleans() | st.none() | st.sampled_from([0.5, -1.25])
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=6,
)


def spots(data: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    below: list[tuple[str | int, ...]] = [path]
    if isinstance(data, dict):
        for key, value in data.items():
            below += spots(value, (*path, key))
    elif isinstance(data, list):
        for number, value in enumerate(data):
            below += spots(value, (*path, number))
    return below


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_any_edit_of_a_shipped_file(data: st.DataObject) -> None:
    """The edit is read back as meant, and lines without the edited value stay as they are."""
    whole = data.draw(st.sampled_from(FILES)).read_text(encoding="utf-8").splitlines(keepends=True)
    text = "".join(whole[: data.draw(st.integers(20, 90))])
    if not YamlText(text).readable:
        return
    before = YamlText(text)
    path = data.draw(st.sampled_from(spots(before.plain)[1:]))
    value = data.draw(VALUES)
    after = before.set(path, value)
    assert after.plain == placed(before.plain, path, value)
    spot = before.root.at(path)
    assert spot is not None
    above = before.root.at(path[:-1])
    assert above is not None
    key = (above.keys or {}).get(str(path[-1]))
    first = text.count("\n", 0, key.start if key else spot.start) - 1
    last = text.count("\n", 0, spot.end) + 1
    old, new = text.splitlines(keepends=True), after.text.splitlines(keepends=True)
    assert new[: max(0, first)] == old[: max(0, first)]
    assert not old[last + 1 :] or new[-len(old[last + 1 :]) :] == old[last + 1 :]
    back = after.set(path, found(before.plain, path))
    assert back.plain == before.plain


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_items_come_and_go(data: st.DataObject) -> None:
    whole = data.draw(st.sampled_from(FILES)).read_text(encoding="utf-8").splitlines(keepends=True)
    text = "".join(whole[: data.draw(st.integers(20, 90))])
    if not YamlText(text).readable:
        return
    before = YamlText(text)
    lists = [path for path in spots(before.plain) if isinstance(found(before.plain, path), list)]
    if not lists:
        return
    path = data.draw(st.sampled_from(lists))
    items = list(found(before.plain, path))
    index = data.draw(st.integers(0, len(items)))
    value = data.draw(VALUES | st.sampled_from(items) if items else VALUES)
    after = before.insert(path, value, index)
    assert after.plain == placed(before.plain, path, [*items[:index], value, *items[index:]])
    if len(items) > 1:
        gone = before.remove((*path, data.draw(st.integers(0, len(items) - 1))))
        assert len(found(gone.plain, path)) == len(items) - 1
        kept = [line for line in lines_changed(text, gone.text) if line.startswith("+")]
        assert len(kept) <= 1, "nothing is written anew but, at most, the line it stood in"
