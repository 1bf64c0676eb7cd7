"""Waqai (وقائع): Arabic conflict news in, checkable event data out.

The library's first line: ``waqai.code_text("…", published="2025-11-29")``.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from waqai.pipeline import Coder, code_text

__version__ = "0.1.0"
__all__ = ["Coder", "__version__", "code_text"]


def __getattr__(name: str) -> Any:
    """The coder is loaded when it is first used, so that ``import waqai`` costs nothing."""
    if name in ("Coder", "code_text"):
        return getattr(import_module("waqai.pipeline"), name)
    raise AttributeError(f"module 'waqai' has no attribute {name!r}")
