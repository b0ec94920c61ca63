"""The command line as a user meets it: in the process, or as a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from game.cli.run import run

ROOT = Path(__file__).parents[2]
TINY = ROOT / "tests" / "scenario" / "data" / "tiny"


class Told:
    """What a command said and with which exit code it ended."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err


@pytest.fixture
def furat(capsys: pytest.CaptureFixture[str]) -> Callable[..., Told]:
    """Runs a command in this process."""

    def call(*arguments: str) -> Told:
        capsys.readouterr()
        code = run(list(arguments))
        out, err = capsys.readouterr()
        return Told(code, out, err)

    return call


def start(
    *arguments: str, stdin: int = subprocess.DEVNULL, **environment: str
) -> subprocess.Popen[str]:
    """Start `python main.py` as a process of its own, with no display."""
    drop = ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER")
    known = {k: v for k, v in os.environ.items() if k not in drop}
    return subprocess.Popen(
        [sys.executable, str(ROOT / "main.py"), *arguments],
        stdin=stdin,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        cwd="/",
        env={**known, **environment},
    )
