"""`furat validate`: everything that is wrong with scenario packages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from game.cli.bad_input import BadInput

if TYPE_CHECKING:
    from game.scenario.problems import Problems


@click.command(short_help="Check scenario packages.")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object for each path.")
@click.option("--strict", is_flag=True, help="Take warnings for errors: exit code 2.")
@click.option("--replay", is_flag=True, help="Carry out the history too, and tell what differs.")
@click.option("--fix", is_flag=True, help="Put slips of form right; comments stay.")
@click.option("--diff", is_flag=True, help="Show what --fix would change; write nothing.")
def validate(
    paths: tuple[str, ...], as_json: bool, strict: bool, replay: bool, fix: bool, diff: bool
) -> None:
    """Check scenario packages, named by path or id, and tell every problem at once.

    Problems go to standard output as `file:line:col: path: message`, each with the line it stands
    on; the summary goes to standard error. Errors keep a package from being played: exit code 2.
    Warnings say what is probably not meant, and are looked for when there are no errors: exit
    code 0. A comment `# accepted: CODE` on the line, or on the one above, quiets a warning.

    --fix changes only what can mean one thing: a misspelt key with one near miss, a date as
    14.09.2017, a hex as 14,12, an item that stands there twice, tabs, a missing schema line. What
    is left is told.
    """
    if diff and as_json:
        raise click.UsageError("--diff shows texts; it cannot go with --json")
    errors = warnings = concerned = 0
    for path in paths:
        problems = _after(path, fix, diff, replay, as_json)
        errors += problems.errors
        warnings += problems.warnings
        concerned += bool(problems)
        if as_json:
            import json

            plain = {
                "path": path,
                "ok": not problems.errors,
                "problems": [problem.as_dict() for problem in problems],
                "more": problems.more,
            }
            click.echo(json.dumps(plain, ensure_ascii=False))
        else:
            click.echo(str(problems) if problems else f"{path}: no problems")
    if not concerned:
        return
    summary = f"{_counts(errors, warnings)} in {_packages(concerned)} of {len(paths)}"
    if errors or strict:
        raise BadInput(summary)
    click.echo(summary, err=True)


def _after(path: str, fix: bool, diff: bool, replay: bool, as_json: bool) -> Problems:
    """Return the problems of a package, once it has been mended if that is asked."""
    from game.cli import mending

    if diff:
        left = mending.show(path)
        return _examined(path, replay) if left is None else left
    if fix:
        mending.fix(path, quiet=as_json)
    return _examined(path, replay)


def _examined(path: str, replay: bool) -> Problems:
    from game.scenario.package import examine

    found = examine(path)
    if not replay or found.errors:
        return found
    from game.history.rehearsal import rehearse
    from game.scenario.build import build
    from game.scenario.layout import locate
    from game.scenario.problems import Problems

    click.echo(f"{path}: carrying out the history ...", err=True)
    return Problems((*found.items, *rehearse(build(locate(path), record=True))))


def _counts(errors: int, warnings: int) -> str:
    from game.text.page import counted

    told = [counted(errors, "problem")] if errors else []
    return " and ".join([*told, *([counted(warnings, "warning")] if warnings else [])])


def _packages(number: int) -> str:
    from game.text.page import counted

    return counted(number, "package")
