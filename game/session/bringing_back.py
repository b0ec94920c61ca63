"""A saved game brought back to life: its orders repeated, from its beginning or a kept morning."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, make_dataclass
from typing import TYPE_CHECKING, Any, TypeAlias, cast

from game.engine.events import Event
from game.engine.new_game import new_game
from game.engine.scenario import Scenario
from game.engine.state import GameState, digest
from game.scenario.problems import ScenarioError
from game.scenario.structure import MISSHAPEN, flatten, structure
from game.session.branch import Branching, morning_of
from game.session.log import Morning
from game.session.seats import Seat, SeatKind
from game.session.session import Session
from game.storage import saves
from game.storage.chain import Body
from game.storage.meta import Meta
from game.storage.notice import Notice, StorageError
from game.storage.saves import SaveFile, Snapshot

if TYPE_CHECKING:
    from game.scenario.record import Record

_CHANGING: Any = make_dataclass(
    "Changing",
    [(f.name, f.type) for f in fields(GameState) if f.init and f.name != "scenario"],
    namespace={"__module__": GameState.__module__},
)
"""A state without its scenario."""

Start: TypeAlias = tuple[GameState, tuple[Event, ...]]
"""The state a game began with, and what that brought."""


def scenario_of(meta: Meta, find: Callable[[str], Scenario]) -> Scenario:
    """Find the scenario of a save; StorageError if it is gone or has changed."""
    try:
        scenario = find(meta.ref or meta.scenario)
    except ScenarioError as error:
        text = f"The scenario of this save, {meta.title}, cannot be read: {error}"
        facts: dict[str, str | int] = {"title": meta.title, "scenario": meta.scenario}
        raise StorageError(Notice("save_no_scenario", text, facts)) from error
    if scenario.content_hash != meta.scenario_hash:
        text = (
            f"The scenario {meta.title} has changed since this game was saved (then "
            f"{meta.scenario_hash}, now {scenario.content_hash}). Open the save with the scenario "
            "it was made with."
        )
        facts = {
            "title": meta.title,
            "then": meta.scenario_hash,
            "now": scenario.content_hash,
        }
        raise StorageError(Notice("save_other_scenario", text, facts))
    return scenario


def brought_back(
    file: SaveFile,
    scenario: Scenario,
    bodies: tuple[Body, ...],
    find_record: Callable[[str], Record],
) -> Session:
    """Return the game after some lines of a save.

    It is repeated from yesterday's morning, whose state is in a snapshot, or else from its
    beginning. If that leads elsewhere than it did, because this version plays differently, it goes
    on from the last good state.
    """
    snapshots = [
        (snapshot.line, state)
        for snapshot in saves.snapshots_of(file)
        if snapshot.line <= len(bodies)
        and snapshot.digest == _digest_at(file.meta, bodies, snapshot.line)
        and (state := _state(snapshot, scenario)) is not None
    ]
    mornings = [Morning(line, state) for line, state in snapshots if line]
    first = next((state for line, state in snapshots if not line), None)
    start = _beginning(file.meta, scenario, first, find_record)
    today = max((int(body.get("then") or body["turn"]) for body in bodies), default=1)
    early = next((morning for morning in mornings if morning.state.turn < today), None)
    session, done = _repeated(file.meta, start, early, bodies)
    if done < len(bodies) and mornings and mornings[0] is not early:
        session, done = max(
            (session, done), _repeated(file.meta, start, mornings[0], bodies), key=lambda it: it[1]
        )
    if done < len(bodies):
        session.notice = _diverged(done + 1, len(bodies) - done)
    return session


def _digest_at(meta: Meta, bodies: tuple[Body, ...], line: int) -> str | None:
    """What the log says of the state after a line."""
    if line:
        return bodies[line - 1].get("state")
    return meta.branch.state if meta.branch else None


def _beginning(
    meta: Meta, scenario: Scenario, first: GameState | None, find_record: Callable[[str], Record]
) -> Start:
    """How the game of a save began."""
    if meta.branch is None:
        return new_game(scenario, meta.seed)
    if first is not None:
        return first, ()
    facts: dict[str, str | int] = {"title": meta.title, "turn": meta.branch.turn}
    text = (
        f"This game left the history of {meta.title} on turn {meta.branch.turn}, and that history "
        "has changed since. The game cannot be brought back."
    )
    gone = StorageError(Notice("save_other_record", text, facts))
    try:
        record = find_record(meta.ref or meta.scenario)
        state, opening = morning_of(scenario, record, meta.branch.turn, meta.seed)
    except (ScenarioError, ValueError) as error:
        raise gone from error
    if digest(state) != meta.branch.state:
        raise gone
    return state, opening


def _repeated(
    meta: Meta, start: Start, morning: Morning | None, bodies: tuple[Body, ...]
) -> tuple[Session, int]:
    """The game as far as it can be repeated, and how many lines that are."""
    seats = {
        side: Seat(cast(SeatKind, seat["kind"]), seat["level"]) for side, seat in meta.seats.items()
    }
    branch = Branching(meta.branch.turn, meta.branch.side) if meta.branch else None
    session = Session(*start, seats, meta.seed, branch=branch, ref=meta.ref)
    done = 0
    try:
        if morning is not None:
            session.resume(morning.state, bodies[: morning.line])
            done = morning.line
        for body in bodies[done:]:
            session.repeat(body)
            done += 1
    except (ValueError, LookupError, TypeError):
        pass  # `done` says how far it went
    return session, done


def _diverged(line: int, lost: int) -> Notice:
    orders = "1 line" if lost == 1 else f"{lost} lines"
    text = (
        f"This version of Furat plays line {line} of the save differently. The game goes on from "
        f"the last state that is the same; {orders} could not be used."
    )
    return Notice("save_diverged", text, {"line": line, "lost": lost})


def snapshot_of(morning: Morning, link: str) -> Snapshot:
    """Return a state as a save keeps it; `link` is that of the line before."""
    state = morning.state
    kept = _CHANGING(*(getattr(state, field.name) for field in fields(_CHANGING)))
    return Snapshot(state.turn, morning.line, link, digest(state), flatten(kept))


def _state(snapshot: Snapshot, scenario: Scenario) -> GameState | None:
    """The state of a snapshot, None if it is not that of its digest."""
    try:
        kept = structure(_CHANGING, snapshot.data)
        values = {field.name: getattr(kept, field.name) for field in fields(_CHANGING)}
        state = GameState(scenario=scenario, **values)
        return state if digest(state) == snapshot.digest else None
    except MISSHAPEN:
        return None
