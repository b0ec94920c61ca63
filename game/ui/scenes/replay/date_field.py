"""Going to a date that is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.ui.scenes.replay.typed_date import turn_typed

if TYPE_CHECKING:
    from game.ui.scenes.replay.scene import ReplayScene


class DateField:
    """The field that takes the place of the date; `text` is None while it is not open."""

    def __init__(self, scene: ReplayScene) -> None:
        self.scene = scene
        self.text: str | None = None

    def ask(self) -> None:
        """Open the field."""
        self.text = ""
        scene = self.scene
        if not scene.areas.full_bottom and scene.areas.kind == "drawer":
            scene.toggle_log()
        scene.focus_on("go")

    def typed(self, text: object) -> None:
        """Keep what is being typed."""
        self.text = str(text)

    def submit(self) -> None:
        """Go to the date that was typed, or say that it is none."""
        scene, w = self.scene, self.scene.w
        text = (self.text or "").strip()
        months = [
            (w(f"calendar.month{form}_{number}"), number)
            for number in range(1, 13)
            for form in ("", "_short")
        ]
        turn = turn_typed(scene.line, text, months, w("replay.day_word")) if text else None
        if text and turn is None:
            first, last = scene.short(1), scene.short(scene.line.turns)
            scene.toast(w("replay.go_wrong", text=text, first=first, last=last), "x")
            return
        self.close()
        if turn is not None:
            scene.go_to(turn)

    def close(self) -> bool:
        """Close the field; False if it was not open."""
        if self.text is None:
            return False
        self.text = None
        self.scene.focus_on("play")
        return True
