"""Whoever tells of an event: what he says of himself, and when it is another's deed he tells."""

from __future__ import annotations

from itertools import compress, count

from waqai.frame.frames import Frame
from waqai.frame.governed import cannot_act, is_object, prep_of
from waqai.frame.near import ARMED
from waqai.frame.scene import Scene
from waqai.model import ActorMention, EventType
from waqai.resources.registry import registry
from waqai.resources.wordsets import wordset

STATE = frozenset(("state_force", "ministry"))
_LOSSES = wordset("admitted-losses")
_FORCES = wordset("our-forces")
_OURS = _FORCES | wordset("our-posts")
_MEANS = frozenset(("air", "airmeans", "shell", "attack", "explode"))
_TELLERS = STATE | {"armed_group", "militia"}
_OWNS = frozenset(("", "ال"))


def bare_verb(scene: Scene, f: Frame) -> bool:
    """An active verb without a subject after it (``واعتقلت ستة شبان``): the subject is the one spoken of before."""
    w = f.main
    if w.form not in ("past", "present") or f.passive or scene.cls(w) in ("die", "explode", "under"):
        return False
    ln = scene.lines[scene.owner[w.first]]
    near = [a for a in ln.actors if 0 <= a.first - w.last <= 3 and a.category in ARMED and prep_of(scene, a) == ""]
    return not any(ARMED[a.category] in ("armed", "unknown") and a.number is None and not is_object(a) for a in near)


class _NamesOurs(dict[str, bool]):
    """Word → whether it names the speaker's own forces or posts, a letter before it allowed. Emptied when it grows past a limit."""

    def __missing__(self, word: str) -> bool:
        if len(self) > 200_000:
            self.clear()
        found = self[word] = word in _OURS or word[1:] in _OURS
        return found


_NAMES_OURS = _NamesOurs()


def _own_words(scene: Scene) -> list[int]:
    """Tokens that name the speaker's own forces or posts."""
    known = scene.memo.get("own-words")
    if known is None:
        known = scene.memo["own-words"] = list(compress(count(), map(_NAMES_OURS.__getitem__, scene.words)))
    return known


def speaks_of_own(scene: Scene, f: Frame, role: str) -> bool:
    """First person: ``أسرنا``, ``استهدفت قواتنا`` (perpetrator), ``هاجموا نقاطنا`` (target)."""
    words = scene.words
    for p in f.parts:
        w = p.main
        if role == "perpetrator" and w.form == "past" and words[w.first].endswith("نا") and len(words[w.first]) > 4:
            return True
        hit = [i for i in _own_words(scene) if p.first <= i < p.last]
        if role == "perpetrator" and any(i - w.last <= 3 and words[i] in _FORCES for i in hit):
            return True
        if role == "target" and any(words[i].lstrip("بلوف") not in _FORCES for i in hit):
            return True
    return False


def tells_of_anothers(scene: Scene, f: Frame, source: ActorMention | None) -> frozenset[int]:
    """``قال الحوثيون إن غارة أمريكية …``: the strike bears another's name; the mentions of who tells it did not make it."""
    if source is None or source.name_en is None or f.event_type in (EventType.ARMED_CLASH, EventType.ARREST):
        return frozenset()
    ln = scene.lines[scene.owner[f.main.first]]
    lost = [t.who for k, t in f.tolls.items() if k in ("killed", "injured") and t.who is not None and t.who.name_en == source.name_en]
    lost += [a for a in ln.actors if f.tolls and a.name_en == source.name_en and scene.words[a.first - 1] == "من"]  # ``ستة من جنوده``
    if any(t.who is not None and _brothers(source, t.who) for k, t in f.tolls.items() if k in ("killed", "injured")):
        return frozenset((source.first, *(a.first for a in ln.actors if a.name_en == source.name_en)))
    if any(a.first > source.first and a.form == "pronoun" for a in lost):  # ``أوضح الجيش أن ستة من جنوده قتلوا``
        return frozenset((source.first, *(a.first for a in ln.actors if a.name_en == source.name_en)))
    admits = (w for w in ln.speech if w.entry == "speech.admit" and abs(source.first - w.last) <= 2)
    if any(not _LOSSES.isdisjoint(scene.words[w.last : w.last + 5]) for w in admits):
        return frozenset(a.first for a in ln.actors if a.name_en == source.name_en)  # ``اعترف الجيش بمقتل ضابط في كمين``
    if source.category in _TELLERS and f.main.entry.endswith(".explode") and not any(w.entry.endswith(".detonate") for w in f.triggers):
        return frozenset(a.first for a in ln.actors if a.name_en == source.name_en)  # ``ذكرت الشرطة أن عبوة انفجرت``
    if f.event_type not in (EventType.AIRSTRIKE, EventType.SHELLING):
        return frozenset()
    means = [
        w
        for w in f.triggers
        if w.form in ("masdar", "phrase") and scene.cls(w) in _MEANS and scene.owner[w.first] == scene.owner[f.main.first]
    ]
    theirs = any(
        w.first <= a.first <= w.last + (2 if w.form == "masdar" else -1)
        and not any(w.last <= x.first < a.first for x in ln.triggers)  # ``نفذنا ضربة قتلت قيادياً في التنظيم``
        and a.name_en not in (None, source.name_en)
        and ARMED.get(a.category) == "armed"
        and scene.proclitic(a) in _OWNS
        and not (w.prefix.endswith("ب") and cannot_act(a))  # ``استهدف بغارة جوية موقعاً للحزب``
        for w in means
        for a in ln.actors
    )
    if not theirs:
        return frozenset()
    return frozenset(a.first for a in ln.actors if a.name_en == source.name_en and a.last <= means[0].first)


def _brothers(a: ActorMention, b: ActorMention) -> bool:
    """Two forces or ministries of one state: ``قالت الشرطة إن جندياً قتل``."""
    if a.name_en == b.name_en or a.category not in STATE or b.category not in STATE or a.actor_id is None or b.actor_id is None:
        return False
    x, y = registry().actor(a.actor_id), registry().actor(b.actor_id)
    return x.country is not None and x.country == y.country


def heals(a: ActorMention) -> bool:
    """A ministry of health, hospitals, rescuers, the United Nations: they count victims and make none."""
    return a.actor_id is not None and (a.actor_id == "un" or registry().actor(a.actor_id).plover == "MED")
