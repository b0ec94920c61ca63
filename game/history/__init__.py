"""The record: the historical orders carried out by the engine, and how true the replay is."""
