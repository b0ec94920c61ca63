"""The first line of a file, by which an editor finds the schema; and the schemas beside a package.

Schemas lie in a folder `schema` beside the package, as they do beside those of the game, so that a
package may be moved between such folders and needs no network.
"""

from __future__ import annotations

import os
import re
from typing import Final

from game.scenario.layout import FILES, shipped
from game.scenario.schema import schema_name
from game.storage.durable import write_whole

_START: Final = "# yaml-language-server: $schema="
_BREAK: Final = re.compile("\r\n|\n|\r")


def schema_line(kind: str) -> str:
    """Return the first line of a file."""
    return f"{_START}../schema/{schema_name(kind)}"


def with_schema_line(kind: str, text: str) -> str:
    """Return a text that begins with the line, if it does not name a schema already."""
    head = "\n".join(_BREAK.split(text)[:3])
    if _START in head:
        return text
    found = _BREAK.search(text)
    return schema_line(kind) + (found[0] if found else "\n") + text


def put_schemas_beside(folder: str) -> str | None:
    """Copy the schemas of the game beside a package, where they differ; return their folder.

    None if it may not be written to: schemas only help to write.
    """
    from pathlib import Path

    target = Path(os.path.dirname(os.path.abspath(folder))) / "schema"
    try:
        target.mkdir(exist_ok=True)
        for kind in FILES:
            name = schema_name(kind)
            data = Path(shipped(), "schema", name).read_bytes()
            if not (target / name).is_file() or (target / name).read_bytes() != data:
                write_whole(target / name, data)
    except OSError:
        return None
    return str(target)
