"""What is only meant, weighed, possible or to be ended: words of events that have not come about (codebook 2.6, 2.8)."""

from __future__ import annotations

from waqai.frame.frames import Frame
from waqai.frame.scene import Scene
from waqai.model import EventType
from waqai.normalise import fold
from waqai.resources.wordsets import wordset

_VERBS = frozenset(("past", "passive", "present"))
_CEASED = 3  # tokens from the word of ceasing to what is to cease
_ALLOWED = 4  # tokens from the verb of allowing to what it allows
_TRIED = 12  # tokens from the charge to what is charged
_REACH = 12  # tokens between ``قد`` with its verb and what it carries
_STORY = 8  # tokens from the head of a sentence to the verb of telling a story


def not_begun(scene: Scene, f: Frame) -> bool:
    """``نيتها سحب قواتها``, ``لا يريد مواجهة``, ``سنوات القصف``: what is meant or avoided, or was the time."""
    words, i = scene.words, f.main.first
    first = scene.lines[f.line].sentence.first
    before = words[max(first, i - 3) : i]
    if not before:
        return False
    if before[-1].lstrip("و") in wordset("war-years"):
        return f.main.form == "masdar"
    if not wordset("intent").isdisjoint(before[-2:]):
        return True
    return f.main.form == "masdar" and not wordset("avoiding").isdisjoint(before[-2:])  # ``الحزب لا يريد مواجهة``


def called_off(scene: Scene, f: Frame) -> bool:
    """``دعا إلى وقف الغارات``, ``وقف التصعيد والهجمات``: whoever asks that attacks stop, or stops his own, tells of none. A truce stays."""
    first = scene.lines[f.line].sentence.first
    if f.main.form == "masdar" and not wordset("allowing").isdisjoint(scene.words[max(first, f.main.first - _ALLOWED) : f.main.first]):
        return not dated(f)  # ``تتيح الاتفاقية إخراج المسلحين``, ``يسمح القانون باعتقال المدنيين``
    if f.main.form in _VERBS or f.tolls or f.event_type is EventType.STRATEGIC_DEVELOPMENT:
        return False
    return not wordset("ceasing").isdisjoint(scene.words[max(first, f.main.first - _CEASED) : f.main.first])


def weighed(scene: Scene, f: Frame) -> bool:
    """``قد تلجأ إلى قطع الطرق وقصف المطارات``, ``قد يفلت من يضرب موقوفاً``: a verb that may come carries it; ``قُتل أو خُطف``: either."""
    words, i = scene.words, f.main.first
    first = scene.lines[f.line].sentence.first
    if not wordset("alternatives").isdisjoint(words[max(first, i - 2) : i]) or words[f.main.last : f.main.last + 1] == ["او"]:
        return True
    if f.main.form in ("masdar", "past") and not f.tolls and not wordset("future-verbs").isdisjoint(words[max(first, i - _REACH) : i]):
        return not any(first <= w.first < i and w.form in ("past", "passive") and w is not f.main for w in f.triggers)
    for j in range(i - 2, max(first, i - _REACH) - 1, -1):
        if words[j] in wordset("may-follow") and (
            (words[j + 1][:1] in "يت" and len(words[j + 1]) > 2) or words[j + 1] in wordset("we-may")
        ):
            return not any(j < w.first < i and w.form == "past" for w in f.triggers)
    return False


def enough(scene: Scene, f: Frame) -> bool:
    """``هجوم واحد ناجح على قافلة يكفي لقلب المعادلة``, ``الحديث عن هجمات على غاو``: one that is imagined, or that is talk."""
    if f.main.form not in ("masdar", "phrase") or dated(f):
        return False
    words, i = scene.words, f.main.first
    last = scene.lines[f.line].sentence.last
    if not f.tolls and words[i - 1] == "عن" and words[i - 2].lstrip("وبل") in wordset("talk-of"):
        return True
    return not wordset("would-do").isdisjoint(words[f.main.last : min(last, f.main.last + 7)])


def either(scene: Scene, f: Frame) -> bool:
    """``من استشهد أو أصيب``, ``كل من قُتل أو خُطف``: whoever it befell; no number is told."""
    words, i = scene.words, f.main.first
    return words[i - 1] == "من" and words[f.main.last : f.main.last + 1] == ["او"]


def yearly(scene: Scene, f: Frame) -> bool:
    """``يقتل التدخين الملايين سنوياً``: in the present tense, every year."""
    return f.main.form == "present" and not wordset("every").isdisjoint(scene.words[f.main.last : min(f.last, f.main.last + 10)])


def old_footage(scene: Scene, f: Frame) -> bool:
    """``مقطع الفيديو المتداول لإطلاق نار قديم``: what a video shows that is old or false."""
    s = scene.lines[f.line].sentence
    words = scene.words[s.first : s.last]
    return not (wordset("footage-old").isdisjoint(words) or wordset("footage").isdisjoint(words))


def perhaps(scene: Scene, f: Frame) -> bool:
    """``اندلاع قتال على نطاق أوسع قد يجر المدينة``: what may follow from it says that it has not come about."""
    words = scene.words
    after = range(f.main.last, min(f.last - 1, f.main.last + 6))
    may = next((j for j in after if words[j] in wordset("may-follow") and words[j + 1][:1] in "يت" and len(words[j + 1]) > 2), 0)
    return bool(may) and not dated(f) and not any(f.main.last <= w.first < may and w.form in ("past", "passive") for w in f.triggers)


def dated(f: Frame) -> bool:
    """Whether the frame has a day of its own, told or counted from today."""
    return f.time is not None and not f.time_rule.startswith("time:of-") and (f.time.start is not None or f.time.deictic)


def to_come(f: Frame) -> bool:
    """Its day is tomorrow or some day."""
    return f.time is not None and fold(f.time.text) in wordset("to-come")


def matter_of_record(scene: Scene, f: Frame) -> bool:
    """``سلّم القضاء وثائق عن تجنيد الأطفال ومهاجمة الكنائس``: what papers and proofs are about, with no place, day or number told."""
    if f.main.form != "masdar" or f.tolls or f.place is not None or f.time is not None:
        return False
    first = scene.lines[f.line].sentence.first
    papers = next((j for j in range(first, f.main.first) if scene.words[j] in wordset("records")), -1)
    return papers >= 0 and not wordset("about").isdisjoint(scene.words[papers + 1 : papers + 4])


def in_court(scene: Scene, f: Frame) -> bool:
    """``حكمت المحكمة بالإعدام على 14``, ``أدينوا بتفجير سيارة``: a sentence passed; a charge that is only named."""
    if f.main.form not in ("masdar", "phrase") or not scene.holds("courts"):
        return False
    words, i = scene.words, f.main.first
    first = scene.lines[f.line].sentence.first
    if not any(w in wordset("courts") or w.lstrip("وف") in wordset("courts") for w in words[first:i]):
        return False
    if f.event_type is EventType.EXECUTION and scene.entry(f.main).id == "execute":
        return wordset("carried-out").isdisjoint(words[first:i])
    named = f.place is not None and f.place_rule.startswith("place:own:after")
    near = words[max(first, i - _TRIED) : i]
    return not named and not f.tolls and any(w.lstrip("و") in wordset("tried-for") for w in near)


def vehicle_stopped(scene: Scene, f: Frame) -> bool:
    """``وأوقفت عربة مصفحة``: a vehicle is stopped, and nobody is told to be held."""
    if f.event_type is not EventType.ARREST or "captured" in f.tolls or f.main.form not in _VERBS:
        return False
    near = range(f.main.last, min(f.last, f.main.last + 7))
    at = next((j for j in near if scene.words[j] in wordset("vehicles-stopped")), -1)
    if at < 0:
        return False
    held = f.target is not None and f.main.last <= f.target.first < at
    return not held and not any(f.main.last <= n.first < at for n in scene.lines[f.line].numbers)


def plot(scene: Scene, f: Frame) -> bool:
    """``يروي فيلم "الحصار" قصة ضابط يقتل خصمه``, ``تدور أحداث الرواية``: what a film or a novel tells happened to nobody."""
    s = scene.lines[f.line].sentence
    tells, works = wordset("tells-a-story"), wordset("field-culture")
    for i in range(s.first, min(s.first + _STORY, f.main.first)):
        if scene.words[i].removeprefix("و") in tells and not works.isdisjoint(scene.words[i + 1 : i + 4]):
            return True
    return False
