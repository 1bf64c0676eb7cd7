"""The order of the rooms for one report. This module alone names it; ``link`` and ``store`` work over many reports.

``read → segment → annotate → attribute (voices) → geocode → frame → claims``
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache
from typing import TYPE_CHECKING

from waqai.annotate.actor import annotate_actors
from waqai.annotate.number import annotate_numbers
from waqai.annotate.place import annotate_places
from waqai.annotate.time import annotate_times
from waqai.annotate.words import annotate_words
from waqai.attribute import Voices, find_voices
from waqai.frame import Denial, MergeLog, Story, assemble, drop_sums, rank_story, turn_blame, weed_story, weekly
from waqai.frame.claims import compose
from waqai.frame.statements import with_statements
from waqai.geocode import resolve_places
from waqai.model import ActorMention, CodedReport, Doc, Issue, Report, Text
from waqai.read import find_dateline, make_report, parse_when
from waqai.resources import fingerprint
from waqai.resources.registry import is_outlet, registry
from waqai.segment import segment

RULES = "2026.11.58"  # raised when the code reads a text in another way

if TYPE_CHECKING:
    METHOD: str


def __getattr__(name: str) -> str:
    """``METHOD``: version of the rules and of the words, read when a store asks. A corrected word list codes reports anew."""
    if name == "METHOD":
        return _method()
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


@cache
def _method() -> str:
    return f"{RULES}+{fingerprint('desk', 'publish')}"


@dataclass(frozen=True, slots=True)
class Trace:
    """Everything the pipeline made of one report, for ``explain`` and tests."""

    report: Report
    doc: Doc
    voices: Voices
    story: Story
    coded: CodedReport


def _day(p: datetime | date | None) -> date | None:
    return None if p is None else date(p.year, p.month, p.day)


@cache
def outlet_claimant(outlet: str | None) -> str | None:
    """Canonical name of an outlet that is itself a source of the codebook (``SOHR``); ``None`` for ordinary outlets."""
    if not outlet:
        return None
    names = {part.strip(" )").lower() for part in outlet.replace("(", "|").split("|")}
    for actor_id, own_names in _monitors():
        if not own_names.isdisjoint(names):
            return registry().in_role(actor_id, "claimant").name_en
    return None


@cache
def _monitors() -> list[tuple[str, frozenset[str]]]:
    """The monitors of the registry with their English and Arabic names in lower case."""
    found = [(i, a) for i, a in registry().actors.items() if a.category == "monitor" and a.name_en is not None and not is_outlet(i)]
    return [(i, frozenset(((a.name_en or "").lower(), (a.name_ar or "").lower()))) for i, a in found]


class Coder:
    """Codes reports. Holds no state between reports: the same report gives the same claims.

    Args:
        ranked: let the ranking tables choose arguments; ``False`` leaves the choice of the rules (for tuning).
        weeded: drop frames that the table ``event`` does not take for events; ``False`` keeps them (for tuning).
    """

    def __init__(self, *, ranked: bool = True, weeded: bool = True) -> None:
        self.ranked = ranked
        self.weeded = weeded

    def code(self, report: Report) -> CodedReport:
        """Claims and issues of one report."""
        return self.trace(report).coded

    def dated(self, report: Report) -> Report:
        """The report with the publication date of its dateline when it has none, as the read room dates it."""
        if report.published is not None:
            return report
        found = find_dateline(report.text)
        if found.when is None:
            return report
        return replace(report, published=found.when, published_basis="dateline")

    def annotate(self, text: Text) -> tuple[Doc, tuple[Issue, ...]]:
        """All mention layers of a segmented report, places resolved."""
        day = _day(text.report.published)
        places = resolve_places(text, annotate_places(text), day, text.report.outlet)
        actors = annotate_actors(text, day, places)
        times, issues = annotate_times(text, day, actors=actors)
        doc = Doc(
            text=text,
            numbers=annotate_numbers(text),
            times=times,
            places=places,
            actors=actors,
            words=annotate_words(text),
        )
        return doc, issues

    def trace(self, report: Report, log: MergeLog | None = None) -> Trace:
        """As ``code``, with every intermediate result; ``log`` receives the pairs of frames compared."""
        report = self.dated(report)
        text = segment(report)
        doc, issues = self.annotate(text)
        voices = find_voices(doc)

        @cache
        def speaker_of(i: int) -> ActorMention | None:
            v = voices.at(i)
            return v.source if v is not None and v.source is not None else voices.default

        denials = [Denial(v.word, v.source, *span) for v, span in voices.denied()]
        story = assemble(doc, speaker_of, denials, log)
        if self.ranked:
            rank_story(story, speaker_of)
            drop_sums(story)  # the ranked sides may show what a lead adds up
        weekly(story, _day(report.published))
        if self.weeded:
            weed_story(story, speaker_of)
        turn_blame(story, speaker_of)
        outlet = outlet_claimant(report.outlet)
        if outlet is not None and all(a.name_en != outlet for a in doc.actors):
            outlet = None  # a monitor's own post that never names it is the outlet's word
        claims = with_statements(story, report, voices, outlet, compose(story, report, voices, outlet))
        coded = CodedReport(report, claims, (*report.issues, *text.issues, *issues))
        return Trace(report, doc, voices, story, coded)


def code_text(
    text: str,
    *,
    published: date | datetime | str | None = None,
    outlet: str | None = None,
    title: str | None = None,
    url: str | None = None,
    id: str | None = None,
) -> CodedReport:
    """Code one text.

    Args:
        text: the report as obtained; spans in the result are code points of it.
        published: publication day or time (ISO 8601 when a string); ``None`` looks for a dateline in the text.
        outlet: publisher.
        title: headline when it is not part of ``text``.
        url: where it was obtained.
        id: identity of the report; ``None`` takes the first 16 hex digits of its SHA-256.

    Returns:
        The report with its claims and issues.

    Raises:
        ValueError: ``published`` is no ISO date.
    """
    when = parse_when(published) if published is not None else None
    if published is not None and when is None:
        raise ValueError(f"published {published!r} is not a date. Write it as 2024-05-31 or 2024-05-31T15:00:00+03:00")
    report = make_report(text, meta={"id": id, "title": title, "url": url}, published=when, outlet=outlet, refuse=False)
    return Coder().code(report)
