"""The order of cards from left to right, and the chains of cards that stand above each other.

Kinds give the coarse order (power, network and platform, shared services, apps, partners, things and people);
inside a tier a card stands right of what it needs to run. Needs that close a cycle are left out.
"""

from collections.abc import Mapping, Sequence

from blackstart.core.drawing.parts import Parts

Unit = tuple[int, ...]  # cards of one column, from top to bottom

LONGEST_CHAIN = 4


def is_tiered(parts: Parts) -> bool:
    """Whether the kinds tell enough to go by them: more than two tiers are in use."""
    return len(set(parts.tiers)) > 2


def units(parts: Parts) -> tuple[Unit, ...]:
    """All cards, those of a chain together; in the order of their first card.

    A chain is a path of up to `LONGEST_CHAIN` cards of one tier and zone, joined by nothing else: its lines are
    straight.
    """
    in_chain = {card: chain for chain in _chains(parts) for card in chain}
    return tuple(dict.fromkeys(in_chain.get(card, (card,)) for card in parts.cards))


def _chains(parts: Parts) -> list[Unit]:
    if not is_tiered(parts):
        return []
    near: dict[int, set[int]] = {}
    for source, target, _, is_gated in parts.flows:
        is_same = parts.tiers[source] == parts.tiers[target] and parts.zone_of[source] == parts.zone_of[target]
        if is_same and not is_gated:
            near.setdefault(source, set()).add(target)
            near.setdefault(target, set()).add(source)
    found, seen = [], set[int]()
    for card in sorted(near):
        if card not in seen:
            joined = _reached(card, near)
            seen |= joined
            if _is_path(joined, near):
                found.append(_walked(joined, near))
    return found


def _reached(card: int, near: Mapping[int, set[int]]) -> set[int]:
    joined, waiting = set[int](), [card]
    while waiting:
        at = waiting.pop()
        if at not in joined:
            joined.add(at)
            waiting.extend(near[at])
    return joined


def _is_path(joined: set[int], near: Mapping[int, set[int]]) -> bool:
    degrees = [len(near[card]) for card in joined]
    return len(joined) <= LONGEST_CHAIN and max(degrees) <= 2 and sum(degrees) == 2 * len(joined) - 2


def _walked(joined: set[int], near: Mapping[int, set[int]]) -> Unit:
    path = [min(card for card in joined if len(near[card]) == 1)]
    while ahead := sorted(near[path[-1]] - set(path)):
        path.append(ahead[0])
    return tuple(path)


def layers(parts: Parts, grouped: tuple[Unit, ...]) -> list[int]:
    """Layer of every card, from 0 at the left; a chain has one layer."""
    unit_of = {card: number for number, unit in enumerate(grouped) for card in unit}
    tier_of = [parts.tiers[unit[0]] if is_tiered(parts) else 0 for unit in grouped]
    run_ends = {card for flow in parts.flows if flow.is_run for card in flow[:2]}
    ahead: list[set[int]] = [set() for _ in grouped]
    for source, target, is_run, _ in parts.flows:
        first, second = unit_of[source], unit_of[target]
        if first == second or tier_of[first] != tier_of[second]:
            continue
        if is_run or source not in run_ends or target not in run_ends:
            ahead[first].add(second)
    depth = _longest_paths(ahead)
    base: dict[int, int] = {}
    begin = 0
    for tier in sorted(set(tier_of)):
        base[tier] = begin
        begin += 1 + max(depth[unit] for unit in range(len(grouped)) if tier_of[unit] == tier)
    return [base[tier_of[unit_of[card]]] + depth[unit_of[card]] for card in parts.cards]


def _longest_paths(ahead: Sequence[set[int]]) -> list[int]:
    """Length of the longest path to each vertex; an edge that closes a cycle is dropped."""
    finished: list[int] = []
    kept: list[list[int]] = [[] for _ in ahead]
    is_open, is_seen = [False] * len(ahead), [False] * len(ahead)
    for root in range(len(ahead)):
        path = [] if is_seen[root] else [(root, iter(sorted(ahead[root])))]
        if path:
            is_open[root] = is_seen[root] = True
        while path:
            vertex, following = path[-1]
            after = next(following, None)
            if after is None:
                path.pop()
                is_open[vertex] = False
                finished.append(vertex)
            elif not is_open[after]:
                kept[vertex].append(after)
                if not is_seen[after]:
                    is_open[after] = is_seen[after] = True
                    path.append((after, iter(sorted(ahead[after]))))
    depth = [0] * len(ahead)
    for vertex in reversed(finished):
        for after in kept[vertex]:
            depth[after] = max(depth[after], depth[vertex] + 1)
    return depth
