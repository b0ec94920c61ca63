"""Scenarios by name: load one to play, load its record to read, list them, check them.

Playing must start fast, so this module imports the reading and checking of files only when the
cache does not know the package, and the engine only when something is to be played.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from game.scenario import cache as store
from game.scenario.layout import FILES, PLAY_FILES, data_root, locate
from game.scenario.problems import Problem, Problems, ScenarioError
from game.scenario.structure import MISSHAPEN, flatten, structure

if TYPE_CHECKING:
    from datetime import date

    from game.engine.scenario import Scenario
    from game.scenario.bundle import Bundle
    from game.scenario.documents import HeaderDoc
    from game.scenario.listing import ScenarioEntry
    from game.scenario.record import Record


def load_scenario(ref: str | os.PathLike[str], *, cache: bool = True) -> Scenario:
    """Return the scenario named by id or path, ready for the engine.

    Raises:
        ScenarioError: if there is no such scenario, or with everything that is wrong with it.
    """
    from game.engine.scenario import Scenario

    folder = locate(ref)
    if cache:
        data = store.fetch(folder, "play", PLAY_FILES)
        if data is not None:
            try:
                return structure(Scenario, data)
            except MISSHAPEN:
                pass  # not what this program wrote; as good as no cache
    from game.scenario.build import build

    built = build(folder, record=False)
    if built.report or built.scenario is None:
        raise ScenarioError(built.report.problems())
    if cache:
        keep(folder, "play", built.scenario, built.bundle)
    return built.scenario


def load_record(ref: str | os.PathLike[str], *, cache: bool = True) -> Record:
    """Return the record of the scenario named by id or path: header, texts, sources, history.

    Raises:
        ScenarioError: if there is no such scenario, or with everything that is wrong with it.
    """
    from game.scenario.record import Record

    folder = locate(ref)
    if cache:
        data = store.fetch(folder, "record", FILES)
        if data is not None:
            try:
                return structure(Record, data)
            except MISSHAPEN:
                pass
    from game.scenario.build import build

    built = build(folder, record=True)
    if built.report or built.scenario is None:
        raise ScenarioError(built.report.problems())
    record = built.record()
    if cache:
        keep(folder, "record", record, built.bundle)
    return record


def keep(folder: str, purpose: str, value: object, bundle: Bundle) -> None:
    """Keep a value made from a package in the cache, for one of the purposes it is fetched for."""
    files = PLAY_FILES if purpose == "play" else FILES
    store.keep(folder, purpose, files, bundle.folders, bundle.rules_file, flatten(value))


def validate(path: str | os.PathLike[str]) -> Problems:
    """Return every error of the package at a path (or of that id); never raises."""
    from game.scenario.build import build

    try:
        folder = locate(path)
    except ScenarioError as error:
        return error.problems
    return build(folder, record=True).report.problems()


def examine(path: str | os.PathLike[str]) -> Problems:
    """Return every error of the package at a path (or of that id), or if it has none, its warnings.

    Never raises.
    """
    from game.scenario.build import build
    from game.scenario.warnings import warnings

    try:
        built = build(locate(path), record=True)
    except ScenarioError as error:
        return error.problems
    return built.report.problems() if built.report else Problems(warnings(built))


def list_scenarios(root: str | os.PathLike[str] | None = None) -> list[ScenarioEntry]:
    """Return the scenarios below a folder, or those shipped with the game, sorted by id.

    Broken ones are among them, with the number of their errors; `validate` tells which.
    """
    from game.scenario.listing import entries

    return entries(root)


def scenario_dates(header: HeaderDoc) -> tuple[date, ...]:
    """Return the days of a scenario in order; the first is turn 1."""
    from datetime import timedelta

    count = (header.end - header.start).days + 1
    return tuple(header.start + timedelta(days=number) for number in range(count))


__all__ = [
    "Problem",
    "Problems",
    "ScenarioError",
    "data_root",
    "examine",
    "list_scenarios",
    "load_record",
    "load_scenario",
    "scenario_dates",
    "validate",
]
