"""Second pass: settle who an open phrase refers to, from what the report named before, its country and its side."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache

from waqai.annotate.actor.lexicon import Context, Lexicon, bare_word
from waqai.annotate.actor.lone import Raw
from waqai.annotate.actor.scene import Scene
from waqai.annotate.actor.whose import FIGHT, Whose
from waqai.resources.registry import Actor, Registry, registry
from waqai.resources.wordsets import wordset

_SOON = 16  # tokens from who speaks to its own air force
_HEAD = 8  # tokens in which a text says whose it is
_SOURCES = frozenset(("monitor", "media", "ministry", "source"))
_ORGS = frozenset(("state_force", "armed_group", "militia", "international", "ministry", "monitor", "media", "tribe"))
_OF_A_STATE = frozenset(("stc", "yem-gov"))  # armed groups that hold a land for its government: no report calls them "the terrorists"
_ARMED = frozenset(("armed_group", "militia", "tribe", "crime", "unknown"))


@cache
def _parties() -> dict[str, str]:
    """Every name of a party or ministry, in lower case, with the actor that says "we" under it."""
    out: dict[str, str] = {}
    for a in registry().actors.values():
        if a.category in FIGHT:
            for name in (a.name_en, a.name_ar, *(x.text for x in a.aliases)):
                if name:
                    out.setdefault(name.lower(), a.as_actor or a.id)
    return out


def _party_of(outlet: str) -> str | None:
    """The party whose own outlet published the text (``المركز الإعلامي لقوات سوريا الديمقراطية``); ``None`` for all others."""
    return _parties().get(outlet) if outlet else None


_OF_A_PARTY = frozenset(("member", "group", "gunman", "object", "asset"))
_CLAUSE = 8  # tokens from a force to those it acts upon
_SETTLED = 1.0  # votes by which a land is the scene of the report
_LENDS = 3  # tokens from the word of support to who lends it


class Resolver(Whose):
    """Memory of one report: the last actor by head word, by kind of state body, by gender and as speaker."""

    def __init__(self, raws: Sequence[Raw], words: Sequence[str], scene: Scene, side: str | None, published: date | None,
                 lex: Lexicon, reg: Registry, outlet: str | None = None, quotes: Sequence[tuple[int, int]] = ()) -> None:  # fmt: skip
        self.outlet = (outlet or "").strip().lower()
        self.quotes = quotes
        self.raws = raws
        self.words = words
        self.scene = scene
        self.side = side
        self.published = published
        self.lex = lex
        self.reg = reg
        self.by_head: dict[str, str] = {}
        self.by_surface: dict[str, str] = {}
        self.by_kind: dict[str, str] = {}
        self.by_lemma: dict[str, str] = {}
        self.ids: list[str | None] = []
        self.told: str | None = None
        self.told_at = 0
        self.troops: str | None = None
        self.last_source: str | None = None
        self.last_document: str | None = None
        self.last_monitor: str | None = None
        self.last_statement: str | None = None
        self.last_person: str | None = None
        self.seen: list[str] = []
        self.armed: list[str] = []
        self.last_armed: str | None = None
        self.armed_at = -_CLAUSE - 1
        self.last_org: list[str] = []
        self.gender: dict[str, str] = {}
        self.things: set[str] = set()  # named by what they do only (``ضربات أمريكية``)
        self.in_the_air: set[str] = set()  # named by their aircraft and strikes only
        self.speaker = self._speaker()
        self.we = self.side or self._we()

    def _category(self, actor_id: str) -> str:
        return self.reg.at(actor_id, None, self.published).category

    def run(self) -> list[str | None]:
        """Actor id per phrase, ``None`` where nothing settles it."""
        whole, until = self.speaker, 0
        for k, raw in enumerate(self.raws):
            if until and raw.first >= until:
                self.speaker, until = whole, 0
            actor_id = self._settle(k, raw)
            if actor_id in self.lex.spokesmen and raw.lemma is not None and raw.lemma.role == "state":
                actor_id = self._own_army(actor_id)
            actor_id = self._no_paper(raw, actor_id)
            self.ids.append(actor_id)
            if actor_id is not None:
                self._remember(raw, actor_id)
                if raw.last < len(self.words) and self.words[raw.last] == ":" and self._heads_line(raw, actor_id):
                    self.speaker, until = self.reg.actor(actor_id).as_actor or actor_id, self._line_end(raw.last)
        return self.ids

    def _no_paper(self, raw: Raw, actor_id: str | None) -> str | None:
        """``زعمت وكالة أعماق أن مقاتلي التنظيم قتلوا``: men and vehicles are the party's, not its paper's."""
        if actor_id is None or raw.lemma is None or raw.lemma.role not in _OF_A_PARTY:
            return actor_id
        actor = self.reg.actor(actor_id)
        return actor.coded_as if actor.category == "media" and actor.coded_as else actor_id

    def _own_army(self, army: str) -> str:
        """``قال يحيى سريع إن القوات المسلحة …``: the party whose spokesman speaks calls its men the army."""
        party, said = self.lex.spokesmen[army]
        for words in said:
            if words[-1] in self.words and any(
                tuple(self.words[i : i + len(words)]) == words for i, w in enumerate(self.words) if w == words[0]
            ):
                return party
        return army

    def _heads_line(self, raw: Raw, actor_id: str) -> bool:
        """``كتائب القسام: تمكن مجاهدونا``: one of several parties whose words stand line by line."""
        at = raw.first - 1
        at -= at >= 0 and len(self.words[at]) == 1 and not self.words[at].isalnum() and self.words[at] != "\n"
        return (at < 0 or self.words[at] == "\n") and self._category(actor_id) in FIGHT

    def _line_end(self, i: int) -> int:
        return next((k for k in range(i, len(self.words)) if self.words[k] == "\n"), len(self.words))

    def _settle(self, k: int, raw: Raw) -> str | None:
        if raw.target is None:
            if raw.attrs.get("unlisted"):
                self.by_surface[self._surface(raw)] = ""
            return None
        kind, value = raw.target
        region = self.scene.at(raw.first) or self.lex.homes.get(self.we or "")
        if kind == "actor":
            return self._named(raw, str(value), region)
        if kind == "context":
            return self._context(k, raw, self.lex.contexts[value], region)
        if kind == "body":
            return self._body(k, raw, str(value), region)
        if kind == "own":
            return self._own(k, raw, str(value))
        if kind == "patron":
            owner = self._own(k, raw, str(value))
            return self._loyal(raw, owner)
        if kind == "air":
            return self._foe()  # ``قصفت المقاتلات الحربية``, told by those under them
        if kind == "outlet":
            return "outlet" if self.side is None and self.outlet in self._names(str(value)) else str(value)
        return None

    def _names(self, actor_id: str) -> set[str]:
        actor = self.reg.actor(actor_id)
        return {(actor.name_en or "").lower(), *(a.text for a in actor.aliases)}

    def _named(self, raw: Raw, actor_id: str, region: str | None) -> str:
        actor = self.reg.actor(actor_id)
        if actor_id == "militants" and "ال" in raw.prefix and self.last_armed and self.reg.actor(self.last_armed).category == "armed_group":
            return self.last_armed  # ``هاجم مسلحو الجماعة القرية. وأحرق الجهاديون المنازل``
        for side, other in actor.by_side:
            if side == self.we or side == self._teller(raw):
                return other
        if actor.by_country:
            if actor.category == "unknown" or actor.name_en is None:
                return self.reg.in_country(actor_id, region)
            # A party of a war elsewhere: its branch only where the whole report plays there.
            if region and region.partition(".")[0] == (self.scene.main or region).partition(".")[0]:
                return self.reg.in_country(actor_id, region)
        return actor_id

    def _context(self, k: int, raw: Raw, c: Context, region: str | None) -> str | None:
        if c.flags & {"both", "last"}:
            return None
        if "ours" in c.flags:
            return self._stating(raw) or self._quoted(raw) or c.by_side.get(self.we or "") or self.speaker
        if "gunmen" in c.flags:
            return self._gunmen(c.default)
        if "source_again" in c.flags:
            if "documents" in c.flags and raw.prefix.startswith("ب"):
                return None
            for h in c.heads:
                if h in self.by_surface:
                    return self.by_surface[h] or None
            if "persons" in c.flags:
                return self.last_person or self.last_source or c.default
            if "statement" in c.flags:
                return self.last_statement or self.last_document or self.last_source or c.default
            return self.last_monitor or self.last_document or self.last_source or c.default
        if c.prefer and c.by_side and "loaded" in c.flags:  # ``خلايا مرتزقة داعش … اعتقال 61 مرتزقاً``
            named = next((a for a in reversed(self.seen) if self.reg.at(a, None, self.published).id in c.prefer), None)
            if named is not None:
                return named
        if self.we and self.we in c.by_side:
            return self.reg.in_country(self._foe_then(c, self.we), region)
        if "loaded" in c.flags and c.by_side:
            said = self._teller(raw)
            if said in c.by_side:
                return self.reg.in_country(self._foe_then(c, said), region)
        for party, other in c.by_party.items():
            if party in self.seen or party == self.speaker:
                return other
        if "honour" in c.flags and self.speaker and self.reg.actor(self.speaker).category == "armed_group":
            return self.speaker
        here = c.by_country.get(region) or c.by_country.get(region.partition(".")[0]) if region and c.by_country else None
        found = self._antecedent(k, c.heads, "sources" in c.flags, ahead=here is None)
        if found == "":
            return None
        if found and "media_only" in c.flags and self.reg.actor(found).category not in ("media", "monitor"):
            found = None
        if found:
            return found
        for actor_id in reversed(self.seen) if c.prefer else ():
            if self.reg.at(actor_id, None, self.published).id in c.prefer:
                return actor_id
        if "armed" in c.flags:
            return next((a for a in reversed(self.armed) if a != self.speaker and self.reg.actor(a).side != self.side), None)
        late = c.late.get(self.we or self._teller(raw)) if c.late else None
        if late:
            return next((a for a in late if a in self.seen), self.reg.in_country(late[-1], region))
        if here is None and "force" in c.flags:
            forces = (self.reg.actor(a).as_actor or a for a in reversed(self.seen))
            return next((a for a in forces if self.reg.actor(a).category == "state_force"), c.default)
        if here is None and c.default == "militants" and raw.definite and self.last_armed and raw.first - self.armed_at > _CLAUSE:
            return self._gunmen(c.default)  # but ``تمكنت القوات من القبض على خمسة إرهابيين``: not themselves
        return here or self._default(c.default, region)

    def _foe_then(self, c: Context, side: str) -> str:
        """``العدو`` of the Houthis was the coalition, and is Israel since October 2023."""
        day, other = c.turned.get(side, (None, ""))
        return other if day is not None and self.published is not None and self.published >= day else c.by_side[side]

    def _default(self, default: str | None, region: str | None) -> str | None:
        """``القوات الحكومية`` in a land no entry lists are that land's army."""
        cc = (region or "").partition(".")[0]
        if default != "syr-state" or not cc or self.scene.votes.get("SY"):
            return default
        return self.reg.body(cc, "army") or default

    def _antecedent(self, k: int, heads: tuple[str, ...], sources: bool, ahead: bool) -> str | None:
        for table in (self.by_surface, self.by_head):
            for h in heads:
                got = table.get(h)
                if got == "":
                    return ""
                if got and (not sources or self.reg.actor(got).category in _SOURCES):
                    return got
        if not heads or not ahead:
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
        faint = self.scene.main is None or self.scene.votes.get(self.scene.main.partition(".")[0], 0.0) <= 2.0
        if kind == "army" and raw.lemma is not None and raw.lemma.role == "member" and "owner" not in raw.attrs:
            whose = self._soldiers(k, raw)
            if whose is not None:
                return whose
        if raw.lemma is not None and raw.lemma.id == "enlisted" and "owner" not in raw.attrs:
            forces = (a for a in reversed(self.armed) if self.reg.actor(a).category == "state_force")
            body = self.reg.body(self.scene.country(raw.first), kind)
            return next((a for a in forces if body is not None and self.reg.actor(a).country == self.reg.actor(body).country), body)
        if kind == "army" and self.we and raw.last - raw.first > 1 and self.words[raw.last - 1] in wordset("an-armys-men"):
            return self._foe() or self.reg.body(self.scene.country(raw.first), kind)  # ``رتل من الجنود``, told by those who fight them
        known = raw.definite or raw.form == "definite" or raw.attrs.get("owner") == "definite"
        if known or faint:
            found = self.by_lemma.get(raw.lemma_id or "")
            if found is None and (raw.lemma is None or not raw.lemma.home or self.scene.main is None):
                found = self.by_kind.get(kind)
                if found and kind == "army" and ("owner" in raw.attrs or (raw.lemma is not None and raw.lemma.role == "state")):
                    found = self._at_home(found)
            if found and (known or self.scene.main is None or not self._here(k, raw, found)):
                return found
        party = raw.attrs.pop("party", None) or (raw.lemma.party if raw.lemma is not None else None)
        if party is not None and (self._party_last(party) or self._in_zone(party, raw.first)):
            return party
        body = self.reg.body(self.scene.country(raw.first), kind)
        if kind == "air" and body is not None and body not in self.seen and self.told is not None and raw.first - self.told_at <= _SOON:
            told = self.reg.actor(self.told)
            if told.category == "state_force" and told.country == self.reg.actor(body).country:
                return self.told  # ``أعلنت قوات الوفاق أن سلاح الجو``
        if body == "syr-state" and kind in ("security", "police") and self.side == "sdf":
            return "asayish"
        return body

    def _at_home(self, found: str) -> str:
        """``أغارت طائرة روسية. وقال التلفزيون السوري إن وحدات من الجيش``: another land's aircraft do not make its army the one meant."""
        if any(self.reg.actor(a).as_actor == found for a in self.seen):
            return found  # its ministry speaks
        home = (self.scene.main or "").partition(".")[0]
        if found not in self.in_the_air or self.scene.votes.get(home, 0.0) < _SETTLED:
            return found
        return self.reg.body(home, "army") or found

    def _in_zone(self, party: str, at: int) -> bool:
        """``الشرطة العسكرية في عفرين``: the sentence names a town the party held when the report came out."""
        since, until, towns = self.lex.zones.get(party, (None, None, frozenset()))
        if since is None or until is None or self.published is None or not since <= self.published < until:
            return False
        lo, hi = self.scene.span(at)
        return any(tuple(self.words[i : i + len(t)]) == t for t in towns for i in range(lo, hi))

    def _party_last(self, party: str) -> bool:
        """Whether the report named the party, or a group coded as it, later than any force of a state."""
        for a in reversed(self.seen):
            actor = self.reg.actor(a)
            if party in (a, actor.coded_as):
                return True
            if actor.category == "state_force" and self.reg.actor(party).country == actor.country:
                return False
        return False

    def _struck(self, raw: Raw) -> bool:
        """``هجوم شنه مجهولون على حاجز لقسد``: whom an attack goes against is not meant by ``المهاجمين`` behind it."""
        if raw.attrs.get("object") in ("post", "vehicle", "headquarters", "armour", "patrol", "convoy"):
            return True
        return bool(raw.first) and self.words[raw.first - 1] in wordset("struck-before")

    def _gunmen(self, default: str | None) -> str | None:
        return self.last_armed or default

    def _speaker(self) -> str | None:
        """Who says "we": the first organisation whose media office, spokesman or statement heads the text, else the first named party."""
        own = _party_of(self.outlet)
        if own is not None and not self._heads_another(own):
            return own
        first: str | None = None
        for raw in self.raws:
            if raw.target is not None and raw.target[0] == "context" and raw.first < _HEAD and first is None:
                c = self.lex.contexts[raw.target[1]]  # ``المقاومة الإسلامية – العلاقات الإعلامية`` heads its own statement
                head = c.by_country.get((self.scene.main or "").partition(".")[0]) or c.default
                if head is not None and c.by_side and not c.heads and not c.flags and self.reg.actor(head).category == "armed_group":
                    return str(head)
            if raw.target is None or raw.target[0] != "actor":
                continue
            actor = self.reg.actor(str(raw.target[1]))
            if raw.attrs.get("voice") or (actor.category == "ministry" and actor.as_actor):
                return actor.as_actor or actor.id
            if first is None and actor.category in ("armed_group", "state_force", "militia", "international") and raw.form == "named":
                first = actor.id
        return first

    def _heads_another(self, own: str) -> bool:
        """A text of another armed group, handed on by the outlet of one that it does not name."""
        named = [str(r.target[1]) for r in self.raws if r.target is not None and r.target[0] == "actor"]
        head = next((str(r.target[1]) for r in self.raws if r.target is not None and r.target[0] == "actor" and r.first < _HEAD), None)
        return head is not None and own not in named and self.reg.actor(head).category == "armed_group"

    def _heads(self, raw: Raw, actor_id: str) -> frozenset[str] | set[str]:
        """First words of the actor's names, and of this wording."""
        return {*self.lex.heads_of.get(actor_id, ()), self._surface(raw)}

    def _surface(self, raw: Raw) -> str:
        word = self.words[raw.first]
        prefix = raw.prefix
        if prefix and "ال" not in prefix and word.startswith(prefix):
            word = word[len(prefix) :]
            if prefix.endswith("ل") and word.startswith("ل"):
                word = word[1:]
        elif prefix.endswith("ال") and word.startswith(prefix):
            word = word[len(prefix) :]
        return self.lex.spell(bare_word(word))

    def _remember(self, raw: Raw, actor_id: str) -> None:
        actor: Actor = self.reg.actor(actor_id)
        if raw.first and not wordset("lends-support").isdisjoint(self.words[max(0, raw.first - _LENDS) : raw.first]) and self.seen:
            return  # ``بمشاركة ودعم من قوات التحالف … القوات``: who helped is not meant again
        then = self.reg.at(actor_id, None, self.published)
        category = actor.category
        if category == "civilians" or category == "source":
            if category == "source":
                self.last_source = self.last_person = actor_id
                self.by_surface[self._surface(raw)] = actor_id
            return
        surface = self._surface(raw)
        if raw.form == "named" or (raw.lemma is not None and raw.form == "described"):
            self.by_surface[surface] = actor_id
        if raw.last - raw.first > 1 and category in FIGHT and category != "international":
            for word in self.words[raw.first + 1 : raw.patron or raw.last]:
                called = bare_word(word)
                if called in self.lex.recall:
                    self.by_surface[called] = actor_id  # ``إرهابيين من تنظيم "ي ب ك"``: later ``التنظيم``
        self._note(raw, actor_id, category)
        if category != "unknown":  # ``الجماعة`` is the one that was named, not nameless militants
            self.by_head.update(dict.fromkeys(self.lex.heads_of.get(actor_id, ()), actor_id))
        if actor.coded_as:
            for h in self.lex.heads_of.get(actor.coded_as, ()):
                self.by_head.setdefault(h, actor_id)
        for kind in self.lex.kinds_of.get(actor_id, ()):
            self.by_kind[kind] = actor_id
        for kind in self.lex.kinds_of.get(actor.as_actor or "", ()):
            # a ministry brings its force to mind, unless that force was named itself
            if actor.as_actor is not None and kind not in self.lex.kinds_of.get(actor_id, ()):
                self.by_kind.setdefault(kind, actor.as_actor)
        self.seen.append(actor_id)
        if raw.lemma is not None and raw.lemma.id in ("soldier", "rank", "official-of") and raw.attrs.get("link"):
            self.last_person = actor_id
        if raw.attrs.get("voice"):
            self.last_source = self.last_person = actor_id
        if raw.attrs.get("voice") or (raw.target is not None and raw.target[0] == "own" and raw.lemma_id in ("report", "statement-of")):
            self.last_statement = actor_id
        if category in _SOURCES and not raw.attrs.get("metonym"):
            self.last_source = self.last_document = actor_id
            if category == "monitor":
                self.last_monitor = actor_id
            if category != "media":
                self.last_statement = actor_id
        elif category == "international":
            self.last_statement = self.last_document = actor_id
        if then.category in _ARMED and (then.category != "unknown" or actor_id == "unknown-gunmen"):
            if not self._struck(raw) and then.side not in _OF_A_STATE:
                self.last_armed, self.armed_at = actor_id, raw.first
            self.armed.append(actor_id)
        if category in _ORGS:
            self.last_org.append(actor_id)
            (self.things.add if raw.lemma is not None and raw.lemma.role == "event" else self.things.discard)(actor_id)
            flown = (raw.lemma is not None and raw.lemma.role in ("event", "asset")) or surface in wordset("aircraft")
            if flown and actor_id not in self.last_org[:-1]:
                self.in_the_air.add(actor_id)
            elif not flown and (raw.target is None or raw.target[0] != "own"):
                self.in_the_air.discard(actor_id)
            if raw.form in ("named", "definite") or raw.attrs.get("voice"):
                fem = surface.endswith(("ه", "ات")) or surface in self.lex.feminine
                self.gender[actor_id] = "f" if fem else "m"
                if raw.lemma is not None and raw.lemma.id == "spokesman":
                    del self.gender[actor_id]  # the spokesman's gender is not the body's
                elif not fem and category == "international":
                    del self.gender[actor_id]  # ``اليونيفيل`` and its like go either way
            elif raw.attrs.get("owner") == "definite" and raw.target is not None and raw.target[0] == "context":
                self.gender[actor_id] = "f" if self.words[raw.last - 1].endswith(("ه", "ات")) else "m"  # ``معاقل الحركة``
            elif actor_id not in self.gender and "من" in self.words[raw.first + 1 : raw.last - 1]:
                whose = self.words[self.words.index("من", raw.first + 1) + 1]  # ``جنديا من جيش``
                self.gender[actor_id] = "f" if whose.endswith(("ه", "ات")) or self.lex.spell(bare_word(whose)) in self.lex.feminine else "m"
