"""Compiling ``data/actors`` and the registry's aliases into the actor lexicon. Runs once per state of the data."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from waqai.annotate.actor.lexicon import (
    BLOCK,
    CAPITAL,
    CONTEXT,
    COUNTRY,
    HEAD,
    NAME,
    PLACE,
    Compose,
    Context,
    Hit,
    Lemma,
    Lexicon,
    Node,
    bare_word,
)
from waqai.normalise import fold
from waqai.resources import DATA, read_yaml
from waqai.resources.registry import Registry

_WORD_SETS = (
    "links", "link_starts", "loaded", "honour", "speech", "place_before", "feminine", "detached", "military", "area",
    "place_type", "before_noun", "hosts", "belongs", "loyal", "backed", "suspected", "belonging",
    "tells", "that", "admits", "losses", "martyred", "recall", "tied", "ties", "no_own", "sides_with", "upon", "suffers", "not_title",
    "consists", "shelter", "models",
)  # fmt: skip


def words_of(text: str) -> list[str]:
    """Folded words of a data entry; every other sign is a space."""
    return "".join(c if c.isalnum() else " " for c in fold(text)).split()


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
    mods.update({w + "ا": k for w, k in list(mods.items()) if w.endswith("ي") and not w.startswith("ال")})  # ``عدوانا جويا إسرائيليا``
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
            (
                side,
                tuple(q for t in v["sure"] for q in _with_proclitics(path(t))),
                frozenset(q[0] for t in v["some"] if len(path(t)) == 1 for q in _with_proclitics(path(t))),
            )
            for side, v in phrases["voices"].items()
        ),
        compose=tuple(
            Compose(
                frozenset(r["heads"]),
                _set(r.get("links") or ()),
                frozenset(r.get("mods") or ()),
                frozenset(r["owners"])
                | {i for i, a in reg.actors.items() if a.side in (r.get("sides") or ()) and a.category == "armed_group"},
                r["gives"],
            )
            for r in phrases["compose"]
        ),
        heads_of={k: frozenset(v) for k, v in heads_of.items()},
        kinds_of=_kinds(reg),
        weak=frozenset(weak),
        opens=frozenset(w.removeprefix(p) for w in (*trie, *spelling) for p in ("", "ال")),
        heads=_owned_heads(trie, spelling),
        modifying=frozenset().union(
            mods, adjectives, sets["models"], sets["link_starts"], sets["loyal"], sets["suspected"], ("ل", "لل", '"')
        ),
        abroad=frozenset(phrases["abroad"]),
        foes=dict(phrases["foes"]),
        spokesmen={army: (row["party"], tuple(tuple(fold(w).split()) for w in row["words"])) for army, row in phrases["spokesmen"].items()},
        openings=tuple((side, path(name)) for side, names in phrases["openings"].items() for name in names),
        posts=_posts(trie, lemmas),
        homes=dict(phrases["homes"]),
        zones={k: (r["since"], r["until"], frozenset(tuple(fold(t).split()) for t in r["towns"])) for k, r in phrases["zones"].items()},
        soldiers_of=frozenset(phrases["soldiers_of"]),
        wrong_hamza=frozenset(phrases["wrong_hamza"]),
        counts={fold(str(k)): int(v) for k, v in phrases["counts"].items()},
        source_kinds=tuple((fold(k), v) for k, v in phrases["source_kinds"].items()),
        pronouns={fold(k): fold(v) for k, v in phrases["pronouns"].items()},
        **sets,
    )


def _armed_of(reg: Registry, side: str) -> frozenset[str]:
    """The ids of the armed groups of a side."""
    return frozenset(i for i, a in reg.actors.items() if a.side == side and a.category == "armed_group")


def _owned_heads(trie: Node, spelling: dict[str, str]) -> frozenset[str]:
    heads = {w for w, node in trie.items() if any(h.kind == HEAD for h in node.get("", ()))}
    return frozenset(heads | {w for w, known in spelling.items() if known in heads})


def _posts(trie: Node, lemmas: list[Lemma]) -> dict[str, str]:
    """Words for posts and vehicles, with and without the article, and what they are."""
    out: dict[str, str] = {}
    for word, node in trie.items():
        for h in node.get("", ()):
            if h.kind == HEAD and lemmas[h.value].id in ("post", "vehicle"):
                out[word] = out["ال" + word] = str(lemmas[h.value].object)
    return out


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


def _with_proclitics(words: tuple[str, ...]) -> list[tuple[str, ...]]:
    """A phrase as written and, when it begins with the article, behind a proclitic: ``للنصارى الكافرين``."""
    if not words[0].startswith("ال"):
        return [words]
    return [(p + words[0][2:], *words[1:]) for p in ("ال", "لل", "بال", "وال")]


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
    marks = ("hostile", "bare", "rank", "context", "adjective", "positive", "voice", "unlisted", "home")
    return Lemma(
        row["id"],
        row["role"],
        row.get("actor") or row.get("armed"),
        row.get("state"),
        row.get("object"),
        drugs=row.get("drugs"),
        party=row.get("party"),
        **{m: bool(row.get(m)) for m in marks},
    )


def _context(row: dict[str, Any]) -> Context:
    return Context(
        heads=tuple(fold(h) for h in row.get("heads") or ()),
        by_country=dict(row.get("by_country") or {}),
        by_side=dict(row.get("by_side") or {}),
        turned={side: (date.fromisoformat(str(row["day"])), row["to"]) for side, row in (row.get("turned") or {}).items()},
        late={side: tuple(ids) for side, ids in (row.get("late") or {}).items()},
        by_party=dict(row.get("by_party") or {}),
        default=row.get("default"),
        prefer=frozenset(row.get("prefer") or ()),
        flags=frozenset(k for k, v in row.items() if v is True),
    )
