"""Furat: an educational hex wargame of the Deir ez-Zor offensive of 2017."""

__version__ = "0.1.0"
