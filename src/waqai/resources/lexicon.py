"""The word lexicons (triggers, speech, weapons, cues), compiled to one index of surface forms.

``lexicon().hits(word)`` answers what a folded token can be, with its proclitics taken off; ``multi`` holds phrases by their first
word. An entry that needs company (``with``) or excludes it (``not``) carries the sets; the annotator checks them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any, NamedTuple

from waqai.errors import ResourceError
from waqai.normalise import fold, readings
from waqai.resources.conjugate import noun_forms, past_forms, plain_forms, present_forms
from waqai.resources.load import compiled, data_files, read_yaml

_VERB_PREFIXES = frozenset(("", "و", "ف", "س", "وس", "فس", "ل", "ول", "فل"))
_VERBS = frozenset(("past", "present", "passive"))
_LAYERS = {"triggers": "trigger", "speech": "speech", "weapons": "weapon", "cues": "cue", "casualties": "toll", "things": "thing"}


@dataclass(frozen=True, slots=True)
class Entry:
    """One lexical unit. ``company`` and ``exclude`` are folded words; ``phrases`` of ``exclude`` hold spaces."""

    id: str
    layer: str
    cls: str
    type: str | None
    role: str | None
    weapon: str | None
    device: str | None
    foiled: bool
    company: frozenset[str]
    anywhere: frozenset[str]
    exclude: frozenset[str]
    exclude_phrases: tuple[str, ...]


class Hit(NamedTuple):
    """A possible reading of a surface form: entry id and the form it stands in."""

    entry: str
    form: str


Meanings = tuple[tuple[tuple[str, Hit], ...], tuple[tuple[str, tuple[str, ...], Hit], ...]]
_NOTHING: Meanings = ((), ())  # so it is with most words


@dataclass(slots=True)
class Lexicon:
    """Compiled lexicon: ``entries`` by id, ``single`` by surface word, ``multi`` by first word of a phrase.

    ``feminine`` are the listed nouns that end in ``ة``; of any other word a ``ه`` at the end is a pronoun.
    """

    entries: dict[str, Entry] = field(default_factory=dict)
    single: dict[str, tuple[Hit, ...]] = field(default_factory=dict)
    multi: dict[str, tuple[tuple[tuple[str, ...], Hit], ...]] = field(default_factory=dict)
    feminine: set[str] = field(default_factory=set)
    _memo: dict[str, Meanings] = field(default_factory=dict)

    def hits(self, word: str) -> tuple[tuple[str, Hit], ...]:
        """``(prefix, hit)`` for every reading of a folded token; memoised."""
        return self.meanings(word)[0]

    def starts(self, word: str) -> tuple[tuple[str, tuple[str, ...], Hit], ...]:
        """``(prefix, remaining words, hit)`` of phrases this folded token can begin, longest first; memoised."""
        return self.meanings(word)[1]

    def meanings(self, word: str) -> Meanings:
        """``hits`` and ``starts`` of a folded token together; memoised when there are any."""
        found = self._memo.get(word)
        if found is None:
            found = self._read(word)
            if found is not _NOTHING:
                self._memo[word] = found
        return found

    def _read(self, word: str) -> Meanings:
        single, multi = self.single, self.multi
        hits: list[tuple[str, Hit]] = []
        starts: list[tuple[str, tuple[str, ...], Hit]] = []
        for prefix, rest in readings(word):
            if rest in single:
                verbal = prefix in _VERB_PREFIXES
                hits += [(prefix, hit) for hit in single[rest] if verbal or hit.form not in _VERBS]
            if rest in multi:
                starts += [(prefix, words, hit) for words, hit in multi[rest]]
        if not hits and not starts:
            return _NOTHING
        if len(starts) > 1:
            starts.sort(key=_longest)
        return tuple(hits), tuple(starts)


def _longest(start: tuple[str, tuple[str, ...], Hit]) -> int:
    return -len(start[1])


def _flat(words: Iterable[object]) -> Iterator[str]:
    """The words of a list that may hold another list (``[*persons, شهيد]``)."""
    for w in words:
        if isinstance(w, list):
            yield from map(str, w)
        else:
            yield str(w)


def _entry(layer: str, raw: dict[str, Any], where: str) -> Entry:
    try:
        exclude = [fold(str(w)) for w in raw.get("not", ())]
        return Entry(
            id=raw["id"], layer=layer, cls=raw.get("cls", layer), type=raw.get("type"), role=raw.get("role"),
            weapon=raw.get("weapon") or raw.get("value"), device=raw.get("device"), foiled=bool(raw.get("foiled")),
            company=frozenset(fold(w) for w in _flat(raw.get("with", ()))),
            anywhere=frozenset(fold(str(w)) for w in raw.get("needs-any", ())),
            exclude=frozenset(w for w in exclude if " " not in w), exclude_phrases=tuple(w for w in exclude if " " in w),
        )  # fmt: skip
    except KeyError as e:
        raise ResourceError(f"{where}: an entry has no {e}. Add it, then run: waqai lexicon check") from e


def _in_every_tense(company: frozenset[str], verbs: Mapping[str, set[str]]) -> frozenset[str]:
    """Company with every plain form of the verbs in it: ``استهدف`` also lets ``يستهدف`` and ``تستهدف`` speak for the entry."""
    return company.union(*(verbs[w] for w in company if w in verbs))


def _build() -> Lexicon:
    lex = Lexicon()
    single: dict[str, dict[Hit, None]] = {}
    multi: dict[str, dict[tuple[tuple[str, ...], Hit], None]] = {}
    # Equal hits, and equal tuples of them, are one object: the compiled file holds each once and loads four times as fast.
    hits: dict[tuple[str, str], Hit] = {}
    rows: dict[tuple[Hit, ...], tuple[Hit, ...]] = {}
    verbs: dict[str, set[str]] = {}  # past stem → its plain forms

    def add(surface: str, entry: str, form: str) -> None:
        words = surface.split()
        hit = hits.setdefault((entry, form), Hit(entry, form))
        if len(words) == 1:
            single.setdefault(words[0], {})[hit] = None
        else:
            multi.setdefault(words[0], {})[(tuple(words[1:]), hit)] = None

    for path in (*data_files("triggers/*.yml"), *data_files("words/*.yml")):
        stem = path.stem if path.parent.name == "words" else "triggers"
        layer = _LAYERS[stem]
        for raw in read_yaml(path) or ():
            e = _entry(layer, raw, path.name)
            key = f"{layer}.{e.id}"
            if key in lex.entries:
                raise ResourceError(f"{path.name}: the id {e.id} stands twice. Rename one.")
            lex.entries[key] = e
            for v in raw.get("v", ()):
                stems = [fold(s) for s in v.split()]
                verbs.setdefault(stems[0], set()).update(plain_forms(stems[0], stems[1]))
                for f in past_forms(stems[0]):
                    add(f, key, "past")
                for f in present_forms(stems[1]):
                    add(f, key, "present")
                if len(stems) > 2:
                    for f in past_forms(stems[2]):
                        add(f, key, "passive" if stems[2] != stems[0] else "past")
                if len(stems) > 3 and stems[3] != stems[1]:
                    for f in present_forms(stems[3]):
                        add(f, key, "passive")
            for m in raw.get("m", ()):
                for f in noun_forms(fold(m)):
                    add(f, key, "masdar")
            listed = map(fold, (*raw.get("m", ()), *raw.get("p", ()), *raw.get("ph", ())))
            lex.feminine.update(w for w in listed if w.endswith("ه"))
            for p in raw.get("p", ()):
                add(fold(p), key, "participle")
            for p in raw.get("ph", ()):
                add(fold(p), key, "phrase")
    lex.entries = {k: replace(e, company=_in_every_tense(e.company, verbs)) if e.company else e for k, e in lex.entries.items()}
    lex.single = {w: rows.setdefault(tuple(h), tuple(h)) for w, h in single.items()}
    lex.multi = {w: tuple(h) for w, h in multi.items()}
    return lex


@cache
def lexicon() -> Lexicon:
    """The compiled lexicon; built once per state of the data files."""
    files = [*data_files("triggers/*.yml"), *data_files("words/*.yml")]
    return compiled("lexicon", _build, files, __file__)
