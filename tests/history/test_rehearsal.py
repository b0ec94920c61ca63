"""The replay that an author asks for: what does not come out as it is written, at its line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from game.history.rehearsal import rehearse
from game.scenario.build import build

Files = Callable[..., Path]
Told = list[tuple[str, int, str, str]]


def told(folder: Path) -> Told:
    found = rehearse(build(str(folder), record=True))
    return [(Path(p.file).name, p.line, p.code, p.message) for p in found]


def test_refused_orders_stand_at_their_line(with_files: Files) -> None:
    text = """days:
  - date: 2017-09-14
    segments:
      - side: blue
        orders:
          - {order: move b1 3_2}
          - {order: end}
  - date: 2017-09-15
    segments:
      - side: blue
        orders:
          - {order: move b1 7_5}
"""
    ((file, line, code, message),) = told(with_files(history=text, control="control: []\n"))
    assert (file, line, code) == ("history.yaml", 12, "refused")
    assert message.startswith("refused on 2017-09-15: ")


def test_control_other_than_in_the_table_is_told_once(with_files: Files) -> None:
    text = """control:
  - {place: camp, date: 2017-09-14, side: blue, start: true}
  - {place: town, date: 2017-09-16, side: red}
"""
    found = told(with_files(history="days: []\n", control=text))
    assert found == [
        (
            "control.yaml",
            3,
            "control",
            "in the replay town is blue, not red, on 2017-09-16",
        )
    ]


@pytest.mark.parametrize(("hexes", "near"), [("3_3", True), ("4_3", True), ("7_0", False)])
def test_ground_given_to_a_side_that_is_nowhere_near(
    with_files: Files, hexes: str, near: bool
) -> None:
    text = f"""days:
  - date: 2017-09-14
    decrees:
      - reason: It is said so.
        effects:
          - {{do: control, hexes: "{hexes}", side: blue}}
"""
    found = told(with_files(history=text, control="control: []\n"))
    far = ("history.yaml", 6, "nobody-near")
    assert [row[:3] for row in found] == ([] if near else [far])


def test_events_that_give_ground_are_watched_too(with_files: Files) -> None:
    text = """events:
  - id: gift
    title: {en: Gift}
    text: {en: Gift}
    when: {on: 2017-09-15}
    effects:
      - {do: control, hexes: "7_0", side: blue}
"""
    found = told(with_files(history="days: []\n", control="control: []\n", events=text))
    assert found == [
        (
            "events.yaml",
            7,
            "nobody-near",
            "on 2017-09-15 blue gets ground that none of its units is near",
        )
    ]


def test_a_package_with_errors_cannot_be_rehearsed(with_files: Files) -> None:
    with pytest.raises(ValueError, match="without errors"):
        rehearse(build(str(with_files(forces="formations: 1\n")), record=True))
