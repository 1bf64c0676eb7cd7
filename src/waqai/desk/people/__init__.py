"""The people of a desk: accounts, sessions, keys, and the audit trail. What is stored signs nobody in."""

from __future__ import annotations

from waqai.desk.people.accounts import MIN_PASSWORD, Accounts
from waqai.desk.people.model import PROFILES, ROLES, SCOPES, Account, Session, Token, clean_name
from waqai.desk.people.sessions import Sessions
from waqai.desk.people.tokens import Tokens

__all__ = ["MIN_PASSWORD", "PROFILES", "ROLES", "SCOPES", "Account", "People", "Session", "Token", "clean_name"]


class People(Accounts, Sessions, Tokens):
    """Everything a desk knows about its people."""
