"""Accounts, passwords, sessions, tokens, and the desk's audit trail.

Passwords are kept as argon2id hashes, sessions and tokens as SHA-256 of 256-bit random words: what is stored signs
nobody in.
"""

from __future__ import annotations

import hashlib
import json
import secrets
import threading
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from waqai.desk import tables as t
from waqai.errors import UsageError
from waqai.store.engine import reading

ROLES = ("reader", "reviewer", "releaser", "admin")
SCOPES = ("claims:read", "incidents:read", "reports:write")
PROFILES = ("public", "partner", "internal")
MIN_PASSWORD = 12
IDLE = timedelta(hours=10)
LONGEST = timedelta(days=7)
_SEEN_EVERY = timedelta(minutes=2)


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


def _hash(word: str) -> str:
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


class People:
    """All accounts of a desk.

    Args:
        cost: argon2 ``(time, memory in KiB, parallelism)``.
    """

    def __init__(self, engine: sa.Engine, clock: Callable[[], datetime], cost: tuple[int, int, int]) -> None:
        self.engine, self._clock = engine, clock
        self._hasher = PasswordHasher(time_cost=cost[0], memory_cost=cost[1], parallelism=cost[2])
        # Each check takes tens of megabytes: a flood of guesses must not take them all at once.
        self._few = threading.BoundedSemaphore(2)
        self._nobody = self._hasher.hash(secrets.token_hex(16))

    def now(self) -> str:
        """The present time, ISO 8601 in UTC."""
        return self._clock().isoformat(timespec="milliseconds")

    # Accounts

    def empty(self) -> bool:
        """Whether there is no account yet."""
        with reading(self.engine) as c:
            return c.execute(sa.select(t.account.c.id).limit(1)).first() is None

    def accounts(self) -> list[Account]:
        """All accounts by name."""
        with reading(self.engine) as c:
            return [_account(r) for r in c.execute(t.account.select().order_by(t.account.c.name))]

    def account(self, account_id: int) -> Account | None:
        """One account; ``None`` when there is none."""
        with reading(self.engine) as c:
            r = c.execute(t.account.select().where(t.account.c.id == account_id)).first()
            return _account(r) if r else None

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
        return _account(r)

    # Sessions

    def start(self, account: Account | None) -> tuple[str, Session]:
        """A new session: the word for the cookie, and the session."""
        word, csrf = secrets.token_urlsafe(32), secrets.token_urlsafe(24)
        now = self.now()
        with t.changing(self.engine) as c:
            row = {
                "hash": _hash(word), "account_id": account.id if account else None, "csrf": csrf, "created_at": now, "seen_at": now,
            }  # fmt: skip
            c.execute(t.session.insert(), row)
            old = (self._clock() - LONGEST).isoformat(timespec="milliseconds")
            c.execute(t.session.delete().where(t.session.c.created_at < old))
            if account is not None:
                self._audit(c, account.name, "session.start", account.name, {})
        return word, Session(_hash(word), account, csrf)

    def session(self, word: str | None) -> Session | None:
        """The session of a cookie; ``None`` when unknown, too old, or of a disabled account."""
        if not word:
            return None
        hashed, now = _hash(word), self._clock()
        with reading(self.engine) as c:
            q = sa.select(t.session, t.account).outerjoin(t.account, t.account.c.id == t.session.c.account_id)
            r = c.execute(q.where(t.session.c.hash == hashed)).mappings().first()
        if r is None:
            return None
        created, seen = datetime.fromisoformat(r[t.session.c.created_at]), datetime.fromisoformat(r[t.session.c.seen_at])
        if now - created > LONGEST or now - seen > IDLE or r[t.account.c.disabled_at] is not None:
            self.end(hashed)
            return None
        if now - seen > _SEEN_EVERY:
            with t.changing(self.engine) as c:
                c.execute(t.session.update().where(t.session.c.hash == hashed).values(seen_at=self.now()))
        account = None
        if r[t.session.c.account_id] is not None:
            if r[t.account.c.id] is None:
                return None
            account = Account(
                r[t.account.c.id], r[t.account.c.name], r[t.account.c.role], bool(r[t.account.c.must_change]), False,
                json.loads(r[t.account.c.prefs]), r[t.account.c.created_at],
            )  # fmt: skip
        return Session(hashed, account, r[t.session.c.csrf])

    def end(self, hashed: str) -> None:
        """End one session."""
        with t.changing(self.engine) as c:
            c.execute(t.session.delete().where(t.session.c.hash == hashed))

    def end_all(self, account_id: int) -> None:
        """End every session of an account."""
        with t.changing(self.engine) as c:
            c.execute(t.session.delete().where(t.session.c.account_id == account_id))

    # Tokens

    def give_token(self, account: Account, name: str, scopes: list[str], profile: str) -> str:
        """A new API token; its word is shown once.

        Raises:
            UsageError: ``scope`` or ``profile``.
        """
        if not scopes or not set(scopes) <= set(SCOPES):
            raise UsageError("scope")
        if profile not in PROFILES or (profile == "internal" and account.role != "admin"):
            raise UsageError("profile")
        if "reports:write" in scopes and account.rank < ROLES.index("reviewer"):
            raise UsageError("scope")
        word = "wq_" + secrets.token_urlsafe(32)
        with t.changing(self.engine) as c:
            new = (c.execute(sa.select(sa.func.max(t.token.c.id))).scalar() or 0) + 1
            row = {
                "id": new, "account_id": account.id, "name": name.strip()[:80] or "token", "hash": _hash(word),
                "scopes": " ".join(sorted(scopes)), "profile": profile, "created_at": self.now(),
            }  # fmt: skip
            c.execute(t.token.insert(), row)
            self._audit(c, account.name, "token.create", str(new), {"scopes": scopes, "profile": profile})
        return word

    def tokens(self, account_id: int) -> list[dict[str, Any]]:
        """Tokens of an account, newest first, without their words."""
        with reading(self.engine) as c:
            q = t.token.select().where(t.token.c.account_id == account_id).order_by(t.token.c.id.desc())
            return [dict(r) for r in c.execute(q).mappings()]

    def revoke(self, token_id: int, account: Account) -> None:
        """Revoke a token of one's own; an admin any."""
        with t.changing(self.engine) as c:
            where = t.token.c.id == token_id
            if account.role != "admin":
                where = where & (t.token.c.account_id == account.id)
            c.execute(t.token.update().where(where, t.token.c.revoked_at.is_(None)).values(revoked_at=self.now()))
            self._audit(c, account.name, "token.revoke", str(token_id), {})

    def token(self, word: str) -> Token | None:
        """The token of a word; ``None`` when unknown, revoked, or of a disabled account."""
        with reading(self.engine) as c:
            q = sa.select(t.token, t.account).join(t.account, t.account.c.id == t.token.c.account_id)
            r = c.execute(q.where(t.token.c.hash == _hash(word), t.token.c.revoked_at.is_(None))).mappings().first()
        if r is None or r[t.account.c.disabled_at] is not None:
            return None
        who = Account(r[t.account.c.id], r[t.account.c.name], r[t.account.c.role])
        scopes = set(r[t.token.c.scopes].split())
        if who.rank < ROLES.index("reviewer"):
            scopes.discard("reports:write")
        return Token(r[t.token.c.id], who, r[t.token.c.name], frozenset(scopes), r[t.token.c.profile])

    # Audit

    def audit(self, who: str, action: str, subject: str, **detail: Any) -> None:
        """Append one line to the trail."""
        with t.changing(self.engine) as c:
            self._audit(c, who, action, subject, detail)

    def _audit(self, c: sa.Connection, who: str, action: str, subject: str, detail: dict[str, Any]) -> None:
        last = c.execute(sa.select(t.audit.c.seq, t.audit.c.hash).order_by(t.audit.c.seq.desc()).limit(1)).first()
        seq, prev = (last.seq + 1, last.hash) if last else (1, "0" * 64)
        at, text = self.now(), json.dumps(detail, ensure_ascii=False, sort_keys=True)
        h = _hash("|".join((str(seq), at, who, action, subject, text, prev)))
        row = {"seq": seq, "at": at, "who": who, "action": action, "subject": subject, "detail": text, "prev": prev, "hash": h}
        c.execute(t.audit.insert(), row)

    def trail(self, limit: int = 200, before: int | None = None) -> list[dict[str, Any]]:
        """The trail, newest first."""
        q = t.audit.select().order_by(t.audit.c.seq.desc()).limit(limit)
        if before is not None:
            q = q.where(t.audit.c.seq < before)
        with reading(self.engine) as c:
            return [dict(r) for r in c.execute(q).mappings()]

    def trail_whole(self) -> bool:
        """Whether every line of the trail still holds the hash of the one before."""
        prev = "0" * 64
        with reading(self.engine) as c:
            for n, r in enumerate(c.execute(t.audit.select().order_by(t.audit.c.seq)), 1):
                want = _hash("|".join((str(r.seq), r.at, r.who, r.action, r.subject, r.detail, prev)))
                if r.seq != n or r.prev != prev or r.hash != want:
                    return False
                prev = r.hash
        return True


def _account(r: Any) -> Account:
    return Account(r.id, r.name, r.role, bool(r.must_change), r.disabled_at is not None, json.loads(r.prefs), r.created_at)
