"""Victims told by their names in a row: ``اعتقلت القوات الشاب محمد سليم، والطفل خالد عمر، وياسر حسن`` are three.

Each person is a first name, with a title, an age in brackets and family names about it. A row ends at a preposition, a verb, a place
or a comma behind which nobody is named.
"""

from __future__ import annotations

from waqai.frame.frames import Frame, Toll
from waqai.frame.outcome_subject import ROLE_OF
from waqai.frame.scene import Lines, Scene
from waqai.model import CountRange, Span, WordMention
from waqai.resources.given import given_names
from waqai.resources.wordsets import wordset

_HEAD = 9  # tokens from the outcome to the first name
_NAME = 6  # tokens of one name
_END = frozenset((".", ";", "!", "?", "\n"))
_EACH = wordset("each-of")


def read_named(scene: Scene, ln: Lines, f: Frame) -> None:
    """Count those whom an outcome names one by one, where no number is told or fewer were counted."""
    given = given_names()
    if not any(w in given or (w[:1] == "و" and w[1:] in given) for w in scene.words[f.first : f.last]):
        return
    for w in f.triggers:
        role = ROLE_OF.get(scene.cls(w))
        at = _first_name(scene, ln, w, f.last) if role is not None else None
        if role is None or at is None:
            continue
        size, end = _row(scene, ln, at, f.last, given)
        old = f.tolls.get(role)
        if size < 2 or (old is not None and not (w.first - 1 <= old.first < end and (old.count.best is None or old.count.best < size))):
            continue
        span = Span(scene.tokens[at].start, scene.tokens[end - 1].end)
        who = old.who if old is not None else next((a for a in ln.actors if w.last <= a.first <= at and a.last >= at), None)
        f.tolls[role] = Toll(role, CountRange(size, size, size, scene.doc.text.slice(span)), span, at, who, False, "toll:named-row")


def _first_name(scene: Scene, ln: Lines, w: WordMention, hi: int) -> int | None:
    """The first name behind outcome ``w``: right behind it, behind who did it, a title, ``كل من`` or a colon."""
    words, given, titles = scene.words, given_names(), wordset("named-one")
    for i in range(w.last, min(hi, w.last + _HEAD)):
        word = words[i]
        if word in given and not any(x.first <= i < x.last for x in ln.actors if x.last > i + 1 and x.first < i):
            before = words[i - 1]
            if i == w.last or before in titles or before in wordset("heads-of-names") or before == ":":
                return i
            if before == "من" and words[i - 2] in _EACH:
                return i
            if before.startswith("ال") and words[i - 2] in titles:
                return i  # "الأسير المحرر محمد"
            return i if any(a.last == i and a.first >= w.last for a in ln.actors) and w.form in ("past", "present") else None
        if word == "من" and words[i - 1] in _EACH:
            continue
        if word in _END or word == "," or word in wordset("prepositions") or word in wordset("setting-prepositions"):
            return None
        if any(x.first == i for x in ln.triggers) or any(c.first == i for c in ln.of("among")):
            return None
    return None


def _row(scene: Scene, ln: Lines, at: int, hi: int, given: frozenset[str]) -> tuple[int, int]:
    """How many are named from token ``at`` on, and the token behind the last of their names."""
    words, titles = scene.words, wordset("named-one")
    listed = words[at - 1] == ":" or words[at - 1] in wordset("heads-of-names")
    stops = {x.first for x in ln.triggers} | {x.first for x in ln.speech} | {x.first for x in ln.times}
    stops |= {p.first for k in ln.places if (p := scene.place(k)) and p.first > at and words[p.first] not in given}
    size, last, end, aside, i = 1, at, at + 1, False, at + 1
    while i < hi:
        word = words[i]
        if word in ("(", ")"):
            aside, last = word == "(", i
        elif aside:
            pass
        elif word in _END or i in stops or i - last > _NAME or word in wordset("prepositions") or word in wordset("setting-prepositions"):
            break
        elif word == ",":
            if i + 1 >= hi or not (_joins(scene, i + 1, given) or (listed and words[i + 1] in given)):
                break
            if not words[i + 1].startswith("و"):
                size, last, i = size + 1, i + 1, i + 1
                end = i + 1
        elif (more := _joins(scene, i, given)) > 0:
            size, last, end = size + more, i, i + 1
        elif word.startswith("و") and len(word) > 1 and word not in given:
            break
        elif word in given or words[i - 1] in titles:
            end = i + 1
        i += 1
    return size, end


def _joins(scene: Scene, i: int, given: frozenset[str]) -> int:
    """How many token ``i`` adds: ``وخالد``, ``والشاب خالد``, ``وشقيقه`` one, ``وطفليه`` two; 0 when it joins nobody."""
    word = scene.words[i]
    if not word.startswith("و") or len(word) < 3:
        return 0
    if word[1:] in given and word not in given:
        return 1
    if word in wordset("with-two"):
        return 2
    if word in wordset("with-one"):
        return 1
    ahead = scene.words[i + 1 : i + 3]
    return 1 if word[1:] in wordset("named-one") and any(x in given for x in ahead) else 0
