"""From scored pairs to groups: best pairs first, never across a guard, the same whatever the order of arrival."""

from __future__ import annotations

from collections.abc import Callable, Iterable

Pair = tuple[str, str]


def cluster(
    nodes: Iterable[str],
    edges: Iterable[tuple[float, str, str]],
    score: Callable[[str, str], float | None],
    floor: float,
    same: Iterable[Pair] = (),
    different: frozenset[Pair] = frozenset(),
) -> list[list[str]]:
    """Group the nodes of one connected part.

    Args:
        nodes: claim ids.
        edges: ``(points, a, b)`` of the pairs at or above the threshold.
        score: points of any pair; ``None`` when a guard forbids it.
        floor: what two groups must reach on average over all their pairs.
        same, different: reviewers' pairs; ``same`` holds against every guard, ``different`` against every score.
            ``different`` holds pairs in sorted order.

    Returns:
        Groups of sorted ids, sorted by their first id.
    """
    group: dict[str, list[str]] = {n: [n] for n in nodes}

    def join(a: list[str], b: list[str]) -> None:
        a, b = (a, b) if len(a) >= len(b) else (b, a)
        a += b
        for n in b:
            group[n] = a

    for x, y in sorted(same):
        if x in group and y in group and group[x] is not group[y]:
            join(group[x], group[y])
    for _, x, y in sorted(edges, key=lambda e: (-e[0], e[1], e[2])):
        a, b = group[x], group[y]
        if a is not b and _compatible(a, b, score, floor, different):
            join(a, b)
    done: dict[int, list[str]] = {id(g): g for g in group.values()}
    return sorted(sorted(g) for g in done.values())


def _compatible(a: list[str], b: list[str], score: Callable[[str, str], float | None], floor: float, different: frozenset[Pair]) -> bool:
    if len(a) == len(b) == 1 and not different:
        return True
    total = 0.0
    for x in a:
        for y in b:
            if different and ((x, y) if x < y else (y, x)) in different:
                return False
            points = score(x, y)
            if points is None:
                return False
            total += points
    return total >= floor * len(a) * len(b)
