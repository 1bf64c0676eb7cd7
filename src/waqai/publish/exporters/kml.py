"""KML for map viewers: a placemark per placed incident, dated, coloured by family."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from xml.sax.saxutils import escape

from waqai.publish.data import ExportData, Row
from waqai.publish.exporters.base import Column, Losses, Options
from waqai.publish.exporters.words import summary
from waqai.publish.labels import family_of_type, label

# KML writes colours as alpha, blue, green, red.
_COLOURS = {
    "fighting": "ff2b3ab2",
    "explosion": "ff1884d0",
    "remote": "ff924b5a",
    "persons": "ff24272a",
    "security": "ff75722b",
    "other": "ff73848b",
}


class Kml:
    """A document of placemarks."""

    name = "kml"
    file_name = "incidents.kml"
    title = "Placed incidents for map viewers"
    media_type = "application/vnd.google-earth.kml+xml"
    columns: tuple[Column, ...] = ()

    def write(self, data: ExportData, rows: Iterable[Row], path: Path, losses: Losses, options: Options) -> list[Path]:
        """See ``Exporter.write``."""
        with path.open("w", encoding="utf-8") as f:
            f.write('<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2"><Document>\n')
            f.write(f"<name>Waqai</name><description>Profile {escape(data.profile)}, method {escape(data.method_version)}</description>\n")
            for name, colour in _COLOURS.items():
                # No icon address: a viewer must not call out to draw the map.
                f.write(f'<Style id="{name}"><IconStyle><color>{colour}</color><scale>0.9</scale></IconStyle></Style>\n')
            for row in rows:
                i = row.incident
                p = i.place
                if p is None or p.lat is None or p.lon is None:
                    losses.drop(i.id, "no coordinates")
                    continue
                if p.geo_precision != "exact":
                    losses.note(i.id, "area drawn as its middle point")
                when = f"<TimeSpan>{_tag('begin', i.date_start)}{_tag('end', i.date_end)}</TimeSpan>" if i.date_start or i.date_end else ""
                ar, en = label("event_type", i.event_type, "ar"), label("event_type", i.event_type, "en")
                title = f"{ar} · {p.name_ar} / {en}, {p.name_en or p.name_ar}"
                extra = {"incident_id": i.id, "state": i.state, "attribution": i.attribution, "geo_precision": str(p.geo_precision)}
                fields = "".join(f'<Data name="{k}"><value>{escape(v)}</value></Data>' for k, v in extra.items())
                f.write(
                    f'<Placemark id="i-{escape(i.id)}"><name>{escape(title)}</name><description>{escape(summary(row))}</description>{when}'
                    f"<styleUrl>#{family_of_type()[str(i.event_type)]}</styleUrl><ExtendedData>{fields}</ExtendedData>"
                    f"<Point><coordinates>{p.lon:.5f},{p.lat:.5f}</coordinates></Point></Placemark>\n"
                )
            f.write("</Document></kml>\n")
        return []


def _tag(name: str, value: object) -> str:
    return f"<{name}>{value}</{name}>" if value else ""


EXPORTERS = {"kml": Kml()}
