"""What those held are held for: ``القبض على ثلاثة بتهمة خطف تاجر``, ``متهمين بزرع عبوات``, ``على خلفية إحراق مقر``.

A charge names a kind of deed, which is no event of the report unless the words say where or when it was (codebook 2.6, 3).
"""

from __future__ import annotations

from waqai.frame.classes import VERB
from waqai.frame.frames import Frame
from waqai.frame.scene import PASSING, Lines, Scene
from waqai.model import WordMention
from waqai.resources.wordsets import wordset

_HOLDING = frozenset(("arrest", "seize-persons", "cell"))
_REACH = 6  # tokens from the word of a charge to the last thing in it
_BEHIND = 7  # tokens behind the deed in which its place or day stands
_TOLD = 12  # tokens behind the deed in which they make it an event of its own
_KNOWN = 4  # tokens from the accusation of a group to its deeds
_ENDS = (",", ".", ";", ":", '"')


def charged_with(scene: Scene, ln: Lines, w: WordMention) -> bool:
    """Whether trigger ``w`` only says what somebody held in the same sentence is charged with.

    Args:
        scene: the document.
        ln: the sentence.
        w: a trigger of it.
    """
    if _known_for(scene, ln, w):
        return True
    if (w.form in VERB and not _reads_as_noun(scene, w)) or not (scene.holds("brings-a-charge") or scene.holds("held-for")):
        return False
    held = next((x for x in ln.triggers if x.first < w.first and scene.cls(x) in _HOLDING), None)
    if held is None or held.entry == w.entry:
        return False
    words = scene.words
    at = next((j for j in range(w.first, max(held.last, w.first - _REACH) - 1, -1) if _charge(scene, j, w)), -1)
    if at < 0 or not set(_ENDS).isdisjoint(words[at : w.first]):
        return False
    if any(at < x.first < w.first and x.form in VERB and not _reads_as_noun(scene, x) for x in ln.triggers):
        return False
    end = next((j for j in range(w.last, min(ln.sentence.last, w.last + _BEHIND)) if words[j] in _ENDS), w.last + _BEHIND)
    if any(at < scene.place(i).first < end and scene.place(i).relation not in PASSING for i in ln.places):
        return False
    return not any(at < t.first < end for t in ln.times)


def _known_for(scene: Scene, ln: Lines, w: WordMention) -> bool:
    """``يعمل ضمن مجموعة تتهم بتنفيذ عمليات خطف``: what a group is said to live by, in the plural and of no day."""
    words, i = scene.words, w.first
    if w.form in VERB or ln.times or not scene.holds("accused-as-such"):
        return False
    plural = words[i] in wordset("deeds-in-plural") or words[i - 1] in wordset("deeds-in-plural")
    return plural and not wordset("accused-as-such").isdisjoint(words[max(ln.sentence.first, i - _KNOWN) : i])


def told_by_itself(scene: Scene, ln: Lines, w: WordMention) -> bool:
    """``متهمين بتفجير سيارة في حي الكرادة قبل أسبوع``: the deed has a day of its own, or a place beside that of the arrest."""
    words = scene.words
    ends = (j for j in range(w.last, min(ln.sentence.last, w.last + _TOLD)) if words[j] in _ENDS)
    end = next(ends, min(ln.sentence.last, w.last + _TOLD))
    days = [t for t in ln.times if t.rule != "since"]
    dated = any(t.first < w.first for t in days)  # else ``أمس`` behind the deed is the day of the arrest
    if any(w.last <= t.first < end and (dated or not t.deictic) for t in days):
        return not any(w.last <= x.first < end and scene.cls(x) in _HOLDING for x in ln.triggers)
    places = [scene.place(i) for i in ln.places if scene.place(i).relation not in PASSING]
    held = next((x for x in ln.triggers if x.first < w.first and scene.cls(x) in _HOLDING), None)
    before = held is not None and any(held.last <= p.first < w.first for p in places)
    return before and any(w.last <= p.first < end and p.relation != "anaphor" for p in places)


def deed_of_its_own(scene: Scene, f: Frame) -> bool:
    """The frame tells what those held before it are charged with, as an event of its own."""
    ln, w = scene.lines[f.line], f.triggers[0]
    before = scene.words[max(ln.sentence.first, w.first - 4) : w.first + 1]
    return not wordset("held-for").isdisjoint(before) and told_by_itself(scene, ln, w)


def _charge(scene: Scene, j: int, w: WordMention) -> bool:
    """Token ``j`` opens a charge; ``متهمين بقتل`` has its letter on the deed itself."""
    word = scene.words[j]
    if word == "خلفيه" and scene.words[j - 1] == "علي":
        return True
    return j < w.first and (word.lstrip("و") in wordset("brings-a-charge") or word in wordset("held-for"))


def _reads_as_noun(scene: Scene, w: WordMention) -> bool:
    """``بجرم خطف مواطن``, ``عمليات خطف وسلب``: behind a noun such as these what looks like a verb is none."""
    before = scene.words[w.first - 1]
    if before in wordset("nouns-of-charge") or before in wordset("about-to"):
        return True
    return w.prefix == "و" and scene.words[w.first - 2] in wordset("nouns-of-charge") and w.form == "past"
