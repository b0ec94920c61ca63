"""Controls, text and drawing of the interface: a dark, quiet gallery around one lit paper map."""
