"""What happened, in words: a sentence for every event there is.

The sentences are templates, by type of event and, where that is not enough, by the value of one
field. Another language is another table of the same keys. An empty template leaves an event
unsaid: it is a mere seam of the turn, or something else tells the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from game.engine import events as e
from game.text.facts import facts
from game.text.names import Names

Template = str | Mapping[str, str]
"""A sentence, or sentences by the value of the field that `_CHOICE` names ("" = any other)."""

_CHOICE: Final[Mapping[type[e.Event], str]] = {
    e.AttackResolved: "box",
    e.BoxControlChanged: "side",
    e.Bombarded: "hit",
    e.CarBombUsed: "defending",
    e.CrossingChanged: "state",
    e.DiceRolled: "passed",
    e.HarmRecorded: "side",
    e.LeaderLost: "unit",
    e.OrderNoted: "what",
    e.StepsLost: "steps",
    e.SupplyChanged: "supply",
    e.UnitArrived: "box",
    e.UnitMoved: "how",
    e.UnitRemoved: "how",
    e.UnitSetOut: "box",
}
"""The field by whose words the sentence is chosen; "-" stands for an empty one."""

_SUM: Final = (
    "Strength {attack_strength} to {defence_strength}, odds {odds_value}, shifts {net}{shifts}; "
    "dice {roll}, total {total}, result {code}."
)

ENGLISH: Final[Mapping[type[e.Event], Template]] = {
    e.DayBegan: "",
    e.SideBegan: "",
    e.SideEnded: "",
    e.DayEnded: "",
    e.GameEnded: "The campaign is over.",
    e.DiceRolled: {"": "", "True": "", "False": ""},
    e.UnitMoved: {
        "tactical": "{unit} moves to {path}.",
        "operational": "{unit} marches to {path}.",
        "boats": "{unit} crosses the river in boats to {path}.",
        "tunnel": "{unit} goes through a tunnel to {path}.",
        "retreat": "{unit} falls back to {path}.",
        "advance": "{unit} enters {path}.",
        "withdrawal": "{unit} slips away to {path}.",
        "": "{unit} moves to {path}.",
    },
    e.MoveStopped: "{unit} is stopped in {at}: {why}.",
    e.ControlChanged: "{side}: control of {hexes} ({how}).",
    e.BoxControlChanged: {"": "{box}: held by {side} now.", "nobody": "{box}: held by nobody now."},
    e.AttackResolved: {
        "-": "{side}: attack on {target}, {attackers} against {defenders}. " + _SUM,
        "": "{side}: attack in the area of {box}, {attackers} against {defenders}. " + _SUM,
    },
    e.Bombarded: {
        "True": "{side}: fire on {target} (air {air}, artillery {artillery}); it tells.",
        "False": "{side}: fire on {target} (air {air}, artillery {artillery}); without effect.",
    },
    e.StepsLost: {
        "1": "{unit} loses a step ({why}).",
        "": "{unit} loses {steps} steps ({why}).",
    },
    e.Suppressed: "{unit} is suppressed.",
    e.Rallied: "{unit} has recovered.",
    e.UnitRemoved: {
        "eliminated": "{unit} is broken up.",
        "surrendered": "{unit} surrenders.",
        "departed": "{unit} leaves the battle for another front.",
        "": "{unit} is gone.",
    },
    e.UnitArrived: {"-": "{unit} arrives in {at}.", "": "{unit} arrives in {box}."},
    e.UnitSetOut: {
        "-": "{unit} sets out for {at}, due on {due}.",
        "": "{unit} sets out for {box}, due on {due}.",
    },
    e.SupplyChanged: {
        "0": "Supplied again: {unit}.",
        "1": "Without supply, day {cut_days}: {unit}.",
        "2": "Isolated, day {cut_days} without supply: {unit}.",
    },
    e.WorksChanged: "Prepared position in {hex}: level {level}.",
    e.CrossingChanged: {
        "intact": "{crossing}: open.",
        "destroyed": "{crossing}: destroyed.",
        "open site": "{crossing}: nothing stands there.",
        "ferry": "{crossing}: a ferry runs.",
        "pontoon": "{crossing}: a pontoon bridge stands.",
        "heavy": "{crossing}: a heavy bridge stands.",
        "broken": "{crossing}: out of use.",
        "": "{crossing}: {state}.",
    },
    e.BeltFound: "{unit} comes upon mines in {belt}.",
    e.BeltCleared: "{unit} clears the mines in {belt}.",
    e.TunnelFound: "A tunnel is found between {tunnel}.",
    e.TunnelCollapsed: "The tunnel between {tunnel} is brought down.",
    e.CarBombUsed: {
        "True": "{side}: a car bomb is driven at attackers of {target}.",
        "False": "{side}: a car bomb is driven at {target}.",
    },
    e.UnitRevealed: "{unit} is found.",
    e.HarmRecorded: {
        "": "Ledger of the game: civilians harmed in {hex}: {cause}, {side}.",
        "nobody": "Ledger of the game: civilians harmed in {hex}: {cause}; by whom is not known.",
    },
    e.RubbleMade: "Houses in {hex} lie in rubble (level {level}).",
    e.EngagementTightened: "{side}: tighter rules of engagement until {until}, after harm done.",
    e.CorridorOpened: "{side}: a way out for civilians is open from {hex}; no fire there today.",
    e.ConvoyArrived: "{side}: a relief convoy reaches {place}.",
    e.LeaderLost: {"": "{leader} is lost, with {unit}.", "-": "{leader} is lost."},
    e.LeaderAttached: "{leader} is with {unit}.",
    e.TermsOffered: "{side}: terms are offered to the fighters in {hex}.",
    e.PlaceHandedOver: "Handed over by {side} to {to}: {place}.",
    e.AgreementMade: "Agreement: {side} will leave {places} to {to}.",
    e.RelationChanged: "{side} and {other}: {relation} from now on.",
    e.PopulationChanged: "People in {hex}: level {level} now.",
    e.MeansChanged: "{side}: {what} {amount}.",
    e.FlagSet: "",
    e.ScriptedEventFired: "{event}.",
    e.Decreed: "By decree, since no order of the rules can express it: {reason}",
    e.ObjectiveMet: "Reached: {objective}.",
    e.ObjectiveLost: "Lost or out of reach: {objective}.",
    e.UnitRefitted: "{unit} takes in replacements, {steps} steps now.",
    e.OrderNoted: {"": "{unit}: {what}."},
}


def word(names: Names, event: e.Event) -> str:
    """Return the sentence for an event; empty if it is better left unsaid."""
    return worded(type(event), facts(names, event))


def worded(
    kind: type[e.Event],
    known: Mapping[str, str],
    table: Mapping[type[e.Event], Template] = ENGLISH,
) -> str:
    """Return the sentence for a kind of event of which these facts are known."""
    template = table[kind]
    if not isinstance(template, str):
        value = known[_CHOICE[kind]] or "-"
        template = template.get(value, template.get("", ""))
    return template.format_map(known)


def chance_told(chance: float) -> str:
    """Return the sentence on how likely an outcome was."""
    percent = 100 * chance
    told = "less than 1" if 0 < percent < 1 else f"{percent:.0f}"
    return f"Under these rules this outcome had a {told} percent chance."
