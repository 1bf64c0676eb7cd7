"""Whether the files of a run still are what its store would write: a run that changes nothing rewrites nothing.

``.written.json`` in the folder names what the files were made from (the last log record of the store, this installation of Waqai)
and the size and time of each. Anything else than the very same means: write them again. The file may be deleted at any time.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path

NAME = ".written.json"
PACKAGE = Path(__file__).resolve().parent


@cache
def installation(package: Path = PACKAGE) -> str:
    """Digest of the state of the code and its data: every file's name, size and time."""
    h = hashlib.sha256()
    for p in sorted(package.rglob("*")):
        if p.suffix != ".pyc" and p.is_file():
            s = p.stat()
            h.update(f"{p.relative_to(package).as_posix()}|{s.st_size}|{s.st_mtime_ns}\n".encode())
    return h.hexdigest()


def origin(head: str) -> str:
    """What files are made from: this code, and a store by ``head``, the hash of its last log record, which every change changes."""
    return hashlib.sha256(f"{head}|{installation()}".encode()).hexdigest()


def _state(path: Path) -> list[int]:
    s = path.stat()
    return [s.st_size, s.st_mtime_ns]


def unchanged(folder: Path, made_from: str) -> list[str] | None:
    """Names of the files when all stand as they were written from the same origin; ``None`` when they must be written."""
    with contextlib.suppress(OSError, ValueError, KeyError, TypeError, AttributeError):
        noted = json.loads((folder / NAME).read_text(encoding="utf-8"))
        files: dict[str, list[int]] = noted["files"]
        if noted["origin"] == made_from and files and all(_state(folder / name) == state for name, state in files.items()):
            return list(files)
    return None


def note(folder: Path, made_from: str, names: Iterable[str]) -> None:
    """Remember what was written. Where that cannot be written, the next run writes all files again."""
    with contextlib.suppress(OSError):
        text = json.dumps({"origin": made_from, "files": {n: _state(folder / n) for n in names}}, indent=1)
        part = folder / f"{NAME}.part"
        part.write_text(text + "\n", encoding="utf-8")
        part.replace(folder / NAME)
