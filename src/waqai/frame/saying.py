"""Who answers for a frame: candidates among the voices of its sentences, ranked like the other arguments."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from waqai.frame.denials import rumours
from waqai.frame.facts import Candidate, Facts, score
from waqai.frame.frames import Frame
from waqai.frame.listening import APART, VoiceLike, VoicesLike, adopted_by, begins, closed_by, outlet_again, rumoured
from waqai.frame.merge import families_meet
from waqai.frame.reach import main_line
from waqai.frame.scene import Scene
from waqai.frame.versions import tolls_differ
from waqai.model import ActorMention
from waqai.resources.weights import weights

OUTLET = "outlet/correspondent"
_COUNT_REACH = 3  # sentences
_CLOSING = 8  # tokens from a closing source to the end of its sentence


@dataclass(frozen=True, slots=True)
class Said:
    """The source of a frame (``None`` = the outlet), the class of its speech word, the rule that chose it, whether it admits."""

    source: ActorMention | None
    cls: str
    rule: str
    admits: bool = False


def said_by_rule(f: Frame, voices: VoicesLike) -> Said:
    """The voice over the naming trigger, then over the toll, then over the other words."""
    if f.denial is not None:
        return Said(f.denier or voices.default or _own_denial(f, voices), "deny", "voice:deny")
    spots = [f.main.first, *([f.voice_at] if f.voice_at is not None else []), *(t.first for t in f.tolls.values())]
    spots += [w.first for w in f.triggers]
    for n, i in enumerate(spots):
        v = voices.at(i)
        if v is not None and v.cls != "deny" and v.source is not None:
            return Said(v.source, v.cls, f"voice:{v.cls}" if n == 0 else f"voice:{v.cls}:other-words")
    if voices.default is not None:
        return Said(voices.default, "announce", "voice:communique")
    return Said(None, "", "voice:outlet")


def _own_denial(f: Frame, voices: VoicesLike) -> ActorMention | None:
    """Somebody unknown who denies behind an accusation stands for the accused."""
    v = voices.at(f.main.first)
    return f.perpetrator if v is not None and v.cls == "accuse" and f.perpetrator is not None and f.perpetrator.name_en else None


@lru_cache(maxsize=1 << 13)
def _speaking(cls: str, where: str, covers: bool, category: str, carried: bool, side: str) -> Facts:
    """Who speaks, with what word, and whether the words cover the event."""
    return Facts(
        f"cls:{cls}|{where}", f"covers:{covers}|{where}", f"cls:{cls}|covers:{covers}", f"cat:{category}", f"carried:{carried}|{where}",
        f"side:{side}|{where}", f"cat:{category}|{where}",
    )  # fmt: skip


@lru_cache(maxsize=1 << 13)
def _standing(where: str, toll: bool, form: str, far: int) -> Facts:
    """How the voice stands to the event."""
    return Facts(f"toll:{toll}|{where}", f"form:{form}|{where}", f"dist:{far}|{where}")


@lru_cache(maxsize=1 << 13)
def _event(where: str, kind: str, shape: str, block: str) -> Facts:
    """What event it is."""
    return Facts(f"{kind}|{where}", f"{shape}|{where}", f"block:{block}")


def _may_claim(f: Frame, v: VoiceLike) -> bool:
    """Who claims an act in another sentence claims this one only when nobody else is said to have done it."""
    p = f.perpetrator
    return p is None or p.name_en is None or v.source is None or p.category == "unknown" or p.name_en == v.source.name_en


def _of_another(scene: Scene, f: Frame, line: int) -> bool:
    """``وتبنى التنظيم تفجير الكرادة``: the sentence names an event told elsewhere, not the one told last."""
    return any(
        x is not f and (len(x.parts) > 1 or _rival(f, x)) and any(p.line == line for p in x.parts) for x in scene.memo.get("frames", ())
    )


def _rival(f: Frame, x: Frame) -> bool:
    """``وتبنى التنظيم العملية وقال إنها قتلت سبعة``: the party that adopts tells a toll of its own, which is another version."""
    return x.perpetrator_rule == "agent:claims" and families_meet(x, f) and tolls_differ(x, f)


def _reaches(scene: Scene, f: Frame, v: VoiceLike, line: int, home: int, own: set[int]) -> bool:
    """Whether a voice can answer for a frame at all.

    In the frame's own sentences a verb of saying answers for nothing told before it. From another paragraph only a monitor, whose report
    goes on, answers for a separate telling: one before it for what has no day of its own, one after it for what its paragraph dates.
    """
    if line in own:
        spots = [f.main.first, *(t.first for t in f.tolls.values()), *(t.first for t in f.triggers)]
        return v.cls in ("accord", "claim-resp") or any(v.first <= i < v.last for i in spots)
    if v.cls == "claim-resp" and (not _may_claim(f, v) or _of_another(scene, f, line)):
        return False
    if scene.lines[line].sentence.paragraph == scene.lines[home].sentence.paragraph:
        return True
    monitor = v.source is not None and v.source.category == "monitor"
    if line < home:
        return monitor and (f.aggregate or not scene.lines[home].times)
    return monitor or not scene.lines[line].times


def _closes_another(scene: Scene, f: Frame, v: VoiceLike, line: int) -> bool:
    """A source at the end of the sentence before answers for what was told there, not for what happened elsewhere."""
    s = scene.lines[line].sentence
    if v.cls != "accord" or v.carried or v.source is None or v.source.category == "monitor" or s.last - v.word.last > _CLOSING:
        return False
    if v.word.first - s.first < _CLOSING or f.aggregate or f.place is None:
        return False
    there = [x for x in scene.memo.get("frames", ()) if x is not f and scene.owner[x.main.first] == line and x.place is not None]
    return bool(there) and not any(x.place is not None and scene.same_place(x.place, f.place) for x in there)


def claimant_candidates(scene: Scene, f: Frame, voices: VoicesLike) -> list[Candidate]:
    """Candidates for the claimant: voices of the frame's lines and their neighbours, the signer of the text, the outlet."""
    ruled = said_by_rule(f, voices)
    kind = str(f.event_type)
    home = main_line(scene, f)
    own = {p.line for p in f.parts} | {home}
    scope = own | {home - 1, home + 1, max(own) + 1}
    alone = outlet_again(scene, home)
    apart = begins(scene, home, APART)
    others = {
        scene.owner[x.main.first]
        for x in scene.memo.get("frames", ())
        if x is not f and x.main is not f.main and x.place is not None and f.place is not None and not scene.same_place(x.place, f.place)
    }
    toll_at = {t.first for t in f.tolls.values()}
    shape = f"parts:{min(len(f.parts), 3)}"
    out: list[Candidate] = []
    for v in voices.items:
        line = scene.owner[v.word.first]
        if v.source is None or line < 0 or line not in scope or not _reaches(scene, f, v, line, home, own):
            continue
        if line not in own and (alone or (apart and line < home)):
            continue  # whoever spoke before does not tell what begins with ``على صعيد آخر``
        if line > max(own) and line in others:
            continue  # whoever tells the next event tells that
        if line == home - 1 and line not in own and _closes_another(scene, f, v, line):
            continue  # ``…، وفق مصدر طبي. وفي تدمر أصيب ثلاثة``
        if f.perpetrator_rule == "agent:share" and f.perpetrator is not None and v.source.name_en == f.perpetrator.name_en:
            continue  # "117 على يد قوات النظام": who did a share of the total does not tell it
        covers = v.first <= f.main.first < v.last
        where = (
            "home" if line == home else "own" if line in own else "prev" if line == home - 1 else "next" if line == home + 1 else "later"
        )
        side = "before" if v.word.first < f.main.first else "after"
        perp = f.perpetrator is not None and v.source.name_en == f.perpetrator.name_en
        target = f.target is not None and v.source.name_en == f.target.name_en
        toll = any(v.first <= i < v.last for i in toll_at)
        far = min(5, abs(v.word.first - f.main.first) // 6)
        shared = (
            _speaking(v.cls, where, covers, v.source.category, v.carried, side),
            _standing(where, toll, v.word.form, far),
            _event(where, kind, shape, scene.lines[line].sentence.block),
        )
        facts = [f"perp:{perp}|{v.cls}", f"target:{target}|{v.cls}"]
        if ruled.source is not None and v.source.first == ruled.source.first:
            facts += ["ruled", f"ruled|{where}", f"ruled|{v.cls}"]
        elif ruled.source is not None and v.source.name_en == ruled.source.name_en:
            facts.append("ruled-name")
        out.append(Candidate(v.source.name_en or OUTLET, v.source, tuple(facts), f"voice:{v.cls}:{where}", shared))
    if f.voice_at is not None and not ("voice:lent" in f.rules and voices.at(f.main.first) is not None):
        pv = voices.at(f.voice_at)
        if pv is not None and pv.source is not None:
            out.append(Candidate(pv.source.name_en or OUTLET, pv.source, ("total", f"total|{pv.cls}"), f"voice:{pv.cls}:of-the-total"))
    if voices.default is not None:
        d = voices.default
        ours = ("ruled",) if ruled.source is not None and ruled.source.first == d.first else ()
        out.append(Candidate(d.name_en or OUTLET, d, ("signed", f"signed|{d.category}", *ours), "voice:announce:communique"))
    n = len({c.key for c in out})
    null = ("outlet", f"outlet|ruled:{ruled.source is None}", f"outlet|{kind}", f"outlet|{shape}", f"outlet|voices:{min(n, 3)}",
            f"outlet|covered:{voices.at(f.main.first) is not None}")  # fmt: skip
    out.append(Candidate(OUTLET, None, null, "voice:outlet"))
    return out


def goes_on_counting(scene: Scene, f: Frame, said: Said, counted: Sequence[tuple[Frame, Said]], voices: VoicesLike) -> Said:
    """A total told without a source behind a total that has one is of the same count, unless somebody speaks in between.

    Args:
        scene: the document.
        f: the frame.
        said: its source by its own words.
        counted: the totals before it, with their sources.
        voices: all voices.
    """
    if not f.aggregate or said.source is not None or not counted or outlet_again(scene, main_line(scene, f)):
        return said
    g, of = counted[-1]
    if of.source is None or g.main.first >= f.main.first or main_line(scene, f) - main_line(scene, g) > _COUNT_REACH:
        return said
    if any(g.main.first < v.word.first <= f.last and v.source is not None and v.source.name_en != of.source.name_en for v in voices.items):
        return said
    return Said(of.source, of.cls, "voice:of-the-count")


def who_says(scene: Scene, f: Frame, voices: VoicesLike) -> Said:
    """The source of a frame: a denier for a denial, else the candidate with the greatest weight."""
    if f.asserted:
        return Said(f.asserter, "say", "voice:asserted")
    table = weights("claimant")
    if f.denial is not None or not table:
        return said_by_rule(f, voices)
    adopted = adopted_by(scene, f, voices)
    if adopted is not None:
        return Said(adopted, "claim-resp", "voice:claim-resp:adopts")
    best, top = None, float("-inf")
    for c in claimant_candidates(scene, f, voices):
        s = score(c, table)
        if s > top + 1e-9:
            best, top = c, s
    assert best is not None
    if best.value is None and (close := closed_by(scene, f, voices)) is not None:
        return Said(close, "accord", "voice:accord:closes")
    if best.value is None and (on := next((v for v in voices.goes_on if v.first <= f.main.first < v.last), None)) is not None:
        return Said(on.source, "continue", "voice:told-on")
    cls = best.rule.split(":")[1] if ":" in best.rule else ""
    source = best.value if isinstance(best.value, ActorMention) else None
    here = voices.at(f.main.first)
    if here is not None and here.cls == "accuse" and source is not None and here.source is not None and here.source.first == source.first:
        cls = "accuse"  # ``قال المحافظ …. واتهم قسد بإحراق منازل``: one speaker, another word
    admits = source is not None and any(
        v.source is not None and v.source.first == source.first and v.word.entry == "speech.admit" for v in voices.items
    )
    if source is not None and source.actor_id == "local-sources" and rumoured(scene, f, source):
        return Said(rumours(scene, source.first), cls, best.rule)
    return Said(source, "" if source is None else cls, best.rule, admits)
