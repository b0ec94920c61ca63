"""Finding things by id, name or text, in both languages."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import Any

from game.authoring.choices import LISTS, Reader, choice
from game.authoring.yaml_layout import Path


@dataclass(frozen=True, slots=True)
class Hit:
    """A thing that was found; `what` is its kind, as in `unit` or `place`."""

    what: str
    kind: str
    path: Path
    id: str
    en: str
    ar: str


def search(reader: Reader, text: str, limit: int = 200) -> list[Hit]:
    """Return the things whose id, name or alias contains a text: the best fit first.

    Case, accents, Arabic vowel marks and the forms of alif make no difference.
    """
    wanted = folded(text)
    if not wanted:
        return []
    found: list[tuple[int, int, Hit]] = []
    for what, places in LISTS.items():
        if len(places) != 1 or what in ("unit_type", "terrain"):
            continue
        kind, name = places[0]
        for item in reader.get(kind, (name,)) or []:
            if not isinstance(item, dict) or "id" not in item:
                continue
            rank = _rank(item, wanted)
            if rank is not None:
                named = choice(item)
                hit = Hit(what, kind, (name, named.value), named.value, named.en, named.ar)
                found.append((rank, len(found), hit))
    return [hit for _, _, hit in sorted(found, key=lambda entry: entry[:2])[:limit]]


def folded(text: str) -> str:
    """Return a text as it is compared."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    for one, other in (("ى", "ي"), ("ة", "ه"), ("ـ", "")):
        bare = bare.replace(one, other)
    return " ".join(bare.casefold().split())


def _rank(item: dict[str, Any], wanted: str) -> int | None:
    """Return how good the fit is, 0 the best; None if there is none."""
    name = folded(str(item["id"]))
    words = [folded(text) for text in _texts(item)]
    if name == wanted:
        return 0
    if any(word == wanted for word in words):
        return 1
    if name.startswith(wanted) or any(word.startswith(wanted) for word in words):
        return 2
    if wanted in name or any(f" {wanted}" in word for word in words):
        return 3
    return 4 if any(wanted in word for word in words) else None


def _texts(item: dict[str, Any]) -> list[str]:
    found = [str(alias) for alias in item.get("aliases") or []]
    for key in ("name", "title", "text"):
        value = item.get(key)
        found += map(str, value.values()) if isinstance(value, dict) else [str(value or "")]
    return [text for text in found if text]
