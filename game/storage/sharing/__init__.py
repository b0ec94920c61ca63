"""Scenario packages as one file: written, read with distrust, and installed."""

from game.storage.sharing.exporting import Exported, export
from game.storage.sharing.installing import Installed, install, uninstall
from game.storage.sharing.trouble import SharingError

__all__ = ["Exported", "Installed", "SharingError", "export", "install", "uninstall"]
