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
def validate(paths: tuple[str, ...], as_json: bool, strict: bool, replay: bool) -> None:
    """Check scenario packages, named by path or id, and tell every problem at once.

    Problems go to standard output as `file:line:col: path: message`, each with the line it stands
    on; the summary goes to standard error. Errors keep a package from being played: exit code 2.
    Warnings say what is probably not meant, and are looked for when there are no errors: exit
    code 0. A comment `# accepted: CODE` on the line, or on the one above, quiets a warning.
    """
    errors = warnings = concerned = 0
    for path in paths:
        problems = _examined(path, replay)
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
