"""The actor lexicon: one trie over folded words for names, heads, contexts and places, and a memo per distinct word.

A node is a dict from word to node; under the empty key it holds what ends there. Spellings are made one beforehand, so the
trie lists one form each.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, NamedTuple

from waqai.normalise import fold, readings
from waqai.resources import DATA, compiled, data_files, read_yaml
from waqai.resources.registry import Registry, registry

Node = dict[str, Any]
_FUTURE = frozenset(("س", "وس", "فس"))  # written onto verbs only
_POSSESSIVES = ("هما", "هم", "ها", "نا", "ه")
NAME, CONTEXT, HEAD, PLACE, COUNTRY, CAPITAL, BLOCK = range(7)
_WORD_SETS = (
    "links", "link_starts", "loaded", "honour", "speech", "place_before", "feminine", "detached", "military", "area",
    "place_type", "before_noun", "hosts", "belongs", "loyal", "backed",
)  # fmt: skip


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
    """A head noun. ``bare``: the definite noun alone is its country's body; ``actor``: who it is when alone."""

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


@dataclass(frozen=True, slots=True)
class Context:
    """A name that depends on where and by whom it is said; see ``data/actors/context.yml``.

    ``flags`` holds the marks of the entry: ``sources``, ``source_again``, ``persons``, ``gunmen``, ``armed`` and so on.
    """

    heads: tuple[str, ...]
    by_country: dict[str, str]
    by_side: dict[str, str]
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


@dataclass(slots=True)
class Lexicon:
    """Compiled data of the annotator; ``heads_of`` maps an actor to the first words of its names, folded without article.

    ``modifying`` are the words that may follow a head as its modifier or link.
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
    source_kinds: tuple[tuple[str, str], ...]
    pronouns: dict[str, str]
    weak: frozenset[str]
    modifying: frozenset[str]
    kinds_of: dict[str, frozenset[str]]
    counts: dict[str, int]
    memo: dict[str, tuple[tuple[str, Node], ...] | None] = field(default_factory=dict)
    leans: dict[str, frozenset[str] | None] = field(default_factory=dict)

    def starts(self, word: str) -> tuple[tuple[str, Node], ...] | None:
        """Nodes a path can begin with at ``word``, as ``(prefix, node)``; ``None`` when nothing begins there."""
        try:
            return self.memo[word]
        except KeyError:
            found = tuple(self._starts(word)) or None
            if len(self.memo) < 200_000:
                self.memo[word] = found
            return found

    def second(self, word: str, begin: Sequence[tuple[str, Node]]) -> frozenset[str] | None:
        """The words one of which must follow ``word`` for its nodes to mean anything; ``None`` when it may stand alone."""
        try:
            return self.leans[word]
        except KeyError:
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

    def _starts(self, word: str) -> list[tuple[str, Node]]:
        trie, spelling = self.trie, self.spelling
        out: list[tuple[str, Node]] = []
        for prefix, rest in readings(word):
            if prefix in _FUTURE:
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

    def _possessed(self, word: str) -> Iterable[tuple[str, Node]]:
        """Heads with a possessive ending: ``قواته``, ``عناصرها``, ``مقاتلونا`` → node with the marker ``+نا`` in the prefix."""
        for ending in _POSSESSIVES:
            if not word.endswith(ending) or len(word) - len(ending) < 3:
                continue
            stem = word[: -len(ending)]
            for prefix, rest in readings(stem):
                for form in (rest, rest[:-1] + "ه") if rest.endswith("ت") else (rest,):
                    node = self.trie.get(self.spell(form))
                    if node is None or prefix.endswith("ال") or prefix in _FUTURE or prefix in ("ك", "وك"):
                        continue
                    if any(h.kind == HEAD for h in node.get("", ())):
                        yield f"{prefix}+{ending}", {"": tuple(h for h in node[""] if h.kind == HEAD)}
                        return


def words_of(text: str) -> list[str]:
    """Folded words of a data entry; every other sign is a space."""
    return "".join(c if c.isalnum() else " " for c in fold(text)).split()


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The compiled lexicon.

    Raises:
        ResourceError: a data file is malformed.
    """
    files = [*data_files("actors/*.yml")]
    return compiled("actor-lexicon", lambda: build(registry()), files, __file__)


def build(reg: Registry) -> Lexicon:
    """Compile the YAML of ``data/actors`` with the registry's aliases."""
    folder = DATA / "actors"
    phrases: dict[str, Any] = read_yaml(folder / "phrases.yml")
    spelling = _spelling(phrases["spelling"])

    def path(text: str) -> tuple[str, ...]:
        return tuple(spelling.get(w) or (w.lower() if w.isascii() else w) for w in words_of(text))

    trie: Node = {}

    def put(words: tuple[str, ...], hit: Hit) -> None:
        node = trie
        for w in words:
            node = node.setdefault(w, {})
        ends = node.get("", ())
        if hit not in ends:
            node[""] = (*ends, hit)

    heads_of: dict[str, set[str]] = {}
    for actor in reg.actors.values():
        heads = heads_of.setdefault(actor.id, set())
        for alias in actor.aliases:
            words = path(alias.text)
            put(words, Hit(NAME, actor.id, alias.stance + ("+q" if alias.quoted else "")))
            if alias.stance == "neutral":
                heads.add(bare_word(words[0]))
    adjectives: dict[str, str] = {}
    weak: set[str] = set()
    for c in reg.countries.values():
        for name in c.names:
            put(path(name), Hit(COUNTRY, c.cc, name.endswith("?")))
        for name in c.capital:
            put(path(name), Hit(CAPITAL, c.cc))
        for name, region in c.places:
            put(path(name), Hit(PLACE, region, name.endswith("?")))
        for adj in c.adj:
            for form in _adjective(fold(adj.rstrip("?"))):
                if adjectives.setdefault(form, c.cc) == c.cc and adj.endswith("?"):
                    weak.add(form)
    contexts: list[Context] = []
    for row in read_yaml(folder / "context.yml"):
        for name in row["names"]:
            put(path(name), Hit(CONTEXT, len(contexts)))
        contexts.append(_context(row))
    lemmas: list[Lemma] = []
    for rows in read_yaml(folder / "heads.yml").values():
        for row in rows:
            for form in row["forms"]:
                for text, number in _forms(str(form)):
                    put(path(text), Hit(HEAD, len(lemmas), number))
            lemmas.append(_lemma(row))
    for text in phrases["blocked"]:
        put(path(text), Hit(BLOCK, None))
    mods = {fold(w): k for k, ws in phrases["mods"].items() for w in ws}
    mods.update({"ال" + w: k for w, k in list(mods.items()) if not w.startswith("ال")})
    sets: dict[str, Any] = {name: _set(phrases[name]) for name in _WORD_SETS}
    return Lexicon(
        trie=trie,
        lemmas=tuple(lemmas),
        contexts=tuple(contexts),
        spelling=spelling,
        adjectives=adjectives,
        mods=mods,
        outlets={str(name): side for side, names in phrases["outlets"].items() for name in names},
        voices=tuple(
            (side, tuple(path(t) for t in v["sure"]), frozenset(path(t)[0] for t in v["some"] if len(path(t)) == 1))
            for side, v in phrases["voices"].items()
        ),
        compose=tuple(
            Compose(
                frozenset(r["heads"]),
                _set(r.get("links") or ()),
                frozenset(r.get("mods") or ()),
                frozenset(r["owners"]),
                r["gives"],
            )
            for r in phrases["compose"]
        ),
        heads_of={k: frozenset(v) for k, v in heads_of.items()},
        kinds_of=_kinds(reg),
        weak=frozenset(weak),
        modifying=frozenset().union(mods, adjectives, sets["link_starts"], sets["loyal"], ("ل", "لل", '"')),
        abroad=frozenset(phrases["abroad"]),
        counts={fold(str(k)): int(v) for k, v in phrases["counts"].items()},
        source_kinds=tuple((fold(k), v) for k, v in phrases["source_kinds"].items()),
        pronouns={fold(k): fold(v) for k, v in phrases["pronouns"].items()},
        **sets,
    )


def bare_word(word: str) -> str:
    """A folded word without its article."""
    return word[2:] if word.startswith("ال") and len(word) > 4 else word


def _kinds(reg: Registry) -> dict[str, frozenset[str]]:
    """Actor → kinds of state body it is: so that ``الوزارة`` after a ministry of defence is not the ministry of health."""
    out: dict[str, set[str]] = {}
    for c in reg.countries.values():
        for kind, actor_id in c.bodies.items():
            out.setdefault(actor_id, set()).add(kind)
    for actor in reg.actors.values():
        army = reg.body(actor.country, "army")
        if actor.category == "state_force" and army and actor.id not in out:
            same = {p.actor for p in reg.actor(army).periods}
            if (actor.coded_as or actor.id) in same or {p.actor for p in actor.periods} & same:
                out[actor.id] = set(out[army])
    return {k: frozenset(v) for k, v in out.items()}


def _set(words: Iterable[str]) -> frozenset[str]:
    return frozenset(fold(w) for w in words)


def _spelling(table: dict[str, list[str]]) -> dict[str, str]:
    out: dict[str, str] = {}
    for target, variants in table.items():
        for v in variants:
            a, b = fold(v), fold(target)
            if a != b:
                out[a] = b
                if not a.startswith("ال"):
                    out["ال" + a] = "ال" + b
    return out


def _adjective(masculine: str) -> list[str]:
    """All written forms of a nisba: gender, number, article."""
    base = [masculine, masculine + "ه", masculine + "ا", masculine + "ون", masculine + "ين", masculine + "ان", masculine + "تان",
            masculine + "تين", masculine + "ات"]  # fmt: skip
    return base + ["ال" + b for b in base]


def _forms(spec: str) -> list[tuple[str, int]]:
    """Inflected forms of a head from its mark, with their number: 0 open, 1 one, 2 two, 3 more."""
    text, _, mark = spec.partition(":")
    if mark == "m":
        return [(text, 1), (text + "ا", 1), (text + "ان", 2), (text + "ون", 3), (text + "ين", 0), (text + "و", 3), (text + "ي", 0),
                (text + "ات", 3)]  # fmt: skip
    if mark == "f":
        stem = text[:-1] + "ت" if text.endswith("ة") else text + "ت"
        return [(text, 1), (stem + "ان", 2), (stem + "ين", 2), (stem + "ا", 2), (stem + "ي", 2), (stem[:-1] + "ات", 3)]
    if mark == "b":
        return [(text, 1), (text + "ا", 1), (text + "ان", 2), (text + "ين", 2)]
    if mark == "p":
        return [(text, 3), (text + "ا", 3)]
    return [(text, 0)]


def _lemma(row: dict[str, Any]) -> Lemma:
    marks = ("hostile", "bare", "rank", "context", "adjective", "positive", "voice", "unlisted")
    return Lemma(
        row["id"],
        row["role"],
        row.get("actor") or row.get("armed"),
        row.get("state"),
        row.get("object"),
        **{m: bool(row.get(m)) for m in marks},
    )


def _context(row: dict[str, Any]) -> Context:
    return Context(
        heads=tuple(fold(h) for h in row.get("heads") or ()),
        by_country=dict(row.get("by_country") or {}),
        by_side=dict(row.get("by_side") or {}),
        default=row.get("default"),
        prefer=frozenset(row.get("prefer") or ()),
        flags=frozenset(k for k, v in row.items() if v is True),
    )
