"""Numbers as the screen writes them: halves, signs, odds."""

from __future__ import annotations

MINUS = "−"


def halves(half_points: int) -> str:
    """Return movement given in half-points: 5 is 2½."""
    whole, half = divmod(half_points, 2)
    if half:
        return f"{whole}½" if whole else "½"
    return str(whole)


def signed(number: int) -> str:
    """Return a number with its sign, 0 without."""
    if number == 0:
        return "0"
    return f"+{number}" if number > 0 else f"{MINUS}{-number}"


def plain(number: int) -> str:
    """Return a number with a true minus if it is below 0."""
    return str(number) if number >= 0 else f"{MINUS}{-number}"


def with_sign(number: int) -> str:
    """Return what is added to something: "+ 3", "− 2"."""
    return f"+ {number}" if number >= 0 else f"{MINUS} {-number}"


def percent(cases: int, of: int) -> int:
    """Return a chance in whole percent."""
    return round(100 * cases / of) if of else 0
