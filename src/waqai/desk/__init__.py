"""The desk: the review web application. It stands above all rooms, as the command line does.

``create_app(DeskConfig(store="store.sqlite"))`` gives an ASGI application; ``waqai serve`` runs it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from waqai.desk.app import create_app
    from waqai.desk.config import DeskConfig

__all__ = ["DeskConfig", "create_app"]


def __getattr__(name: str) -> Any:
    if name == "create_app":
        from waqai.desk.app import create_app

        return create_app
    if name == "DeskConfig":
        from waqai.desk.config import DeskConfig

        return DeskConfig
    raise AttributeError(name)
