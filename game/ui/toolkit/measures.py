"""How large controls and their pieces are."""

from __future__ import annotations

from typing import Final

from game.ui.toolkit.control import Control
from game.ui.toolkit.fonts import Weight
from game.ui.toolkit.text import measure
from game.ui.toolkit.theme import Theme

PAD: Final = 12
ICON: Final = 16
GAP: Final = 8
CAP_H: Final = 18
SWITCH: Final = 20


def natural_size(theme: Theme, control: Control) -> tuple[int, int]:
    """Return the size a control wants to have, in pixels."""
    if control.kind == "icon":
        return theme.px(32), theme.px(32)
    if control.kind == "link":
        return measure(theme, control.label, control.size)[0], theme.px(32)
    if control.kind == "toggle":
        wide = theme.px(SWITCH) + theme.px(PAD) + measure(theme, control.label, control.size)[0]
        return wide, theme.px(32)
    if control.kind == "chip":
        name = measure(theme, control.label, 13, "semibold")[0]
        fact = measure(theme, control.note, 12)[0]
        before = theme.px(30) if control.mark or control.icon else theme.px(PAD)
        return before + max(name, fact) + theme.px(10), theme.px(40)
    pad = theme.px(PAD)
    wide = 2 * pad + sum(_widths(theme, control)) + 2 * theme.px(1)
    if control.kind in ("slider", "field", "card", "row"):
        wide = max(wide, theme.px(200))
    tall = control.kind in ("card", "row") or (control.note and control.kind != "tab")
    return wide, theme.px(56 if tall else 32)


def cap_width(theme: Theme, key: str) -> int:
    """Return the width of a key cap."""
    return max(theme.px(CAP_H), measure(theme, key, 12, "mono")[0] + 2 * theme.px(6))


def _widths(theme: Theme, control: Control) -> list[int]:
    """Return the widths of what stands in a control, and of the gaps between."""
    bold: Weight = "semibold" if control.kind in ("primary", "segment", "tab") else "regular"
    pieces: list[int] = []
    if control.icon or control.kind == "segment":
        pieces.append(theme.px(ICON))
    if control.label:
        size = 16 if control.note else control.size
        wide = measure(theme, control.label, size, "semibold" if control.note else bold)[0]
        pieces.append(max(wide, measure(theme, control.note, 12)[0]))
    if control.key:
        pieces.append(cap_width(theme, control.key))
    gaps = max(0, len(pieces) - 1)
    return [*pieces, gaps * theme.px(GAP)]
