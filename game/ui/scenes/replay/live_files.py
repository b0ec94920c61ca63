"""The record read again when its files change, at the same day and the same camera."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.history.film import Film
from game.ui import flow
from game.ui.file_watch import FileWatch
from game.ui.scenes.file_news import News, Version, lay_news, watch_for

if TYPE_CHECKING:
    from game.ui.scenes.replay.scene import ReplayScene


class LiveFiles:
    """Watches the files behind a replay."""

    def __init__(self, scene: ReplayScene) -> None:
        self.scene = scene
        self.news: News | None = None
        self._watch: FileWatch[Version] | None = watch_for(scene.ref)
        self._film: Film | None = None
        """The new film, until it has come to the day that is shown."""

    def lay(self) -> None:
        """Lay out what there is to tell."""
        if self.news is not None:
            lay_news(self.scene, self.scene.areas.map, self.news)

    def close(self) -> bool:
        """Put the news away; False if there are none."""
        was, self.news = self.news is not None, None
        return was

    def leave(self) -> None:
        """Stop working on the new film."""
        if self._film is not None:
            self._film.close(0)

    def update(self, dt_ms: int) -> None:
        """Let time pass: look at the files, and change over to what they hold now."""
        found = self._watch.update(dt_ms) if self._watch is not None else None
        if found is not None:
            self._take(found)
        film, turn = self._film, self.scene.head.turn
        if film is None:
            return
        if film.failure is not None:
            self._film = None
            self._tell(self.scene.w("files.failed", why=str(film.failure)), Version())
        elif film.complete or film.ready >= min(turn, film.turns):
            self._film = None
            self._change_over(film)

    def _take(self, version: Version) -> None:
        scene = self.scene
        if version.scenario is None or version.record is None:
            self._tell(scene.w("files.broken_watching", count=len(version.problems)), version)
            return
        self.close()
        self.leave()
        self._film = Film(version.scenario, version.record)
        self._film.heard = lambda ready: scene.app.wake()
        self._film.start()

    def _tell(self, text: str, version: Version) -> None:
        scene = self.scene
        answers = [("close", scene.w("common.close"), self._put_away)]
        if version.problems:
            answers.append(("author", scene.w("title.show_in_author"), self._author))
        self.news = News(text, version.problems.items, tuple(answers))
        scene.app.relayout()

    def _put_away(self) -> None:
        self.close()
        self.scene.app.relayout()

    def _author(self) -> None:
        self.close()
        flow.author_ref(self.scene.app, self.scene.ref)

    def _change_over(self, film: Film) -> None:
        """Show the new film in the place of the old one, where and how that was shown."""
        from game.ui.scenes.replay.scene import ReplayScene

        old = self.scene
        new = ReplayScene(film, old.ref, min(old.head.turn, film.turns))
        old.app.replace(new)
        before, after = old.map.view, new.map.view
        camera = after.camera
        camera.step, camera.x, camera.y = before.camera.step, before.camera.x, before.camera.y
        after.pan(0, 0)
        after.layers = set(before.layers)
        if old.viewer < len(film.scenario.oob.sides):
            new.viewer = old.viewer
        new.tab, new.head.pace, new.map.supply = old.tab, old.head.pace, old.map.supply
        new.toast(new.w("files.read_again"))
        new.app.relayout()
