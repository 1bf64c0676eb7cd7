"""Trend statements ("attacks increased in April") against the incident counts of the store.

The period said is compared with the span of the same length before it, counting what the statement is about: its area, its party with all
its parts, its kind of deed. Nothing is tested when the store does not reach back far enough: silence is not peace.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

from waqai.link.places import Places
from waqai.link.score import Comparer
from waqai.link.table import weights
from waqai.link.tally import inside
from waqai.link.trend import TrendTest, compare_periods
from waqai.model import Claim, EventType, StatementKind
from waqai.model.incidents import Incident
from waqai.normalise import fold, readings, tokenize
from waqai.resources.load import DATA, compiled, read_yaml

DEFAULT_DAYS = 30  # a statement without a period is about the month before
# What "attacks" without a party counts: deeds of violence, not arrests, marches or convoys.
VIOLENT = frozenset(
    (
        EventType.ARMED_CLASH, EventType.ATTACK, EventType.ASSASSINATION, EventType.EXECUTION, EventType.IED, EventType.VEHICLE_BOMB,
        EventType.SUICIDE_BOMBING, EventType.SHELLING, EventType.AIRSTRIKE,
    )
)  # fmt: skip
LAG_DAYS = 7  # the first incident on record may come so long after the earlier span begins
_WAYS = {StatementKind.INCREASE: "up", StatementKind.DECREASE: "down"}
_SEEN = {"up": "increase", "down": "decrease"}
Days = tuple[date, date]


def _build() -> dict[str, str]:
    raw = read_yaml(DATA / "link" / "trends.yml")
    return {fold(word): way for way in ("up", "down") for word in raw[way]}


@lru_cache(maxsize=1)
def _words() -> dict[str, str]:
    return compiled("link-trends", _build, [DATA / "link" / "trends.yml"], __file__)


def direction(words: str) -> str | None:
    """``up`` or ``down`` by the first word that says so; ``None`` when none does."""
    known = _words()
    for token in tokenize(words):
        for _, rest in readings(token.word):
            if rest in known:
                return known[rest]
    return None


def period(claim: Claim, published: date | None) -> Days | None:
    """The days a statement speaks of: its own, open ends closed by the publication, else the month before it."""
    a, b = claim.date_start, claim.date_end or published
    if a is not None and b is not None and a <= b:
        return a, b
    return None if b is None else (b - timedelta(DEFAULT_DAYS - 1), b)


@dataclass(frozen=True, slots=True)
class StatementTest:
    """A trend statement and what the counts say.

    Attributes:
        claim: id of the statement.
        said: ``increase`` or ``decrease``.
        before, during: the two spans compared; ``None`` when no period is known.
        test: the counts and the test; ``None`` when nothing could be compared.
        verdict: ``borne out``, ``contradicted``, ``no clear change``, ``too thin`` or ``not tested``.
        why: one sentence.
    """

    claim: str
    said: str
    before: Days | None
    during: Days | None
    test: TrendTest | None
    verdict: str
    why: str


class Counts:
    """Incidents by day, for many statements.

    Args:
        incidents: any order; those without a first day and those denied are not counted.
    """

    def __init__(self, incidents: Iterable[Incident]) -> None:
        rows = sorted(((i.date_start, i.id, i) for i in incidents if i.date_start and i.attribution != "denied"), key=lambda r: r[:2])
        self._days = [r[0] for r in rows]
        self._rows = [r[2] for r in rows]
        self._compare = Comparer(weights(), Places())

    @property
    def since(self) -> date | None:
        """First day with an incident; ``None`` when there is none."""
        return self._days[0] if self._days else None

    def about(self, claim: Claim, days: Days) -> list[Incident]:
        """Incidents of these days that a statement is about."""
        lo, hi = bisect_left(self._days, days[0]), bisect_right(self._days, days[1])
        return [i for i in self._rows[lo:hi] if self._counts(claim, i)]

    def _counts(self, claim: Claim, i: Incident) -> bool:
        if not inside(claim, i):
            return False
        for said, did in ((claim.perpetrator, i.perpetrator), (claim.target, i.target)):
            if said is not None and (did is None or self._compare.actor(said.name_en, did.name_en) not in ("same", "side")):
                return False
        if claim.event_type is EventType.ATTACK:
            return claim.perpetrator is not None or i.event_type in VIOLENT
        pair = (claim.event_type.value, i.event_type.value)
        return claim.event_type is i.event_type or self._compare.w.types.get(pair) == "same"


def check_statement(claim: Claim, published: date | None, counts: Counts) -> StatementTest | None:
    """Test a trend statement against the span of the same length before it.

    Args:
        published: day of the report; ``None`` when not known.

    Returns:
        ``None`` when the claim says no direction.
    """
    way = _WAYS.get(claim.statement) if claim.statement is not None else direction(claim.trigger)
    if way is None:
        return None
    during = period(claim, published)
    if during is None:
        why = "Neither the statement nor the report has a day: no period to count in."
        return StatementTest(claim.id, _SEEN[way], None, None, None, "not tested", why)
    n = (during[1] - during[0]).days + 1
    before = during[0] - timedelta(n), during[0] - timedelta(1)
    blank = StatementTest(claim.id, _SEEN[way], before, during, None, "not tested", "")
    if counts.since is None or counts.since > before[0] + timedelta(LAG_DAYS):
        held = "no incident with a day" if counts.since is None else f"nothing before {counts.since}"
        return replace(blank, why=f"The store holds {held}: the span from {before[0]} to {before[1]} cannot be counted.")
    found = [*counts.about(claim, before), *counts.about(claim, during)]
    test = compare_periods(found, before, during)
    verdict = test.verdict
    if verdict in _SEEN.values():
        verdict = "borne out" if verdict == _SEEN[way] else "contradicted"
    return replace(blank, test=test, verdict=verdict, why=test.why)


def statement_test(claim: Claim, published: date | None, incidents: Sequence[Incident]) -> tuple[str, TrendTest] | None:
    """The direction said (``up``, ``down``) and the test against incidents; ``None`` when nothing can be compared."""
    found = check_statement(claim, published, Counts(incidents))
    if found is None or found.test is None:
        return None
    return ("up" if found.said == "increase" else "down"), found.test
