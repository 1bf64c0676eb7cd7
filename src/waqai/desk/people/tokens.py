"""Keys to the API: random words, of which only the hash is kept, with scopes and a disclosure profile."""

from __future__ import annotations

import secrets
from typing import Any

import sqlalchemy as sa

from waqai.desk import tables as t
from waqai.desk.people.model import PROFILES, ROLES, SCOPES, Account, Token, hashed
from waqai.desk.people.trail import Trail
from waqai.errors import UsageError
from waqai.store.engine import reading


class Tokens(Trail):
    """Keys of all accounts."""

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
                "id": new, "account_id": account.id, "name": name.strip()[:80] or "token", "hash": hashed(word),
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
            r = c.execute(q.where(t.token.c.hash == hashed(word), t.token.c.revoked_at.is_(None))).mappings().first()
        if r is None or r[t.account.c.disabled_at] is not None:
            return None
        who = Account(r[t.account.c.id], r[t.account.c.name], r[t.account.c.role])
        scopes = set(r[t.token.c.scopes].split())
        if who.rank < ROLES.index("reviewer"):
            scopes.discard("reports:write")
        return Token(r[t.token.c.id], who, r[t.token.c.name], frozenset(scopes), r[t.token.c.profile])
