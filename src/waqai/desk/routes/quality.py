"""Coding quality: a fixed random share is coded blind by two people; agreement per field, the machine as one more coder."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from typing import Any

import sqlalchemy as sa
from fastapi import Depends
from starlette.responses import Response

from waqai.desk import tables as t
from waqai.desk.alpha import alpha
from waqai.desk.config import table
from waqai.desk.core import Ctx, Refused, go, guard
from waqai.desk.goldout import gold_zip
from waqai.desk.marking import evidence_fields, shown
from waqai.desk.routes.reports import Opened
from waqai.desk.views import render
from waqai.model import Claim, EventType, Modality
from waqai.publish.quotes import sentence_spans
from waqai.store import schema as s
from waqai.store.engine import reading
from waqai.store.rows import claim_of

G = Depends(guard)
FIELDS = (
    "event_type", "modality", "perpetrator", "target", "claimant", "date_start", "date_end", "place", "fatalities", "injuries", "captured",
)  # fmt: skip
MACHINE = "machine"


def in_share(claim_id: str) -> bool:
    """Whether a claim is of the share coded twice: the same for everybody, decided by its id alone."""
    d = table("settings")["double"]
    h = hashlib.sha256(f"{d['seed']}|{claim_id}".encode()).digest()
    return int.from_bytes(h[:6], "big") / 2**48 < float(d["share"])


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


def _share(c: Ctx) -> list[str]:
    def make() -> list[str]:
        with reading(c.desk.engine) as conn:
            q = sa.select(t.work.c.id).where(t.work.c.kind == "event").order_by(t.work.c.seq)
            return list(dict.fromkeys(x for (x,) in conn.execute(q) if in_share(x)))

    found: list[str] = c.desk.work.cached("share", make)
    return found


def _answers(c: Ctx) -> dict[str, dict[str, dict[str, str]]]:
    with reading(c.desk.engine) as conn:
        out: dict[str, dict[str, dict[str, str]]] = {}
        for r in conn.execute(t.blind.select().order_by(t.blind.c.claim_id, t.blind.c.who)):
            out.setdefault(r.claim_id, {})[r.who] = json.loads(r.payload)
        return out


def code_page(c: Ctx = G) -> Response:
    """The next claim of the share this person has not coded, without what anybody, or the machine, made of it."""
    c.desk.work.sync()
    answers, coders = _answers(c), int(table("settings")["double"]["coders"])
    mine = [x for x in _share(c) if c.user.name not in answers.get(x, {}) and len(answers.get(x, {})) < coders]
    # What another has begun comes first: a pair is worth more than two halves.
    mine.sort(key=lambda x: -len(answers.get(x, {})))
    done = sum(c.user.name in a for a in answers.values())
    if not mine:
        return render(
            c,
            "code.html",
            claim=None,
            left=0,
            done=done,
            before="",
            hit="",
            after="",
            types=[],
            modalities=[],
            title=None,
            published=None,
            outlet=None,
        )
    row = c.desk.work.rows([mine[0]])[mine[0]]
    o = Opened(c, row["rid"])
    x = next(y for y in o.coded.claims if y.id == mine[0])
    text = o.coded.report.text
    a, b = min(evidence_fields(x).get("trigger", [(0, 0)]))
    near = [n for n, sp in enumerate(sentence_spans(text)) if sp[0] <= a < sp[1]]
    spans = sentence_spans(text)
    k = near[0] if near else 0
    left, right = spans[max(0, k - 2)][0], spans[min(len(spans) - 1, k + 2)][1]
    return render(
        c,
        "code.html",
        claim=x.id,
        left=len(mine),
        done=done,
        before=shown(text[left:a]),
        hit=shown(text[a:b]),
        after=shown(text[b:right]),
        types=[str(e) for e in EventType],
        modalities=[str(m) for m in Modality],
        title=o.coded.report.title,
        published=o.coded.report.published,
        outlet=o.coded.report.outlet,
    )


def code(claim_id: str, c: Ctx = G) -> Response:
    """Keep one coder's answers; they are not changed later."""
    if not in_share(claim_id):
        raise Refused(404, "not_found")
    if claim_id not in c.desk.work.rows([claim_id]):
        raise Refused(404, "not_found")
    values = {f: c.field(f, 300).strip() for f in FIELDS}
    with t.changing(c.desk.engine) as conn:
        mine = (t.blind.c.claim_id == claim_id) & (t.blind.c.who == c.user.name)
        if conn.execute(sa.select(t.blind.c.who).where(mine)).first() is None:
            row = {"claim_id": claim_id, "who": c.user.name, "payload": json.dumps(values, ensure_ascii=False), "at": c.desk.people.now()}
            conn.execute(t.blind.insert(), row)
    return go("/quality/code")


def page(c: Ctx = G) -> Response:
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
        people = [{w: v.get(field, "") for w, v in a.items()} for a in answers.values()]
        with_machine = [
            {**{w: v.get(field, "") for w, v in a.items()}, MACHINE: machine_values(held[x][0])[field]}
            for x, a in answers.items()
            if x in held
        ]
        rows.append({"field": field, "people": alpha(people, resamples=resamples), "machine": alpha(with_machine, resamples=resamples)})
    differ = []
    for x, a in answers.items():
        if len(a) >= 2 and x in held:
            fields = [f for f in FIELDS if len({v.get(f, "") for v in a.values()}) > 1]
            if fields:
                differ.append({"id": x, "rid": held[x][1], "fields": fields, "told": a, "machine": machine_values(held[x][0])})
    coders = Counter(w for a in answers.values() for w in a)
    return render(
        c, "quality.html", rows=rows, differ=differ[:200], share=len(_share(c)), pairs=sum(len(a) >= 2 for a in answers.values()),
        coders=sorted(coders.items()), judged=len(_judged(c)),
    )  # fmt: skip


def _judged(c: Ctx) -> set[str]:
    with reading(c.desk.engine) as conn:
        w = t.work.c
        left = sa.func.sum(sa.case((w.state == "open", 1), else_=0))
        return {r for (r,) in conn.execute(sa.select(w.rid).group_by(w.rid).having(left == 0))}


def gold(c: Ctx = G) -> Response:
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
