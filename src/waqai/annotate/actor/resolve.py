"""Second pass: settle who an open phrase refers to, from what the report named before, its country and its side."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from waqai.annotate.actor.lexicon import Context, Lexicon, bare_word
from waqai.annotate.actor.scan import Raw
from waqai.annotate.actor.scene import Scene
from waqai.resources.registry import Actor, Registry

_SOURCES = frozenset(("monitor", "media", "ministry", "source"))
_ORGS = frozenset(("state_force", "armed_group", "militia", "international", "ministry", "monitor", "media", "tribe"))
_ARMED = frozenset(("armed_group", "militia", "tribe", "crime", "unknown"))
_FIGHT = frozenset(("state_force", "armed_group", "militia", "international", "tribe", "ministry"))


class Resolver:
    """Memory of one report: the last actor by head word, by gender and as speaker."""

    def __init__(self, raws: Sequence[Raw], words: Sequence[str], scene: Scene, side: str | None, published: date | None,
                 lex: Lexicon, reg: Registry) -> None:  # fmt: skip
        self.raws = raws
        self.words = words
        self.scene = scene
        self.side = side
        self.published = published
        self.lex = lex
        self.reg = reg
        self.by_head: dict[str, str] = {}
        self.last_source: str | None = None
        self.last_armed: str | None = None
        self.last_org: list[str] = []
        self.gender: dict[str, str] = {}
        self.speaker = self._speaker()

    def run(self) -> list[str | None]:
        """Actor id per phrase, ``None`` where nothing settles it."""
        out: list[str | None] = []
        for k, raw in enumerate(self.raws):
            actor_id = self._settle(k, raw)
            out.append(actor_id)
            if actor_id is not None:
                self._remember(raw, actor_id)
        return out

    def _settle(self, k: int, raw: Raw) -> str | None:
        if raw.target is None:
            return None
        kind, value = raw.target
        region = self.scene.at(raw.first)
        if kind == "actor":
            return self._named(raw, str(value), region)
        if kind == "context":
            return self._context(k, raw, self.lex.contexts[value], region)
        if kind == "body":
            return self._body(k, raw, str(value), region)
        if kind == "own":
            return self._own(raw, str(value))
        return None

    def _named(self, raw: Raw, actor_id: str, region: str | None) -> str:
        actor = self.reg.actor(actor_id)
        for side, other in actor.by_side:
            if side == self.side:
                return other
        if actor.by_country:
            if actor.category == "unknown" or actor.name_en is None:
                return self.reg.in_country(actor_id, region)
            # A party of a war elsewhere: its branch only where the whole report plays there.
            if region and self.scene.main and region.partition(".")[0] == self.scene.main.partition(".")[0]:
                return self.reg.in_country(actor_id, region)
        return actor_id

    def _context(self, k: int, raw: Raw, c: Context, region: str | None) -> str | None:
        if c.both or c.last:
            return None
        if c.gunmen:
            return self._gunmen(c.default)
        if c.source_again:
            if c.documents and raw.prefix.startswith("ب"):
                return None
            return self.last_source or c.default
        if self.side and self.side in c.by_side:
            return self.reg.in_country(c.by_side[self.side], region)
        found = self._antecedent(k, c.heads, c.sources)
        if found and c.media_only and self.reg.actor(found).category not in ("media", "monitor"):
            found = None
        if found:
            return found
        if region and c.by_country:
            got = c.by_country.get(region) or c.by_country.get(region.partition(".")[0])
            if got:
                return got
        return c.default

    def _antecedent(self, k: int, heads: tuple[str, ...], sources: bool) -> str | None:
        for h in heads:
            got = self.by_head.get(h)
            if got and (not sources or self.reg.actor(got).category in _SOURCES):
                return got
        if not heads:
            return None
        for later in self.raws[k + 1 :]:
            if later.target is None or later.target[0] != "actor" or later.form == "definite":
                continue
            actor_id = str(later.target[1])
            own = self._heads(later, actor_id)
            if any(h in own for h in heads) and (not sources or self.reg.actor(actor_id).category in _SOURCES):
                return actor_id
        return None

    def _body(self, k: int, raw: Raw, kind: str, region: str | None) -> str | None:
        if kind == "gunmen":
            return self._gunmen("unknown-gunmen")
        if raw.definite or raw.form == "definite":
            head = bare_word(self.words[raw.first][len(raw.prefix) :] if raw.prefix and "ال" not in raw.prefix else self.words[raw.first])
            if raw.prefix.endswith("ال"):
                head = bare_word(self.words[raw.first])
                if head == self.words[raw.first]:
                    head = head[len(raw.prefix) - 2 + 2 :] if len(head) > len(raw.prefix) else head
            found = self.by_head.get(head)
            if found:
                actor = self.reg.actor(found)
                if actor.category in ("state_force", "ministry"):
                    return found
        body = self.reg.body(region, kind)
        if body == "syr-state" and kind in ("security", "police") and self.side == "sdf":
            return "asayish"
        return body

    def _gunmen(self, default: str | None) -> str | None:
        return self.last_armed or default

    def _own(self, raw: Raw, ending: str) -> str | None:
        if ending == "نا":
            return self.speaker or (self.last_org[-1] if self.last_org else None)
        want = "f" if ending in ("ها",) else "m" if ending == "ه" else ""
        for actor_id in reversed(self.last_org[-6:]):
            if not want or self.gender.get(actor_id, want) == want:
                return actor_id
        return None

    def _speaker(self) -> str | None:
        """Who says "we": the first organisation whose media office, spokesman or statement heads the text, else the first named party."""
        first: str | None = None
        for raw in self.raws:
            if raw.target is None or raw.target[0] != "actor":
                continue
            actor = self.reg.actor(str(raw.target[1]))
            if raw.attrs.get("voice") or (actor.category == "ministry" and actor.as_actor):
                return actor.as_actor or actor.id
            if first is None and actor.category in ("armed_group", "state_force", "militia", "international") and raw.form == "named":
                first = actor.id
        return first

    def _heads(self, raw: Raw, actor_id: str) -> set[str]:
        heads = set(self.lex.heads_of.get(actor_id, ()))
        if raw.form == "named":
            first = self.words[raw.first]
            heads.add(bare_word(first[len(raw.prefix) :] if raw.prefix and not raw.prefix.endswith("ال") else first))
        return heads

    def _remember(self, raw: Raw, actor_id: str) -> None:
        actor: Actor = self.reg.actor(actor_id)
        category = actor.category
        for h in self._heads(raw, actor_id):
            self.by_head[h] = actor_id
        if actor.coded_as:
            for h in self.lex.heads_of.get(actor.coded_as, ()):
                self.by_head.setdefault(h, actor_id)
        if category in _SOURCES or raw.attrs.get("voice"):
            self.last_source = actor_id
        if category in _ARMED and (category != "unknown" or actor_id == "unknown-gunmen"):
            self.last_armed = actor_id
        if category in _ORGS:
            self.last_org.append(actor_id)
            if raw.form == "named" or raw.lemma is not None:
                w = self.words[raw.first]
                fem = w.endswith("ه") or w.endswith("ات") or bare_word(w) in self.lex.feminine
                self.gender[actor_id] = "f" if fem else "m"
