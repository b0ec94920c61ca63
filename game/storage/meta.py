"""What stands on the first page of a save: which game it is, and who sits where."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field, fields
from typing import Any, Final

from game import __version__
from game.storage.chain import canonical, seal
from game.storage.notice import Notice, StorageError

FORMAT: Final = 1
"""Version of the format of saves; a save of a higher one is refused."""

KINDS: Final = ("named", "quick", "auto")

_CHECK: Final = "check"


@dataclass(frozen=True, slots=True)
class Branch:
    """A game that leaves history on a day."""

    turn: int
    """The day on whose morning it begins."""
    side: str
    """Side taken over."""
    state: str
    """Digest of the state it begins with."""


@dataclass(frozen=True, slots=True)
class Meta:
    """All about a save but the orders."""

    scenario: str
    scenario_hash: str
    title: str
    start: str
    """Date of turn 1, ISO."""
    turns: int
    seed: int
    seats: dict[str, dict[str, str]]
    """Kind and level of the seat of each side, as the game began."""
    kind: str
    name: str = ""
    saved: str = ""
    """When, ISO with the offset from UTC."""
    branch: Branch | None = None
    ref: str = ""
    """Folder of the scenario, if it is not found by its id."""
    format: int = FORMAT
    game: str = field(default=__version__)
    """Version of the program."""

    @property
    def head(self) -> str:
        """What the first line of the orders is chained to: the beginning of this very game."""
        begun = {
            "branch": asdict(self.branch) if self.branch else None,
            "hash": self.scenario_hash,
            "scenario": self.scenario,
            "seats": self.seats,
            "seed": self.seed,
        }
        return seal(canonical(begun))

    def written(self) -> bytes:
        """Return the text of the file."""
        document = asdict(self)
        document[_CHECK] = seal(canonical(document))
        text = json.dumps(document, ensure_ascii=False, indent=2, sort_keys=True)
        return (text + "\n").encode("utf-8", "surrogatepass")


def read_meta(data: bytes, where: str) -> Meta:
    """Read the first page of a save; StorageError says why not."""
    try:
        found = json.loads(data.decode("utf-8", "surrogatepass"))
        version = found["format"]
        game = str(found.get("game", "?"))
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError):
        raise _damaged(where) from None
    if type(version) is int and version > FORMAT:
        raise StorageError(
            Notice(
                "save_newer",
                f"This save was made by Furat {game} in format {version}. You have Furat "
                f"{__version__}, which reads formats up to {FORMAT}. Update Furat to open it.",
                {"game": game, "format": version, "here": __version__, "reads": FORMAT},
            )
        )
    try:
        check = found.pop(_CHECK)
        if check != seal(canonical(found)) or set(found) != {f.name for f in fields(Meta)}:
            raise _damaged(where)
        return _shaped(found)
    except (ValueError, TypeError, LookupError, AttributeError):
        raise _damaged(where) from None


def _shaped(found: dict[str, Any]) -> Meta:
    branch = found.pop("branch")
    meta = Meta(**found, branch=Branch(**branch) if branch else None)
    if type(meta.format) is not int or meta.format < 1:
        raise ValueError("no such format")
    return meta


def _damaged(where: str) -> StorageError:
    text = f"The save in {where} is damaged: its meta.json is not as it was written."
    return StorageError(Notice("save_damaged", text, {"path": where}))
