"""Texts without Arabic, told once for each file."""

from __future__ import annotations

from typing import Final

from game.scenario.problems import Path
from game.scenario.reader import Node
from game.scenario.warnings.look import Look

CODE: Final = "no-arabic"
_FILES: Final = ("scenario", "map", "forces", "events", "objectives", "briefing")


def missing_arabic(look: Look) -> None:
    """Warn of texts that players who read Arabic will see in English."""
    for kind in _FILES:
        if kind not in look.trees:
            continue
        bare: list[Path] = []
        _collect(look.trees[kind], (kind,), bare)
        own = [path for path in bare if look.owns(path) and not look.accepted(CODE, path)]
        if own:
            rest = f", and {len(own) - 1} more in this file" if len(own) > 1 else ""
            look.warn(CODE, own[0], f"a text without Arabic (`ar: ...`){rest}")


def _collect(node: Node, path: Path, bare: list[Path]) -> None:
    if isinstance(node.value, list):
        for number, item in enumerate(node.value):
            _collect(item, (*path, number), bare)
    elif isinstance(node.value, dict):
        english = node.value.get("en")
        if english is not None and english.value:
            arabic = node.value.get("ar")
            if arabic is None or not arabic.value:
                bare.append(path)
            return
        for key, item in node.value.items():
            _collect(item, (*path, key), bare)
