"""Gold documents, and system claims brought to the same flat form.

A gold document is ``NAME.json`` with ``NAME.txt`` beside it (or the text file its ``file`` names). The flat form has
one value a field: ``event_type``, ``perpetrator``, ``place_ar``, ``fatalities {low, high}`` … as in the coding guide.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from waqai.errors import InputError
from waqai.evaluate.compare import Flat

COUNTS = ("fatalities", "injuries", "captured")


@dataclass(frozen=True, slots=True)
class GoldDoc:
    """One coded document.

    Attributes:
        text: exactly as stored; ``None`` when the text is not there and only ready-made output can be scored.
        published: ISO date a reader of the document would know; ``None`` when not known.
        phenomena: names of what the document tests.
    """

    id: str
    text: str | None
    published: str | None
    outlet: str | None
    claims: tuple[Flat, ...]
    no_event: bool
    path: Path
    phenomena: tuple[str, ...] = field(default=())


def load_gold(folders: Iterable[Path]) -> list[GoldDoc]:
    """All documents of the folders, sorted by id.

    Raises:
        InputError: no document, a broken file, or the same id twice.
    """
    docs: dict[str, GoldDoc] = {}
    for folder in folders:
        if not folder.is_dir():
            raise InputError(f"{folder}: there is no such folder. Give folders of NAME.json and NAME.txt files")
        for path in sorted(folder.glob("*.json")):
            doc = _document(path)
            if doc is None:
                continue
            if doc.id in docs:
                raise InputError(f"{path}: id {doc.id} stands in {docs[doc.id].path} too. Rename one")
            docs[doc.id] = doc
    if not docs:
        raise InputError("no gold document found. Give folders of NAME.json and NAME.txt files")
    return [docs[i] for i in sorted(docs)]


def _document(path: Path) -> GoldDoc | None:
    try:
        data = json.loads(path.read_bytes())
    except ValueError as e:
        raise InputError(f"{path}: not valid JSON ({e}). Correct it") from e
    if not isinstance(data, dict) or "claims" not in data or "id" not in data:
        return None
    source = data.get("source") or {}
    named = path.parent / str(data.get("file") or "")
    # Coded seeds lie in gold/seeds and their texts in seeds, two folders up.
    places = (path.with_suffix(".txt"), named, path.parent.parent.parent / "seeds" / named.name)
    text = next((p.read_bytes().decode("utf-8-sig") for p in places if p.is_file()), None)
    return GoldDoc(
        id=str(data["id"]),
        text=text,
        published=data.get("doc_date") if data.get("feed_doc_date", True) else None,
        outlet=data.get("outlet") or source.get("outlet"),
        claims=tuple(data["claims"]),
        no_event=bool(data.get("no_event", not data["claims"])),
        path=path,
        phenomena=tuple(data.get("phenomena") or ()),
    )


def flat(claim: Mapping[str, Any]) -> Flat | None:
    """A claim of the claims contract in flat form; ``None`` for a statement, which is not scored."""
    if claim.get("kind") == "statement":
        return None
    tally = claim.get("kind") == "tally"
    place = claim.get("place") or {}
    weapons = claim.get("weapons") or []
    counts = {name: _bounds(claim.get(name)) for name in COUNTS}
    together = claim.get("killed_or_injured")
    if together:
        # n killed and wounded together: each at least one, at most all but one.
        high = None if together.get("high") is None else max(int(together["high"]) - 1, 1)
        for name in ("fatalities", "injuries"):
            if claim.get(name) is None:
                counts[name] = {"low": 1, "high": high}
    return {
        "event_type": claim.get("event_type"),
        "perpetrator": (claim.get("perpetrator") or {}).get("name_en"),
        "target": (claim.get("target") or {}).get("name_en"),
        "claimant": (claim.get("claimant") or {}).get("name_en"),
        "date_start": claim.get("date_start"),
        "date_end": claim.get("date_end"),
        "place_ar": place.get("name_ar"),
        "place_en": place.get("name_en"),
        "admin1_en": place.get("admin1"),
        "place_level": place.get("level") or "none",
        **counts,
        "weapon": weapons[0] if weapons else None,
        "modality": "aggregate" if tally else claim.get("modality"),
        "aggregate": tally,
        "trigger_ar": claim.get("trigger"),
    }


def _bounds(count: Mapping[str, Any] | None) -> dict[str, Any]:
    return {"low": None, "high": None} if count is None else {"low": count.get("low"), "high": count.get("high")}


def load_system(path: Path) -> dict[str, list[Flat]]:
    """System claims by document id, from ``waqai.claims/1`` lines or lines that are flat already.

    Raises:
        InputError: a line is not JSON, or an id occurs twice.
    """
    out: dict[str, list[Flat]] = {}
    for n, line in enumerate(_lines(path), 1):
        try:
            value = json.loads(line)
            contract = "report" in value
            identity = str(value["report"]["id"] if contract else value["id"])
            claims: Sequence[Mapping[str, Any]] = value.get("claims") or []
        except (ValueError, KeyError, TypeError) as e:
            raise InputError(f"{path}:{n}: not a line of claims ({e}). Make it with: waqai code --format jsonl") from e
        if identity in out:
            raise InputError(f"{path}:{n}: id {identity} occurs twice. Give each document its own id")
        out[identity] = [f for c in claims if (f := flat(c)) is not None] if contract else list(claims)
    return out


def _lines(path: Path) -> Iterator[str]:
    with path.open(encoding="utf-8") as f:
        yield from (line for line in f if line.strip())
