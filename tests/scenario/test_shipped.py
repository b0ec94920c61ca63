"""The scenarios that come with the game are right and load alike from files and cache."""

from __future__ import annotations

import pytest

from game.scenario.layout import ids, shipped
from game.scenario.package import list_scenarios, load_scenario, validate


@pytest.mark.parametrize("name", ids(shipped()))
def test_shipped_scenario(name: str) -> None:
    assert str(validate(name)) == ""
    scenario = load_scenario(name)
    assert scenario.id == name
    assert load_scenario(name) == scenario


def test_listed_without_errors() -> None:
    assert [(entry.id, entry.errors) for entry in list_scenarios()] == [
        (name, 0) for name in ids(shipped())
    ]
