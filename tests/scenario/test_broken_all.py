"""All ways of breaking a package that the tests know, through the command an author gives."""

from __future__ import annotations

import io
from contextlib import redirect_stderr, redirect_stdout
from types import ModuleType
from typing import Any

import pytest

from game.cli.run import run
from tests.scenario import (
    test_broken_events,
    test_broken_files,
    test_broken_forces,
    test_broken_map,
    test_broken_oddly,
    test_broken_record,
    test_broken_shape,
    test_broken_yaml,
)
from tests.scenario.packages import Package

MODULES = (
    test_broken_events,
    test_broken_forces,
    test_broken_map,
    test_broken_oddly,
    test_broken_record,
    test_broken_shape,
    test_broken_yaml,
)
FEWEST = 200


def edits() -> list[Any]:
    return [case for module in MODULES for case in module.CASES]


def files() -> list[Any]:
    return [*test_broken_files.CASES, *test_broken_oddly.FILES]


def validate(package: Package) -> tuple[int, str, str]:
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = run(["validate", str(package.folder)])
    return code, out.getvalue(), err.getvalue()


def test_there_are_enough_of_them_and_no_two_alike() -> None:
    made = [tuple(map(repr, case.values)) for case in (*edits(), *files())]
    assert len(made) >= FEWEST
    # What is asked for a case is its last value; all before it is how the package is broken.
    assert len({case[:-1] for case in made}) == len(made)


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__.rpartition(".")[2])
def test_the_command_tells_each_of_them_plainly(tiny: Package, module: ModuleType) -> None:
    for case in module.CASES:
        name, old, new, heads = case.values
        path = tiny.folder / name
        whole = path.read_bytes()
        tiny.edit(name, old, new)
        code, out, err = validate(tiny)
        path.write_bytes(whole)
        assert code == 2, case.id
        assert "Traceback" not in out + err, case.id
        assert err.startswith("Error: "), case.id
        for head in heads:
            assert head in out.replace(f"{tiny.folder}/", ""), case.id


def test_the_command_tells_unusable_files_plainly(tiny: Package) -> None:
    for case in files():
        data, told = case.values
        tiny.write("map.yaml", data)
        code, out, err = validate(tiny)
        assert code == 2, case.id
        assert f"map.yaml:{told}" in out, case.id
        assert "Traceback" not in out + err, case.id


def test_all_files_tell_at_once(tiny: Package) -> None:
    keys = {
        "scenario.yaml": ("summary:", "sumary:"),
        "map.yaml": ("hex_km:", "hex_kn:"),
        "forces.yaml": ("belts:", "belst:"),
        "events.yaml": ("chance:", "chanse:"),
        "objectives.yaml": ("weight:", "wieght:"),
        "briefing.yaml": ("questions:", "questons:"),
        "sources.yaml": ("certainty:", "certanty:"),
        "journal.yaml": ("figures:", "figurs:"),
        "history.yaml": ("decrees:", "decres:"),
        "control.yaml": ("start:", "strat:"),
    }
    for name, (old, new) in keys.items():
        tiny.edit(name, old, new)
    heads = [head for head in tiny.heads() if "unknown key" in head]
    assert len(heads) == len(keys)
    for head in heads:
        old, new = keys[head.partition(":")[0]]
        assert head.endswith(f'unknown key "{new[:-1]}", did you mean "{old[:-1]}"?')
