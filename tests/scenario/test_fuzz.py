"""Whatever is done to a package, loading it ends in a scenario or a ScenarioError."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.scenario.package import ScenarioError, load_scenario, validate
from game.scenario.problems import Report
from game.scenario.reader import load_source, read_tree
from tests.scenario.packages import TINY

FILES = sorted(path.name for path in TINY.glob("*.yaml"))
RAW = {name: (TINY / name).read_bytes() for name in FILES}


def _read(name: str) -> Any:
    report = Report()
    source = load_source(str(TINY / name), name, report)
    assert source is not None
    tree = read_tree(source, report)
    assert tree is not None
    return tree.plain()


DATA = {name: _read(name) for name in FILES}
JUNK = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-3, 300),
    st.integers(),
    st.floats(),
    st.text(max_size=12),
    st.sampled_from(["0_0", "7_5", "9_9", "2017-09-15", "2050-01-01", "town", "blue", "b1", ""]),
    st.lists(st.integers(), max_size=3),
    st.dictionaries(st.sampled_from(["id", "en", "remove", "to"]), st.text(max_size=3), max_size=2),
)
SLOW = settings(
    max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def attempt(name: str, data: bytes) -> None:
    """Break one file; loading and validating must agree and must not crash."""
    with tempfile.TemporaryDirectory() as folder:
        for other in FILES:
            (Path(folder) / other).write_bytes(data if other == name else RAW[other])
        problems = validate(folder)
        for problem in problems:
            assert problem.line >= 1
            assert problem.col >= 1
            assert problem.message
            assert len(problem.message) < 400
            assert all(line.isprintable() for line in str(problem).split("\n"))
        try:
            load_scenario(folder, cache=False)
        except ScenarioError as error:
            found = len(error.problems)
        else:
            found = 0
        # Loading looks at fewer files than validating does.
        assert found <= len(problems)


@SLOW
@given(st.sampled_from(FILES), st.data())
def test_mutated_bytes(name: str, data: st.DataObject) -> None:
    raw = bytearray(RAW[name])
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(raw)))
        end = data.draw(st.integers(start, min(len(raw), start + 20)))
        signs = st.sampled_from(b" \n\t:-[]{},#&*!|>'\"%@`0129_abz\\\x00\xff\xd8")
        raw[start:end] = bytes(data.draw(st.lists(signs, max_size=8)))
    attempt(name, bytes(raw))


def _spots(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    found = [path] if path else []
    if isinstance(value, dict):
        return found + [spot for key in value for spot in _spots(value[key], (*path, key))]
    if isinstance(value, list):
        return found + [spot for i, item in enumerate(value) for spot in _spots(item, (*path, i))]
    return found


def _replaced(value: Any, path: tuple[Any, ...], new: Any, how: str) -> Any:
    copy = dict(value) if isinstance(value, dict) else list(value)
    if len(path) > 1:
        copy[path[0]] = _replaced(value[path[0]], path[1:], new, how)
    elif how == "drop":
        del copy[path[0]]
    elif how == "double" and isinstance(copy, list):
        copy.append(copy[path[0]])
    else:
        copy[path[0]] = new
    return copy


@SLOW
@given(st.sampled_from(FILES), st.data())
def test_mutated_structures(name: str, data: st.DataObject) -> None:
    tree = DATA[name]
    for _ in range(data.draw(st.integers(1, 3))):
        spots = _spots(tree)
        if not spots:
            break
        how = data.draw(st.sampled_from(["replace", "replace", "drop", "double"]))
        tree = _replaced(tree, data.draw(st.sampled_from(spots)), data.draw(JUNK), how)
    # JSON is YAML too.
    attempt(name, json.dumps(tree).encode())


@settings(max_examples=30, deadline=None)
@given(st.sampled_from(FILES), st.binary(max_size=80))
def test_noise(name: str, data: bytes) -> None:
    attempt(name, data)
