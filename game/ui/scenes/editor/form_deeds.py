"""What the author does in forms and panels: writing, choosing, adding parts, sizes, inks."""

from __future__ import annotations

from collections.abc import Callable

from game.authoring.symmetry import Symmetry
from game.ui.scenes.editor.form_fields import Field, Path
from game.ui.scenes.editor.kinds import Ref
from game.ui.scenes.editor.papers import Papers


class FormDeeds(Papers):
    """The part of the editor behind the fields of its column."""

    opened_choice = ""
    """Id of the field whose options are shown."""
    choice_text = ""
    edges: dict[str, int]
    """Rows and columns to be added at each edge of the map, or cut off."""

    # --- fields -----------------------------------------------------------------------------

    def open_choice(self, name: str) -> Callable[[], None]:
        """Return what shows the options of a field, or hides them."""

        def act() -> None:
            self.finish_writing()
            self.opened_choice = name if self.opened_choice != name else ""
            self.choice_text = ""
            self.app.relayout()

        return act

    def filter_choice(self, text: object) -> None:
        """Take what was typed to shorten the options."""
        self.choice_text = str(text)
        self.app.relayout()

    def choose(self, ref: Ref, field: Field, value: str | None) -> Callable[[], None]:
        """Return what takes an option; in a list it is added."""

        def act() -> None:
            name = self.opened_choice
            self.opened_choice = ""
            wanted: object = value
            if field.adds and value is not None:
                rows = self.bench.value(ref, field.path, [])
                wanted = [*(rows if isinstance(rows, list) else []), value]
            self.edit(lambda: self.bench.put(ref, field.path, wanted))
            self.app.relayout()
            self.controls.set_focus(name, visible=self.controls.focus_visible)

        return act

    def drop_from(self, ref: Ref, field: Field, number: int) -> Callable[[], None]:
        """Return what takes a word out of a list."""

        def act() -> None:
            self.finish_writing()
            kept = [item for n, item in enumerate(field.items) if n != number]
            wanted = kept if kept or field.required else None
            self.edit(lambda: self.bench.put(ref, field.path, wanted))

        return act

    def add_to(self, ref: Ref, field: Field) -> Callable[[], None]:
        """Return what adds an item to a list within a thing."""

        def act() -> None:
            self.finish_writing()
            self.edit(lambda: self.bench.add_part(ref, field.path))

        return act

    def pick_field(self, ref: Ref, field: Field) -> Callable[[], None]:
        """Return what lets the next click on the map fill a field with a hex."""

        def deed(here: int) -> None:
            self.edit(lambda: self.bench.put_hex(ref, field.path, here, field.kind == "hexes"))

        def act() -> None:
            self.finish_writing()
            self.aim = (self.w("author.click_a_hex"), deed)
            self.app.redraw()

        return act

    def back_to_list(self) -> None:
        """Show the list the selected thing stands in."""
        kind = self.kind
        self.select(None)
        self.show_kind(kind if not _single(kind) else _first_of(kind))()

    # --- brushes ----------------------------------------------------------------------------

    def take_ink(self, ink: str) -> Callable[[], None]:
        """Return what takes something to paint with."""

        def act() -> None:
            self.hand.inks[self.hand.job] = ink
            self.app.relayout()

        return act

    def take_size(self, size: int) -> Callable[[], None]:
        """Return what takes a brush of a size."""

        def act() -> None:
            self.hand.size, self.hand.fill = size, False
            self.mark_map()
            self.app.relayout()

        return act

    def toggle_fill(self) -> None:
        """Fill whole areas instead of painting, or stop that."""
        self.hand.fill = not self.hand.fill
        self.app.relayout()

    def take_mirror(self, how: Symmetry) -> Callable[[], None]:
        """Return what lets everything be painted twice."""

        def act() -> None:
            self.hand.mirror = how
            self.app.relayout()

        return act

    def next_mirror(self) -> None:
        """X: the next way of painting twice."""
        every = list(Symmetry)
        self.take_mirror(every[(every.index(self.hand.mirror) + 1) % len(every)])()

    # --- the size of the map ----------------------------------------------------------------

    def move_edge(self, edge: str, step: int) -> Callable[[], None]:
        """Return what adds a row or column at an edge, or takes one off."""

        def act() -> None:
            self.edges[edge] = self.edges.get(edge, 0) + step
            self.app.relayout()

        return act

    def resize_map(self) -> None:
        """Give the map the size that was chosen."""
        edges, self.edges = self.edges, {}
        self.edit(lambda: self.bench.resize(edges))
        self.close_panel()


def _single(kind: str) -> bool:
    from game.ui.scenes.editor.kinds import KINDS

    return KINDS[kind].single


def _first_of(kind: str) -> str:
    """The first kind with a list under the heading of another."""
    from game.ui.scenes.editor.kinds import SECTIONS, section_of

    return next(k.id for k in SECTIONS[section_of(kind)] if not k.single)


__all__ = ["FormDeeds", "Path"]
