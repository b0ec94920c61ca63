"""Changing scenario packages: texts edited in place, with undo, checked after every step."""
