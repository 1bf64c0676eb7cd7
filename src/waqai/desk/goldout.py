"""Reviewers' decisions as gold for ``waqai eval``: a report all of whose claims were judged becomes a gold document."""

from __future__ import annotations

import io
import json
import zipfile
from typing import Any

import sqlalchemy as sa

from waqai.evaluate.gold import flat
from waqai.model.serial import claim_to_dict
from waqai.store import Store
from waqai.store import schema as s
from waqai.store.engine import reading


def gold_documents(store: Store, judged: set[str]) -> list[tuple[str, str, dict[str, Any]]]:
    """``(name, text, document)`` of every report whose claims are all judged.

    Args:
        judged: keys of such reports.
    """
    with reading(store.engine) as conn:
        q = sa.select(s.report.c.rid, s.report.c.id).where(s.report.c.rid.in_(sorted(judged)), s.report.c.ended_at.is_(None))
        ids = {r.id: r.rid for r in conn.execute(q)}
    out = []
    for doc in store.coded_reports(sorted(ids), reviewed=True):
        r = doc.report
        claims = [f for c in doc.claims if (f := flat(claim_to_dict(c))) is not None]
        for f, c in zip(claims, (c for c in doc.claims if flat(claim_to_dict(c)) is not None)):
            f["evidence"] = {  # type: ignore[index]
                k: {"text": r.text[v[0][0] : v[0][1]], "start": v[0][0], "end": v[0][1]} for k, v in c.evidence.items() if v
            }
        published = r.published.isoformat()[:10] if r.published else None
        name = f"desk-{ids.get(r.id, r.sha256)[:16]}"
        body = {"id": name, "doc_date": published, "outlet": r.outlet, "no_event": not claims, "claims": claims}
        out.append((name, r.text, body))
    return sorted(out)


def gold_zip(store: Store, judged: set[str]) -> bytes:
    """The documents as a zip of ``NAME.txt`` and ``NAME.json``: unpack it, then ``waqai eval --gold FOLDER``."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as z:
        for name, text, body in gold_documents(store, judged):
            for ending, data in ((".txt", text), (".json", json.dumps(body, ensure_ascii=False, indent=1) + "\n")):
                info = zipfile.ZipInfo(name + ending, (2020, 1, 1, 0, 0, 0))
                info.compress_type = zipfile.ZIP_DEFLATED
                z.writestr(info, data.encode("utf-8", "surrogatepass"))
    return buffer.getvalue()
