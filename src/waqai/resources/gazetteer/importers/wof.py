"""Who's On First: a folder of GeoJSON features, one file per place, any depth."""

from __future__ import annotations

import json
from pathlib import Path

from waqai.errors import InputError
from waqai.resources.gazetteer.importers.common import Collector, decoded_lines, has_arabic, make_row
from waqai.resources.gazetteer.userstore import Batch

_KEPT = frozenset({"locality", "localadmin", "neighbourhood", "borough", "macrohood", "microhood", "campus"})


def _point(properties: dict[str, object]) -> tuple[str, str]:
    for prefix in ("lbl", "reversegeo", "geom"):
        lat, lon = properties.get(f"{prefix}:latitude"), properties.get(f"{prefix}:longitude")
        if lat is not None and lon is not None:
            return str(lat), str(lon)
    return "", ""


def read(path: Path) -> Batch:
    """Places of a folder that have an Arabic name; alternative geometries (``-alt-``) are passed over.

    Raises:
        InputError: the folder is missing or a file is refused; the message names files.
    """
    if not path.is_dir():
        raise InputError(f"{path}: no folder. Give the data folder of a Who's On First repository.")
    collector = Collector(path, "wof")
    for file in sorted(path.rglob("*.geojson")):
        if "-alt-" in file.name:
            continue
        where = file.relative_to(path)
        try:
            feature = json.loads("\n".join(decoded_lines(file, file.read_bytes())))
            properties = feature["properties"]
            id = int(properties["wof:id"])
        except (json.JSONDecodeError, KeyError, TypeError, ValueError) as e:
            collector.fault(where, f"no Who's On First feature ({e})")
            continue
        kind = str(properties.get("wof:placetype", ""))
        if kind not in _KEPT:
            collector.skip("place type not kept")
            continue
        names = [
            str(n)
            for key in ("name:ara_x_preferred", "name:ara_x_variant", "name:ara_x_colloquial")
            for n in properties.get(key) or ()
            if has_arabic(str(n))
        ]
        if not names:
            collector.skip("no Arabic name")
            continue
        country = str(properties.get("wof:country") or properties.get("iso:country") or "").upper()[:2]
        point = collector.point(where, *_point(properties), country)
        if point is None:
            continue
        other = properties.get("wof:concordances") or {}
        gn = other.get("gn:id")
        wd = other.get("wd:id") or other.get("wk:id")
        external = [f"wof:{id}"]
        external += [f"geonames:{gn}"] if gn else []
        external += [f"wikidata:{wd}"] if wd else []
        collector.add(
            where,
            make_row(
                id=f"wof:{id}",
                kind=kind,
                country=country,
                name_ar=names[0],
                variants=names[1:],
                name_en=str(properties.get("wof:name") or ""),
                lat=point[0],
                lon=point[1],
                population=str(properties.get("wof:population") or ""),
                external=external,
                source="wof",
            ),
        )
    return collector.done()
