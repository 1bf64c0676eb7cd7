"""Runs killed at random moments. ``python -m benchmarks.faults [KILLS] [--seed N] [--keep FOLDER]`` (default 200 kills).

A child opens a store (made at the first schema, so that opening migrates it), codes synthetic reports in batches, links what is new
in between, checkpoints and writes the files, telling each step before it begins and each batch after it is committed. The parent picks
a step, waits a few milliseconds into it, and sends SIGKILL. After every kill: what was committed is there, nothing is there twice,
``verify`` is clean. When a child comes to its end the incidents must be those of a run nobody disturbed, and a new store is begun.
"""

from __future__ import annotations

import argparse
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any
from unittest import mock

from benchmarks.synthetic_claims import reports
from waqai.link import link_claims
from waqai.model import CodedReport
from waqai.run import Session, link, write_files
from waqai.store import Store, open_store
from waqai.store import migrate as schema
from waqai.store.engine import make_engine

REPORTS, BATCH, OLD = 240, 20, 40
METHOD = "faults"


def work() -> list[CodedReport]:
    return reports(REPORTS, seed=5)[0][:REPORTS]


def old_store(path: Path, coded: list[CodedReport]) -> None:
    """A store at the first schema with the first reports in it."""
    from datetime import UTC, datetime

    from waqai.store.rows import claim_row

    def without_span(*args: Any) -> dict[str, Any]:
        return {k: v for k, v in claim_row(*args).items() if k not in ("first_day", "last_day")}

    engine = make_engine(path)
    schema.upgrade(engine, "0001")
    then = mock.patch("waqai.store.writer.Twins"), mock.patch("waqai.store.writer.claim_row", without_span)
    with then[0], then[1], Store(engine, lambda: datetime.now(UTC)) as s:
        s.put_many([(c, None, None) for c in coded[:OLD]], s.start_run(METHOD))


def say(word: str) -> None:
    print(word, flush=True)


def child(folder: Path) -> None:
    """Do all the work; every step is told before it begins, every commit after it is done."""
    coded = work()
    say("step migrate")
    with open_store(folder / "store.sqlite") as store:
        session = Session(store, METHOD)
        for n in range(0, len(coded), BATCH):
            part = [c for c in coded[n : n + BATCH] if not store.has(c.report, METHOD)]
            if not part:
                continue
            say("step code")
            store.put_many([(c, None, None) for c in part], session.run_id)
            say(f"done {n + BATCH}")
            if n % (4 * BATCH) == 0:
                say("step link")
                session.link()
        say("step link")
        session.link()
        say("step checkpoint")
        with store.engine.connect() as conn:
            conn.exec_driver_sql("PRAGMA wal_checkpoint(PASSIVE)")
        say("step write")
        write_files(store, folder)
    say("end")


class BrokenError(AssertionError):
    """Something was lost, doubled or damaged."""


def check(folder: Path, committed: int, coded: list[CodedReport]) -> None:
    """After a kill: open, look, prove."""
    with open_store(folder / "store.sqlite") as store:
        ids = [c.id for c in store.claims()]
        if len(ids) != len(set(ids)):
            raise BrokenError("a claim is there twice")
        expected = {c.id for r in coded[:committed] for c in r.claims}
        if expected - set(ids):
            raise BrokenError(f"{len(expected - set(ids))} committed claims are lost")
        if len(ids) % BATCH:
            raise BrokenError("half a batch is there")
        verdict = store.verify()
        if not verdict.ok:
            raise BrokenError(f"{verdict.broken[0].record}: {verdict.broken[0].what}")
    for name in ("claims.jsonl", "incidents.jsonl", "tallies.jsonl"):
        path = folder / name
        if path.exists() and path.stat().st_size and not path.read_bytes().endswith(b"\n"):
            raise BrokenError(f"{name} is half written")


def finish(folder: Path, coded: list[CodedReport]) -> None:
    """At the end: the same incidents as if nothing had happened."""
    with open_store(folder / "store.sqlite") as store:
        if sorted(store.incidents(), key=lambda i: i.id) != sorted(link_claims(coded).incidents, key=lambda i: i.id):
            raise BrokenError("the incidents differ from those of an undisturbed run")
        if len(store.claims()) != sum(len(c.claims) for c in coded) or link(store).incident_of != {
            c.id: c.incident_id for c in store.claims() if c.incident_id
        }:
            raise BrokenError("the claims differ from those of an undisturbed run")


def one(folder: Path, rng: random.Random, kill: bool) -> tuple[str | None, int]:
    """One child; returns the step it was killed in (``None``: it came to its end) and how many reports it said are committed."""
    call = [sys.executable, "-m", "benchmarks.faults", "--child", str(folder)]
    p = subprocess.Popen(call, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert p.stdout is not None
    # Early steps come in every child, late ones seldom: aim at a kind of step first.
    aim = rng.choice(("migrate", "code", "code", "link", "checkpoint", "write"))
    skip = rng.randrange(4) if aim in ("code", "link") else 0
    committed, step = 0, None
    for line in p.stdout:
        kind, _, what = line.strip().partition(" ")
        if kind == "done":
            committed = int(what)
        elif kind == "step" and kill and what == aim:
            if skip:
                skip -= 1
                continue
            time.sleep(rng.random() * {"migrate": 0.12, "checkpoint": 0.004}.get(aim, 0.03))
            p.send_signal(signal.SIGKILL)
            step = aim
            for rest in p.stdout:
                if rest.startswith("done"):
                    committed = int(rest.split()[1])
            break
    error = p.stderr.read() if p.stderr else ""
    code = p.wait()
    if code not in (0, -signal.SIGKILL):
        raise BrokenError(f"the child failed by itself:\n{error[-2000:]}")
    return (step if code else None), committed


def kills(n: int, seed: int = 1, keep: Path | None = None) -> Counter[str]:
    """Do ``n`` kills; returns how many fell into which step, and ``whole runs``.

    Raises:
        BrokenError: a store did not survive; the folder is kept under ``keep``.
    """
    rng, coded, told = random.Random(seed), work(), Counter[str]()
    killed = 0
    while killed < n:
        folder = Path(tempfile.mkdtemp(prefix="waqai-faults-"))
        try:
            old_store(folder / "store.sqlite", coded)
            committed = OLD
            for attempt in range(12):
                step, done = one(folder, rng, kill=killed < n and attempt < 11)
                committed = max(committed, done)
                if step is None:
                    finish(folder, coded)
                    told["whole runs"] += 1
                    break
                killed += 1
                told[step] += 1
                check(folder, committed, coded)
        except BrokenError:
            if keep is not None:
                shutil.copytree(folder, keep, dirs_exist_ok=True)
            raise
        finally:
            shutil.rmtree(folder, ignore_errors=True)
    return told


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kills", nargs="?", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--child", type=Path)
    args = parser.parse_args()
    if args.child:
        child(args.child)
        return
    started = time.perf_counter()
    told = kills(args.kills, args.seed, args.keep)
    whole = told.pop("whole runs", 0)
    where = ", ".join(f"{n} while {step}" for step, n in sorted(told.items()))
    print(
        f"{sum(told.values())} kills ({where}); {whole} runs to the end in {time.perf_counter() - started:.0f} s: "
        "no claim lost, none doubled, verify clean"
    )


if __name__ == "__main__":
    main()
