"""Full text and geography: the only module that knows which database it talks to.

SQLite: FTS5 (``unicode61``) and R*Tree, whose 32-bit floats are re-checked on the exact coordinates. PostgreSQL:
``tsvector`` built from our own keys, and PostGIS geography. Both answer the same questions with the same rows.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

import sqlalchemy as sa

from waqai.store.search import Term

_SQLITE = (
    "CREATE VIRTUAL TABLE report_text USING fts5(keys, content='', tokenize='unicode61 remove_diacritics 0')",
    "CREATE VIRTUAL TABLE claim_box USING rtree(seq, lat_min, lat_max, lon_min, lon_max)",
    "CREATE TABLE claim_point (seq INTEGER PRIMARY KEY, lat REAL NOT NULL, lon REAL NOT NULL)",
)
_POSTGRES = (
    "CREATE EXTENSION IF NOT EXISTS postgis",
    "CREATE TABLE report_text (seq BIGINT PRIMARY KEY, keys tsvector NOT NULL)",
    "CREATE INDEX report_text_keys ON report_text USING gin (keys)",
    "CREATE TABLE claim_point (seq BIGINT PRIMARY KEY, point geography(Point, 4326) NOT NULL)",
    "CREATE INDEX claim_point_place ON claim_point USING gist (point)",
)
# PostgreSQL holds positions up to 16,383 and 256 a word; phrases are found up to there, words everywhere.
_PG_POSITIONS = 16383
_MANY = 5000
EARTH_KM = 6371.0088
_RIM_KM = 0.01  # 32-bit degrees, rounded outwards, are off by a few metres


def create(conn: sa.Connection) -> None:
    """Make the search and geography tables."""
    for statement in _SQLITE if conn.dialect.name == "sqlite" else _POSTGRES:
        conn.exec_driver_sql(statement)


def among(conn: sa.Connection, column: sa.ColumnElement[str], values: Sequence[str]) -> sa.ColumnElement[bool]:
    """``column IN values`` for a few hundred texts: one array on a server, which else plans for each value apart."""
    if conn.dialect.name == "sqlite":
        return column.in_(values)
    return column == sa.any_(sa.cast(list(values), sa.ARRAY(sa.Text)))


def index_texts(conn: sa.Connection, rows: Iterable[tuple[int, list[str]]]) -> None:
    """Add reports ``(seq, keys)`` to the text index."""
    if conn.dialect.name == "sqlite":
        if lines := [(seq, " ".join(keys)) for seq, keys in rows]:
            conn.exec_driver_sql("INSERT INTO report_text(rowid, keys) VALUES (?, ?)", lines)
        return
    if vectors := [(seq, _vector(keys)) for seq, keys in rows]:
        conn.exec_driver_sql("INSERT INTO report_text(seq, keys) VALUES (%s, %s::tsvector)", vectors)


def _vector(keys: list[str]) -> str:
    places: dict[str, list[int]] = {}
    for n, k in enumerate(keys, 1):
        places.setdefault(k, []).append(n)
    return " ".join(
        f"'{k}':{','.join(str(n) for n in at[:256] if n <= _PG_POSITIONS) or _PG_POSITIONS}" for k, at in sorted(places.items())
    )


def _fts5(term: Term) -> str:
    star = " *" if term.prefix else ""
    return "(" + " OR ".join('"' + " ".join(v) + '"' + star for v in term.variants()) + ")"


def _tsquery(term: Term) -> str:
    """One alternative per word, not per phrase: PostgreSQL takes them inside a phrase."""
    last = len(term.words) - 1
    words = []
    for n, heads in enumerate(term.alternatives()):
        star = ":*" if term.prefix and n == last else ""
        words.append("(" + " | ".join(f"'{w}'{star}" for w in heads) + ")")
    return "(" + " <-> ".join(words) + ")"


def find_texts(conn: sa.Connection, terms: Sequence[Term], limit: int) -> list[int]:
    """Sequence numbers of the reports that hold every term, newest arrival first."""
    if conn.dialect.name == "sqlite":
        rows = conn.exec_driver_sql(
            "SELECT rowid FROM report_text WHERE report_text MATCH ? ORDER BY rowid DESC LIMIT ?",
            (" AND ".join(_fts5(t) for t in terms), limit),
        )
        return [int(r[0]) for r in rows]
    query = " & ".join(_tsquery(t) for t in terms)
    # The planner takes every alternative for a frequent word and walks the table backwards. Ask the word index first; when it
    # brings very many, walking backwards is right.
    conn.exec_driver_sql("SET LOCAL enable_seqscan = off; SET LOCAL enable_indexscan = off")
    some = (
        "SELECT count(*), (array_agg(seq ORDER BY seq DESC))[1:%s] FROM (SELECT seq FROM report_text WHERE keys @@ %s::tsquery LIMIT %s) s"
    )
    count, found = conn.exec_driver_sql(some, (limit, query, _MANY)).one()
    conn.exec_driver_sql("SET LOCAL enable_seqscan = on; SET LOCAL enable_indexscan = on")
    if count < _MANY:
        return [int(s) for s in found or ()]
    rows = conn.exec_driver_sql("SELECT seq FROM report_text WHERE keys @@ %s::tsquery ORDER BY seq DESC LIMIT %s", (query, limit))
    return [int(r[0]) for r in rows]


def index_points(conn: sa.Connection, rows: Sequence[tuple[int, float, float]]) -> None:
    """Add claims ``(seq, lat, lon)`` in WGS84 degrees to the geography index."""
    if not rows:
        return
    if conn.dialect.name == "sqlite":
        conn.exec_driver_sql("INSERT INTO claim_point VALUES (?, ?, ?)", [tuple(r) for r in rows])
        boxes = [(s, lat, lat, lon, lon) for s, lat, lon in rows]
        conn.exec_driver_sql("INSERT INTO claim_box VALUES (?, ?, ?, ?, ?)", boxes)
        return
    points = [(s, lon, lat) for s, lat, lon in rows]
    conn.exec_driver_sql("INSERT INTO claim_point VALUES (%s, ST_SetSRID(ST_MakePoint(%s, %s), 4326)::geography)", points)


def kilometres(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Great-circle distance between two points in degrees."""
    a, b = math.radians(lat1), math.radians(lat2)
    h = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(math.radians(lon2 - lon1) / 2) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(h)))


def find_points(conn: sa.Connection, lat: float, lon: float, km: float) -> list[int]:
    """Sequence numbers of the claims within ``km`` of a point, superseded ones included, in order."""
    if conn.dialect.name != "sqlite":
        rows = conn.exec_driver_sql(
            "SELECT seq FROM claim_point WHERE ST_DWithin"
            "(point, ST_SetSRID(ST_MakePoint(%s, %s), 4326)::geography, %s, false) ORDER BY seq",
            (lon, lat, km * 1000),
        )
        return [int(r[0]) for r in rows]
    # A margin wider than a 32-bit float's error. Only what lies at the very rim is read again and tested on its exact coordinates.
    dlat = math.degrees(km / EARTH_KM) + 1e-4
    dlon = min(180.0, dlat / max(0.01, math.cos(math.radians(lat))))
    boxes = conn.exec_driver_sql(
        "SELECT seq, lat_min, lon_min FROM claim_box WHERE lat_min >= ? AND lat_max <= ? AND lon_min >= ? AND lon_max <= ?",
        (lat - dlat, lat + dlat, lon - dlon, lon + dlon),
    )
    far = [(int(s), kilometres(lat, lon, y, x) - km) for s, y, x in boxes]
    found = [s for s, over in far if over < -_RIM_KM]
    rim = [s for s, over in far if -_RIM_KM <= over <= _RIM_KM]
    for n in range(0, len(rim), _MANY):
        some = ",".join(map(str, rim[n : n + _MANY]))
        exact = conn.exec_driver_sql(f"SELECT seq, lat, lon FROM claim_point WHERE seq IN ({some})")
        found += [int(s) for s, y, x in exact if kilometres(lat, lon, y, x) <= km]
    return sorted(found)


def points_among(conn: sa.Connection, seqs: Sequence[int], lat: float, lon: float, km: float) -> list[int]:
    """Those of the claims with these sequence numbers that lie within ``km`` of a point, in order."""
    if conn.dialect.name != "sqlite":
        # A distance, not ``ST_DWithin``: the geography index would be asked first and read points of all times.
        rows = conn.exec_driver_sql(
            "SELECT seq FROM claim_point WHERE seq = ANY(%s) AND ST_Distance"
            "(point, ST_SetSRID(ST_MakePoint(%s, %s), 4326)::geography, false) <= %s ORDER BY seq",
            (list(seqs), lon, lat, km * 1000),
        )
        return [int(r[0]) for r in rows]
    high = math.degrees(km / EARTH_KM) + 1e-9
    some = f"SELECT seq, lat, lon FROM claim_point WHERE seq IN ({','.join(map(str, seqs))}) AND lat BETWEEN ? AND ?"
    points = conn.exec_driver_sql(some, (lat - high, lat + high))
    return sorted(int(s) for s, y, x in points if kilometres(lat, lon, y, x) <= km)
