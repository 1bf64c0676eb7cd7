"""OCHA COD-AB boundaries: a GeoJSON FeatureCollection of one administrative level with P-codes."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from waqai.errors import InputError
from waqai.resources.gazetteer.importers.common import Collector, decoded_lines, header_key, make_row
from waqai.resources.gazetteer.polygons import Area, rings_of
from waqai.resources.gazetteer.userstore import Batch

_KIND = {1: "governorate", 2: "district", 3: "subdistrict"}


def _properties(feature: dict[str, Any]) -> tuple[int, str, str, str, str]:
    """Level, code, parent code, Arabic and English name; from the spellings COD-AB editions use."""
    properties = {header_key(k): str(v).strip() for k, v in (feature.get("properties") or {}).items() if v is not None}
    codes = {}
    for key, value in properties.items():
        match = re.fullmatch(r"(?:adm|admin)(\d)(?:pcode|pcod|code|cod)", key)
        if match and value:
            codes[int(match.group(1))] = value
    own = properties.get("pcode")
    if own:
        codes[max((n for n in codes if codes[n] != own), default=0) + 1] = own
    levels = [n for n in codes if n in _KIND]
    if not levels:
        raise ValueError("no P-code (ADM1_PCODE, admin1Pcode, PCODE)")
    level = max(levels)
    names = {}
    for lang, keys in {
        "ar": (f"adm{level}ar", f"admin{level}namear", f"adm{level}namear", "nameara", "namear"),
        "en": (f"adm{level}en", f"admin{level}nameen", f"adm{level}nameen", "nameen", "name"),
    }.items():
        names[lang] = next((properties[k] for k in keys if properties.get(k)), "")
    return level, codes[level], codes.get(level - 1, ""), names["ar"], names["en"]


def read(path: Path) -> Batch:
    """Boundaries of a file, and the areas themselves as places.

    Raises:
        InputError: the file is refused; the message names features by number.
    """
    try:
        text = "\n".join(decoded_lines(path, path.read_bytes()))
        data = json.loads(text)
        features = data["features"]
    except OSError as e:
        raise InputError(f"{path}: {e.strerror}. Check the path.") from e
    except json.JSONDecodeError as e:
        raise InputError(f"{path}:{e.lineno}: no JSON ({e.msg}). Fetch it again.") from e
    except (KeyError, TypeError) as e:
        raise InputError(f"{path}:1: no FeatureCollection. Import the GeoJSON of one administrative level.") from e
    collector = Collector(path, "cod-ab")
    seen: set[str] = set()
    for n, feature in enumerate(features, 1):
        where = f"feature {n}"
        try:
            level, code, parent, name_ar, name_en = _properties(feature)
            area = Area(code, level, rings_of(feature["geometry"]))
        except (ValueError, KeyError, TypeError, AttributeError) as e:
            collector.fault(where, str(e) or "no geometry")
            continue
        if code in seen:
            collector.fault(where, f"P-code {code} stands twice")
            continue
        seen.add(code)
        lat, lon = area.centre()
        if collector.point(where, str(lat), str(lon), code[:2]) is None:
            continue
        collector.batch.areas.append(area)
        if name_ar:
            collector.add(
                where,
                make_row(
                    id=code,
                    kind=_KIND[level],
                    country=code[:2],
                    name_ar=name_ar,
                    name_en=name_en,
                    parent=parent or code[:2],
                    lat=lat,
                    lon=lon,
                    external=(f"pcode:{code}",),
                    source="cod-ab",
                ),
            )
    return collector.done()
