"""What is probably not meant in a package that is right in form: one module for each concern.

A warning never keeps a package from being played. Its author can say that it is meant so with a
comment `# accepted: CODE` at the end of the line or alone on the line above it; unindented in
`scenario.yaml` it counts for the whole package.
"""

from game.scenario.warnings.checks import warnings

__all__ = ["warnings"]
