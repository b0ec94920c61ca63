"""The documents for authors are current."""

from __future__ import annotations

from tools.reference import TARGET, reference


def test_the_reference_is_the_generated_one() -> None:
    assert TARGET.read_text(encoding="utf-8") == reference(), "run python -m tools.reference"


def test_every_key_has_a_meaning() -> None:
    rows = [line for line in reference().splitlines() if line.startswith(("| `", "| **`"))]
    part, _, _ = reference().partition("## rules.yaml")
    bare = [row for row in rows if row.endswith("|  |") and row in part]
    assert not bare
