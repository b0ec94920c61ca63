"""The chapters of the rulebook, one module each (docs/rules.md).

Reading functions take a `Position` (a state or a draft); `why_illegal...` functions return an
`Illegal` or None; `do_...` functions change a draft, after the order was found legal.
"""
