"""Reports into a store, claims into incidents, a store into files: the order of the rooms over many reports.

``read → code → store → link → store → publish``. Every step may be killed and begun again: what is coded is not
coded twice, and unchanged claims give unchanged incidents and the same bytes in every file.
"""

from __future__ import annotations

import contextlib
import importlib
import json
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

from waqai import statements, written
from waqai.errors import UsageError
from waqai.link import DEFAULT_RULE, RULES, LinkResult, link_claims, weights
from waqai.model import CodedReport, Report
from waqai.model.serial import coded_to_dict
from waqai.model.serial_incidents import incident_to_dict, tally_to_dict
from waqai.relink import relink
from waqai.store import StaleLinks, Store

BATCH = 200
_TRIES = 5
Coded = tuple[CodedReport, bytes | None, Report | None]


@dataclass
class Outcome:
    """What a run did: reports read, coded now, broken on, inputs not readable, rows of incidents changed, files written."""

    read: int = 0
    coded: int = 0
    broken: int = 0
    failed: int = 0
    incidents_changed: int = 0
    files: list[str] = field(default_factory=list)


class Session:
    """One run on one store. The run is registered only when there is something to write.

    Args:
        method: version of the coding method; a report coded by it is not coded again.
    """

    def __init__(self, store: Store, method: str, rule: str = DEFAULT_RULE) -> None:
        if rule not in RULES:
            raise UsageError(f"{rule!r} is no aggregation rule. Use one of: {', '.join(RULES)}.")
        self.store, self.method, self.rule = store, method, rule
        self._run: str | None = None

    @property
    def run_id(self) -> str:
        """Id of the run, registered on first use."""
        if self._run is None:
            self._run = self.store.start_run(self.method)
        return self._run

    def code(self, reports: Iterable[Report], code: Callable[[Report], CodedReport | None]) -> Outcome:
        """Code what is new and store it in batches: a killed run loses at most the last batch, never half of one.

        Args:
            code: codes one report; ``None`` says that it broke on this one, which is left out and tried again by the next run.
        """
        done = Outcome()
        batch: list[Coded] = []
        for r in reports:
            done.read += 1
            if self.store.has(r, self.method):
                continue
            coded = code(r)
            if coded is None:
                done.broken += 1
                continue
            batch.append((coded, _bytes_of(r), r))
            if len(batch) >= BATCH:
                done.coded += self.store.put_many(batch, self.run_id)
                batch = []
        if batch:
            done.coded += self.store.put_many(batch, self.run_id)
        return done

    def link(self) -> int:
        """Link what changed since the last linking; returns how many incident and tally rows changed."""
        note = mark(self.rule)
        for _ in range(_TRIES):
            head, at = self.store.head(), self.store.linked_at(note)
            if at == head:
                return 0
            with contextlib.suppress(StaleLinks):
                patch = None
                if at is not None:
                    with self.store.around(at) as around:
                        patch = relink(around, self.rule)
                if patch is not None:
                    return self.store.patch_incidents(patch, self.run_id, head, note)
                result = link(self.store, self.rule)
                return self.store.put_incidents(result.incidents, result.tallies, self.run_id, head, note)
        raise StaleLinks("Claims kept arriving while linking. Run again when the other run has ended.")


def mark(rule: str) -> str:
    """What a store notes after linking: what links or sums up in another way links everything anew."""
    return f"linked {weights().version} {rule} {RULES[rule]}"


def link(store: Store, rule: str = DEFAULT_RULE) -> LinkResult:
    """Incidents of everything in a store, reviewers heeded."""
    return link_claims(store.coded_reports(reviewed=True), store.decisions(), rule)


def _bytes_of(r: Report) -> bytes | None:
    """The bytes of a report that came from a file of its own; the store checks them against the hash."""
    if r.path is None or ".jsonl" in r.path:
        return None
    from waqai.store.ids import digest

    with contextlib.suppress(OSError):
        raw = Path(r.path).read_bytes()
        if digest(raw) == r.sha256:
            return raw
    return None


def write_files(store: Store, out: Path) -> list[str]:
    """Write ``claims.jsonl``, ``incidents.jsonl``, ``tallies.jsonl``, ``statements.jsonl``; then the publication, when that room is there.

    Each file appears whole or not at all: it is written aside and then takes its name. Lines are in an order that does not depend on
    arrival. Files that stand as written from the same store are left as they are.

    Returns:
        Names of the files, in the order written.
    """
    made_from = written.origin(store.last_hash())
    standing = written.unchanged(out, made_from)
    if standing is not None:
        return standing
    incidents = sorted(store.incidents(), key=lambda i: (str(i.date_start or i.date_end or "9999"), i.id))
    names = [
        _lines(out / "claims.jsonl", (coded_to_dict(c) for c in store.coded_reports(reviewed=True))),
        _lines(out / "incidents.jsonl", (incident_to_dict(i) for i in incidents)),
        _lines(out / "tallies.jsonl", (tally_to_dict(t) for t in store.tallies())),
        _lines(out / "statements.jsonl", statements.rows(store.coded_reports(reviewed=True), incidents)),
    ]
    names += _publish(store, out)
    # Another run may have written to the store meanwhile: then the files are of neither state, and the next run writes them.
    if written.origin(store.last_hash()) == made_from:
        written.note(out, made_from, names)
    return names


def _publish(store: Store, out: Path) -> list[str]:
    try:
        demo = importlib.import_module("waqai.publish.demo")
    except ModuleNotFoundError:
        return []
    return [Path(p).name for p in (demo.write_all(store, out) or ())]


def _lines(path: Path, rows: Iterable[dict[str, Any]]) -> str:
    with _whole(path) as f:
        for row in rows:
            f.write(json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n")
    return path.name


@contextlib.contextmanager
def _whole(path: Path) -> Iterator[IO[str]]:
    part = path.with_name(f".{path.name}.{os.getpid()}.part")  # two runs may write here at once
    try:
        with part.open("w", encoding="utf-8", errors="backslashreplace", newline="\n") as f:
            yield f
        part.replace(path)
    except OSError as e:
        raise UsageError(f"{path}: cannot be written ({e.strerror}). Choose another place with --out.") from e
    finally:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
