"""From the documents of an author to the values of the engine, with every cross-check.

A file can be in perfect shape and still name a side that does not exist or put a unit off the
map. All such mistakes are found here, each with its line, as many as possible in one pass.
"""

from game.scenario.compile.scenario import Documents, compile_scenario

__all__ = ["Documents", "compile_scenario"]
