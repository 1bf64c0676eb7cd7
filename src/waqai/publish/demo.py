"""What a run publishes beside its store: ``incidents.csv``, ``incidents.geojson`` and the page."""

from __future__ import annotations

from pathlib import Path

from waqai.publish.export import write_one
from waqai.publish.page import write_page
from waqai.publish.policy import disclose
from waqai.publish.stored import StoreLike, store_data


def write_all(store: StoreLike, out: Path, profile: str | None = None) -> list[Path]:
    """Write the publication into ``out`` under a disclosure profile (``None``: the policy's default).

    Raises:
        UsageError: the folder cannot be written.
    """
    data = disclose(store_data(store), profile)
    files = [out / "incidents.csv", out / "incidents.geojson"]
    for path, name in zip(files, ("csv", "geojson")):
        write_one(data, name, path)
    # The claims file of a run is for the house: the page links only what went through the policy.
    page = write_page(data, out / "index.html", [p.name for p in files])
    return [*files, page]
