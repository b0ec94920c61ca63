"""What the author does with the files: edits, undo, saving, trying out, problems, finding."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final, TypeVar

from game.authoring.yaml_text import CannotEdit
from game.ui.problem_words import said
from game.ui.scenes.editor.bench import Item
from game.ui.scenes.editor.desk import Desk, Question
from game.ui.scenes.editor.kinds import KINDS, Ref, kind_of
from game.ui.scenes.editor.problem_list import resting_words
from game.ui.scenes.editor.saving import Saving
from game.ui.scenes.editor.trial_day import TrialDay

T = TypeVar("T")
_MOST_FOUND: Final = 40


class Papers(Desk):
    """The part of the editor that works on the files."""

    saving: Saving
    trial: TrialDay
    writing: tuple[Ref, tuple[str | int, ...], str, str] | None = None
    """The field that is being written: thing, path of the value in it, the text, its kind."""

    # --- edits ------------------------------------------------------------------------------

    def edit(self, deed: Callable[[], T]) -> T | None:
        """Carry out an edit; what is refused is told in a sentence, and nothing has changed."""
        try:
            made = deed()
        except CannotEdit as error:
            self.toast(str(error), "x")
            return None
        self.changed()
        return made

    def changed(self) -> None:
        """Show what the files say now."""
        raise NotImplementedError

    def undo(self) -> None:
        """Ctrl-Z: take the last edit back."""
        self.finish_writing()
        if self.bench.can_undo:
            self.bench.undo()
            self._after_step()
        else:
            self.toast(self.w("author.no_undo"), "info")

    def redo(self) -> None:
        """Ctrl-Y: do the edit again that was taken back last."""
        self.finish_writing()
        if self.bench.can_redo:
            self.bench.redo()
            self._after_step()
        else:
            self.toast(self.w("author.no_redo"), "info")

    def _after_step(self) -> None:
        if self.selected is not None and not self.bench.exists(self.selected):
            self.selected = None
            self.opened = self.resting_panel()
        self.changed()

    # --- fields -----------------------------------------------------------------------------

    def write_field(
        self, ref: Ref, path: tuple[str | int, ...], kind: str
    ) -> Callable[[object], None]:
        """Return what keeps the text of a field while it is being written."""

        def keep(text: object) -> None:
            if self.writing is not None and self.writing[:2] != (ref, path):
                self.finish_writing()
            self.writing = (ref, path, str(text), kind)

        return keep

    def finish_writing(self) -> None:
        """Take over what stands in a field that is being written."""
        writing, self.writing = self.writing, None
        if writing is not None:
            ref, path, text, kind = writing
            done = self.edit(lambda: self.bench.write(ref, path, text, kind))
            if done and path == ("id",) and self.selected == ref:
                self.selected = (ref[0], (*ref[1][:-1], text.strip()))
                self.changed()

    def left_field(self, name: str) -> None:
        """The focus has left a control: what was written in it counts now."""
        if name.startswith("field_"):
            self.finish_writing()

    def set_field(self, ref: Ref, path: tuple[str | int, ...], value: object) -> Callable[[], None]:
        """Return what gives a field a value at once."""

        def act() -> None:
            self.finish_writing()
            self.edit(lambda: self.bench.put(ref, path, value))

        return act

    # --- things -----------------------------------------------------------------------------

    def add_item(self) -> None:
        """Ins: add a thing of the kind whose list is shown."""
        self.finish_writing()
        kind = KINDS[self.kind]
        if not kind.single:
            here = self.cursor if self.cursor >= 0 else self._middle()
            made = self.edit(lambda: self.bench.add(kind.id, here))
            if made is not None:
                self.select(made)

    def add_at(self, here: int) -> None:
        """Add what the tool in the hand makes, in a hex."""
        kind = "entry" if self.hand.tool.id == "box" else self.hand.tool.kinds[0]
        made = self.edit(lambda: self.bench.add(kind, here))
        if made is not None:
            self.select(made)

    def _middle(self) -> int:
        view = self.map
        return view.hex_at(view.rect.center) if view is not None else -1

    def delete_selected(self) -> None:
        """Del: delete what is selected."""
        self.finish_writing()
        refs: list[Ref] = [("forces", ("units", unit)) for unit in sorted(self.units)]
        if not refs and self.selected is not None:
            kind = kind_of(self.selected)
            if kind is None or not kind.single:
                refs = [self.selected]
        if not refs:
            return
        done = self.edit(lambda: self.bench.delete(refs))
        if done is not None:
            self.select(None)

    def duplicate_selected(self) -> None:
        """Ctrl-D: make another thing like the one that is selected."""
        self.finish_writing()
        ref = self.selected
        kind = kind_of(ref) if ref is not None else None
        if ref is None or kind is None or kind.single:
            return
        made = self.edit(lambda: self.bench.duplicate(ref))
        if made is not None:
            self.select(made)

    def copy_units(self) -> None:
        """Ctrl-C: remember the selected units."""
        if self.units:
            self.clipboard = tuple(sorted(self.units))
        elif self.selected is not None and self.selected[1][:1] == ("units",):
            self.clipboard = (str(self.selected[1][1]),)
        if self.clipboard:
            self.toast(self.w("author.copied", count=len(self.clipboard)))

    def paste_units(self) -> None:
        """Ctrl-V: put copies of the remembered units at the pointer, as they stood together."""
        here = self.hover if self.hover >= 0 else self.cursor
        if not self.clipboard or here < 0:
            return
        made = self.edit(lambda: self.bench.paste_units(self.clipboard, here))
        if made:
            self.select(("forces", ("units", made[0])) if len(made) == 1 else None)
            self.units = frozenset(made) if len(made) > 1 else frozenset()
            self.mark_map()

    clipboard: tuple[str, ...] = ()

    def new_landmass(self) -> None:
        """Take a landmass in the hand that does not exist yet."""
        name = self.bench.free_landmass()
        self.hand.inks["river.landmass"] = name
        self.bench.fresh_landmass = name
        self.app.relayout()

    # --- problems ---------------------------------------------------------------------------

    def go_to_problem(self, number: int) -> None:
        """Point a problem out: its place on the map, its field in the form."""
        if not 0 <= number < len(self.bench.problems):
            return
        self.problem_at, self.pointed = number, self.bench.problems[number]
        where = self.bench.wheres[number]
        if where.ref is not None:
            self.select(where.ref)
        if where.hex >= 0:
            self.look_at(where.hex)
            self.cursor = where.hex
        if where.path:
            self.app.relayout()
            self.layout(self.app)
            self.controls.set_focus(field_name(where.path), visible=True)
        self.app.say(said(self.bench.problems[number].message, self.theme.lang))
        self.mark_map()
        self.app.relayout()

    def step_problem(self, step: int) -> None:
        """F8: point the next problem out."""
        count = len(self.bench.problems)
        if count:
            start = self.problem_at if self.problem_at >= 0 else -1 if step > 0 else 0
            self.go_to_problem((start + step) % count)
        else:
            self.toast(self.w(resting_words(self.bench)))

    def toggle_list(self) -> None:
        """L: open or close the list of problems."""
        self.list_open = not self.list_open
        self.app.relayout()

    # --- finding ----------------------------------------------------------------------------

    def open_find(self) -> None:
        """Ctrl-F: look for anything by id or name."""
        self.opened = ""
        self.show_panel("find")
        self.layout(self.app)
        self.controls.set_focus("found_text", visible=True)
        # What was looked for last is written over by the next word.
        self.controls.anchor = 0 if self.found_text else -1

    def search(self, text: object) -> None:
        """Take what was typed to be found."""
        self.found_text = str(text)
        self.app.relayout()

    def filter_list(self, text: object) -> None:
        """Take what was typed to shorten the list."""
        self.list_text = str(text)
        self.app.relayout()

    def found(self) -> list[Item]:
        """Return the things whose id or name has what was typed; a hex by its number too."""
        wanted = self.found_text.strip().casefold()
        return self.bench.search(wanted)[:_MOST_FOUND] if wanted else []

    def open_found(self, item: Item) -> Callable[[], None]:
        """Return what shows a thing that was found."""

        def act() -> None:
            if item.kind == "hex":
                self.look_at(item.hex)
                self.cursor = item.hex
                self.controls.part = "map"
                self.mark_map()
            else:
                self.select(item.ref, look=True)

        return act

    def go_to_first_found(self) -> None:
        """Enter: show the first thing that was found."""
        found = self.found()
        if found:
            self.open_found(found[0])()

    # --- files ------------------------------------------------------------------------------

    def save(self) -> None:
        """Ctrl-S: write the files that differ."""
        self.finish_writing()
        self.saving.save()

    def open_other(self) -> None:
        """Ctrl-O: back to the list of scenarios."""
        self.leave_editor()

    def leave_editor(self) -> None:
        """Go back; with unsaved changes a question comes first."""
        self.finish_writing()
        if not self.bench.dirty:
            self.app.pop()
            return
        w = self.w
        self.ask(
            Question(
                w("author.leave"),
                (
                    ("save", w("author.save_and_leave"), self._save_and_leave),
                    ("drop", w("author.leave_unsaved"), self._drop_and_leave),
                    ("stay", w("author.keep_editing"), self.close_panel),
                ),
            )
        )

    def _save_and_leave(self) -> None:
        if self.saving.save():
            self.app.pop()

    def _drop_and_leave(self) -> None:
        self.saving.drop()
        self.app.pop()

    def dropped(self, path: str) -> None:
        """A file was dropped on the window: a map of the world, or another scenario."""
        self.toast(self.w("author.drop_what", name=Path(path).name), "info")

    # --- trying out -------------------------------------------------------------------------

    def test(self) -> None:
        """F5: play the scenario as it is, without saving it, from the chosen day on."""
        self.finish_writing()
        if not self.bench.can_test:
            self.toast(self.w("author.test_why", count=self.bench.count), "info")
            return
        self.trial.begin()

    def open_trial(self) -> None:
        """Shift+F5: choose the day and the side of the trial."""
        self.show_panel("trial")

    # --- other programs ---------------------------------------------------------------------

    def open_outside(self) -> None:
        """Ctrl+E: open what is pointed out or selected in another program, at its line."""
        problem = self.bench.problems[self.problem_at] if self.problem_at >= 0 else None
        if problem is not None:
            self.saving.open_line(problem.file, problem.line, problem.col)
            return
        file, line, col = self.bench.line_of(self.selected or ("scenario", ()))
        self.saving.open_line(file, line, col)


def field_name(path: tuple[str | int, ...]) -> str:
    """Return the id of the control of a field."""
    return "field_" + ".".join(str(part) for part in path)
