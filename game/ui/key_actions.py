"""What keys can do, with the keys they have before anybody changes them.

An action belongs to a group; a scene names the groups that are alive in it. `SHEET` is the order
in which the sheet of keys shows them: a row may hold two or three actions that belong together.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Action:
    """Something a key does. `fixed` ones keep their keys, or the program could not be steered."""

    id: str
    group: str
    keys: tuple[str, ...]
    fixed: bool = False


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A line of the sheet: its words are `keys.row.<id>`; one or more actions in their order."""

    id: str
    actions: tuple[str, ...]


GROUPS: Final = ("play", "map", "replay", "editor", "everywhere")

ACTIONS: Final = (
    Action("next_unit", "play", ("N",)),
    Action("previous_unit", "play", ("Shift+N",)),
    Action("hold", "play", ("Space",)),
    Action("attack", "play", ("F",)),
    Action("end_turn", "play", ("Ctrl+Enter",)),
    Action("undo", "play", ("U", "Ctrl+Z")),
    Action("redo", "play", ("R", "Ctrl+Y")),
    Action("reach", "play", ("M",)),
    Action("enemy_reach", "play", ("Ctrl+V",)),
    Action("objectives", "play", ("J",)),
    Action("order_of_battle", "play", ("O",)),
    Action("statistics", "play", ("I",)),
    # Clockwise from the upper left neighbour the keys run Q W E D S A.
    Action("cursor_nw", "map", ("Q",)),
    Action("cursor_ne", "map", ("W",)),
    Action("cursor_e", "map", ("E",)),
    Action("cursor_w", "map", ("A",)),
    Action("cursor_sw", "map", ("S",)),
    Action("cursor_se", "map", ("D",)),
    Action("act", "map", ("Enter",), fixed=True),
    Action("way_point", "map", ("Shift+Enter",)),
    Action("centre", "map", ("C",)),
    Action("zoom_in", "map", ("+", "=")),
    Action("zoom_out", "map", ("-",)),
    Action("zoom_reset", "map", ("0",)),
    Action("pan_left", "map", ("Left",)),
    Action("pan_right", "map", ("Right",)),
    Action("pan_up", "map", ("Up",)),
    Action("pan_down", "map", ("Down",)),
    Action("supply_own", "map", ("V",)),
    Action("supply_enemy", "map", ("B",)),
    Action("hide_counters", "map", ("H",)),
    Action("grid", "map", ("G",)),
    Action("layers", "map", ("Y",)),
    Action("play_pause", "replay", ("Space",)),
    Action("event_back", "replay", ("Left",)),
    Action("event_on", "replay", ("Right",)),
    Action("day_back", "replay", ("PgUp",)),
    Action("day_on", "replay", ("PgDn",)),
    Action("first_day", "replay", ("Home",)),
    Action("last_day", "replay", ("End",)),
    Action("go_to_date", "replay", ("Ctrl+G",)),
    Action("slower", "replay", ("[",)),
    Action("faster", "replay", ("]",)),
    Action("take_command", "replay", ("T",)),
    Action("bookmark", "replay", ("Ctrl+B",)),
    Action("note", "replay", ("Ctrl+N",)),
    Action("tool_select", "editor", ("1",)),
    Action("tool_terrain", "editor", ("2",)),
    Action("tool_river", "editor", ("3",)),
    Action("tool_road", "editor", ("4",)),
    Action("tool_place", "editor", ("5",)),
    Action("tool_control", "editor", ("6",)),
    Action("tool_unit", "editor", ("7",)),
    Action("tool_event", "editor", ("8",)),
    Action("tool_goal", "editor", ("9",)),
    Action("tool_box", "editor", ("0",)),
    Action("brush_smaller", "editor", ("[",)),
    Action("brush_larger", "editor", ("]",)),
    Action("fill", "editor", ("F",)),
    Action("mirror", "editor", ("X",)),
    Action("pick", "editor", ("P",)),
    Action("add_item", "editor", ("Ins",)),
    Action("duplicate_item", "editor", ("Ctrl+D",)),
    Action("delete_item", "editor", ("Del",)),
    Action("copy", "editor", ("Ctrl+C",)),
    Action("paste", "editor", ("Ctrl+V",)),
    Action("editor_undo", "editor", ("Ctrl+Z",)),
    Action("editor_redo", "editor", ("Ctrl+Y", "Ctrl+Shift+Z")),
    Action("next_problem", "editor", ("F8",)),
    Action("previous_problem", "editor", ("Shift+F8",)),
    Action("resize_map", "editor", ("Ctrl+R",)),
    Action("save_as", "editor", ("Ctrl+Shift+S",)),
    Action("open_outside", "editor", ("Ctrl+E",)),
    Action("test_from_day", "editor", ("Shift+F5",)),
    Action("whole_map", "editor", ("Home",)),
    Action("keys", "everywhere", ("F1",)),
    Action("back", "everywhere", ("Esc",), fixed=True),
    Action("next_part", "everywhere", ("F6",), fixed=True),
    Action("next_control", "everywhere", ("Tab",), fixed=True),
    Action("save", "everywhere", ("Ctrl+S",)),
    Action("load", "everywhere", ("Ctrl+O",)),
    Action("quick_save", "everywhere", ("F5",)),
    Action("quick_load", "everywhere", ("F9",)),
    Action("why", "everywhere", ("F2",)),
    Action("find", "everywhere", ("Ctrl+F",)),
    Action("log", "everywhere", ("L",)),
    Action("compare", "everywhere", ("K",)),
    Action("full_screen", "everywhere", ("F11",)),
    Action("larger", "everywhere", ("Ctrl++", "Ctrl+=")),
    Action("smaller", "everywhere", ("Ctrl+-",)),
    Action("quit", "everywhere", ("Ctrl+Q",)),
)

SHEET: Final[dict[str, tuple[SheetRow, ...]]] = {
    "play": (
        SheetRow("units", ("next_unit", "previous_unit")),
        SheetRow("hold", ("hold",)),
        SheetRow("attack", ("attack",)),
        SheetRow("end_turn", ("end_turn",)),
        SheetRow("undo_redo", ("undo", "redo")),
        SheetRow("reach", ("reach", "enemy_reach")),
        SheetRow("objectives", ("objectives",)),
        SheetRow("order_of_battle", ("order_of_battle",)),
        SheetRow("statistics", ("statistics",)),
    ),
    "map": (
        SheetRow(
            "cursor", ("cursor_nw", "cursor_ne", "cursor_e", "cursor_w", "cursor_sw", "cursor_se")
        ),
        SheetRow("act", ("act", "way_point")),
        SheetRow("centre", ("centre",)),
        SheetRow("zoom", ("zoom_in", "zoom_out", "zoom_reset")),
        SheetRow("pan", ("pan_left", "pan_right", "pan_up", "pan_down")),
        SheetRow("supply", ("supply_own", "supply_enemy")),
        SheetRow("hide_counters", ("hide_counters",)),
        SheetRow("grid", ("grid",)),
        SheetRow("layers", ("layers",)),
    ),
    "replay": (
        SheetRow("play_pause", ("play_pause",)),
        SheetRow("event", ("event_back", "event_on")),
        SheetRow("day", ("day_back", "day_on")),
        SheetRow("first_last", ("first_day", "last_day")),
        SheetRow("go_to_date", ("go_to_date",)),
        SheetRow("speed", ("slower", "faster")),
        SheetRow("take_command", ("take_command",)),
        SheetRow("compare", ("compare",)),
        SheetRow("bookmark_note", ("bookmark", "note")),
    ),
    "editor": (
        SheetRow(
            "tools_1",
            ("tool_select", "tool_terrain", "tool_river", "tool_road", "tool_place"),
        ),
        SheetRow("tools_2", ("tool_control", "tool_unit", "tool_event", "tool_goal", "tool_box")),
        SheetRow("brush", ("brush_smaller", "brush_larger")),
        SheetRow("fill_mirror", ("fill", "mirror", "pick")),
        SheetRow("items", ("add_item", "duplicate_item", "delete_item")),
        SheetRow("copy_paste", ("copy", "paste")),
        SheetRow("editor_steps", ("editor_undo", "editor_redo")),
        SheetRow("problem_steps", ("next_problem", "previous_problem")),
        SheetRow("map_size", ("resize_map", "whole_map")),
        SheetRow("save_as", ("save_as", "open_outside")),
        SheetRow("test_from_day", ("test_from_day",)),
    ),
    "everywhere": (
        SheetRow("keys", ("keys",)),
        SheetRow("back", ("back",)),
        SheetRow("part", ("next_part", "next_control")),
        SheetRow("save_load", ("save", "load")),
        SheetRow("quick", ("quick_save", "quick_load")),
        SheetRow("why", ("why",)),
        SheetRow("find", ("find",)),
        SheetRow("log", ("log",)),
        SheetRow("size", ("larger", "smaller")),
        SheetRow("full_screen", ("full_screen",)),
        SheetRow("quit", ("quit",)),
    ),
}
