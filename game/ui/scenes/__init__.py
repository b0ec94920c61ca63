"""The screens. Each is a `game.ui.scene.Scene`.

A module or package of this folder may have a function `pictures() -> dict[str, Picture]`: the
states of its screens that `tools/screens.py` photographs and the tests measure. A `Picture` takes
the app and puts the screen on it, for example with `app.replace(SettingsScene())`; it may post
nothing and wait for nothing.
"""
