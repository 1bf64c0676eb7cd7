"""Who speaks: the subject of a verb of saying, the source after ``بحسب``, the outlet's own correspondent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from waqai.attribute.bodies import named_body
from waqai.attribute.offices import body_of, title
from waqai.attribute.seats import inside
from waqai.model import ActorMention, Doc, Sentence, Span, Stance, WordMention
from waqai.normalise import fold
from waqai.resources.introduced import introduced
from waqai.resources.registry import is_outlet, outlet_actor, registry
from waqai.resources.wordsets import wordset

SPEAKERS = frozenset(
    ("source", "media", "monitor", "ministry", "state_force", "armed_group", "militia", "international", "officials", "tribe")
)
STRONG = frozenset(("source", "media", "monitor", "ministry", "international", "officials"))
STOPS = frozenset((",", ":", ";", "."))
DATELINE_ENDS = frozenset(("/", "-", "\u2013", "\u2014", "|", ")"))
BACK = wordset("source-again")
OUTLET = "outlet"
_SPEECH_END = wordset("speech-end")
_QUOTES = frozenset(('"', "(", "/", "'"))
_BEFORE_TOPIC = _SPEECH_END | STOPS | wordset("before-topic")
_NO_SUBJECT = wordset("no-subject")
_BEFORE_PERSON = wordset("before-speaker")
_OF = frozenset(("في", "من", "لدي", "ب", "باسم", "بارز", "كبير", "رفيع", "قناه", "موقع", "وكاله", "شبكه", "صحيفه")) | _QUOTES
TITLES = wordset("titles")
_ADVISERS, _OFFICES = wordset("advisers"), wordset("offices")
_OWN_PARTY = frozenset(("armed_group", "militia", "state_force"))
_OUTLETS = frozenset(("قناه", "وكاله", "موقع", "اذاعه", "صحيفه", "شبكه", "تلفزيون"))
_SPOKESMEN = frozenset(("متحدث", "ناطق", "متحدثه", "ناطقه"))
_FIELD = frozenset(("عسكري", "عسكريه", "ميداني", "عسكريون", "عسكريين", "ميدانيون"))
_HE = wordset("he")
_NOBODY = frozenset(("source", "officials", "civilians", "unspecified"))
_CLITIC_LIKE, _REPORTS = wordset("clitic-like"), wordset("report-nouns")
_SUFFIXES = ("ه", "ها", "هم", "هما", "نا")
_KINDS = ("outlet", "medical-source", "relatives", "local-officials", "analyst", "activists", "security-source", "local-sources")


@cache
def _persons() -> Mapping[str, str]:
    """Every form of a noun that names a speaker by what he is → registry id of the kind of source."""
    out: dict[str, str] = {}
    for kind in _KINDS:
        for noun in wordset(f"speaker {kind}"):
            stem = noun[:-1] + {"ه": "ت", "ء": "ي", "ن": ""}[noun[-1]] if noun.endswith(("ه", "اء", "ون")) else noun
            own = _SUFFIXES if kind != "local-officials" else _SUFFIXES[1:]  # ``محافظة`` is no possession
            dual = () if noun.endswith(("ون", "ين")) else (stem + "ان", stem + "ين", "ال" + stem + "ان", "ال" + stem + "ين")
            for form in (noun, "ال" + noun, *(stem + s for s in own), *dual):
                out.setdefault(form, kind)
    return out


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


def _army(doc: Doc, words: Sequence[str], j: int) -> str | None:
    """The army of the state whose forces were told of last before token ``j``, for its spokesman; ``None`` for other speakers."""
    if words[j].removeprefix("ال") not in _SPOKESMEN:
        return None
    reg = registry()
    last = next((a for a in reversed(doc.actors) if a.first < j and a.category == "state_force" and a.actor_id is not None), None)
    country = reg.actor(last.actor_id).country if last is not None and last.actor_id is not None else None
    return reg.body(country, "army") if country is not None else None


def _council(t: str) -> bool:
    """``مجلسها``, ``بلديته``: the council of the place just told of."""
    return any(t.endswith(e) and t.removesuffix(e).replace("بلديت", "بلديه") in ("مجلس", "بلديه") for e in ("ها", "ه", "هم"))


def person(doc: Doc, words: Sequence[str], actors: Sequence[ActorMention], j: int) -> ActorMention | None:
    """The source at token ``j`` named by what he is (``طبيب``, ``معلّمة``, ``مختارها``), with no name of its own in the registry."""
    if j >= len(words):
        return None
    here = next((a for a in actors if a.first <= j < a.last), None)
    if (here is None or here.category in _NOBODY) and (held := body_of(words, actors, j, len(words))) is not None:
        return held
    if here is not None and here.category in SPEAKERS:
        article = words[j].startswith(("ال", "لل")) and here.form == "described" and here.first == j and here.category not in STRONG
        own = named_body(doc, words, j) if article else None
        return own or inside(words, actors, here) or here  # ``المركز الليبي للإعلام``
    kind = _persons().get(words[j])
    if kind is None and here is not None and here.first == j and here.category == "civilians" and here.actor_id is not None:
        spoken = registry().in_role(here.actor_id, "claimant")
        kind = spoken.id if spoken.category == "source" else None
    if kind is None and title(words[j]) and j + 1 < len(words) and _council(words[j + 1]):
        kind = "local-officials"  # ``رئيس مجلسها القروي``
    if kind is None and title(words[j]) and j + 1 < len(words) and words[j + 1].removeprefix("ال") in _FIELD:
        kind = _army(doc, words, j) or "military-source"  # ``متحدث عسكري``, ``ناطق ميداني``
    named = named_body(doc, words, j) if kind in (None, "local-officials", OUTLET) else None
    if kind is None or named is not None:
        return named
    if kind == "local-sources" and words[j + 1 : j + 2] == ["من"] and any(a.first == j + 2 and a.category == "media" for a in actors):
        kind = OUTLET  # ``شاهد من رويترز``
    if kind in ("local-officials", "security-source", OUTLET) or words[j] in _ADVISERS:  # ``مسؤول في البنتاغون``, ``مراسل قناة سما``
        k = j + 1
        while k < min(len(words), j + 6) and (words[k] in _OF or words[k] in TITLES or words[k] in _OFFICES):
            k += 1
        body = next((a for a in actors if j < a.first <= k and a.category in SPEAKERS - {"officials"} and a.form != "pronoun"), None)
        if body is not None and (kind != OUTLET or body.category == "media"):
            return body
    a = registry().actor(kind)
    last = here.last if here is not None else j + 1
    span = Span(doc.text.tokens[j].start, doc.text.tokens[last - 1].end)
    return ActorMention(
        span, doc.text.slice(span), a.id, a.name_en, a.name_ar, Stance.NEUTRAL, "described", a.category, None, (), j, j, last
    )


def named_subject(words: Sequence[str], actors: Sequence[ActorMention], w: WordMention, end: int) -> int | None:
    """The token of a subject that the verb names; ``None`` when none is named (``وأضاف أن``)."""
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
    topic = next((a for a in reversed(actors) if start <= a.first and a.last <= w.first), None)
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
            or holder is not None
            or words[topic.first - 1] in _BEFORE_TOPIC
            or (w.last < s.last and words[w.last] in STOPS)
        )
    ):
        return holder or topic  # the subject stands first (``قوى الأمن الداخلي أعلنت``)
    headed = _topic(words, actors, w, s)
    if headed is not None:
        return headed
    j = _place_of_subject(words, actors, w, limit)
    if j < limit:
        counts = w.entry in ("speech.count", "speech.receive")
        p = named_body(doc, words, j) if counts else person(doc, words, actors, j) or _apposed(doc, words, actors, j, s.last)
        if p is not None:
            return p
    for a in actors:
        if w.last <= a.first < limit and a.category in SPEAKERS:
            if a.category not in STRONG and a.first > w.last + 3:
                continue
            if words[a.first - 1] in ("من", "ضد", "علي", "الي") and a.first - 1 >= w.last and a.category not in STRONG:
                continue
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


def head_of(doc: Doc, words: Sequence[str], w: WordMention, s: Sentence, actors: Sequence[ActorMention]) -> ActorMention | None:
    """``طالبت النقابة السلطات بالتحقيق، وقالت إن``: the body that is the subject of the verb before."""
    at = next((a for a in actors if a.first == s.first + 1 and a.last <= w.first and a.category in SPEAKERS), None)
    verb = words[s.first].removeprefix("و")
    if at is None and verb.endswith("ت") == words[w.first].endswith("ت"):
        at = named_body(doc, words, s.first + 1)
    return at if at is None or at.category in STRONG or at.category == "monitor" else None


def _apposed(doc: Doc, words: Sequence[str], actors: Sequence[ActorMention], j: int, end: int) -> ActorMention | None:
    """``يقول محمد، وهو سائق شاحنة، إن``: the unknown name at token ``j`` by what is said of him behind the comma."""
    at = next((k for k in range(j + 1, min(end, j + 4)) if words[k] == ","), None)
    if at is None or at + 2 >= end or words[at + 1] not in _HE:
        return None
    if any(a.first <= k < a.last for k in range(j, at) for a in actors if a.category in SPEAKERS):
        return None
    k = at + 2
    while k < end and words[k] in _BEFORE_PERSON:
        k += 1
    return person(doc, words, actors, k + 1 if k < end and words[k] == "من" else k)


def _topic(words: Sequence[str], actors: Sequence[ActorMention], w: WordMention, s: Sentence) -> ActorMention | None:
    """``أما وكالة سانا فتحدثت``, ``وكان المرصد قد أشار``: the verb comes after its subject and a link."""
    led = words[s.first] in ("اما", "واما") and w.prefix == "ف"
    was = words[s.first] in wordset("was") and w.form in ("past", "present") and not w.prefix
    first = next((a for a in actors if s.first < a.first <= s.first + 2 and a.last <= w.first and a.category in SPEAKERS), None)
    if first is None or not (led or was):
        return None
    near = w.first - first.last <= (10 if led or words[w.first - 1] in ("قد", "وقد") else 4)
    return first if near else None
