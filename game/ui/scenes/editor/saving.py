"""Files kept: saving with what was written, what a crash left, and what others wrote meanwhile."""

from __future__ import annotations

import os
from subprocess import Popen
from typing import TYPE_CHECKING, Final

from game.authoring import rescue
from game.authoring.keeping import CannotSave, ChangedOnDisk
from game.ui import outside
from game.ui.file_watch import FileWatch
from game.ui.scenes.editor.desk import Question
from game.ui.scenes.file_news import News
from game.ui.toolkit.shaping import isolated

if TYPE_CHECKING:
    from game.ui.scenes.editor.scene import EditorScene


_STARTS_MS: Final = 10_000
"""How long a program may take to find that it cannot start."""


class Saving:
    """What happens between the workbench and the disk."""

    def __init__(self, scene: EditorScene) -> None:
        self.scene = scene
        self.told = ""
        """What was last done about the files, for the bar."""
        self._watch: FileWatch[bool] = FileWatch(scene.bench.folder, lambda: True)
        self._outside: tuple[str, Popen[bytes], int] | None = None
        """A program that was started for a file, and how long it has been watched."""

    def watch_anew(self) -> None:
        """Watch the folder in which the scenario lies now."""
        self._watch = FileWatch(self.scene.bench.folder, lambda: True)

    @property
    def files(self) -> int:
        """How many files are watched."""
        return self._watch.files

    def begin(self) -> None:
        """Offer what an editor that crashed has left behind."""
        scene, w = self.scene, self.scene.w
        if scene.bench.work.rescued is None:
            return
        scene.ask(
            Question(
                w("author.left_behind"),
                (
                    ("restore", w("author.restore"), self._restore),
                    ("forget", w("author.forget"), self._forget),
                ),
                w("author.left_behind_note"),
            )
        )

    def _restore(self) -> None:
        self.scene.bench.bring_back()
        self.scene.close_panel()
        self.scene.changed()

    def _forget(self) -> None:
        rescue.forget(self.scene.bench.work.folder)
        self.scene.close_panel()

    def drop(self) -> None:
        """Throw away what was kept of changes that nobody wants."""
        rescue.forget(self.scene.bench.work.folder)

    def save(self) -> bool:
        """Write what differs; says what was written, or why it could not be."""
        scene, w = self.scene, self.scene.w
        if not scene.bench.dirty:
            scene.toast(w("author.nothing_to_save"), "info")
            return True
        return self._write(over=False)

    def _write(self, *, over: bool) -> bool:
        scene, w = self.scene, self.scene.w
        differing = ", ".join(f"{name}.yaml" for name in scene.bench.unsaved_files())
        try:
            scene.bench.work.save(over=over)
        except ChangedOnDisk as error:
            self._tell_changed(error.files)
            return False
        except CannotSave as error:
            scene.toast(w("author.not_saved", why=str(error)), "x")
            return False
        self._watch.accept()
        scene.news = None
        scene.toast(w("author.saved", files=differing))
        scene.app.relayout()
        return True

    def update(self, dt_ms: int) -> None:
        """Let time pass: look whether another program has changed the files."""
        self._look_after(dt_ms)
        if self._watch.update(dt_ms):
            self._watch.accept()
            outside = self.scene.bench.work.changed_outside()
            if outside and self.scene.bench.dirty:
                self._tell_changed(outside)
            elif outside or self._inherited_changed():
                self._reload()

    def _inherited_changed(self) -> bool:
        """Whether what changed are files of a scenario this one builds on."""
        return bool(self.scene.bench.work.extends)

    def _tell_changed(self, files: tuple[str, ...]) -> None:
        scene, w = self.scene, self.scene.w
        names = ", ".join(f"{name}.yaml" for name in files)
        scene.news = News(
            w("author.changed_on_disk", files=names),
            (),
            (
                ("reload", w("author.reload"), self._reload),
                ("mine", w("author.keep_mine"), self._keep_mine),
            ),
        )
        scene.app.relayout()

    def _reload(self) -> None:
        scene = self.scene
        scene.news = None
        scene.bench.reload()
        scene.toast(scene.w("files.read_again"))
        scene.changed()

    def _keep_mine(self) -> None:
        self._write(over=True)
        self.scene.news = None
        self.scene.app.relayout()

    def open_line(self, file: str, line: int, col: int = 1) -> None:
        """Open a file of the package at a line in another program, or say why not."""
        scene, w = self.scene, self.scene.w
        place = f"{os.path.basename(file)}:{line}"
        if not os.path.isfile(file):
            scene.toast(w("author.open_not_saved", place=place), "x")
            return
        call = outside.call_for(os.path.abspath(file), line, col)
        if call is None:
            scene.toast(w("author.open_none", file=isolated(file), line=line), "x")
            return
        try:
            self._outside = (call.name, outside.start(call), 0)
        except OSError as error:
            why = error.strerror or str(error)
            scene.toast(w("author.open_failed", program=call.name, why=why), "x")
            return
        key = "author.opened_at" if call.at_line else "author.opened_file"
        unsaved = f" {w('author.open_unsaved')}" if scene.bench.dirty else ""
        scene.toast(w(key, place=place, program=call.name) + unsaved, "info")

    def _look_after(self, dt_ms: int) -> None:
        """Say so if a program that was just started has ended with an error."""
        if self._outside is None:
            return
        name, process, waited = self._outside
        code = process.poll()
        if code:
            why = self.scene.w("author.open_code", code=code)
            self.scene.toast(self.scene.w("author.open_failed", program=name, why=why), "x")
        done = code is not None or waited > _STARTS_MS
        self._outside = None if done else (name, process, waited + dt_ms)

    def tell_folder(self) -> None:
        """Say where the files lie, so that they can be opened with any other program."""
        folder = os.fspath(self.scene.bench.folder)
        self.scene.toast(self.scene.w("author.folder_is", folder=isolated(folder)), "info")
