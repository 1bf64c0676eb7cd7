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
ALIKE = 0.95
MOST_COMPARED = 50
_SLICE = 4000


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


class Twins:
    """Finds what a new report repeats, within one transaction. ``expect`` asks the database once for a whole batch."""

    def __init__(self, conn: sa.Connection) -> None:
        self._conn = conn
        self._marks: dict[str, tuple[set[str], list[int]]] = {}
        self._asked: set[int] = set()
        self._held: dict[int, list[int]] = {}
        self._texts: dict[int, tuple[str, set[str]]] = {}
        self.near: list[dict[str, int]] = []
        self.duplicates: list[dict[str, object]] = []
        self._roots: dict[str, str] = {}

    def expect(self, texts: dict[str, list[str]]) -> None:
        """Sign reports (key → words) and fetch who shares a band with any of them."""
        for rid, words in texts.items():
            if rid not in self._marks:
                marks = shingles(words)
                self._marks[rid] = marks, bands(marks) if marks else []
        todo = sorted({b for rid in texts for b in self._marks[rid][1]} - self._asked)
        for n in range(0, len(todo), _SLICE):
            part = todo[n : n + _SLICE]
            for band, seq in self._conn.execute(sa.select(t.near).where(t.near.c.band.in_(part))):
                self._held.setdefault(band, []).append(seq)
        self._asked.update(todo)

    def add(self, seq: int, rid: str, words: list[str]) -> str | None:
        """Take in a report; returns the key of the report that stands for its group, ``None`` when the text is new.

        The rows to write are appended to ``near`` and ``duplicates``.
        """
        self.expect({rid: words})
        mine, own = self._marks.pop(rid)
        if not mine:
            return None
        best: tuple[float, str] | None = None
        others = sorted({s for b in own for s in self._held.get(b, ())})
        for other_rid, theirs in self._shingles(others[:MOST_COMPARED]):
            likeness = len(mine & theirs) / len(mine | theirs)
            if likeness >= SAME and (best is None or likeness > best[0]):
                best = (likeness, other_rid)
        if best is None or best[0] < ALIKE:
            # A text all but equal to one held adds nothing to the index.
            for b in own:
                self._held.setdefault(b, []).append(seq)
                self.near.append({"band": b, "report_seq": seq})
            self._texts[seq] = rid, mine
        if best is None:
            return None
        root = self._root(best[1])
        self._roots[rid] = root
        self.duplicates.append({"rid": rid, "of_rid": root, "similarity": round(best[0], 4)})
        return root

    def _shingles(self, seqs: list[int]) -> list[tuple[str, set[str]]]:
        missing = [s for s in seqs if s not in self._texts]
        if missing:
            q = sa.select(t.report.c.seq, t.report.c.rid, t.report.c.text).where(t.report.c.seq.in_(missing))
            for seq, rid, text in self._conn.execute(q):
                self._texts[seq] = rid, shingles(keys(text))
        return [self._texts[s] for s in seqs if s in self._texts]

    def _root(self, rid: str) -> str:
        if rid not in self._roots:
            found = self._conn.execute(sa.select(t.duplicate.c.of_rid).where(t.duplicate.c.rid == rid)).scalar()
            self._roots[rid] = str(found) if found else rid
        return self._roots[rid]

    def flush(self) -> None:
        """Write what was found."""
        if self.near:
            self._conn.execute(t.near.insert(), self.near)
        if self.duplicates:
            self._conn.execute(t.duplicate.insert(), self.duplicates)
        self.near, self.duplicates = [], []


def sign_all(conn: sa.Connection) -> None:
    """Sign the reports of a store that has no signatures yet, in order of arrival."""
    twins = Twins(conn)
    rows = conn.execute(sa.text("SELECT seq, rid, text FROM report ORDER BY seq")).all()
    for seq, rid, text in rows:
        twins.add(seq, rid, keys(text))
    twins.flush()
