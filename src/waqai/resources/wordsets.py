"""Named closed sets of words from ``data/grammar/sets.yml``, folded."""

from __future__ import annotations

from functools import cache

from waqai.errors import ResourceError
from waqai.normalise import fold
from waqai.resources.load import DATA, compiled, read_yaml


def _load() -> dict[str, frozenset[str]]:
    path = DATA / "grammar" / "sets.yml"

    def build() -> dict[str, frozenset[str]]:
        return {name: frozenset(fold(str(w)) for w in words) for name, words in read_yaml(path).items()}

    return compiled("wordsets", build, [path], __file__)


class _Sets(dict[str, frozenset[str]]):
    """Set name → its folded words. The file is read when the first set is asked for."""

    def __missing__(self, name: str) -> frozenset[str]:
        if not self:
            self.update(_load())
        if name not in self:
            raise ResourceError(f"data/grammar/sets.yml has no set {name!r}. Add it there.")
        return self[name]


wordset = _Sets().__getitem__
"""``wordset(name)``: the folded words of a named set, a hundred thousand times a second: the lookup itself, no function around it.

Raises:
    ResourceError: there is no such set.
"""


@cache
def wordmap(name: str) -> dict[str, str]:
    """A folded word → value map from ``data/grammar/NAME.yml``."""
    path = DATA / "grammar" / f"{name}.yml"

    def build() -> dict[str, str]:
        return {fold(str(w)): str(v) for w, v in read_yaml(path).items()}

    return compiled(f"map-{name}", build, [path], __file__)
