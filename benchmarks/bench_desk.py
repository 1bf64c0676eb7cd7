"""The desk under load. ``python -m benchmarks.bench_desk [--claims 200000] [--reviewers 20] [--seconds 120] [--think 1.0]``

Fills a store with synthetic claims, starts ``waqai serve`` on a loopback port, and lets reviewers work: inbox with filters, a report, a
decision, the incident, again and again, now and then any other page, each pausing about ``--think`` seconds. Then the server is killed
(SIGKILL) while they work on, and every decision that was acknowledged is looked for in the store.

Prints the median and 95th percentile by kind of page, the server's processor time, errors, and decisions counted on both ends. Exit code 1
when a decision is lost or a request failed.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import re
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import httpx

from benchmarks.bench_store import load
from waqai.desk import DeskConfig
from waqai.desk.people import People
from waqai.desk.tables import open_people
from waqai.store import open_store

# What people look at now and then, beside inbox, report, decision and incident.
OTHERS = {
    "list": "/incidents?page=3", "filter": "/inbox?type=ied&state=all&sort=day", "words": "/inbox?q=بات", "map": "/map",
    "points": "/map/points", "search": "/search?q=شمحو", "tallies": "/tallies", "dashboard": "/dashboard", "blind": "/quality/code",
    "account": "/account",
}  # fmt: skip
FLAGS = ("", "", "casualties", "disagree", "low", "unplaced")


class Reviewer:
    """One person at work."""

    def __init__(self, name: str, word: str, csrf: str, seed: int, base: str, think: float) -> None:
        self.name, self.csrf, self.think = name, csrf, think
        self.rng = random.Random(seed)
        self.client = httpx.AsyncClient(base_url=base, cookies={"waqai": word}, timeout=60)
        self.took: dict[str, list[float]] = {}
        self.errors: list[str] = []
        self.stored: list[str] = []
        self.conflicts = 0

    async def ask(self, kind: str, method: str, path: str, **kw: Any) -> httpx.Response | None:
        began = time.perf_counter()
        try:
            r = await self.client.request(method, path, **kw)
        except httpx.HTTPError as e:
            self.errors.append(f"{kind}: {type(e).__name__}")
            return None
        self.took.setdefault(kind, []).append((time.perf_counter() - began) * 1000)
        if r.status_code not in (200, 409):
            self.errors.append(f"{kind}: {r.status_code}")
            return None
        return r

    async def work(self, until: float, killed: asyncio.Event) -> None:
        # People do not sit down in the same second.
        await asyncio.sleep(self.rng.random() * 5 * self.think)
        while time.monotonic() < until and not killed.is_set():
            query = {"flag": self.rng.choice(FLAGS), "page": self.rng.randrange(1, 40)}
            page = await self.ask("inbox", "GET", "/inbox", params={k: v for k, v in query.items() if v})
            if self.rng.random() < 0.4:
                kind = self.rng.choice(list(OTHERS))
                await self.ask(kind, "GET", OTHERS[kind])
            links = re.findall(r'href="(/reports/[^"]+)"', page.text) if page else []
            for link in self.rng.sample(links, min(3, len(links))):
                if time.monotonic() >= until or killed.is_set():
                    break
                r = await self.ask("report", "GET", link.replace("&amp;", "&"))
                m = re.search(r'id="claim" data-id="([^"]+)" data-version="(\d+)"', r.text) if r else None
                if not m or not r:
                    continue
                await asyncio.sleep(self.rng.expovariate(1 / self.think))
                d = await self.ask(
                    "decision", "POST", f"/claims/{m[1]}/decide", data={"action": "accept", "version": m[2], "csrf": self.csrf},
                    headers={"X-Desk": "1"},
                )  # fmt: skip
                if d is not None and d.status_code == 200:
                    self.stored.append(f"{m[1]}/{d.json()['version']}")
                elif d is not None:
                    self.conflicts += 1
                at = re.search(r'href="(/incidents/[^"]+)" data-incident', r.text)
                if at and self.rng.random() < 0.3:
                    await self.ask("incident", "GET", at[1])


def cpu_seconds(pid: int) -> float:
    """Processor time a process has taken, user and system."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def start(store: str, port: int) -> subprocess.Popen[bytes]:
    where = ["--db", store] if "://" in store else [store]
    server = subprocess.Popen(
        [sys.executable, "-m", "waqai", "serve", *where, "--port", str(port)], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL
    )
    for _ in range(600):
        try:
            if httpx.get(f"http://127.0.0.1:{port}/healthz", timeout=5).status_code == 200:
                return server
        except httpx.HTTPError:
            time.sleep(0.2)
    raise SystemExit("the desk did not start")


async def run(args: argparse.Namespace, people: People, store: str, port: int) -> int:
    base = f"http://127.0.0.1:{port}"
    crew = []
    for n in range(args.reviewers):
        account = people.create(f"reviewer {n} {os.getpid()}", "reviewer", f"nine boats on {n * 7919} rivers", "bench")
        word, session = people.start(account)
        crew.append(Reviewer(account.name, word, session.csrf, n, base, args.think))
    began = time.perf_counter()
    server = start(store, port)
    first = httpx.get(f"{base}/inbox", cookies={"waqai": crew[0].client.cookies["waqai"]}, timeout=600)
    print(f"started, work list built, first page in {time.perf_counter() - began:.1f} s ({first.status_code})", flush=True)
    killed = asyncio.Event()
    spent = cpu_seconds(server.pid)
    until = time.monotonic() + args.seconds
    jobs = [asyncio.create_task(r.work(until + 30, killed)) for r in crew]
    await asyncio.sleep(args.seconds)
    before = [(len(r.errors), {k: len(v) for k, v in r.took.items()}) for r in crew]
    spent = cpu_seconds(server.pid) - spent
    os.kill(server.pid, signal.SIGKILL)
    server.wait()
    killed.set()
    await asyncio.gather(*jobs)
    failed = [e for r, (n, _) in zip(crew, before) for e in r.errors[:n]]
    worst = 0.0
    for kind in ("inbox", "report", "decision", "incident", *OTHERS):
        took = [t for r, (_, n) in zip(crew, before) for t in r.took.get(kind, [])[: n.get(kind, 0)]]
        if len(took) > 1:
            p95 = statistics.quantiles(took, n=20)[-1]
            worst = max(worst, p95)
            print(f"  {kind:<10} {len(took):>7,} requests   median {statistics.median(took):7.1f} ms   p95 {p95:7.1f} ms")
    asked = sum(sum(n.values()) for _, n in before)
    print(f"  server CPU {1000 * spent / max(1, asked):.1f} ms a request, {100 * spent / args.seconds:.0f} % of a core")
    acknowledged = [x for r in crew for x in r.stored]
    with open_store(store) as held:
        kept = {f"{d.subject}/{d.version}" for d in held.decisions()}
        lost = [x for x in acknowledged if x not in kept]
        broken = held.verify().broken if args.verify else ()
    conflicts = sum(r.conflicts for r in crew)
    print(f"decisions acknowledged {len(acknowledged):,}, in the store {len(kept):,}, lost {len(lost)}; conflicts shown {conflicts}")
    print(f"errors before the kill: {len(failed)} {sorted(set(failed))[:5]}; worst p95 {worst:.0f} ms; broken records {len(broken)}")
    return 1 if lost or failed or broken else 0


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--claims", type=int, default=200_000)
    parser.add_argument("--reviewers", type=int, default=20)
    parser.add_argument("--seconds", type=float, default=120)
    parser.add_argument("--think", type=float, default=1.0)
    parser.add_argument("--store", help="a store made before, to save the loading: a file, or postgresql://…")
    parser.add_argument("--verify", action="store_true", help="check every hash afterwards")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        where = args.store or str(Path(folder) / "store.sqlite")
        with open_store(where) as store:
            if not store.counts()["claim"]:
                load(store, args.claims)
        config = DeskConfig(store=where)
        if "://" not in where:
            Path(config.people_url()).unlink(missing_ok=True)
        people = People(open_people(config.people_url()), config.clock, (1, 8, 1))
        with socket.socket() as s:
            s.bind(("127.0.0.1", 0))
            port = s.getsockname()[1]
        code = asyncio.run(run(args, people, where, port))
    sys.exit(code)


if __name__ == "__main__":
    main()
