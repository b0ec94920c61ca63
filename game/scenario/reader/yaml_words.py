"""The complaints of the YAML parser in plain English."""

from __future__ import annotations

from typing import Final

import yaml

from game.scenario.reader.source import Source

_PLAIN: Final = (
    ("mapping values are not allowed", "a second colon on the line; put the text in quotes"),
    ("could not find expected ':'", "a colon is missing after the key on this or an earlier line"),
    (
        "did not find expected key",
        "this line does not fit the ones above it; look at the indentation",
    ),
    ("expected <block end>", "this line does not fit the ones above it; look at the indentation"),
    (
        "did not find expected '-'",
        "this line does not fit the list above it; look at the indentation",
    ),
    ("block sequence entries are not allowed", "a list item `- ` cannot stand here"),
    ("found character that cannot start", "a text cannot begin with this sign; put it in quotes"),
    ("found unexpected end of stream", "the quotes opened here are never closed"),
    ("expected ',' or ']'", "the [ opened here is never closed, or a comma is missing"),
    ("expected ',' or '}'", "the { opened here is never closed, or a comma is missing"),
    ("expected node content", "a value is missing, or a bracket is never closed"),
    ("found undefined tag handle", "tags are not allowed; put the text in quotes"),
    ("found incompatible YAML document", "leave the %YAML line away"),
    ("did not find expected <document start>", "nothing may follow the end mark `...`"),
    ("invalid Unicode character escape", "this escape stands for no character"),
    ("found unknown escape", "unknown escape after \\; use 'single quotes'"),
)

_CONFLICT: Final = ("<<<<<<< ", ">>>>>>> ")


def explain(error: yaml.YAMLError, source: Source) -> tuple[int, int, str]:
    """Return line and column (from 1) of a parser's complaint, and what it means."""
    if not isinstance(error, yaml.MarkedYAMLError):
        return 1, 1, f"not valid YAML: {_one_line(str(error))}"
    for number, text in enumerate(source.lines, 1):
        if text.startswith(_CONFLICT):
            return number, 1, "a mark that merging two versions has left: keep one of them"
    mark = error.problem_mark or error.context_mark
    line, col = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    problem = error.problem or ""
    # The parser stops where it no longer fits; the author wants what was left open.
    opened = "end of stream" in problem or "expected ',' or" in problem
    if opened and error.context_mark:
        line, col = error.context_mark.line + 1, error.context_mark.column + 1
    if source.at(line, col) == "\t":
        return line, col, "not valid YAML: a tab; indent with blanks"
    odd = _odd_blank(source, line)
    if odd:
        return *odd, "not valid YAML: a no-break space; use a plain blank"
    for sign, meaning in _PLAIN:
        if sign in problem:
            return line, col, f"not valid YAML: {meaning}"
    words = " ".join(part for part in (error.context, problem) if part)
    return line, col, f"not valid YAML: {_one_line(words)}"


def _odd_blank(source: Source, line: int) -> tuple[int, int] | None:
    """Where a no-break space stands after a colon, on the line or the one above it."""
    for number in (line - 1, line):
        text = source.lines[number - 1] if 0 < number <= len(source.lines) else ""
        at = text.find(":\u00a0")
        if at >= 0:
            return number, at + 2
    return None


def _one_line(text: str) -> str:
    return " ".join(text.split())[:200]
