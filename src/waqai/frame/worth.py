"""Is a frame an event of its own? A second look at merged frames: facts for and against, weighed by a table.

Definite nouns without news, habits, background clauses and places without an event are what a reader skips; a frame with a date, a
toll and a place is what a reader codes. The tables ``event`` and ``event-short`` of ``data/models/arguments.tsv`` hold the weights.
"""

from __future__ import annotations

from collections.abc import Sequence

from waqai.frame.adopt import owns_up
from waqai.frame.apart import struck_back
from waqai.frame.background import in_background
from waqai.frame.bygone import bygone
from waqai.frame.control import years_ago
from waqai.frame.domain import figurative, hard, harmless, in_general, of_a_feast, other_field, undated_talk
from waqai.frame.frames import Frame
from waqai.frame.generic import generic
from waqai.frame.lead_event import told_by_the_lead
from waqai.frame.merge import has_article
from waqai.frame.milestones import of_a_year
from waqai.frame.mishap import mishap
from waqai.frame.one_by_one import RULE
from waqai.frame.reach import main_line
from waqai.frame.scene import Scene
from waqai.model import ActorMention, EventType, Modality, WordMention
from waqai.resources.weights import total, weights
from waqai.resources.wordsets import wordset

# What crowds and armies do without killing: a verb with its own place and day tells one.
_WITHOUT_TOLL = frozenset((EventType.PROTEST, EventType.SEIZURE_OF_TERRITORY, EventType.STRATEGIC_DEVELOPMENT, EventType.LOOTING))
_SIDES = frozenset(("armed_group", "state_force", "militia", "international", "unknown"))
_OWN_PLACE = ("place:own", "place:list", "place:item", "place:share", "place:of-the", "place:pronoun", "place:driven")
_STRIKES = frozenset(("target", "shell", "air", "attack", "storm", "arrest", "raid", "incursion"))
_VERB = frozenset(("past", "present", "passive"))
_OWN_DEED = ("agent:light-verb", "agent:by-phrase", "agent:verb-subject", "perpetrator:own")


def document_facts(scene: Scene, frames: list[Frame]) -> tuple[str, ...]:
    """What the whole report looks like: how many frames have tolls, places and dates, how much of it is other matter."""
    n = len(frames)
    tolls = sum(1 for f in frames if any(t.count.best is not None for t in f.tolls.values()))
    placed = sum(1 for f in frames if f.place_rule == "place:own-clause")
    hist = sum([len(ln.of("hist")) for ln in scene.lines])
    armed = {a.name_en for a in scene.doc.actors if a.category in ("armed_group", "state_force", "militia", "international") and a.name_en}
    size = sum(ln.sentence.last - ln.sentence.first for ln in scene.lines)
    return (
        f"doc-frames:{min(n, 6)}", f"doc-tolls:{min(tolls, 3)}", f"doc-hist:{min(hist, 4)}", f"doc-armed:{min(len(armed), 4)}",
        f"doc-lines:{_size(scene)}", f"doc-density:{min(10, round(100 * n / max(60, size)))}", f"doc-placed:{min(placed, 3)}",
    )  # fmt: skip


def _size(scene: Scene) -> str:
    """How long the report is: one sentence, a few, or more."""
    n = len(scene.lines)
    return "1" if n == 1 else "2" if n <= 3 else "5" if n <= 6 else "more"


def facts(scene: Scene, f: Frame, n: int, frames: list[Frame], source: ActorMention | None) -> tuple[str, ...]:
    """What speaks for and against frame number ``n`` being an event."""
    main = f.main
    cls = scene.cls(main)
    spoken = "past" if _was_done(scene, main) else main.form
    form = "v" if spoken in _VERB else "n"
    i = main.first
    words = scene.words
    prev = words[i - 1] if i > 0 and scene.owner[i - 1] == scene.owner[i] else "^"
    prep = prev if prev in _PREVIOUS else ""
    exact = [r for r, t in f.tolls.items() if t.count.best is not None and t.count.best > 0]
    vague = [r for r, t in f.tolls.items() if t.count.best is None]
    at = scene.place(f.place).ref if f.place is not None else None
    level = str(at.level) if at is not None else "none"
    own_place = f.place_rule.startswith(("place:own", "place:list", "place:item", "place:share"))
    when = "own" if f.time is not None and any(p.first <= f.time.first < p.last for p in f.parts) else "far" if f.time is not None else "no"
    home = main_line(scene, f)
    line_frames = sum([home in [p.line for p in x.parts] for x in frames])
    main_ln = scene.lines[home]
    cues = {scene.cls(c) for c in main_ln.cues if 0 <= i - c.last <= 7 or 0 <= c.first - main.last <= 3}
    all_cues = main_ln.cues_of.keys()
    quoted = any(q.first <= i < q.last for q in scene.doc.text.quotes)
    out = [
        "bias", f"type:{f.event_type}", f"cls:{cls}.{form}", f"entry:{main.entry}", f"form:{spoken}",
        f"def:{main.prefix.endswith('ال')}.{form}",
        f"plural:{main.text.endswith(('ات', 'ين'))}.{form}", f"merged:{min(len(f.parts), 4)}", f"lvl:{level}", f"own-place:{own_place}",
        f"place-rule:{f.place_rule}", f"time:{when}", f"toll-exact:{min(len(exact), 2)}", f"toll-vague:{min(len(vague), 2)}",
        f"agent:{f.perpetrator.category if f.perpetrator else 'none'}", f"target:{f.target.category if f.target else 'none'}",
        f"nth:{min(n, 6)}", f"line:{min(home, 8)}", f"block:{main_ln.sentence.block}", f"prev:{prep}.{form}",
        f"line-frames:{min(line_frames, 4)}", f"tally:{f.aggregate}", f"quoted:{quoted}", f"weapon:{f.weapon_value is not None}",
        f"source:{source.category if source else 'outlet'}", f"noharm:{f.no_harm}", f"denied:{f.denial is not None}",
        f"info:{(own_place) + (when == 'own') + bool(exact) + (f.perpetrator is not None) + (f.target is not None)}",
        f"info-def:{(own_place) + (when == 'own') + bool(exact)}.{main.prefix.endswith('ال')}.{form}", f"present:{main.form == 'present'}",
        f"type-info:{f.event_type}.{(own_place) + (when == 'own') + bool(exact)}", f"solo:{len(frames) == 1}",
        f"para:{main_ln.sentence.paragraph >= 5}", f"cls-merged:{cls}.{len(f.parts) > 1}",
    ]  # fmt: skip
    size = _size(scene)
    told = own_place + (when == "own") + bool(exact) + (f.perpetrator is not None)
    out += [
        f"size:{size}|info:{told}",
        f"size:{size}|def:{main.prefix.endswith('ال')}.{form}",
        f"size:{size}|place:{own_place}",
        f"size:{size}|{form}",
    ]
    out += [f"cue:{c}" for c in sorted(cues)]
    out += [f"line-cue:{c}" for c in sorted(all_cues & {"habit", "hypo", "plan", "hist"})]
    if n:
        before = frames[n - 1]
        same_line = any(p.line == home for p in before.parts)
        out += [
            f"after:{before.event_type}.{f.event_type}",
            f"same-line-as-before:{same_line}",
            f"same-type-as-before:{before.event_type == f.event_type}",
        ]
        if f.place is not None and before.place is not None:
            out.append(f"place-as-before:{scene.same_place(f.place, before.place)}.{same_line}")
    return tuple(out)


_PREVIOUS = wordset("before-event") | {"^"}


def _was_done(scene: Scene, w: WordMention) -> bool:
    """``جرى تبادل الأسرى``, ``تم توقيف شاب``: the noun behind a word that says it came about tells as a verb does."""
    return w.form == "masdar" and scene.words[w.first - 1] in wordset("was-done")


def table_name(scene: Scene) -> str:
    """Short posts and long reports are weighed by tables of their own: a lone sentence is seldom background."""
    return "event-short" if _size(scene) in ("1", "2") else "event"


def weed(scene: Scene, frames: list[Frame], sources: list[ActorMention | None]) -> list[Frame]:
    """Frames worth a claim; the others get the reason ``not-an-event`` and their score."""
    table = weights(table_name(scene))
    if not table or not frames:
        return frames
    doc = document_facts(scene, frames)
    field = other_field(scene)
    for n, (f, source) in enumerate(zip(frames, sources)):
        s = total(table, (*facts(scene, f, n, frames, source), *doc))
        f.score = round(1 / (1 + 2.718281828459045 ** -max(-30.0, min(30.0, s))), 3)
        low = s < table.get("threshold", 0.0) and RULE not in f.rules
        if (
            low
            and not _plain(scene, f, len(frames))
            and not _answer(scene, f, frames[:n])
            and not _nearly(scene, f)
            and not owns_up(scene, f)
            and not told_by_the_lead(scene, f, frames)
        ):
            f.drop = "not-an-event"
        elif field is not None and not hard(f, field):
            f.drop = f"other-{field}"
        elif bygone(scene, f, frames) or (len(f.parts) < 2 and of_a_year(f)):
            f.drop = "bygone"
        elif years_ago(f):
            f.drop = "years-ago"  # ``سيطرت الحركة على المدينة عام 2012``
        elif mishap(scene, f):
            f.drop = "mishap"
        elif figurative(scene, f):
            f.drop = "figurative"
        elif in_general(scene, f) or generic(scene, f):
            f.drop = "in-general"
        elif undated_talk(scene, f):
            f.drop = "undated-talk"
        elif in_background(scene, f, frames):
            f.drop = "in-background"
        elif harmless(scene, f) or of_a_feast(scene, f):
            f.drop = "harmless"
        elif _nowhere(scene, f):
            f.drop = "nowhere"
    kept = [(f, source) for f, source in zip(frames, sources) if not f.drop]
    for f, source in zip(frames, sources):
        if f.drop and any(_rival(scene, f, source, g, other) for g, other in kept):
            f.drop = ""
    return [f for f in frames if not f.drop]


def _nowhere(scene: Scene, f: Frame) -> bool:
    """``قصف الأسواق أمور تجعل العمل مستحيلاً``, ``بعد أن بترت قذيفة ساقها``: no day, place or armed side of its own (codebook 2.6)."""
    if f.aggregate or f.denial is not None or f.place_rule.startswith(_OWN_PLACE):
        return False
    if not _after_that(scene, f):
        counted = any(t.count.best and (t.count.high or t.count.low != 2) for t in f.tolls.values())
        if counted or f.main.form not in ("masdar", "phrase"):
            return False
    if f.time is not None and any(p.first <= f.time.first < p.last for p in f.parts):
        return False
    if any(t.count.text in wordset("escaped") for t in f.tolls.values()):
        return False  # "نجا محافظ عدن من محاولة اغتيال بعبوة ناسفة"
    return not any(a is not None and a.category in _SIDES for a in (f.perpetrator, f.target))


def _after_that(scene: Scene, f: Frame) -> bool:
    i, words = f.main.first, scene.words
    return words[i - 1] == "بعدما" or (i > 1 and words[i - 1] == "ان" and words[i - 2] == "بعد")


def _rival(scene: Scene, f: Frame, source: ActorMention | None, g: Frame, other: ActorMention | None) -> bool:
    """Another party's toll of an event that is told: a version of its own (codebook 2.2), however little else it says."""
    if source is None or (other is not None and other.name_en == source.name_en) or f.denial is not None:
        return False
    if f.family() != g.family() or f.aggregate or g.aggregate:
        return False
    if f.place is not None and g.place is not None and not scene.same_place(f.place, g.place):
        return False
    pairs = [(f.tolls[r].count.best, g.tolls[r].count.best) for r in ("killed", "injured") if r in f.tolls and r in g.tolls]
    return any(a and b and a != b for a, b in pairs)


def _answer(scene: Scene, f: Frame, before: Sequence[Frame]) -> bool:
    """``هاجم التنظيم نقطة للجيش. وردّاً على ذلك نفذ الجيش ضربات على مواقعه``: what those who were hit did then, told in a verb."""
    if not before or f.main.form not in (*_VERB, "phrase", "masdar") or f.aggregate or main_line(scene, f) - max(before[-1].lines) > 1:
        return False
    acted = f.main.form in _VERB or f.perpetrator_rule.startswith(_OWN_DEED)
    return acted and struck_back(before[-1], f)


def _reached(scene: Scene, f: Frame) -> bool:
    """``ويتوصل الطرفان إلى هدنة``: a truce after the fight that was told."""
    near = scene.words[max(f.first, f.main.first - 12) : f.main.last + 4]
    if wordset("truce-reached").isdisjoint([w.lstrip("وف") for w in near]):
        return False
    return any(scene.cls(w) == "clash" for ln in scene.lines[: f.line + 1] for w in ln.triggers)


def _nearly(scene: Scene, f: Frame) -> bool:
    """A deed a verb tells of somebody armed, or the headline of a round-up, that the table all but takes for an event.

    ``وألقت الشرطة القبض على اثنين``, ``● دخول رتل للتحالف من معبر الوليد``; not ``حين خرجت الاحتجاجات`` or ``الذي اقتاد نساءهم``.
    """
    if f.score < _ALMOST or f.denial is not None or f.aggregate:
        return False
    ln = scene.lines[main_line(scene, f)]
    i, first = f.main.first, ln.sentence.first
    if any(c.first < i for cls in ("habit", "hypo", "hist", "plan") for c in ln.of(cls)):
        return False
    if scene.bullet(scene.owner[i]) and f.place is not None and f.place_rule.startswith(_OWN_PLACE):
        return i - first <= _HEAD
    verb = f.main if f.main.form == "past" else next((w for w in f.triggers if w.form == "past" and scene.cls(w) == "repel"), None)
    if verb is None or f.perpetrator is None or f.perpetrator.category not in _DOERS or f.event_type is EventType.STRATEGIC_DEVELOPMENT:
        return False
    if any(0 <= verb.first - c.last <= 2 for c in ln.of("among")):
        return False  # ``خمسة منهم أُعدموا``: a part of those told of
    counted = any(t.count.best for t in f.tolls.values())
    day = f.time is not None and any(p.first <= f.time.first < p.last for p in f.parts)
    if not counted and (f.event_type is EventType.ARREST or not (day or f.place_rule.startswith(_OWN_PLACE))):
        return False
    return wordset("tells-of").isdisjoint(scene.words[max(first, verb.first - 2) : verb.first])


_ALMOST = 0.4
_HEAD = 5  # tokens of a line of a round-up before what it tells
_DOERS = frozenset(("armed_group", "state_force", "militia", "international", "unknown", "crime", "police", "ministry"))


def _went_out(scene: Scene, f: Frame) -> bool:
    """``وخرجت مظاهرة وسط المدينة طالبت بالإفراج عنهم``, not ``حين خرجت الاحتجاجات``: a new one, told with a verb."""
    if f.aggregate or any(c.first < f.main.first for cls in ("habit", "hypo", "hist") for c in scene.lines[f.line].of(cls)):
        return False
    return any(scene.entry(w).id == "protest" and not has_article(w) for w in f.triggers)


def _news(scene: Scene, f: Frame) -> bool:
    """It opens the report: its first telling stands in the first line of the body."""
    body = next((k for k, ln in enumerate(scene.lines) if ln.sentence.block not in ("title", "heading")), -1)
    return min(f.lines) <= body and f.main.form in (*_VERB, "masdar") and not has_article(f.main)


def _plain(scene: Scene, f: Frame, n: int) -> bool:
    """A frame that says where, when, with what toll and by whom is an event whatever else speaks against it."""
    if f.perpetrator_rule == "agent:accused" and (f.target is not None or f.place is not None):
        return True  # somebody is blamed for it by name
    own_place = f.place_rule.startswith(("place:own", "place:list", "place:share")) and f.place is not None
    own_time = f.time is not None and any(p.first <= f.time.first < p.last for p in f.parts)
    toll = any(t.count.best is not None for t in f.tolls.values())
    agent = f.perpetrator is not None
    told = own_place + own_time + toll + agent
    k = main_line(scene, f)
    if "defuse" in f.classes and own_place and f.modality is Modality.FOILED and not toll:
        return True
    if f.event_type is EventType.PROTEST and f.main.form == "past" and _went_out(scene, f):
        return True
    if f.aggregate and f.events is not None and k >= 0 and scene.bullet(k) and ":" in scene.words[f.main.last : f.main.last + 3]:
        return True  # ``- الاغتيالات: 19 عملية``
    if k >= 0 and (
        scene.lines[k].of("habit") or any(c.first < f.main.last or not c.text.startswith("ل") for c in scene.lines[k].of("hypo"))
    ):
        return False  # but "شرعت بعملية أمنية لملاحقة فلول التنظيم"
    dead = f.tolls.get("killed")
    tried = "محاول" in f.main.text or scene.before(f.main.first).startswith("محاول")
    if own_place and tried and f.target is not None and dead is not None and dead.rule == "toll:attempt":
        return True  # "نجا المحافظ من محاولة لاغتياله شرق المدينة"
    if own_place and len(f.parts) > 1 and f.target is not None and f.target.category in _SIDES and _news(scene, f):
        return True  # "استهدف انفجار رتلاً للتحالف … وقال المصدر إن العبوة استهدفت الرتل على الطريق السريع"
    if any(scene.entry(c).id == "hist" for ln in scene.lines for c in ln.of("hist")):
        return bool(own_place and own_time and toll and agent)
    if own_place and own_time and f.event_type in _WITHOUT_TOLL and (f.main.form in _VERB or _was_done(scene, f.main)):
        return True
    if f.time_rule == "time:milestone" and agent:
        return True
    if own_time and toll and f.time is not None and f.time.start is not None:
        return True  # ``وكان قتال مماثل قد أودى في كانون الأول بحياة مدير مدرسة``
    if scene.entry(f.main).id in ("truce", "strike-truce", "cessation") and _reached(scene, f):
        return True
    if k >= 0 and f.main.form == "present" and scene.bullet(k) and scene.cls(f.main) in _STRIKES and not f.aggregate:
        return True  # ``● 11:15 المقاومة تستهدف موقع بركة ريشا``
    if f.event_type is EventType.SHELLING and scene.entry(f.main).id == "answer-fire":
        return True  # guns that answer
    if own_place and agent and "loot" in f.classes and f.main.form == "past":
        return True
    if own_place and f.event_type is EventType.PROTEST and not f.aggregate and (own_time or f.main.form in ("past", "passive", "phrase")):
        return True
    return told >= 3 or (n <= 2 and told >= 2 and toll)
