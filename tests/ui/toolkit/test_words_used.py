"""No text in the catalogues that nobody shows."""

from __future__ import annotations

import re
from pathlib import Path

from game.ui.toolkit.words import catalogue

_GAME = Path(__file__).parents[3] / "game"
_PLAIN = re.compile(r"""["']([a-z0-9_]+(?:\.[A-Za-z0-9_]+)+)["']""")
_MADE = re.compile(r'''f"([a-z0-9_]+\.[^" ]*\{[^"]*)"''')
_FIELD = re.compile(r"\{[^{}]*\}")
_TO_COME = ("author.", "editor.", "common.delete", "common.none", "common.save")
"""Of the editor, which makes its keys from the shape of the files too."""


def test_every_key_is_used_by_name_or_made_by_a_pattern() -> None:
    sources = "\n".join(path.read_text(encoding="utf-8") for path in _GAME.rglob("*.py"))
    plain = set(_PLAIN.findall(sources))
    made = [_pattern(text) for text in set(_MADE.findall(sources))]
    unused = [
        key
        for key in catalogue("en")
        if key not in plain
        and not key.startswith(_TO_COME)
        and not any(one.fullmatch(key) for one in made)
    ]
    assert not unused


def _pattern(text: str) -> re.Pattern[str]:
    """A key with computed parts as a pattern; a computed part is one or more words."""
    fixed = [re.escape(part) for part in _FIELD.split(text)]
    return re.compile("[A-Za-z0-9_]+".join(fixed))
