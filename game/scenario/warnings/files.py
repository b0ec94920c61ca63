"""The folder of a package as others will get it."""

from __future__ import annotations

import os

from game.scenario import layout
from game.scenario.problems import Problem, printable
from game.scenario.warnings.look import Look


def name_of_folder(look: Look) -> None:
    """Warn of an id that is not the name of the folder, by which the scenario is found."""
    folder = os.path.basename(look.folder)
    if look.header.id != folder:
        message = (
            f'the folder is called "{printable(folder)}", and that is the name under which the '
            f"game finds the scenario; call both the same"
        )
        look.warn("folder-name", ("scenario", "id"), message, inherited=False)


def foreign_links(look: Look) -> None:
    """Warn of files that lie elsewhere: whoever gets the package does not have them."""
    home = os.path.realpath(look.folder)
    for name in layout.yaml_names(look.folder):
        path = os.path.join(look.folder, name)
        target = os.path.realpath(path)
        if os.path.islink(path) and os.path.commonpath([home, target]) != home:
            message = f"a link that leads out of the package, to {printable(target, 200)}"
            look.tell(Problem(layout.shown(path), 1, 1, "", message), "link")
