"""Reading: the rules and the glossary, made from the Markdown files of the documentation."""
