"""Reading data files, and a compiled cache so that a command starts in a fraction of a second.

``compiled("name", build, files)`` runs ``build`` once per state of ``files`` and keeps its result, pickled, in the user's cache
folder (``WAQAI_CACHE`` or ``~/.cache/waqai``). The key holds every file's size and modification time and the package's
source stamp, so an edit is seen at the next start; an unwritable folder only costs the time to build.
"""

from __future__ import annotations

import contextlib
import gc
import hashlib
import os
import pickle
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import yaml

from waqai.errors import ResourceError

T = TypeVar("T")
DATA = Path(__file__).resolve().parent.parent / "data"
_FORMAT = "1"


def data_files(pattern: str) -> list[Path]:
    """Files of the data room matching a glob, sorted; corpus files (``*.corpus.*``) are left out."""
    return sorted(p for p in DATA.glob(pattern) if ".corpus." not in p.name)


def fingerprint(*left_out: str) -> str:
    """Eight hex digits that name the state of the language data, by content; corpus files and the folders ``left_out`` do not count."""
    h = hashlib.sha256()
    for p in data_files("**/*"):
        name = p.relative_to(DATA)
        if p.is_file() and name.parts[0] not in left_out:
            h.update(f"{name.as_posix()}\0".encode() + p.read_bytes())
    return h.hexdigest()[:8]


def read_yaml(path: Path) -> Any:
    """Parse one YAML file.

    Raises:
        ResourceError: the file cannot be read or parsed; names the file and the line.
    """
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        with path.open(encoding="utf-8") as f:
            return yaml.load(f, Loader=loader)
    except (OSError, yaml.YAMLError) as e:
        raise ResourceError(f"{path}: {e}. Correct the file, then run: waqai lexicon check") from e


def read_tsv(path: Path) -> Iterator[dict[str, str]]:
    """Rows of a TSV file with a header line; ``#`` lines are comments.

    Raises:
        ResourceError: a row has more or fewer cells than the header; names file and line.
    """
    with path.open(encoding="utf-8") as f:
        header: list[str] | None = None
        for n, line in enumerate(f, 1):
            line = line.rstrip("\n")
            if not line or line.startswith("#"):
                continue
            cells = line.split("\t")
            if header is None:
                header = cells
                continue
            if len(cells) != len(header):
                raise ResourceError(f"{path}:{n}: {len(cells)} cells, the header has {len(header)}. Add or remove tabs.")
            yield dict(zip(header, cells))


def _cache_dir() -> Path:
    return Path(os.environ.get("WAQAI_CACHE") or Path.home() / ".cache" / "waqai")


def _stamp(files: Iterable[Path]) -> str:
    h = hashlib.sha256(f"{_FORMAT}|{sys.version_info[:2]}".encode())
    for p in files:
        s = p.stat()
        h.update(f"{p}|{s.st_size}|{s.st_mtime_ns}\n".encode())
    return h.hexdigest()[:24]


@contextlib.contextmanager
def without_collection() -> Iterator[None]:
    """No garbage collection meanwhile: thousands of fresh objects that all stay would be looked through again and again."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


_ALLOCATIONS = 20_000


def settle() -> None:
    """Once the tables are loaded: they stay for good, and the garbage collector need not look through them again.

    A report makes some thousands of small objects and leaves next to no cycles, so that what is new is looked through at every
    20,000 of them and not at every 700. For whole programs: it sets the collector of the process.
    """
    gc.freeze()
    gc.set_threshold(_ALLOCATIONS, 10, 10)


def compiled(name: str, build: Callable[[], T], files: Iterable[Path], code: str | None = None) -> T:
    """The result of ``build``, from the cache when nothing it depends on changed.

    Args:
        name: short name for the cache file.
        build: makes the value; must depend on ``files`` and its own source only.
        files: the data files it reads.
        code: ``__file__`` of the module that builds, so that a change of code invalidates the cache.
    """
    stamp_files = [*files, *([Path(code)] if code else [])]
    target = _cache_dir() / f"{name}-{_stamp(stamp_files)}.pickle"
    with contextlib.suppress(OSError, pickle.PickleError, EOFError, AttributeError, ImportError, IndexError), without_collection():
        with target.open("rb") as f:
            value: T = pickle.load(f)
        return value
    value = build()
    with contextlib.suppress(OSError):
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        tmp = target.with_name(f"{target.name}.{os.getpid()}")
        with tmp.open("wb") as f:
            pickle.dump(value, f, protocol=5)
        tmp.replace(target)
        for old in target.parent.glob(f"{name}-*.pickle"):
            if old != target:
                old.unlink(missing_ok=True)
    return value
