"""Place names and area expressions in a text.

Names come from the gazetteer or follow a type word; persons, tribes, units, offices, operations and outlets that bear a
place's name are left out. Nothing is resolved here: that is the ``geocode`` room.
"""

from __future__ import annotations

from waqai.annotate.place.containers import link
from waqai.annotate.place.drafts import SITE, Draft
from waqai.annotate.place.scan import Scan
from waqai.annotate.place.words import memo
from waqai.model import PlaceMention, Text, Token
from waqai.model.text import make_span, words_of
from waqai.normalise import fold
from waqai.resources.wordsets import wordset

__all__ = ["annotate_places"]

_HAMZA_BELOW = "\u0625"


def _after(raw: str, token: Token, cut: int) -> int:
    """Original code point after ``cut`` folded letters of a token."""
    if token.end - token.start == len(token.word):
        return token.start + cut
    k = token.start
    while cut and k < token.end:
        cut -= bool(fold(raw[k]))
        k += 1
    while k < token.end and not fold(raw[k]):
        k += 1
    return k


def _only_owned(words: list[str], d: Draft) -> bool:
    """``دورية تابعة لفرع الأمن``: a body that owns, no site; ``حاجز لمسلحي الميليشيا``: a site with an owner and no name."""
    if d.first and d.prefix == "ل" and words[d.first - 1] in wordset("belonging"):
        return True
    return not d.ids and d.last - d.first > 1 and words[d.first + 1] in wordset("owners-of-posts")


def annotate_places(text: Text) -> tuple[PlaceMention, ...]:
    """Find place expressions.

    Args:
        text: a segmented report.

    Returns:
        Mentions in text order. ``kind`` is that of the type word, an area kind, or ``place`` when no word says it.
        Relations beside those of the model: ``dateline`` (heads a report), ``anaphor`` (البلدة; ``container`` is what it
        points to), ``named`` (a country that is named but not as a location). A mention with relation ``between`` is an
        endpoint of the area or road that is its ``container``. ``ref`` is ``None``.
    """
    tokens = text.tokens
    raw = text.report.text
    m = memo()
    words = words_of(tokens)
    for k in [k for k, w in enumerate(words) if w in m.areas.words["name_feminine"] and raw[tokens[k].end - 1] != "ة"]:
        words[k] += "ه"  # محله is his shop, محلة a quarter: the fold makes one word of them
    for k in [k for k, w in enumerate(words) if w in m.areas.types and "ً" in raw[tokens[k].end - 1 : tokens[k].end + 1]]:
        words[k] += "ا"  # قضاءً بديلاً: a word with tanwin opens no name
    if "ً" in raw:
        for k in [k for k, w in enumerate(words) if w[-1] == "ا" and "ً" in raw[tokens[k].end - 2 : tokens[k].end + 1]]:
            info = m[words[k]]
            if info is not None and info.names:
                words[k] = "ا" + words[k]  # قصفت بيتاً, ديراً: a noun in the accusative is no town that sounds like it
    for k in [k for k, w in enumerate(words) if w in m.areas.words["name_to_or_governor"] and raw[tokens[k].end - 1] == "ى"]:
        words[k] = words[k][1:]  # وإلى مأرب: and to Marib, not its governor; the fold makes one word of them
    alike = wordset("months-like-places")
    for k in [k for k, w in enumerate(words) if w in alike and _HAMZA_BELOW in raw[tokens[k].start : tokens[k].end]]:
        words[k] = words[k][:-1] + "يب"  # إب, also written إيب: neither a father nor August (أب, آب)
    index: list[int] | None = None
    if "_" in words or "#" in words:
        # Hashtags: دير_حافر is two words, and جنوب #الحسكة is south of it.
        index = [k for k, w in enumerate(words) if w != "_" and (w != "#" or k == 0 or words[k - 1] == "\n")]
        words = [words[k] for k in index]
    drafts = Scan(m, words).run()
    if all(d.container is None for d in drafts):  # else they point to one another by number
        drafts = [d for d in drafts if d.rank != SITE or not _only_owned(words, d)]
    if not drafts:
        return ()
    drafts = link(m, words, drafts)
    out = []
    for d in drafts:
        first, last, name_first, name_last = d.first, d.last, d.name_first, d.name_last
        lead = d.lead
        if index is not None:
            first, name_first, lead = index[first], index[name_first], index[lead]
            last, name_last = index[last - 1] + 1, index[name_last - 1] + 1
        start = _after(raw, tokens[first], d.cut) if d.cut else tokens[first].start
        name_start = _after(raw, tokens[name_first], d.name_cut) if d.name_cut else tokens[name_first].start
        name = make_span((name_start, tokens[name_last - 1].end))
        span = make_span((start if lead >= first else tokens[lead].start, tokens[last - 1].end))
        out.append(
            PlaceMention(
                span,
                name,
                raw[span[0] : span[1]],
                d.kind,
                d.relation,
                d.ids,
                None,
                d.container,
                min(first, lead),
                last,
            )
        )
    return tuple(out)
