"""The map: a printed operational sheet, drawn from the board of any scenario."""
