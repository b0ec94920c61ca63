"""`python -m game` is the same as `furat`."""

from game.cli import main

main()
