"""Finding neighbours: the days each claim may lie in, and indexes of what lasts several days."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

_SLICE = 5000


def upgrade() -> None:
    """Add the two days to every claim, worked out from the claim and its report, then the indexes."""
    op.add_column("claim", sa.Column("first_day", sa.Integer))
    op.add_column("claim", sa.Column("last_day", sa.Integer))
    _fill(op.get_bind())
    here, lasts = "ended_at IS NULL", "ended_at IS NULL AND date_end > date_start"
    for name, table, columns, where in (
        ("claim_by_neighbour", "claim", ["kind", "first_day", "last_day", "rid"], here),
        ("claim_lasting", "claim", ["date_end", "date_start", "seq"], lasts),
        ("incident_lasting", "incident", ["date_end", "date_start", "seq"], lasts),
    ):
        op.create_index(name, table, columns, sqlite_where=sa.text(where), postgresql_where=sa.text(where))


def _fill(conn: sa.Connection) -> None:
    from waqai.store.rows import span_of_payload

    read = sa.text(
        "SELECT c.seq, c.payload, k.report_payload FROM claim c JOIN coding k ON k.seq = c.coding_seq "
        "WHERE c.seq > :after ORDER BY c.seq LIMIT :slice"
    )
    write = sa.text("UPDATE claim SET first_day = :first, last_day = :last WHERE seq = :seq")
    after = 0
    while rows := conn.execute(read, {"after": after, "slice": _SLICE}).all():
        after = rows[-1].seq
        spans = [(r.seq, span_of_payload(r.payload, r.report_payload)) for r in rows]
        known = [{"seq": seq, "first": s[0], "last": s[1]} for seq, s in spans if s is not None]
        if known:
            conn.execute(write, known)
