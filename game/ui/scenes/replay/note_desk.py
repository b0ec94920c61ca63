"""Writing notes and setting bookmarks."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.ui.scenes.replay.scene import ReplayScene


class NoteDesk:
    """What is being written, before it is in the notebook."""

    def __init__(self, scene: ReplayScene) -> None:
        self.scene = scene
        self.draft = ""
        self.editing: int | None = None
        """Number of the note that is being written anew."""

    def ask(self) -> None:
        """Open the notes with the pen in hand."""
        scene = self.scene
        scene.head.playing = False
        scene.tab, scene.view = "notes", ""
        scene.open_drawer(True)
        scene.focus_on("note_field")

    def write(self, text: object) -> None:
        """Keep what is being written."""
        self.draft = str(text)

    def save(self) -> None:
        """Save the note that was written."""
        scene = self.scene
        book, date = scene.notebook, scene.page.date
        if self.editing is not None:
            book.change(self.editing, self.draft)
        else:
            book.add(date, self.draft)
        if self.draft.strip() and not book.trouble:
            scene.toast(scene.w("replay.note_saved", date=scene.short(scene.page.turn)))
        self.drop()
        scene.focus_on("note_field")

    def drop(self) -> bool:
        """Leave a note as it was; False if none was being changed."""
        was = self.editing is not None
        self.draft, self.editing = "", None
        return was

    def edit(self, number: int) -> None:
        """Take a note into the field again."""
        self.editing, self.draft = number, self.scene.notebook.notes[number].text
        self.ask()
        self.scene.controls.caret = len(self.draft)

    def delete(self, number: int) -> None:
        """Take a note away."""
        self.drop()
        self.scene.notebook.change(number, "")
        self.scene.app.relayout()

    def new_day(self) -> None:
        """Another day is shown: a note that was being changed is left as it was."""
        if self.editing is not None:
            self.drop()

    def bookmark(self) -> None:
        """Set or take away the bookmark of the day."""
        scene = self.scene
        on = scene.notebook.toggle_bookmark(scene.page.date)
        key = "replay.bookmark_on" if on else "replay.bookmark_off"
        scene.toast(scene.w(key, date=scene.short(scene.page.turn)))
        scene.app.relayout()
