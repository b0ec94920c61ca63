"""Files kept: saving with what was written, what a crash left, and what others wrote meanwhile."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from game.authoring import rescue
from game.authoring.keeping import CannotSave, ChangedOnDisk
from game.ui.file_watch import FileWatch
from game.ui.scenes.editor.desk import Question
from game.ui.scenes.file_news import News

if TYPE_CHECKING:
    from game.ui.scenes.editor.scene import EditorScene


class Saving:
    """What happens between the workbench and the disk."""

    def __init__(self, scene: EditorScene) -> None:
        self.scene = scene
        self.told = ""
        """What was last done about the files, for the bar."""
        self._watch: FileWatch[bool] = FileWatch(scene.bench.folder, lambda: True)

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

    def tell_folder(self) -> None:
        """Say where the files lie, so that they can be opened with any other program."""
        folder = os.fspath(self.scene.bench.folder)
        self.scene.toast(self.scene.w("author.folder_is", folder=folder), "info")
