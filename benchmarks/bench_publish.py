"""Exports of many synthetic incidents: seconds of CPU and peak memory.

Run: ``python benchmarks/bench_publish.py [rows] [profile]`` (default 100000 internal). Each format runs in a process of its own.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FORMATS = ("csv", "parquet", "geoparquet", "xlsx", "acled", "ucdp-ged", "hapi", "geojson", "jsonl", "plover", "kml", "timemap")


class Many:
    """Sample incidents over and over, with ids and days of their own; nothing is kept."""

    def __init__(self, base: list, count: int) -> None:
        self.base, self.count = base, count

    def __iter__(self) -> Iterator:
        for n in range(self.count):
            row = self.base[n % len(self.base)]
            i, shift = row.incident, timedelta(days=n % 900)
            versions = tuple(
                replace(v, claim=replace(v.claim, id=f"{n:x}-{k}"), source=replace(v.source, id=str(n % 20_000)))
                for k, v in enumerate(row.versions)
            )
            moved = replace(i, id=f"{n:016x}", date_start=i.date_start - shift, date_end=i.date_end - shift, state="released")
            yield replace(row, incident=moved, versions=versions)


def one(name: str, count: int, profile: str) -> None:
    """Export one format and print a line."""
    sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "publish")]
    from publish_sample import sample_data

    from waqai.publish.export import export
    from waqai.publish.policy import disclose

    data = replace(sample_data(), incidents=Many(list(sample_data().incidents), count))
    if profile != "internal":
        data = disclose(data, profile)
    start = time.process_time()
    for _ in data.incidents:
        pass
    making = time.process_time() - start
    start = time.process_time()
    with tempfile.TemporaryDirectory() as folder:
        done = export(data, name, Path(folder) / name)
    spent = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(
        f"{name:11} {done.losses.written:>8} rows  {spent - making:6.1f} s CPU (+{making:.1f} s to make the rows)  peak {peak} MB",
        flush=True,
    )


def main() -> None:
    """All formats, one process each."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    profile = sys.argv[2] if len(sys.argv) > 2 else "internal"
    if len(sys.argv) > 3:
        one(sys.argv[3], count, profile)
        return
    for name in FORMATS:
        subprocess.run([sys.executable, __file__, str(count), profile, name], check=True)


if __name__ == "__main__":
    main()
