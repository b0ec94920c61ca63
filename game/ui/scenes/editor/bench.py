"""The workbench as the screen sees it: things with names and places, inks, problems on the map."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from game.authoring import searching
from game.authoring.edit import Edit
from game.authoring.second_look import SecondLook
from game.authoring.workbench import Workbench
from game.engine.new_game import set_up
from game.engine.scenario import Scenario
from game.engine.state import GameState
from game.hexes import HexGrid
from game.scenario.problems import Problem
from game.ui.scenes.editor import findings
from game.ui.scenes.editor.findings import Where
from game.ui.scenes.editor.kinds import KINDS, Kind, Ref


@dataclass(frozen=True, slots=True)
class Item:
    """A thing in a list."""

    kind: str
    ref: Ref
    id: str
    en: str = ""
    ar: str = ""
    told: str = ""
    icon: str = ""
    hex: int = -1

    @property
    def key(self) -> str:
        """A word for its control."""
        return f"{self.kind}_{self.ref[1][-1] if self.ref[1] else self.id}"

    @property
    def searched(self) -> str:
        """What is searched in it."""
        return f"{self.id} {self.en} {self.ar} {self.told}".casefold()

    def name(self, lang: str) -> str:
        """Return its name in a language."""
        return (self.ar or self.en) if lang == "ar" else (self.en or self.ar)

    def note(self, lang: str) -> str:
        """Return the line below its name."""
        return " · ".join(part for part in (self.id if self.name(lang) else "", self.told) if part)


class Bench:
    """One package being worked on, and what the screen derives from it."""

    def __init__(self, workbench: Workbench) -> None:
        self.work = workbench
        self.folder = Path(workbench.folder)
        self.revision = 0
        """Goes up whenever the texts change."""
        self.fresh_landmass = ""
        self.second_look = SecondLook(workbench)
        self._warned: tuple[Where, ...] = ()
        self._state: GameState | None = None
        self._derive()

    # --- what there is ----------------------------------------------------------------------

    @property
    def sketch(self) -> Scenario | None:
        """What is drawn: the present state as far as it can be made out."""
        return self._sketch

    @property
    def scenario(self) -> Scenario | None:
        """What is played: the present state, if nothing is wrong with it."""
        return self.work.scenario if self.can_test else None

    @property
    def state(self) -> GameState | None:
        """The forces of what is drawn, as they are set up."""
        return self._state

    @property
    def grid(self) -> HexGrid | None:
        """The hexes of the map, None without one."""
        return self._sketch.board.grid if self._sketch is not None else None

    @property
    def dirty(self) -> bool:
        """Whether there is anything to save."""
        return self.work.dirty

    @property
    def can_undo(self) -> bool:
        """Whether there is an edit to take back."""
        return self.work.undoable is not None

    @property
    def can_redo(self) -> bool:
        """Whether an edit was taken back and can be done again."""
        return self.work.redoable is not None

    @property
    def can_test(self) -> bool:
        """Whether the scenario can be played."""
        return not self.work.problems and self.work.scenario is not None

    def can_edit(self, file: str) -> bool:
        """Whether a file can be changed: one that is no YAML must be mended by hand."""
        text = self.work.texts.get(file)
        return text is None or not text.strip() or bool(self.data(file))

    def data(self, file: str) -> dict[str, Any]:
        """Return what a file says, with what it inherits."""
        found = self._data.get(file)
        if found is None:
            read = self.work.data(file)
            found = self._data[file] = read if isinstance(read, dict) else {}
        return found

    def value(self, ref: Ref, path: tuple[str | int, ...] = (), default: object = None) -> Any:
        """Return what stands in a thing, by number or id in lists; the default if nothing does."""
        here: Any = self.data(ref[0])
        for part in (*ref[1], *path):
            here = findings.below(here, part)
            if here is None:
                return default
        return here

    def exists(self, ref: Ref) -> bool:
        """Whether a thing is there."""
        return not ref[1] or self.value(ref) is not None

    # --- changing ---------------------------------------------------------------------------

    def carry_out(self, edit: Edit) -> bool:
        """Carry out an edit; False if it changes nothing. CannotEdit if it cannot be done."""
        done = self.work.edit(edit)
        if done:
            self._derive()
        return done

    def undo(self) -> None:
        """Take the last edit back."""
        self.work.undo()
        self._derive()

    def redo(self) -> None:
        """Do the edit again that was taken back last."""
        self.work.redo()
        self._derive()

    def save_as(self, folder: Path) -> None:
        """Write everything into a new folder and go on with that; CannotCreate if it cannot be."""
        self.work.save_as(folder)
        self.folder = Path(self.work.folder)
        self._derive()

    def reload(self) -> None:
        """Take the files as they are on the disk."""
        self.work.reload()
        self._derive()

    def bring_back(self) -> None:
        """Take up what a crash left behind."""
        self.work.bring_back()
        self._derive()

    def _derive(self) -> None:
        self.revision += 1
        self._data: dict[str, dict[str, Any]] = {}
        self._items: dict[str, list[Item]] = {}
        sketch = self.work.sketch
        if sketch is not None:
            self._sketch: Scenario | None = sketch
            self._state = set_up(sketch)
        elif self.revision == 1:
            self._sketch = None
        self.second_look.changed()
        self.count = len(self.work.problems)
        """How many errors there are, those that nobody worded included."""
        self._list_problems()

    def _list_problems(self) -> None:
        """Put errors and warnings in a row; old warnings keep the places they were about."""
        errors, second = tuple(self.work.problems), self.second_look
        if second.current or not second.found:
            self._warned = self._places(second.found)
        self.problems: tuple[Problem, ...] = (*errors, *second.found)
        """What is wrong or probably not meant: first the errors, then the warnings."""
        self.wheres: tuple[Where, ...] = (*self._places(errors), *self._warned)
        on_map = [n for n, place in enumerate(self.wheres) if place.hex >= 0 and not self.is_old(n)]
        self.plates = {number: nth for nth, number in enumerate(on_map, 1)}
        """Numbers on the map by number of the problem."""

    def _places(self, problems: Sequence[Problem]) -> tuple[Where, ...]:
        return tuple(findings.where(self.data, p, self.grid, self._sketch) for p in problems)

    def is_old(self, number: int) -> bool:
        """Whether a problem was seen before the last change, and may be gone by now."""
        return self.problems[number].severity == "warning" and not self.second_look.current

    def look(self, dt_ms: int, *, busy: bool) -> bool:
        """Let time pass: look for warnings while nothing changes; True if there is news."""
        news = self.second_look.update(dt_ms, busy=busy)
        if news:
            self._list_problems()
        return news

    # --- things -----------------------------------------------------------------------------

    def items(self, kind: str) -> list[Item]:
        """Return the things of a kind, in the order of the file."""
        known = self._items.get(kind)
        if known is None:
            known = self._items[kind] = self._list(KINDS[kind])
        return known

    def _list(self, kind: Kind) -> list[Item]:
        found = findings.below(self.data(kind.file), kind.path[0]) if kind.path else None
        rows = found if isinstance(found, list) else []
        return [self._item(kind, number, row) for number, row in enumerate(rows)]

    def _item(self, kind: Kind, number: int, row: Any) -> Item:
        row = row if isinstance(row, dict) else {"": row}
        name = row.get("id")
        known = isinstance(name, str) and name != ""
        ref: Ref = (kind.file, (*kind.path, name if known else number))
        en, ar, told = findings.told(kind.id, row)
        here = findings.spot(row, self.grid, self._sketch)
        return Item(kind.id, ref, str(name) if known else str(number + 1), en, ar, told,
                    kind.icon, here)  # fmt: skip

    def search(self, wanted: str) -> list[Item]:
        """Return the things whose id, name or facts have a text; first those that begin with it."""
        found: list[Item] = []
        if self.grid is not None:
            try:
                here = self.grid.parse(wanted.replace(",", "_").replace(" ", "_"))
                label = self.grid.label(here)
                found.append(Item("hex", ("map", ()), label, label, icon="hex", hex=here))
            except ValueError:
                pass
        for hit in searching.search(self.work, wanted):
            item = self.item((hit.kind, hit.path))
            if item is not None:
                found.append(item)
        return found

    def item(self, ref: Ref) -> Item | None:
        """Return a thing of a list."""
        return next((item for kind in KINDS.values() if kind.file == ref[0] and not kind.single
                     for item in self.items(kind.id) if item.ref == ref), None)  # fmt: skip

    def line_of(self, ref: Ref) -> tuple[str, int, int]:
        """Return file, line and column (both from 1) at which a thing is written."""
        tree = self.work.built.bundle.trees.get(ref[0])
        own = str(self.folder / f"{ref[0]}.yaml")
        if tree is None:
            return own, 1, 1
        path: list[str | int] = []
        here: Any = self.data(ref[0])
        for part in ref[1]:
            number = None
            if isinstance(here, list) and isinstance(part, str):
                named = (n for n, x in enumerate(here) if findings.below([x], part) is not None)
                number = next(named, None)
            path.append(part if number is None else number)
            here = findings.below(here, part)
        source, line, col = tree.spot(tuple(path))
        return source.name, line, col

    # --- on the map -------------------------------------------------------------------------

    def hexes_of(self, ref: Ref) -> list[int]:
        """Return the hexes a thing is about."""
        row = self.value(ref) if ref[1] else None
        return findings.hexes(row, self.grid, self._sketch) if isinstance(row, dict) else []

    def hex_of(self, ref: Ref) -> int:
        """Return the hex to look at for a thing, -1 for none."""
        return next(iter(self.hexes_of(ref)), -1)

    def things_at(self, here: int) -> list[Ref]:
        """Return what lies in a hex: units, places, crossings, entries, roads, in this order."""
        found: list[Ref] = []
        for kind in _ON_MAP:
            found += [item.ref for item in self.items(kind) if here in self.hexes_of(item.ref)]
        return found

    def told_of_hex(self, here: int, lang: str) -> str:
        """Return number, ground and place of a hex in one line."""
        sketch = self._sketch
        if sketch is None or not 0 <= here < sketch.board.grid.size:
            return ""
        board = sketch.board
        ground = sketch.rules.terrains[board.terrain[here]]
        words = [board.grid.label(here).replace("_", ","), _named(ground, lang)]
        words += [_named(place, lang) for place in board.places if here in place.hexes][:1]
        side = board.start_control[here]
        if side < len(sketch.oob.sides):
            words.append(_named(sketch.oob.sides[side], lang))
        return " · ".join(words)

    # --- problems ---------------------------------------------------------------------------

    def plate_spots(self) -> list[tuple[int, int]]:
        """Return (hex, number) of the problems on the map."""
        return [(self.wheres[number].hex, nth) for number, nth in self.plates.items()]

    def problem_of_plate(self, plate: int) -> int:
        """Return the number of the problem with a number on the map."""
        return next(number for number, nth in self.plates.items() if nth == plate)

    def problems_in(self, ref: Ref) -> dict[tuple[str | int, ...], Problem]:
        """Return the problems of a thing by the path in it."""
        found: dict[tuple[str | int, ...], Problem] = {}
        for number, (problem, place) in enumerate(zip(self.problems, self.wheres, strict=True)):
            if place.ref == ref and not self.is_old(number):
                found.setdefault(place.path, problem)
        return found


_ON_MAP: Final = ("unit", "crossing", "entry", "place", "belt", "tunnel", "road")


def _named(thing: Any, lang: str) -> str:
    return str((thing.name_ar or thing.name) if lang == "ar" else thing.name)


Maker = Callable[[], Sequence[str]]
