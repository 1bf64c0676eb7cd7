"""Persons named with a victim and not counted with him: ``رجل وزوجته``, ``القيادي مع اثنين من حراسه``."""

from __future__ import annotations

from waqai.frame.counts import AND_ONE, add_counts, is_thing, joined, ones_own
from waqai.frame.scene import Lines, Scene
from waqai.model import CountRange
from waqai.resources.wordsets import wordset

_NAMED = 7  # tokens to the companion past a name: "قيادي يدعى أبو البراء التونسي مع مرافقه"


def _together(scene: Scene, ln: Lines, i: int, hi: int) -> tuple[int, int]:
    """``مع اثنين من حراسه``, ``برفقة ابن عمه``: how many went with the one told of, and where they stand."""
    n = next((n for n in ln.numbers if n.first == i + 1 and n.last <= hi), None)
    if n is not None and n.best is not None and not is_thing(scene, n) and n.form not in ("plural", "vague"):
        return int(n.best), n.last
    if i + 1 < hi and ("و" + scene.words[i + 1]) in wordset("with-one"):
        return 1, i + 2
    return 0, i


def _names_another(scene: Scene, i: int, hi: int) -> bool:
    return i < hi and scene.words[i][:1] == "و" and scene.words[i][1:] in wordset("named-one")


def _in_the_body(scene: Scene, lo: int, i: int) -> bool:
    """``بطلق ناري في صدره وآخر في الخاصرة``: another bullet, not another man."""
    at = scene.words[i + 1 : i + 2]
    shot = at == ["في"] or (bool(at) and at[0].startswith("ب"))
    return shot and not wordset("gunshots").isdisjoint(scene.words[lo:i])


def companions(scene: Scene, ln: Lines, count: CountRange, lo: int, hi: int, singles: bool = False) -> CountRange:
    """Add those named with a victim but not counted: ``رجل وزوجته``, ``نازحة وطفلاها``; with ``singles`` also ``مدني وعنصر``."""
    if count.best is None or count.best > 6:
        return count
    counted = {i for n in ln.numbers for i in range(n.first, n.last)}
    alone = {n.first for n in ln.numbers if singles and n.form == "singular" and joined(scene, n) and not is_thing(scene, n)}
    more, last = 0, lo
    last = next((min(a.last, hi) - 1 for a in ln.actors if a.first <= lo < a.last), lo)  # "مقتل قيادي في مجلس دير الزور العسكري ومرافقه"
    aside = False
    for i in range(lo, hi):
        if scene.words[i] in ("(", ")"):  # "الشاب عدي (22 عاماً) والفتى محمود"
            aside, last = scene.words[i] == "(", i
        if aside:
            continue
        if singles and (scene.words[i].isdigit() or scene.words[i] in wordset("told-age")):
            last = i  # "فتى يبلغ من العمر 17 عاماً وآخر 23 عاماً"
        if singles and scene.words[i] == "," and i and scene.words[i - 1] == ")" and _names_another(scene, i + 1, hi):
            last = i  # "الشاب يزيد (22 عاماً)، والفتى سند (17 عاماً)"
            continue
        if i - last > (_NAMED if not wordset("by-name").isdisjoint(scene.words[last:i]) else 4):
            break
        word = scene.words[i]
        if word in wordset("namely"):
            break  # "خمسة أشخاص هم أب وأم وثلاثة أطفال"
        n = 2 if word in wordset("with-two") else 1 if word in wordset("with-one") else 0
        if word in wordset("together-with"):
            n, i_of = _together(scene, ln, i, hi)
            if n:
                more, last = more + n, i_of
            continue
        if singles and not n and word[:1] == "و" and word[1:] in wordset("named-one") and i not in counted:
            n = 1  # "والفتى محمود"
        if singles and word in wordset("and-another") and i not in counted and scene.words[i + 1 : i + 2] != ["من"]:
            n = 0 if _in_the_body(scene, lo, i) else 1  # "بائع خضار وآخر"
        own = word in AND_ONE and ones_own(scene, i + 1)
        if i in alone or own:
            n = 1
        if n and (singles or i in alone or own or i not in counted):
            more, last = more + n, i
        elif word in (",", ".", ":"):
            break
    if not more:
        return count
    text = f"{count.text} + {more}"
    return add_counts(count, CountRange(more, more, more, text))
