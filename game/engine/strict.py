"""How the classes that files are read into are to be checked."""

from __future__ import annotations

from typing import Any, Final

STRICT: Final[dict[str, Any]] = {
    "extra": "forbid",
    "strict": True,
    "use_attribute_docstrings": True,
}
"""How the scenario loader reads these classes: unknown keys and wrong types are errors."""
