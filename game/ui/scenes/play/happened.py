"""What happened, in the words of the window: one sentence for an event, lines for an order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from game.engine import events as e
from game.engine.board import NOWHERE
from game.engine.dice import Purpose
from game.engine.rulebook import StripCell
from game.engine.scenario import Scenario
from game.engine.state import Status
from game.text.happenings import losses_summed
from game.ui.scenes.play.naming import Naming
from game.ui.scenes.play.numbers import plain

_QUIET: Final = (
    e.DayBegan, e.SideBegan, e.SideEnded, e.DayEnded, e.DiceRolled, e.FlagSet, e.MeansChanged,
    e.PopulationChanged, e.Rallied, e.RubbleMade, e.WorksChanged,
)  # fmt: skip
"""Events that say nothing in a log: seams, or told by another event."""


def result_words(names: Naming, cell: StripCell) -> str:
    """Return what a result of the strip means."""
    w = names.words
    if cell.attacker_loss or cell.attacker_suppressed:
        key = "odds.result_a_pinned" if cell.attacker_suppressed else "odds.result_a"
        return w(key, count=cell.attacker_loss)
    if cell.defender_loss:
        key = "odds.result_d_retreat" if cell.retreat else "odds.result_d"
        return w(key, count=cell.defender_loss)
    return w("odds.result_s" if cell.defender_suppressed else "odds.result_none")


def cell_of(scenario: Scenario, code: str) -> StripCell | None:
    """Return the cell of the strip with a code."""
    return next((cell for cell in scenario.rules.strip if cell.code == code), None)


def log_line(names: Naming, events: Sequence[e.Event]) -> str:
    """Return one line for all that an order did; empty if there is nothing to say."""
    return " ".join(sentences(names, events))


def sentences(names: Naming, events: Sequence[e.Event]) -> list[str]:
    """Return a sentence for each event that says something, in their sequence."""
    faces = next(
        (d.faces for d in events if isinstance(d, e.DiceRolled) and d.purpose is Purpose.ATTACK),
        (),
    )
    told = []
    for event in losses_summed(events):
        if isinstance(event, _QUIET):
            continue
        sentence = sentence_of(names, event, faces)
        if sentence:
            told.append(sentence)
    return told


def sentence_of(names: Naming, event: e.Event, faces: tuple[int, ...] = ()) -> str:
    """Return the sentence for one event."""
    told = _told(names, event, faces)
    if told is None:
        return ""
    key, values = told
    return names.words(f"told.{key}", **values)


def _told(
    names: Naming, event: e.Event, faces: tuple[int, ...]
) -> tuple[str, dict[str, object]] | None:
    n = names
    match event:
        case e.AttackResolved():
            cell = cell_of(n.scenario, event.code)
            result = result_words(n, cell) if cell else event.code
            where = n.hex(event.target) if event.target >= 0 else n.box(event.box)
            dice = " + ".join(str(face) for face in faces) if faces else str(event.roll)
            return "attack", {
                "side": n.side(event.side), "units": n.units(event.attackers), "where": where,
                "dice": dice, "total": plain(event.total), "result": result,
            }  # fmt: skip
        case e.UnitMoved():
            where = n.hex(event.path[-1])
            return f"moved_{event.how}", {"unit": n.unit(event.unit), "where": where}
        case e.MoveStopped():
            why = "belt" if event.why == "belt" else "enemy"
            return f"stopped_{why}", {"unit": n.unit(event.unit), "where": n.hex(event.at)}
        case e.ControlChanged():
            return "control", {
                "side": n.side(event.side), "count": len(event.hexes),
                "where": n.short(event.hexes[0]) if event.hexes else "",
            }  # fmt: skip
        case e.BoxControlChanged():
            return "box_control", {"box": n.box(event.box), "side": n.side(event.side)}
        case e.Bombarded():
            key = "fire_hit" if event.hit else "fire_missed"
            return key, {
                "side": n.side(event.side), "where": n.hex(event.target),
                "means": _means(n, event),
            }  # fmt: skip
        case e.StepsLost():
            why = n.words(f"told.why_{event.why.replace(' ', '_')}")
            return "steps_lost", {"unit": n.unit(event.unit), "count": event.steps, "why": why}
        case e.Suppressed():
            return "suppressed", {"unit": n.unit(event.unit)}
        case e.UnitRemoved():
            how = {
                Status.ELIMINATED: "broken_up", Status.SURRENDERED: "surrendered",
                Status.DEPARTED: "departed",
            }.get(event.how, "departed")  # fmt: skip
            return how, {"unit": n.unit(event.unit)}
        case e.UnitArrived():
            where = n.hex(event.at) if event.at >= 0 else n.box(event.box)
            return "arrived", {"unit": n.unit(event.unit), "where": where}
        case e.UnitSetOut():
            where = n.hex(event.at) if event.at >= 0 else n.box(event.box)
            return "set_out", {
                "unit": n.unit(event.unit),
                "where": where,
                "date": n.date(event.due),
            }
        case e.SupplyChanged():
            key = f"supply_{event.supply.name.lower()}"
            return key, {"unit": n.unit(event.unit), "count": event.cut_days}
        case e.CrossingChanged():
            if event.work:
                return "crossing_work", {
                    "crossing": n.crossing(event.crossing),
                    "count": event.work,
                }
            state = str(event.state.value)
            return f"crossing_{state}", {"crossing": n.crossing(event.crossing)}
        case e.BeltFound():
            where = n.hex(n.scenario.oob.belts[event.belt].hex)
            return "belt_found", {"unit": n.unit(event.unit), "where": where}
        case e.BeltCleared():
            where = n.hex(n.scenario.oob.belts[event.belt].hex)
            return "belt_cleared", {"unit": n.unit(event.unit), "where": where}
        case e.TunnelFound() | e.TunnelCollapsed():
            tunnel = n.scenario.oob.tunnels[event.tunnel]
            key = "tunnel_found" if isinstance(event, e.TunnelFound) else "tunnel_collapsed"
            return key, {"a": n.hex(tunnel.a), "b": n.hex(tunnel.b)}
        case e.CarBombUsed():
            key = "car_bomb_defence" if event.defending else "car_bomb"
            return key, {"side": n.side(event.side), "where": n.hex(event.target)}
        case e.UnitRevealed():
            return "found", {"unit": n.unit(event.unit)}
        case e.HarmRecorded():
            cause = n.words(f"told.cause_{event.cause.replace(' ', '_')}") if n.words.has(
                f"told.cause_{event.cause.replace(' ', '_')}") else event.cause  # fmt: skip
            return "harm", {"where": n.hex(event.hex), "side": n.side(event.side), "cause": cause}
        case e.EngagementTightened():
            return "tightened", {"side": n.side(event.side), "date": n.date(event.until)}
        case e.CorridorOpened():
            return "corridor", {"side": n.side(event.side), "where": n.hex(event.hex)}
        case e.ConvoyArrived():
            return "convoy", {"side": n.side(event.side), "place": n.place(event.place)}
        case e.LeaderLost():
            return "leader_lost", {"leader": n.leader(event.leader)}
        case e.LeaderAttached():
            return "leader_with", {"leader": n.leader(event.leader), "unit": n.unit(event.unit)}
        case e.TermsOffered():
            return "terms", {"side": n.side(event.side), "where": n.hex(event.hex)}
        case e.PlaceHandedOver():
            return "handed_over", {
                "place": n.place(event.place),
                "side": n.side(event.side),
                "to": n.side(event.to),
            }
        case e.AgreementMade():
            places = n.words("play.comma").join(n.place(place) for place in event.places)
            return "agreement", {
                "side": n.side(event.side),
                "to": n.side(event.to),
                "places": places,
            }
        case e.RelationChanged():
            return f"relation_{event.relation.value}", {
                "side": n.side(event.side),
                "other": n.side(event.other),
            }
        case e.ScriptedEventFired():
            scripted = n.scenario.events[event.event]
            title = scripted.title_ar if n.words.lang == "ar" and scripted.title_ar else ""
            return "event", {"title": title or scripted.title}
        case e.ObjectiveMet() | e.ObjectiveLost():
            key = "objective_met" if isinstance(event, e.ObjectiveMet) else "objective_lost"
            objective = n.scenario.objectives[event.objective]
            return key, {"objective": n.objective(objective), "side": n.side(objective.side)}
        case e.UnitRefitted():
            return "refitted", {"unit": n.unit(event.unit), "count": event.steps}
        case e.OrderNoted():
            what = event.what.replace(" ", "_")
            key = f"noted_{what}" if n.words.has(f"told.noted_{what}") else "noted"
            unit = n.unit(event.unit) if event.unit != NOWHERE else ""
            return key, {"unit": unit, "what": event.what}
        case e.GameEnded():
            return "ended", {}
        case e.Decreed():
            return "decreed", {"reason": event.reason}
    return None


def _means(names: Naming, event: e.Bombarded) -> str:
    """Return what was fired with; what was not used is not named."""
    used = (("told.fire_air", event.air), ("told.fire_guns", event.artillery))
    return names.words("play.comma").join(names.words(key, count=n) for key, n in used if n)


def has_reasons(events: Sequence[e.Event]) -> bool:
    """True if there were dice or a sum of factors to explain."""
    return any(isinstance(event, e.AttackResolved | e.DiceRolled) for event in events)
