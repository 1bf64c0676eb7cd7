"""Reports that come in through the desk: coded and stored one by one; a report the coder breaks on is kept all the same, with an issue."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Iterable
from dataclasses import dataclass

from waqai.model import CodedReport, Issue, Report, Severity
from waqai.pipeline import Coder
from waqai.run import Session
from waqai.store import Store

NOT_CODED = "coder-broke"
# The method of a coding that broke: the report is coded again when it comes again, and by the next run over the same files.
BROKEN = "+broken"


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What became of one report. ``claims`` is ``None`` when it was here before; ``issue`` tells why it could not be coded."""

    report: Report
    claims: int | None
    issue: Issue | None = None


def take_in(store: Store, given: Iterable[tuple[Report, bytes | None]]) -> list[TakenIn]:
    """Code and store reports with the bytes they came as (``None``: their text).

    Raises:
        StoreError: the store cannot be written.
    """
    from waqai.pipeline import METHOD

    session, failed, coder = Session(store, METHOD), Session(store, METHOD + BROKEN), Coder()
    out = []
    for r, raw in given:
        if store.has(r, METHOD):
            out.append(TakenIn(r, None))
            continue
        try:
            coded = coder.code(r)
        except Exception as e:
            # One text must not stop the others, nor be lost: it is kept, and somebody can look at both.
            number = secrets.token_hex(4)
            logging.getLogger("waqai.desk").error("error %s: report %s cannot be coded", number, r.id, exc_info=e)
            said = f"The text is kept, but could not be coded (#{number}: {type(e).__name__}). Add its events by hand."
            issue = Issue(NOT_CODED, Severity.ERROR, said)
            store.put_coded(CodedReport(r, (), (*r.issues, issue)), failed.run_id, raw, r)
            out.append(TakenIn(r, 0, issue))
            continue
        store.put_coded(coded, session.run_id, raw, r)
        out.append(TakenIn(r, len(coded.claims)))
    return out
