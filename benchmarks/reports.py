"""Invented reports with their claims as gold folders: ``benchmarks/reports/*.yml`` to learn from, ``benchmarks/unread/*.yml`` to measure.

    python -m benchmarks.reports OUT [--unread]

Writes ``OUT/ID.txt``, ``OUT/ID.json`` and ``OUT/inputs.jsonl`` for ``benchmarks.tune --gold OUT --inputs OUT/inputs.jsonl`` and
``waqai eval --gold OUT``. Whoever writes rules neither reads the unread reports nor tunes on them and looks at their totals only;
once read they move to ``reports``. Outlets, parties and places are real, persons and all but a few background incidents are not.
In the files ``[name, words]`` gives a canonical name and the words of the
text that say so; of several occurrences the one nearest to the trigger is meant, or the one counted by ``words@2``.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).with_name("reports")
UNREAD = Path(__file__).with_name("unread")
_COUNTS = (("f", "fatalities"), ("i", "injuries"), ("c", "captured"))


class WordsError(ValueError):
    """Words of a claim that do not stand in its report."""


def documents(folder: Path = FOLDER) -> Iterator[dict[str, Any]]:
    """The reports as written, in file order."""
    for path in sorted(folder.glob("*.yml")):
        yield from yaml.safe_load(path.read_text(encoding="utf-8"))


def _span(text: str, words: str, at: int) -> dict[str, Any]:
    head, _, nth = words.rpartition("@")
    wanted, n = (head, int(nth)) if head and nth.isdigit() else (words, 0)
    found = [i for i in range(len(text)) if text.startswith(wanted, i)]
    if not wanted or not found or n > len(found):
        raise WordsError(wanted)
    i = found[n - 1] if n else min(found, key=lambda x: abs(x - at))
    return {"text": wanted, "span": [i, i + len(wanted)]}


def _pair(value: Any) -> tuple[str | None, str | None]:
    if value is None or isinstance(value, str):
        return value, None
    return value[0], value[1] if len(value) > 1 else None


def _day(value: Any) -> str | None:
    return None if value is None else str(value)


def gold(doc: dict[str, Any]) -> dict[str, Any]:
    """One report as a gold record.

    Raises:
        WordsError: words of a claim do not stand in the text.
    """
    text, claims = doc["text"].strip("\n"), []
    for c in doc.get("claims") or ():
        evidence = {"trigger": _span(text, c["trig"], 0)}
        at = evidence["trigger"]["span"][0]
        out: dict[str, Any] = {"event_type": c["type"]}
        for field, key in (("perpetrator", "perp"), ("target", "target"), ("claimant", "claimant")):
            out[field], words = _pair(c.get(key) or ("outlet/correspondent" if key == "claimant" else None))
            if words:
                evidence[field] = _span(text, words, at)
        start, end, words = (*(c.get("date") or ()), None, None, None)[:3]
        out["date_start"], out["date_end"] = _day(start), _day(end)
        if words:
            evidence["date"] = _span(text, words, at)
        place = [*(c.get("place") or (None, None, None, "none"))]
        out["place_ar"], out["place_en"], out["admin1_en"], out["place_level"] = place[:4]
        if c.get("place"):
            evidence["place"] = _span(text, place[4] if len(place) > 4 else place[0], at)
        for key, field in _COUNTS:
            low, high, words = (*(c.get(key) or ()), None, None, None)[:3]
            out[field] = {"low": low, "high": high}
            if words:
                evidence[field] = _span(text, words, at)
        mode = c.get("mod", "reported")
        claims.append({**out, "weapon": c.get("weapon"), "modality": mode, "trigger_ar": evidence["trigger"]["text"],
                       "aggregate": mode == "aggregate", "evidence": evidence})  # fmt: skip
    return {"id": doc["id"], "doc_date": _day(doc.get("date")), "claims": claims, "no_event": not claims}


def write(out: Path, folder: Path = FOLDER) -> int:
    """Write the gold folder; the number of reports."""
    out.mkdir(parents=True, exist_ok=True)
    rows = []
    for doc in documents(folder):
        text = doc["text"].strip("\n")
        (out / f"{doc['id']}.txt").write_text(text, encoding="utf-8", newline="")
        (out / f"{doc['id']}.json").write_text(json.dumps(gold(doc), ensure_ascii=False, indent=1), encoding="utf-8")
        row = {"id": doc["id"], "text": text, "published_at": _day(doc.get("date")), "outlet": doc.get("outlet")}
        rows.append(json.dumps(row, ensure_ascii=False))
    (out / "inputs.jsonl").write_text("\n".join(rows) + "\n", encoding="utf-8")
    return len(rows)


def main() -> None:
    """Write the reports as a gold folder."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("out", type=Path)
    ap.add_argument("--unread", action="store_true", help="the half kept for measuring")
    a = ap.parse_args()
    print(write(a.out, UNREAD if a.unread else FOLDER), "reports")


if __name__ == "__main__":
    main()
