"""Near-duplicate reports: band keys of each report's signature, and which report repeats which."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

KEY = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """Create the tables and sign the reports that are already there, in order of arrival."""
    op.create_table("near", sa.Column("band", KEY, primary_key=True), sa.Column("report_seq", KEY, primary_key=True))
    op.create_table(
        "duplicate",
        sa.Column("rid", sa.String(24), primary_key=True),
        sa.Column("of_rid", sa.String(24), nullable=False),
        sa.Column("similarity", sa.Float, nullable=False),
    )
    op.create_index("ix_duplicate_of_rid", "duplicate", ["of_rid"])
    from waqai.store.duplicates import sign_all

    sign_all(op.get_bind())
