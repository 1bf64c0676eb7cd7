"""First pass: find actor phrases in the tokens. A phrase is a name, or a head with modifiers and an owner.

What a phrase refers to may stay open (a context name, a bare state body, a possessive); the second pass settles it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from waqai.annotate.actor.lexicon import BLOCK, CAPITAL, CONTEXT, COUNTRY, HEAD, NAME, PLACE, Hit, Lemma, Lexicon, Node
from waqai.model import Token
from waqai.normalise import readings
from waqai.resources.registry import Registry

_SKIP = frozenset('"\'_#')
_END = frozenset("\n.!?;:،,")
_OWNABLE = frozenset(("member", "gunman", "group", "object", "source", "org", "media", "state", "asset"))
_NATIONAL = frozenset(("member", "gunman", "group", "object", "asset", "state", "event", "org", "media"))


@dataclass(slots=True)
class Raw:
    """A phrase of the first pass: tokens ``[first, last)`` and what is known of its referent.

    ``target`` is ``("actor", id)``, ``("context", index)``, ``("body", kind)``, ``("own", ending)`` or ``None``.
    """

    first: int
    last: int
    head: int
    target: tuple[str, Any] | None
    form: str
    lemma: Lemma | None = None
    stance: str = "neutral"
    prefix: str = ""
    number: int | None = None
    definite: bool = False
    attrs: dict[str, str] = field(default_factory=dict)


class Scanner:
    """One text's first pass. ``places`` collects ``(token, region, weight)`` for telling the country."""

    def __init__(self, tokens: Sequence[Token], lex: Lexicon, reg: Registry, original: str = "") -> None:
        self.tokens = tokens
        self.original = original
        self.words = [t.word for t in tokens]
        self.lex = lex
        self.reg = reg
        self.places: list[tuple[int, str, float]] = []

    def run(self) -> list[Raw]:
        """All phrases, in text order, without overlaps."""
        out: list[Raw] = []
        words, memo, starts = self.words, self.lex.memo, self.lex.starts
        i, n = 0, len(words)
        while i < n:
            word = words[i]
            try:
                begin = memo[word]
            except KeyError:
                begin = starts(word)
            if begin is None:
                i += 1
                continue
            raw = self.parse(i, begin, 0)
            if raw is None:
                i += 1
            else:
                if raw.target is not None or raw.lemma is not None:
                    out.append(raw)
                i = raw.last if raw.last > i else i + 1
        return out

    def parse(self, i: int, begin: Sequence[tuple[str, Node]], depth: int) -> Raw | None:
        """The best phrase that begins at token ``i``; ``None`` when there is none."""
        paths: list[tuple[int, str, Hit]] = []
        for prefix, node in begin:
            for end, hits in self._walk(node, i + 1):
                paths.extend((end, prefix, h) for h in hits)
        if not paths:
            return None
        paths.sort(key=lambda p: (-p[0], p[2].kind != BLOCK, p[2].kind, len(p[1])))
        best: Raw | None = None
        blocked = 0
        for end, prefix, hit in paths:
            if end < blocked or (best is not None and best.last >= end and hit.kind != HEAD):
                continue
            kind = hit.kind
            raw: Raw | None = None
            if kind == BLOCK:
                blocked = end
                if best is None:
                    best = Raw(i, end, i, None, "blocked")
                continue
            if kind == NAME:
                raw = self._name(i, end, prefix, hit, depth)
            elif kind == CONTEXT:
                raw = Raw(i, end, i, ("context", hit.value), "definite", prefix=prefix, definite=True)
            elif kind == HEAD:
                raw = self._head(i, end, prefix, hit, depth)
            elif kind == PLACE:
                if depth == 0 and (not hit.extra or (i and self.words[i - 1] in self.lex.place_type)):
                    self.places.append((i, hit.value, 1.0))
            elif kind in (COUNTRY, CAPITAL):
                raw = self._country(i, end, prefix, hit, depth)
            if raw is not None and (best is None or best.target is None or raw.last > best.last) and (raw.last >= blocked):
                if best is not None and best.target is not None and raw.target is None:
                    continue
                best = raw
        if best is not None and best.form == "blocked" and depth:
            return None
        if best is not None and depth == 0:
            self._count(best)
            self._open(best)
        return best

    def _walk(self, node: Node, j: int) -> list[tuple[int, tuple[Hit, ...]]]:
        ends = [(j, node[""])] if "" in node else []
        if len(node) == 1 and ends:
            return ends
        words, spelling, n = self.words, self.lex.spelling, len(self.words)
        while j < n:
            w = words[j]
            if w in _SKIP:
                j += 1
                continue
            nxt = node.get(spelling.get(w, w))
            if nxt is None:
                if w.isascii():
                    nxt = node.get(w.lower())
                if nxt is None:
                    break
            node = nxt
            j += 1
            if "" in node:
                ends.append((j, node[""]))
        return ends

    def _name(self, i: int, end: int, prefix: str, hit: Hit, depth: int) -> Raw | None:
        stance = hit.extra
        if stance.endswith("+q"):
            stance = stance[:-2]
            opened = i > 0 and self.words[i - 1] in _SKIP
            if not opened and depth != 1:
                return None
        raw = Raw(i, end, i, ("actor", hit.value), "named", stance=stance, prefix=prefix)
        self._extend(raw)
        if depth < 3 and self.reg.actor(hit.value).periods:
            self._belongs(raw, depth)
        return raw

    def _belongs(self, raw: Raw, depth: int) -> None:
        """``جهاز الأمن العام التابع لهيئة تحرير الشام``: an owner told after a name of several eras settles it."""
        words, n = self.words, len(self.words)
        j = raw.last
        if j + 1 >= n or words[j] not in self.lex.belongs:
            return
        j += 1
        while j < n and (words[j] in _SKIP or words[j] == "ل"):
            j += 1
        begin = self.lex.starts(words[j]) if j < n else None
        owner = self.parse(j, begin, depth + 1) if begin else None
        if owner is not None and owner.target is not None:
            raw.target, raw.last = owner.target, owner.last
            self._extend(raw)

    def _extend(self, raw: Raw) -> None:
        """Loaded adjectives, an abbreviation in brackets, a closing quotation mark belong to the name."""
        words, lex, n = self.words, self.lex, len(self.words)
        for _ in range(3):
            e = raw.last
            if e >= n:
                return
            w = words[e]
            if w in lex.loaded:
                raw.last, raw.stance = e + 1, "hostile"
            elif w in lex.honour:
                raw.last, raw.stance = e + 1, "honorific"
            elif w == '"' and sum(1 for x in words[raw.first : e] if x == '"') % 2 == 1:
                raw.last = e + 1
            elif w in ('"', "(") and raw.target is not None and raw.target[0] == "actor":
                closing = self._apposition(e + 1, str(raw.target[1]))
                if closing is None:
                    return
                raw.last = closing
            else:
                return

    def _apposition(self, j: int, actor_id: str) -> int | None:
        """End of ``(قسد)`` or ``"قسد"`` after the name of the same actor; ``None`` when something else stands there."""
        words, n = self.words, len(self.words)
        while j < n and words[j] in ('"', "(", "#"):
            j += 1
        begin = self.lex.starts(words[j]) if j < n else None
        for prefix, node in begin or ():
            if prefix:
                continue
            for end, hits in reversed(self._walk(node, j + 1)):
                if any(h.kind == NAME and self._same(h.value, actor_id) for h in hits):
                    while end < n and words[end] in ('"', ")"):
                        end += 1
                    return end
        return None

    def _same(self, a: str, b: str) -> bool:
        return a == b or self.reg.at(a, None).id == self.reg.at(b, None).id

    def _country(self, i: int, end: int, prefix: str, hit: Hit, depth: int) -> Raw | None:
        """A country or capital: a scene, or the government that acts and speaks."""
        cc = hit.value
        before = self.words[i - 1] if i else ""
        placed = before in self.lex.place_before or prefix.endswith("ب")
        if hit.extra and not placed and not depth:
            return None
        if depth == 0:
            self.places.append((i, cc, 1.0 if placed or hit.kind == CAPITAL else 0.0 if cc in self.lex.abroad else 0.6))
        if depth:
            return Raw(i, end, i, ("country", cc), "country", prefix=prefix)
        if placed and cc != "IL":
            return None
        if hit.kind == CAPITAL or cc not in self.lex.abroad:
            said = before in self.lex.speech or (i > 1 and self.words[i - 2] in self.lex.speech)
            if not said:
                return None
        gov = self.reg.body(cc, "gov" if hit.kind == CAPITAL or cc not in ("IL",) else "army")
        return Raw(i, end, i, ("actor", gov), "named", prefix=prefix, attrs={"metonym": "1"}) if gov else None

    def _head(self, i: int, end: int, prefix: str, hit: Hit, depth: int) -> Raw | None:
        """A head noun with what follows it."""
        lex, words, n = self.lex, self.words, len(self.words)
        lemma = lex.lemmas[hit.value]
        own = prefix.partition("+")[2]
        if own == "ه" and self.original[self.tokens[i].end - 1 : self.tokens[i].end] == "ة":
            return None
        definite = prefix.endswith("ال") or words[i].startswith("ال") or "ال" in prefix
        raw = Raw(i, end, i, None, "described", lemma, "hostile" if lemma.hostile else "neutral", prefix.partition("+")[0],
                  hit.extra if hit.extra == 2 else None, definite)  # fmt: skip
        if own:
            if lemma.role in ("civil", "property", "person"):
                self._alone(raw)
                return raw
            raw.target, raw.definite = ("own", own), True
            self._flags(raw, end)
            return raw
        role = lemma.role
        if lemma.adjective and not self._noun(raw, end):
            return None
        j, linked, cc, at_adj = self._modifiers(raw, end)
        if cc is not None and role != "state" and words[at_adj] in lex.weak:
            cc = None
        if cc is not None and role in _NATIONAL:
            self._nationality(raw, cc, at_adj)
            if raw.target is not None:
                if role == "event":
                    raw.first = raw.head = at_adj
                    raw.last = at_adj + 1
                return raw
        patron = raw.attrs.pop("patron", None)
        if patron is not None and role in _OWNABLE:
            raw.target = ("patron", patron)
            return raw
        if role in _OWNABLE and depth < 3 and j < n:
            owner = self._owner(raw, j, linked, depth)
            if owner is not None:
                return self._owned(raw, owner, end, j)
        if role == "tribe":
            return self._tribe(raw, end, depth)
        if role == "correspondent":
            return self._correspondent(raw, end, depth)
        if role == "state" and not raw.definite and end < n and words[end] in lex.area:
            raw.last, raw.target, raw.form = end + 1, ("body", lemma.state), "named"
            return raw
        if role == "event":
            return None
        self._alone(raw)
        if raw.target is None and depth:
            return None
        return raw if raw.target is not None or raw.attrs or role in ("civil", "person", "property") else None

    def _noun(self, raw: Raw, end: int) -> bool:
        """Whether a form that may be an adjective (``مسلح``, ``انتحاري``) is a person here."""
        i, words, lemma = raw.head, self.words, raw.lemma
        word = words[i]
        if word.endswith(("ون", "ين", "ان", "و", "يي")) or (i and (words[i - 1].isdigit() or words[i - 1] in self.lex.counts)):
            return True
        before = words[i - 1] if i else "\n"
        if lemma is not None and lemma.positive:
            return before in self.lex.before_noun or raw.prefix in ("ب", "وب") and False
        if before in self.lex.before_noun or (end < len(words) and self.lex.mods.get(words[end]) == "unknown"):
            return True
        if before in self.lex.hosts:
            return False
        return not any(rest in self.lex.hosts for _, rest in readings(before))

    def _modifiers(self, raw: Raw, j: int) -> tuple[int, bool, str | None, int]:
        """Walk over adjectives and link words; gives the next token, whether a link stood there, and a nationality with its token."""
        lex, words, n = self.lex, self.words, len(self.words)
        cc: str | None = None
        at_adj = -1
        for _ in range(4):
            if j >= n:
                break
            w = words[j]
            mark = lex.mods.get(w)
            if mark is not None:
                raw.attrs.setdefault(mark, "1")
                raw.last = j + 1
            elif cc is None and (lex.adjectives.get(w)) is not None:
                cc, at_adj = lex.adjectives[w], j
                raw.last = j + 1
            elif w == '"' and j + 1 < n and lex.adjectives.get(words[j + 1]):
                pass
            else:
                break
            j += 1
        raw.attrs.pop("plain", None)
        linked = False
        k = j
        for step in range(4):
            if k >= n:
                break
            w = words[k]
            allowed = lex.link_starts if step == 0 else lex.links
            if step == 0 and w in lex.loyal:
                linked = True
                raw.attrs["link"] = "loyal"
                if k + 1 < n and words[k + 1] in lex.pronouns:
                    raw.attrs["patron"] = lex.pronouns[words[k + 1]]
                    raw.last = k + 2
                    break
            elif w in allowed and not (w == "في" and raw.lemma and raw.lemma.role == "state") and not (w == "في" and raw.lemma and raw.lemma.role in ("object", "asset", "group", "org", "gunman")):
                linked = True
                raw.attrs["link"] = raw.attrs.get("link", w)
            elif w in ("ل", "لل") and k + 1 < n and (words[k + 1] in _SKIP or words[k + 1].isascii()):
                linked = True
            else:
                break
            k += 1
        return (k if linked else j), linked, cc, at_adj

    def _nationality(self, raw: Raw, cc: str, at_adj: int) -> None:
        lemma = raw.lemma
        assert lemma is not None
        if lemma.role in ("org", "gunman"):
            gives = self._compose(lemma, (), self.reg.body(cc, "forces"), raw.attrs)
            if gives:
                raw.target = ("actor", gives)
            elif lemma.role == "gunman" and cc:
                raw.target = None
            return
        kind = "media" if lemma.role == "media" else lemma.state or "forces"
        body = self.reg.body(cc, kind)
        if body:
            raw.target = ("actor", body)
            raw.last = max(raw.last, at_adj + 1)
            raw.form = "named" if lemma.role == "state" else "described"
            if lemma.object:
                raw.attrs["object"] = lemma.object

    def _owner(self, raw: Raw, j: int, linked: bool, depth: int) -> Raw | None:
        """The owner at ``j``: a name, a context, a body or a head that has one; ``None`` when the phrase has no owner."""
        words, n = self.words, len(self.words)
        k = j
        while k < n and words[k] in _SKIP:
            k += 1
        if k >= n or words[k] in _END:
            return None
        begin = self.lex.starts(words[k])
        if begin is None:
            return None
        owner = self.parse(k, begin, depth + 1)
        if owner is None or owner.form == "blocked" or (owner.target is None and (owner.lemma is None or owner.lemma.role != "org")):
            return None
        with_l = owner.prefix.startswith("ل")
        if owner.prefix not in ("", "ال") and not with_l:
            return None
        lemma = raw.lemma
        assert lemma is not None
        if not linked and not with_l and (raw.definite or j != raw.head + 1 and raw.last > j - 1 and raw.attrs):
            return None
        if owner.form == "country":
            if lemma.role != "state" and not (lemma.role in ("member", "group") and lemma.state):
                return None
        if lemma.role == "state" and owner.form != "country" and not (with_l or linked):
            return None
        people = owner.lemma is not None and owner.lemma.role in ("civil", "property", "person", "correspondent")
        if people and lemma.role not in ("group", "object"):
            return None
        if owner.target is not None and owner.target[0] == "actor":
            spoken_to = self.reg.actor(str(owner.target[1])).category in ("media", "monitor")
            if spoken_to and (lemma.role not in ("source", "media") or lemma.id == "source" and raw.attrs.get("link") != "في"):
                return None
        if lemma.role == "org" and not lemma.hostile and owner.form != "named" and not linked:
            return None
        return owner

    def _owned(self, raw: Raw, owner: Raw, end: int, j: int) -> Raw:
        lemma = raw.lemma
        assert lemma is not None
        raw.last = owner.last
        raw.target = owner.target
        if owner.target is not None and owner.target[0] == "country":
            body = self.reg.body(str(owner.target[1]), lemma.state or "forces")
            raw.target = ("actor", body) if body else None
            raw.form = "named"
        if owner.target is not None and owner.target[0] == "actor":
            between = tuple(self.words[end:j])
            gives = self._compose(lemma, between, str(owner.target[1]), raw.attrs)
            if gives:
                raw.target = ("actor", gives)
            elif raw.attrs.get("link") == "loyal":
                # whoever backs a group is not the group
                raw.target = ("actor", lemma.actor) if lemma.actor else None
        if owner.stance != "neutral" and raw.stance == "neutral":
            raw.stance = owner.stance
        for k, v in owner.attrs.items():
            raw.attrs.setdefault(k, v)
        if lemma.object:
            raw.attrs["object"] = lemma.object
        if lemma.role in ("source", "media") or lemma.rank:
            raw.attrs["voice"] = "1"
        if lemma.role == "state" and owner.form == "named" and raw.form != "named":
            raw.form = "described"
        if owner.form == "definite":
            raw.attrs["owner"] = "definite"
        self._extend(raw)
        return raw

    def _compose(self, lemma: Lemma, between: Sequence[str], owner: str | None, attrs: dict[str, str]) -> str | None:
        if owner is None:
            return None
        for heads, links, mods, owners, gives in self.lex.compose:
            if lemma.id in heads and owner in owners and (not links or any(w in links for w in between)):
                if mods and not any(m in attrs for m in mods):
                    continue
                return gives
        return None

    def _correspondent(self, raw: Raw, end: int, depth: int) -> Raw:
        """A correspondent of an outlet is the outlet's voice; one without is a journalist."""
        words, n = self.words, len(self.words)
        raw.target = ("actor", "civilians")
        if end < n:
            begin = self.lex.starts(words[end])
            owner = self.parse(end, begin, depth + 1) if begin else None
            media = (
                owner is not None and owner.target is not None and owner.target[0] == "actor"
                and self.reg.actor(str(owner.target[1])).category in ("media", "monitor")
            )  # fmt: skip
            word = words[end]
            named = word.isalpha() and not word.endswith(("ي", "يا")) and word not in self.lex.link_starts and word not in self.lex.mods
            if media or word == '"' or named:
                raw.target = ("actor", "outlet")
                raw.attrs["voice"] = "1"
                if owner is not None and media and owner.target is not None:
                    raw.last = owner.last
                    raw.target = ("outlet", owner.target[1])
        return raw

    def _tribe(self, raw: Raw, end: int, depth: int) -> Raw:
        """``عشيرة X``: the name is the next word, two when it begins with a particle of kinship."""
        words, n = self.words, len(self.words)
        begin = self.lex.starts(words[end]) if end < n and depth < 3 else None
        owner = self.parse(end, begin, depth + 1) if begin else None
        if owner is not None and owner.target is not None and owner.target[0] == "actor":
            if self.reg.actor(str(owner.target[1])).category == "tribe":
                raw.target, raw.last = owner.target, owner.last
                return raw
        if end < n and words[end] not in _END and words[end] not in _SKIP and not raw.definite:
            raw.last = min(n, end + (2 if len(words[end]) <= 4 and words[end] not in self.lex.link_starts else 1))
        raw.target = ("actor", "arab-tribes")
        return raw

    def _flags(self, raw: Raw, end: int) -> None:
        if raw.lemma is not None and raw.lemma.object:
            raw.attrs["object"] = raw.lemma.object

    def _alone(self, raw: Raw) -> None:
        """A head without owner: what it stands for by itself."""
        lemma = raw.lemma
        assert lemma is not None
        role = lemma.role
        raw.attrs.pop("link", None)
        if lemma.object:
            raw.attrs["object"] = lemma.object
        if role == "civil":
            raw.target = ("actor", "civilians")
        elif role == "property":
            raw.target = ("actor", "civilians")
        elif role == "fixed":
            raw.target = ("actor", lemma.actor)
        elif role in ("member", "gunman") and "former" in raw.attrs:
            raw.target = ("actor", "civilians")
        elif lemma.context:
            raw.attrs.clear()
        elif role == "gunman":
            raw.target = ("body", "gunmen") if raw.definite and lemma.id != "terrorist" else ("actor", lemma.actor)
        elif role == "state":
            if lemma.bare and (raw.definite or raw.last - raw.first > 1):
                raw.target = ("body", lemma.state)
                raw.form = "definite"
        elif role == "member" and lemma.state and not lemma.rank:
            raw.target = ("body", lemma.state)
        elif role in ("member", "person"):
            raw.attrs["unspecified"] = "1"
        elif role == "group":
            if lemma.actor and ("armed" in raw.attrs or "unknown" in raw.attrs or lemma.hostile):
                raw.target = ("actor", lemma.actor)
            elif lemma.object in ("patrol", "convoy") or lemma.id in ("cell", "force"):
                raw.attrs["unspecified"] = "1"
            else:
                raw.attrs.clear()
        elif role == "object":
            w = self.words
            military = any(x in w[raw.head + 1 : raw.last] for x in self.lex.military)
            raw.attrs = {"object": lemma.object or "", "unspecified": "1"} if military else {}
        elif role == "org":
            closed = self._quoted(raw)
            if lemma.actor and not raw.definite:
                raw.target = ("actor", lemma.actor)
            else:
                raw.attrs.clear()
            if closed:
                raw.attrs["unlisted"] = "1"
        elif role == "media":
            if self._quoted(raw):
                raw.target = ("actor", "local-sources")
            else:
                raw.attrs.clear()
        elif role == "source":
            raw.attrs.clear()
            if lemma.actor and not raw.definite:
                raw.target = ("actor", lemma.actor)
        elif role == "asset":
            raw.attrs.clear()

    def _quoted(self, raw: Raw) -> bool:
        """Take in a quoted name of up to five words that follows; ``True`` when there is one."""
        words, n = self.words, len(self.words)
        if raw.last >= n or words[raw.last] != '"':
            return False
        close = raw.last + 1
        while close < min(n, raw.last + 7) and words[close] != '"':
            close += 1
        if close >= n or words[close] != '"' or close == raw.last + 1 or "\n" in words[raw.last : close]:
            return False
        raw.last = close + 1
        return True

    def _count(self, raw: Raw) -> None:
        if raw.number is None and raw.first:
            before = self.words[raw.first - 1]
            if before.isdigit() and len(before) < 5:
                raw.number = int(before)
            else:
                raw.number = self.lex.counts.get(before)

    def _open(self, raw: Raw) -> None:
        """A proclitic written apart (``لـ"قسد"``) belongs to the mention."""
        i = raw.first
        if i > 1 and self.words[i - 1] == '"' and self.words[i - 2] in self.lex.detached:
            raw.prefix = raw.prefix or self.words[i - 2]
