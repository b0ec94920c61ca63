"""A package on the workbench: open, edit, undo, save."""

from __future__ import annotations

import os
from typing import Any

from game.authoring import rescue
from game.authoring.compiling import Made, make
from game.authoring.draft import Draft
from game.authoring.edit import Edit
from game.authoring.keeping import ChangedOnDisk, changed, fingerprint, read_texts, write_texts
from game.authoring.shelf import DraftShelf, encoded
from game.authoring.steps import Files, Step, Steps
from game.authoring.yaml_layout import Path
from game.authoring.yaml_text import CannotEdit, YamlText
from game.engine.scenario import Scenario
from game.scenario.build import Built
from game.scenario.layout import locate
from game.scenario.problems import Problems


class Workbench:
    """One package being edited. After every edit `problems`, `scenario` and `sketch` are current.

    Nothing is written to the package before `save`; what is not saved is kept aside after each
    step, so that a crash loses nothing (`rescued`).
    """

    def __init__(self, ref: str | os.PathLike[str]) -> None:
        """Open the package of that id or path.

        Raises:
            ScenarioError: if there is no such folder. A package with mistakes can be opened.
        """
        self.folder = locate(ref)
        texts, self._prints = read_texts(self.folder)
        self._saved: Files = {kind: YamlText(text) for kind, text in texts.items()}
        self._steps = Steps([Step(self._saved)])
        self._shelf = DraftShelf(self.folder, texts)
        self._made: Made = make(self._shelf)
        self._playable: Scenario | None = self._made.scenario
        self._reader = Draft(self._shelf, self._saved)
        self._rescued = rescue.find(self.folder)

    # --- what there is --------------------------------------------------------------------

    @property
    def problems(self) -> Problems:
        """Everything that is wrong with the package as it stands."""
        return self._made.problems

    @property
    def scenario(self) -> Scenario | None:
        """The scenario of the last state without mistakes; None if there was none yet."""
        return self._playable

    @property
    def sketch(self) -> Scenario | None:
        """The present state as far as it can be drawn, mistakes or not; never to be played.

        None if not even the map can be made out.
        """
        return self._made.sketch

    @property
    def documents(self) -> Any:
        """The checked documents of the present state by file; broken files have none."""
        return self._made.documents

    @property
    def built(self) -> Built:
        """What came of the present texts, from which warnings and the record are made."""
        return self._made.built

    @property
    def extends(self) -> tuple[str, ...]:
        """Folders of the scenarios this one builds on, the nearest first."""
        return self._made.folders[1:]

    @property
    def texts(self) -> dict[str, str]:
        """The texts of the package's own files by name without `.yaml`."""
        return {kind: text.text for kind, text in self._files.items()}

    def data(self, kind: str) -> Any:
        """Return the bare data of a file, with what is inherited; {} if absent or broken."""
        try:
            return self._reader.data(kind)
        except CannotEdit:
            return {}

    def get(self, kind: str, path: Path, default: Any = None) -> Any:
        """Return what stands at a path of a file; in a list an id finds its item."""
        try:
            return self._reader.get(kind, path, default)
        except CannotEdit:
            return default

    # --- editing --------------------------------------------------------------------------

    def edit(self, edit: Edit) -> bool:
        """Carry out an edit; False if it changes nothing.

        Raises:
            CannotEdit: if it cannot be done; then nothing is changed.
        """
        draft = Draft(self._shelf, self._files)
        try:
            edit.change(draft)
        except CannotEdit:
            self._shelf.texts = self.texts
            raise
        if _texts(draft.texts) == self.texts:
            return False
        self._steps.take(Step(draft.texts, edit.name, edit.about, edit.stroke))
        self._remake()
        if edit.stroke is None:
            self.keep()
        return True

    def end_stroke(self) -> None:
        """The brush is lifted: the next edit is a step of its own."""
        self._steps.end_stroke()
        self.keep()

    def undo(self) -> Step | None:
        """Take back the last step and return it; None if there is none."""
        return self._moved(self._steps.back())

    def redo(self) -> Step | None:
        """Do again what was taken back last and return it; None if there is nothing."""
        return self._moved(self._steps.forth())

    @property
    def undoable(self) -> Step | None:
        """The step `undo` would take back."""
        return self._steps.past[-1] if len(self._steps.past) > 1 else None

    @property
    def redoable(self) -> Step | None:
        """The step `redo` would do again."""
        return self._steps.future[-1] if self._steps.future else None

    # --- the disk -------------------------------------------------------------------------

    @property
    def dirty(self) -> bool:
        """True if there is anything to save."""
        return self.texts != _texts(self._saved)

    def save(self, *, over: bool = False) -> None:
        """Write the files that were edited; those that were not are not touched.

        `over` writes even over changes another program made meanwhile.

        Raises:
            ChangedOnDisk: if a file was changed by another program since; nothing is written.
            CannotSave: if the disk refuses. What is not saved is still kept aside.
        """
        outside = self.changed_outside()
        mine = [k for k in outside if self.texts.get(k) != _texts(self._saved).get(k)]
        if mine and not over:
            raise ChangedOnDisk(mine)
        self._steps.end_stroke()
        rescue.keep(self.folder, self._prints, self.texts)
        write_texts(self.folder, self._on_disk(over), self.texts)
        self._saved = self._files
        for kind in set(self._prints) | set(self.texts):
            if kind not in outside or kind in mine:
                self._print(kind)
        rescue.forget(self.folder)

    def save_as(self, folder: str | os.PathLike[str]) -> None:
        """Write the package into a new folder, whose name becomes its id, and go on with that.

        What was not saved is saved there; the old folder stays as it is. Undo goes on.

        Raises:
            CannotCreate: if the folder cannot be used; nothing has changed then.
        """
        from game.authoring.moving import write_as

        self._steps.end_stroke()
        target, texts = write_as(folder, self.folder, self.texts)
        rescue.forget(self.folder)
        files = {kind: YamlText(text) for kind, text in texts.items()}
        self.folder, self._saved, self._rescued = target, files, None
        self._shelf = DraftShelf(target, texts)
        self._prints = {kind: fingerprint(encoded(text)) for kind, text in texts.items()}
        self._steps.take(Step(files, "save.as"))
        self._remake()

    def changed_outside(self) -> tuple[str, ...]:
        """Return the files that another program changed since they were read, by name."""
        return changed(self.folder, self._prints)

    def reload(self, kinds: tuple[str, ...] | None = None) -> bool:
        """Take files as they are on the disk now; a step that can be undone.

        `kinds` names them, all if left out. Returns False if nothing changed.
        """
        texts, prints = read_texts(self.folder)
        wanted = kinds if kinds is not None else tuple(set(texts) | set(self._files))
        files, saved = dict(self._files), dict(self._saved)
        for kind in wanted:
            for target in (files, saved):
                target.pop(kind, None)
                if kind in texts:
                    target[kind] = YamlText(texts[kind])
            self._prints.pop(kind, None)
            if kind in prints:
                self._prints[kind] = prints[kind]
        self._saved = saved
        if _texts(files) == self.texts:
            return False
        self._steps.take(Step(files, "reload", tuple(sorted(wanted))))
        self._remake()
        return True

    # --- after a crash --------------------------------------------------------------------

    def keep(self) -> None:
        """Keep aside what is not saved, in the player's data folder; never raises."""
        if self.dirty:
            rescue.keep(self.folder, self._prints, self.texts)
        else:
            rescue.forget(self.folder)

    @property
    def rescued(self) -> rescue.Rescued | None:
        """Work on this package from an earlier run that ended before it was saved.

        It stays here until taken up or put away, also when new work is kept aside.
        """
        found = self._rescued
        return found if found is not None and found.texts != self.texts else None

    def bring_back(self) -> bool:
        """Take up the rescued work as one step; False if there is none."""
        found, self._rescued = self.rescued, None
        if found is None:
            return False
        files = {kind: YamlText(text) for kind, text in found.texts.items()}
        self._steps.take(Step(files, "rescue"))
        self._remake()
        self.keep()
        return True

    # --- within ---------------------------------------------------------------------------

    @property
    def _files(self) -> Files:
        return self._steps.now.files

    def _moved(self, step: Step | None) -> Step | None:
        if step is not None:
            self._remake()
            self.keep()
        return step

    def _remake(self) -> None:
        self._reader = Draft(self._shelf, self._files)
        self._made = make(self._shelf)
        if self._made.scenario is not None:
            self._playable = self._made.scenario

    def _on_disk(self, over: bool) -> dict[str, str]:
        """Return the texts the disk is taken to hold; what differs from them is written."""
        return read_texts(self.folder)[0] if over else _texts(self._saved)

    def _print(self, kind: str) -> None:
        self._prints.pop(kind, None)
        if kind in self.texts:
            self._prints[kind] = fingerprint(encoded(self.texts[kind]))


def _texts(files: Files) -> dict[str, str]:
    return {kind: text.text for kind, text in files.items()}
