"""Input that cannot be used: told on stderr, exit code 2."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from game.engine.scenario import Scenario
    from game.scenario.problems import ScenarioError
    from game.scenario.record import Record


class BadInput(click.ClickException):
    """Bad input that no usage line would explain."""

    exit_code = 2

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the message on stderr."""
        click.echo(f"Error: {self.message}", file=file, err=True)


def load(ref: str) -> tuple[Scenario, Record]:
    """Return the scenario named by id or path, and its record.

    Raises:
        BadInput: if there is none, or if it is broken.
    """
    from game.scenario.layout import locate
    from game.scenario.package import ScenarioError, load_record, load_scenario

    try:
        locate(ref)
    except ScenarioError as error:
        raise BadInput(_no_such(error)) from None
    try:
        return load_scenario(ref), load_record(ref)
    except ScenarioError as error:
        raise BadInput(_broken(ref, error)) from None


def _no_such(error: ScenarioError) -> str:
    from game.scenario.layout import known

    message = error.problems.items[0].message
    return f"{message}\nThere are: {', '.join(known())}; or give the path of a scenario."


def _broken(ref: str, error: ScenarioError) -> str:
    return f"the scenario cannot be used:\n{error}\n`furat validate {ref}` checks it again."
