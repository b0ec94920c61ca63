"""A desktop nobody sees, and Furat on it as its users start it: by processes and real input."""

from __future__ import annotations

import os
import shutil
import signal
import struct
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[3]
SIZE = (1280, 720)
PATIENCE = 60.0
"""Seconds after which what has not come will not come."""


def missing() -> str:
    """Return the programs of the system that are needed and not installed."""
    return ", ".join(name for name in ("Xvfb", "xdotool") if shutil.which(name) is None)


def wait_for(found: Callable[[], object], what: str) -> None:
    """Wait until something is the case."""
    ends = time.monotonic() + PATIENCE
    while not found():
        assert time.monotonic() < ends, f"never came: {what}"
        time.sleep(0.03)


class Desktop:
    """An X server without a window manager, on a display number that was free."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir()
        self._screen = folder / "Xvfb_screen0"
        reading, writing = os.pipe()
        self._server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{SIZE[0]}x{SIZE[1]}x24",
             "-nolisten", "tcp", "-noreset", "-fbdir", str(folder)],
            pass_fds=[writing], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        os.close(writing)
        with os.fdopen(reading) as told:
            number = told.readline().strip()
        assert number, "Xvfb did not start"
        self.display = f":{number}"

    def _xdotool(self, *words: object) -> str:
        return subprocess.run(
            ["xdotool", *map(str, words)], env={**os.environ, "DISPLAY": self.display},
            check=True, stdout=subprocess.PIPE, text=True,
        ).stdout  # fmt: skip

    def key(self, *names: str) -> None:
        """Press keys, one after the other."""
        for name in names:
            self._xdotool("key", name)

    def move(self, pos: tuple[float, float]) -> None:
        """Move the pointer."""
        self._xdotool("mousemove", round(pos[0]), round(pos[1]))

    def focus(self, pos: tuple[float, float]) -> None:
        """Give the keyboard to the window at a point; without a window manager nobody else does."""
        self.move(pos)
        told = self._xdotool("getmouselocation", "--shell")
        window = next(line for line in told.splitlines() if line.startswith("WINDOW="))
        self._xdotool("windowfocus", window.removeprefix("WINDOW="))

    def click(self, pos: tuple[float, float]) -> None:
        """Click somewhere; a hand needs a moment between moving and clicking."""
        self.move(pos)
        time.sleep(0.1)
        self._xdotool("click", 1)

    def colours(self) -> int:
        """Return how many colours there are on the screen, looking at every 16th point."""
        data = self._screen.read_bytes()  # a window dump: 25 numbers, palette, rows
        head = struct.unpack(">25I", data[:100])
        start, per_point = head[0] + 12 * head[19], head[11] // 8
        return len({data[n : n + 3] for n in range(start, len(data) - 3, 16 * per_point)})

    def close(self) -> None:
        """End the server."""
        self._server.terminate()
        self._server.wait(PATIENCE)


class Game:
    """Furat as it runs. What it says for a screen reader tells what is on the screen."""

    def __init__(self, desktop: Desktop, home: Path, *words: str) -> None:
        """Start it with the words of a command line and wait for its first picture."""
        ready, self._said = home / "ready", home / "said.txt"
        ready.unlink(missing_ok=True)
        passed = {
            name: value for name, value in os.environ.items()
            if not name.startswith(("SDL_", "FURAT_", "WAYLAND_", "GDK_", "PYTHON"))
        }  # fmt: skip
        environment = {
            **passed, "DISPLAY": desktop.display, "SDL_AUDIODRIVER": "dummy", "LC_ALL": "C.UTF-8",
            "FURAT_DATA_DIR": str(home / "data"), "FURAT_CONFIG_DIR": str(home / "config"),
            "FURAT_CACHE_DIR": os.environ["FURAT_CACHE_DIR"], "FURAT_READY_FILE": str(ready),
        }  # fmt: skip
        with self._said.open("wb") as out:
            self._process = subprocess.Popen(
                [sys.executable, "main.py", *words], cwd=ROOT, env=environment, stdout=out,
                stderr=subprocess.STDOUT,
            )  # fmt: skip
        wait_for(lambda: ready.exists() or not self.running, "the first picture")
        assert self.running, self.said()
        desktop.focus((SIZE[0] // 2, SIZE[1] - 12))
        time.sleep(0.4)  # SDL takes the focus 200 ms late

    @property
    def running(self) -> bool:
        """Whether the process is alive."""
        return self._process.poll() is None

    def said(self) -> list[str]:
        """Return the lines it has written."""
        return self._said.read_text(encoding="utf-8").splitlines()

    def wait_to_say(self, start: str, times: int = 1) -> None:
        """Wait until so many lines begin with a text."""

        def heard() -> bool:
            assert self.running, self.said()
            return sum(line.startswith(start) for line in self.said()) >= times

        try:
            wait_for(heard, start)
        except AssertionError as error:
            raise AssertionError(f"{error}; it said {self.said()}") from None

    def ended(self) -> int:
        """Wait for its end; return the exit code."""
        return self._process.wait(PATIENCE)

    def kill(self) -> None:
        """End it from one moment to the next, as a power cut would."""
        if self.running:
            self._process.send_signal(signal.SIGKILL)
        self._process.wait(PATIENCE)
