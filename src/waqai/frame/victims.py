"""The object of a verb of harm whose subject is written out.

``اغتال مجهولان يستقلان دراجة نارية مختار البلدة``: one person is killed; the dual, the plural and the motorcycle belong to those who act.
Unvowelled ``قتل عنصران`` may be passive, so a subject is one only when an object follows it: in the accusative, counted, or, where those
before it can hardly be victims (``مجهولون``) or the verb is never passive (``اغتال``), any person.
"""

from __future__ import annotations

from waqai.frame.counts import is_dated, is_thing
from waqai.frame.phrases import plain
from waqai.frame.scene import Lines, Scene
from waqai.model import ActorMention, Span, WordMention
from waqai.resources.wordsets import wordset

_HARM = frozenset(("kill", "injure", "assassinate", "execute", "arrest", "seize-persons", "abduct"))
ACTING = frozenset(("unknown", "armed_group", "state_force", "international", "militia", "tribe", "crime", "coalition"))
_NEVER_HIT = frozenset(("unknown", "crime"))
PERSONS = frozenset(("civilians", "officials", "unspecified", "state_force", "militia", "armed_group", "media"))
_FOES = PERSONS | {"unknown", "crime"}
_REACH = 18
_SHOT = 6  # tokens from a verb to whom the shots hit: "أصابت رصاصات قناص مزارعاً"
_TOPIC = 10  # tokens from the verb to the persons counted behind it
_STOP = frozenset((".", ";", ":", "،"))
_DAMMA = "\u064f"
_TANWIN = "\u064b"


def object_of(scene: Scene, ln: Lines, w: WordMention, hi: int) -> int | None:
    """Where the object of an active verb of harm begins behind its subject; ``None`` when the words show no such pair."""
    if w.form not in ("past", "present") or scene.cls(w) not in _HARM or _DAMMA in w.text[:3] or w.prefix.endswith("ل"):
        return None
    at = _past_times(scene, ln, w.last, hi)
    subject = _subject(scene, ln, at)
    if subject is None and (at >= hi or scene.words[at] not in wordset("shots")):
        return _behind_topic(scene, ln, w, hi)
    sure = subject is not None and (subject.category in _NEVER_HIT or scene.cls(w) == "assassinate")
    verbs = {x.first for x in ln.triggers if x.form in ("past", "present", "passive")}
    i, rides = max(subject.last if subject is not None else 0, at + 1), False
    beside = i if subject is not None and subject.form == "named" else -1  # "أعدم تنظيم داعش مختار القرية"
    while i < min(at + (_REACH if subject is not None else _SHOT), hi):
        word = scene.words[i]
        end = _skipped(scene, ln, i)
        if end > i:
            i = end
            continue
        if word in _STOP or i in verbs or word in wordset("that") or word in wordset("subordinate") or word in wordset("distribution"):
            return None
        if word == "," and not rides:
            if not _beside_time(ln, i):
                return None
            i += 1
            continue
        if any(c.first == i for c in ln.of("among")) or any(c.first == i for c in ln.of("result")):
            return None
        if _verb_of_riders(scene, i):
            rides, i = True, _past_thing(scene, i + 1, hi)
            continue
        if _begins_object(scene, ln, i, sure or (i == beside and word in wordset("titles"))):
            return i
        i += 1
    return None


def _behind_topic(scene: Scene, ln: Lines, w: WordMention, hi: int) -> int | None:
    """``أن مقاتليها قتلوا في بندجاري 34 جندياً``: persons counted behind a plural verb that has its doers right before it."""
    if w.prefix or w.last >= hi:
        return None
    if scene.words[w.first].endswith("ت"):
        return _one_behind_topic(scene, ln, w, hi)
    if not scene.words[w.first].endswith("وا") or scene.words[w.last].startswith("ب"):
        return None
    at = _past_times(scene, ln, w.last, hi)
    if at < hi and accusative(scene, at) and at not in scene.things and any(a.first == at and a.category in _FOES for a in ln.actors):
        return at  # "إن عناصر الحاجز قتلوا أمس انتحارياً"
    a = next((a for a in ln.actors if a.last == w.first), None)
    if a is None or a.category not in ACTING or a.number is not None or scene.before(a.first) not in wordset("that"):
        return None
    i = w.last
    while i < min(w.last + _TOPIC, hi):
        end = _skipped(scene, ln, i)
        if end > i:
            i = end
            continue
        n = next((n for n in ln.numbers if n.first == i), None)
        ok = n is not None and n.form not in ("ordinal", "plural") and not is_thing(scene, n) and not is_dated(ln, n)
        return i if ok and scene.words[i][:1] not in ("و", "ب", "ل") else None
    return None


def _one_behind_topic(scene: Scene, ln: Lines, w: WordMention, hi: int) -> int | None:
    """``إن قواته اعتقلت ليلاً في البلدة مشتبهاً به``: one person in the accusative, behind when and where it was."""
    a = next((a for a in ln.actors if a.last == w.first), None)
    if a is None or a.category not in ACTING or scene.before(a.first) not in wordset("that"):
        return None
    i = w.last
    while i < min(w.last + _TOPIC, hi):
        end = max(_skipped(scene, ln, i), past_manner(scene, i, hi), i + (scene.words[i] == '"'))
        if end == i:
            person = not any(n.first <= i < n.last for n in ln.numbers) and accusative(scene, i)
            return i if person and _begins_object(scene, ln, i, False) else None
        i = end
    return None


def _beside_time(ln: Lines, i: int) -> bool:
    """A comma that sets off a time: ``اغتال مسلحون، فجر اليوم، رئيس البلدية``."""
    return any(t.last == i or t.first == i + 1 for t in ln.times)


def past_manner(scene: Scene, i: int, hi: int) -> int:
    """The token behind how it was done: ``أعدمت رمياً بالرصاص``, ``قُتل على إثرها``; ``i`` when nothing tells that."""
    if i + 2 < hi and scene.words[i] == "علي" and scene.words[i + 1] in wordset("wake-of-it"):
        return i + 2
    while i < hi and (scene.words[i] in wordset("manner") or (scene.words[i - 1] in wordset("manner") and _by_means(scene.words[i]))):
        i += 1
    return i


def _by_means(word: str) -> bool:
    """``بالرصاص``, not ``بعد``."""
    return word[:1] == "ب" and word not in wordset("prepositions") and word not in wordset("in-the-wake")


def past_aside(scene: Scene, ln: Lines, i: int, hi: int) -> int:
    """The token behind a time set off by commas: ``قتلوا، أمس الاثنين، خمسة``; ``i`` when none stands there."""
    if i + 2 >= hi or scene.words[i] != ",":
        return i
    t = next((t for t in ln.times if 0 < t.first - i <= 2), None)
    return t.last + 1 if t is not None and t.last < hi and scene.words[t.last] == "," else i


def _past_times(scene: Scene, ln: Lines, i: int, hi: int) -> int:
    """Pass over times and manner."""
    while i < hi:
        at = next((t.last for t in ln.times if t.first <= i < t.last), None) or past_manner(scene, i, hi)
        if at == i:
            break
        i = at
    return i


def _subject(scene: Scene, ln: Lines, at: int) -> ActorMention | None:
    """Those who act, right behind the verb."""
    a = next((a for a in ln.actors if a.first <= at < a.last and a.last > at), None)
    if a is None or a.category not in ACTING or a.form == "pronoun":
        return None
    counted = any(n.last > at and n.first < at for n in ln.numbers)
    return None if counted or scene.proclitic(a)[-1:] in ("ب", "ل") else a


def _skipped(scene: Scene, ln: Lines, i: int) -> int:
    """The end of a time, a place, or a phrase with a preposition that begins at ``i``; ``i`` when none does."""
    for t in ln.times:
        if t.first <= i < t.last:
            return t.last
    for k in ln.places:
        p = scene.place(k)
        if p.first <= i < p.last:
            return p.last
    word = scene.words[i]
    if word in wordset("prepositions") or word in ("بعد", "قبل", "خلال", "اثناء", "عقب"):
        return i if any(n.first == i for n in ln.numbers) else _phrase_end(scene, ln, i + 1)  # ``نحو 60 ألفاً``
    if any(a.first == i and scene.proclitic(a)[-1:] in ("ب", "ل") for a in ln.actors):
        return next(a.last for a in ln.actors if a.first == i)
    return i


def _phrase_end(scene: Scene, ln: Lines, i: int) -> int:
    """Behind the noun phrase of a preposition: a mention as a whole, else one noun and the definite words and places after it."""
    spans = [(a.first, a.last) for a in ln.actors] + [(t.first, t.last) for t in ln.times]
    spans += [(scene.place(k).first, scene.place(k).last) for k in ln.places]
    end = max((b for a, b in spans if a <= i < b), default=i + 1)
    while end < ln.sentence.last and scene.words[end].startswith(("ال", "لل")) and not any(a == end and b > a for a, b in spans):
        end += 1
    return end


def _verb_of_riders(scene: Scene, i: int) -> bool:
    """``يستقلان``, ``يستقلون``, ``تستقل``, ``يرتدون``, ``كانوا``: what is told about those who act."""
    word = plain(scene.words[i])
    if word in wordset("riding"):
        return True
    return word.startswith("ي") and word.endswith(("ون", "ان")) and len(word) > 5


def _past_thing(scene: Scene, i: int, hi: int) -> int:
    """Behind what they ride or wear: a noun, its adjectives and its make (``سيارة من نوع بيك أب``)."""
    if i >= hi or scene.words[i] in wordset("prepositions"):
        return i
    if _verb_of_riders(scene, i):
        return _past_thing(scene, i + 1, hi)
    head = scene.words[i]
    i += 1
    while i < hi and scene.words[i] not in (",", "."):
        word = scene.words[i]
        if word == "من" and i + 1 < hi and scene.words[i + 1] in ("نوع", "طراز"):
            i += 3
        elif head[-1:] == word[-1:] and head[-1:] in ("ه", "ا") and i not in scene.things:
            i += 1
        else:
            break
    return i


def _begins_object(scene: Scene, ln: Lines, i: int, sure: bool) -> bool:
    word = scene.words[i]
    n = next((n for n in ln.numbers if n.first == i), None)
    if i in scene.things or scene.before(i) in wordset("prepositions") or word in wordset("manner") or _whose_shots(scene, ln, i):
        return False
    if word in wordset("not-a-person") and (n is None or n.form != "digits"):  # "نحو 60 ألفاً"
        return False
    if word in wordset("named-one"):
        return True
    if n is not None and n.form not in ("ordinal", "plural") and not is_thing(scene, n) and not is_dated(ln, n):
        nominative = n.form == "dual" and word.endswith("ان")
        if not nominative and (n.form not in ("singular",) or sure or accusative(scene, i)):
            return word[:1] not in ("و", "ب", "ل") or n.text[:1] == word[:1]
    a = next((a for a in ln.actors if a.first == i), None)
    person = a is not None and a.category in PERSONS and a.form == "described" and not scene.proclitic(a)
    if accusative(scene, i):
        return a is None or person
    if n is not None and n.form == "plural" and word.endswith("ين"):
        return person or a is None
    return sure and (person or word in wordset("titles"))


def _whose_shots(scene: Scene, ln: Lines, i: int) -> bool:
    """``قُتل جندي برصاص مسلحين من التنظيم``, ``على يد مسلحين``: behind the means or the hand stands whose it was."""
    before = scene.words[i - 1]
    if before in wordset("hand-words"):
        return True
    return (
        before[:1] == "ب"
        and not before.startswith("بال")
        and any(x.first == i - 1 and x.form not in ("past", "present") for x in (*ln.triggers, *ln.weapons))
    )


def accusative(scene: Scene, i: int) -> bool:
    """An indefinite noun in the accusative: ``شاباً``, ``طالبا``."""
    word, token = scene.words[i], scene.tokens[i]
    if word.startswith("ال") or len(word) < 4 or not word.endswith("ا"):
        return False
    if word.endswith(("وا", "نا", "ها", "هما", "يا")):  # a pronoun, unless the mark is written: "قيادياً", "مشتبهاً"
        end = min(token.end + 1, scene.doc.text.sentences[-1].span.end)  # it may stand behind the token
        return word.endswith(("نا", "ها", "يا")) and _TANWIN in scene.doc.text.slice(Span(token.start, end))
    return word[:1] not in ("و", "ف") or len(word) > 5
