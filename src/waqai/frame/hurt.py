"""Who is hit and so did not do it: ``تعرضت القاعدة لقصف``, ``هجوم استهدف دورية``, ``بينهم اثنان من الشرطة``, ``وسط حشد للشرطة``."""

from __future__ import annotations

from waqai.frame.governed import is_object, prep_of
from waqai.frame.scene import Lines, Scene
from waqai.model import ActorMention, WordMention
from waqai.resources.wordsets import wordset

_SPEAKING = frozenset(("source", "media", "monitor"))
_VERB = frozenset(("past", "present", "passive"))
_EVENTS = frozenset(
    ("attack", "explode", "device", "vbied", "suicide", "air", "airmeans", "shell", "shoot", "clash", "op", "storm", "assassinate", "raid")
)  # fmt: skip
_BOMBS = frozenset(("ied", "suicide_bombing", "vehicle_bomb"))
_STATE = frozenset(("state_force", "ministry", "international"))
_FROM_AFAR = frozenset(("airstrike", "shelling"))
_BEFALL = wordset("befalls")
_ELSE = wordset("prepositions") - {"من"}
_MAY_OWN = frozenset(("", "ل", "من"))
_SHOOTS = frozenset(("shoot", "attack", "shell", "air", "storm"))
_TOWARDS = frozenset(("علي", "نحو", "باتجاه", "صوب", "تجاه"))
_REACH = 8  # tokens between an event noun and the verb that tells what it hit

_CLOTHES = 2  # tokens from a word of dress to whose it is


def hurt(scene: Scene, ln: Lines) -> frozenset[int]:
    """First tokens of the actors of a line that come under attack, beat one back, or are told among the victims. Kept by line."""
    known: dict[int, frozenset[int]] = scene.memo.setdefault("hurt", {})
    found = known.get(ln.sentence.first)
    if found is None:
        actors = [a for a in ln.actors if a.category not in _SPEAKING]
        found = known[ln.sentence.first] = frozenset(
            (*_under(scene, ln, actors), *_aimed_at(scene, ln, actors), *_among(scene, ln, actors), *_dead(scene, ln, actors))
        )
    return found


def _under(scene: Scene, ln: Lines, actors: list[ActorMention]) -> set[int]:
    """``تعرضت القاعدة لقصف``, ``نجا القيادي``, ``الدورية وقعت في كمين``, ``تصدى الجيش لهجوم``."""
    free = [a for a in actors if (a.form != "pronoun" or a.attrs) and prep_of(scene, a) == ""]
    out = {a.first for a in free if a.first and scene.words[a.first - 1] in wordset("undergo")}
    out.update(a.first for a in actors if a.form == "pronoun" and a.first and scene.words[a.first - 1].lstrip("وبل") in _BEFALL)
    for i in range(ln.sentence.first, ln.sentence.last) if scene.holds("carries-off") else ():  # ``أودى بأربعة من عناصر اللواء``
        if scene.words[i] in wordset("carries-off"):
            out.update(a.first for a in actors if 0 < a.first - i <= 4 and any(x[0] == "ب" for x in scene.words[i + 1 : a.first + 1]))
    lost = wordset("losses-of")  # ``قتلى وجرحى لميليشيا الحشد بقصف أميركي``
    out.update(a.first for a in actors if a.first and scene.words[a.first - 1] in lost and prep_of(scene, a) in ("ل", "من"))
    ends = len(scene.words) - 1
    out.update(a.first for a in free if a.last < ends and wordset("undergo").intersection(_next(scene, a.last)))  # ``الجيش قد فقد مئة``
    for w in ln.triggers:
        if scene.cls(w) not in ("under", "repel"):
            continue
        after = [a for a in free if 0 <= a.first - w.last <= 2]
        before = [a for a in free if 0 <= w.first - a.last <= 3]
        if after:
            out.add(after[0].first)
        elif w.form != "masdar" and before:
            out.add(before[-1].first)
    return out


def _dead(scene: Scene, ln: Lines, actors: list[ActorMention]) -> set[int]:
    """``مقتل القيادي في الحزب وثلاث نساء``, ``قتل ضابط في الجيش وطفلان``: who stands behind the word, with more victims joined to him."""
    out: set[int] = set()
    words = scene.words
    numbers = {n.first for n in ln.numbers}
    for w in ln.triggers:
        if scene.cls(w) not in ("kill", "die", "injure"):
            continue
        a = next((a for a in actors if a.first == w.last and prep_of(scene, a) == ""), None)
        if a is None or (w.form == "masdar" and words[w.first].lstrip("بولف") not in _BEFALL):
            continue
        joined = next((i for i in range(a.last, min(a.last + 7, ln.sentence.last)) if i in numbers or words[i] in (",", ".", ":")), -1)
        if joined in numbers and words[joined].startswith("و"):
            out.add(a.first)
    return out


def _next(scene: Scene, i: int) -> list[str]:
    """The word at ``i``, the one behind it when a particle stands there."""
    return scene.words[i + 1 : i + 2] if scene.words[i] == "قد" else scene.words[i : i + 1]


def _aimed_at(scene: Scene, ln: Lines, actors: list[ActorMention]) -> set[int]:
    """``هجوم بعبوات ناسفة استهدف دوريتين للشرطة``, ``مستهدفة دورية``: what an event hit."""
    out: set[int] = set()
    for w in ln.triggers:
        if scene.cls(w) not in ("target", "affect") or w.form not in _VERB:
            continue
        if _event_before(scene, ln, w.first):
            out.update(a.first for a in actors if 0 <= a.first - w.last <= 3)
        means = next((x for x in ln.triggers if x.first == w.last and x.form not in _VERB and scene.cls(x) in _EVENTS), None)
        if means is not None:  # "استهدف قصف مصدره لبنان موقعاً للجيش"
            hit = next((a for a in actors if means.last < a.first <= means.last + _REACH and prep_of(scene, a) == ""), None)
            out.update((hit.first,) if hit is not None else ())
    for w in ln.triggers:  # ``وفتحوا النار على عناصر القوة``
        if w.form not in _VERB or scene.cls(w) not in _SHOOTS:
            continue
        end = next((x.first for x in ln.triggers if x.first >= w.last and x.form in _VERB), ln.sentence.last)
        hit = next((a for a in actors if w.last < a.first < min(end, w.last + _REACH) and prep_of(scene, a) in _TOWARDS), None)
        if hit is not None and scene.words[hit.first] not in wordset("hand-words"):
            out.add(hit.first)
    for a in actors:
        if a.first and scene.words[a.first - 1] in wordset("aimed-at-it"):
            out.add(a.first)
    for w in ln.triggers:  # ``استهداف تحرّك لجنود العدو``, no ``استهداف لداعش نقطة``
        if w.form == "masdar" and scene.cls(w) in ("target", "destroy"):
            near = [a for a in actors if w.last <= a.first <= w.last + _REACH]
            if (
                near
                and near[0].first - w.last <= 3
                and prep_of(scene, near[0]) == "ل"
                and not any(prep_of(scene, a) == "" for a in near[1:])
            ):
                out.add(near[0].first)
    for w in ln.triggers:  # ``خلال استهدافها تجمعاً لهم``
        if w.form == "masdar" and scene.words[w.last - 1].endswith(("ها", "هم", "فه", "مه")):
            out.update(a.first for a in actors if a.first == w.last and scene.words[a.first].endswith("ا"))
    for w in ln.triggers:  # "هجوم على كمين للشرطة"
        at = _against(scene, ln, w)
        if at is not None:
            last = -1
            for a in actors:
                joined = scene.proclitic(a)[:1] == "و"
                if (a.first == last and joined) or (at < a.first <= at + 3 and not joined):
                    out.add(a.first)  # ``هجوماً على قسد وقوات النظام``
                    last = a.last
    return out


def _against(scene: Scene, ln: Lines, w: WordMention) -> int | None:
    """The token of "on" or "against" behind an event noun; ``None`` when none stands near, or it is ``على يد``."""
    if scene.cls(w) not in _EVENTS or w.form in _VERB:
        return None
    words, hi = scene.words, ln.sentence.last
    for i in range(w.last, min(w.last + 5, hi)):
        if words[i] in ("علي", "ضد"):
            return i if i + 1 < hi and words[i + 1] not in wordset("hand-words") else None
        if words[i] in (",", ".", ":", ";") or words[i] in wordset("that"):
            return None
    return None


def _event_before(scene: Scene, ln: Lines, i: int) -> bool:
    """An event noun, not a verb, is the last thing told before token ``i``."""
    before = [x for x in ln.triggers if i - _REACH <= x.first < i]
    return bool(before) and before[-1].form not in _VERB and scene.cls(before[-1]) in _EVENTS and scene.words[i - 1] not in wordset("that")


def _among(scene: Scene, ln: Lines, actors: list[ActorMention]) -> set[int]:
    """``قُتل خمسة بينهم اثنان من عناصر الشرطة``: told among the victims; ``بينهم طفل في غارة إسرائيلية`` tells who flew."""
    near = [(c.last, a.first) for c in ln.of("among") for a in actors if 0 <= a.first - c.last <= 3]
    events = {t.first for t in ln.triggers if t.form == "masdar" or t.form == "phrase"}
    return {i for lo, i in near if events.isdisjoint(range(lo, i + 1)) and _ELSE.isdisjoint(scene.words[lo:i])}


def stands_by(scene: Scene, kind: str, a: ActorMention) -> bool:
    """``وسط حشد للشرطة``, ``قرب دورية``, ``بعربة للجيش``: who stands beside a bomb did not lay it; ``خمسة من الجنود`` fly no plane."""
    if kind in _FROM_AFAR and _counted(scene, a):
        return True
    if dressed(scene, a) or (scene.words[a.first - 1] == "مع" and scene.words[a.first - 2] in wordset("fights-for")):
        return True  # ``شابين يقاتلان مع التنظيم``
    if kind not in _BOMBS:
        return False
    if _above_who_is_hit(scene, a):
        return True
    if kind != "ied" and a.category in _STATE:
        return True  # no army blows itself up or parks a bomb: it tells of it, or is hit
    return prep_of(scene, a) not in _MAY_OWN or not wordset("beside").isdisjoint(scene.words[max(0, a.first - 3) : a.first])


def dressed(scene: Scene, a: ActorMention) -> bool:
    """``مسلحون يرتدون زي القوات الحكومية``: whose clothes gunmen wear is no side."""
    return not wordset("dress").isdisjoint(scene.words[max(0, a.first - _CLOTHES) : a.first + 1])


def _above_who_is_hit(scene: Scene, a: ActorMention) -> bool:
    """``فجّر نفسه في مقر لفرقة الحمزة التابعة للجيش الوطني``: the body a faction belongs to did not bomb the faction's own house."""
    words = scene.words
    if words[a.first - 1] not in wordset("belonging-to") or scene.owner[a.first] < 0:
        return False
    b = next((b for b in scene.lines[scene.owner[a.first]].actors if b.last == a.first - 1), None)
    return b is not None and b.name_en == a.name_en and (is_object(b) or bool(prep_of(scene, b)) or words[b.first - 1] in wordset("posts"))


def _counted(scene: Scene, a: ActorMention) -> bool:
    """``ثلاثة جنود``, ``ستة من عناصر الشرطة``: so many men, no party."""
    if a.number is not None:
        return not any(k == "object" for k, _ in a.attrs)
    ends = scene.memo.get("number-ends")
    if ends is None:
        ends = scene.memo["number-ends"] = {n.last for n in scene.doc.numbers}
    return a.first > 1 and scene.words[a.first - 1] == "من" and a.first - 1 in ends


def only_hit(scene: Scene, ln: Lines, a: ActorMention) -> bool:
    """A tank, boat or bulldozer that is no subject of a verb beside it (``تدمير دبابة للنظام``, ``عبوة بآلية للجيش``)."""
    if ("object", "armour") not in a.attrs:
        return False
    if prep_of(scene, a) != "":
        return True
    verbs = [w for w in ln.triggers if w.form in ("past", "present") and scene.cls(w) not in ("die", "explode", "under")]
    broken = ("destroy", "shootdown", "injure")
    return not any(0 <= w.first - a.last <= 2 or (w.last == a.first and scene.cls(w) not in broken) for w in verbs)
