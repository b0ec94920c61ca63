"""JSON Schemas of the files of a package, so that an editor completes keys and explains them.

They lie under `scenarios/schema/`, one per file, and a test holds them to the documents. After a
change of the documents or of the rulebook run `python -m game.scenario.schema`.
"""

from __future__ import annotations

import json
import os
from functools import cache
from typing import Any, Final

from game.scenario.check import DOCUMENTS
from game.scenario.layout import shipped

DRAFT: Final = "http://json-schema.org/draft-07/schema#"
"""The newest draft all common YAML editors understand."""


def schema(kind: str) -> dict[str, Any]:
    """Return the JSON Schema (draft-07) of a file, named without `.yaml`."""
    from pydantic import TypeAdapter

    made = TypeAdapter(DOCUMENTS[kind]).json_schema(ref_template="#/definitions/{model}")
    if "$defs" in made:
        made["definitions"] = made.pop("$defs")
    converted: dict[str, Any] = _to_draft_07(made)
    return {"$schema": DRAFT, "title": f"{kind}.yaml", **converted}


@cache
def schema_text(kind: str) -> str:
    """Return the schema as it is committed."""
    return json.dumps(schema(kind), indent=2, ensure_ascii=False) + "\n"


def schema_name(kind: str) -> str:
    """Return the name of the schema's file."""
    return f"{kind}.schema.json"


def write_schemas(folder: str | os.PathLike[str] | None = None) -> None:
    """Write all schemas to a folder, `scenarios/schema/` unless told otherwise."""
    target = os.fspath(folder) if folder is not None else os.path.join(shipped(), "schema")
    os.makedirs(target, exist_ok=True)
    for kind in DOCUMENTS:
        with open(os.path.join(target, schema_name(kind)), "w", encoding="utf-8") as file:
            file.write(schema_text(kind))


def _to_draft_07(value: Any) -> Any:
    """Say in draft-07 what pydantic says in the draft of 2020."""
    if isinstance(value, list):
        return [_to_draft_07(item) for item in value]
    if not isinstance(value, dict):
        return value
    # The titles pydantic makes up only repeat the keys (a title that is a dict is a key itself).
    made = {
        key: _to_draft_07(item)
        for key, item in value.items()
        if key != "title" or not isinstance(item, str)
    }
    if "prefixItems" in made:
        made["items"] = made.pop("prefixItems")
        made["additionalItems"] = False
    if "$ref" in made and len(made) > 1:
        # Draft-07 ignores whatever stands beside a reference.
        made["allOf"] = [{"$ref": made.pop("$ref")}]
    return made


if __name__ == "__main__":
    write_schemas()
