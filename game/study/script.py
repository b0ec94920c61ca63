"""A player's own commander, from a Python file.

A script is a file with a class that has `turn(self, view, side)`, a generator of `Intent`s as in
`game.ai.commander.Commander`. It is named by its path, with `:Name` if it has several classes.
What goes wrong in it is told with its file and line; what it prints goes to standard error.
"""

from __future__ import annotations

import importlib.util
import os
import sys
import traceback
from contextlib import redirect_stdout
from hashlib import blake2b
from typing import Any

from game.ai.commander import Commander, Intent, Turn
from game.engine.orders import Order
from game.engine.state import GameState
from game.scenario.problems import nearest


class ScriptError(Exception):
    """A script that cannot be used, or that failed in its turn; the message says where."""


def is_script(name: str) -> bool:
    """Whether the name of a commander is meant as a path."""
    return ".py" in name or "/" in name or os.sep in name


def load_script(spec: str) -> Commander:
    """Return the commander in a script, `path/to/script.py` or `path/to/script.py:Name`.

    Raises:
        ScriptError: if there is no such file or class, or if reading it fails.
    """
    path, name = _split(spec)
    if not os.path.isfile(path):
        raise ScriptError(f'there is no script "{path}"')
    module = _module(path)
    kinds = {
        key: value
        for key, value in vars(module).items()
        if isinstance(value, type)
        and value.__module__ == module.__name__
        and callable(getattr(value, "turn", None))
    }
    kind = _pick(path, name, kinds)
    try:
        return ScriptedCommander(path, kind())
    except Exception as error:
        raise ScriptError(_told(path, error)) from None


class ScriptedCommander:
    """A commander of a player's own; what it raises comes as a `ScriptError`."""

    def __init__(self, path: str, own: Any) -> None:
        """Take the commander that a script has made."""
        self._path = path
        self._own = own

    def turn(self, view: GameState, side: int) -> Turn:
        """Give the orders of one turn.

        Raises:
            ScriptError: if the script fails, or gives what is no intent.
        """
        try:
            with redirect_stdout(sys.stderr):
                given = self._own.turn(view, side)
                if given is None:
                    return
                intent = next(given) if hasattr(given, "send") else self._none(given)
            while True:
                if not isinstance(intent, Intent) or not isinstance(intent.order, Order):
                    raise ScriptError(
                        f"{self._path}: turn() yields {_short(intent)}; it should yield "
                        "Intent(order, Reason(...)) from game.ai.commander"
                    )
                view = yield intent
                with redirect_stdout(sys.stderr):
                    intent = given.send(view)
        except StopIteration:
            return
        except ScriptError:
            raise
        except Exception as error:
            raise ScriptError(_told(self._path, error)) from None

    def _none(self, given: object) -> Intent:
        raise ScriptError(
            f"{self._path}: turn() returns {_short(given)}; it should be a generator that yields "
            "an Intent for each order"
        )


def _split(spec: str) -> tuple[str, str]:
    """The path, and the name behind the last colon if it is one."""
    path, colon, name = spec.rpartition(":")
    if colon and path.endswith(".py"):
        return path, name
    return spec, ""


def _module(path: str) -> Any:
    # Under a name of its own, so that it neither hides nor meets a module of the program.
    name = "player_script_" + blake2b(os.path.abspath(path).encode(), digest_size=6).hexdigest()
    spec = importlib.util.spec_from_file_location(name, path)
    if spec is None or spec.loader is None:
        raise ScriptError(f'"{path}" is not a Python file')
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    try:
        spec.loader.exec_module(module)
    except Exception as error:
        del sys.modules[name]
        raise ScriptError(_told(path, error)) from None
    return module


def _pick(path: str, name: str, kinds: dict[str, type]) -> type:
    if name in kinds:
        return kinds[name]
    if not kinds:
        raise ScriptError(f"{path}: no class in it has a method turn(self, view, side)")
    if name:
        near = nearest(name, kinds)
        hint = f', did you mean "{near}"?' if near else f"; there are: {', '.join(kinds)}"
        raise ScriptError(f'{path}: no commander "{name}" in it{hint}')
    if len(kinds) > 1:
        raise ScriptError(
            f"{path}: several commanders in it ({', '.join(kinds)}); name one: "
            f"{path}:{next(iter(kinds))}"
        )
    return next(iter(kinds.values()))


def _told(path: str, error: Exception) -> str:
    """One line: file, line in the script, what was raised."""
    if isinstance(error, SyntaxError):
        return f"{path}:{error.lineno}: {error.msg}"
    frames = traceback.extract_tb(error.__traceback__)
    here = [f.lineno for f in frames if os.path.abspath(f.filename) == os.path.abspath(path)]
    line = f":{here[-1]}" if here else ""
    what = " ".join(str(error).split())
    return f"{path}{line}: {type(error).__name__}{': ' if what else ''}{what}"


def _short(value: object) -> str:
    text = " ".join(repr(value).split())
    return text if len(text) <= 60 else text[:57] + "..."
