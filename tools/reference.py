"""Writes docs/authoring/reference.md: `python -m tools.reference` after a change of the documents.

Every key of every file with its type, whether it is needed, and its meaning, as the JSON Schemas
have it; a test holds the committed file to what this writes.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from game.scenario.compile.effects import MAY, NEEDS, VALUES
from game.scenario.layout import FILES, REQUIRED
from game.scenario.schema import schema

TARGET: Final = Path(__file__).parents[1] / "docs" / "authoring" / "reference.md"

Schema = dict[str, Any]

_HEAD: Final = """\
# Every key of every file

Made from the program by `python -m tools.reference`; do not edit. What the files are for, and how
they work together, stands in [scenarios.md](../scenarios.md); a first scenario is built in
[the tutorial](tutorial.md). An editor with the schemas shows the same while you type.

A key in **bold** is needed, unless the scenario takes it over from one it extends (rules from the
rules file it names). *Text* is a text in two languages, `{en: ..., ar: ...}`; a *hex* is
`column_row`, such as `14_13`; several hexes are one text with blanks; a *day* is `2017-09-14`.
"""

_MEANT: Final = {
    "scenario": "What the scenario is.",
    "map": "The ground.",
    "forces": "Who fights.",
    "rules": "Changes to the named rules file; only what differs.",
    "events": "What happens by itself.",
    "objectives": "What is to be reached, and by when.",
    "briefing": "What is read before and after.",
    "sources": "Statements with their sources.",
    "journal": "What was reported, day by day.",
    "history": "The historical orders.",
    "control": "Who held which place from which day.",
}


def reference() -> str:
    """Return the whole document."""
    parts = [_HEAD, _contents()]
    for kind in FILES:
        parts.append("\n".join(_file(kind)))
    parts.append("\n".join(_effects()))
    return "\n".join(parts)


def _contents() -> str:
    links = [f"[{kind}.yaml](#{kind}yaml)" for kind in FILES]
    return "Files: " + " · ".join([*links, "[effects](#effects)"]) + "\n"


def _file(kind: str) -> Iterator[str]:
    made = schema(kind)
    needed = "needed" if kind in REQUIRED else "may be absent"
    yield f"## {kind}.yaml"
    yield f"{_MEANT[kind]} ({needed})"
    yield ""
    yield from _table(made)
    for name, part in _in_sequence(made):
        yield f"### {_called(name)} in {kind}.yaml"
        yield _text(part.get("description", ""))
        yield ""
        yield from _table(part)


def _in_sequence(made: Schema) -> Iterator[tuple[str, Schema]]:
    """The parts of a file in the order in which the keys above them name them."""
    parts: Schema = made.get("definitions", {})
    found: list[str] = []

    def visit(value: Any) -> None:
        if isinstance(value, list):
            for item in value:
                visit(item)
        elif isinstance(value, dict):
            name = str(value.get("$ref", "")).rpartition("/")[2]
            if name and name not in found:
                found.append(name)
                visit(parts[name])
            for item in value.values():
                visit(item)

    visit(made.get("properties", {}))
    for name in found:
        if name != "Text" and "properties" in parts[name]:
            yield name, parts[name]


def _table(part: Schema) -> Iterator[str]:
    required = part.get("required", [])
    yield "| Key | Is | Otherwise | Meaning |"
    yield "|---|---|---|---|"
    for key, value in part.get("properties", {}).items():
        name = f"**`{key}`**" if key in required else f"`{key}`"
        cells = (name, _type(value), _default(value), _text(value.get("description", "")))
        yield "| " + " | ".join(cells) + " |"
    yield ""


def _type(value: Schema) -> str:
    if "enum" in value:
        words = [f"`{word}`" if word != "" else "empty" for word in value["enum"]]
        return ", ".join(words)
    if "const" in value:
        return f"`{value['const']}`"
    if "anyOf" in value:
        options = [option for option in value["anyOf"] if option.get("type") != "null"]
        return _type(options[0])
    if "allOf" in value:
        return _type(value["allOf"][0])
    if "$ref" in value:
        name = value["$ref"].rpartition("/")[2]
        return "*text*" if name == "Text" else _called(name)
    return _plain_type(value)


def _plain_type(value: Schema) -> str:
    kind = value.get("type")
    if kind == "array":
        return _list_type(value)
    if kind == "object":
        return "mapping"
    if kind == "string":
        return "day" if value.get("format") == "date" else "text"
    names = {"integer": "whole number", "number": "number", "boolean": "true or false"}
    return names.get(str(kind), "any")


def _list_type(value: Schema) -> str:
    items = value["items"]
    if isinstance(items, list):
        return f"pair of {_several(_type(items[0]))}"
    return f"list of {_several(_type(items))}"


def _several(word: str) -> str:
    plurals = {"text": "texts", "*text*": "*texts*", "whole number": "whole numbers"}
    return plurals.get(word, word)


def _default(value: Schema) -> str:
    if "default" not in value:
        return ""
    given = value["default"]
    if given in ("", None, []) or isinstance(given, dict):
        return "empty"
    if isinstance(given, bool):
        return f"`{str(given).lower()}`"
    if isinstance(given, list):
        return f"`[{', '.join(map(str, given))}]`"
    return f"`{given}`"


def _called(name: str) -> str:
    """The name of a part as the reader sees it: `UnitDoc` is a unit."""
    bare = name.removesuffix("Doc")
    words = "".join(f" {sign.lower()}" if sign.isupper() else sign for sign in bare)
    return words.strip()


def _text(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def _effects() -> Iterator[str]:
    yield "## Effects"
    yield "What `do` may be in an effect, and the keys each needs. What they do stands in"
    yield "[the rules, 9.2](../rules.md#92-effects); `where` is exactly one of `hexes`, `place` and"
    yield "`box`."
    yield ""
    yield "| `do` | needs | may have | values |"
    yield "|---|---|---|---|"
    for do, keys in NEEDS.items():
        cells = (
            f"`{do}`",
            _codes(keys) or "nothing",
            _codes(MAY.get(do, ())),
            _codes(VALUES.get(do, ())),
        )
        yield "| " + " | ".join(cells) + " |"
    yield ""


def _codes(words: tuple[str, ...]) -> str:
    return ", ".join(f"`{word}`" for word in words)


def main() -> None:
    """Write the document."""
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text(reference(), encoding="utf-8")


if __name__ == "__main__":
    main()
