"""What the readings of both kinds of sentences share (see gsr_reading.py)."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml

from waqai.frame.arguments import Arguments
from waqai.frame.frames import Frame
from waqai.frame.scene import Scene
from waqai.model import ActorMention
from waqai.normalise import fold

Answer = dict[str, frozenset[str]]
Tokens = tuple[int, ...]
FIELDS = ("verb", "source", "target")
_NO = frozenset(("hypothetical", "negated"))


@cache
def _sets() -> dict[str, frozenset[str]]:
    raw = yaml.safe_load(Path(__file__).with_name("gsr.words.yml").read_text(encoding="utf-8"))
    return {str(name): frozenset(fold(str(w)) for w in members) for name, members in raw.items()}


def words(name: str) -> frozenset[str]:
    """The folded words of a set of ``gsr.words.yml``.

    Raises:
        KeyError: there is no such set.
    """
    return _sets()[name]


def one_of(word: str, among: frozenset[str]) -> bool:
    """The word, with or without a conjunction letter, is one of a set."""
    return word in among or word[1:] in among


class Reading:
    """One sentence with its frames; those that are denied or imagined stand apart in ``barred``."""

    def __init__(self, scene: Scene, frames: list[Frame]) -> None:
        self.scene = scene
        self.frames = [f for f in frames if f.drop not in _NO]
        self.barred = [f for f in frames if f.drop in _NO]
        self.phrases = Arguments(scene)
        self.words = scene.words

    def full(self, a: ActorMention) -> Tokens:
        """The noun phrase an actor mention heads."""
        return self.phrases.at(a.first) or tuple(range(a.first, a.last))

    def read(self) -> tuple[Tokens, Tokens, Tokens]:
        """Verb, source and target; three times nothing when no such event is told."""
        raise NotImplementedError
