"""The disclosure policy: what may leave the house under a profile, applied to every row before any exporter sees it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from waqai.errors import UsageError
from waqai.model import ActorRef, Claim, PlaceLevel, PlaceRef
from waqai.normalise import fold, tokenize
from waqai.publish.areas import raised
from waqai.publish.data import ExportData, Row, Source, TallyRow, Version
from waqai.publish.labels import table
from waqai.publish.names import find_names, mask_names
from waqai.publish.quotes import Piece, plain
from waqai.resources.load import read_yaml

PROFILES = ("internal", "partner", "public")
_SETTLEMENTS = (PlaceLevel.VILLAGE, PlaceLevel.TOWN, PlaceLevel.CITY)


@dataclass(frozen=True)
class Policy:
    """The rules of one profile. Fields are those of ``policy.yml``."""

    profile: str
    names: str
    decimals: int
    site: str
    settlement: str
    sensitive: str
    drafts: bool
    quotes: str
    propaganda_links: bool
    embargo: tuple[Mapping[str, Any], ...]
    reidentification: bool
    sensitive_kinds: frozenset[str]
    sensitive_places: frozenset[str]
    propaganda: frozenset[str]
    propaganda_hosts: frozenset[str]
    occupations: frozenset[str]
    not_definite: frozenset[str]
    few_victims: int


def load_policy(profile: str | None = None, path: Path | None = None) -> Policy:
    """The rules of ``profile``.

    Args:
        profile: ``internal``, ``partner`` or ``public``; ``None`` takes the file's default.
        path: a policy file that overrides parts of the built-in one.

    Raises:
        UsageError: the file is not a policy, or has no such profile.
    """
    whole: dict[str, Any] = dict(table("policy"))
    if path is not None:
        own = read_yaml(path) if path.is_file() else None
        if not isinstance(own, dict):
            raise UsageError(f"{path}: not a policy file. Write YAML like data/publish/policy.yml: profiles, embargo, …")
        unknown = sorted(set(own) - set(whole))
        if unknown:
            raise UsageError(f"{path}: unknown entries {', '.join(unknown)}. Known are: {', '.join(sorted(whole))}.")
        profiles = {k: {**v, **(own.get("profiles", {}).get(k) or {})} for k, v in whole["profiles"].items()}
        whole = {**whole, **own, "profiles": profiles}
    name = profile or whole["default_profile"]
    if name not in whole["profiles"]:
        raise UsageError(f"no profile is called {name!r}. Choose one of: {', '.join(PROFILES)}.")
    p = whole["profiles"][name]
    return Policy(
        profile=name, names=p["names"], decimals=p["decimals"], site=p["site"], settlement=p["settlement"], sensitive=p["sensitive"],
        drafts=p["drafts"], quotes=p["quotes"], propaganda_links=p["propaganda_links"],
        embargo=tuple(whole["embargo"] or ()) if p["embargo"] else (), reidentification=p["reidentification"],
        sensitive_kinds=frozenset(whole["sensitive_kinds"]), sensitive_places=frozenset(fold(x) for x in whole["sensitive_places"] or ()),
        propaganda=frozenset(fold(x) for x in whole["propaganda"]), propaganda_hosts=frozenset(whole["propaganda_hosts"]),
        occupations=frozenset(fold(x) for x in whole["occupations"]),
        not_definite=frozenset(fold(x) for x in whole["not_definite"]), few_victims=whole["few_victims"],
    )  # fmt: skip


def finest(place: PlaceRef, policy: Policy) -> str | None:
    """The level a place must be raised to under the policy; ``None`` when it may stay."""
    sensitive = place.kind in policy.sensitive_kinds or bool(policy.sensitive_places & {fold(place.name_ar), fold(place.name_en or "")})
    rule = (
        policy.sensitive
        if sensitive
        else policy.site
        if place.level is PlaceLevel.SITE
        else policy.settlement
        if place.level in _SETTLEMENTS
        else "keep"
    )
    return None if rule == "keep" else rule


class Discloser:
    """Applies a policy to rows. One instance counts what it withheld, once per row however often rows are read.

    Args:
        today: the day from which embargoes count; ``None`` takes each incident's own last report, so that nothing embargoed passes.
    """

    def __init__(self, policy: Policy, today: date | None = None, drafts: bool | None = None) -> None:
        self.policy = policy
        self.today = today
        self.drafts = policy.drafts if drafts is None else drafts
        self._texts: dict[str, str] = {}

    # ---- words
    def text(self, text: str | None, hide: Iterable[str] = ()) -> str | None:
        """A text without private names and without the names of places that were made coarser."""
        if not text:
            return text
        for name in hide:
            text = text.replace(name, table("places_hidden")["ar"])
        return mask_names(text)[0] if self.policy.names == "mask" else text

    def quote(self, pieces: tuple[Piece, ...], hide: tuple[str, ...]) -> tuple[Piece, ...]:
        """A quote in the same manner; names are found in the whole sentence, across the marks."""
        if self.policy.names == "mask":
            pieces = _cut_names(pieces)
        if hide:
            sign = table("places_hidden")["ar"]
            pieces = tuple(
                replace(p, text=_hide(p.text, hide, sign) if p.field != "place" else sign) if p.field != "withheld" else p for p in pieces
            )
        if self.policy.quotes == "evidence":
            pieces = tuple(p if p.field else Piece(" … ", "gap") for p in pieces)
        return pieces

    # ---- places
    def place(self, place: PlaceRef | None, to: str | None) -> PlaceRef | None:
        """The place no finer than ``to`` and with no more decimals than the profile allows."""
        if place is None:
            return None
        out = raised(place, to) if to else place
        if out.lat is None or out.lon is None:
            return out
        return replace(out, lat=round(out.lat, self.policy.decimals), lon=round(out.lon, self.policy.decimals))

    def level(self, row: Row) -> str | None:
        """The level this row's place is raised to: by its kind, or because place, day and trade would name a person."""
        place = row.incident.place
        if place is None:
            return None
        levels = [finest(p, self.policy) for p in (place, *(v.claim.place for v in row.versions)) if p is not None]
        if self.policy.reidentification and self._identifies(row):
            levels.append("admin2")
        found = [x for x in levels if x]
        return max(found, key=lambda x: ("admin3", "admin2", "admin1").index(x)) if found else None

    def _identifies(self, row: Row) -> bool:
        i = row.incident
        if (
            i.date_start is None
            or i.date_start != i.date_end
            or i.place is None
            or i.place.level not in (PlaceLevel.SITE, PlaceLevel.VILLAGE)
        ):
            return False
        if i.target is not None and i.target.kind not in ("civilians", "officials", "media", "unknown", None):
            return False
        victims = [x for c in (i.fatalities, i.injuries, i.captured) for x in (c.high or c.best or c.low,) if x]
        if not victims or max(victims) > self.policy.few_victims:
            return False
        return any(self._trade(t.word) for v in row.versions for t in tokenize(plain(v.quote)))

    def _trade(self, word: str) -> bool:
        """Whether a folded word names a trade, with or without article and a joined particle."""
        p = self.policy
        for form in (word, word[1:] if len(word) > 4 and word[0] in "ولب" else word):
            bare = form.removeprefix("ال")
            if form in p.occupations or (bare in p.occupations and bare not in p.not_definite):
                return True
        return False

    # ---- rows
    def embargoed(self, row: Row) -> bool:
        """Whether a rule of the policy keeps the incident back today."""
        if not self.policy.embargo:
            return False
        days = [v.source.day for v in row.versions if v.source.day] + [d for d in (row.incident.date_end,) if d]
        last = max(days, default=None)
        for rule in self.policy.embargo:
            hit = (
                ("event_type" in rule and rule["event_type"] == row.incident.event_type)
                or ("outlet" in rule and any(v.source.outlet == rule["outlet"] for v in row.versions))
                or ("claimant" in rule and any(v.claim.claimant.name_en == rule["claimant"] for v in row.versions))
            )
            if hit and (last is None or self.today is None or (self.today - last).days < rule["days"]):
                return True
        return False

    def row(self, row: Row) -> Row | None:
        """The row as the profile allows it; ``None`` when it may not leave."""
        if row.incident.state == "retracted" or (row.incident.state == "draft" and not self.drafts) or self.embargoed(row):
            return None
        to = self.level(row)
        hide = _place_names(row) if to else ()
        changed: set[str] = set()
        if to and row.incident.place is not None and raised(row.incident.place, to) is not row.incident.place:
            changed.add("place")
        else:
            hide = ()
        versions = tuple(self.version(v, to, hide, changed) for v in row.versions)
        i = row.incident
        incident = replace(
            i, place=self.place(i.place, to), perpetrator=self.actor(i.perpetrator, hide), target=self.actor(i.target, hide),
            disagreement=tuple((k, tuple(self.text(x, hide) or "" for x in v)) for k, v in i.disagreement),
            origins=tuple(replace(o, claimant=self.text(o.claimant) or "") for o in i.origins), links=(),
        )  # fmt: skip
        return Row(incident, versions, tuple(sorted(changed)))

    def version(self, v: Version, to: str | None, hide: tuple[str, ...], changed: set[str]) -> Version:
        """One version in the same manner."""
        source = self.source(v.source, hide)
        if source.url != v.source.url:
            changed.add("link")
        quote = self.quote(v.quote, hide)
        if (quote != v.quote and any(p.field == "withheld" for p in quote)) or source.title != v.source.title:
            changed.add("name")
        return Version(self.claim(v.claim, to, hide), source, quote)

    def claim(self, c: Claim, to: str | None, hide: tuple[str, ...]) -> Claim:
        """The claim: names out of its wordings; spans dropped, because the report they point into stays in the house."""
        who = replace(
            c.claimant,
            name_en=self.text(c.claimant.name_en) or "",
            text=self.text(c.claimant.text, hide),
            chain=tuple(self.text(x) or "" for x in c.claimant.chain),
        )
        return replace(
            c, place=self.place(c.place, to), perpetrator=self.actor(c.perpetrator, hide), target=self.actor(c.target, hide),
            claimant=who, trigger=self.text(c.trigger, hide) or "", evidence=c.evidence if self.policy.names == "keep" else {},
            fatalities=self._count(c.fatalities, hide), injuries=self._count(c.injuries, hide), captured=self._count(c.captured, hide),
            killed_or_injured=self._count(c.killed_or_injured, hide),
        )  # fmt: skip

    def _count(self, c: Any, hide: tuple[str, ...]) -> Any:
        return replace(c, text=self.text(c.text, hide)) if c is not None and c.text else c

    def actor(self, a: ActorRef | None, hide: tuple[str, ...]) -> ActorRef | None:
        """An actor: the canonical name stays, the wording loses private names."""
        if a is None:
            return None
        return replace(
            a, name_en=self.text(a.name_en) or "" if a.id is None else a.name_en,
            name_ar=self.text(a.name_ar, hide) if a.id is None else a.name_ar,
            text=self.text(a.text, hide), object=self.text(a.object, hide),
        )  # fmt: skip

    def source(self, s: Source, hide: tuple[str, ...] = ()) -> Source:
        """A report: headline masked, propaganda cited but not linked."""
        url = s.url
        if url and not self.policy.propaganda_links:
            host = (urlsplit(url).hostname or "").removeprefix("www.")
            if fold(s.outlet or "") in self.policy.propaganda or host in self.policy.propaganda_hosts:
                url = None
        return replace(s, title=self.text(s.title, hide), url=url, outlet=self.text(s.outlet) if s.outlet else None)


def _cut_names(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    whole = plain(pieces)
    names = find_names(whole)
    if not names:
        return pieces
    out: list[Piece] = []
    at = 0
    sign = table("names")["mask"]["ar"]
    for p in pieces:
        start, end = at, at + len(p.text)
        last = start
        for a, b in names:
            if b <= start or a >= end:
                continue
            if max(a, start) > last:
                out.append(Piece(whole[last : max(a, start)], p.field))
            if a >= start:
                out.append(Piece(sign, "withheld"))
            last = min(b, end)
        if last < end:
            out.append(Piece(whole[last:end], p.field))
        at = end
    return tuple(out)


def _place_names(row: Row) -> tuple[str, ...]:
    found = {n for p in (row.incident.place, *(v.claim.place for v in row.versions)) if p is not None for n in (p.text, p.name_ar)}
    return tuple(sorted((n for n in found if len(n) > 1), key=lambda n: (-len(n), n)))


def _hide(text: str, names: tuple[str, ...], sign: str) -> str:
    for n in names:
        text = text.replace(n, sign)
    return text


class _Rows:
    """Rows under the policy, read afresh each time; the first full reading counts what was withheld."""

    def __init__(self, rows: Iterable[Row], by: Discloser, withheld: dict[str, int]) -> None:
        self._rows, self._by, self._withheld, self._counted = rows, by, withheld, False

    def __iter__(self) -> Iterator[Row]:
        count = dict.fromkeys(self._withheld, 0)
        for r in self._rows:
            out = self._by.row(r)
            if out is None:
                count["incident"] += 1
                continue
            for what in out.withheld:
                count[what] += 1
            yield out
        if not self._counted:
            self._withheld.update(count)
            self._counted = True


class _Sources:
    """The reports that may be named: all of them, or only those behind rows that leave."""

    def __init__(self, data: ExportData, rows: Iterable[Row], by: Discloser, every: bool) -> None:
        self._data, self._rows, self._by, self._every = data, rows, by, every

    def __iter__(self) -> Iterator[Source]:
        ids = set() if self._every else {v.source.id for r in self._rows for v in r.versions}
        for s in self._data.reports:
            if self._every or s.id in ids:
                yield self._by.source(s)


def disclose(
    data: ExportData, profile: str | None = None, *, policy: Policy | None = None, today: date | None = None, include_drafts: bool = False
) -> ExportData:
    """The data as a profile lets it out.

    Args:
        data: with no policy applied.
        profile: see ``load_policy``.
        policy: rules already loaded; ``profile`` is then ignored.
        today: the day from which embargoes count; ``None`` holds back all that a rule could hold back.
        include_drafts: let unreleased incidents out too; products then carry a DRAFT mark.

    Returns:
        Data whose incidents are changed as they are read; ``withheld`` counts what was taken out, once they were read.
    """
    rules = policy or load_policy(profile)
    by = Discloser(rules, today, True if include_drafts else None)
    withheld = {"incident": 0, "place": 0, "name": 0, "link": 0}
    rows = _Rows(data.incidents, by, withheld)
    released = rules.drafts or include_drafts
    return replace(
        data,
        incidents=rows,
        tallies=tuple(TallyRow(by.version(t.version, None, (), set()), t.check) for t in data.tallies) if released else (),
        statements=tuple(by.version(v, None, (), set()) for v in data.statements) if released else (),
        reports=_Sources(data, rows, by, released),
        issues=() if rules.profile == "public" else data.issues,
        profile=rules.profile,
        withheld=withheld,
    )
