"""The actor lexicon: one trie over folded words for names, heads, contexts and places, and a memo per distinct word.

A node is a dict from word to node; under the empty key it holds what ends there. Spellings are made one beforehand, so the
trie lists one form each.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from waqai.normalise import readings
from waqai.resources import compiled, data_files
from waqai.resources.registry import registry

Node = dict[str, Any]
_FUTURE = frozenset(("س", "وس", "فس"))  # written onto verbs only
_POSSESSIVES = ("هما", "هم", "ها", "نا", "ه")
NAME, CONTEXT, HEAD, PLACE, COUNTRY, CAPITAL, BLOCK = range(7)


class Hit(NamedTuple):
    """What a path through the trie means: ``kind`` and its value.

    ``value`` is an actor id, a context or lemma index, or a region; ``extra`` the stance of a name (``+q`` = in quotes only)
    or the grammatical number of a head (0 open, 1, 2, 3).
    """

    kind: int
    value: Any
    extra: Any = None


@dataclass(frozen=True, slots=True)
class Lemma:
    """A head noun. ``bare``: the definite noun alone is its country's body; ``actor``: who it is when alone;
    ``drugs``: who it is in a report that tells of drugs; ``party``: whose it is where that party was named last."""

    id: str
    role: str
    actor: str | None = None
    state: str | None = None
    object: str | None = None
    hostile: bool = False
    bare: bool = False
    rank: bool = False
    context: bool = False
    adjective: bool = False
    positive: bool = False
    voice: bool = False
    unlisted: bool = False
    home: bool = False
    drugs: str | None = None
    party: str | None = None


@dataclass(frozen=True, slots=True)
class Context:
    """A name that depends on where and by whom it is said; see ``data/actors/context.yml``.

    ``flags`` holds the marks of the entry: ``sources``, ``source_again``, ``persons``, ``gunmen``, ``armed`` and so on.
    """

    heads: tuple[str, ...]
    by_country: dict[str, str]
    by_side: dict[str, str]
    by_party: dict[str, str]
    turned: dict[str, tuple[date, str]]
    late: dict[str, tuple[str, ...]]
    default: str | None
    prefer: frozenset[str]
    flags: frozenset[str]


class Compose(NamedTuple):
    """Heads with an owner that together mean ``gives``; ``links`` and ``mods``, when given, must stand between or on the head."""

    heads: frozenset[str]
    links: frozenset[str]
    mods: frozenset[str]
    owners: frozenset[str]
    gives: str


class Begins(dict[str, tuple[tuple[str, Node], ...] | None]):
    """Word → what a path can begin with there; fills itself and is emptied when it grows past a limit."""

    def __init__(self, lexicon: Lexicon) -> None:
        super().__init__()
        self.lexicon = lexicon

    def __reduce__(self) -> tuple[type[Begins], tuple[Lexicon]]:
        return Begins, (self.lexicon,)

    def __missing__(self, word: str) -> tuple[tuple[str, Node], ...] | None:
        if len(self) > 200_000:
            self.clear()
        found = self[word] = tuple(self.lexicon.read(word)) or None
        return found


@dataclass(slots=True)
class Lexicon:
    """Compiled data of the annotator; ``heads_of`` maps an actor to the first words of its names, folded without article.

    ``modifying`` are the words that may follow a head as its modifier or link, ``opens`` those a path may begin with once proclitics
    and article are off, ``heads`` the heads of one word, without proclitics.
    """

    trie: Node
    lemmas: tuple[Lemma, ...]
    contexts: tuple[Context, ...]
    spelling: dict[str, str]
    adjectives: dict[str, str]
    mods: dict[str, str]
    links: frozenset[str]
    link_starts: frozenset[str]
    loaded: frozenset[str]
    honour: frozenset[str]
    speech: frozenset[str]
    place_before: frozenset[str]
    outlets: dict[str, str]
    voices: tuple[tuple[str, tuple[tuple[str, ...], ...], frozenset[str]], ...]
    compose: tuple[Compose, ...]
    heads_of: dict[str, frozenset[str]]
    feminine: frozenset[str]
    detached: frozenset[str]
    abroad: frozenset[str]
    military: frozenset[str]
    area: frozenset[str]
    place_type: frozenset[str]
    before_noun: frozenset[str]
    hosts: frozenset[str]
    belongs: frozenset[str]
    loyal: frozenset[str]
    backed: frozenset[str]
    suspected: frozenset[str]
    belonging: frozenset[str]
    tells: frozenset[str]
    that: frozenset[str]
    admits: frozenset[str]
    losses: frozenset[str]
    martyred: frozenset[str]
    recall: frozenset[str]
    tied: frozenset[str]
    shelter: frozenset[str]
    ties: frozenset[str]
    posts: dict[str, str]
    no_own: frozenset[str]
    models: frozenset[str]
    sides_with: frozenset[str]
    upon: frozenset[str]
    suffers: frozenset[str]
    consists: frozenset[str]
    wrong_hamza: frozenset[str]
    not_title: frozenset[str]
    foes: dict[str, str]
    spokesmen: dict[str, tuple[str, tuple[tuple[str, ...], ...]]]
    openings: tuple[tuple[str, tuple[str, ...]], ...]
    homes: dict[str, str]
    zones: dict[str, tuple[date, date, frozenset[tuple[str, ...]]]]
    soldiers_of: frozenset[str]
    source_kinds: tuple[tuple[str, str], ...]
    pronouns: dict[str, str]
    weak: frozenset[str]
    modifying: frozenset[str]
    opens: frozenset[str]
    heads: frozenset[str]
    kinds_of: dict[str, frozenset[str]]
    counts: dict[str, int]
    leans: dict[str, frozenset[str] | None] = field(default_factory=dict)

    begins: Begins = field(init=False)

    def __post_init__(self) -> None:
        self.begins = Begins(self)

    def starts(self, word: str) -> tuple[tuple[str, Node], ...] | None:
        """Nodes a path can begin with at ``word``, as ``(prefix, node)``; ``None`` when nothing begins there."""
        return self.begins[word]

    def second(self, word: str, begin: Sequence[tuple[str, Node]]) -> frozenset[str] | None:
        """The words one of which must follow ``word`` for its nodes to mean anything; ``None`` when it may stand alone."""
        if word in self.leans:
            return self.leans[word]
        nodes = [node for _, node in begin]
        found = None if any("" in node for node in nodes) else frozenset().union(*nodes)
        if len(self.leans) < 200_000:
            self.leans[word] = found
        return found

    def spell(self, word: str) -> str:
        """The one spelling of a folded word; Latin letters in lower case."""
        got = self.spelling.get(word)
        if got is not None:
            return got
        return word.lower() if word.isascii() else word

    def read(self, word: str) -> list[tuple[str, Node]]:
        """What ``starts`` keeps, worked out."""
        trie, spelling, opens = self.trie, self.spelling, self.opens
        out: list[tuple[str, Node]] = []
        for prefix, rest in readings(word):
            if (rest not in opens and not rest.isascii()) or prefix in _FUTURE:
                continue
            rest = spelling.get(rest) or (rest.lower() if rest.isascii() else rest)
            node = trie.get(rest)
            if prefix.endswith("ال"):
                # للجيش = ل + الجيش: a name listed with its article, or a head read with it
                full = trie.get("ال" + rest) if prefix != "ال" else None
                if full is not None:
                    out.append((prefix[:-2], full))
                if node is not None:
                    out.append((prefix, node))
            elif node is not None and (len(rest) > 2 or not prefix):
                out.append((prefix, node))
        if word.endswith(_POSSESSIVES):
            out += self._possessed(word)
        return out

    def _is_head(self, stem: str) -> bool:
        return stem in self.heads or (stem.endswith("ت") and stem[:-1] + "ه" in self.heads)

    def _possessed(self, word: str) -> Iterable[tuple[str, Node]]:
        """Heads with a possessive ending: ``قواته``, ``عناصرها``, ``مقاتلونا`` → node with the marker ``+نا`` in the prefix."""
        for ending in _POSSESSIVES:
            if not word.endswith(ending) or len(word) - len(ending) < 3:
                continue
            stem = word[: -len(ending)]
            if not (self._is_head(stem) or self._is_head(stem[1:]) or self._is_head(stem[2:])):
                continue  # no more than two letters stand before a head with a possessive
            for prefix, rest in readings(stem):
                for form in (rest, rest[:-1] + "ه") if rest.endswith("ت") else (rest,):
                    node = self.trie.get(self.spell(form))
                    if node is None or prefix.endswith("ال") or prefix in _FUTURE or prefix in ("ك", "وك"):
                        continue
                    if any(h.kind == HEAD for h in node.get("", ())):
                        yield f"{prefix}+{ending}", {"": tuple(h for h in node[""] if h.kind == HEAD)}
                        return


def bare_word(word: str) -> str:
    """A folded word without its article."""
    return word[2:] if word.startswith("ال") and len(word) > 4 else word


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The compiled lexicon.

    Raises:
        ResourceError: a data file is malformed.
    """
    here = Path(__file__)

    def make() -> Lexicon:
        from waqai.annotate.actor.build import build

        return build(registry())

    return compiled("actor-lexicon", make, [*data_files("actors/*.yml"), here], str(here.with_name("build.py")))
