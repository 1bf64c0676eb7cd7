"""What a report names and does not tell: deeds that were not, are only awaited, prepared or guarded against, noises, what came before.

``دون اعتقالات``, ``حتى يُلقى القبض على الجناة``, ``سبل التصدي للهجمات`` tell of none (codebook 2.6, 2.8).
"""

from __future__ import annotations

from waqai.frame.classes import GROUP_OF, VERB
from waqai.frame.scene import Lines, Scene
from waqai.model import WordMention
from waqai.resources.wordsets import wordset

_ABOUT = frozenset(("raid", "incursion", "move", "find", "defuse", "release"))
_UPON = frozenset(("attack", "target", "shoot", "under", "assassinate", "shell"))
_ESCAPED = 3  # tokens from an escape to what was escaped
_HEAD, _SOON = 2, 9  # tokens before an event told before, from it to the verb of what came after
_OTHER_DEEDS = frozenset(("arrest", "raid", "abduct", "seize-persons", "find", "loot", "burn", "protest", "move", "storm"))
_NOISES = frozenset(("shoot", "explode", "clash", "shell", "affect"))
_DEEDS = frozenset(("attack", "storm", "target", "clash", "shell", "air", "shoot", "explode", "raid"))
_RAIDS = frozenset(("attack", "storm", "burn", "loot", "shoot", "kill", "clash", "abduct", "explode"))
_FELL = frozenset(("kill", "die", "injure"))
_HEARD = 9  # tokens from the word of hearing to the noise
_WAYS = 6  # tokens from ``سبل`` to what is to be met
_PREPARING = wordset("preparing")


def untold(scene: Scene, ln: Lines, w: WordMention) -> bool:
    """Whether the trigger names a deed the sentence does not tell.

    Args:
        scene: the document.
        ln: the sentence of ``w``.
        w: a trigger.
    """
    if _ways_to(scene, ln, w) or _heard(scene, ln, w) or _by_way_of(scene, w):
        return True
    if _came_before(scene, ln, w):
        return True  # "وعقب التفجير بساعتين، أوقفت الشرطة رجلاً"
    if _who_they_were(scene, w):
        return True
    if _search_of_scene(scene, w) or _sent_to_search(scene, ln, w) or _got_away(scene, ln, w):
        return True
    return _not_yet(scene, ln, w) or _absent(scene, ln, w) or _meanwhile(scene, ln, w) or _prepared(scene, ln, w)


def _ways_to(scene: Scene, ln: Lines, w: WordMention) -> bool:
    """``ناقش المؤتمر سبل التصدي للهجمات``: how such things might be met, none of them told."""
    if not scene.holds("ways-to") or w.form in ("past", "passive"):
        return False
    ways, counter = wordset("ways-to"), wordset("to-counter")
    return any(scene.words[j] in ways and scene.words[j + 1] in counter for j in range(max(ln.sentence.first, w.first - _WAYS), w.first))


def _search_of_scene(scene: Scene, w: WordMention) -> bool:
    """``خرجت قوة لتفتيش مكان الضربة``: who looks over what the blow left behind; the blow is the event."""
    if scene.cls(w) not in ("raid", "find") or w.form != "masdar" or w.last >= len(scene.words) - 1:
        return False
    told = any(scene.cls(x) in _DEEDS for ln in scene.lines[: scene.owner[w.first] + 1] for x in ln.triggers if x.last <= w.first)
    return told and at_the_scene(scene, w.last, w.last + 2)


def _who_they_were(scene: Scene, w: WordMention) -> bool:
    """``الجنود الذين قتلوا هم دركي و14 عنصراً``: the dead told before, by what they were."""
    if scene.cls(w) not in ("kill", "die", "injure", "abduct") or w.form not in ("past", "passive") or w.last >= len(scene.words):
        return False
    if scene.words[w.first - 1] not in wordset("those-who") or scene.words[w.last] not in wordset("they-are"):
        return False
    return any(scene.cls(x) in _DEEDS | _FELL for ln in scene.lines[: scene.owner[w.first]] for x in ln.triggers)


def _sent_to_search(scene: Scene, ln: Lines, w: WordMention) -> bool:
    """``أرسلت القوات رتلاً لتمشيط المنطقة``: what those on the move are sent for; the move is told."""
    if scene.cls(w) != "raid" or w.form != "masdar" or not w.prefix.endswith("ل"):
        return False
    sent = next((x for x in reversed(ln.triggers) if x.last <= w.first), None)
    return sent is not None and scene.cls(sent) == "move" and "," not in scene.words[sent.last : w.first]


def _got_away(scene: Scene, ln: Lines, w: WordMention) -> bool:
    """``أحرقوا عربة وانسحبوا باتجاه البادية``: attackers who leave for where they came from; no withdrawal of anybody's from a place."""
    if scene.cls(w) != "move" or w.form != "past" or w.prefix not in ("و", "ثم", "ف") or not scene.words[w.first].endswith("وا"):
        return False
    if scene.words[w.last : w.last + 1] == ["من"] or wordset("off-towards").isdisjoint(scene.words[w.last : w.last + 2]):
        return False
    return any(x.last <= w.first and scene.cls(x) in _RAIDS for x in ln.triggers)


def at_the_scene(scene: Scene, first: int, last: int) -> bool:
    """The scene of a blow is named in the tokens from ``first`` to ``last``: ``مكان الضربة``, ``موقع الاستهداف``, ``المكان``."""
    words, named, blow = scene.words, wordset("scene-of"), wordset("the-blow")
    if not wordset("the-scene").isdisjoint(words[first:last]):
        return True
    return any(words[i] in named and words[i + 1] in blow for i in range(first, min(last, len(words) - 1)))


def _by_way_of(scene: Scene, w: WordMention) -> bool:
    """``إطلاق النار عبر خط المراقبة``: the preposition, unless those who cross stand right behind it (``عبر رتل مدرعات المعبر``)."""
    if scene.entry(w).id != "cross-border" or scene.words[w.first] != "عبر":
        return False
    return w.last >= len(scene.words) or scene.words[w.last] not in wordset("those-who-cross")


def _not_yet(scene: Scene, ln: Lines, w: WordMention) -> bool:
    """``لن يدفن حتى يلقى القبض على الجناة``, ``ريثما يتم القبض عليهم``, ``لحين إلقاء القبض عليه``: waited for, not told."""
    words, i = scene.words, w.first - 1
    if w.form in ("past", "passive") or i <= ln.sentence.first:
        return False
    if words[i] in wordset("comes-about"):
        i -= 1
    elif w.form == "masdar" and words[i] not in ("لحين", "حين"):
        return False
    if words[i] in ("ان", "حين"):
        return words[i - 1] == "الي"
    return words[i] in wordset("waits-until")


def _meanwhile(scene: Scene, ln: Lines, w: WordMention) -> bool:
    """``هاجموا دورية، أثناء مداهمتها خيماً``: what those attacked were about; no event of its own beside the attack."""
    if scene.cls(w) not in _ABOUT or w.form != "masdar" or scene.words[w.first - 1] not in wordset("while-doing"):
        return False
    if not scene.words[w.first].endswith(("ها", "هم", "ه", "هما")):
        return False
    return any(x.first < w.first and scene.cls(x) in _UPON for x in ln.triggers)


def _prepared(scene: Scene, ln: Lines, w: WordMention) -> bool:
    """``قُتل ثلاثة وهم يستعدون لتنفيذ هجوم``: what those who were hit were about to do, told after what was done to them."""
    if w.form in VERB or not scene.holds("preparing"):
        return False
    i = next((i for i in range(w.first - 1, max(ln.sentence.first, w.first - 5), -1) if scene.words[i] in _PREPARING), -1)
    return i > 0 and any(t.last <= i and scene.cls(t) != "result" for t in ln.triggers)


def _absent(scene: Scene, ln: Lines, w: WordMention) -> bool:
    """``دون اعتقالات``, ``بلا أي قتال``, ``دون أن تعتقل أحداً``, ``لم تسجل مواجهات``: an event that was not; losses are tolls and stay."""
    if scene.cls(w) not in GROUP_OF:
        return False
    words, start = scene.words, ln.sentence.first
    i = w.first - 1
    if w.form in VERB:
        return i > start and words[i] == "ان" and words[i - 1] in wordset("without") and not _prevented(scene, start, i)
    while i > start and words[i] in wordset("without-between"):
        i -= 1
    if i < start:
        return False
    if words[i] in wordset("without"):
        return not _prevented(scene, start, i)
    if i < w.first - 1 and words[w.first - 1] in ("او", "ولا"):  # "دون مواجهات أو اعتقالات"
        before = next((x for x in ln.triggers if x.last - 1 == i), None)
        return before is not None and _absent(scene, ln, before)
    if scene.entry(w).id == "massacre" and not wordset("escaped-from").isdisjoint(words[max(start, w.first - _ESCAPED) : w.first]):
        return True  # "نجت البلدة من مجزرة"
    if i >= start and words[i] in wordset("negation"):
        return words[i + 1] in wordset("did-not")  # "لم يبلغ عن اعتقالات"
    return i > start and words[i] in wordset("did-not") and words[i - 1] in wordset("negation")


def _prevented(scene: Scene, start: int, i: int) -> bool:
    """``حالت دورية دون اختطافه``: somebody came between, so it is told, and foiled."""
    return not wordset("prevents").isdisjoint(scene.words[max(start, i - 10) : i])


def _came_before(scene: Scene, ln: Lines, w: WordMention) -> bool:
    """``وبعد الهجوم بساعات، اعتقلت``: known by its article, at the head of a sentence whose verb tells another deed and no outcome."""
    words, i = scene.words, w.first
    if (
        w.form in VERB
        or not words[i].startswith("ال")
        or i - ln.sentence.first > _HEAD
        or words[i - 1].lstrip("و") not in wordset("after-it")
    ):
        return False
    deed = next((x for x in ln.triggers if x.first > i and x.form in VERB), None)
    return deed is not None and scene.cls(deed) in _OTHER_DEEDS and deed.first - i <= _SOON


def _heard(scene: Scene, ln: Lines, w: WordMention) -> bool:
    """``وأفاد سكان بسماع إطلاق نار وانفجارات`` after the attack has been told: its noise."""
    if not scene.holds("hearing") or scene.cls(w) not in _NOISES or w.form in ("past", "passive"):
        return False
    at = next((j for j in range(w.first - 1, max(ln.sentence.first, w.first - _HEARD) - 1, -1) if scene.words[j] in wordset("hearing")), -1)
    if at < 0 or any(scene.words[j] in (".", ";", ":") for j in range(at, w.first)):
        return False
    first = ln.sentence.first
    return any(x.first < first and scene.cls(x) in _DEEDS for other in scene.lines[: scene.owner[w.first]] for x in other.triggers)
