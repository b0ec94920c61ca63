"""The history of a package being edited: one value after another, without end."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field

from game.authoring.yaml_text import YamlText

Files = Mapping[str, YamlText]


@dataclass(frozen=True, slots=True)
class Step:
    """The files after an edit, and what the edit was."""

    files: Files
    name: str = ""
    about: tuple[str, ...] = ()
    stroke: Hashable = None


@dataclass(slots=True)
class Steps:
    """Where in its history a package is. Files are shared between steps; only texts differ."""

    past: list[Step]
    future: list[Step] = field(default_factory=list)

    @property
    def now(self) -> Step:
        """The step that counts."""
        return self.past[-1]

    def take(self, step: Step) -> None:
        """Go on to a new state; one of the same stroke as the last takes its place."""
        joins = step.stroke is not None and step.stroke == self.now.stroke and len(self.past) > 1
        if joins:
            self.past.pop()
        self.past.append(step)
        self.future.clear()

    def end_stroke(self) -> None:
        """Let the next edit be a step of its own, whatever its stroke."""
        last = self.past[-1]
        self.past[-1] = Step(last.files, last.name, last.about)

    def back(self) -> Step | None:
        """Take back the last step and return it; None if there is none."""
        if len(self.past) < 2:
            return None
        step = self.past.pop()
        self.future.append(step)
        return step

    def forth(self) -> Step | None:
        """Do again what was taken back last and return it; None if there is nothing."""
        if not self.future:
            return None
        step = self.future.pop()
        self.past.append(step)
        return step
