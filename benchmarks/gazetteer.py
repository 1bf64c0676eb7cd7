"""Does the gazetteer find the right place? Coverage and correctness of ``find``, core alone and with a list imported.

    python -m benchmarks.gazetteer [--seed 7] [--names 500] [--json FILE] [--misses]

Needs the optional data folder (``WAQAI_SHARED``). Three name lists, all drawn with a fixed seed:

``news``     places of UCDP GED events, drawn by number of events, with their governorate: what reports name
``places``   places of UCDP GED events, each once
``table``    rows of the merged table, each once: mostly hamlets that never make the news

A name is found when the first candidate lies within 10 km. ``ged`` compares the core with the coordinates of every GED row
whose place has an Arabic name in the table of core candidates (within 5 km).
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import random
import sys
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

from waqai.resources.gazetteer import Gazetteer, index, userstore
from waqai.resources.gazetteer.importers import FORMATS
from waqai.resources.gazetteer.polygons import km_between
from waqai.resources.gazetteer.spelling import words

Case = tuple[str, str, float, float]


def shared() -> Path:
    return Path(os.environ.get("WAQAI_SHARED", Path(__file__).resolve().parents[1].parent / "shared")) / "gazetteer"


def rows(name: str) -> list[dict[str, str]]:
    with (shared() / name).open(encoding="utf-8") as f:
        return list(csv.DictReader(f))


def governorate(text: str) -> str:
    """GED's spelling of a governorate to its P-code; "" when unknown."""
    return GED_ADMIN.get(text.replace(" Governorate", "").replace(" governorate", "").replace(" province", "").strip(), "")


GED_ADMIN = {
    "Aleppo": "SY02", "Ar Raqqah": "SY11", "Damascus": "SY01", "Deir ez Zor": "SY09", "Hamah": "SY05", "Homs": "SY04",
    "Idlib": "SY07", "Latakia": "SY06", "Daraa": "SY12", "Rif Dimashq": "SY03", "Al Hasakah": "SY08", "As Suwayda": "SY13",
    "Quneitra": "SY14", "Tartus": "SY10", "Al Anbār": "IQG01", "Baghdād": "IQG08", "Nīnawá": "IQG15", "Kirkūk": "IQG13",
    "Diyālá": "IQG10", "Şalāḩ ad Dīn": "IQG16", "Bābil": "IQG07", "Arbīl": "IQG11", "Dahūk": "IQG09", "Wāsiţ": "IQG18",
    "As Sulaymānīyah": "IQG06", "Al Başrah": "IQG02", "Karbalā’": "IQG12", "An Najaf": "IQG04", "Dhī Qār": "IQG17",
    "Maysān": "IQG14", "Al Qādisīyah": "IQG05", "Al Muthanná": "IQG03",
}  # fmt: skip


def lists(seed: int, size: int) -> dict[str, list[Case]]:
    rng = random.Random(seed)
    ged = [r for r in rows("core_place_candidates_ranked_by_ged_events.csv") if r["name_ar"]]

    def case(r: dict[str, str]) -> Case:
        return r["name_ar"], governorate(r["adm_1"]), float(r["lat"]), float(r["lon"])

    table = [r for r in rows("gazetteer_syria_iraq_merged.csv") if r["name_ar"] and r["adm1_pcode"]]
    # A random row of the table is fair only when its name is not shared by several places of the governorate.
    seen: dict[tuple[str, str], int] = {}
    for r in table:
        key = (" ".join(words(r["name_ar"])), r["adm1_pcode"])
        seen[key] = seen.get(key, 0) + 1
    single = [r for r in table if seen[" ".join(words(r["name_ar"])), r["adm1_pcode"]] == 1]
    return {
        "news": [case(r) for r in rng.choices(ged, [int(r["events"]) for r in ged], k=size)],
        "places": [case(r) for r in rng.sample(ged, min(size, len(ged)))],
        "table": [(r["name_ar"], r["adm1_pcode"], float(r["lat"]), float(r["lon"])) for r in rng.sample(single, size)],
    }


def score(gaz: Gazetteer, cases: Iterable[Case], misses: list[str] | None) -> float:
    right = total = 0
    for name, within, lat, lon in cases:
        total += 1
        found = gaz.find(name, within or None)
        top = found[0].place if found else None
        km = km_between(lat, lon, top.lat, top.lon) if top and top.lat is not None and top.lon is not None else None
        if km is not None and km <= 10:
            right += 1
        elif misses is not None:
            misses.append(f"{name}\t{within}\t{top.name_ar if top else '-'}\t{'' if km is None else round(km)}\t{lat},{lon}")
    return right / total


def ged_agreement(gaz: Gazetteer, misses: list[str] | None) -> tuple[float, float, int]:
    """Share of GED events and of GED places whose core place of that name lies within 5 km."""
    near = events = places = ok = 0
    for r in rows("core_place_candidates_ranked_by_ged_events.csv"):
        if not r["name_ar"]:
            continue
        found = gaz.find(r["name_ar"], governorate(r["adm_1"]) or None, r["country"])
        lat, lon, n = float(r["lat"]), float(r["lon"]), int(r["events"])
        best = min(
            (
                km_between(lat, lon, c.place.lat, c.place.lon)
                for c in found
                if c.place.lat is not None and c.place.lon is not None and "sounds" not in c.reason
            ),
            default=None,
        )
        if best is None:
            continue
        places += 1
        events += n
        if best <= 5:
            near += n
            ok += 1
        elif misses is not None:
            misses.append(f"GED {r['ged_place']}\t{r['name_ar']}\t{best:.0f} km\t{n} events")
    return near / events, ok / places, places


def speed(gaz: Gazetteer) -> float:
    """Microseconds of one lookup, averaged over known and unknown names."""
    names = [" ".join(words(p.name_ar)) for i in list(gaz.ids())[::7] if (p := gaz.by_id(i))]
    names += [f"{n} لا" for n in names]
    for n in names:
        gaz.lookup(n)
    start = time.perf_counter()
    for n in names:
        gaz.lookup(n)
    return (time.perf_counter() - start) / len(names) * 1e6


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else "")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--names", type=int, default=500)
    parser.add_argument("--json", type=Path)
    parser.add_argument("--misses", action="store_true")
    args = parser.parse_args(argv)
    if not shared().is_dir():
        print("benchmarks.gazetteer: no data folder. Set WAQAI_SHARED.", file=sys.stderr)
        return 2
    out: dict[str, object] = {}
    core = index.gazetteer(user=False)
    cases = lists(args.seed, args.names)
    misses: list[str] | None = [] if args.misses else None
    out["core_places"] = len(core)
    for name, one in cases.items():
        out[f"core_find_{name}"] = round(score(core, one, misses), 4)
    events, places, count = ged_agreement(core, misses)
    out |= {"ged_events_5km": round(events, 4), "ged_places_5km": round(places, 4), "ged_places": count}
    out["lookup_us"] = round(speed(core), 2)
    with tempfile.TemporaryDirectory() as home:
        store = Path(home) / "gazetteer.sqlite"
        start = time.perf_counter()
        batch = FORMATS["csv"](shared() / "gazetteer_syria_iraq_merged.csv")
        userstore.save([batch], "2026-01-01", store)
        merged = userstore.merged(index.core.core_rows(), store)
        full = Gazetteer(*index.build(merged))
        out["import_s"] = round(time.perf_counter() - start, 2)
        out["import_rows"] = len(batch.rows)
    out["with_import_places"] = len(full)
    for name, one in cases.items():
        out[f"import_find_{name}"] = round(score(full, one, None), 4)
    for key, value in out.items():
        print(f"{key:22} {value}")
    if misses:
        print("\n".join(misses))
    if args.json:
        args.json.write_text(json.dumps(out, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
