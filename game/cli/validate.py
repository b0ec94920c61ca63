"""`furat validate`: everything that is wrong with scenario packages."""

from __future__ import annotations

import click

from game.cli.bad_input import BadInput


@click.command(short_help="Check scenario packages.")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object for each path.")
def validate(paths: tuple[str, ...], as_json: bool) -> None:
    """Check scenario packages, named by path or id, and tell every problem at once.

    Problems go to standard output as `file:line:col: path: message`, each with the line it stands
    on; the summary goes to standard error. Exit code 0 if nothing is wrong, 2 otherwise.
    """
    from game.scenario.package import validate as check

    found = 0
    broken = 0
    for path in paths:
        problems = check(path)
        found += len(problems)
        broken += bool(problems)
        if as_json:
            import json

            plain = {
                "path": path,
                "ok": not problems,
                "problems": [problem.as_dict() for problem in problems],
                "more": problems.more,
            }
            click.echo(json.dumps(plain, ensure_ascii=False))
        else:
            click.echo(str(problems) if problems else f"{path}: no problems")
    if found:
        from game.text.page import counted

        summary = f"{counted(found, 'problem')} in {counted(broken, 'package')} of {len(paths)}"
        raise BadInput(summary)
