"""Panels of the column that do something: orders, layers, menu, saves, why, find."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pygame import Rect

from game.engine import events as e
from game.engine.dice import Purpose
from game.engine.rulebook import StripCell
from game.ui.scenes.play.column_flow import Column
from game.ui.scenes.play.happened import cell_of, log_line, result_words
from game.ui.scenes.play.numbers import percent, plain, signed
from game.ui.scenes.play.order_list import Entry
from game.ui.scenes.play.reason_words import reason_words
from game.ui.scenes.play.side_panels import head
from game.ui.toolkit.controls import Control
from game.ui.toolkit.words import date

if TYPE_CHECKING:
    from game.ui.scenes.play.scene import PlayScene

LAYERS = (
    "grid", "numbers", "control", "labels", "counters", "people", "supply_own", "supply_enemy",
    "zoc", "objectives",
)  # fmt: skip


def lay_orders(scene: PlayScene, rect: Rect) -> None:
    """Every order that can be given to the unit, about the hex, or for the side."""
    column = Column(scene, rect, scene.areas.get("orders"), compact=scene.frame.compact)
    scene.areas["orders"] = column.area
    w, names = scene.w, scene.names
    scope = scene.orders_scope
    note = {
        "unit": names.unit(scene.sel.unit) if scene.sel.unit >= 0 else "",
        "hex": names.hex(scene.sel.hex) if scene.sel.hex >= 0 else "",
        "side": names.side(scene.viewer),
    }[scope]
    head(scene, column, w("play.more_orders"), note)
    entries = scene.order_entries()
    if not entries:
        column.text(w("play.no_orders"), 14, scene.theme.text1)
    for place, entry in enumerate(entries):
        lay_entry(scene, column, f"order_{place}", entry)
    column.gap(12)
    others = [name for name in ("unit", "hex", "side") if name != scope and scene.has_scope(name)]
    column.buttons(
        [
            Control(f"scope_{name}", Rect(0, 0, 0, 0), "button", w(f"play.{name}_orders"),
                    action=scene.orders_of(name))
            for name in others
        ]
    )  # fmt: skip
    column.done()


def lay_entry(scene: PlayScene, column: Column, ident: str, entry: Entry) -> None:
    """Lay out a row that gives an order, or lets its hex be chosen."""
    w = scene.w
    label = w(f"verb.{entry.verb}")
    note = entry.what
    if entry.by_hex and not _known_hex(scene, entry):
        count = w("play.choose_hex", count=len(entry.by_hex))
        note = f"{entry.what} · {count}" if entry.what else count
    column.row(
        Control(
            ident, Rect(0, 0, 0, 0), "row", label, note=note, framed=True,
            group="orders", action=scene.give_entry(entry),
        ),
        44 if note else 36,
    )  # fmt: skip
    column.gap(4)


def _known_hex(scene: PlayScene, entry: Entry) -> bool:
    """True for an order about the selected hex and no other: there is nothing to choose."""
    return list(entry.by_hex) == [scene.sel.hex]


def lay_layers(scene: PlayScene, rect: Rect) -> None:
    """What the map shows."""
    column = Column(scene, rect, scene.areas.get("layers"), compact=scene.frame.compact)
    scene.areas["layers"] = column.area
    w = scene.w
    head(scene, column, w("layers.title"))
    for name in LAYERS:
        control = Control(
            f"layer_{name}", Rect(0, 0, 0, 0), "toggle", w(f"layers.{name}"),
            current=name in scene.layers, action=scene.toggle_layer(name), group="layers",
        )  # fmt: skip
        column.row(control, 36)
    column.done()


def lay_menu(scene: PlayScene, rect: Rect) -> None:
    """The menu: saves, settings, keys, the ways out."""
    column = Column(scene, rect, scene.areas.get("menu"), compact=scene.frame.compact)
    scene.areas["menu"] = column.area
    w, keys = scene.w, scene.app.keys
    head(scene, column, w("common.menu"), scene.scenario_title())
    items = [
        ("saves", "save", w("play.menu_saves"), keys.cap("save"), scene.open_saves),
        ("quick_save", "save", w("play.menu_quick_save"), keys.cap("quick_save"),
         scene.quick_save),
        ("quick_load", "rest", w("play.menu_quick_load"), keys.cap("quick_load"),
         scene.quick_load),
        ("objectives", "flag", w("play.objectives"), keys.cap("objectives"),
         scene.toggle("objectives")),
        ("oob", "unit", w("play.order_of_battle"), keys.cap("order_of_battle"),
         scene.toggle("oob")),
        ("statistics", "info", w("play.statistics"), keys.cap("statistics"),
         scene.toggle("statistics")),
        ("find", "search", w("play.find"), keys.cap("find"), scene.toggle("find")),
        ("layers", "lay", w("layers.title"), keys.cap("layers"), scene.toggle("layers")),
        ("guide", "book", w("play.menu_guide"), "", scene.restart_guide),
        ("settings", "gear", w("common.settings"), "", scene.open_settings),
        ("keys", "q", w("play.menu_keys"), keys.cap("keys"), scene.open_keys),
    ]  # fmt: skip
    if scene.can_compare():
        items.append(("compare", "lay", w("result.compare"), keys.cap("compare"), scene.compare))
        items.append(("replay_game", "rest", w("result.replay_game"), "", scene.replay_game))
    if scene.session.branch is not None and not scene.unkept:
        items.append(("history", "book", w("play.menu_history"), "", scene.back_to_history))
    items.append(("finish", "flag", w("play.menu_finish"), "", scene.finish))
    items.append(("title", "arl", w("play.menu_title"), "", scene.leave_to_title))
    for ident, icon, label, key, action in items:
        column.row(
            Control(f"menu_{ident}", Rect(0, 0, 0, 0), "row", label, icon=icon, key=key,
                    group="menu", action=action),
            40, bleed=True,
        )  # fmt: skip
    column.done()


def lay_saves(scene: PlayScene, rect: Rect) -> None:
    """Save under a name; the saves there are."""
    column = Column(scene, rect, scene.areas.get("saves"), compact=scene.frame.compact)
    scene.areas["saves"] = column.area
    w, px = scene.w, scene.px
    head(scene, column, w("saves.title"))
    column.text(w("saves.name"))
    column.gap(4)
    column.row(
        Control("save_name", Rect(0, 0, 0, 0), "field", value=scene.save_name, part="column",
                changed=scene.name_save, submit=scene.save_named, longest=60,
                placeholder=scene.default_save_name()),
        36,
    )  # fmt: skip
    column.gap(8)
    column.buttons(
        [Control("save_here", Rect(0, 0, 0, 0), "primary", w("saves.save_here"),
                 action=scene.save_named)]
    )  # fmt: skip
    column.rule()
    entries = scene.save_entries()
    if not entries:
        column.text(w("saves.none"), 14, scene.theme.text1)
    for place, entry in enumerate(entries):
        if entry.problem is not None:
            label, note = entry.path.name, entry.problem.text
        else:
            label = entry.name or w(f"saves.kind_{entry.kind}")
            when = entry.saved.strftime("%H:%M") if entry.saved else ""
            day = date(scene.theme.lang, entry.saved.date(), "year") if entry.saved else ""
            note = w("saves.line", turn=entry.turn, turns=entry.turns, date=day, time=when)
        column.row(
            Control(f"save_{place}", Rect(0, 0, 0, 0), "row", label, note=note, framed=True,
                    group="saves", enabled=entry.problem is None,
                    why=entry.problem.text if entry.problem else "",
                    action=scene.load_entry(entry)),
            48,
        )  # fmt: skip
        column.gap(4)
    column.done()
    del px


def lay_find(scene: PlayScene, rect: Rect) -> None:
    """Find a place or a unit by its name."""
    column = Column(scene, rect, scene.areas.get("find"), compact=scene.frame.compact)
    scene.areas["find"] = column.area
    w = scene.w
    head(scene, column, w("play.find"))
    column.row(
        Control("find_text", Rect(0, 0, 0, 0), "field", value=scene.find_text, part="column",
                changed=scene.search, placeholder=w("play.find_hint"), longest=40),
        36,
    )  # fmt: skip
    column.gap(8)
    for place, (label, note, action) in enumerate(scene.found()):
        column.row(
            Control(f"found_{place}", Rect(0, 0, 0, 0), "row", label, note=note, group="found",
                    action=action),
            44, bleed=True,
        )  # fmt: skip
    column.done()


def lay_why(scene: PlayScene, rect: Rect) -> None:
    """Why the last result came: factors, shifts, dice, rules."""
    column = Column(scene, rect, scene.areas.get("why"), compact=scene.frame.compact)
    scene.areas["why"] = column.area
    w, names, theme = scene.w, scene.names, scene.theme
    head(scene, column, w("play.why_title"))
    events, reason = scene.why_events(), scene.why_reason()
    if reason is not None:
        column.heading(w("why.heading"))
        column.text(reason_words(names, reason), 14, theme.text1, most=4)
        column.gap(10)
    if not events:
        if reason is None:
            column.text(w("play.why_nothing"), 14, theme.text1)
        column.done()
        return
    said = log_line(names, [ev for ev in events if not isinstance(ev, e.SupplyChanged)])
    column.text(said, 14, theme.text1, most=8)
    rules: dict[str, None] = {}
    for event in events:
        if isinstance(event, e.AttackResolved):
            _attack(scene, column, event)
            rules.setdefault(event.rule)
            rules.update(dict.fromkeys(shift.rule for shift in event.shifts))
        elif isinstance(event, e.DiceRolled) and event.purpose is not Purpose.ATTACK:
            _roll(scene, column, event)
            rules.setdefault(event.rule)
        elif isinstance(event, e.DiceRolled):
            _dice(scene, column, event)
        elif event.rule not in ("1.1",):
            rules.setdefault(event.rule)
    column.rule()
    column.heading(w("play.why_rules"))
    column.buttons(
        [
            Control(f"rule_{number}", Rect(0, 0, 0, 0), "link", w("common.rule", number=number),
                    size=12, action=scene.open_rule(number))
            for number in sorted(rules)
        ],
        high=24, gap=10,
    )  # fmt: skip
    column.done()


def _attack(scene: PlayScene, column: Column, event: e.AttackResolved) -> None:
    w, names = scene.w, scene.names
    column.rule()
    column.heading(w("play.why_sum"))
    column.fact(w("odds.attacker"), str(event.attack_strength), f" {names.side(event.side)}")
    column.fact(w("odds.defender"), str(event.defence_strength))
    column.fact(w("play.why_odds"), signed(event.odds_value))
    column.gap(4)
    for shift in event.shifts:
        column.fact(
            w("common.rule", number=shift.rule),
            w("play.why_shift", name=shift_words(scene, shift.name), value=signed(shift.value)),
        )  # fmt: skip
    column.fact(w("play.why_shifts"), signed(event.net))
    column.fact(w("play.why_dice"), str(event.roll))
    cell: StripCell | None = cell_of(names.scenario, event.code)
    result = result_words(names, cell) if cell else event.code
    column.fact(w("odds.total"), f"{plain(event.total)}: {event.code} ·", f" {result}")


def shift_words(scene: PlayScene, name: str) -> str:
    """Return the plain name of a line of the sheet."""
    key = f"odds.line_{name}_on"
    return (
        scene.w(f"odds.name_{name}")
        if scene.app.words.has(f"odds.name_{name}")
        else (scene.w(key) if scene.app.words.has(key) else name.replace("_", " "))
    )


def _dice(scene: PlayScene, column: Column, event: e.DiceRolled) -> None:
    faces = " + ".join(str(face) for face in event.faces)
    column.fact(scene.w("play.why_dice"), f"{faces} = {event.total}")


def _roll(scene: PlayScene, column: Column, event: e.DiceRolled) -> None:
    w = scene.w
    column.rule()
    column.heading(w(f"roll.{event.purpose.value}"))
    faces = " + ".join(str(face) for face in event.faces)
    column.fact(w("play.why_dice"), f"{faces} = {event.total}" if len(event.faces) > 1 else faces)
    if event.target:
        column.fact(w("play.why_needed"), w("play.why_at_least", target=event.target))
        column.fact(w("play.why_result"), w("play.passed" if event.passed else "play.failed"))
    good, of = event.chance
    column.fact(w("play.why_chance"), w("common.percent", number=percent(good, of)))
