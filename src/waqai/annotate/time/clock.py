"""Times of day: ``الساعة الثالثة وربع عصراً``, ``15:15``, ``الثالثة فجراً``. A time of day alone is no date; it refines one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from waqai.annotate.number import ordinal_at, value_at
from waqai.annotate.time.tables import Builder, Table, find
from waqai.model import Span, Token
from waqai.normalise import fold, tokenize
from waqai.resources import DATA, compiled, read_yaml
from waqai.resources.wordsets import wordset

_NO_PREFIX = ("",)
_TO = wordset("until-the-hour")


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day.

    Attributes:
        span: code points of the text.
        seconds: since midnight, 0–86399.
        grain: ``hour``, ``minute`` or ``second``: the finest unit said.
        half: the half of the day is said or follows from the hour; when ``False`` noon to midnight is as likely.
        first, last: token interval.
    """

    span: Span
    seconds: int
    grain: str
    half: bool
    first: int
    last: int


@dataclass
class _Words:
    openers: Table
    loose: Table
    dayparts: Table
    plus: Table
    minus: Table
    minutes: frozenset[str]


def _build() -> _Words:
    data = read_yaml(DATA / "time" / "clock.yml")

    def table(groups: dict[object, list[str]], prefixes: tuple[str, ...] = _NO_PREFIX) -> Table:
        b = Builder()
        for value, phrases in groups.items():
            for phrase in phrases:
                b.add(phrase, value, prefixes)
        return b.table()

    return _Words(
        table({True: data["openers"]}),
        table({True: data["loose"]}, ("", "و", "ف")),
        table(data["dayparts"]),
        table(data["plus"]),
        table(data["minus"]),
        frozenset(fold(w) for w in data["minutes"]),
    )


@lru_cache(maxsize=1)
def _words() -> _Words:
    return compiled("clock-words", _build, [DATA / "time" / "clock.yml"], code=__file__)


def _hour(tokens: Sequence[Token], i: int) -> tuple[int, int, int, str, int] | None:
    """``(hour, minute, second, grain, next)`` in digits or words, without the half of the day."""
    if i >= len(tokens):
        return None
    w = tokens[i].word

    def two(j: int) -> int | None:
        ok = j < len(tokens) and tokens[j].word.isdecimal() and tokens[j].word.isascii() and len(tokens[j].word) == 2
        return int(tokens[j].word) if ok else None

    if w.isdecimal() and w.isascii() and len(w) <= 2:
        if i + 1 < len(tokens) and tokens[i + 1].word == ":":
            m = two(i + 2)
            if m is None or m > 59 or int(w) > 24:
                return None
            if i + 3 < len(tokens) and tokens[i + 3].word == ":":
                s = two(i + 4)
                if s is not None and s < 60:
                    return int(w), m, s, "second", i + 5
            return int(w), m, 0, "minute", i + 3
        return (int(w), 0, 0, "hour", i + 1) if int(w) <= 24 else None
    if w in ("الواحده", "واحده"):
        return 1, 0, 0, "hour", i + 1
    teen = i + 1 < len(tokens) and tokens[i + 1].word in ("عشر", "عشره")
    found = ordinal_at(tokens[i : i + (2 if teen else 1)], 0)
    found = None if found is None else (found[0], i + found[1])
    if found is None:  # ثلاثة وثمانية عشر دقيقة: the hour ends before و
        single = value_at(tokens[i : i + 1], 0, False)
        found = (int(single[0]), i + 1) if single is not None and float(single[0]).is_integer() else None
    if found is None or not 1 <= found[0] <= 12:
        return None
    return found[0], 0, 0, "hour", found[1]


def _minutes(tokens: Sequence[Token], words: list[str], i: int) -> tuple[int, int] | None:
    """Minutes after the hour: ``وربع``, ``إلا ثلث``, ``و18 دقيقة``, ``وخمس وأربعون دقيقة``."""
    t = _words()
    m = find(t.plus, words, i)
    if m is not None:
        return int(m.value), m.next
    m = find(t.minus, words, i)
    if m is not None:
        return -int(m.value), m.next
    if i >= len(words) or not words[i].startswith("و"):
        return None
    j = i + 1 if words[i] == "و" else i
    found = value_at(tokens, j, False)
    if found is None or not 0 < found[0] < 60 or found[1] >= len(words) or words[found[1]] not in t.minutes:
        return None
    return int(found[0]), found[1] + 1


def clock_at(tokens: Sequence[Token], i: int, opened: bool = False) -> tuple[int, str, bool, int] | None:
    """Read a time of day at token ``i``: ``(seconds, grain, half known, next)``.

    ``opened``: an hour is expected here (the end of a range of hours), so ``الساعة`` may be missing.
    """
    t = _words()
    words = [tok.word for tok in tokens[i : i + 16]]
    part = list(tokens[i : i + 16])
    m = find(t.loose, words, 0)
    start = m.next if m is not None else 0
    o = find(t.openers, words, start)
    if o is not None:
        j, named = o.next, True
    else:
        j, named = start, opened
    hour = _hour(part, j)
    if hour is None:
        return None
    h, mi, s, grain, k = hour
    if grain == "hour":
        more = _minutes(part, words, k)
        if more is not None:
            mi, k = more
            grain = "minute"
    half = find(t.dayparts, words, k)
    if half is None and not named and ":" not in words[j:k]:
        return None
    if half is None and not named and words[k : k + 1] in ([":"], ["-"]):
        return None
    known = half is not None or h > 12 or (grain != "hour" and ":" in words[j:k] and h == 0)
    if half is not None:
        k = half.next
        if half.value == "pm" and h < 12:
            h += 12
        elif half.value == "am" and h == 12 and mi >= 0 and words[half.next - 1] not in ("الظهر", "ظهر", "الصباح"):
            h = 0
        elif half.value == "noon" and h < 10:
            h += 12
        elif half.value == "night":
            h = h + 12 if 6 <= h < 12 else h % 12 if h == 12 else h
    seconds = (h * 3600 + mi * 60 + s) % 86400
    return seconds, grain, known, i + k


def find_clocks(s: str) -> tuple[Clock, ...]:
    """Times of day of a plain string, in order; spans are code points of ``s``."""
    tokens = tokenize(s)
    out: list[Clock] = []
    i = 0
    while i < len(tokens):
        found = clock_at(tokens, i)
        if found is None and out and out[-1].last >= i - 2 and tokens[i].word not in ("\n", "."):
            found = clock_at(tokens, i, opened=tokens[i - 1].word in ("الي", "حتي", "وحتي", "-") if i else False)
        if found is None:
            i += 1
            continue
        seconds, grain, half, j = found
        if half and seconds >= 43200 and out and not out[-1].half and i - out[-1].last <= 1:
            # من الساعة 3 إلى الساعة 4 عصراً: the half of the day holds for both ends
            if out[-1].seconds + 43200 < seconds and tokens[out[-1].last].word in _TO:
                out[-1] = replace(out[-1], seconds=out[-1].seconds + 43200, half=True)
        elif half and out and not out[-1].half and i - out[-1].last <= 1 and tokens[out[-1].last].word in _TO:
            out[-1] = replace(out[-1], half=True)
        out.append(Clock(Span(tokens[i].start, tokens[j - 1].end), seconds, grain, half, i, j))
        i = j
    return tuple(out)
