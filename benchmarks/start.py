"""What starting costs over bare Python, in ms of process time: `python benchmarks/start.py`.

Medians over several fresh processes: `--help`, and loading the default scenario with a warm cache.
Prints JSON.
"""

import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
REPEATS = 15
LOAD = "from game.scenario.package import load_scenario; load_scenario('deir_ez_zor_2017')"


def process_ms(arguments: list[str], environment: dict[str, str]) -> float:
    """Return the process time of one run of Python, user and system."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.DEVNULL,
        check=True,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime - before.ru_utime
    return 1000 * (spent + after.ru_stime - before.ru_stime)


def main() -> None:
    runs = {"bare": ["-c", "pass"], "help": ["main.py", "--help"], "load": ["-c", LOAD]}
    with tempfile.TemporaryDirectory() as cache:
        environment = {**os.environ, "FURAT_CACHE_DIR": cache}
        environment.pop("PYTHONPATH", None)
        times: dict[str, list[float]] = {name: [] for name in runs}
        for arguments in runs.values():
            process_ms(arguments, environment)
        for _ in range(REPEATS):
            for name, arguments in runs.items():
                times[name].append(process_ms(arguments, environment))
    median = {name: statistics.median(found) for name, found in times.items()}
    figures = {
        "bare_ms": round(median["bare"], 1),
        "help_over_bare_ms": round(median["help"] - median["bare"], 1),
        "load_over_bare_ms": round(median["load"] - median["bare"], 1),
    }
    print(json.dumps(figures, indent=2))


if __name__ == "__main__":
    main()
