"""Small maps made better by trial: neighbours in a column are exchanged while the routed picture improves.

Tries are counted, not timed, so that the same map gives the same picture on every machine.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace

from blackstart.core.drawing.parts import Parts
from blackstart.core.drawing.room import Places

STEPS = (1, 2)  # how far apart in a column two cards may stand to be exchanged


def polished(numbered: Parts, places: Places, price: Callable[[Places], float], tries: int) -> Places:
    """Exchange cards of one column and zone as long as the price falls, at most `tries` times tried."""
    best, least, is_better = places, price(places), True
    while is_better and tries:
        is_better = False
        for first, second in list(_pairs(numbered, best))[:tries]:
            tries -= 1
            tried = _exchanged(best, first, second)
            found = price(tried)
            if found < least - 1e-6:
                best, least, is_better = tried, found, True
    return best


def _pairs(numbered: Parts, places: Places) -> Iterator[tuple[int, int]]:
    """Cards that stand one or two apart, from left to right and top to bottom."""
    columns: dict[tuple[float, int], list[int]] = {}
    for card in sorted(numbered.cards, key=lambda card: (places.cards[card][1], card)):
        columns.setdefault((places.cards[card][0], numbered.zone_of[card]), []).append(card)
    for _, cards in sorted(columns.items()):
        for place, card in enumerate(cards):
            yield from ((card, cards[place + step]) for step in STEPS if place + step < len(cards))


def _exchanged(places: Places, first: int, second: int) -> Places:
    cards = list(places.cards)
    cards[first], cards[second] = cards[second], cards[first]
    return replace(places, cards=cards)
