"""The rules of the game, pure: no screen, no file, no clock, no hidden randomness.

A game begins with `new_game.new_game`; the only thing that changes it is an order given to
`apply.apply`. `legality.why_illegal` and `legal_orders.legal_orders` say what may be ordered,
`rules.odds.odds` what an attack may bring, `view.view_for` what a side may see, `state.digest`
what a state is in sixteen letters. Orders are in `orders`, what happens in `events`; `order_rules`
is the table of which module holds which rule. Nothing is imported here, so that reading a scenario
does not load the rules.
"""
