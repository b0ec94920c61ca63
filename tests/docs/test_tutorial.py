"""The tutorial for authors, carried out to the letter: its files, its commands, their answers."""

from __future__ import annotations

import io
import re
import shlex
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

import pytest

from game.cli.run import run

TUTORIAL = Path(__file__).parents[2] / "docs" / "authoring" / "tutorial.md"
_BLOCK = re.compile(
    r"(?:<!-- (?P<what>write|change) (?P<file>\S+) -->\n)?```(?P<kind>\w+)\n(?P<text>.*?)```",
    re.DOTALL,
)


@dataclass
class Command:
    """A line after the prompt, and what is said to come of it."""

    line: str
    answer: list[str]


def blocks() -> Iterator[re.Match[str]]:
    yield from _BLOCK.finditer(TUTORIAL.read_text(encoding="utf-8"))


def commands(text: str) -> Iterator[Command]:
    found: Command | None = None
    for line in text.splitlines():
        if line.startswith("$ "):
            if found:
                yield found
            found = Command(line.removeprefix("$ "), [])
        elif found:
            found.answer.append(line)
    if found:
        yield found


def change(path: Path, text: str) -> None:
    """Put the lines with a plus in the place of those with a minus, which stand there once."""
    lines = text.splitlines()
    old = "".join(f"{line[1:]}\n" for line in lines if line.startswith("-"))
    new = "".join(f"{line[1:]}\n" for line in lines if line.startswith("+"))
    assert {line[:1] for line in lines} <= {"-", "+"}
    whole = path.read_text(encoding="utf-8")
    assert whole.count(old) == 1, f"stands {whole.count(old)} times in {path.name}:\n{old}"
    path.write_text(whole.replace(old, new), encoding="utf-8")


def answer(line: str) -> list[str]:
    program, *arguments = shlex.split(line)
    assert program == "furat"
    said = io.StringIO()
    with redirect_stdout(said), redirect_stderr(said):
        run(arguments)
    return [text.rstrip() for text in said.getvalue().splitlines()]


def fits(expected: list[str], told: list[str]) -> bool:
    """Whether the lines are those; a line of three dots stands for any, three dots in one too."""
    pattern = "".join(
        r"(?:.*\n)*" if line == "..." else re.escape(line).replace(r"\.\.\.", ".*") + r"\n"
        for line in expected
    )
    return re.fullmatch(pattern, "".join(f"{line}\n" for line in told)) is not None


def test_the_tutorial_as_it_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("FURAT_DATA_DIR", str(tmp_path / "data"))
    given = 0
    for block in blocks():
        if block["what"] == "write":
            assert not (tmp_path / block["file"]).exists()
            (tmp_path / block["file"]).write_text(block["text"], encoding="utf-8")
        elif block["what"] == "change":
            assert block["kind"] == "diff"
            change(tmp_path / block["file"], block["text"])
        else:
            assert block["kind"] == "console"
            for command in commands(block["text"]):
                told = answer(command.line)
                text = "\n".join(told)
                assert fits(command.answer, told), f"$ {command.line}\n{text}"
                given += 1
    assert given >= 14


def test_the_matching_is_strict() -> None:
    assert fits(["a", "...", "b"], ["a", "x", "y", "b"])
    assert fits(["in ... now"], ["in a minute now"])
    assert not fits(["a", "b"], ["a", "x", "b"])
    assert not fits(["a.c"], ["abc"])
    assert not fits(["a"], ["a", "b"])


def test_every_block_is_carried_out() -> None:
    text = TUTORIAL.read_text(encoding="utf-8")
    assert text.count("```") == 2 * len(list(blocks()))
