"""Triggers that are something else: parts of dates and names, things hit or found, what those held had done.

``فجر اليوم`` is a time, ``رداً على الهجوم`` goes back to what was told, ``سبل التصدي للهجمات`` tells of none (codebook 2.6, 2.8).
"""

from __future__ import annotations

from waqai.frame.among_them import of_some
from waqai.frame.charged import charged_with
from waqai.frame.classes import GROUP_OF, VERB
from waqai.frame.milestones import since_it
from waqai.frame.scene import Lines, Scene
from waqai.frame.those_who import done_by_those
from waqai.frame.untold import untold
from waqai.model import WordMention
from waqai.resources.wordsets import wordset

_OF_BANDS = frozenset(("abduct", "assassinate", "loot", "burn", "execute", "kill"))
_IN_ANSWER = wordset("in-answer")
_HELD = 16  # tokens from the word of holding to what those held did
_DETAIL = 12  # tokens between the wounded counted and what became of some
_FOUGHT = frozenset(("clash", "shell", "air", "attack", "storm", "repel"))
_ALSO_DESTROYED = 5  # tokens from a noun of destroying to a further thing
_FREED = frozenset(("civilians", "unspecified", "officials", "media"))
_OBJECT = 26  # tokens from a verb of aiming to its object, an hour and a day between them
_TELLERS = ("media", "monitor", "source")
_PEOPLE_OF = wordset("people-of")
_FLIES = 4  # tokens behind an aircraft to its flying over
_NOT_TRIGGER = wordset("not-trigger")


_REFUSAL = 8  # tokens from the refusal to the shot


def spoken(scene: Scene, ln: Lines, w: WordMention) -> bool:
    """A trigger that is really something else: part of a date (``فجر اليوم``), of an actor's or of a place's name."""
    first, last = w.first, w.last
    if last - first == 1 and (scene.words[first] in _NOT_TRIGGER or (w.text.endswith("ة") and scene.entry(w).id == "capture")):
        return True  # "من أسرة واحدة"
    if w.text == "الأسر" and any(x.first < first <= x.last + 4 and scene.entry(x).id == "fall-captive" for x in ln.triggers):
        return True  # "وقعوا في الأسر"
    for t in ln.times:
        if t.first <= first < t.last:
            return since_it(scene, ln, w) is None
        if t.first == last and scene.words[first] == "فجر":
            return True  # "اقتحمت فجر اليوم نفسه قرية"
    if scene.words[first - 1] == "علي" and scene.words[first - 2] in _IN_ANSWER and w.form not in VERB:
        return True  # "رداً على الهجوم، شن الطيران غارات"
    if scene.cls(w) == "burn" and any(x.first == first and scene.entry(x).id == "burn-tyres" for x in ln.triggers):
        return True  # "أضرم محتجون النار في الإطارات"
    if scene.cls(w) == "vbied" and last - first == 1 and scene.words[first - 1] in wordset("trapped-things"):
        return True  # "بتفجير فتحة نفق مفخخة"
    bare = scene.cls(w) in _OF_BANDS and not w.text.startswith("ال") and not w.text.endswith(("ت", "وا", "ها", "ه"))
    if bare and scene.words[first - 1] in wordset("bands-for"):
        return True  # "يدير شبكة خطف وابتزاز"
    if scene.cls(w) in ("shoot", "shell", "air") and scene.words[first - 1] in wordset("marks-of"):
        return True  # "جثة عليها آثار إطلاق نار"
    if scene.cls(w) == "explode" and w.form not in VERB and scene.words[first - 1] in wordset("made-to-explode"):
        return True  # "عبوات معدة للتفجير", "مواد شديدة الانفجار"
    if scene.cls(w) in ("device", "explode") and w.form not in VERB and _in_hand(scene, ln, w):
        return True
    if untold(scene, ln, w) or _thing_hit(scene, ln, w):
        return True
    if _only_flies(scene, ln, w) or _one_of_those_held(scene, ln, w) or _a_district(scene, ln, w):
        return True  # "وحلقت طائرات استطلاع في الأجواء", "واصلت المسيّرات التحليق"
    if scene.entry(w).id == "liberate-territory" and _frees_people(scene, ln, w):
        return True  # "تحرير مواطن مدني كان مختطفاً": a release
    if of_some(scene, ln, w):
        return True  # "مقتل 64 مدنياً، بينهم ستة ضحايا بسبب التعذيب"
    if scene.entry(w).id in ("uncover-cell", "find-cache") and w.form in VERB and _tells(scene, ln, w):
        return True
    if done_by_those(scene, ln, w) or _held_for(scene, ln, w) or _ring_of(scene, ln, w) or charged_with(scene, ln, w):
        return True
    if scene.entry(w).id == "now-held" and any(x.last == w.first and scene.entry(x).id == "fall-captive" for x in ln.triggers):
        return True  # "وقع في قبضة المجاهدين أربعة"
    if scene.cls(w) == "protest" and scene.words[first - 1] in _PEOPLE_OF and w.form not in VERB:
        return True  # "خمسة من منظمي التظاهرات"
    if scene.cls(w) in ("vbied", "find") and _destroyed_in(scene, ln, w):
        return True
    if scene.cls(w) == "seize" and (w.form == "masdar" or w.text.endswith("ة")) and _no_seizing(scene, ln, w):
        return True
    if scene.cls(w) == "shoot" and w.form in ("past", "present") and _refusing(scene, ln, w):
        return True
    if scene.cls(w) == "clash" and w.form == "masdar" and scene.words[first - 1] in wordset("breaks-up"):
        return True  # "وتدخلت الشرطة لفض الاقتتال"
    if scene.entry(w).id == "hold-persons" and scene.words[last : last + 1] and scene.words[last] in wordset("his-body"):
        return True  # "قتل جنود راعياً واحتجزوا جثمانه"
    if scene.entry(w).id == "round-up" and w.prefix.startswith("ل"):
        return True  # "بحثاً عن مطلوبين للتجنيد الإجباري": what for
    if scene.entry(w).id == "amputate" and any(0 < w.first - t.last <= _DETAIL for t in ln.tolls):
        return True  # "استقبل 17 مصاباً، بُترت أطراف أربعة منهم": a detail of the wounds
    if scene.entry(w).id in ("smash", "destroy-mil") and not wordset("damage").isdisjoint(
        scene.words[max(ln.sentence.first, first - 3) : first]
    ):
        return True  # "اقتصرت الأضرار على تحطم الزجاج"
    if scene.cls(w) in ("airmeans", "shell"):
        return False
    for a in ln.actors:
        inside = a.first <= first and last <= a.last and a.last - a.first > 1
        if inside and (a.form == "named" or (a.form == "described" and a.actor_id is not None and a.first + 1 < first)):
            return True
    for i in ln.places:
        p = scene.place(i)
        if p.first < first < p.last:
            return True
    return False


def _refusing(scene: Scene, ln: Lines, w: WordMention) -> bool:
    """``رفض الاستسلام وأطلق النار على القوة المداهمة``: how one sought met those who came for him; the raid is told elsewhere."""
    words, lo = scene.words, max(ln.sentence.first, w.first - _REFUSAL)
    at = next((i for i in range(w.first - 1, lo - 1, -1) if words[i] in wordset("refuses")), -1)
    if at < 0 or wordset("to-give-up").isdisjoint(words[at + 1 : at + 3]):
        return False
    return not any(x.first > w.first and scene.cls(x) in ("kill", "die", "injure", "result") for x in ln.triggers)


def _tells(scene: Scene, ln: Lines, w: WordMention) -> bool:
    """``كشفت شبكة أطباء السودان أن``: a network that tells, none that was found."""
    who = next((a for a in ln.actors if a.first == w.last and a.category in _TELLERS), None)
    return who is not None and not wordset("that").isdisjoint(scene.words[who.last : who.last + _HELD])


def _frees_people(scene: Scene, ln: Lines, w: WordMention) -> bool:
    """Right behind the word of freeing, or behind its subject, stand people and no place."""
    a = next((a for a in ln.actors if a.first == w.last), None)
    if a is not None and a.category not in _FREED:
        a = next((b for b in ln.actors if a is not None and b.first == a.last), None)
    if a is None or a.category not in _FREED or any(scene.place(i).first == a.last for i in ln.places):
        return False
    return not any(k == "object" for k, _ in a.attrs)


def _only_flies(scene: Scene, ln: Lines, w: WordMention) -> bool:
    """An aircraft named with the word of flying over, and no deed of it."""
    if scene.cls(w) not in ("air", "airmeans") or w.form in VERB:
        return False
    if not any(scene.words[i].removeprefix("ال") in wordset("aircraft") for i in range(w.first, w.last)):
        return False
    near = scene.words[max(ln.sentence.first, w.first - 3) : min(ln.sentence.last, w.last + _FLIES)]
    return not wordset("flies-over").isdisjoint(near)


def _one_of_those_held(scene: Scene, ln: Lines, w: WordMention) -> bool:
    """``اعتقال 24 داعشياً بينهم انتحاريان``: who was held, no bombing."""
    if scene.cls(w) != "suicide" or scene.words[w.first] not in wordset("bombers-held"):
        return False
    if not any(x.last == w.first for x in ln.of("among")):
        return False
    before = [x for x in ln.triggers if x.last < w.first]
    return bool(before) and scene.cls(before[-1]) in ("arrest", "seize-persons")


def _in_hand(scene: Scene, ln: Lines, w: WordMention) -> bool:
    """``اعتقال خمسة بحوزتهم أحزمة وعبوات ناسفة``, ``القبض على اثنين من ناصبي العبوات``: what those held had with them or laid."""
    maker = scene.words[w.first - 1] in wordset("device-men")
    if not maker and not scene.holds("in-hand"):
        return False
    held = next((x for x in ln.triggers if x.first < w.first and scene.cls(x) in ("arrest", "seize-persons")), None)
    if held is None:
        return False
    if maker:
        return True
    at = max((i for i in range(held.last, w.first) if scene.words[i] in wordset("in-hand")), default=-1)
    return at > 0 and not any(at < x.first < w.first and x.form in VERB for x in ln.triggers)


def _a_district(scene: Scene, ln: Lines, w: WordMention) -> bool:
    """``في قضاء الشطرة``: the word of putting an end to somebody is that of a district."""
    if scene.words[w.first] != "قضاء" or w.last - w.first > 1:
        return False
    return any(scene.place(i).first == w.first and scene.place(i).last > w.last for i in ln.places)


def _held_for(scene: Scene, ln: Lines, w: WordMention) -> bool:
    """``أوقفت خمسة يشتبه بضلوعهم في الهجوم``: the attack those held are held for, told before."""
    words = scene.words
    if w.form != "masdar" or not words[w.last - 1].startswith("ال") or scene.cls(w) not in GROUP_OF:
        return False
    if wordset("involved").isdisjoint(words[max(ln.sentence.first, w.first - 3) : w.first]):
        return False
    ends = w.last >= ln.sentence.last or words[w.last] in (",", ".", ";") or words[w.last].startswith("و")
    return ends and any(0 < w.first - x.last <= _HELD and scene.cls(x) in ("arrest", "seize-persons") for x in ln.triggers)


def _ring_of(scene: Scene, ln: Lines, w: WordMention) -> bool:
    """``القبض على عصابة نفذت عدة عمليات سلب``: what those held have been about, several times and at no time told."""
    i = w.first
    if scene.words[i - 1] not in wordset("deeds-of-a-ring"):
        return False
    if any(0 <= t.first - w.last <= _HELD or 0 <= i - t.last <= 3 for t in ln.times):
        return False
    return any(0 < i - x.last <= _HELD and scene.cls(x) in ("arrest", "seize-persons", "cell") for x in ln.triggers)


def _thing_hit(scene: Scene, ln: Lines, w: WordMention) -> bool:
    """``استهدفوا انتشاراً لجنود العدو``, ``قصفوا تموضعاً``: soldiers as they stand are the object of the blow, no move of theirs."""
    if scene.cls(w) != "move" or w.form in VERB or w.prefix or scene.words[w.first - 1] in wordset("prepositions"):
        return False
    by = next((x for x in reversed(ln.triggers) if x.last <= w.first), None)
    if by is None or scene.cls(by) not in ("target", "shell", "attack", "air") or w.first - by.last > _OBJECT:
        return False
    return by.form in VERB and "," not in scene.words[by.last : w.first]


def _destroyed_in(scene: Scene, ln: Lines, w: WordMention) -> bool:
    """``أسفرت الرمايات عن تدمير مقرين ومستودع ذخيرة``, ``وتدمير عربة مفخخة``: what a fight destroyed, no find and no bombing."""
    by = next((x for x in reversed(ln.triggers) if x.last <= w.first), None)
    if by is None or scene.cls(by) != "destroy" or by.form != "masdar":
        return False
    near = w.first == by.last if not w.prefix else w.prefix == "و" and w.first - by.last <= _ALSO_DESTROYED
    return near and any(scene.cls(x) in _FOUGHT for x in ln.triggers)


def _no_seizing(scene: Scene, ln: Lines, w: WordMention) -> bool:
    """``سيطرة الصقور`` is a checkpoint, ``خارج سيطرة النظام`` a state of things, ``تحرير كمال طه`` an editor's credit."""
    word = scene.words[w.first]
    if word.endswith("تحرير"):
        return not wordset("credits").isdisjoint(scene.words[ln.sentence.first : w.first])
    if scene.entry(w).id != "seize-territory" or not word.endswith(("سيطره", "سيطرتها", "سيطرته", "سيطرتهم")):
        return False
    at_it = w.first > ln.sentence.first and scene.words[w.first - 1] in wordset("at-a-post")
    return wordset("over-something").isdisjoint(scene.words[w.last : min(ln.sentence.last, w.last + (1 if at_it else 12))])
