"""Who signs a text: a party's own post, a communiqué, the outlet of a party."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import pairwise

from waqai.attribute.clocks import after_clock, by_the_clock
from waqai.attribute.looks import nameless
from waqai.attribute.persons import DATELINE_ENDS
from waqai.model import ActorMention, Doc, Sentence, Span, Stance
from waqai.normalise import fold
from waqai.resources.registry import is_outlet, outlet_actor, outlet_side, registry
from waqai.resources.wordsets import wordset

_ISSUED_BY = wordset("issued-by")
_OUR = wordset("our-forces")
_OUR_FORMS = _OUR | {p + w for p in "ولبف" for w in _OUR}
_HEADLESS = wordset("opening-statement")
_ANNOUNCES = frozenset(("يعلن", "تعلن", "اصدر", "اصدرت"))
_RESULTS = frozenset(("نتايج", "حصيله", "بيان", "بيانا", "تفاصيل", "ملخص", "بلاغ", "بلاغا"))
_HEADINGS = wordset("heading-words")
_SIGNS = frozenset(("ministry", "armed_group", "state_force", "militia", "monitor", "source", "international"))
_MEN = wordset("men-of-a-party")
_FIGHTERS = wordset("own-fighters")
_IDIOM = wordset("fighters-idiom")
_ARMED = frozenset(("armed_group", "militia"))
_PARTIES = frozenset(("ministry", "armed_group", "state_force", "militia"))
_VICTIMS_OF = frozenset(("من", "صفوف", "بصفوف"))  # ``قتلى من الجيش`` in the headline of a report about its enemy's statement
_HEAD = 4  # tokens from the head of a line to the name before its colon
_OPENING = 6  # words at most before the name that signs a heading
_BEFORE_NAME = 8  # tokens before it in which the word of a communiqué may stand: ``تصريح | مكتب العلاقات الإعلامية في …``
_FORCES = _PARTIES - {"ministry"}


@cache
def _seats() -> frozenset[str]:
    """Countries and capitals as they stand in datelines, folded."""
    return frozenset(fold(n.rstrip("?")) for c in registry().countries.values() for n in (*c.names, *c.capital))


def dateline(words: list[str], a: ActorMention, s: Sentence) -> bool:
    """``موسكو – سبوتنيك``: a seat of government that says where the report was written."""
    return a.first - s.first <= 1 and a.last < s.last and fold(a.text) in _seats() and words[a.last] in DATELINE_ENDS | {":", "(", "."}


def _by_name(a: ActorMention) -> bool:
    """The mention is a name of the party itself or definite, not words for some of its men."""
    name = fold(a.text).replace("_", " ")
    if name.split()[0] in _MEN:
        return False
    return any(w.startswith("ال") for w in name.split()) or name in {fold(x.text) for x in registry().actor(a.actor_id or "").aliases}


def _signs(doc: Doc, a: ActorMention, s: Sentence) -> bool:
    """A name can sign: it is named, not counted, and nothing happens in its line."""
    if a.form not in ("named", "definite") or a.number is not None:
        return False
    if a.category in _PARTIES and a.actor_id is not None and not _by_name(a):
        return False  # ``مسلحون حوثيون`` under a picture
    said = ("past", "present")
    return not any(
        (w.layer in ("trigger", "toll") or (w.layer == "speech" and w.form in said)) and s.first <= w.first < s.last for w in doc.words
    )


def _head(doc: Doc, words: list[str], s: Sentence) -> bool:
    """``الدولة الإسلامية | ولاية العراق – كركوك``: a party's name with nothing but provinces, places and a date beside it."""
    own = [a for a in doc.actors if s.first <= a.first < s.last and a.category in _PARTIES and _signs(doc, a, s)]
    if not own:
        return False
    spans = [(m.first, m.last) for m in own] + [(p.first, p.last) for p in doc.places] + [(t.first, t.last) for t in doc.times]
    named = {i for first, last in spans for i in range(first, last)}
    return all(len(words[i]) < 2 or i in named or words[i] in _HEADINGS or words[i].isdigit() for i in range(s.first, s.last))


def _told_of(doc: Doc, a: ActorMention, after: int) -> bool:
    """Behind the heading somebody tells what the party said (``أعلنت الوزارة``): a report about it, not its own text."""
    said = {w.last for w in doc.words if w.layer == "speech" and w.form == "past" and w.first >= after}
    return any(b.first in said and b.actor_id == a.actor_id for b in doc.actors)


def _byline(doc: Doc, words: list[str], a: ActorMention, s: Sentence) -> bool:
    """The outlet's name, a mark and the place it writes from, and nothing else."""
    return a.last < s.last and words[a.last] in DATELINE_ENDS and any(p.first == a.last + 1 and p.last >= s.last for p in doc.places)


def _others_too(doc: Doc, words: list[str], a: ActorMention) -> bool:
    """Further lines are headed by others (``محافظ اللاذقية: …``): one source after another speaks, and none signs."""
    heads = {after_clock(words, s) + k for s in doc.text.sentences for k in range(_HEAD)}
    others = (b for b in doc.actors if b.category in _SIGNS | {"officials", "media"} and b.name_en not in (None, a.name_en))
    return any(b.first in heads and words[b.last : b.last + 1] == [":"] for b in others)


def _relayed(doc: Doc, words: list[str], s: Sentence) -> bool:
    """``وقال الجيش في بيان``, ``وبحسب مصدر طبي``: somebody tells of the statement; ``أصدرت القيادة بياناً`` heads it."""
    by = (w for w in doc.words if w.entry == "speech.accord" and s.first <= w.first < s.last)
    if any(_ISSUED_BY.isdisjoint(words[w.first : w.last]) for w in by):
        return True
    said = [w for w in doc.words if w.layer == "speech" and w.form == "past" and s.first <= w.first < s.last]
    return any(not words[w.first].removeprefix("و").startswith("اصدر") for w in said)


def _praised(words: list[str], a: ActorMention) -> bool:
    """The fighters of the party by the name it gives them: ``جنود الخلافة``, ``المجاهدون``."""
    return (a.stance is Stance.HONORIFIC and a.form == "named") or words[a.first] in _FIGHTERS


def _by_idiom(doc: Doc, words: list[str]) -> ActorMention | None:
    """A text that honours its fighters and thanks God for what they did, or damns those they fought: theirs, though nobody signs it."""
    mine = outlet_actor(doc.text.report.outlet)
    if mine is not None and is_outlet(mine):
        return None
    quoted = [(q.first, q.last) for q in doc.text.quotes]

    def own(i: int) -> bool:
        return not any(a <= i < b for a, b in quoted)

    praised = next((a for a in doc.actors if a.category in _ARMED and _praised(words, a) and own(a.first)), None)
    if praised is None or _told_of(doc, praised, 0):
        return None
    pairs = (f"{a} {b}" for a, b in pairwise(words))
    heads = {words[s.first] for s in doc.text.sentences[:3] if s.last - s.first > 1 and words[s.first + 1] == ":"}
    idiom = (
        not heads.isdisjoint(_HEADLESS)
        or any(w in _IDIOM and own(i) for i, w in enumerate(words))
        or any(p in _IDIOM and own(i) for i, p in enumerate(pairs))
    )
    return praised if idiom else None


def _of_party(doc: Doc, words: list[str]) -> ActorMention | None:
    """A text of a party's own outlet: the party, at the words it uses of itself.

    A monitor's post that says ``our teams`` is the monitor's; an outlet that stands for a party (Amaq, a media centre) is always
    the party's.
    """
    actor_id = outlet_actor(doc.text.report.outlet)
    if actor_id is None or is_outlet(actor_id):
        return None
    reg = registry()
    spoken = reg.in_role(actor_id, "claimant")
    ours = next((i for i, w in enumerate(words) if w in _OUR_FORMS), None)
    if spoken.category in ("monitor", "ministry") and ours is None and not any(a.actor_id == actor_id for a in doc.actors):
        return None
    at = next((a for a in doc.actors if a.actor_id in (actor_id, spoken.id)), None)
    if at is None and not doc.actors and ours is None:
        return None
    if at is not None:
        return replace(at, actor_id=spoken.id, name_en=spoken.name_en, category=spoken.category)
    base = doc.actors[0] if doc.actors else None
    first = ours if ours is not None else base.first if base is not None else 0
    span = Span(doc.text.tokens[first].start, doc.text.tokens[first].end)
    if base is None:
        return None
    return replace(
        base, span=span, text=doc.text.slice(span), actor_id=spoken.id, name_en=spoken.name_en, name_ar=spoken.name_ar,
        form="described", category=spoken.category, number=None, first=first, last=first + 1, head=first,
    )  # fmt: skip


def _acts(words: list[str], a: ActorMention, s: Sentence) -> bool:
    """``وطالبت منظمة العفو الدولية بفتح تحقيق``: a verb right before the name, in its gender."""
    return a.first == s.first + 1 and words[s.first][:1] in "وف" and words[s.first] not in _HEADINGS and words[s.first] not in _HEADLESS


def _headed(words: list[str], a: ActorMention, s: Sentence) -> bool:
    """A word that heads communiqués stands by the name; ``"داعش" يعلن اغتيال`` tells of it, ``الجيش يعلن نتائج`` heads its own text."""
    before = words[max(s.first, a.first - _BEFORE_NAME) : a.first]
    if not _HEADLESS.isdisjoint(before) or (not _ISSUED_BY.isdisjoint(before) and words[s.last - 1] == ":"):
        return True  # ``صدر عن قيادة الجيش البيان الآتي:``
    behind = [i for i in range(a.first, min(a.last + 6, len(words) - 1)) if words[i] in _HEADLESS]
    return any(words[i] not in _ANNOUNCES or words[i + 1] in _RESULTS for i in behind)


def _own_words(doc: Doc, words: list[str]) -> bool:
    """``قواتنا`` stands in the text itself, or in a quotation that is most of it."""
    quoted = [(q.first, q.last) for q in doc.text.quotes if 2 * (q.last - q.first) < len(words)]
    return any(w in _OUR_FORMS and not any(a <= i < b for a, b in quoted) for i, w in enumerate(words))


def _friend(a: ActorMention, side: str | None) -> bool:
    """Not an enemy by the words used of him, nor of another side than the outlet's."""
    if a.stance is Stance.HOSTILE:
        return False
    own = registry().actor(a.actor_id).side if a.actor_id is not None else None
    return side is None or own is None or own == side


def signer(doc: Doc, words: list[str]) -> ActorMention | None:
    """The source that signs the whole text, or ``None``: its name heads it (``بيان صادر عن …``), closes it, or it owns the outlet.

    Args:
        doc: a document with actors and words.
        words: its folded tokens.
    """
    lines = [
        s
        for s in doc.text.sentences
        if s.block != "boilerplate" and s.last - s.first >= 1 and (s.block != "byline" or _head(doc, words, s))
    ]
    if not lines:
        return None
    owner = _of_party(doc, words)
    if owner is not None:
        return owner
    mine = outlet_actor(doc.text.report.outlet)
    ours = not _OUR_FORMS.isdisjoint(words) and _own_words(doc, words) and not by_the_clock(doc, words)
    side = outlet_side(doc.text.report.outlet)

    doers = {w.last for w in doc.words if w.entry.startswith("cue.agentby")}  # ``مصدر القصف قوات النظام``: who did it

    def in_line(s: Sentence, kinds: frozenset[str]) -> list[ActorMention]:
        found = [a for a in doc.actors if s.first <= a.first < s.last and a.category in kinds and a.name_en is not None]
        found = [a for a in found if a.first not in doers]
        return [a for a in found if not dateline(words, a, s) and not (is_outlet(a.actor_id) and a.actor_id == mine)]

    short = len(words) < 330
    cand: ActorMention | None = None
    if ours:
        for s in lines[-3:] if len(lines) > 1 else []:
            closing = in_line(s, _SIGNS)
            if closing and closing[0].last - closing[0].first >= s.last - s.first - 2 and _signs(doc, closing[0], s):
                cand = closing[0]
    for s in lines[:3] if cand is None else []:
        heads = in_line(s, _SIGNS)
        if not heads:
            continue
        a = heads[0]
        if a.category in ("monitor", "media") and _byline(doc, words, a, s):
            continue  # ``مؤسسة نبأ الإعلامية – القنيطرة``
        span = words[s.first : s.last]
        size = sum([len(w) > 1 for w in span])
        told = any(w.layer in ("trigger", "toll") and s.first <= w.first < a.last for w in doc.words)
        colon = ":" in words[a.last : a.last + 3] and "المصدر" not in words[a.last : a.last + 3] and not told
        colon = (
            colon and not nameless(a) and not _told_of(doc, a, s.first) and wordset("holding-of-areas").isdisjoint(words[s.first : a.last])
        )
        opens = sum(len(t) > 1 for t in words[s.first : a.first]) <= _OPENING
        headed = _headed(words, a, s) and not _relayed(doc, words, s) and (a.form != "described" or a.category not in _FORCES)
        covers = (a.last - a.first) >= size - 4 and size <= 12 and not _acts(words, a, s) and _signs(doc, a, s)
        if opens and ((colon and short) or covers or (headed and size <= 14 and short)):
            if not covers and _others_too(doc, words, a):
                break
            cand = a
            break
        if (
            ours
            and opens
            and a.category != "source"
            and not (told and (a.form == "described" or words[a.first - 1] in _VICTIMS_OF) and a.category in _FORCES)
            and _friend(a, side)
        ):
            cand = a
            break
    if cand is None:
        for s in lines[-2:] if len(lines) > 1 else []:
            signed = [a for a in in_line(s, _SIGNS | {"media"}) if not nameless(a)]
            long = s.last - s.first
            if (
                long <= 10
                and signed
                and not _acts(words, signed[0], s)
                and signed[0].last - signed[0].first >= long - 4
                and _signs(doc, signed[0], s)
            ):
                cand = signed[0]
        last = lines[-1]
        tail = [a for a in in_line(last, _SIGNS | {"media"}) if a.last >= last.last - 2 and not nameless(a)]
        if cand is None and short and tail and words[tail[-1].first - 1] in ("-", "|", "\u2014", "#"):
            cand = tail[-1]
    if cand is None and ours and short:
        parties = [a for a in doc.actors if a.form == "named" and a.category in _PARTIES and _friend(a, side)]
        cand = parties[0] if parties else None
    cand = cand or _by_idiom(doc, words)
    return _of_all_provinces(doc, cand) if cand is not None else None


def _of_all_provinces(doc: Doc, a: ActorMention) -> ActorMention:
    """``ولاية غرب إفريقية …، ولاية سيناء …``: the weekly that tells of several branches is the whole party's, not its first branch's."""
    reg = registry()
    own = reg.actor(a.actor_id) if a.actor_id is not None else None
    if own is None or own.parent is None or own.category != "armed_group":
        return a
    heads = {s.first for s in doc.text.sentences}
    kin = (reg.actor(b.actor_id) for b in doc.actors if b.first in heads and b.actor_id not in (None, own.id, own.parent) and b.actor_id)
    if not any(b.parent == own.parent and b.category == own.category for b in kin):
        return a
    whole = reg.actor(own.parent)
    return replace(a, actor_id=whole.id, name_en=whole.name_en, name_ar=whole.name_ar)
