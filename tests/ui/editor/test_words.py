"""Every word of the editor is there in both languages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import game.ui.scenes.editor as package
from game.authoring.forms import Field, file_field
from game.scenario.layout import FILES
from game.ui.scenes.editor.kinds import KINDS, SECTIONS
from game.ui.scenes.editor.panels import EDGES, LAYERS
from game.ui.scenes.editor.tools import TOOLS
from game.ui.toolkit.words import catalogue

_KEY = re.compile(r"[\"']((?:author|editor|common|layers|files|title)\.[a-z_0-9]+)[\"']")


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_all_keys_are_there(lang: str) -> None:
    known = catalogue(lang)
    used = set()
    for path in Path(package.__file__).parent.glob("*.py"):
        used |= set(_KEY.findall(path.read_text(encoding="utf-8")))
    used |= {f"author.section_{name}" for name in SECTIONS}
    used |= {f"author.{form}_{kind}" for kind in KINDS for form in ("kind", "kinds")}
    used |= {f"author.tool_{tool.id}" for tool in TOOLS}
    used |= {f"author.mode_{m}" for tool in TOOLS if len(tool.modes) > 1 for m in tool.modes}
    used |= {f"author.edge_{edge}" for edge in (*EDGES, "more", "less")}
    used |= {f"layers.{layer}" for layer in LAYERS}
    assert sorted(used - set(known)) == []


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_every_field_and_every_option_has_a_name(lang: str) -> None:
    known = catalogue(lang)
    names, options = _named()
    wanted = {f"author.field_{name}" for name in names}
    wanted |= {f"author.value_{option}" for option in options if len(option) > 1}
    assert sorted(wanted - set(known)) == []


def _named() -> tuple[set[str], set[str]]:
    """The names of all fields of all files but the rules, and the words of all choices."""
    names, options, seen = set[str](), set[str](), set[type]()

    def walk(field: Field) -> None:
        options.update(field.options)
        if field.item is not None:
            walk(field.item)
        if field.doc is None or field.doc in seen:
            return
        seen.add(field.doc)
        for below in field.fields:
            if below.name not in ("en", "ar"):
                names.add(below.name)
            walk(below)

    for kind in FILES:
        if kind != "rules":
            walk(file_field(kind))
    return names, options
