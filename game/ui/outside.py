"""Opening a file in another program: the one the author has named, or that of the system."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

_AT_LINE: Final[Mapping[str, tuple[str, ...]]] = {
    **dict.fromkeys(("code", "code-insiders", "codium", "vscodium", "cursor"),
                    ("--goto", "{file}:{line}:{col}")),
    **dict.fromkeys(("subl", "sublime_text", "zed", "hx", "helix", "atom", "pulsar"),
                    ("{file}:{line}:{col}",)),
    **dict.fromkeys(("vi", "vim", "nvim", "gvim", "mvim", "view", "nano", "pico", "joe", "jed",
                     "emacs", "emacsclient", "gedit", "xed", "pluma", "mousepad", "ed", "ne",
                     "micro", "kak", "geany", "featherpad"),
                    ("+{line}", "{file}")),
    **dict.fromkeys(("kate", "kwrite"), ("--line", "{line}", "{file}")),
    **dict.fromkeys(("notepad++",), ("-n{line}", "{file}")),
    **dict.fromkeys(("mate", "bbedit", "charm", "pycharm", "idea"),
                    ("--line", "{line}", "{file}")),
}  # fmt: skip
"""How programs are told the line; others get the file alone."""
_IN_TERMINAL: Final = frozenset(
    {"vi", "vim", "nvim", "view", "nano", "pico", "joe", "jed", "ed", "ne", "micro", "kak", "hx",
     "helix"}
)  # fmt: skip
_TERMINALS: Final = (
    ("x-terminal-emulator", "-e"), ("gnome-terminal", "--"), ("konsole", "-e"), ("kitty",),
    ("alacritty", "-e"), ("foot",), ("xfce4-terminal", "-x"), ("xterm", "-e"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Call:
    """A program and its arguments; `at_line` if it is told the line too."""

    words: tuple[str, ...]
    at_line: bool = False

    @property
    def name(self) -> str:
        """The name of the program."""
        return _bare(self.words[0])


def call_for(file: str, line: int, col: int = 1) -> Call | None:
    """Return what opens a file at a line: $VISUAL, $EDITOR or the opener of the system.

    None if there is none, or none that is installed.
    """
    for name in ("VISUAL", "EDITOR"):
        found = _named(os.environ.get(name, ""), file, line, col)
        if found is not None:
            return found
    return _of_system(file)


def start(call: Call) -> subprocess.Popen[bytes]:
    """Start a program that goes on by itself.

    Raises:
        OSError: if it cannot be started.
    """
    quiet = subprocess.DEVNULL
    if sys.platform == "win32":
        return subprocess.Popen(call.words, stdin=quiet, stdout=quiet, stderr=quiet)
    # A session of its own: it stays when the game is ended, also from a terminal.
    return subprocess.Popen(
        call.words, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True
    )


def _named(setting: str, file: str, line: int, col: int) -> Call | None:
    try:
        words = shlex.split(setting, posix=sys.platform != "win32")
    except ValueError:
        return None
    if not words:
        return None
    program = shutil.which(words[0].strip('"'))
    if program is None:
        return None
    name = _bare(program)
    pattern = _AT_LINE.get(name, ("{file}",))
    told = tuple(part.format(file=file, line=line, col=col) for part in pattern)
    call = (program, *words[1:], *told)
    in_terminal = name in _IN_TERMINAL or any(w in ("-nw", "-t", "--tty") for w in words[1:])
    if in_terminal and sys.platform != "win32":
        terminal = _terminal()
        if terminal is None:
            return None
        call = (*terminal, *call)
    return Call(call, name in _AT_LINE)


def _terminal() -> tuple[str, ...] | None:
    for name, *options in _TERMINALS:
        program = shutil.which(name)
        if program is not None:
            return (program, *options)
    return None


def _of_system(file: str) -> Call | None:
    if sys.platform == "win32":
        return Call(("notepad.exe", file))
    if sys.platform == "darwin":
        return Call(("open", "-t", file))
    program = shutil.which("xdg-open")
    return Call((program, file)) if program is not None else None


def _bare(program: str) -> str:
    name = os.path.basename(program.replace("\\", "/")).lower()
    return name.removesuffix(".exe").removesuffix(".cmd")
