"""Alembic runs this. The connection, and its transaction, come from ``waqai.store.migrate``."""

from alembic import context

from waqai.store.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    transactional_ddl=True,
    transaction_per_migration=False,
)
context.run_migrations()
