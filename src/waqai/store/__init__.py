"""The store: one data-access layer for the embedded and the server database."""

from waqai.model.decisions import Decision
from waqai.store.changes import Change
from waqai.store.decide import VersionConflict, reviewed
from waqai.store.filters import Filter
from waqai.store.query import Hit, Version
from waqai.store.store import StaleLinks, Store, open_store

__all__ = [
    "Change",
    "Decision",
    "Filter",
    "Hit",
    "StaleLinks",
    "Store",
    "Version",
    "VersionConflict",
    "open_store",
    "reviewed",
]
