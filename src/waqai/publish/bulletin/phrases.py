"""Sentences made from facts: plain English, and Arabic with its agreement."""

from __future__ import annotations

from datetime import date

from waqai.publish.bulletin.facts import Change, Facts, best_of, high_of, low_of
from waqai.publish.bulletin.grammar import arabic_day, counted, english, english_range, joined, ranged, verb
from waqai.publish.data import Row, Version
from waqai.publish.exporters.words import MONTHS, admin1, country
from waqai.publish.labels import label, table


def say(key: str, lang: str, **values: object) -> str:
    """A phrase of ``bulletin.yml`` with its blanks filled."""
    en, ar = table("bulletin")[key]
    text = str(ar if lang == "ar" else en)
    for name, value in values.items():
        text = text.replace("{" + name + "}", str(value))
    return text


def day(d: date, lang: str) -> str:
    """``7 August 2025`` or ``7 آب 2025``."""
    return arabic_day(d.year, d.month, d.day) if lang == "ar" else f"{d.day} {MONTHS[d.month - 1]} {d.year}"


def period(start: date | None, end: date | None, lang: str) -> str:
    """An interval, shortened when month or year are shared."""
    if start is None or end is None or start == end:
        d = start or end
        return day(d, lang) if d else say("not_stated", lang)
    dash = "–" if (start.year, start.month) == (end.year, end.month) else " – "
    return f"{first_day(start, end, lang)}{dash}{day(end, lang)}"


def first_day(start: date, end: date, lang: str) -> str:
    """The first of two days, without the month or year that the second repeats."""
    if (start.year, start.month) == (end.year, end.month):
        return str(start.day)
    months = table("ui")["months"][1 if lang == "ar" else 0]
    return f"{start.day} {months[start.month - 1]}" + (f" {start.year}" if start.year != end.year else "")


def lead(f: Facts, lang: str) -> list[str]:
    """The opening sentences."""
    n = len(f.rows)
    areas = len({k for k in f.by_area if k[0]})
    first = _lead_ar(f, n, areas) if lang == "ar" else _lead_en(f, n, areas)
    return [s for s in (first, _change(f, lang), _attribution(f, lang)) if s]


def _when(f: Facts, lang: str) -> str:
    """``Between 1 and 30 September 2025``; ``بين 1 و30 أيلول 2025``."""
    last = day(f.end, lang)
    if f.start == f.end:
        return say("on_day", lang, day=last)
    return say("between_days", lang, first=first_day(f.start, f.end, lang), last=last)


def _lead_ar(f: Facts, n: int, areas: int) -> str:
    when = _when(f, "ar")
    if n == 0:
        return f"لم يُسجَّل في مصادرنا {counted(0, 'incident')} {when}."
    where = f" في {counted(areas, 'governorate', oblique=True)}" if areas else ""
    out = f"{verb(n, 'incident', 'سُجِّل', 'سُجِّلت')} {counted(n, 'incident')}{where} {when}"
    k = f.killed
    if k.high == 0:
        out += "، ولم تذكر الروايات قتلى"
    elif k.low == k.high:
        out += f"، {verb(k.high, 'person', 'قُتل', 'قُتلت')} فيها بحسب الروايات {counted(k.high, 'person')}"
    else:
        out += f"، وتراوحت الروايات في عدد القتلى {_between(k.low, k.high)}"
    if f.injured.high:
        out += f"، و{verb(f.injured.high, 'injured', 'أُصيب', 'أُصيبت')} {ranged(f.injured.low, f.injured.high, 'person')}"
    return out + "."


def _between(low: int, high: int) -> str:
    return f"بين {low} و{high}"


def _lead_en(f: Facts, n: int, areas: int) -> str:
    when = _when(f, "en")
    if n == 0:
        return f"{when}, our sources told of no incident."
    where = f" in {english(areas, 'governorate')}" if areas else ""
    k = f.killed
    dead = "no deaths were told" if k.high == 0 else f"versions tell of {english_range(k.low, k.high, 'killed')}"
    hurt = f" and {english_range(f.injured.low, f.injured.high, 'injured')}" if f.injured.high else ""
    was = "was" if n == 1 else "were"
    return f"{when}, {english(n, 'incident')} {was} recorded{where}; {dead}{hurt}."


def _change(f: Facts, lang: str) -> str:
    c = f.incidents
    if c.chance is None:
        return ""
    gap = c.now - c.before
    if gap == 0:
        return say("lead_same", lang, now=c.now)
    size = counted(abs(gap), "incident", oblique=True) if lang == "ar" else english(abs(gap), "incident")
    more = say("lead_more" if gap > 0 else "lead_fewer", lang, size=size)
    return say("lead_change", lang, more=more, before=c.before, now=c.now, judged=say("lead_chance" if c.chance else "lead_beyond", lang))


def _attribution(f: Facts, lang: str) -> str:
    claimed = f.attribution["claimed_by_perpetrator"] + f.attribution["both"]
    disputed = f.attribution["disputed"]
    if lang == "ar":
        parts = [f"تبنّى الفاعل {counted(claimed, 'incident', oblique=True)}"] if claimed else []
        if disputed:
            parts.append(f"{verb(disputed, 'incident', 'بقي', 'بقيت')} {counted(disputed, 'incident')} موضع نزاع")
    else:
        told = ((claimed, "claimed by the perpetrator"), (disputed, "disputed"))
        parts = [f"{english(n, 'incident')} {'is' if n == 1 else 'are'} {what}" for n, what in told if n]
    text = joined(parts, lang)
    return text[:1].upper() + text[1:] + "." if text else ""


def coverage(f: Facts, lang: str) -> str:
    """How many reports, outlets and versions stand behind the numbers."""
    versions = sum(len(r.versions) for r in f.rows)
    if not versions:
        return say("no_coverage", lang)
    if lang == "ar":
        told, texts, from_ = (counted(n, k, oblique=True) for n, k in ((versions, "version"), (f.reports, "report"), (f.outlets, "outlet")))
        return f"تستند الأرقام إلى {told} في {texts} من {from_}."
    return f"The figures rest on {english(versions, 'version')} in {english(f.reports, 'report')} from {english(f.outlets, 'outlet')}."


def change_note(c: Change, lang: str) -> str:
    """The line under a key figure."""
    if c.chance is None:
        return say("nothing", lang)
    if c.before == c.now:
        return say("same", lang)
    note = say("change", lang, before=c.before, now=c.now)
    comma = "، " if lang == "ar" else ", "
    return note + comma + say("chance" if c.chance else "beyond", lang)


def title(r: Row, lang: str) -> str:
    """``Attack, Dhiban, Deir ez-Zor``."""
    i = r.incident
    comma = "، " if lang == "ar" else ", "
    return comma.join(x for x in (label("event_type", i.event_type, lang), place(r, lang)) if x)


def place(r: Row, lang: str) -> str:
    """Place, governorate and, outside Syria, the country."""
    p = r.incident.place
    if p is None:
        return say("not_stated", lang)
    a1 = admin1(p)
    area = (a1[1] if lang == "ar" else a1[0]) if a1 else p.admin1
    facts = country(p.country)
    land = label("country", p.country, lang) if p.country and facts else p.country
    names = [p.name_ar if lang == "ar" else p.name_en or p.name_ar, area, land]
    return ("، " if lang == "ar" else ", ").join(dict.fromkeys(x for x in names if x))


def toll(r: Row, lang: str) -> str:
    """Killed, injured and held of one incident in a sentence; empty when none is told."""
    i = r.incident
    parts = []
    for name, noun in (("fatalities", "killed"), ("injuries", "injured"), ("captured", "held")):
        c = getattr(i, name)
        if c.low is None and c.best is None and c.high is None:
            continue
        low, high = low_of(c), high_of(c)
        if high == 0 and name != "fatalities":
            continue
        if lang == "ar":
            text = "لا قتلى" if high == 0 else ranged(low, high, noun)
        else:
            text = "nobody killed" if high == 0 else english_range(low, high, noun)
        if low != high and c.best is not None:
            text += f" ({say('best', lang)} {best_of(c)})"
        parts.append(text)
    return joined(parts, lang)


def teller(v: Version, lang: str) -> str:
    """Who says so."""
    en = v.claim.claimant.name_en
    if en == "outlet/correspondent":
        return v.source.outlet or say("not_stated", lang)
    if lang == "en":
        return en
    entry = table("claimants").get(en)
    if entry:
        return str(entry["ar"])
    for a in (v.claim.perpetrator, v.claim.target):
        if a and a.name_en == en and a.name_ar:
            return a.name_ar
    return v.claim.claimant.text or en
