"""The replay as lines of JSON: one object a day, then the account of its fidelity."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date as Day  # noqa: N812 - as in the documents

from game.history.chronicle import Chronicle
from game.history.day_report import Plain, day_report
from game.history.fidelity import Fidelity, played


def lines(
    chronicle: Chronicle, fidelity: Fidelity, first: Day | None = None, last: Day | None = None
) -> Iterator[str]:
    """Yield a line for each day shown, and the account of fidelity as the last one."""
    for day in played(chronicle, fidelity, last):
        if first is None or day.date >= first.isoformat():
            yield _line(day_report(chronicle.record, day))
    yield _line(fidelity.as_dict())


def _line(plain: Plain) -> str:
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":"))
