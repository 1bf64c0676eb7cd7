"""Bringing a store to the schema of this version. Upgrades keep all data; a newer store is refused, never touched."""

from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa

from waqai.errors import StoreError
from waqai.store.engine import reading, writing

HEAD = "0004"
KNOWN = ("0001", "0002", "0003", "0004")
_FOLDER = Path(__file__).with_name("migrations")


def current(engine: sa.Engine) -> str | None:
    """The revision of the store; ``None`` for an empty database."""
    with reading(engine) as conn:
        if not sa.inspect(conn).has_table("alembic_version"):
            return None
        row = conn.exec_driver_sql("SELECT version_num FROM alembic_version").first()
        return row[0] if row else None


def upgrade(engine: sa.Engine, to: str = HEAD) -> None:
    """Apply the missing migrations in one transaction: killed half-way, the store is as before.

    Raises:
        StoreError: the store was written by a newer Waqai, or the file belongs to another program.
    """
    now = current(engine)
    if now == to:
        return
    if now is not None and now not in KNOWN:
        raise StoreError(
            f"{engine.url.database}: written by a newer Waqai (schema {now}; this version knows up to {HEAD}). "
            "Upgrade Waqai, or restore a backup made with this version."
        )
    if now is None:
        with reading(engine) as conn:
            strangers = [n for n in sa.inspect(conn).get_table_names() if n != "spatial_ref_sys"]
        if strangers:
            raise StoreError(f"{engine.url.database}: holds tables of another program ({strangers[0]}, …). Give an empty database.")
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_FOLDER).replace("%", "%%"))
    with writing(engine) as conn:
        config.attributes["connection"] = conn
        command.upgrade(config, to)
