"""`furat scenarios`: what can be played."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from game.scenario.listing import ScenarioEntry


@click.command(short_help="List the scenarios.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON list.")
def scenarios(as_json: bool) -> None:
    """List the scenarios that come with the game, and those you made or installed."""
    from game.folders import scenarios_path
    from game.scenario.package import list_scenarios

    entries = list_scenarios()
    own = list_scenarios(scenarios_path())
    if as_json:
        import json

        plain = [_plain(entry, mine=False) for entry in entries]
        plain += [_plain(entry, mine=True) for entry in own]
        click.echo(json.dumps(plain, ensure_ascii=False))
        return
    for entry in entries:
        click.echo(_told(entry))
    if own:
        click.echo(f"\nYour own, in {scenarios_path()}:")
    for entry in own:
        click.echo(_told(entry))


def _plain(entry: ScenarioEntry, *, mine: bool) -> dict[str, object]:
    return {
        "id": entry.id,
        "title": entry.title.en,
        "title_ar": entry.title.ar,
        "start": entry.start.isoformat() if entry.start else None,
        "end": entry.end.isoformat() if entry.end else None,
        "kind": entry.kind,
        "sides": [side.id for side in entry.sides],
        "errors": entry.errors,
        "mine": mine,
    }


def _told(entry: ScenarioEntry) -> str:
    from game.text.page import counted

    lines = [entry.id, f"  {entry.title.en}"]
    if entry.start and entry.end:
        days = (entry.end - entry.start).days + 1
        lines.append(f"  {entry.start} to {entry.end} ({counted(days, 'day')}), {entry.kind}")
    if entry.sides:
        lines.append(f"  Sides: {', '.join(side.name.en for side in entry.sides)}")
    if entry.errors:
        lines.append(f"  Cannot be used: {counted(entry.errors, 'problem')}; see `validate`.")
    return "\n".join(lines)
