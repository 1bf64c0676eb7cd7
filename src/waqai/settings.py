"""Settings of a run, read from the environment; each has its line in ``docs/reference/settings.md``."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Settings:
    """What can be set from outside.

    Attributes:
        cache: folder for compiled language data (``WAQAI_CACHE``); safe to delete at any time.
        shared: optional data folder for evaluation and benchmarks (``WAQAI_SHARED``, default ``../shared``); ``None``
            when it does not exist.
    """

    cache: Path = Path.home() / ".cache" / "waqai"
    shared: Path | None = None

    @classmethod
    def from_env(cls) -> Settings:
        """Settings of this process."""
        shared = Path(os.environ.get("WAQAI_SHARED") or "../shared")
        return cls(
            cache=Path(os.environ.get("WAQAI_CACHE") or Path.home() / ".cache" / "waqai"),
            shared=shared if shared.is_dir() else None,
        )
