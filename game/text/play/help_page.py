"""Help: made from the table of commands and the list of orders."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from game.engine.order_text import VERBS

if TYPE_CHECKING:
    from game.text.play.console import Console

FORMS: Final = {
    "move": "move UNIT HEX [via HEX ...]",
    "march": "march UNIT HEX: a long march by road, far from enemies",
    "boat": "boat UNIT HEX: over the main river in boats",
    "attack": (
        "attack HEX with UNIT ... [air N] [artillery N] [tunnel TUNNEL] [car bomb] "
        "[advance UNIT ...]; or attack box BOX with UNIT ... [air N]"
    ),
    "bombard": "bombard HEX [air N] [artillery N]",
    "strike": "strike CROSSING [air N] [artillery N]",
    "dig": "dig UNIT",
    "stand": "stand UNIT: stand fast",
    "yield": "yield UNIT: give ground again",
    "build": "build CROSSING with UNIT",
    "demolish": "demolish CROSSING with UNIT",
    "clear": "clear HEX with UNIT: mines",
    "collapse": "collapse TUNNEL with UNIT",
    "tunnel": "tunnel UNIT TUNNEL",
    "withdraw": "withdraw UNIT HEX, or withdraw UNIT box BOX",
    "hand": "hand PLACE to SIDE [box BOX]: by agreement",
    "terms": "terms HEX: offer terms to isolated fighters",
    "lay": "lay down UNIT: it gives up its arms",
    "corridor": "corridor HEX: let civilians out, no fire there today",
    "convoy": "convoy PLACE: send relief",
    "enter": "enter UNIT HEX: from off the map",
    "leave": "leave UNIT box BOX",
    "travel": "travel UNIT box BOX",
    "claim": "claim box BOX",
    "depart": "depart UNIT: it leaves the battle",
    "refit": "refit UNIT",
    "attach": "attach LEADER to UNIT",
    "hold": "hold UNIT: it is done for today",
    "end": "end: the turn is over",
}
"""How each order is written; `dawn` is nobody's own."""


def show(console: Console, rest: list[str]) -> None:
    """Show what can be typed, or how one order or command is written."""
    from game.text.play.commands import COMMANDS, find

    if rest:
        found = find(" ".join(rest))
        if found:
            command = found[0]
            console.tell(f"{' or '.join(command.names)} {command.takes}: {command.does}")
        elif rest[0] in FORMS:
            console.tell(FORMS[rest[0]])
        else:
            console.tell(f"There is no help on {rest[0]!r}.")
        return
    console.heading("To look")
    for command in COMMANDS:
        console.items([f"{f'{command.names[0]} {command.takes}'.strip()}: {command.does}"])
    console.heading("To order")
    console.items(FORMS[verb] for verb in VERBS if verb in FORMS)
    console.tell(
        "Units, crossings, boxes and places go by their ids or names, hexes as column_row. "
        "An order that ends with ! is carried out without a question."
    )
