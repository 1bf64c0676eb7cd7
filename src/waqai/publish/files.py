"""Writing files whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from waqai.errors import UsageError


@contextmanager
def whole(path: Path) -> Iterator[Path]:
    """A temporary neighbour of ``path`` that takes its name when the block ends well, and vanishes when it does not.

    Raises:
        UsageError: the folder cannot be written; the message says which and what to do.
    """
    tmp = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.is_dir():
            raise IsADirectoryError("is a folder")
        tmp.touch()
    except OSError as e:
        raise UsageError(f"{path}: cannot be written ({e.strerror or e}). Choose another place with --out.") from e
    try:
        yield tmp
        tmp.replace(path)
    except BaseException:
        with suppress(OSError):
            tmp.unlink()
        raise
