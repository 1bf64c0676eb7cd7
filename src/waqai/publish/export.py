"""One call per export: the main file, its sidecars, what it lost, and a data package that describes them."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from waqai.errors import UsageError
from waqai.publish.data import ExportData
from waqai.publish.exporters.base import Column, Exporter, Losses, Options
from waqai.publish.exporters.registry import exporter
from waqai.publish.exporters.words import DRAFT
from waqai.publish.files import whole
from waqai.publish.sidecars import CLAIM_COLUMNS, SOURCE_COLUMNS, Sidecars

LICENCE = {"name": "CC-BY-4.0", "title": "Creative Commons Attribution 4.0", "path": "https://creativecommons.org/licenses/by/4.0/"}


@dataclass(frozen=True, slots=True)
class Exported:
    """What an export wrote: ``files`` with the main one first, and the account of its losses."""

    folder: Path
    files: tuple[Path, ...]
    losses: Losses


def export(data: ExportData, name: str, folder: Path, *, hxl: bool = False) -> Exported:
    """Write one format into ``folder``: all of it, or nothing.

    Args:
        data: already under a disclosure profile.
        name: a name of the registry.
        folder: made when absent; an earlier export of the same format in it is replaced as a whole.
        hxl: add the tag row where the format has one.

    Raises:
        UsageError: unknown format, a missing library, or a place that cannot be written.
    """
    chosen = exporter(name)
    part = folder.with_name(f".{folder.name}.{os.getpid()}.part")
    try:
        if folder.exists() and not folder.is_dir():
            raise NotADirectoryError("is not a folder")
        part.mkdir(parents=True)
    except OSError as e:
        raise UsageError(f"{folder}: cannot be written ({e.strerror or e}). Choose another folder with --out.") from e
    losses = Losses()
    try:
        sidecars = Sidecars(part, losses)
        try:
            main = part / chosen.file_name
            extra = chosen.write(data, sidecars.pass_on(data.incidents), main, losses, Options(hxl=hxl))
        finally:
            sidecars.close()
        _json(part / "losses.json", {"format": chosen.name, "profile": data.profile, **losses.report()})
        _json(
            part / "datapackage.json", package(chosen, data, part, [main, *extra], drafts=losses.drafts, hxl=hxl and chosen.name in TAGGED)
        )
        names = [main.name, *(p.name for p in extra), "claims.csv", "sources.csv", "losses.json", "datapackage.json"]
        folder.mkdir(exist_ok=True)
        for file in names:
            (part / file).replace(folder / file)
    finally:
        with suppress(OSError):
            shutil.rmtree(part)
    return Exported(folder, tuple(folder / n for n in names), losses)


def write_one(data: ExportData, name: str, path: Path, *, hxl: bool = False) -> Losses:
    """Write only the main file of a format, at ``path``; what it lost is returned, not written.

    Raises:
        UsageError: as ``export``.
    """
    chosen = exporter(name)
    losses = Losses()
    with whole(path) as tmp:
        rows = _counted(data, losses)
        chosen.write(data, rows, tmp, losses, Options(hxl=hxl))
    return losses


def _counted(data: ExportData, losses: Losses):  # type: ignore[no-untyped-def]
    for row in data.incidents:
        losses.dropped = None
        yield row
        losses.written += losses.dropped != row.incident.id


def _schema(columns: tuple[Column, ...] | list[Column]) -> dict[str, Any]:
    return {
        "fields": [
            {"name": c.name, "type": c.type, "description": c.about, **({"constraints": {"required": True}} if c.required else {})}
            for c in columns
        ],
        "missingValues": [""],
    }  # fmt: skip


#: How the first sheet of a workbook is read: names stand in its second row.
_SHEET = {"headerRows": [2], "commentRows": [1], "excel": {"sheet": "الحوادث"}}
#: Formats that take a row of HXL tags.
TAGGED = ("csv", "hapi")


def _resource(path: Path, columns: list[Column], media: str, title: str, *, hxl: bool = False) -> dict[str, Any]:
    raw = path.read_bytes() if path.stat().st_size < 1 << 22 else None
    digest = hashlib.sha256(raw).hexdigest() if raw is not None else _digest(path)
    out: dict[str, Any] = {
        "name": path.stem.lower().replace(".", "-").replace("_", "-"), "title": title, "path": path.name, "mediatype": media,
        "bytes": path.stat().st_size, "hash": f"sha256:{digest}", "encoding": "utf-8",
    }  # fmt: skip
    if columns:
        out["schema"] = _schema(columns)
        if media == "text/csv":
            out["profile"] = "tabular-data-resource"
    if hxl and media == "text/csv":
        # The tag row is no record.
        out["dialect"] = {"commentRows": [2]}
    elif path.suffix == ".xlsx":
        out["dialect"] = _SHEET
    elif path.suffix == ".parquet":
        # Validators read these through pandas, which counts no bytes and shows an empty whole number as nan.
        del out["bytes"]
        out["schema"]["missingValues"].append("nan")
    return out


def _digest(path: Path) -> str:
    h = hashlib.sha256()
    with path.open("rb") as f:
        while block := f.read(1 << 20):
            h.update(block)
    return h.hexdigest()


def package(chosen: Exporter, data: ExportData, folder: Path, files: list[Path], *, drafts: int = 0, hxl: bool = False) -> dict[str, Any]:
    """The Frictionless data package of an export."""
    tables = [_resource(folder / "claims.csv", list(CLAIM_COLUMNS), "text/csv", "Claims behind the incidents")]
    tables.append(_resource(folder / "sources.csv", list(SOURCE_COLUMNS), "text/csv", "Reports behind the claims"))
    main = _resource(files[0], list(chosen.columns), chosen.media_type, chosen.title, hxl=hxl)
    beside: dict[str, tuple[Column, ...]] = getattr(chosen, "beside", {})
    others = [_resource(p, list(beside.get(p.name, ())), chosen.media_type, chosen.title) for p in files[1:]]
    layout = {
        "acled": "ACLED layout, not ACLED data: rows are coded by Waqai from Arabic reports and carry X- ids.",
        "ucdp-ged": "UCDP GED layout, not UCDP data: rows are coded by Waqai; ids of UCDP are left empty.",
    }.get(chosen.name, "Coded by Waqai from Arabic reports; every figure is somebody's claim.")
    return {
        "profile": "data-package",
        "name": f"waqai-{chosen.name}",
        "title": f"{DRAFT} · {chosen.title}" if drafts else chosen.title,
        "description": layout,
        "licenses": [LICENCE],
        "version": data.method_version,
        **({"created": data.generated.isoformat()} if data.generated else {}),
        "waqai": {
            "profile": data.profile,
            "method_version": data.method_version,
            "drafts": drafts,
            "withheld": dict(sorted(data.withheld.items())),
        },
        "resources": [main, *others, *tables],
    }


def _json(path: Path, value: Any) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
