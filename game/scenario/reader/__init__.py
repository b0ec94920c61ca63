"""Reads a YAML file of unknown origin into a tree that knows its lines, or says what is wrong.

The files of a package may come from anywhere, so nothing in them is trusted: size, depth and
number of values are bounded, aliases and tags are refused, and the scalars follow the short rules
of YAML 1.2 (`no` is a text, `0101` too).
"""

from game.scenario.reader.events import read_tree
from game.scenario.reader.source import Source, load_source
from game.scenario.reader.tree import Node

__all__ = ["Node", "Source", "load_source", "read_tree"]
