"""The value of a digit token: which of its marks group thousands and which one starts a fraction."""

from __future__ import annotations

from functools import lru_cache


def _exact(text: str) -> int | float:
    value = float(text)
    return int(value) if value.is_integer() and abs(value) < 1e15 else value


@lru_cache(maxsize=16384)
def digits_value(word: str) -> int | float | None:
    """Value of a folded digit token (``1,500`` · ``1.500`` · ``3,5`` · ``12.220,13``).

    One mark before exactly three digits groups thousands (news writes ``1.500`` for 1,500) unless the whole part is 0;
    any other single mark is a decimal one. With several marks all groups but the last hold three digits.

    Returns:
        The value; ``None`` when it is no number (``10.11.2023``, ``1.2.3``: dates or versions).
    """
    if word.isdecimal():
        return int(word) if len(word) <= 18 else None
    parts = word.replace(",", ".").split(".")
    if not all(p.isdecimal() for p in parts) or sum(map(len, parts)) > 18:
        return None
    head, last = parts[0], parts[-1]
    if len(parts) == 2:
        if len(last) == 3 and head.lstrip("0") and len(head) <= 3:
            return int(head + last)
        return _exact(f"{head}.{last}")
    if len(head) > 3 or any(len(p) != 3 for p in parts[1:-1]):
        return None
    marks = [c for c in word if c in ".,"]
    whole = "".join(parts[:-1])
    if len(last) == 3 and marks[-1] == marks[0]:
        return int(whole + last)
    if marks[-1] == marks[0] and len(last) != 2:
        return None
    return _exact(f"{whole}.{last}")
