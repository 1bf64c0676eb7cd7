"""What a run publishes beside its store: ``incidents.csv``, ``incidents.geojson`` and the page."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Protocol

from waqai.model import CodedReport
from waqai.model.incidents import Incident, TallyCheck
from waqai.publish.data import ExportData, build
from waqai.publish.export import write_one
from waqai.publish.page import write_page
from waqai.publish.policy import disclose


class StoreLike(Protocol):
    """What is read of a store."""

    def coded_reports(self, report_ids: list[str] | None = None, reviewed: bool = False) -> Iterable[CodedReport]:
        """Coded reports with their texts."""
        ...

    def incidents(self) -> Iterable[Incident]:
        """Current incidents."""
        ...

    def tallies(self) -> Iterable[TallyCheck]:
        """Current checks of tallies."""
        ...


def store_data(store: StoreLike, notice: tuple[str, str] | None = None) -> ExportData:
    """Everything of a store as export data, no policy applied."""
    from waqai import __version__

    return build(
        store.coded_reports(reviewed=True),
        list(store.incidents()),
        store.tallies(),
        method_version=__version__,
        notice=notice,
    )


def write_all(store: StoreLike, out: Path, profile: str | None = None) -> list[Path]:
    """Write the publication into ``out`` under a disclosure profile (``None``: the policy's default).

    Raises:
        UsageError: the folder cannot be written.
    """
    data = disclose(store_data(store), profile)
    files = [out / "incidents.csv", out / "incidents.geojson"]
    for path, name in zip(files, ("csv", "geojson")):
        write_one(data, name, path)
    page = write_page(data, out / "index.html", ["claims.jsonl", *(p.name for p in files)])
    return [*files, page]
