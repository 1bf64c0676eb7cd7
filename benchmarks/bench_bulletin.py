"""A month's bulletin of many incidents: seconds of CPU and peak memory, one process for each kind and language.

Run: ``python -m benchmarks.bench_bulletin [incidents] [--keep FOLDER]`` (default 500). The month before holds nine tenths as many.
Places are spread over all districts of Syria and Iraq, so that the map and the tables are as full as they get.
"""

from __future__ import annotations

import argparse
import random
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
CASES = (("html", "both"), ("docx", "both"), ("pdf", "ar"), ("pdf", "en"), ("pdf", "both"))
START, END = date(2025, 10, 1), date(2025, 10, 31)


def month(count: int):  # type: ignore[no-untyped-def]
    """Sample incidents with ids, days, places and tolls of their own: ``count`` in the month, nine tenths of it in the one before."""
    from publish_sample import sample_data

    from waqai.model import GeoPrecision
    from waqai.publish.areas import areas
    from waqai.publish.data import row_key

    data, dice = sample_data(), random.Random(5)
    base = [r for r in data.incidents if r.incident.place and r.incident.place.country in ("SY", "IQ")]
    districts = [a for a in areas().values() if a.level == 2 and a.country in ("SY", "IQ")]
    rows = []
    for n in range(count + count * 9 // 10):
        row, area = base[n % len(base)], districts[int(dice.random() ** 2 * len(districts))]
        governorate = areas()[area.parent]
        day = START + timedelta(days=dice.randrange(31)) if n < count else START - timedelta(days=1 + dice.randrange(31))
        place = replace(
            row.incident.place, id=f"w:{n}", admin1=governorate.name_en, admin2=area.name_en, admin3=None, pcode=area.code,
            country=area.country, lat=area.lat, lon=area.lon, geo_precision=GeoPrecision.UNPLACED if n % 40 == 0 else GeoPrecision.NEAR,
            name_ar=f"{row.incident.place.name_ar} {n}", name_en=f"{row.incident.place.name_en} {n}",
        )  # fmt: skip
        versions = tuple(
            replace(v, claim=replace(v.claim, id=f"{n:x}-{k}"), source=replace(v.source, id=str(n % 150)))
            for k, v in enumerate(row.versions)
        )
        dead = dice.choice((None, 0, 1, 1, 2, 3, 5))
        toll = replace(row.incident.fatalities, low=dead, best=dead, high=dead and dead + n % 3)
        incident = replace(
            row.incident,
            id=f"{n * 0x9E3779B97F4A7C15 % 2**64:016x}",
            date_start=day,
            date_end=day,
            state="released",
            place=place,
            fatalities=toll,
        )
        rows.append(replace(row, incident=incident, versions=versions))
    return replace(data, incidents=sorted(rows, key=row_key))


def one(suffix: str, lang: str, count: int, folder: Path, profile: bool) -> None:
    """Write one bulletin and print a line."""
    sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "publish")]
    from waqai.publish.bulletin import write_bulletin

    data = month(count)
    path = folder / f"bulletin-{lang}.{suffix}"
    if profile:
        import cProfile
        import pstats

        with cProfile.Profile() as p:
            write_bulletin(data, START, END, path, lang=lang)
        pstats.Stats(p).sort_stats("tottime").print_stats(35)
        pstats.Stats(p).sort_stats("cumtime").print_stats(60)
        return
    start = time.process_time()
    write_bulletin(data, START, END, path, lang=lang)
    spent = time.process_time() - start
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent += used.ru_utime + used.ru_stime
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{suffix:5} {lang:5} {count:>5} incidents  {spent:5.1f} s CPU  peak {peak} MB  {path.stat().st_size // 1024} kB", flush=True)


def main() -> None:
    """All cases, one process each."""
    parser = argparse.ArgumentParser()
    parser.add_argument("incidents", type=int, nargs="?", default=500)
    parser.add_argument("--keep", type=Path, help="folder the bulletins stay in")
    parser.add_argument("--case", nargs=2, help="one kind and language, as: pdf both")
    parser.add_argument("--profile", action="store_true", help="with --case: where the time goes")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        folder = args.keep or Path(made)
        folder.mkdir(parents=True, exist_ok=True)
        if args.case:
            one(*args.case, args.incidents, folder, args.profile)
            return
        for suffix, lang in CASES:
            again = [sys.executable, __file__, str(args.incidents), "--case", suffix, lang]
            subprocess.run([*again, "--keep", str(folder)], check=True)


if __name__ == "__main__":
    main()
