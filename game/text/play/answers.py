"""What a player asks about units and ground."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.engine.board import NOWHERE
from game.engine.order_text import OrderSyntaxError, read, write
from game.engine.order_words import unknown
from game.engine.orders import AttachLeader, Attack
from game.engine.rules.presence import enemies_at, hostile, stacks, units_in_box
from game.engine.state import IN_PLAY, Status, Supply
from game.text.city_map import draw, legend
from game.text.page import counted, listed
from game.text.play.hexes import hex_page, nearest_enemies
from game.text.play.odds import odds_page
from game.text.play.spelling import sentence, summed
from game.text.play.units import reach_told, unit_line, unit_page
from game.text.window import window_around

if TYPE_CHECKING:
    from game.text.play.game import TextGame


def units(game: TextGame, rest: list[str]) -> None:
    """List units: the own ones, those known of enemies or of a side, or those in a box."""
    scenario, view = game.session.scenario, game.session.view()
    oob, side, word = scenario.oob, game.session.side, rest[0] if rest else ""
    boxes = scenario.board.box_index
    found = [n for n in sorted(game.session.visible_units()) if view.units[n].status in IN_PLAY]
    if word == "enemy":
        found = [n for n in found if hostile(view, side, oob.units[n].side)]
    elif word in oob.side_index:
        found = [n for n in found if oob.units[n].side == oob.side_index[word]]
    elif word in boxes:
        inside = units_in_box(view, boxes[word])
        found = [n for n in found if n in inside]
    elif word:
        known = ["enemy", *oob.side_index, *boxes]
        game.console.tell(sentence(unknown(word, known, "side or box")))
        return
    else:
        found = [n for n in found if oob.units[n].side == side]
    if not game.console.items(unit_line(game.names, view, n) for n in found):
        game.console.say("None is known.")


def unit(game: TextGame, rest: list[str]) -> None:
    """Tell all about a unit."""
    number = _unit(game, rest)
    if number is not None:
        game.console.items(unit_page(game.names, game.session.view(), number))


def idle(game: TextGame, _rest: list[str]) -> None:
    """List the units that have been told nothing."""
    view = game.session.view()
    lines = [unit_line(game.names, view, n) for n in game.session.idle_units()]
    if not game.console.items(lines):
        game.console.say("Every unit has its orders.")


def describe(game: TextGame, rest: list[str]) -> None:
    """Describe a hex."""
    h = _hex(game, rest)
    if h is not None:
        lines = hex_page(game.names, game.session.view(), h, game.session.side)
        game.console.items(lines)


def nearest(game: TextGame, rest: list[str]) -> None:
    """List the enemies nearest to a unit or a hex, or to any own unit."""
    view, side = game.session.view(), game.session.side
    words = [word for word in rest if word != "to"]
    if words:
        h = _hex(game, words)
        starts = [] if h is None else [h]
    else:
        cards = game.session.scenario.oob.units
        own = [n for n, u in enumerate(view.units) if u.at >= 0 and cards[n].side == side]
        theirs = [h for h in stacks(view) if enemies_at(view, h, side)]
        grid = view.scenario.board.grid
        pairs = [(grid.distance(view.units[n].at, h), n) for n in own for h in theirs]
        starts = [view.units[min(pairs)[1]].at] if pairs else []
        if pairs:
            game.console.tell(f"From {unit_line(game.names, view, min(pairs)[1])}:")
    for h in starts:
        if not game.console.items(nearest_enemies(game.names, view, h, side)):
            game.console.say("No enemy is known to be on the map.")
    if not starts and not words:
        game.console.say("No enemy is known to be on the map.")


def reach(game: TextGame, rest: list[str]) -> None:
    """Tell where a unit can go."""
    number = _unit(game, rest)
    if number is None:
        return
    view = game.session.view()
    if view.units[number].status is not Status.ON_MAP:
        game.console.say("It is not on the map.")
    else:
        game.console.items(reach_told(game.names, view, number))


def orders(game: TextGame, rest: list[str]) -> None:
    """List the legal orders of a unit, or those that belong to no one unit."""
    scenario = game.session.scenario
    if not rest:
        plain = [
            order
            for order in game.session.legal()
            if not any(hasattr(order, name) for name in ("unit", "units"))
            and not isinstance(order, AttachLeader)
        ]
        game.console.items(summed([write(scenario, order) for order in plain]))
        return
    number = _unit(game, rest)
    if number is None:
        return
    texts = [write(scenario, order) for order in game.session.legal(number)]
    moves = [text.split()[-1] for text in texts if text.startswith("move ")]
    marches = [text.split()[-1] for text in texts if text.startswith("march ")]
    name = scenario.oob.units[number].id
    if moves:
        game.console.items([f"move {name} to one of {counted(len(moves), 'hex', 'hexes')}: "
                            f"{' '.join(moves)}"])  # fmt: skip
    if marches:
        game.console.items([f"march {name} to one of {counted(len(marches), 'hex', 'hexes')}"])
    others = [text for text in texts if not text.startswith(("move ", "march "))]
    game.console.items(summed(others))
    if not texts:
        game.console.say("It has no orders left today.")


def targets(game: TextGame, _rest: list[str]) -> None:
    """List the hexes that can be attacked, with the units that can."""
    found: dict[int, list[str]] = {}
    for order in game.session.legal():
        if isinstance(order, Attack) and len(order.units) == 1:
            able = found.setdefault(order.target, [])
            if order.units[0] not in able:
                able.append(order.units[0])
    view, names = game.session.view(), game.names
    side = game.session.side
    lines = [
        f"{names.where(h)}, {listed([names.unit(n) for n in enemies_at(view, h, side)], '; ')}: "
        f"{listed(able)} can attack."
        for h, able in sorted(found.items())
    ]
    if not game.console.items(lines):
        game.console.say("No enemy can be attacked now.")


def odds(game: TextGame, rest: list[str]) -> None:
    """Show the odds sheet of an attack without attacking."""
    line = " ".join(rest if rest[:1] == ["attack"] else ["attack", *rest])
    try:
        order = read(game.session.scenario, line)
    except OrderSyntaxError as error:
        game.console.tell(sentence(str(error)))
        return
    if not isinstance(order, Attack):
        game.console.say("There is a sheet for attacks on hexes only.")
        return
    refused = game.session.why_illegal(order)
    if refused:
        game.console.tell(refused.text)
    else:
        game.console.items(odds_page(game.names, game.session.view(), order))


def supply(game: TextGame, _rest: list[str]) -> None:
    """List own units in want of supply."""
    view, side = game.session.view(), game.session.side
    cards = game.session.scenario.oob.units
    lines = [
        unit_line(game.names, view, n)
        for n, u in enumerate(view.units)
        if cards[n].side == side and u.status is Status.ON_MAP and u.supply is not Supply.SUPPLIED
    ]
    if not game.console.items(lines):
        game.console.say("All units on the map are supplied.")


def crossings(game: TextGame, _rest: list[str]) -> None:
    """List the crossings."""
    view, names = game.session.view(), game.names
    for number, site in enumerate(game.session.scenario.board.crossings):
        now = view.crossings[number]
        work = f", {counted(now.work, 'day')} of work done" if now.work else ""
        state = now.state.value.replace("_", " ")
        game.console.items(
            [
                f"{site.id}, {site.name}: {state}{work}; "
                f"{names.where(site.a)} to {names.where(site.b)}."
            ]
        )


def boxes(game: TextGame, _rest: list[str]) -> None:
    """List the areas off the map."""
    view, names, seen = game.session.view(), game.names, game.session.visible_units()
    board = game.session.scenario.board
    for number, box in enumerate(board.boxes):
        inside = [view.scenario.oob.units[n].id for n in units_in_box(view, number) if n in seen]
        ways = [f"{board.boxes[to].id} {counted(days, 'day')}" for to, days in box.links]
        doors = [board.grid.label(h) for h in box.entries]
        by = f"in {counted(box.entry_days, 'day')}" if box.entry_days else "on the same day"
        parts = [f"held by {names.side(view.boxes[number])}"]
        parts += [f"units {listed(inside)}"] if inside else []
        parts += [f"onto the map at {listed(doors)} {by}"] if doors else []
        parts += [f"ways to {listed(ways)}"] if ways else []
        game.console.items([f"{box.id}, {box.name}: {'; '.join(parts)}."])
    if not board.boxes:
        game.console.say("There are none.")


def city_map(game: TextGame, rest: list[str]) -> None:
    """Draw a map in letters around a hex, or around the middle of the own units."""
    view, grid = game.session.view(), game.session.scenario.board.grid
    if rest:
        h = _hex(game, rest)
        if h is None:
            return
    else:
        h = _middle(game)
    game.console.say(*draw(view, window_around(view.scenario.board, h), game.console.paint))
    game.console.tell(legend(view))
    game.console.tell(f"In the middle: {grid.label(h)}.")


def _middle(game: TextGame) -> int:
    """The own unit that stands nearest to the middle of them all."""
    view, side = game.session.view(), game.session.side
    cards, grid = game.session.scenario.oob.units, game.session.scenario.board.grid
    own = [u.at for n, u in enumerate(view.units) if cards[n].side == side and u.at != NOWHERE]
    if not own:
        return grid.index(grid.width // 2, grid.height // 2)
    spots = [grid.col_row(h) for h in own]
    col = sorted(c for c, _ in spots)[len(spots) // 2]
    row = sorted(r for _, r in spots)[len(spots) // 2]
    return min(own, key=lambda h: (grid.distance(h, grid.index(col, row)), h))


def _unit(game: TextGame, rest: list[str]) -> int | None:
    """The unit of the first word, known to the side; says so if there is none."""
    index = game.session.scenario.oob.unit_index
    number = index.get(rest[0]) if rest else None
    if number is not None and number in game.session.visible_units():
        return number
    known = [name for name, n in index.items() if n in game.session.visible_units()]
    text = unknown(rest[0], known, "known unit") if rest else "which unit? Give its id"
    game.console.tell(sentence(text))
    return None


def _hex(game: TextGame, rest: list[str]) -> int | None:
    """The hex of a label, a place or a unit; says so if there is none."""
    board, word = game.session.scenario.board, rest[0] if rest else ""
    view, seen = game.session.view(), game.session.visible_units()
    number = game.session.scenario.oob.unit_index.get(word)
    if number is not None and number in seen and view.units[number].at != NOWHERE:
        return view.units[number].at
    if word in board.place_index and board.place(word).hexes:
        return board.place(word).label_hex
    try:
        return board.grid.parse(word)
    except ValueError:
        units = [card.id for n, card in enumerate(view.scenario.oob.units) if n in seen]
        what = "hex, place or known unit"
        known = [*board.place_index, *units]
        text = unknown(word, known, what) if word else "which hex? Give column_row"
        game.console.tell(sentence(text))
        return None
