"""The committed JSON Schemas are those of the documents, and the shipped files name them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from game.scenario.layout import FILES, data_root
from game.scenario.schema import DRAFT, schema_name, schema_text, write_schemas
from tests.scenario.packages import TINY

SCENARIOS = data_root() / "scenarios"


@pytest.mark.parametrize("kind", FILES)
def test_committed_schema_is_the_generated_one(kind: str) -> None:
    committed = (SCENARIOS / "schema" / schema_name(kind)).read_text(encoding="utf-8")
    assert committed == schema_text(kind), "run python -m game.scenario.schema"
    assert json.loads(committed)["$schema"] == DRAFT


def test_written_schemas(tmp_path: Path) -> None:
    write_schemas(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(map(schema_name, FILES))


def test_schemas_explain_and_restrict() -> None:
    made = json.loads(schema_text("forces"))
    unit = made["definitions"]["UnitDoc"]
    assert unit["additionalProperties"] is False
    assert unit["properties"]["strength"]["description"] == "Men, low and high estimate."
    assert unit["properties"]["strength"]["additionalItems"] is False
    assert "brigade" in unit["properties"]["echelon"]["enum"]
    assert {"id", "type", "steps"} <= set(unit["required"])


def _shipped() -> list[Path]:
    folders = [TINY, *(SCENARIOS.iterdir() if SCENARIOS.is_dir() else ())]
    files = [path for folder in folders if folder.is_dir() for path in folder.glob("*.yaml")]
    return [path for path in files if path.stem in FILES]


@pytest.mark.parametrize("path", _shipped(), ids=lambda path: f"{path.parent.name}/{path.name}")
def test_files_name_their_schema(path: Path) -> None:
    first = path.read_text(encoding="utf-8").splitlines()[0]
    start = "# yaml-language-server: $schema="
    assert first.startswith(start)
    target = (path.parent / first.removeprefix(start)).resolve()
    assert target == (SCENARIOS / "schema" / schema_name(path.stem)).resolve()
