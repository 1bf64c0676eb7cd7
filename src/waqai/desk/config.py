"""What can be set on a desk, and the fixed numbers of ``data/desk/settings.yml``."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

from waqai.resources.load import DATA, compiled, read_yaml

FOLDER = DATA / "desk"


@cache
def table(name: str) -> Any:
    """One YAML file of ``data/desk``, by stem."""
    path = FOLDER / f"{name}.yml"
    return compiled(f"desk-{name}", lambda: read_yaml(path), [path])


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True)
class Oidc:
    """An OpenID Connect provider people may sign in through.

    Attributes:
        issuer: the provider's address, as it names itself; ``https``, or ``http`` on this machine.
        client_id, client_secret: what the provider gave the desk; an empty secret is a public client.
        label: what the button says, after "with".
        new_role: role of an account made for somebody not known before; ``None`` lets in only whom an admin named.
    """

    issuer: str
    client_id: str
    client_secret: str = ""
    label: str = "OpenID Connect"
    new_role: str | None = None


@dataclass(frozen=True)
class DeskConfig:
    """One desk.

    Attributes:
        store: path of the store, or ``postgresql://…``.
        people: path or URL of the desk's own tables (accounts, sessions, drafts, work list); ``None``: beside an
            embedded store (``NAME.desk.sqlite``), in the same database as a server store.
        hosts: names the desk answers to; another ``Host`` header is refused (a page elsewhere cannot rebind to us).
        secure: served over HTTPS: cookies are ``Secure``, HSTS is sent.
        proxy: trust ``X-Forwarded-For`` of a proxy in front.
        clock: the present time, zone included; tests fix it.
        hash_cost: argon2 ``(time_cost, memory_cost in KiB, parallelism)``.
        oidc: a provider to sign in through; ``None``: names and passwords of the desk only.
        relink: ``auto`` (in this process for small stores, in a child for large ones), ``inline`` or ``off``.
    """

    store: str | Path
    people: str | Path | None = None
    hosts: tuple[str, ...] = ("localhost", "127.0.0.1", "[::1]")
    secure: bool = False
    proxy: bool = False
    clock: Callable[[], datetime] = field(default=_now)
    hash_cost: tuple[int, int, int] = (3, 65536, 2)
    relink: str = "auto"
    oidc: Oidc | None = None

    def people_url(self) -> str:
        """Where the desk's own tables are."""
        if self.people is not None:
            return str(self.people)
        where = str(self.store)
        if "://" in where:
            return where
        path = Path(where)
        return str(path.with_name(f"{path.stem}.desk.sqlite"))
