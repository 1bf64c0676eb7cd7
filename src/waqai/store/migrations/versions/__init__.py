"""Schema migrations, packaged with the wheel; Alembic runs them."""
