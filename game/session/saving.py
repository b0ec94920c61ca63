"""Games to disk and back: named saves, the quick save, and an autosave after every order."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from game.engine.scenario import Scenario
from game.engine.state import digest
from game.scenario.package import load_record, load_scenario
from game.session.bringing_back import brought_back, scenario_of, snapshot_of
from game.session.log import Morning
from game.session.session import Session
from game.storage import listing, saves
from game.storage.chain import Body, chained
from game.storage.journal import Journal
from game.storage.meta import Branch, Meta
from game.storage.notice import StorageError
from game.storage.saves import SaveFile, Snapshot

if TYPE_CHECKING:
    from game.scenario.record import Record


def save(session: Session, name: str, kind: str = "named") -> Path:
    """Save a game under a name; returns the folder. StorageError if the disk refuses."""
    meta = _meta(session, kind, name)
    return saves.write_save(meta, session.script, _snapshots(session, meta))


def quick_save(session: Session) -> Path:
    """Save a game in the one place for quick saves; the last quick save gives way to it."""
    old = [entry.path for entry in listing.list_saves() if entry.kind == "quick"]
    folder = save(session, "", "quick")
    for path in old:
        saves.delete_save(path)
    return folder


def begin_autosave(session: Session) -> None:
    """Keep the game on the disk from now on, order by order.

    If the disk refuses, the game goes on without, and `session.notice` says so.
    """
    try:
        meta = _meta(session, "auto", "")
        folder = saves.write_save(meta, session.script, _snapshots(session, meta))
        session.keeper = Autosave(session, Journal.after(saves.read_save(folder)))
        listing.prune_autosaves()
    except StorageError as error:
        session.keeper, session.notice = _try_again(session), error.notice


class Autosave:
    """Writes down what is done in a game, and every morning its state."""

    def __init__(self, session: Session, journal: Journal) -> None:
        """Go on with a journal that holds the whole script of the session."""
        self._session = session
        self.journal = journal

    def __call__(self, done: Body) -> None:
        """Keep a line; if that fails begin another autosave, and tell if that fails too."""
        try:
            self.journal.append(done)
            if "then" in done:
                self._morning()
        except (StorageError, OSError):
            begin_autosave(self._session)

    def _morning(self) -> None:
        """Keep the state of this morning and of yesterday's, so that loading need not begin at 1.

        Yesterday's is the one to begin with: what others did since then is part of the digest.
        """
        session, folder = self._session, self.journal.folder
        morning = session.mornings[-1]
        saves.write_snapshot(folder, snapshot_of(morning, self.journal.link))
        turn = morning.state.turn
        saves.drop_snapshots(folder, {session.begun.turn, turn - 1, turn})


def _try_again(session: Session) -> Callable[[Body], None]:
    """A keeper for a disk that refused: tries once a day."""

    def keep(done: Body) -> None:
        if "then" in done:
            begin_autosave(session)

    return keep


def load(
    path: Path,
    *,
    find: Callable[[str], Scenario] = load_scenario,
    find_record: Callable[[str], Record] = load_record,
    turn: int | None = None,
    autosave: bool = True,
) -> Session:
    """Bring a saved game back; `session.notice` tells what was lost, if anything was.

    `turn` goes back to the morning of that turn. An autosave is carried on where it is. Other
    saves stay as they are, and a new autosave begins; so does one of which not all could be used.

    Raises:
        StorageError: if it cannot be read: no save, a newer format, another scenario, damage.
    """
    file = saves.read_save(path)
    scenario = scenario_of(file.meta, find)
    bodies = file.chain.bodies
    if turn is not None:
        ends = [n for n, body in enumerate(bodies, 1) if body.get("then") == turn]
        bodies = bodies[: ends[0]] if ends else ()
    session = brought_back(file, scenario, bodies, find_record)
    session.notice = file.notice or session.notice
    if autosave:
        notice = session.notice
        whole = len(session.script) == len(file.chain.bodies) and not file.damaged
        if file.meta.kind == "auto" and whole:
            _carry_on(session, file)
        else:
            begin_autosave(session)
        session.notice = session.notice or notice
    return session


def quick_load() -> Session | None:
    """Bring the quick save back, None if there is none."""
    for entry in listing.list_saves():
        if entry.kind == "quick" and entry.problem is None:
            return load(entry.path)
    return None


def continue_game() -> Session | None:
    """Bring back the latest game that is not over, None if there is none."""
    entry = listing.continuable()
    return load(entry.path) if entry else None


def _carry_on(session: Session, file: SaveFile) -> None:
    try:
        session.keeper = Autosave(session, Journal.after(file, len(session.script)))
    except StorageError as error:
        session.keeper, session.notice = _try_again(session), error.notice


def _meta(session: Session, kind: str, name: str) -> Meta:
    scenario, branch = session.scenario, session.branch
    return Meta(
        scenario=scenario.id,
        scenario_hash=scenario.content_hash,
        title=scenario.title,
        start=scenario.start,
        turns=scenario.turns,
        seed=session.seed,
        seats={side: seat.written() for side, seat in session.first_seats.items()},
        kind=kind,
        name=name,
        saved=saves.now(),
        branch=Branch(branch.turn, branch.side, digest(session.begun)) if branch else None,
        ref=session.ref,
    )


def _snapshots(session: Session, meta: Meta) -> list[Snapshot]:
    """The states that go with a save: how a branch began, this morning, yesterday's."""
    links = [meta.head]
    for body in session.script:
        links.append(chained(links[-1], body)[1])
    begun = [Morning(0, session.begun)] if session.branch else []
    return [snapshot_of(each, links[each.line]) for each in (*begun, *session.mornings)]
