"""`surfarray` of pygame, loaded.

pygame loads it at its first use, which must not happen in two threads at once; the import of this
module does it in one.
"""

import pygame
from pygame import surfarray

_LOADED = pygame.surfarray.pixels_alpha

__all__ = ["surfarray"]
