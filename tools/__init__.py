"""Tools for those who work on Furat; not part of the installed program."""
