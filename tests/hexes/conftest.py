"""Property tests here are judged by what they find, never by the clock."""

from hypothesis import settings

settings.register_profile("hexes", deadline=None)
settings.load_profile("hexes")
