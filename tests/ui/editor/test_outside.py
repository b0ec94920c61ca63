"""A line opened in another program, and a scenario saved under another name."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from game.ui import outside
from tests.ui.editor.author import Author

Begin = Callable[..., Author]


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Return what puts programs of some names, that do nothing, alone on the path."""
    folder = tmp_path / "programs"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.delenv("EDITOR", raising=False)
    monkeypatch.setattr(sys, "platform", "linux")

    def put(*names: str, code: int = 0) -> None:
        for name in names:
            path = folder / name
            path.write_text(f"#!/bin/sh\nexit {code}\n", encoding="utf-8")
            path.chmod(0o755)

    return put


def words(call: outside.Call | None) -> list[str]:
    """A call with bare names of programs."""
    assert call is not None
    return [os.path.basename(word) if "/programs/" in word else word for word in call.words]


@pytest.mark.parametrize(
    ("setting", "told"),
    [
        ("code --new-window", ["code", "--new-window", "--goto", "f.yaml:7:3"]),
        ("subl", ["subl", "f.yaml:7:3"]),
        ("gedit", ["gedit", "+7", "f.yaml"]),
        ("kate", ["kate", "--line", "7", "f.yaml"]),
        ("strange", ["strange", "f.yaml"]),
        ("vim", ["xterm", "-e", "vim", "+7", "f.yaml"]),
    ],
)
def test_programs_are_told_the_line(
    programs: Callable[..., None], monkeypatch: pytest.MonkeyPatch, setting: str, told: list[str]
) -> None:
    programs("code", "subl", "gedit", "kate", "strange", "vim", "xterm")
    monkeypatch.setenv("EDITOR", setting)
    call = outside.call_for("f.yaml", 7, 3)
    assert words(call) == told
    assert call is not None
    assert call.at_line == (setting != "strange")


def test_visual_comes_first_then_editor_then_the_system(
    programs: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert outside.call_for("f.yaml", 1) is None
    programs("xdg-open")
    assert words(outside.call_for("f.yaml", 1)) == ["xdg-open", "f.yaml"]
    programs("gedit", "kate")
    monkeypatch.setenv("EDITOR", "gedit")
    monkeypatch.setenv("VISUAL", "gone --wait")
    assert words(outside.call_for("f.yaml", 1))[0] == "gedit"
    monkeypatch.setenv("VISUAL", "kate")
    assert words(outside.call_for("f.yaml", 1))[0] == "kate"
    # An editor for terminals is of no use without one.
    programs("vim")
    monkeypatch.setenv("VISUAL", "vim")
    assert words(outside.call_for("f.yaml", 1))[0] == "gedit"
    monkeypatch.setenv("VISUAL", '"unclosed')
    assert words(outside.call_for("f.yaml", 1))[0] == "gedit"


def test_what_is_selected_is_opened(
    begin: Begin, programs: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    author = begin()
    calls: list[outside.Call] = []
    opened: list[subprocess.Popen[bytes]] = []

    def started(call: outside.Call) -> subprocess.Popen[bytes]:
        calls.append(call)
        shell = ["/bin/sh", "-c", "read x; exit 3"]
        opened.append(subprocess.Popen(shell, stdin=subprocess.PIPE))
        return opened[0]

    monkeypatch.setattr(outside, "start", started)
    author.scene.select(("forces", ("units", "r1")))
    author.key("Ctrl+E")
    assert not calls
    assert "VISUAL" in author.scene.said[0]
    programs("gedit")
    monkeypatch.setenv("EDITOR", "gedit")
    author.key("Ctrl+E")
    line = author.text("forces").split("\n").index("  - id: r1") + 1
    assert words(calls[0]) == ["gedit", f"+{line}", str(author.folder / "forces.yaml")]
    assert f"forces.yaml:{line}" in author.scene.said[0]
    opened[0].communicate(b"x\n")
    author.app.step([], 16)
    assert author.scene.w("author.open_code", code=3) in author.scene.said[0]


def test_save_as(begin: Begin, tmp_path: Path) -> None:
    author = begin()
    author.drag("4_2", "5_2", "5_3")
    before = author.text("forces")
    author.key("Ctrl+Shift+S")
    author.type("my ford")
    author.key("Enter")
    assert author.scene.save_as.refusal
    author.write("save_as_name", "my_ford")
    there = tmp_path / "data" / "scenarios" / "my_ford"
    assert (there / "forces.yaml").is_file()
    assert author.text("forces") == before
    assert author.scene.bench.folder == there
    assert not author.scene.bench.dirty
    assert author.scene.opened != "save_as"
    author.drag("5_3", "4_2")
    author.key("Ctrl+S")
    assert (there / "forces.yaml").read_text(encoding="utf-8").split("\n") == before.split("\n")
