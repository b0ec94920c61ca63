"""What is kept on disk: saves, autosaves and settings. Knows files, not how a game is played."""
