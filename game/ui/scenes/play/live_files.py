"""The scenario of a game read again when its files change; the old one is played until it fits."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from game.scenario.package import load_record
from game.session import Session
from game.session.newer_scenario import taken_over
from game.ui import flow
from game.ui.file_watch import FileWatch
from game.ui.scenes.file_news import News, Version, lay_news, read_version

if TYPE_CHECKING:
    from game.ui.scenes.play.scene import PlayScene


class NewGame(NamedTuple):
    """What the files hold now, the game on it, and whether it stands where it stood."""

    version: Version
    session: Session | None
    same: bool


class LiveFiles:
    """Watches the files behind a game."""

    def __init__(self, scene: PlayScene) -> None:
        self.scene = scene
        self.news: News | None = None
        self._watch = self._begin()

    def _begin(self) -> FileWatch[NewGame] | None:
        from game.scenario import layout
        from game.scenario.problems import ScenarioError

        session = self.scene.session
        ref = session.ref or session.scenario.id
        try:
            folder = layout.locate(ref)
        except ScenarioError:
            return None

        def read() -> NewGame:
            version = read_version(folder)
            if version.scenario is None:
                return NewGame(version, None, False)
            game, same = taken_over(
                self.scene.session, version.scenario, lambda: load_record(folder)
            )
            return NewGame(version, game, same)

        watch = FileWatch(folder, read)
        return watch if watch.files else None

    def lay(self) -> None:
        """Lay out what there is to tell."""
        if self.news is not None:
            lay_news(self.scene, self.scene.frame.map, self.news)

    def close(self) -> bool:
        """Put the news away; False if there are none."""
        was, self.news = self.news is not None, None
        return was

    def update(self, dt_ms: int) -> None:
        """Let time pass: look at the files, and change over to what they hold now if it fits."""
        found = self._watch.update(dt_ms) if self._watch is not None else None
        if found is None:
            return
        scene, w = self.scene, self.scene.w
        answers = [("keep", w("files.keep_old"), self._put_away)]
        if found.session is None:
            answers.append(("author", w("title.show_in_author"), self._author))
            text = w("files.broken_playing", count=len(found.version.problems))
            self.news = News(text, found.version.problems.items, tuple(answers))
        elif found.version.scenario == scene.session.scenario:
            return
        elif found.same and len(found.session.log) == len(scene.session.log):
            self._change_over(found.session)
            return
        else:
            game = found.session
            answers.append(("restart", w("files.restart"), lambda: self._change_over(game)))
            self.news = News(w("files.other_game"), (), tuple(answers))
        scene.app.relayout()

    def _put_away(self) -> None:
        self.close()
        self.scene.app.relayout()

    def _author(self) -> None:
        self.close()
        session = self.scene.session
        flow.author_ref(self.scene.app, session.ref or session.scenario.id)

    def _change_over(self, game: Session) -> None:
        """Play on with the new version, where and how the old one was shown."""
        old = self.scene
        game.keeper = old.session.keeper if old.unkept else None
        new = old.again(game)
        old.app.replace(new)
        new.look_like(old)
        new.toast(new.w("files.read_again"))
