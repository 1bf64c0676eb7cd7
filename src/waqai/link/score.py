"""Comparing two claims: one outcome per feature, points from the table, guards first.

``compare`` is the only place that decides; the reasons stored with a link are its own outcomes, so they cannot
disagree.
"""

from __future__ import annotations

from waqai.link.keys import Key, Toll
from waqai.link.places import Places
from waqai.link.table import FEATURES, Weights
from waqai.model import Modality
from waqai.model.incidents import LinkReason

MANY = 3
FAR_RATIO = 3
FAR_APART = 5
TEXT_FLOOR = 0.25
LEAST_WORDS = 5
COPIED_WORDS, COPIED_SHARE = 8, 0.8
TEXT_AT = FEATURES.index("text")
_UNSTATED = "unstated"
_KIN = ("same", "family")
_ONE_DAY = ("same_day", "overlap", "inside", "both_undated", "both_timeless")
_TIMELESS = ("timeless", "both_timeless")
_CLASH = ("different", "differ", "far")
Outcomes = tuple[str, ...]


def date_outcome(a: Key, b: Key) -> str:
    """How the days of two claims lie to each other."""
    ga, gb = a.grain, b.grain
    if ga == "none" or gb == "none":
        return "apart"
    if ga == "timeless" or gb == "timeless":
        return "both_timeless" if ga == gb else "timeless"
    if ga == "undated" or gb == "undated":
        if ga == gb:
            return "both_undated" if abs(a.end - b.end) <= 3 else "apart"
        return "undated" if a.start <= b.end and b.start <= a.end else "apart"
    if a.start <= b.end and b.start <= a.end:
        if ga == gb == "day":
            return "same_day"
        return "inside" if ga == "coarse" or gb == "coarse" else "overlap"
    gap = b.start - a.end if b.start > a.end else a.start - b.end
    if gap > 1 or (a.stated and b.stated) or ga == "coarse" or gb == "coarse":
        return "apart"
    return "next_day"


def toll_outcome(a: Toll, b: Toll) -> str:
    """How two counts lie to each other as ranges."""
    if a is None or b is None:
        return _UNSTATED
    (al, ah), (bl, bh) = a, b
    if a == b and ah is not None:
        if al != ah:
            return "compatible"
        return "equal_many" if al >= MANY else "equal" if al else "equal_none"
    if (bh is None or al <= bh) and (ah is None or bl <= ah):
        return "compatible"
    low, high = (ah, bl) if bl > al else (bh, al)
    low = low or 0
    if high - low <= max(1, high // 4):
        return "near"
    return "far" if high > FAR_RATIO * max(1, low) and high - low >= FAR_APART else "differ"


def combined(k: Key) -> Toll:
    """Killed and wounded together: as stated, or the sum of both when both are stated."""
    if k.combined is not None:
        return k.combined
    f, i = k.fatalities, k.injuries
    if f is None or i is None:
        return None
    return f[0] + i[0], None if f[1] is None or i[1] is None else f[1] + i[1]


def _counted(k: Key) -> bool:
    """Whether a claim states any figure."""
    return not (k.fatalities is k.injuries is k.captured is k.combined is None)


def _reposted(a: Key, b: Key, date: str, place: str) -> bool:
    """One wording about one day, and no place told that could differ: a text posted again."""
    if date != "same_day" or place != "unplaced" or not a.words or not b.words:
        return False
    least = min(len(a.words), len(b.words))
    return least >= COPIED_WORDS and len(a.words & b.words) >= COPIED_SHARE * least


class Comparer:
    """Compares keys under one table and remembers what repeats: pairs of actors, types and tolls."""

    def __init__(self, weights: Weights, places: Places) -> None:
        self.w = weights
        self.places = places
        self._actor: dict[tuple[str | None, str | None], str] = {}
        self._toll: dict[tuple[Toll, Toll], str] = {}
        self._points = [weights.points[f] for f in FEATURES]
        self._reason: dict[tuple[int, str], LinkReason] = {}

    def actor(self, a: str | None, b: str | None) -> str:
        """``same``, ``side``, ``unknown``, ``unstated`` or ``different``."""
        out = self._actor.get((a, b))
        if out is None:
            out = self._actor[a, b] = self._actor[b, a] = self._actors(a, b)
        return out

    def _actors(self, a: str | None, b: str | None) -> str:
        if a is None or b is None:
            return _UNSTATED
        w = self.w
        if a == b:
            return "unknown" if a in w.nobody else "same"
        if a in w.nobody or b in w.nobody:
            return "unknown"
        roots = [{x, w.parent.get(x), w.parent.get(w.parent.get(x, ""), x)} - {None} for x in (a, b)]
        if roots[0] & roots[1]:
            return "side"
        sides = w.side.get(a), w.side.get(b)
        return "side" if sides[0] is not None and sides[0] == sides[1] else "different"

    def toll(self, a: Toll, b: Toll) -> str:
        """``toll_outcome``, remembered."""
        if a is None or b is None:
            return _UNSTATED
        out = self._toll.get((a, b))
        if out is None:
            out = self._toll[a, b] = self._toll[b, a] = toll_outcome(a, b)
        return out

    def compare(self, a: Key, b: Key, whole: bool = False) -> tuple[float, Outcomes, float] | None:
        """Points, outcomes in the order of ``FEATURES``, and text value; ``None`` when a guard forbids the pair.

        Args:
            whole: count everything also where date, place and type do not carry a link; such points support one made by others.
        """
        date, place, kind = date_outcome(a, b), self.places.relation(a.place, b.place), "same"
        if date == "apart" or place == "apart":
            return None
        if a.type != b.type:
            kind = self.w.types.get((a.type, b.type), "different")
        mode = "same"
        if a.modality is not b.modality:
            kinds = (a.modality, b.modality)
            if Modality.PLANNED in kinds:
                return None
            if Modality.FOILED in kinds and Modality.DENIED not in kinds:
                mode = "foiled"
        pd, pp, pk, pw, pm, ps, pf, pi, pc, pb, pa, po, px, pmode, prep = self._points
        total = pd[date] + pp[place] + pk[kind]
        if date in _TIMELESS and a.report != b.report and (place != "same" or a.spot is None or kind not in _KIN):
            return None
        if not whole and total < self.w.support and date not in _TIMELESS and not _reposted(a, b, date, place):
            # The three pillars do not carry it, whatever else agrees.
            return -1.0, (date, place, kind, "", "", "", "", "", "", "", "", "", "overlap", mode, "other"), 0.0
        report, excused = "other", False
        if a.report == b.report:
            report = self._one_report(a, b, date, place, kind)
            if report == "apart":
                return None
            total += prep[report]
            # Versions of one thing differ in how many, and of one day in who did it: that is what makes them versions.
            excused = report == "rival"
        who = whom = dead = hurt = held = both = arms = thing = _UNSTATED
        sides, text = "", 0.0
        if a.perpetrator is not None and b.perpetrator is not None:
            who = self.actor(a.perpetrator, b.perpetrator)
        if a.target is not None and b.target is not None:
            whom = self.actor(a.target, b.target)
        if who == "different" and a.type == b.type == "armed_clash":
            crossed = self.actor(a.perpetrator, b.target), self.actor(a.target, b.perpetrator)
            if "same" in crossed and "different" not in crossed:
                sides = "swapped"
                total += ps[sides]
        if a.fatalities is not None and b.fatalities is not None:
            dead = self.toll(a.fatalities, b.fatalities)
        if a.injuries is not None and b.injuries is not None:
            hurt = self.toll(a.injuries, b.injuries)
        if a.captured is not None and b.captured is not None:
            held = self.toll(a.captured, b.captured)
        if a.combined is not None or b.combined is not None:
            said = self.toll(combined(a), combined(b))
            both = said if said == _UNSTATED else "differ" if said in ("differ", "far") else "compatible"
        if a.weapons and b.weapons:
            arms = "same" if a.weapons == b.weapons or set(a.weapons) & set(b.weapons) else "different"
        if excused:
            dead, hurt, held, both, arms = (_UNSTATED if o in _CLASH else o for o in (dead, hurt, held, both, arms))
            if date in _ONE_DAY:
                who, whom = (_UNSTATED if o in _CLASH else o for o in (who, whom))
        total += pw[who] + pm[whom] + pf[dead] + pi[hurt] + pc[held] + pb[both] + pa[arms]
        if a.object and b.object:
            thing = "same" if a.object == b.object else "different"
            total += po[thing]
        if a.words and b.words:
            least = min(len(a.words), len(b.words))
            share = len(a.words & b.words) / least
            if share > TEXT_FLOOR and least >= LEAST_WORDS:
                text = round((share - TEXT_FLOOR) / (1 - TEXT_FLOOR), 3)
                total += px["overlap"] * text
        if mode != "same":
            total += pmode[mode]
        outcomes = (date, place, kind, who, whom, sides, dead, hurt, held, both, arms, thing, "overlap", mode, report)
        return round(total, 6), outcomes, text

    def _one_report(self, a: Key, b: Key, date: str, place: str, kind: str) -> str:
        """What two claims of one report at one place and day are to each other.

        ``rival``: versions of different claimants, or a claim and its denial. ``retold``: the second says the same kind
        of thing and gives no figures of its own. ``apart``: two happenings, as one report tells them separately.
        """
        if place != "same" or date == "apart":
            return "apart"
        if (a.modality is Modality.DENIED) != (b.modality is Modality.DENIED):
            return "rival" if kind in _KIN else "apart"
        if a.claimant != b.claimant and kind in _KIN:
            return "rival"
        told_once = date in _ONE_DAY and kind == "same" and not self.places.wide[a.place] and not (_counted(a) and _counted(b))
        agree = "different" not in (self.actor(a.perpetrator, b.perpetrator), self.actor(a.target, b.target))
        return "retold" if told_once and agree else "apart"

    def reasons(self, outcomes: Outcomes, text: float) -> tuple[LinkReason, ...]:
        """The features that moved the score, in table order, with the outcome as detail."""
        out = []
        for n, o in enumerate(outcomes):
            if n == TEXT_AT:
                if text:
                    out.append(LinkReason("text", text, self._points[n][o], o))
                continue
            if o == _UNSTATED or not o:
                continue
            reason = self._reason.get((n, o))
            if reason is None:
                weight = self._points[n].get(o, 0.0)
                reason = self._reason[n, o] = LinkReason(FEATURES[n], 1.0, weight, o)
            if reason.weight:
                out.append(reason)
        return tuple(out)
