"""How the program is put together (docs/architecture.md)."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

from game.engine import events, orders
from game.engine.order_reading import VERBS
from game.engine.order_rules import ORDER_RULES
from game.engine.refusal import Refusal

ROOT = Path(__file__).parents[2]
GAME = ROOT / "game"
RULES = GAME / "engine" / "rules"
FRONT_ENDS = ("text", "cli", "ui")
MOST_LINES = 250
IMPURE = {
    "pygame", "yaml", "numpy", "pydantic", "click", "random", "time", "datetime", "pathlib", "os",
    "logging", "io", "sys", "secrets", "threading", "asyncio",
}  # fmt: skip


def modules(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.py"))


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def imported(path: Path) -> Iterator[str]:
    """Full names of the modules a file imports, anywhere in it."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            yield node.module or ""


def test_imports_point_down() -> None:
    """The contracts of pyproject.toml."""
    code = "from importlinter.cli import lint_imports; raise SystemExit(lint_imports())"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 broken" in done.stdout


@pytest.mark.parametrize(
    "path", [*modules(GAME / "engine"), *modules(GAME / "hexes")], ids=lambda p: p.stem
)
def test_the_engine_is_pure(path: Path) -> None:
    """No screen, file, clock, log or hidden randomness."""
    tops = {name.partition(".")[0] for name in imported(path)}
    assert not tops & IMPURE
    inner = {name for name in imported(path) if name.startswith("game")}
    allowed = ("game.hexes",) if "hexes" in path.parts else ("game.hexes", "game.engine")
    assert all(name.startswith(allowed) for name in inner)


@pytest.mark.parametrize("path", modules(GAME / "engine"), ids=lambda p: p.stem)
def test_imports_stand_at_the_top(path: Path) -> None:
    """No import inside a function: the rules have no cycles to break."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef):
            inner = [n for n in ast.walk(node) if isinstance(n, (ast.Import, ast.ImportFrom))]
            assert not inner, node.name


def test_only_front_ends_print() -> None:
    for path in modules(GAME):
        if path.relative_to(GAME).parts[0] in FRONT_ENDS or path.name == "__main__.py":
            continue
        called = [n.func for n in ast.walk(tree(path)) if isinstance(n, ast.Call)]
        assert not [f for f in called if isinstance(f, ast.Name) and f.id == "print"], path


@pytest.mark.parametrize("path", modules(RULES), ids=lambda p: p.stem)
def test_a_rule_fits_on_a_few_pages(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MOST_LINES


def test_every_order_has_its_rule() -> None:
    """And the written form of it a reader."""
    every = set(get_args(orders.Order))
    assert set(ORDER_RULES) == every - {orders.Recorded}
    assert len(VERBS) >= len(every) - 4, "Recorded and Decree are not typed; AttackBox shares"


def test_every_kind_of_event_names_its_rule() -> None:
    kinds = [
        kind for kind in vars(events).values()
        if isinstance(kind, type) and issubclass(kind, events.Event) and kind is not events.Event
    ]  # fmt: skip
    assert len(kinds) > 40
    for kind in kinds:
        section, _, part = kind.rule.partition(".")
        assert section.isdigit(), kind
        assert part.isdigit(), kind
        assert kind.__dataclass_params__.frozen  # type: ignore[attr-defined]


def test_every_refusal_and_every_event_is_used() -> None:
    text = "".join(p.read_text(encoding="utf-8") for p in modules(GAME / "engine"))
    unused = [code.name for code in Refusal if f"Refusal.{code.name}" not in text]
    assert not unused
    rules = "".join(p.read_text(encoding="utf-8") for p in modules(RULES))
    rules += (GAME / "engine" / "draft.py").read_text(encoding="utf-8")
    kinds = [n for n, k in vars(events).items() if isinstance(k, type) and n[0].isupper()]
    told = [name for name in kinds if f"{name}(" in rules]
    base = {"Event", "ClassVar", "CrossingState", "Purpose", "Relation", "Status", "Supply"}
    assert set(kinds) - set(told) <= base


def test_reading_a_scenario_does_not_load_the_rules() -> None:
    """Start-up stays light: the static values import no rule, order or event."""
    code = (
        "import sys, game.engine.scenario as s;"
        "raise SystemExit(any(m.startswith('game.engine.') and m.split('.')[2] in"
        " ('rules', 'orders', 'events', 'apply') for m in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


def test_the_command_line_does_not_load_pygame() -> None:
    code = "import sys, game.cli, game.engine; raise SystemExit('pygame' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert done.returncode == 0


def test_docstrings_of_rules_cite_the_rulebook() -> None:
    """Every module of rules says what it is; every function that others call says what it does."""
    for path in modules(RULES):
        found = tree(path)
        assert ast.get_docstring(found), path
        public = [n for n in found.body if isinstance(n, (ast.FunctionDef, ast.ClassDef))]
        for node in public:
            assert node.name.startswith("_") or ast.get_docstring(node), f"{path}: {node.name}"
