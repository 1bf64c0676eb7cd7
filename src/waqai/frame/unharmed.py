"""Nobody was harmed: ``دون وقوع إصابات``, ``واقتصرت الأضرار على الماديات``, ``ونجا``."""

from __future__ import annotations

from waqai.frame.frames import Frame, Toll
from waqai.frame.none_killed import none_killed
from waqai.frame.scene import Lines, Scene
from waqai.model import CountRange, EventType, Span
from waqai.resources.wordsets import wordset

_NONE_NEGATION, _ONLY_DAMAGE, _ESCAPED = wordset("none-negation"), wordset("only-damage"), wordset("escaped")
_AIMED = frozenset(("shoot", "target", "assassinate", "explode", "attack", "under"))
_HARMLESS = frozenset(("move", "enter", "release"))
_UNKNOWN = wordset("not-reported")
_THERE = wordset("there-is")
_IS_NOT = frozenset(("ليس", "ليست"))
_CREW = 5  # tokens from those on board to how they are
_BETWEEN = _THERE | {"ان"}  # "لا توجد مؤشرات", "دون أن يبلغ"
_HE = frozenset(("يصاب", "يصب", "يتاذ", "تصب"))
_DEAD = frozenset(("يقتل", "تقتل", "يمت", "قتلي", "وفيات"))
_HURT = frozenset(("اصابات", "ضحايا", "خسائر", "باذي", "اذي", "جرحي", "اصابه"))
_HIMSELF = frozenset(("هو", "هي", "هما"))
_UNHURT = wordset("unhurt")
_NONE_WORDS = _NONE_NEGATION | _ONLY_DAMAGE | _ESCAPED | _UNHURT


def _none_words(scene: Scene) -> list[int]:
    """Tokens that may open such words, found once per document."""
    known = scene.memo.get("none-words")
    if known is None:
        known = scene.memo["none-words"] = [i for i, w in enumerate(scene.words) if w in _NONE_WORDS]
    return known


def _found(scene: Scene, first: int, last: int, classes: set[str]) -> tuple[int, int] | None:
    """Tokens ``[a, b)`` of the first such words in a range."""
    words = scene.words
    escaped: tuple[int, int] | None = None
    nobody = dict(none_killed(scene))
    for i in _none_words(scene):
        if not first <= i < last:
            continue
        if i in nobody:
            return i, nobody[i]
        w = words[i]
        if w in _NONE_NEGATION:
            if w == "غير" and words[i - 1] != "من":
                continue
            if i + 2 < last and words[i + 2] in _HIMSELF:
                continue  # "ولم يُصب هو بأذى": one of them
            if _nobody(words, i, last):
                return i, min(i + 4, last)
            but = next((j for j in range(i + 2, min(i + 6, last)) if words[j] in ("الا", "سوي")), None)
            if but is not None and words[i + 1] in wordset("yields") and any(x in wordset("property-loss") for x in words[but : but + 4]):
                return i, but + 1
            for j in range(i + 1, min(i + _reach(words, i), last)):
                if words[j] in wordset("none-unknown") or words[j] in (",", "."):
                    break
                if words[j] == "اضرار" and j + 1 < last and (words[j + 1] == "بشريه" or "صفوف" in words[j + 2 : j + 3]):
                    return i, j + 2  # "دون أن تتمكن من إيقاع أضرار بين صفوفها"
                if words[j] in ("الا", "سوي"):
                    break  # "لم يسفر إلا عن إصابة السائق"
                if words[j] in wordset("none-nouns"):
                    after = words[j + 1] if j + 1 < last else ""
                    if after not in wordset("property-loss"):
                        return i, j + 1
                    break
        elif w in _UNHURT and not wordset("on-board").isdisjoint(words[max(first, i - _CREW) : i]):
            return i, i + 1  # "وإن الطاقم والسفينة بخير"
        elif w in _ONLY_DAMAGE and (
            any(x in wordset("property-loss") for x in words[i + 1 : i + 6]) or _damage_only(words, i, first, last)
        ):
            return i, min(i + 4, last)
        elif w in _ESCAPED and classes & _AIMED:
            escaped = escaped or (i, i + 1)  # words that say more may follow
    return escaped


def _reach(words: list[str], i: int) -> int:
    """How far behind a negation what there was none of may stand: farther behind a verb (``لم``, ``دون أن يسفر هجومهم عن وقوع``)."""
    if words[i].endswith("لم"):
        return 13
    return 9 if words[i + 1 : i + 2] == ["ان"] else 6


def _damage_only(words: list[str], i: int, first: int, last: int) -> bool:
    """``واقتصر ضررها على جدران``, ``الأضرار اقتصرت على أنبوب``: the damage is to things, and no person is told of behind ``على``."""
    on = next((j for j in range(i + 1, min(i + 5, last)) if words[j] == "علي"), None)
    if on is None or wordset("its-damage").isdisjoint((words[i - 1] if i > first else "", *words[i + 1 : on])):
        return False
    end = next((j for j in range(on, last) if words[j] in (",", ".", ";")), last)
    return wordset("none-nouns").isdisjoint(words[i - 1 : end]) and wordset("death-cases").isdisjoint(words[on:end])


def not_known(scene: Scene, ln: Lines, at: int) -> bool:
    """``لم ترد أنباء عن سقوط ضحايا``, ``لم يتسن معرفة عدد القتلى``: a toll word inside such words counts nobody."""
    words = scene.words
    if not wordset("meant-to-hit").isdisjoint(words[max(ln.sentence.first, at - 6) : at]):
        return True  # "زُرعت لإيقاع أكبر عدد من الضحايا"
    for i in range(at - 1, max(ln.sentence.first, at - 14) - 1, -1):
        if words[i] in (",", ".", ":", ";"):
            return False
        if words[i] in _UNKNOWN and (
            words[i - 1] in _NONE_NEGATION
            or (words[i - 1] in _BETWEEN and (words[i - 2] in _NONE_NEGATION or words[i - 2].lstrip("و") in _IS_NOT))
        ):
            return True  # ``لم ترد أنباء``, ``لا توجد مؤشرات``
    return False


def _nobody(words: list[str], i: int, last: int) -> bool:
    """``لم يصب أحد``, ``من غير أن يصاب أي منهم``."""
    if words[i] == "لم" and words[i - 1] in wordset("anybody") and i + 1 < last and words[i + 1] in wordset("none-verbs"):
        return True  # "إن أحداً لم يُصب"
    at = i + 2 if i + 1 < last and words[i + 1] == "ان" else i + 1
    if at < last and words[at] in _HE and (at + 1 >= last or words[at + 1] in (",", ".", ";")):
        return True  # "من غير أن يصاب"
    return at + 1 < last and words[at] in wordset("none-verbs") and words[at + 1] in wordset("anybody")


def read_none(scene: Scene, f: Frame) -> None:
    """``دون وقوع إصابات``, ``واقتصرت الأضرار على الماديات``, ``ونجا``: none killed and none injured, where nothing else is counted."""
    if f.classes <= _HARMLESS:
        return  # "حيث يتمركز جنود، وقال إن أحداً لم يُصب": of the attack told before
    hit = _found(scene, f.first, f.last, f.classes)
    if hit is not None:
        _mark(scene, f, hit)


def carry_none(scene: Scene, frames: list[Frame]) -> None:
    """Such words in a sentence that tells no event speak of the event told just before: ``الضربة أشعلت حرائق من دون خسائر بشرية``."""
    if not _none_words(scene):
        return
    frames = [f for f in frames if not f.classes <= _HARMLESS]
    covered = [(p.first, p.last) for f in frames for p in f.parts]
    for k, ln in enumerate(scene.lines):
        s = ln.sentence
        hit = _found(scene, s.first, s.last, set())
        if hit is None or any(a <= hit[0] < b for a, b in covered):
            continue
        told = [
            f
            for f in frames
            if (f.line < k or (f.line == k and f.last <= hit[0]))
            and f.denial is None
            and not f.aggregate
            and f.block not in ("title", "heading")
        ]
        if not told or k - max(told[-1].lines) > 2 or any(t.count.best for t in told[-1].tolls.values()):
            continue
        _mark(scene, told[-1], hit)


def _mark(scene: Scene, f: Frame, hit: tuple[int, int]) -> None:
    span = Span(scene.tokens[hit[0]].start, scene.tokens[hit[1] - 1].end)
    f.no_harm = True
    escaped = scene.words[hit[0]] in _ESCAPED  # who got away with his life may be wounded
    words = scene.words[hit[0] : hit[1]]
    only_dead = not _DEAD.isdisjoint(words) and _HURT.isdisjoint(words)
    for role in ("killed",) if escaped else ("killed", "injured"):
        old = f.tolls.get(role)
        if only_dead and role == "injured" and old is not None and old.count.low:
            continue  # "لم يُقتل أحد، لكن ثلاثة أصيبوا"
        if escaped and old is not None and old.count.best:
            continue  # ``نجا القائد، في حين قُتل أحد مرافقيه``
        if old is None or old.first > hit[0]:
            f.tolls[role] = Toll(role, CountRange(0, 0, 0, scene.doc.text.slice(span)), span, hit[0], None, False, "toll:none")


def settle_attempt(scene: Scene, f: Frame) -> None:
    """An attempt on somebody's life that tells only of wounds, or is called an attempt, killed nobody (codebook section 3)."""
    tried = f.main.first > 0 and scene.words[f.main.first - 1].startswith("محاول") and scene.words[f.main.first].startswith("ل")
    dead = f.tolls.get("killed")
    if tried and dead is not None and dead.first == f.main.first and f.event_type is EventType.ASSASSINATION:
        del f.tolls["killed"]  # ``نجا من محاولة لاغتياله``
    if f.event_type != EventType.ASSASSINATION or f.aggregate or {"killed", "killed_or_injured"} & f.tolls.keys():
        return
    hurt = f.tolls.get("injured")
    if hurt is None and (tried or "محاول" in f.main.text):
        f.tolls["killed"] = Toll("killed", CountRange(0, 0, 0, f.main.text), f.main.span, f.main.first, None, False, "toll:attempt")
    elif hurt is not None and hurt.count.best in (1, 2) and f.classes.isdisjoint(("explode", "device")):
        f.tolls["killed"] = Toll("killed", CountRange(0, 0, 0, hurt.count.text), hurt.span, hurt.first, None, False, "toll:attempt")
