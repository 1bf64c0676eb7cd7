"""Numbers with their nouns in Arabic: singular, dual, plural, the accusative after eleven, and the verb before them."""

from __future__ import annotations

from typing import Any

from waqai.publish.labels import table


def _noun(key: str) -> dict[str, Any]:
    noun: dict[str, Any] = table("nouns")[key]
    return noun


def counted(n: int, key: str, *, oblique: bool = False) -> str:
    """``n`` with its noun: حادث واحد، حادثان، 3 حوادث، 15 حادثاً، 100 حادث، 103 حوادث.

    Args:
        n: zero or more; zero gives the noun alone after "أي", to be used with a negated verb.
        key: a noun of ``nouns.yml``.
        oblique: accusative or genitive ("في حادثين"), which shows in the dual.
    """
    w = _noun(key)
    if n == 0:
        return f"أي {w['singular']}"
    if n == 1:
        return f"{w['singular']} {w['one']}"
    if n == 2:
        return str(w["dual_oblique" if oblique else "dual"])
    tail = n % 100
    if 3 <= tail <= 10:
        return f"{n} {w['plural_oblique' if oblique else 'plural']}"
    if tail >= 11:
        return f"{n} {w['tanwin']}"
    return f"{n} {w['singular']}"


def ranged(low: int, high: int, key: str, *, oblique: bool = False) -> str:
    """``ما بين 10 و14 شخصاً``; one figure when both are equal. The noun follows the second number."""
    if low == high:
        return counted(low, key, oblique=oblique)
    w = _noun(key)
    tail = high % 100
    if high == 1:
        return f"{w['singular']} {w['one']} على الأكثر"
    if high == 2 and low == 1:
        return f"{w['singular']} أو {w['dual_oblique' if oblique else 'dual']}"
    if high == 2:
        return f"{w['dual_oblique' if oblique else 'dual']} على الأكثر"
    noun = w["plural_oblique"] if 3 <= tail <= 10 else w["tanwin"] if tail >= 11 else w["singular"]
    if low == 0:
        return f"{high} {noun} على الأكثر"
    return f"ما بين {low} و{high} {noun}"


def verb(n: int, key: str, masculine: str, feminine: str) -> str:
    """The form of a verb that stands before ``counted(n, key)``.

    Feminine before feminine nouns and before 3-10 of things; masculine otherwise.
    """
    w = _noun(key)
    if 3 <= n % 100 <= 10:
        return masculine if w["human"] else feminine
    return feminine if w["gender"] == "f" else masculine


def english(n: int, key: str) -> str:
    """``1 incident``, ``3 incidents``, ``no incidents``."""
    one, many = _noun(key)["en"]
    return f"no {many}" if n == 0 else f"{n} {one if n == 1 else many}"


def english_range(low: int, high: int, key: str) -> str:
    """``between 10 and 14 people``."""
    if low == high:
        return english(low, key)
    one, many = _noun(key)["en"]
    return f"up to {high} {one if high == 1 else many}" if low == 0 else f"between {low} and {high} {many}"


def joined(items: list[str], lang: str) -> str:
    """``أ وب وج`` or ``a, b and c``."""
    if lang == "ar":
        return " و".join(items)
    return items[0] if len(items) == 1 else ", ".join(items[:-1]) + " and " + items[-1] if items else ""


def arabic_day(year: int, month: int, day: int) -> str:
    """``7 آب 2025``."""
    return f"{day} {table('ui')['months'][1][month - 1]} {year}"


def left_to_right(text: str) -> str:
    """Figures such as ``2–4`` or ``3+`` that keep their order in a right-to-left paragraph."""
    return f"\u200e{text}\u200e"
