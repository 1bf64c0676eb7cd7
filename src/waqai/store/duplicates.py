"""Near-duplicate reports: the same text syndicated, re-posted or lightly edited, found when it arrives.

MinHash signatures of three-word shingles (``rensa``) are cut into bands; reports that share a band are compared
exactly, by the Jaccard overlap of their shingles. The first of a group that arrived stands for it.
"""

from __future__ import annotations

import hashlib

import sqlalchemy as sa

from waqai.store import schema as t
from waqai.store.search import keys

PERMUTATIONS = 64
BANDS = 16
SAME = 0.7
_ROWS = PERMUTATIONS // BANDS
_SEED = 1402
_MIN_WORDS = 12


def shingles(words: list[str]) -> set[str]:
    """Runs of three words; empty when the text is too short to compare."""
    if len(words) < _MIN_WORDS:
        return set()
    return {" ".join(words[i : i + 3]) for i in range(len(words) - 2)}


def bands(marks: set[str]) -> list[int]:
    """Band keys (63-bit) of a set of shingles."""
    from rensa import RMinHash

    m = RMinHash(num_perm=PERMUTATIONS, seed=_SEED)
    m.update(sorted(marks))
    d = m.digest()
    out = []
    for b in range(BANDS):
        raw = f"{b}:{d[b * _ROWS : (b + 1) * _ROWS]}".encode()
        out.append(int.from_bytes(hashlib.blake2b(raw, digest_size=8).digest(), "big") >> 1)
    return out


def remember(conn: sa.Connection, seq: int, rid: str, text: str, words: list[str] | None = None) -> str | None:
    """Sign a report and find what it repeats.

    Returns:
        The ``rid`` of the report that stands for the group; ``None`` when the text is new.
    """
    mine = shingles(keys(text) if words is None else words)
    if not mine:
        return None
    marks = bands(mine)
    rows = conn.execute(
        sa.select(t.report.c.seq, t.report.c.rid, t.report.c.text)
        .where(t.report.c.seq.in_(sa.select(t.near.c.report_seq).where(t.near.c.band.in_(marks))))
        .order_by(t.report.c.seq)
    ).all()
    best: tuple[float, str] | None = None
    for other in rows:
        theirs = shingles(keys(other.text))
        likeness = len(mine & theirs) / len(mine | theirs)
        if likeness >= SAME and (best is None or likeness > best[0]):
            best = (likeness, other.rid)
    conn.execute(t.near.insert(), [{"band": b, "report_seq": seq} for b in marks])
    if best is None:
        return None
    root = conn.execute(sa.select(t.duplicate.c.of_rid).where(t.duplicate.c.rid == best[1])).scalar() or best[1]
    conn.execute(t.duplicate.insert(), [{"rid": rid, "of_rid": root, "similarity": round(best[0], 4)}])
    return str(root)
