"""Scenario packages: reading, checking and compiling them. `package` is the way in."""
