"""Scenarios of some days of another one: whatever its events ask for, what is made is sound."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from game.authoring.new_package import CannotCreate, opening_of_a_day
from game.authoring.workbench import Workbench
from game.scenario.package import load_scenario, validate

HEAD = "title: {en: E}, text: {en: E}, effects: [{do: message}]"
EVENTS = f"""\
events:
  - {{id: early, {HEAD}, when: {{on: 2017-09-14}}}}
  - {{id: middle, {HEAD}, when: {{on: 2017-09-17}}}}
  - {{id: late, {HEAD}, when: {{since: 2017-09-20}}}}
  - {{id: after_early, {HEAD}, when: {{fired: early, side: blue, holds: town}}}}
  - {{id: after_middle, {HEAD}, when: {{all: [{{fired: middle}}, {{since: 2017-09-18}}]}}}}
  - {{id: not_late, {HEAD}, when: {{none: [{{fired: late}}, {{flag: truce}}]}}}}
  - {{id: chain, {HEAD}, when: {{any: [{{fired: after_middle}}, {{on: 2017-09-16}}]}}}}
  - id: nested
    title: {{en: E}}
    text: {{en: E}}
    when:
      any:
        - all: [{{on: 2017-09-14}}, {{side: blue, holds: town}}]
        - all: [{{since: 2017-09-15}}, {{none: [{{until: 2017-09-14}}, {{met: take_town}}]}}]
        - {{on: 2017-09-20, alive: b3}}
    effects: [{{do: message}}]
  - {{id: only_not_early, {HEAD}, when: {{none: [{{until: 2017-09-14}}]}}}}
  - {{id: truce, {HEAD}, when: {{met: take_town, alive: r1}}}}
  - id: comes_late
    title: {{en: E}}
    text: {{en: E}}
    when: {{unit: b3, at: rear}}
    effects: [{{do: message}}]
  - id: hits
    title: {{en: E}}
    text: {{en: E}}
    when: {{side: blue, holds: town}}
    effects: [{{do: message}}, {{do: suppress, unit: b3}}]
"""


@pytest.fixture
def parent(tiny: Path) -> Path:
    """The smallest scenario with events that ask for one another and for days."""
    (tiny / "events.yaml").write_text(EVENTS, encoding="utf-8")
    assert str(validate(tiny)) == ""
    return tiny


@pytest.mark.parametrize("first", [14, 15, 16, 18, 20])
@pytest.mark.parametrize("last", [14, 15, 17, 20])
def test_what_is_made_validates(parent: Path, first: int, last: int) -> None:
    if last < first:
        return
    days = date(2017, 9, first), date(2017, 9, last)
    made = opening_of_a_day(parent.parent / "part", str(parent), *days)
    assert str(validate(made.folder)) == ""
    part = load_scenario(made.folder)
    assert (part.start, part.turns) == (str(days[0]), last - first + 1)


def test_what_came_before_is_settled(parent: Path) -> None:
    part = opening_of_a_day(
        parent.parent / "part", str(parent), date(2017, 9, 15), date(2017, 9, 16)
    ).folder
    events = {event.id: event.when for event in load_scenario(part).events}
    # It has happened, so that only the other half is asked for.
    assert events["after_early"].test == "controls"
    # Nobody sees the day of the others.
    assert not {"early", "middle", "late", "after_middle"} & set(events)
    text = (part / "events.yaml").read_text(encoding="utf-8")
    assert "{id: after_early, when: {fired: null, side: blue, holds: town}}" in text
    assert events["chain"].test == "turn"
    assert "not_late" not in events  # nothing kept it from happening on the first day
    assert events["only_not_early"].test == "turn"


def test_a_shorter_scenario_prunes_days_within_conditions(parent: Path) -> None:
    child = parent.parent / "child"
    child.mkdir()
    header = "id: child\nextends: tiny\nstart: 2017-09-15\nend: 2017-09-18\n"
    (child / "scenario.yaml").write_text(header, encoding="utf-8")
    gone = "events: [{remove: [after_early, not_late]}]\n"
    (child / "events.yaml").write_text(gone, encoding="utf-8")
    told = "\n".join(p.message for p in validate(child) if "event" in p.file)
    assert told == ""
    assert "nested" in {row["id"] for row in Workbench(child).data("events")["events"]}
    # An edit of such an event writes the edit alone.
    work = Workbench(child)
    from game.authoring import edit as edits

    assert work.edit(edits.put("events", ("events", "nested", "once"), False))
    assert work.texts["events"].count("nested") == 1
    assert "when" not in work.texts["events"]
    assert not [p for p in work.problems if "event" in p.file]


def test_what_the_package_says_itself_is_still_told(parent: Path) -> None:
    child = parent.parent / "child"
    child.mkdir()
    header = "id: child\nextends: tiny\nstart: 2017-09-15\nend: 2017-09-18\n"
    (child / "scenario.yaml").write_text(header, encoding="utf-8")
    own = f"events: [{{id: own, {HEAD}, when: {{any: [{{on: 2017-09-20}}, {{flag: x}}]}}}}]\n"
    (child / "events.yaml").write_text(own, encoding="utf-8")
    assert any("2017-09-20 is after the end" in p.message for p in validate(child))


def test_effects_on_who_is_gone_are_cut_and_told(parent: Path) -> None:
    made = opening_of_a_day(
        parent.parent / "part", str(parent), date(2017, 9, 14), date(2017, 9, 15)
    )
    assert str(validate(made.folder)) == ""
    assert all("b3" in line for line in made.left_out)
    assert made.left_out


def test_what_cannot_be_mended_is_told_and_not_written(
    parent: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("game.authoring.loose_ends._CUT", frozenset())
    folder = parent.parent / "part"
    with pytest.raises(CannotCreate, match="no sound scenario comes of these days"):
        opening_of_a_day(folder, str(parent), date(2017, 9, 14), date(2017, 9, 15))
    assert not folder.exists()
