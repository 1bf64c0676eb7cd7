"""Who speaks: the subject of a verb of saying, the source after ``بحسب``, the outlet's own correspondent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from waqai.attribute.issuers import issuer
from waqai.attribute.persons import DATELINE_ENDS, OUTLET, SPEAKERS, STOPS, STRONG, person
from waqai.attribute.topics import apposed, by_trade, counter, topic_of, unlisted_topic
from waqai.model import ActorMention, Doc, Sentence, WordMention
from waqai.normalise import fold
from waqai.resources.introduced import introduced
from waqai.resources.registry import is_outlet, outlet_actor, registry
from waqai.resources.wordsets import wordset

_SPEECH_END = wordset("speech-end")
_NAME_IN_MARKS = 9  # tokens a name in quotation marks takes with them
_QUOTES = frozenset(('"', "(", "/", "'"))
_BEFORE_TOPIC = _SPEECH_END | STOPS | wordset("before-topic")
_NO_SUBJECT = wordset("no-subject")
_BEFORE_PERSON = wordset("before-speaker")
_OWN_PARTY = frozenset(("armed_group", "militia", "state_force"))
_OUTLETS = frozenset(("قناه", "وكاله", "موقع", "اذاعه", "صحيفه", "شبكه", "تلفزيون"))
_BELONGS = wordset("belongs-to")
_PASSED_ON = wordset("passed-on-by")
_TELLS_WHOM = wordset("tells-whom")
_OVER = frozenset(("عبر", "علي"))
_LED_BY = frozenset(('"', "(", "'", "|", "#"))
_CLITIC_LIKE, _REPORTS = wordset("clitic-like"), wordset("report-nouns")
_THE_REPORT = frozenset(t for t in _REPORTS if t.startswith("ال"))


def own_voice(doc: Doc, words: Sequence[str], a: ActorMention, w: WordMention, counts: bool) -> ActorMention:
    """The outlet quoting itself or its correspondent is the outlet; a count it made keeps its name.

    Args:
        doc: the document; its report names the outlet.
        words: folded tokens.
        a: the speaker found.
        w: the speech word.
        counts: the speech word tells of counting.
    """
    mine = outlet_actor(doc.text.report.outlet)
    if mine is None or a.actor_id != mine or not is_outlet(mine):
        return a
    if counts or not wordset("own-count").isdisjoint(words[w.last : a.first]):
        return a
    return replace(a, actor_id=OUTLET, name_en=registry().actor(OUTLET).name_en, category="media")


def first_person(w: WordMention) -> bool:
    """``ننفي``, ``ونؤكد``: those who sign the text speak."""
    word = fold(w.text)
    return w.form == "present" and word.removeprefix("و").removeprefix("ف").startswith("ن") and " " not in word


def _bare(words: Sequence[str]) -> list[str]:
    return [w.removeprefix("ل") for w in words[:2]]


def hearer(words: Sequence[str], a: ActorMention, w: WordMention) -> bool:
    """``قالت لـ السويداء 24``, ``صرّح لوكالة``: the one spoken to."""
    outlet = a.category in ("media", "monitor") or (a.category in _OWN_PARTY and not _OUTLETS.isdisjoint(_bare(words[a.first : a.last])))
    if not outlet or a.first < w.last:
        return False
    k = a.first - 1
    while k > w.first and words[k] in _QUOTES:
        k -= 1
    if words[k] in _REPORTS:
        return False  # ``أحدث تقدير لمنظمة الصحة``
    own = words[a.first] in _CLITIC_LIKE  # ``لجنة``
    return words[k] == "ل" or (not own and words[a.first].startswith("ل") and fold(a.text).startswith("ل"))


def told_to(words: Sequence[str], actors: Sequence[ActorMention], w: WordMention) -> ActorMention | None:
    """``أفاد مصدر عسكري لـ(النبأ)``: a party's own outlet that its unnamed source speaks to; ``None`` for other hearers."""
    for a in actors:
        if (a.category == "media" or a.category in _OWN_PARTY) and a.actor_id is not None and a.first - w.last <= 5 and hearer(words, a, w):
            return a if registry().in_role(a.actor_id, "claimant").category in _OWN_PARTY else None
    return None


def _place_of_subject(words: Sequence[str], actors: Sequence[ActorMention], w: WordMention, end: int) -> int:
    """Where the subject of a verb stands: after the one spoken to, quotation marks, ``أحد``, ``بعض``."""
    j = introduced(words, w.last, end)
    while j < end:
        a = next((x for x in actors if x.first <= j < x.last), None)
        if a is not None and hearer(words, a, w):
            j = a.last
        elif words[j] == "ل" and j + 1 < end and words[j + 1] in _QUOTES:  # ``روى لـ"درج" ثلاثة``
            j = next((k + 1 for k in range(j + 2, end) if words[k] in _QUOTES or words[k] == ")"), j + 1)
        elif words[j] == "من" and j > w.last and words[j - 1] in _BEFORE_PERSON:  # ``ثلاثة من السكان``
            j += 1
        elif words[j] in _QUOTES or words[j] in ("ل", ")", "ما", "ب") or words[j] in _BEFORE_PERSON:
            if a is not None and a.first == j and a.category in SPEAKERS:
                break
            j += 1
        else:
            break
    return j


def opens_quotation(words: Sequence[str], actors: Sequence[ActorMention], i: int, end: int) -> bool:
    """``وأضاف "استهدفت القوات بلدة"``: the mark opens what was said; round a name it closes after a few words."""
    if i >= end or words[i] != '"' or any(a.first == i + 1 and words[a.last : a.last + 1] == ['"'] for a in actors):
        return False
    close = next((k for k in range(i + 1, min(end, i + _NAME_IN_MARKS)) if words[k] == '"'), -1)
    return close < 0 or all(t in STOPS for t in words[close + 1 : end])


def named_subject(words: Sequence[str], actors: Sequence[ActorMention], w: WordMention, end: int) -> int | None:
    """The token of a subject that the verb names; ``None`` when none is named (``وأضاف أن``)."""
    if opens_quotation(words, actors, w.last, end):
        return None
    j = _place_of_subject(words, actors, w, end)
    if j >= end:
        return None
    t = words[j]
    bare = (
        len(t) > 1
        and t not in _SPEECH_END
        and t not in _NO_SUBJECT
        and (not t.startswith(("ب", "ل", "ف")) or t in _CLITIC_LIKE)
        and not t[0].isdigit()
    )
    return j if bare and not t[0].isdigit() and t not in STOPS else None


def _set_off(words: Sequence[str], actors: Sequence[ActorMention], w: WordMention, topic: ActorMention, start: int) -> ActorMention | None:
    """``المتحدث باسم القوة المشتركة، حليفة الجيش، نفى``: the name before words set off by commas, not the one inside them."""
    if w.prefix or words[w.first - 1] != "," or topic.last != w.first - 1:
        return None
    comma = next((c for c in range(topic.first - 1, max(start, topic.first - 4), -1) if words[c] == ","), None)
    if comma is None or comma + 1 == topic.first:
        return None
    return next((a for a in actors if a.last == comma and a.category in SPEAKERS and a.name_en is not None), None)


def subject(doc: Doc, words: list[str], actors: list[ActorMention], w: WordMention, s: Sentence, start: int) -> ActorMention | None:
    """The one who speaks: right after the verb, else the topic before it."""
    limit = min(s.last, w.last + 9)
    for j in range(w.last, limit):
        if (
            words[j] in _SPEECH_END
            or words[j] == "الي"
            or (words[j] == "ما" and w.entry == "speech.deny")
            or (words[j] == "عن" and w.entry != "speech.relay")
        ):
            limit = j
            break
    if words[w.first].endswith(("ها", "ه")) and w.last + 1 < s.last and words[w.last] in _THE_REPORT and words[w.last + 1] == ",":
        return None  # ``وفي التفاصيل التي أوردها التقرير، قُصف``
    topic = next((a for a in reversed(actors) if start <= a.first and a.last <= w.first), None)
    if topic is not None and (named := _set_off(words, actors, w, topic, start)) is not None:
        return named
    until = topic.last if topic is not None else 0
    if topic is not None and words[topic.first].startswith("و"):  # ``هيئة شؤون الأسرى ونادي الأسير أعلنا``: the first named
        at = topic.first
        topic = next((a for a in actors if a.last == at and a.category in SPEAKERS and a.name_en is not None), topic)
    holder = None
    if topic is not None and words[topic.first - 1] in ("في", "لدي"):  # ``مسؤولاً أمريكياً في وزارة الدفاع نفى``
        holder = next((a for a in actors if a.last == topic.first - 1 and a.category in SPEAKERS and a.name_en is not None), None)
    if (
        topic is not None
        and topic.category in SPEAKERS
        and topic.form in ("named", "definite")
        and w.form in ("past", "present")
        and not w.prefix
        and not any(len(x) > 1 or x in STOPS or x in DATELINE_ENDS for x in words[until : w.first])
        and (
            topic.first == start
            or (topic.first == start + 1 and words[start] in _LED_BY)
            or holder is not None
            or words[topic.first - 1] in _BEFORE_TOPIC
            or (w.last < s.last and words[w.last] in STOPS)
        )
    ):
        return holder or topic  # the subject stands first (``قوى الأمن الداخلي أعلنت``)
    if opens_quotation(words, actors, w.last, s.last):
        actors, limit = [a for a in actors if a.last <= w.first], w.last
    unheard = topic is None or topic.category not in SPEAKERS
    headed = topic_of(words, actors, w, s) or (unlisted_topic(doc, words, w, s) if unheard else None)
    if headed is not None:
        return headed
    j = _place_of_subject(words, actors, w, limit)
    if w.last < s.last and limit > w.last and j < s.last and (of := issuer(doc, words, actors, j, s.last)) is not None:
        return of
    if j < limit:
        counts = w.entry in ("speech.count", "speech.receive")
        if words[w.first] in _TELLS_WHOM:  # ``حدّث الصحيفة عن``: behind the verb stands the one spoken to
            heard = next((a for a in actors if a.first <= j < a.last and a.category == "media"), None)
            actors = [a for a in actors if a is not heard]
            j = heard.last if heard is not None else j
        p = counter(doc, words, actors, j) if counts else person(doc, words, actors, j) or apposed(doc, words, actors, j, s.last)
        if p is not None:
            return p
    if unheard and (trade := by_trade(doc, words, actors, w, s)) is not None:
        return trade
    for a in actors:
        if w.last <= a.first < limit and a.category in SPEAKERS:
            if a.category not in STRONG and a.first > w.last + 3 and words[a.first - 1] not in _BELONGS:
                continue
            if a.category not in STRONG and any(x.layer == "trigger" and w.last < x.first < a.first for x in doc.words):
                continue  # ``أعلنت الوزارة تفكيك خلية لداعش``: whom what is told is about
            if words[a.first - 1] in ("من", "ضد", "علي", "الي") and a.first - 1 >= w.last and a.category not in STRONG:
                continue
            if a.category in ("media", "source") and a.first > w.last and (a.letters.endswith("ب") or words[a.first - 1] in _OVER):
                continue  # ``وقال مجاهد على حسابه بمنصة "إكس"``
            if a.category == "media" and words[a.first - 1] in _PASSED_ON and a.first - 1 >= w.last:
                continue  # ``وأضافت في بيان بثه التلفزيون``
            if hearer(words, a, w) or (a.form == "pronoun" and a.first > w.last):
                continue
            if w.entry == "speech.accuse" and a.first > w.last and a.category not in STRONG and words[w.last] not in _QUOTES:
                continue  # ``اتهم رئيس الجمعية التنظيم``: the one accused
            return a
    before = [
        a
        for a in actors
        if start <= a.first and a.last <= w.first and a.category in SPEAKERS and w.first - a.last <= 8
        and (a.last >= len(words) or words[a.last] not in DATELINE_ENDS)
    ]  # fmt: skip
    if words[w.first - 1] == "ان" and words[max(0, w.first - 2)] in ("بعد", "قبل"):
        return None  # ``بعد أن اعترف``
    if before and not words[w.first].startswith(("و", "ف")):
        return before[0 if w.prefix == "ل" else -1]  # ``ظهر المتحدث على شاشة القناة ليعلن``
    return None
