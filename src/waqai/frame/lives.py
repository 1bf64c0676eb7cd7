"""Outcomes whose victims do not stand right after them.

``أودى القصف … بحياة سبعة``, ``قتلت غارة ثلاثة أطفال``, ``رجل مع ابنته … فقُتلا``, ``شاب وابن عمه … فقُتل الأول``, ``مسؤولاً … قُتل المسؤول``.
"""

from __future__ import annotations

from waqai.frame.counts import is_dated, is_thing
from waqai.frame.scene import Lines, Scene
from waqai.frame.victims import ACTING
from waqai.model import NumberMention, WordMention
from waqai.normalise import fold
from waqai.resources.given import given_names
from waqai.resources.wordsets import wordset

_VERB = ("past", "present", "passive")
_BY_EVENT = frozenset(
    ("air", "airmeans", "shell", "explode", "device", "vbied", "suicide", "attack", "clash", "shoot", "raid-air", "ambush", "under")
)  # fmt: skip
_BACK = 30
_FAR = 16
_NEAR_ONE = 3
_COUNTED = ("digits", "words", "dual")


def after_lives(scene: Scene, ln: Lines, w: WordMention, hi: int) -> int | None:
    """Where the victims of ``أودى`` begin: at ``بحياة`` or at a number with ``ب``; ``None`` when neither follows."""
    lives = wordset("lives")
    souls = wordset("souls")
    for n in ln.numbers:
        if w.last <= n.first < hi and n.form in ("digits", "words") and not souls.isdisjoint(scene.words[n.first : n.last + 1]):
            return n.first  # "حصد 26 روحاً"
    for i in range(w.last, hi):
        if scene.words[i] in lives:
            return i + 1
    for n in ln.numbers:
        one_of = scene.words[n.first].startswith(("باحد", "بواحد")) and scene.words[n.first].endswith(("ها", "هما", "هم"))
        if w.last <= n.first < hi and n.form != "plural" and scene.words[n.first].startswith("ب") and not one_of:
            return n.first
    return None


def riders(scene: Scene, w: WordMention, hi: int) -> int | None:
    """``فأودى براكبيها معاً``: the token of those on board; ``None`` when the verb takes others."""
    return next((i for i in range(w.last, min(w.last + 3, hi)) if scene.words[i] in wordset("by-those-on-board")), None)


def behind_subject(scene: Scene, ln: Lines, w: WordMention, hi: int) -> int:
    """The token behind an event noun that is the verb's subject (``قتلت غارة``, ``أصاب انفجار عبوة ناسفة``), else ``w.last``."""
    at = w.last
    if w.form not in ("past", "present"):
        return at
    for x in ln.triggers:
        own = x.prefix in ("", "ال") or at > w.last  # what follows the subject describes it: "غارة للطائرات الحربية"
        if own and x.first == at and x.first < hi and x.form not in _VERB and scene.cls(x) in _BY_EVENT and not _shooter(scene, ln, x):
            at = x.last
    return at


def _shooter(scene: Scene, ln: Lines, x: WordMention) -> bool:
    """``قتل قناص من الجبهة عنصراً``: the one who shoots is a person."""
    return scene.entry(x).id in ("sniper", "sniper-noun") and any(
        a.first == x.first and a.form == "described" and a.category in ACTING for a in ln.actors
    )


def behind_setting(scene: Scene, ln: Lines, at: int, hi: int) -> int:
    """The token behind how it happened (``قُتل في معارك القصير 31``, ``أردى مسلحون بالرصاص 12``); else ``at``."""
    start = at
    if at < hi and (scene.words[at] in wordset("named-one") or scene.words[at] in given_names()):
        return at  # "قُتل الشاب فلان جراء إطلاق النار عليه": the victim stands there
    for x in ln.triggers:
        if x.first < start or x.first >= hi:
            continue
        prep = scene.words[x.first - 1] in wordset("setting-prepositions")
        if x.form in _VERB or scene.cls(x) not in _BY_EVENT or x.first - start > (4 if prep else 0) or "," in scene.words[start : x.first]:
            break
        if not (x.prefix.startswith("ب") or prep):
            break
        start = x.last
    if start == at:
        return at
    while any(scene.place(i).first == start for i in ln.places):  # "معارك القصير"
        start = next(scene.place(i).last for i in ln.places if scene.place(i).first == start)
    return start if start < hi and scene.words[start] not in wordset("prepositions") and scene.words[start] != "," else at


def subject_told(scene: Scene, ln: Lines, w: WordMention, at: int) -> bool:
    """``إن أربعة نازحين قُتلوا وإن …``: a plural verb with nothing of its own at ``at``, so its subject stands before."""
    if not fold(w.text).endswith("وا") or at >= len(scene.words):
        return False
    at += scene.words[at] in wordset("in-it") or scene.words[at] in wordset("all-of-them")  # "وقتلوا فيه 41", but "تسعة قُتلوا فيه، بعدما"
    nxt = scene.words[at] if at < len(scene.words) else "."
    if nxt[:1] in "وف":  # "قتلوا فلاحين": the letter is the noun's own
        texts = [n.text for n in ln.numbers if n.first == at] + [a.text for a in ln.actors if a.first == at]
        if any(fold(t)[:1] == nxt[:1] for t in texts):
            return False
    return bool(
        nxt[:1] in "وف,.؛;" or nxt in wordset("prepositions") or nxt in wordset("in-the-wake") or nxt in wordset("setting-prepositions")
    )


def counted_far(scene: Scene, ln: Lines, w: WordMention, hi: int) -> NumberMention | None:
    """``قُتل في الهجوم على الحاجز قرب الشدادي أربعة``: the persons counted behind how and where it happened."""
    if (
        w.form == "masdar"
        or w.last >= hi
        or not (scene.words[w.last] in (*wordset("setting-prepositions"), "تحت") or w.last in scene.means)
    ):
        return None
    held = {i for k in ln.places for i in range(scene.place(k).first, scene.place(k).last)}
    held.update(i for t in ln.times for i in range(t.first, t.last))
    for n in ln.numbers:
        one = n.form == "singular" and n.first - w.last <= _NEAR_ONE  # "وقتلت خلال العملية شاباً"
        if n.first <= w.last or n.first >= hi or not (one or n.form in _COUNTED) or n.first in held or is_dated(ln, n):
            continue
        between = scene.words[w.last : n.first]
        if len(between) > _FAR or is_thing(scene, n) or "," in between or not wordset("relatives").isdisjoint(between):
            return None
        if between[-1] in wordset("prepositions") or scene.proclitic(n) or (n.noun is None and scene.words[n.last : n.last + 1] != ["من"]):
            return None
        busy = any(w.last <= x.first < n.first and (x.form in _VERB or x.prefix == "و") for x in (*ln.triggers, *ln.speech))
        return None if busy or any(w.last <= c.first < n.first for c in ln.of("among")) else n
    return None


def is_dual(w: WordMention) -> bool:
    """``قُتلا``, ``استشهدا``: a verb of two persons."""
    word = fold(w.text)
    return w.form in ("past", "passive") and len(word) > 3 and word.endswith("ا") and not word.endswith(("وا", "نا", "ها", "هما"))


def told_before(scene: Scene, ln: Lines, i: int) -> bool:
    """Token ``i`` is ``الأول``, ``الثاني``, or a noun with the article that was told without it shortly before (``مسؤولاً … المسؤول``)."""
    word = scene.words[i]
    if word in wordset("told-one"):
        return True
    if not word.startswith("ال") or len(word) < 5 or word.endswith(("ون", "ين", "ات")):
        return False
    bare = word[2:]
    if word.endswith("ه") and any(x.startswith((bare[:-1] + "ته", "و" + bare[:-1] + "ته")) for x in scene.words[max(0, i - _BACK) : i]):
        return True  # "صحفياً وزميلته … الزميلة"
    return any(x in (bare, bare + "ا", "ل" + bare, "ب" + bare, "و" + bare) for x in scene.words[max(0, i - _BACK) : i])
