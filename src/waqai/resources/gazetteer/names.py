"""The names of all places, packed: one short string per first word, unpacked the first time that word is met.

A report meets a few hundred of thirty thousand first words; unpacking them all would cost more than reading the report.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, KeysView, Mapping

Entries = tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]
_WEAK = "~"


def pack(entries: Iterable[tuple[tuple[str, ...], tuple[str, ...], bool]]) -> str:
    """Entries of one first word to a string: rest words, tab, ids; a weak entry begins with ``~``."""
    return "\n".join(f"{_WEAK if weak else ''}{' '.join(rest)}\t{' '.join(ids)}" for rest, ids, weak in entries)


class Names(Mapping[str, Entries]):
    """First folded word → ``((remaining folded words, place ids), …)``, longest first; read like a dict."""

    __slots__ = ("_known", "_raw", "_weak")

    def __init__(self, raw: dict[str, str]) -> None:
        self._raw = raw
        self._known: dict[str, Entries] = {}
        self._weak: dict[str, frozenset[str]] = {}

    def __reduce__(self) -> tuple[type[Names], tuple[dict[str, str]]]:
        return Names, (self._raw,)

    def _unpack(self, first: str) -> Entries | None:
        raw = self._raw.get(first)
        if raw is None:
            return None
        out = []
        weak = []
        for line in raw.split("\n"):
            rest, _, ids = line.partition("\t")
            if rest.startswith(_WEAK):
                rest = rest[1:]
                weak.append(f"{first} {rest}" if rest else first)
            out.append((tuple(rest.split(" ")) if rest else (), tuple(ids.split(" "))))
        self._weak[first] = frozenset(weak)
        entries = self._known[first] = tuple(out)
        return entries

    def get(self, key: str, default: Entries | None = None) -> Entries | None:  # type: ignore[override]
        """Entries of a first word, or ``default``."""
        return self._known.get(key) or self._unpack(key) or default

    def __getitem__(self, key: str) -> Entries:
        entries = self.get(key)
        if entries is None:
            raise KeyError(key)
        return entries

    def __contains__(self, key: object) -> bool:
        return key in self._raw

    def __iter__(self) -> Iterator[str]:
        return iter(self._raw)

    def __len__(self) -> int:
        return len(self._raw)

    @property
    def firsts(self) -> KeysView[str]:
        """All first words."""
        return self._raw.keys()

    def is_weak(self, name: str) -> bool:
        """Whether a folded name stands in the index as a weak one only."""
        first = name.partition(" ")[0]
        if first not in self._weak and self._unpack(first) is None:
            return False
        return name in self._weak[first]


class WeakNames:
    """``name in weak``: membership test over ``Names.is_weak``."""

    __slots__ = ("_names",)

    def __init__(self, names: Names) -> None:
        self._names = names

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and self._names.is_weak(name)
