"""One or two persons told by name before the verb of what befell them.

``قال ناشطون إن الشاب أحمد العلي قُتل برصاص مجهولين``, ``أن الشابين فلان وفلان قضيا إثر استهدافهما``: the topic behind ``إن`` is a person,
the verb is in the singular or the dual and has no object behind it, so it befell whoever is the topic.
"""

from __future__ import annotations

from waqai.frame.counts import is_dated
from waqai.frame.scene import Lines, Scene
from waqai.model import CountRange, NumberMention, Span, WordMention
from waqai.normalise import fold
from waqai.resources.given import given_names
from waqai.resources.wordsets import wordset

_TOPIC = 14  # tokens from the head of the topic to its verb
_BEFALLS = frozenset(("kill", "die", "injure", "assassinate", "execute", "abduct", "arrest", "seize-persons"))
_MARKS = frozenset(('"', "'", "("))


def named_before(scene: Scene, ln: Lines, w: WordMention) -> tuple[CountRange, Span, int] | None:
    """The persons of a topic whose verb ``w`` is: how many, their words, the first token; ``None`` when the words show none.

    Args:
        scene: the document.
        ln: the sentence of ``w``.
        w: a word of harm or of holding.
    """
    word = fold(w.text.split(" ")[0])
    verb = w.form in ("past", "passive") or (w.form == "masdar" and word.endswith("ا"))  # ``قتلا`` reads as a noun, too
    if scene.cls(w) not in _BEFALLS or w.prefix or not verb or not _no_object(scene, ln, w):
        return None
    if word.endswith(("وا", "ن", "هم", "ه", "ها")):
        return None
    size = 2 if word.endswith("ا") else 1
    start = _topic(scene, ln, w)
    if start is None or not _person(scene, ln, start, size):
        return None
    between = scene.words[start : w.first]
    if "," in between[:1] or any(start <= x.first < w.first for x in (*ln.triggers, *ln.speech)):
        return None
    if any(start < n.first < w.first and _counts_people(scene, ln, n) for n in ln.numbers):
        return None
    span = Span(scene.tokens[start].start, scene.tokens[w.first - 1].end)
    return CountRange(size, size, size, scene.doc.text.slice(span)), span, start


def _counts_people(scene: Scene, ln: Lines, n: NumberMention) -> bool:
    """A number with its noun that is no age, date or thing: ``البالغ من العمر 15 عاماً`` counts nobody."""
    if n.noun is None or n.form not in ("digits", "words", "plural"):
        return False
    return fold(n.noun) not in wordset("years-of-age") and not is_dated(ln, n)


def _topic(scene: Scene, ln: Lines, w: WordMention) -> int | None:
    """The token behind the nearest ``إن`` before the verb, else the first of the sentence."""
    lo = max(ln.sentence.first, w.first - _TOPIC)
    that = next((i for i in range(w.first - 1, lo - 1, -1) if scene.words[i].removeprefix("ف") in wordset("that")), None)
    start = that + 1 if that is not None else ln.sentence.first if lo == ln.sentence.first else None
    while start is not None and start < w.first and scene.words[start] in _MARKS:
        start += 1
    return start if start is not None and start < w.first else None


def _person(scene: Scene, ln: Lines, i: int, size: int) -> bool:
    """Whether token ``i`` heads the words of one person, of two for a verb in the dual."""
    head = scene.words[i]
    if size == 2:
        return head.endswith(("ين", "ان")) and _one(scene, ln, i, head[:-2])
    return _one(scene, ln, i, head)


def _one(scene: Scene, ln: Lines, i: int, head: str) -> bool:
    for form in (head, f"{head}ه"):
        if form in wordset("named-one") or form in wordset("titles") or form in wordset("kin-nouns") or form in wordset("persons-of-rank"):
            return True
    return head in given_names() or any(n.first == i and n.form == "dual" and i not in scene.things for n in ln.numbers)


def _no_object(scene: Scene, ln: Lines, w: WordMention) -> bool:
    """What stands behind the verb says how, where or when, and not whom."""
    at = w.last
    if at < ln.sentence.last and scene.words[at] in scene.entry(w).company:
        at += 1  # ``فارق الحياة``
    at = next((t.last for t in ln.times if t.first == at), at)
    if at >= ln.sentence.last:
        return True
    nxt = scene.words[at]
    if nxt.startswith("و") and any(x.first == at and x.prefix == "و" and x.form in ("past", "passive") for x in ln.triggers):
        return True  # ``إن الشاب فلاناً قُتل وأصيب ثلاثة``
    tail = nxt in wordset("prepositions") or nxt in wordset("because-of") or nxt in wordset("how-it-befell") or not nxt[0].isalnum()
    return tail or nxt.startswith(("ب", "متاثر"))
