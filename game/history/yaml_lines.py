"""Lines of YAML as an author would write them: short mappings on one line, wrapped lists."""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Iterable, Mapping
from typing import Final

_PLAIN: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*")
_WIDTH: Final = 96


def headed(kind: str, note: str, text: str) -> str:
    """Return the text of a file with its schema line and a comment above it."""
    return f"# yaml-language-server: $schema=../schema/{kind}.schema.json\n# {note}\n{text}\n"


def quoted(text: str) -> str:
    """Return a text as a YAML value: bare if it is one plain word, else in double quotes."""
    reserved = text.lower() in ("null", "true", "false")
    if _PLAIN.fullmatch(text) and not reserved:
        return text
    return json.dumps(text, ensure_ascii=False)


def flow(mapping: Mapping[str, str]) -> str:
    """Return a mapping on one line; its values are YAML already."""
    return "{" + ", ".join(f"{key}: {value}" for key, value in mapping.items()) + "}"


def wrapped(words: Iterable[str], indent: str) -> list[str]:
    """Return words as lines of a bearable length, each indented."""
    return textwrap.wrap(
        " ".join(words),
        _WIDTH,
        initial_indent=indent,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )


def removal(ids: Iterable[str], comment: str) -> list[str]:
    """Return the item of a list that takes several others out, with a comment above; maybe none."""
    names = list(ids)
    if not names:
        return []
    short = f"  - {{remove: [{', '.join(names)}]}}"
    if len(short) <= _WIDTH:
        return [f"  # {comment}", short]
    first, *rest = wrapped([", ".join(names) + "]"], " " * 6)
    return [f"  # {comment}", "  - remove:", f"     [{first.lstrip()}", *rest]
