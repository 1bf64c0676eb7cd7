"""Both days in the indexes: a week out of a million claims is found without reading the rows of the year before it."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

INDEXES = (
    ("claim_by_day", "claim", ()),
    ("claim_by_area", "claim", ("admin1",)),
    ("claim_by_type", "claim", ("event_type",)),
    ("claim_by_perpetrator", "claim", ("perpetrator",)),
    ("claim_by_place", "claim", ("place_id",)),
    ("incident_by_day", "incident", ()),
    ("incident_by_area", "incident", ("admin1",)),
)


def upgrade() -> None:
    """Replace each index by one with both days."""
    here = sa.text("ended_at IS NULL")
    for name, table, first in INDEXES:
        op.drop_index(name, table)
        op.create_index(name, table, [*first, "date_start", "seq", "date_end"], sqlite_where=here, postgresql_where=here)
