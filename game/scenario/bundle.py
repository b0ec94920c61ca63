"""Gathers the files of a package, with those of the scenarios it extends, into one set of trees."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from game.scenario import layout
from game.scenario.merge import merge
from game.scenario.problems import Problem, Report, nearest, printable
from game.scenario.reader import Node, Source
from game.scenario.reader.tree import add
from game.scenario.shelf import DISK, Shelf
from game.scenario.window import within

_LONGEST_LINE: Final = 10
"""Scenarios that may extend each other in a row."""


@dataclass(slots=True)
class Bundle:
    """The merged trees of a package by file (`map`, `forces` ...), and what they were read from.

    A file that is absent, or too broken to be a tree, has no entry; the latter are in `broken`.
    `folders` runs from the package itself to the scenario at the root of the line.
    """

    folder: str
    shelf: Shelf = DISK
    trees: dict[str, Node] = field(default_factory=dict)
    broken: set[str] = field(default_factory=set)
    orphan: bool = False
    """True if the scenario extends one that cannot be had; its files alone mean nothing."""
    folders: list[str] = field(default_factory=list)
    rules_file: str = ""


def gather(folder: str, kinds: Sequence[str], report: Report, shelf: Shelf = DISK) -> Bundle:
    """Return the merged trees of the named files of the package in `folder`, read from `shelf`.

    `scenario.yaml` is always among them. All problems of reading and merging go to the report.
    """
    bundle = Bundle(folder, shelf)
    lines = _lineage(folder, bundle, report)
    _check_names(folder, report)
    for kind in kinds:
        if kind not in ("scenario", "rules"):
            _gather_file(bundle, kind, report)
    if lines and "rules" in kinds:
        _gather_rules(bundle, report)
    for kind in layout.REQUIRED if not bundle.orphan else ():
        if kind in kinds and kind not in bundle.trees and kind not in bundle.broken:
            name = layout.shown(os.path.join(folder, f"{kind}.yaml"))
            report.add(
                Problem(name, 1, 1, "", f"the file is missing; every scenario has a {kind}.yaml")
            )
            bundle.broken.add(kind)
    return bundle


def _lineage(folder: str, bundle: Bundle, report: Report) -> bool:
    """Find the folders of the line and merge their headers; False if there is no header."""
    headers: list[Node] = []
    here: str | None = folder
    while here is not None:
        bundle.folders.append(here)
        header = _read(here, "scenario", bundle, report)
        if header is None:
            bundle.orphan = bool(headers)
            break
        headers.append(header)
        here = _parent(here, header, bundle, report)
    if not headers:
        return False
    merged = headers[-1]
    for header in reversed(headers[:-1]):
        merged = merge(merged, header, report)
    bundle.trees["scenario"] = merged
    return True


def _parent(folder: str, header: Node, bundle: Bundle, report: Report) -> str | None:
    """Return the folder of the scenario that a header extends; None if none, or none to be had."""
    extends = header.child("extends")
    if extends is None or extends.value is None or extends.value == "":
        return None
    name = extends.value
    if not isinstance(name, str):
        return None  # the check of the header words it
    bundle.orphan = True
    line = bundle.folders
    roots = (os.path.dirname(folder), *layout.roots())
    if layout.is_name(name):
        for root in roots:
            candidate = os.path.join(root, name)
            if not os.path.isfile(os.path.join(candidate, "scenario.yaml")):
                continue
            if candidate in line:
                add(
                    report,
                    header,
                    ("extends",),
                    f"scenarios extend each other in a circle: {_circle(line, candidate)}",
                )
                return None
            if len(line) >= _LONGEST_LINE:
                add(
                    report,
                    header,
                    ("extends",),
                    f"more than {_LONGEST_LINE} scenarios extend each other",
                )
                return None
            bundle.orphan = False
            return candidate
    options = sorted(
        {name for root in roots for name in layout.ids(root)} - {os.path.basename(folder)}
    )
    near = nearest(name, options)
    hint = f', did you mean "{near}"?' if near else ""
    message = f'there is no scenario "{printable(name)}" to extend{hint}'
    add(report, header, ("extends",), message, suggestion=near)
    return None


def _circle(line: list[str], back_to: str) -> str:
    names = [os.path.basename(folder) for folder in line[line.index(back_to) :]]
    return " -> ".join([*names, os.path.basename(back_to)])


def _gather_file(bundle: Bundle, kind: str, report: Report) -> None:
    merged: Node | None = None
    own: Source | None = None
    for folder in reversed(_sources(bundle, kind)):
        if bundle.shelf.holds(os.path.join(folder, f"{kind}.yaml")):
            tree = _read(folder, kind, bundle, report)
            if tree is not None:
                merged = merge(merged, tree, report) if merged else tree
                own = tree.source if folder == bundle.folder else None
    if merged is not None:
        header = bundle.trees.get("scenario")
        inherits = header is not None and len(bundle.folders) > 1
        bundle.trees[kind] = within(kind, merged, own, header) if inherits and header else merged


def _sources(bundle: Bundle, kind: str) -> list[str]:
    """Return the folders a file is merged from: what did not happen has no history to take over."""
    header = bundle.trees.get("scenario")
    what = header.child("kind") if header else None
    if kind in ("journal", "history", "control") and what and what.value == "counterfactual":
        return bundle.folders[:1]
    return bundle.folders


def _gather_rules(bundle: Bundle, report: Report) -> None:
    """Merge the named rules file and the rules.yaml of the line, the package's own last."""
    header = bundle.trees["scenario"]
    node = header.child("rules")
    name = node.value if node else "standard"
    if not isinstance(name, str):
        bundle.broken.add("rules")
        return  # the check of the header words it
    own = any(bundle.shelf.holds(os.path.join(f, "rules.yaml")) for f in bundle.folders)
    if name == "own" and not own:
        add(report, header, ("rules",), "`rules: own` needs a rules.yaml in the package")
        bundle.broken.add("rules")
        return
    base = "standard" if name == "own" else name
    roots = [
        os.path.join(root, "rules") for root in (os.path.dirname(bundle.folder), *layout.roots())
    ]
    files = [os.path.join(root, f"{base}.yaml") for root in roots] if layout.is_name(base) else []
    bundle.rules_file = next((file for file in files if os.path.isfile(file)), "")
    if not bundle.rules_file:
        options = {n.removesuffix(".yaml") for root in roots for n in layout.yaml_names(root)}
        near = nearest(base, sorted(options | {"own"}))
        hint = f', did you mean "{near}"?' if near else ""
        message = f'there are no rules "{printable(base)}"{hint}'
        add(report, header, ("rules",), message, suggestion=near)
        bundle.broken.add("rules")
        return
    _gather_file(bundle, "rules", report)
    patch = bundle.trees.pop("rules", None)
    tree = bundle.shelf.tree(bundle.rules_file, report)
    if tree is None:
        bundle.broken.add("rules")
        return
    bundle.trees["rules"] = merge(tree, patch, report) if patch else tree


def _read(folder: str, kind: str, bundle: Bundle, report: Report) -> Node | None:
    path = os.path.join(folder, f"{kind}.yaml")
    if kind == "scenario" and not bundle.shelf.holds(path):
        return None
    tree = bundle.shelf.tree(path, report)
    if tree is None:
        bundle.broken.add(kind)
    return tree


def _check_names(folder: str, report: Report) -> None:
    """Report YAML files that are no file of a scenario; most are misspelt."""
    known = [f"{kind}.yaml" for kind in layout.FILES]
    for name in layout.yaml_names(folder):
        if name not in known:
            near = nearest(name, known)
            hint = f', did you mean "{near}"?' if near else ""
            where = layout.shown(os.path.join(folder, name))
            message = f"no file of a scenario is called {printable(name)}{hint}"
            report.add(Problem(where, 1, 1, "", message, "", 0, near))
