"""Editing a package that extends another: the smallest override, and never the other's files."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.authoring import edit, ground, units
from game.authoring.inheritance import NOTHING, override
from game.authoring.new_package import extending_package, new_package
from game.authoring.renaming import uses
from game.authoring.resizing import resize
from game.authoring.workbench import Workbench
from game.authoring.yaml_text import CannotEdit, YamlText
from game.scenario.merge import merge
from game.scenario.package import load_scenario
from game.scenario.problems import Report
from game.scenario.reader import Source, read_tree


@pytest.fixture
def child(campaign: Path) -> Workbench:
    return Workbench(extending_package(campaign.parent / "child", str(campaign)).folder)


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_overrides_are_the_smallest(child: Workbench, campaign: Path) -> None:
    before = contents(campaign)
    child.edit(units.move("tig_1", "18_22"))
    assert child.texts["forces"] == "units:\n  - {id: tig_1, at: 18_22}\n"
    child.edit(units.change("tig_1", steps=2, note="Tired"))
    assert child.texts["forces"] == ("units:\n  - {id: tig_1, at: 18_22, steps: 2, note: Tired}\n")
    every = [unit["id"] for unit in child.get("forces", ("units",))]
    idle = next(name for name in every[9:] if not uses(child, "unit", name))
    child.edit(units.remove([idle]))
    assert child.texts["forces"].endswith(f"  - {{id: {idle}, remove: true}}\n")
    child.edit(units.move("tig_2", box="palmyra"))
    assert child.texts["forces"].endswith("  - {id: tig_2, box: palmyra, at: null}\n")
    child.edit(units.copy(["rg_1"], "33_38"))
    assert child.get("forces", ("units", "rg_4", "formation")) == "rg104"
    assert not child.problems, str(child.problems)
    assert child.texts["scenario"] == Workbench(child.folder).texts["scenario"]
    child.save()
    assert contents(campaign) == before
    scenario = load_scenario(child.folder)
    assert idle not in scenario.oob.unit_index
    assert "rg_4" in scenario.oob.unit_index


def test_what_was_taken_back_leaves_nothing(child: Workbench) -> None:
    texts = child.texts
    child.edit(units.remove(["wag_1"]))
    child.edit(units.add({"id": "wag_1", "formation": "wag", "type": "guard", "steps": 1,
                          "name": {"en": "W"}, "at": "3_3"}))  # fmt: skip
    assert child.get("forces", ("units", "wag_1", "steps")) == 1
    assert "remove" not in child.texts["forces"]
    while child.undo():
        pass
    assert child.texts == texts
    assert not child.dirty


def test_lists_of_lists_and_rows_of_letters(child: Workbench) -> None:
    child.edit(ground.paint("terrain", [0, 1], "urban"))
    assert set(child.texts) == {"scenario", "map"}
    own = YamlText(child.texts["map"]).plain
    assert set(own) == {"terrain"}
    assert set(own["terrain"]) == {"rows"}
    assert child.texts["map"].splitlines()[2].startswith("    u u d d")
    child.edit(edit.put("objectives", ("objectives", "G01", "places"), ["hatla"]))
    assert child.texts["objectives"] == "objectives:\n  - {id: G01, places: [hatla]}\n"
    child.edit(edit.put("map", ("places", "hatla", "name", "en"), "Hatla!"))
    assert child.texts["map"].endswith("places:\n  - {id: hatla, name: {en: Hatla!}}\n")
    assert not child.problems
    child.edit(edit.put("scenario", ("sides", "isil", "boats"), False))
    assert child.get("scenario", ("sides", "isil", "boats")) is False
    assert "sides:\n  - {id: isil, boats: false}\n" in child.texts["scenario"]


def test_rules_are_always_inherited(tmp_path: Path) -> None:
    bench = Workbench(new_package(tmp_path / "own_rules").folder)
    bench.edit(edit.put("rules", ("movement", "stack_units"), 4))
    assert bench.texts["rules"] == "movement: {stack_units: 4}\n"
    assert not bench.problems, str(bench.problems)
    assert bench.scenario is not None
    assert bench.scenario.rules.movement.stack_units == 4


def test_the_order_of_inherited_things_stays(child: Workbench) -> None:
    sides = child.get("scenario", ("sides",))
    with pytest.raises(CannotEdit, match="order"):
        child.edit(edit.put("scenario", ("sides",), sides[::-1]))
    assert not child.dirty


def test_a_shorter_scenario_does_not_take_out_what_falls_out_by_itself(child: Workbench) -> None:
    child.edit(edit.put("scenario", ("end",), "2017-09-20"))
    child.edit(edit.put("objectives", ("objectives", "G01", "weight"), 3))
    assert child.texts["objectives"] == "objectives:\n  - {id: G01, weight: 3}\n"


def test_a_whole_map_may_grow_over_the_inherited_one(child: Workbench, campaign: Path) -> None:
    before = contents(campaign)
    child.edit(resize(east=2, north=2))
    assert not child.problems, str(child.problems)
    assert child.scenario is not None
    assert child.scenario.board.grid.width == 60
    child.save()
    assert contents(campaign) == before


NAMES = st.sampled_from("abcd")
LEAVES = st.integers(0, 3) | st.sampled_from(["x", "y"]) | st.booleans()
ITEMS = st.dictionaries(NAMES.filter(lambda k: k != "id"), LEAVES, max_size=3)


def with_ids(items: dict[str, dict[str, Any]]) -> list[dict[str, Any]]:
    return [{"id": name, **item} for name, item in items.items()]


DATA = st.fixed_dictionaries(
    {},
    optional={
        "one": LEAVES,
        "map": st.dictionaries(NAMES, LEAVES | st.lists(LEAVES, max_size=3), max_size=3),
        "list": st.dictionaries(NAMES, ITEMS, max_size=4).map(with_ids),
        "plain": st.lists(LEAVES, max_size=3),
    },
)


@settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
@given(base=DATA, first=DATA, second=DATA)
def test_an_override_gives_what_was_wanted(base: Any, first: Any, second: Any) -> None:
    """Laid over the base by the program's own merging; also when it changes an older override."""

    def laid_over(over: Any) -> Any:
        if over is NOTHING:
            return base
        trees = []
        for name, data in (("base", base), ("over", over)):
            text = YamlText("").turn_into(data).text or "{}"
            tree = read_tree(Source(name, text or "{}"), Report())
            assert tree is not None
            trees.append(tree)
        return merge(*trees, Report()).plain()

    own: Any = NOTHING
    for wanted in (first, second):
        lists = [data.get("list") for data in (base, wanted)]
        if lists[0] and lists[1]:
            known = [item["id"] for item in lists[0]]
            rank = {name: number for number, name in enumerate(known)}
            wanted["list"].sort(key=lambda item: rank.get(item["id"], 99))
        own = override(base, own, wanted)
        merged = laid_over(own)
        if "list" in wanted and "list" in merged:
            for data in (merged, wanted):
                data["list"].sort(key=lambda item: item["id"])
        assert merged == wanted
