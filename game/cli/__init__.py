"""The command line: `furat ...` once installed, `python main.py ...` from a checkout."""

from game.cli.run import main

__all__ = ["main"]
