"""The terminal: days, maps and journal as plain text, with colour where there is any."""
