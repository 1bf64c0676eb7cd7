"""Accounts and their passwords, kept as argon2id hashes."""

from __future__ import annotations

import json
import secrets
import threading
import unicodedata
from collections.abc import Callable
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from waqai.desk import tables as t
from waqai.desk.people.model import ROLES, Account, account_of, clean_name
from waqai.desk.people.trail import Trail
from waqai.errors import UsageError
from waqai.store.engine import reading

MIN_PASSWORD = 12


class Accounts(Trail):
    """All accounts.

    Args:
        cost: argon2 ``(time, memory in KiB, parallelism)``.
    """

    def __init__(self, engine: sa.Engine, clock: Callable[[], datetime], cost: tuple[int, int, int]) -> None:
        super().__init__(engine, clock)
        self._hasher = PasswordHasher(time_cost=cost[0], memory_cost=cost[1], parallelism=cost[2])
        # Each check takes tens of megabytes: a flood of guesses must not take them all at once.
        self._few = threading.BoundedSemaphore(2)
        self._nobody = self._hasher.hash(secrets.token_hex(16))

    def empty(self) -> bool:
        """Whether there is no account yet."""
        with reading(self.engine) as c:
            return c.execute(sa.select(t.account.c.id).limit(1)).first() is None

    def accounts(self) -> list[Account]:
        """All accounts by name."""
        with reading(self.engine) as c:
            return [account_of(r) for r in c.execute(t.account.select().order_by(t.account.c.name))]

    def account(self, account_id: int) -> Account | None:
        """One account; ``None`` when there is none."""
        with reading(self.engine) as c:
            r = c.execute(t.account.select().where(t.account.c.id == account_id)).first()
            return account_of(r) if r else None

    def create(self, name: str, role: str, password: str, by: str, must_change: bool = False) -> Account:
        """Add an account.

        Raises:
            UsageError: the argument names what is wrong: ``name``, ``role``, ``password`` or ``taken``.
        """
        name = clean_name(name)
        if role not in ROLES:
            raise UsageError("role")
        self._strong(password, name)
        secret = self._slow(lambda: self._hasher.hash(password))
        with t.changing(self.engine) as c:
            if c.execute(sa.select(t.account.c.id).where(sa.func.lower(t.account.c.name) == name.lower())).first():
                raise UsageError("taken")
            new = (c.execute(sa.select(sa.func.max(t.account.c.id))).scalar() or 0) + 1
            row = {
                "id": new, "name": name, "role": role, "password": secret, "must_change": must_change, "prefs": "{}",
                "created_at": self.now(),
            }  # fmt: skip
            c.execute(t.account.insert(), row)
            self._audit(c, by, "account.create", name, {"role": role})
        return Account(new, name, role, must_change)

    def _strong(self, password: str, name: str) -> None:
        if len(password) < MIN_PASSWORD or len(password) > 512 or len(set(password)) < 5 or name.lower() in password.lower():
            raise UsageError("password")

    def _slow(self, work: Callable[[], Any]) -> Any:
        with self._few:
            return work()

    def set_password(self, account_id: int, password: str, by: str, must_change: bool = False) -> None:
        """Replace a password; every session of the account ends.

        Raises:
            UsageError: it is too weak.
        """
        who = self.account(account_id)
        if who is None:
            raise UsageError("name")
        self._strong(password, who.name)
        secret = self._slow(lambda: self._hasher.hash(password))
        with t.changing(self.engine) as c:
            values = {"password": secret, "must_change": must_change}
            c.execute(t.account.update().where(t.account.c.id == account_id).values(**values))
            c.execute(t.session.delete().where(t.session.c.account_id == account_id))
            self._audit(c, by, "account.password", who.name, {})

    def change(self, account_id: int, by: str, role: str | None = None, disabled: bool | None = None) -> None:
        """Change role or state. The last admin stays.

        Raises:
            UsageError: ``role``, or ``last`` when no admin would remain.
        """
        if role is not None and role not in ROLES:
            raise UsageError("role")
        with t.changing(self.engine) as c:
            r = c.execute(t.account.select().where(t.account.c.id == account_id)).first()
            if r is None:
                raise UsageError("name")
            loses = r.role == "admin" and ((role or "admin") != "admin" or bool(disabled))
            others = c.execute(
                sa.select(sa.func.count()).select_from(t.account).where(
                    t.account.c.role == "admin", t.account.c.disabled_at.is_(None), t.account.c.id != account_id
                )
            ).scalar()  # fmt: skip
            if loses and not others:
                raise UsageError("last")
            values: dict[str, Any] = {}
            if role is not None:
                values["role"] = role
            if disabled is not None:
                values["disabled_at"] = self.now() if disabled else None
            if values:
                c.execute(t.account.update().where(t.account.c.id == account_id).values(**values))
                c.execute(t.session.delete().where(t.session.c.account_id == account_id))
                self._audit(c, by, "account.change", r.name, {"role": role, "disabled": disabled})

    def prefer(self, account: Account, **prefs: Any) -> None:
        """Keep a preference of a person (language, guard)."""
        with t.changing(self.engine) as c:
            merged = {**account.prefs, **prefs}
            c.execute(t.account.update().where(t.account.c.id == account.id).values(prefs=json.dumps(merged)))

    def check(self, name: str, password: str) -> Account | None:
        """The account when name and password fit; takes as long when they do not."""
        with reading(self.engine) as c:
            wanted = sa.func.lower(t.account.c.name) == unicodedata.normalize("NFKC", name).strip().lower()
            r = c.execute(t.account.select().where(wanted)).first()
        good = r is not None and r.disabled_at is None
        secret = r.password if r is not None else self._nobody
        try:
            self._slow(lambda: self._hasher.verify(secret, password[:512]))
        except (VerificationError, InvalidHashError):
            return None
        if not good or r is None:
            return None
        if self._hasher.check_needs_rehash(secret):
            fresh = self._slow(lambda: self._hasher.hash(password[:512]))
            with t.changing(self.engine) as c:
                c.execute(t.account.update().where(t.account.c.id == r.id).values(password=fresh))
        return account_of(r)
