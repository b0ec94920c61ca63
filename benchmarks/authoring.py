"""What an edit costs an author, on the whole campaign: from the edit to the problems anew.

Run with `python benchmarks/authoring.py`.
"""

from __future__ import annotations

import os
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from game.authoring import edit, ground, units
from game.authoring.new_package import extending_package
from game.authoring.resizing import resize
from game.authoring.workbench import Workbench

CAMPAIGN = "deir_ez_zor_2017"
BUDGET_MS = 150


def timed(name: str, work: Callable[[int], object], times: int = 15) -> None:
    taken = []
    for number in range(times):
        start = time.perf_counter()
        work(number)
        taken.append(1000 * (time.perf_counter() - start))
    print(f"{name:44} {statistics.median(taken):8.1f} ms   worst {max(taken):8.1f}")


def edits(bench: Workbench) -> None:
    timed("a unit moved", lambda n: bench.edit(units.move("tig_1", f"{14 + n}_20")))
    timed(
        "a brush over seven hexes",
        lambda n: bench.edit(
            ground.paint("terrain", range(7 * n, 7 * n + 7), "urban", stroke="pull")
        ),
    )
    timed(
        "a text of the journal",
        lambda n: bench.edit(edit.put("journal", ("journal", 5, "grade"), "ABC"[n % 3])),
    )
    timed("undo", lambda _: bench.undo())
    timed("the map grown by a column", lambda _: bench.edit(resize(east=1)), times=3)


def main() -> None:
    print(f"budget of an edit: {BUDGET_MS} ms")
    with tempfile.TemporaryDirectory() as folder:
        os.environ["FURAT_DATA_DIR"] = os.path.join(folder, "data")
        target = Path(folder) / CAMPAIGN
        shutil.copytree(ROOT / "scenarios" / CAMPAIGN, target)
        timed("open the campaign", lambda _: Workbench(target), times=3)
        edits(Workbench(target))
        print("in a package that extends the campaign:")
        edits(Workbench(extending_package(Path(folder) / "child", str(target)).folder))


if __name__ == "__main__":
    main()
