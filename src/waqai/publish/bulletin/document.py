"""A bulletin as blocks: which part says what, in which order, in one language or both."""

from __future__ import annotations

from collections import Counter
from typing import Any

from waqai.publish.bulletin.atlas import district_map
from waqai.publish.bulletin.blocks import Block, Card, Cards, Cell, Document, Heading, Items, Para, Part, Picture, Quote, Table
from waqai.publish.bulletin.charts import daily
from waqai.publish.bulletin.facts import Change, Facts, Figure, best_of, high_of, low_of
from waqai.publish.bulletin.phrases import change_note, coverage, day, lead, period, place, say, teller, title, toll
from waqai.publish.bulletin.register import REGISTERED, SMALL, registered
from waqai.publish.data import ExportData, Row
from waqai.publish.exporters.words import outlets
from waqai.publish.labels import label, table

_FEW = 6
#: Widths of the register's columns, per cent: id, what, killed, injured, state, sources.
_REGISTER = {"ar": (12, 38, 7, 8, 15, 20), "en": (12, 34, 7, 9, 22, 16)}


def compose(f: Facts, data: ExportData, lang: str, previous: dict[str, dict[str, int]] | None, area: str | None = None) -> Document:
    """The document.

    Args:
        lang: ``ar``, ``en`` or ``both`` (Arabic first).
        previous: figures of the last issue by incident id, as ``figures`` of its document; ``None`` when not given.
        area: what the data was cut to, as the user named it; ``None`` for everything.
    """
    parts = tuple(_part(f, data, one, previous, area) for one in (("ar", "en") if lang == "both" else (lang,)))
    draft = any(r.incident.state == "draft" for r in f.rows)
    return Document(parts, data.profile, data.method_version, draft, figures(f))


def figures(f: Facts) -> dict[str, dict[str, int]]:
    """What this issue says of each incident, for the corrections of the next."""
    return {
        r.incident.id: {
            "killed_low": low_of(r.incident.fatalities),
            "killed_high": high_of(r.incident.fatalities),
            "injured_high": high_of(r.incident.injuries),
            "held_high": high_of(r.incident.captured),
        }
        for r in f.rows
    }


def _range(low: int, high: int) -> str:
    return str(low) if low == high else f"{low}–{high}"


def _part(f: Facts, data: ExportData, lang: str, previous: dict[str, dict[str, int]] | None, area: str | None) -> Part:
    out: list[Block] = []

    def section(key: str, *blocks: Block | None) -> None:
        found = [b for b in blocks if b is not None]
        if found:
            out.append(Heading(say(key, lang), 2, f"{lang}-{key}"))
            out.extend(found)

    if any(r.incident.state == "draft" for r in f.rows):
        out.append(Para(say("draft", lang), "draft"))
    for notice in (data.notice or ())[1 if lang == "ar" else 0 :][:1]:
        out.append(Para(notice, "draft"))
    section("summary", Para(" ".join(lead(f, lang)), "lead"))
    out.append(_cards(f, lang))
    if f.rows:
        section("map", district_map(f, lang), *(_unplaced(f.unplaced, lang) if f.unplaced else ()))
        section("days", daily(f, lang))
        section("area_table", _areas(f, lang))
        section("actor_table", _actors(f, lang))
        section("attribution", _attribution(f, lang))
        section("security", _security(f, lang))
    if f.tallies:
        section("tallies", _tallies(f, lang), Para(say("tally_note", lang), "note"))
    if f.noteworthy:
        section("noteworthy", *(b for r in f.noteworthy for b in _incident(r, lang)))
    section("corrections", *_corrections(f, lang, previous))
    section("unknown", Items(tuple(say(f"u_{k}", lang, n=n) for k, n in f.unknown.items() if n)) if any(f.unknown.values()) else None)
    rules = sorted({f"{r.incident.rule} {r.incident.rule_version}" for r in f.rows})
    about = say("method", lang, rule=", ".join(rules) or "-", version=data.method_version, profile=data.profile)
    section(
        "coverage", Para(coverage(f, lang)), Para(about, "note"), Para(say("compare", lang, days=f.days, outlets=len(f.common)), "note")
    )
    if f.rows:
        left = len(f.rows) > REGISTERED
        note = [Para(say("register_part", lang, n=REGISTERED, all=len(f.rows)), "note")] if left else []
        section("register", *note, _register(f, lang))
    subtitle = period(f.start, f.end, lang) + (f" · {_area_name(f, area, lang)}" if area else "")
    return Part(lang, say("title", lang), subtitle, tuple(out))


def _area_name(f: Facts, area: str, lang: str) -> str:
    """The area in the language of the part when it is a governorate of the rows or a country; else as it was given."""
    for en, ar in f.by_area:
        if area.casefold() in (en.casefold(), ar.casefold()):
            return ar if lang == "ar" else en
    return label("country", area.upper(), lang) if len(area) == 2 else area


def _cards(f: Facts, lang: str) -> Cards:
    def one(name: str, value: Figure) -> Card:
        lines = [] if value.low == value.high else [f"{say('best', lang)} {value.best}"]
        return Card(_range(value.low, value.high), say(name, lang), (*lines, change_note(value.change, lang)))

    def plain(name: str, shown: int, c: Change) -> Card:
        return Card(str(shown), say(name, lang), (change_note(c, lang),))

    return Cards((
        plain("f_incidents", len(f.rows), f.incidents), one("f_killed", f.killed), one("f_injured", f.injured),
        one("f_held", f.held), plain("f_civilians", f.civilians.now, f.civilians),
    ))  # fmt: skip


def _cross(
    caption: str, corner: str, rows: dict[Any, Counter[str]], columns: list[tuple[str, str]], names: dict[Any, str], total: str,
    beside: tuple[str, dict[Any, str], str] | None = None,
) -> Table:  # fmt: skip
    """Counts by row and column with sums, most first and the unnamed last.

    ``beside`` is one more column, already written: head, cells, sum.
    """
    used = [(k, n) for k, n in columns if any(c[k] for c in rows.values())]
    order = sorted(rows, key=lambda k: (not any(k), -sum(rows[k].values()), names[k]))
    sums = {c: sum(r[c] for r in rows.values()) for c, _ in used}

    def line(name: Cell, counts: Counter[str] | dict[str, int], strong: bool, more: str | None) -> tuple[Cell, ...]:
        cells = [Cell(str(counts[c]) if counts[c] else "·", True, strong=strong) for c, _ in used]
        return (
            name,
            *cells,
            Cell(str(sum(counts[c] for c, _ in used)), True, strong=True),
            *([Cell(more, True, strong=strong)] if more is not None else []),
        )

    body = [line(Cell(_upper(names[k])), rows[k], False, beside[1][k] if beside else None) for k in order]
    body.append(line(Cell(total, strong=True), sums, True, beside[2] if beside else None))
    return Table(caption, (corner, *(n for _, n in used), total, *([beside[0]] if beside else [])), tuple(body))


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]


def _areas(f: Facts, lang: str) -> Table:
    names = {k: (k[1] if lang == "ar" else k[0]) or say("no_area", lang) for k in f.by_area}
    columns = [(k, label("family", k, lang)) for k in table("labels")["family"]]
    dead = {k: _range(*f.killed_by_area[k]) if f.killed_by_area[k][1] else "·" for k in f.by_area}
    beside = (say("killed", lang), dead, _range(f.killed.low, f.killed.high))
    return _cross(say("area_table", lang), say("area", lang), f.by_area, columns, names, say("total", lang), beside)


def _actors(f: Facts, lang: str) -> Table:
    names = {k: (k[1] if lang == "ar" else k[0]) or say("not_stated", lang) for k in f.by_actor}
    roles = table("bulletin")["roles"]
    found = {role for c in f.by_actor.values() for role in c}
    columns = [(k, roles[k][1 if lang == "ar" else 0]) for k in roles] + [(k, k) for k in sorted(found - set(roles))]
    return _cross(say("actor_table", lang), say("actor", lang), f.by_actor, columns, names, say("total", lang))


def _attribution(f: Facts, lang: str) -> Table:
    rows = tuple(
        (Cell(label("attribution", k, lang)), Cell(str(f.attribution[k]), True)) for k in table("labels")["attribution"] if f.attribution[k]
    )
    return Table(say("attribution", lang), (say("state", lang), say("number", lang)), rows)


def _link(r: Row, lang: str) -> str:
    return f"{lang}-i-{r.incident.id}"


def _when(r: Row, lang: str) -> str:
    return period(r.incident.date_start, r.incident.date_end, lang)


def _date(r: Row, lang: str) -> str:
    """The date of a row that stays on one line of its cell."""
    text = _when(r, lang)
    return text.replace(" ", "\u00a0") if len(text) < 20 else text


def _security(f: Facts, lang: str) -> Table | None:
    if not f.security:
        return None
    rows = []
    for r in f.security[:SMALL]:
        i = r.incident
        who = (i.perpetrator.name_ar if lang == "ar" else None) or i.perpetrator.name_en if i.perpetrator else say("not_stated", lang)
        held, killed = i.captured, i.fatalities
        rows.append((
            Cell(_date(r, lang), link=_link(r, lang)), Cell(label("event_type", i.event_type, lang)), Cell(place(r, lang)), Cell(who),
            Cell(_told(held), True), Cell(_told(killed), True),
        ))  # fmt: skip
    head = tuple(say(k, lang) for k in ("when", "what", "where", "who", "held", "killed"))
    return Table(say("security", lang), head, tuple(rows))


def _told(c: Any) -> str:
    if c.low is None and c.best is None and c.high is None:
        return "·"
    if c.high is None:
        return f"{low_of(c)}+"
    return _range(low_of(c), high_of(c))


def _tallies(f: Facts, lang: str) -> Table:
    rows = []
    for t in f.tallies[:SMALL]:
        c = t.version.claim
        said = []
        for name, word in (("fatalities", "killed"), ("captured", "held"), ("killed_or_injured", "f_killed")):
            v = getattr(c, name)
            if v is not None:
                said.append(f"{label('field', 'casualties', lang) if name == 'killed_or_injured' else say(word, lang)} {_told(v)}")
        events = t.check.stated[0] if t.check else None
        if events is not None:
            said.insert(0, f"{say('f_incidents', lang)} {events}")
        ours = str(len(t.check.covered)) if t.check else "·"
        share = f"{round(100 * t.check.ratio)}%" if t.check and t.check.ratio is not None else "·"
        rows.append(
            (
                Cell(teller(t.version, lang)),
                Cell(period(c.date_start, c.date_end, lang)),
                Cell("; ".join(said).replace(";", "؛") if lang == "ar" else "; ".join(said)),
                Cell(ours, True),
                Cell(share, True),
            )
        )
    head = tuple(say(k, lang) for k in ("according", "period", "stated", "ours", "share"))
    return Table(say("tallies", lang), head, tuple(rows))


def _incident(r: Row, lang: str) -> list[Block]:
    i = r.incident
    grade = say("grade", lang, state=label("attribution", i.attribution, lang), n=i.corroboration)
    parts = [f"{_when(r, lang)}."]
    if told := toll(r, lang):
        parts.append(told[:1].upper() + told[1:] + ".")
    parts.append(grade + ".")
    seen: dict[tuple[str, str], Quote] = {}
    for v in r.versions:
        if v.quote and v.source.id:
            who = teller(v, lang)
            outlet = v.source.outlet
            cite = who if not outlet or outlet == who else f"{who} – {outlet}"
            seen.setdefault((who, v.source.id), Quote(v.quote, cite, v.source.url or ""))
    return [Heading(title(r, lang), 3, "", _link(r, lang)), Para(" ".join(parts), "told"), *list(seen.values())[:3]]


def _corrections(f: Facts, lang: str, previous: dict[str, dict[str, int]] | None) -> list[Block]:
    if previous is None:
        return [Para(say("no_issue", lang), "note")]
    now = figures(f)
    by_id = {r.incident.id: r for r in f.rows}
    lines = []
    for ident in sorted(set(now) & set(previous)):
        old, new = previous[ident], now[ident]
        if old != new:
            was = _range(old["killed_low"], old["killed_high"])
            became = _range(new["killed_low"], new["killed_high"])
            arrow = " ← " if lang == "ar" else " → "
            lines.append(f"{title(by_id[ident], lang)}: {say('killed', lang)} {was}{arrow}{became}")
    return [Items(tuple(lines))] if lines else [Para(say("no_corrections", lang), "note")]


def _unplaced(rows: list[Row], lang: str) -> list[Block]:
    comma = "، " if lang == "ar" else ", "
    lines = [f"{title(r, lang)}{comma}{_when(r, lang)}" for r in rows[:_FEW]]
    if len(rows) > _FEW:
        lines.append(say("more", lang, n=len(rows) - _FEW))
    return [Para(say("unplaced", lang, n=len(rows)), "told"), Items(tuple(lines))]


def _names(names: list[str]) -> str:
    """A list whose comma is that of its script, so that Arabic names keep their order in an English line."""
    return ("، " if any("\u0600" <= c <= "\u06ff" for n in names for c in n) else ", ").join(names)


def _register(f: Facts, lang: str) -> Table:
    """Incidents of the period day by day, the targets of the links."""
    rows: list[tuple[Cell, ...]] = []
    comma = "، " if lang == "ar" else ", "
    last = None
    for r in registered(f):
        i = r.incident
        first = i.date_start or i.date_end
        if first != last and first is not None:
            rows.append((Cell(day(first, lang)),))
            last = first
        what = title(r, lang)
        if i.date_start != i.date_end:
            what += f"{comma}{_when(r, lang)}"
        rows.append((
            Cell(i.id[:10], True, link="#" + _link(r, lang)), Cell(what), Cell(_told(i.fatalities), True), Cell(_told(i.injuries), True),
            Cell(label("attribution", i.attribution, lang)), Cell(_names(outlets(r))),
        ))  # fmt: skip
    injured, state = label("field", "injuries", lang), say("state", lang)
    head = (say("ident", lang), say("what", lang), say("killed", lang), injured, state, say("according", lang))
    return Table(say("register", lang), head, tuple(rows), _REGISTER[lang])


__all__ = ["Picture", "best_of", "compose", "figures"]
