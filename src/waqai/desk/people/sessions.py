"""Sessions of browsers: 256-bit random words, of which only the hash is kept."""

from __future__ import annotations

import json
import secrets
from datetime import datetime, timedelta

import sqlalchemy as sa

from waqai.desk import tables as t
from waqai.desk.people.model import Account, Session, hashed
from waqai.desk.people.trail import Trail
from waqai.store.engine import reading

IDLE = timedelta(hours=10)
LONGEST = timedelta(days=7)
_SEEN_EVERY = timedelta(minutes=2)


class Sessions(Trail):
    """Who is signed in."""

    def start(self, account: Account | None) -> tuple[str, Session]:
        """A new session: the word for the cookie, and the session."""
        word, csrf = secrets.token_urlsafe(32), secrets.token_urlsafe(24)
        now = self.now()
        with t.changing(self.engine) as c:
            row = {
                "hash": hashed(word), "account_id": account.id if account else None, "csrf": csrf, "created_at": now, "seen_at": now,
            }  # fmt: skip
            c.execute(t.session.insert(), row)
            old = (self._clock() - LONGEST).isoformat(timespec="milliseconds")
            c.execute(t.session.delete().where(t.session.c.created_at < old))
            if account is not None:
                self._audit(c, account.name, "session.start", account.name, {})
        return word, Session(hashed(word), account, csrf)

    def session(self, word: str | None) -> Session | None:
        """The session of a cookie; ``None`` when unknown, too old, or of a disabled account."""
        if not word:
            return None
        key, now = hashed(word), self._clock()
        with reading(self.engine) as c:
            q = sa.select(t.session, t.account).outerjoin(t.account, t.account.c.id == t.session.c.account_id)
            r = c.execute(q.where(t.session.c.hash == key)).mappings().first()
        if r is None:
            return None
        created, seen = datetime.fromisoformat(r[t.session.c.created_at]), datetime.fromisoformat(r[t.session.c.seen_at])
        if now - created > LONGEST or now - seen > IDLE or r[t.account.c.disabled_at] is not None:
            self.end(key)
            return None
        if now - seen > _SEEN_EVERY:
            with t.changing(self.engine) as c:
                c.execute(t.session.update().where(t.session.c.hash == key).values(seen_at=self.now()))
        account = None
        if r[t.session.c.account_id] is not None:
            if r[t.account.c.id] is None:
                return None
            account = Account(
                r[t.account.c.id], r[t.account.c.name], r[t.account.c.role], bool(r[t.account.c.must_change]), False,
                json.loads(r[t.account.c.prefs]), r[t.account.c.created_at],
            )  # fmt: skip
        return Session(key, account, r[t.session.c.csrf])

    def end(self, key: str) -> None:
        """End one session."""
        with t.changing(self.engine) as c:
            c.execute(t.session.delete().where(t.session.c.hash == key))

    def end_all(self, account_id: int) -> None:
        """End every session of an account."""
        with t.changing(self.engine) as c:
            c.execute(t.session.delete().where(t.session.c.account_id == account_id))
