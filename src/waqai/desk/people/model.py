"""Accounts, sessions and tokens as values."""

from __future__ import annotations

import hashlib
import json
import unicodedata
from dataclasses import dataclass, field
from typing import Any

from waqai.errors import UsageError

ROLES = ("reader", "reviewer", "releaser", "admin")
SCOPES = ("claims:read", "incidents:read", "reports:write")
PROFILES = ("public", "partner", "internal")


@dataclass(frozen=True, slots=True)
class Account:
    """One person. ``rank`` orders roles: each may do what the roles before it may."""

    id: int
    name: str
    role: str
    must_change: bool = False
    disabled: bool = False
    prefs: dict[str, Any] = field(default_factory=dict)
    created_at: str = ""

    @property
    def rank(self) -> int:
        """0 reader … 3 admin."""
        return ROLES.index(self.role)


@dataclass(frozen=True, slots=True)
class Session:
    """One browser. ``account`` is ``None`` before signing in; ``csrf`` must come back with every change."""

    hash: str
    account: Account | None
    csrf: str


@dataclass(frozen=True, slots=True)
class Token:
    """One key to the API; what it may do, and the disclosure profile its answers pass."""

    id: int
    account: Account
    name: str
    scopes: frozenset[str]
    profile: str


def hashed(word: str) -> str:
    """What is kept of a secret word."""
    return hashlib.sha256(word.encode()).hexdigest()


def clean_name(name: str) -> str:
    """An account name: NFKC, no blanks around, 2–40 letters, digits, dots, dashes or spaces.

    Raises:
        UsageError: it is not.
    """
    name = unicodedata.normalize("NFKC", name).strip()
    if not 2 <= len(name) <= 40 or not all(c.isalnum() or c in "._- @" for c in name):
        raise UsageError("name")
    return name


def account_of(r: Any) -> Account:
    """The account of a row."""
    return Account(r.id, r.name, r.role, bool(r.must_change), r.disabled_at is not None, json.loads(r.prefs), r.created_at)
