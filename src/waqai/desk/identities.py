"""Which account an identity of a provider belongs to. The provider says who somebody is; an admin decided who may come in, and as what."""

from __future__ import annotations

import secrets

from waqai.desk import tables as t
from waqai.desk.config import Oidc
from waqai.desk.oidc import Identity
from waqai.desk.people import Account, People, clean_name
from waqai.errors import UsageError
from waqai.store.engine import reading


def account_of(people: People, who: Identity, settings: Oidc) -> Account | None:
    """The account of an identity; ``None`` when it may not come in.

    Known by issuer and subject. Somebody new takes the account an admin named by their verified e-mail address, once; with
    ``settings.new_role`` an account is made.
    """
    mine = (t.identity.c.issuer == who.issuer) & (t.identity.c.subject == who.subject)
    with reading(people.engine) as conn:
        held = conn.execute(t.identity.select().where(mine)).first()
    if held is not None:
        found = people.account(held.account_id)
        return None if found is None or found.disabled else found
    if who.email is None:
        return None
    return _named(people, who, who.email) or _made(people, who, who.email, settings)


def _named(people: People, who: Identity, email: str) -> Account | None:
    found = next((a for a in people.accounts() if a.name.casefold() == email.casefold()), None)
    if found is None or found.disabled:
        return None
    with reading(people.engine) as conn:
        if conn.execute(t.identity.select().where(t.identity.c.account_id == found.id)).first() is not None:
            return None  # another person of the provider holds it
    _bind(people, who, email, found)
    return people.account(found.id)


def _made(people: People, who: Identity, email: str, settings: Oidc) -> Account | None:
    if settings.new_role is None:
        return None
    try:
        found = people.create(clean_name(email), settings.new_role, secrets.token_urlsafe(32), "oidc")
    except UsageError:
        return None
    _bind(people, who, email, found)
    return people.account(found.id)


def _bind(people: People, who: Identity, email: str, account: Account) -> None:
    """From now on this identity is this account; a password handed over before signs nobody in any more."""
    people.set_password(account.id, secrets.token_urlsafe(32), "oidc")
    with t.changing(people.engine) as conn:
        row = {"issuer": who.issuer, "subject": who.subject, "account_id": account.id, "email": email, "at": people.now()}
        conn.execute(t.identity.insert(), row)
    people.audit(account.name, "identity.bind", email, issuer=who.issuer)
