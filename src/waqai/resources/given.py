"""First names, from the list the disclosure policy masks by (``data/publish/names.yml``)."""

from __future__ import annotations

from functools import cache

from waqai.normalise import fold
from waqai.resources.load import DATA, compiled, read_yaml


@cache
def given_names() -> frozenset[str]:
    """Folded first names, those that are ordinary words too among them."""
    path = DATA / "publish" / "names.yml"

    def build() -> frozenset[str]:
        raw = read_yaml(path)
        return frozenset(fold(w) for key in ("given", "also_words") for w in str(raw[key]).split()) | {"عبد"}

    return compiled("given-names", build, [path], __file__)
