"""Coding quality: a fixed random share is coded blind by two people; agreement per field, the machine as one more coder."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

import sqlalchemy as sa
from starlette.responses import Response

from waqai.desk import tables as t
from waqai.desk.alpha import alpha
from waqai.desk.config import table
from waqai.desk.core import Ctx, Refused, go
from waqai.desk.goldout import gold_zip
from waqai.desk.marking import evidence_fields, shown
from waqai.desk.opened import Opened
from waqai.desk.views import render
from waqai.desk.words import typed_actor
from waqai.model import Claim, EventType, Modality
from waqai.normalise import fold
from waqai.publish.quotes import sentence_spans
from waqai.store import schema as s
from waqai.store.engine import reading
from waqai.store.rows import claim_of

FIELDS = (
    "event_type", "modality", "perpetrator", "target", "claimant", "date_start", "date_end", "place", "fatalities", "injuries", "captured",
)  # fmt: skip
MACHINE = "machine"


def machine_values(x: Claim) -> dict[str, str]:
    """A claim as a coder's answers; ``""`` is "not stated"."""

    def n(c: Any) -> str:
        return "" if c is None or c.low is None else str(c.low)

    return {
        "event_type": str(x.event_type), "modality": str(x.modality), "perpetrator": x.perpetrator.name_en if x.perpetrator else "",
        "target": x.target.name_en if x.target else "", "claimant": x.claimant.name_en,
        "date_start": x.date_start.isoformat() if x.date_start else "", "date_end": x.date_end.isoformat() if x.date_end else "",
        "place": x.place.name_ar if x.place else "", "fatalities": n(x.fatalities), "injuries": n(x.injuries), "captured": n(x.captured),
    }  # fmt: skip


def _alike(field: str, values: dict[str, str]) -> str:
    """An answer as it is compared: a place by its folded name without the word for its kind."""
    text = values.get(field, "")
    return " ".join(w for w in fold(text).split() if w not in _KINDS) if field == "place" else text


_KINDS = frozenset(map(fold, ("مدينة", "بلدة", "قرية", "حي", "ناحية", "منطقة", "محافظة")))


def _share(c: Ctx) -> int:
    """How many claims are coded twice."""
    with reading(c.desk.engine) as conn:
        return int(conn.execute(sa.select(sa.func.count()).select_from(t.work).where(t.work.c.share)).scalar() or 0)


def _answers(c: Ctx) -> dict[str, dict[str, dict[str, str]]]:
    with reading(c.desk.engine) as conn:
        out: dict[str, dict[str, dict[str, str]]] = {}
        for r in conn.execute(t.blind.select().order_by(t.blind.c.claim_id, t.blind.c.who)):
            out.setdefault(r.claim_id, {})[r.who] = json.loads(r.payload)
        return out


def _coded(account: str | None = None) -> sa.ScalarSelect[int]:
    """How many people coded a claim of the work list blind; whether one of them did."""
    q = sa.select(sa.func.count()).select_from(t.blind).where(t.blind.c.claim_id == t.work.c.id)
    return (q if account is None else q.where(t.blind.c.who == account)).scalar_subquery()


def _next(c: Ctx) -> tuple[str | None, int, int]:
    """The claim to code next, how many are left for this person, and how many this person coded."""
    w, coders = t.work.c, int(table("settings")["double"]["coders"])
    with reading(c.desk.engine) as conn:
        share = int(conn.execute(sa.select(sa.func.count()).select_from(t.work).where(w.share)).scalar() or 0)
        mine = (t.blind.c.who == c.user.name) & (t.blind.c.claim_id == w.id)
        done = int(conn.execute(sa.select(sa.func.count()).select_from(t.work).join(t.blind, mine).where(w.share)).scalar() or 0)
        full = sa.select(t.blind.c.claim_id).group_by(t.blind.c.claim_id).having(sa.func.count() >= coders)
        others = sa.select(sa.func.count()).select_from(t.work).where(w.share, w.id.in_(full), _coded(c.user.name) == 0)
        left = share - done - int(conn.execute(others).scalar() or 0)
        # What another has begun comes first: a pair is worth more than two halves.
        begun = sa.select(t.blind.c.claim_id).where(t.blind.c.who != c.user.name)
        q = sa.select(w.id).where(w.share, _coded(c.user.name) == 0, _coded() < coders).order_by(w.seq).limit(1)
        found = conn.execute(q.where(w.id.in_(begun))).scalar() or conn.execute(q).scalar()
    return found, left, done


def code_page(c: Ctx) -> Response:
    """The next claim of the share this person has not coded, without what anybody, or the machine, made of it."""
    c.desk.work.sync()
    claim_id, left, done = _next(c)
    if claim_id is None:
        return render(c, "code.html", claim=None, left=0, done=done)
    row = c.desk.work.rows([claim_id])[claim_id]
    o = Opened(c.desk, row["rid"])
    x = o.coded.claims[o.number(claim_id)]
    text = o.coded.report.text
    a, b = min(evidence_fields(x).get("trigger", [(0, 0)]))
    near = [n for n, sp in enumerate(sentence_spans(text)) if sp[0] <= a < sp[1]]
    spans = sentence_spans(text)
    k = near[0] if near else 0
    first, last = spans[max(0, k - 2)][0], spans[min(len(spans) - 1, k + 2)][1]
    return render(
        c,
        "code.html",
        claim=x.id,
        left=left,
        done=done,
        before=shown(text[first:a]),
        hit=shown(text[a:b]),
        after=shown(text[b:last]),
        types=[str(e) for e in EventType],
        modalities=[str(m) for m in Modality],
        title=o.coded.report.title,
        published=o.coded.report.published,
        outlet=o.coded.report.outlet,
    )


def code(claim_id: str, c: Ctx) -> Response:
    """Keep one coder's answers; they are not changed later."""
    row = c.desk.work.rows([claim_id]).get(claim_id)
    if row is None or not row["share"]:
        raise Refused(404, "not_found")
    values = {f: c.field(f, 300).strip() for f in FIELDS}
    # Names are kept as the registry has them, whatever language they were typed in.
    values.update({f: typed_actor(values[f]) for f in ("perpetrator", "target", "claimant")})
    with t.changing(c.desk.engine) as conn:
        mine = (t.blind.c.claim_id == claim_id) & (t.blind.c.who == c.user.name)
        if conn.execute(sa.select(t.blind.c.who).where(mine)).first() is None:
            row = {"claim_id": claim_id, "who": c.user.name, "payload": json.dumps(values, ensure_ascii=False), "at": c.desk.people.now()}
            conn.execute(t.blind.insert(), row)
    return go("/quality/code")


def page(c: Ctx) -> Response:
    """Agreement per field, and what coders disagree on."""
    c.desk.work.sync()
    answers = _answers(c)
    with reading(c.desk.store.engine) as conn:
        q = sa.select(s.claim.c.id, s.claim.c.payload, s.claim.c.rid).where(
            s.claim.c.id.in_(list(answers)[:5000]), s.claim.c.ended_at.is_(None)
        )
        held = {r.id: (claim_of(r.payload, None), r.rid) for r in conn.execute(q)}
    resamples = int(table("settings")["double"]["resamples"])
    rows = []
    for field in FIELDS:
        people = [{w: _alike(field, v) for w, v in a.items()} for a in answers.values()]
        with_machine = [
            {**{w: _alike(field, v) for w, v in a.items()}, MACHINE: _alike(field, machine_values(held[x][0]))}
            for x, a in answers.items()
            if x in held
        ]
        rows.append({"field": field, "people": alpha(people, resamples=resamples), "machine": alpha(with_machine, resamples=resamples)})
    differ = []
    for x, a in answers.items():
        if len(a) >= 2 and x in held:
            fields = [f for f in FIELDS if len({_alike(f, v) for v in a.values()}) > 1]
            if fields:
                differ.append({"id": x, "rid": held[x][1], "fields": fields, "told": a, "machine": machine_values(held[x][0])})
    coders = Counter(w for a in answers.values() for w in a)
    return render(
        c, "quality.html", rows=rows, differ=differ[:200], share=_share(c), pairs=sum(len(a) >= 2 for a in answers.values()),
        coders=sorted(coders.items()), judged=len(c.desk.work.cached("judged", lambda: _judged(c))),
    )  # fmt: skip


def _judged(c: Ctx) -> set[str]:
    with reading(c.desk.engine) as conn:
        w = t.work.c
        left = sa.func.sum(sa.case((w.state == "open", 1), else_=0))
        return {r for (r,) in conn.execute(sa.select(w.rid).group_by(w.rid).having(left == 0))}


def gold(c: Ctx) -> Response:
    """Judged reports as gold documents, zipped."""
    c.desk.work.sync()
    c.desk.people.audit(c.user.name, "gold.export", "-")
    headers = {"content-disposition": 'attachment; filename="gold.zip"'}
    return Response(gold_zip(c.desk.store, _judged(c)), media_type="application/zip", headers=headers)


ROUTES = [
    ("GET", "/quality", page),
    ("GET", "/quality/code", code_page),
    ("POST", "/quality/code/{claim_id}", code),
    ("GET", "/quality/gold", gold),
]
