"""What the desk asks, timed. ``python -m benchmarks.bench_store [CLAIMS] [STORE]`` (default 1,000,000 claims, a temporary SQLite file;
``postgresql://…`` for a server, in an empty database).

Loads synthetic claims with short texts, links them, then asks each question 60 times with other values. Prints rows stored a second
and, for each question, the median and the 95th percentile in milliseconds, and the 95th percentile of this process's own time, which
other work on the machine does not disturb. Then 1, 100 and 1,000 reports are added and linked.
A store that is there already is asked as it is, and 1,101 reports larger afterwards.
"""

from __future__ import annotations

import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from benchmarks.synthetic_claims import ACTORS, DAY0, GOVERNORATES, OUTLETS, reports
from waqai.link import DEFAULT_RULE, link_claims
from waqai.run import Session, mark
from waqai.store import Store, open_store

BATCH, ASKED, LIMIT_MS = 2000, 60, 50
_SYLLABLES = ("با", "تل", "حو", "را", "سي", "شم", "عر", "غد", "فن", "قص", "كر", "لم", "مد", "نه", "وا", "يس")


def word(rng: random.Random) -> str:
    """An invented word; short ones are frequent, long ones rare, as in a text."""
    return "".join(rng.choice(_SYLLABLES) for _ in range(rng.choice((2, 2, 3, 3, 4))))


def load(store: Store, n: int) -> tuple[int, int]:
    """Fill the store; returns how many claims, and days."""
    rng = random.Random(3)
    coded, _ = reports(n)
    t0 = time.perf_counter()
    run = store.start_run("bench")
    for i in range(0, len(coded), BATCH):
        part = []
        for c in coded[i : i + BATCH]:
            text = " ".join(word(rng) for _ in range(11))
            part.append((replace(c, report=replace(c.report, text=text)), None, None))
        store.put_many(part, run)
    t1 = time.perf_counter()
    print(f"{len(coded):,} claims stored, {len(coded) / (t1 - t0):,.0f} a second", flush=True)
    result = link_claims(coded)
    t2 = time.perf_counter()
    changed = store.put_incidents(result.incidents, result.tallies, run, note=mark(DEFAULT_RULE))
    t3 = time.perf_counter()
    print(f"linked in {t2 - t1:.0f} s; {changed:,} incidents stored, {changed / (t3 - t2):,.0f} a second", flush=True)
    return len(coded), max(30, n // 110)


def questions(store: Store, days: int, rng: random.Random) -> dict[str, Callable[[], Any]]:
    """The desk's questions; each call draws other values."""

    def day() -> Any:
        return DAY0 + timedelta(rng.randrange(days))

    def week(**more: Any) -> dict[str, Any]:
        d = day()
        return {"date_from": d, "date_to": d + timedelta(6), **more}

    area = lambda: f"gov {rng.randrange(GOVERNORATES)}"  # noqa: E731
    some = [c.id for c in store.claims(date_from=day(), limit=300)]
    incidents = [i.id for i in store.incidents(date_from=day(), limit=300)]
    return {
        "claims of a week in a governorate": lambda: store.claims(**week(admin1=area()), limit=200),
        "claims of an actor in a month": lambda: store.claims(
            **week(perpetrator=rng.choice(ACTORS)) | {"date_to": None} | _month(day()), limit=200
        ),
        "claims of a kind in a week": lambda: store.claims(**week(event_type="ied"), limit=200),
        "claims within 10 km in a month": lambda: store.claims(
            near=(30 + rng.random() * 5, 36 + rng.random() * 5, 10.0), **_month(day()), limit=200
        ),
        "incidents of a week": lambda: store.incidents(**week(), limit=200),
        "incidents of a month in a governorate": lambda: store.incidents(**_month(day()), admin1=area(), limit=200),
        "one claim": lambda: store.claim(rng.choice(some)),
        "one incident": lambda: store.incident(rng.choice(incidents)),
        "history of a claim": lambda: store.history(rng.choice(some)),
        "report of a claim": lambda: store.report_of(rng.choice(some)),
        "search: a rare word": lambda: store.search("".join(rng.choice(_SYLLABLES) for _ in range(4)), 50),
        "search: a frequent word": lambda: store.search("".join(rng.choice(_SYLLABLES) for _ in range(2)), 50),
        "search: a phrase": lambda: store.search(f'"{word(rng)} {word(rng)}"', 50),
        "search: a prefix": lambda: store.search("".join(rng.choice(_SYLLABLES) for _ in range(3)) + "*", 50),
        "decisions on a claim": lambda: store.decisions(rng.choice(some)),
    }


def grow(store: Store) -> None:
    """Add reports of one month and link only what is new."""
    for n in (1, 100, 1000):
        session = Session(store, "bench")
        store.put_many([(c, None, None) for c in reports(n, seed=store.head())[0][:n]], session.run_id)
        t, c = time.perf_counter(), time.process_time()
        changed = session.link()
        print(
            f"{n:>5} reports more: {changed:,} incidents and totals changed in {time.perf_counter() - t:.1f} s, "
            f"own time {time.process_time() - c:.1f} s", flush=True,
        )  # fmt: skip


def _month(d: Any) -> dict[str, Any]:
    return {"date_from": d, "date_to": d + timedelta(29)}


def main() -> None:
    n = int(sys.argv[1].replace(",", "")) if len(sys.argv) > 1 else 1_000_000
    with tempfile.TemporaryDirectory() as folder:
        where = sys.argv[2] if len(sys.argv) > 2 else str(Path(folder) / "store.sqlite")
        with open_store(where) as store:
            if store.counts()["claim"]:
                days = max(30, n // 110)
            else:
                _, days = load(store, n)
                if store.engine.dialect.name == "postgresql":
                    with store.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as conn:
                        conn.exec_driver_sql("ANALYZE")
            slow = []
            for name, ask in questions(store, days, random.Random(9)).items():
                ask()
                took, own = [], []
                for _ in range(ASKED):
                    t, c = time.perf_counter(), time.process_time()
                    ask()
                    took.append((time.perf_counter() - t) * 1000)
                    own.append((time.process_time() - c) * 1000)
                p95, mine = (statistics.quantiles(x, n=20)[-1] for x in (took, own))
                print(f"  {name:<40} median {statistics.median(took):7.2f} ms   p95 {p95:7.2f} ms   own time {mine:7.2f} ms", flush=True)
                slow += [name] if p95 > LIMIT_MS else []
            print(f"over {LIMIT_MS} ms: {', '.join(slow) or 'none'}   ({len(OUTLETS)} outlets, {store.engine.dialect.name})")
            grow(store)


if __name__ == "__main__":
    main()
