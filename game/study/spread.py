"""How often each value came: a distribution of whole numbers, of constant size for any number of
games."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable


class Spread:
    """A distribution of whole numbers, such as turns or steps; nothing depends on the sequence."""

    def __init__(self, values: Iterable[int] = ()) -> None:
        self._count = Counter(values)

    def add(self, value: int) -> None:
        """Count a value."""
        self._count[value] += 1

    @property
    def counts(self) -> dict[int, int]:
        """How often each value came, by value."""
        return dict(sorted(self._count.items()))

    def __len__(self) -> int:
        """How many values were counted."""
        return self._count.total()

    def __eq__(self, other: object) -> bool:
        """Whether the same values came as often."""
        return isinstance(other, Spread) and self._count == other._count

    __hash__ = None  # type: ignore[assignment]

    @property
    def mean(self) -> float:
        """The mean; 0 if nothing was counted."""
        total = sum(value * number for value, number in self._count.items())
        return total / len(self) if len(self) else 0.0

    def at(self, part: float) -> int:
        """Return the least value that so much of all, 0 to 1, does not exceed.

        Raises:
            ValueError: if nothing was counted.
        """
        need = part * len(self)
        seen = 0
        for value, number in sorted(self._count.items()):
            seen += number
            if seen >= need:
                return value
        raise ValueError("nothing was counted")

    def quartiles(self) -> tuple[int, int, int] | None:
        """Return lower quartile, median and upper quartile; None if nothing was counted."""
        return (self.at(0.25), self.at(0.5), self.at(0.75)) if len(self) else None

    def share_up_to(self, value: int) -> float:
        """Return the part of all, 0 to 1, that does not exceed a value."""
        low = sum(number for known, number in self._count.items() if known <= value)
        return low / len(self) if len(self) else 0.0
