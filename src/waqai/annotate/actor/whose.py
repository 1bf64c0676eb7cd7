"""Whose: possessives (``قواته``, ``طاقمها``) and bare soldiers (``مقتل جنديين``), from what the report has just named."""

from __future__ import annotations

from collections.abc import Sequence

from waqai.annotate.actor.lexicon import Lexicon
from waqai.annotate.actor.lone import Raw
from waqai.annotate.actor.scene import Scene
from waqai.normalise import fold
from waqai.resources.registry import Registry
from waqai.resources.wordsets import wordset

FIGHT = frozenset(("state_force", "armed_group", "militia", "international", "tribe", "ministry"))
_STATE = frozenset(("state_force", "international"))
_IN = wordset("in-a-party")
_REACH = 14  # words between a force and the losses it announces
_BLAST = 5  # tokens from a blast to the force it struck
_ALONE = wordset("said-alone")
_WORDS = 40  # words after which a speaker is no longer heard
_QUOTED = 90  # words from a speaker to what is quoted of him
_CARRIES = frozenset(("post", "headquarters", "vehicle", "patrol", "convoy", "gathering"))


class Whose:
    """The part of the resolver that finds an owner nobody wrote next to the word."""

    words: Sequence[str]
    raws: Sequence[Raw]
    ids: list[str | None]
    scene: Scene
    we: str | None
    lex: Lexicon
    reg: Registry
    speaker: str | None
    quotes: Sequence[tuple[int, int]]
    told: str | None
    told_at: int
    troops: str | None
    by_lemma: dict[str, str]
    last_org: list[str]
    last_monitor: str | None
    gender: dict[str, str]
    things: set[str]

    def _category(self, actor_id: str) -> str:
        """The category on the report's day."""
        raise NotImplementedError

    def _note(self, raw: Raw, actor_id: str, category: str) -> None:
        """Keep who speaks, whose troops were named last, and whose body a word of the state was."""
        k = len(self.ids) - 1
        since = max(self.raws[k - 1].last if k > 0 else 0, raw.first - 5)
        heading = raw.last < len(self.words) and self.words[raw.last] == ":"
        says = heading or not self.lex.tells.isdisjoint(self.words[since : raw.first])
        if category in FIGHT and not raw.prefix.endswith("ل") and says:
            self.told, self.told_at = actor_id, raw.first
        lemma = raw.lemma
        if lemma is not None and lemma.role == "state" and raw.last - raw.first > 1 and actor_id not in self.lex.kinds_of:
            self.by_lemma[lemma.id] = actor_id  # ``الشرطة العسكرية التابعة للجيش الوطني``: later ``الشرطة العسكرية``
        if category not in _STATE:
            return
        kinds = self.lex.kinds_of.get(actor_id, frozenset())
        army = "army" in kinds or "all" in kinds
        if army and lemma is not None and raw.last - raw.first > 1 and (lemma.id == "soldier" or raw.attrs.get("object") in _CARRIES):
            self.troops = actor_id
        elif self.troops is not None and self.troops != actor_id and raw.target is not None and raw.target[0] != "body":
            self.troops = None

    def _soldiers(self, k: int, raw: Raw) -> str | None:
        """The force of bare soldiers: one that mourns them, whose vehicle or post was hit, whose men were named, or the speaker's foe."""
        start = self.scene.sentence(raw.first)
        for j in range(k - 1, -1, -1):
            prev, actor_id = self.raws[j], self.ids[j]
            if prev.first < start:
                break
            gap = self.words[prev.last : raw.first]
            if actor_id is not None and len(gap) <= 4 and not self.lex.consists.isdisjoint(gap) and self._category(actor_id) in FIGHT:
                return self.reg.actor(actor_id).as_actor or actor_id
            if actor_id is None:
                continue
            if self.reg.actor(actor_id).side in self.lex.soldiers_of and prev.attrs.get("object") in _CARRIES:
                return actor_id
            if self._own_media(actor_id) and self._mourns(prev, raw):
                return self.reg.body(self.reg.actor(actor_id).country, "army")
            if self.reg.actor(actor_id).category not in ("state_force", "international", "ministry"):
                continue
            of = self.reg.actor(actor_id).as_actor or actor_id
            if self._category(of) not in _STATE:
                continue
            if self._mourns(prev, raw) or self._hit(prev):
                return of
            if prev.lemma is not None and prev.lemma.id == raw.lemma_id and raw.first - prev.last <= 2:
                return of
            if prev.attrs.get("object") in _CARRIES:
                return of
            break
        martyred = not self.lex.martyred.isdisjoint(self.words[max(0, raw.first - 3) : raw.first])
        if martyred and self.told is not None:
            of = self.reg.actor(self.told).as_actor or self.told
            if "army" in self.lex.kinds_of.get(of, ()) or "all" in self.lex.kinds_of.get(of, ()):
                return of
        if self.troops is not None:
            return self.troops
        foe = self._foe()
        return None if martyred else foe

    def _here(self, k: int, raw: Raw, actor_id: str) -> bool:
        """Whether the actor is named in the same sentence: as whoever attacks, or it would have been found before."""
        start = self.scene.sentence(raw.first)
        return any(a == actor_id and r.first >= start for r, a in zip(self.raws[:k], self.ids))

    def _own_media(self, actor_id: str) -> bool:
        """The media of a country, who tell of its own soldiers (``هيئة البث الإسرائيلية: مقتل جندي``)."""
        return not self.lex.kinds_of.get(actor_id, frozenset()).isdisjoint(("media", "agency", "tv"))

    def _hit(self, force: Raw) -> bool:
        """``تعرضت القوات الأمريكية لهجوم``, ``هجوم على القوات الفرنسية``: the force is not the one that attacks."""
        before = self.words[max(0, force.first - 2) : force.first]
        if not self.lex.suffers.isdisjoint(before) or (bool(before) and before[-1] in self.lex.upon):
            return True
        under = force.prefix.endswith("ب") or (bool(before) and before[-1] == "في")  # ``انفجرت عبوة في قوة إسرائيلية``
        return under and not wordset("blasts").isdisjoint(self.words[max(0, force.first - _BLAST) : force.first])

    def _mourns(self, force: Raw, men: Raw) -> bool:
        """``أقر الجيش بإصابة ضابط``, ``أعلن الجيش أن ثلاثة جنود``: a force that tells of losses tells of its own."""
        words, lex = self.words, self.lex
        gap = words[force.last : men.first]
        if len(gap) > _REACH:
            return False
        before = words[max(0, force.first - 3) : force.first]
        if not lex.admits.isdisjoint(gap) or not lex.admits.isdisjoint(before):
            return True
        if lex.tells.isdisjoint(before) and lex.tells.isdisjoint(gap):
            return False
        near = [w for w in gap[-4:] if not w.isdigit() and w not in lex.counts]
        last = (*near[-2:], *(w[1:] for w in near[-2:] if w.startswith("و")))
        return bool(near) and (not lex.losses.isdisjoint(last) or near[-1] in lex.that)

    def _foe(self) -> str | None:
        """Against whom the party fights that tells the report in its own words."""
        return self.lex.foes.get(self.we) if self.we else None

    def _we(self) -> str | None:
        """The side of a party that tells the report as "we"."""
        ours = self.speaker is not None and any(self._we_say(r) for r in self.raws)
        return self.reg.actor(self.speaker).side if ours and self.speaker is not None else None

    def _we_say(self, raw: Raw) -> bool:
        if raw.target is None or raw.target[0] not in ("own", "context"):
            return False
        return raw.target[1] == "نا" if raw.target[0] == "own" else "ours" in self.lex.contexts[raw.target[1]].flags

    def _own(self, k: int, raw: Raw, ending: str) -> str | None:
        if ending == "نا":
            return self._stating(raw) or self._quoted(raw) or self.speaker or (self.last_org[-1] if self.last_org else None)
        lemma = raw.lemma
        if lemma is not None and lemma.id == "report" and self.last_monitor is not None:
            return self.last_monitor
        want = "f" if ending == "ها" else "m" if ending == "ه" else ""
        beside = self._beside(k, raw)
        if beside is not None:
            return beside
        band = self._band(k, raw) if want == "f" and lemma is not None and lemma.id == "element" else None
        if band is not None:
            return band
        if lemma is not None and lemma.id == "crew":
            return self._crew(k, raw)
        if self.told is not None and self._said(raw) and self.gender.get(self.told, want or "m") == (want or "m"):
            return self.told
        army = lemma is not None and lemma.state == "army"
        fight = lemma is not None and lemma.role in ("member", "group", "object", "state", "asset", "gunman")
        kept: str | None = None
        for actor_id in reversed(self.last_org[-8:]):
            if want and self.gender.get(actor_id, want) != want:
                continue
            if ending == "هم" and actor_id in self.things and self.told not in (None, actor_id) and self.told in self.last_org:
                continue  # ``قال الحوثيون إن ضربات أمريكية استهدفت مواقع لقواتهم``
            category = self._category(actor_id)
            if army and category not in ("state_force", "ministry", "international"):
                kept = kept or actor_id
                continue
            if fight and category not in FIGHT:
                kept = kept or (actor_id if category == "monitor" else None)
                continue
            return actor_id
        return kept or (self._spoken_for(k, raw) if fight and want == "m" else None)

    def _quoted(self, raw: Raw) -> str | None:
        """``قالت قوات تحرير عفرين في بيان: "… قنصت قواتنا …"``: the party that speaks before the quotation in which it says "our"."""
        at = next((a for a, b in self.quotes if a <= raw.first < b), None)
        if at is None or self.told is None or not 0 < at - self.told_at <= _QUOTED:
            return None
        return self.reg.actor(self.told).as_actor or self.told

    def _stating(self, raw: Raw) -> str | None:
        """``قُتل مقاتلون من القوات … وقالت في بيان: قُتل خمسة من رفاقنا``: the party whose gender the verb without a subject has."""
        start = self.scene.sentence(raw.first)
        verb = self.words[start].removeprefix("و") if self.words[start + 1 : start + 3] in (["في", "بيان"], ["في", "بلاغ"]) else ""
        if verb not in _ALONE:
            return None
        want = "f" if verb.endswith("ت") else "m"
        return next((a for a in reversed(self.last_org[-8:]) if self._category(a) in FIGHT and self._gender_of(a) == want), None)

    def _gender_of(self, actor_id: str) -> str:
        """Of the words that named the party in the report, else of its name in the registry: ``f`` or ``m``."""
        if actor_id in self.gender:
            return self.gender[actor_id]
        head = fold(self.reg.actor(actor_id).name_ar or "").split()[0].removeprefix("ال")
        return "f" if head.endswith(("ه", "ات")) or self.lex.spell(head) in self.lex.feminine else "m"

    def _spoken_for(self, k: int, raw: Raw) -> str | None:
        """``قال مصدر عسكري في قسد إن هجوماً استهدف حاجزاً تابعاً لقواته``: the party a man of the sentence speaks for."""
        start = self.scene.sentence(raw.first)
        for j in range(k - 1, -1, -1):
            prev = self.raws[j]
            if prev.first < start:
                return None
            actor_id = self.ids[j]
            if actor_id is None or self._category(actor_id) not in FIGHT or prev.first - start < 2:
                continue
            if self.words[prev.first - 1] in _IN and not wordset("men-who-speak").isdisjoint(
                self.words[max(start, prev.first - 4) : prev.first]
            ):
                return actor_id
        return None

    def _band(self, k: int, raw: Raw) -> str | None:
        """``تفكيك خلية لداعش والقبض على أربعة من أفرادها``: of the band told last in the sentence."""
        start = self.scene.sentence(raw.first)
        for j in range(k - 1, -1, -1):
            prev = self.raws[j]
            if prev.first < start:
                return None
            if prev.lemma is not None and prev.lemma.id in ("cell", "gang") and self.ids[j] is not None:
                return self.ids[j]
        return None

    def _beside(self, k: int, raw: Raw) -> str | None:
        """``السائق ومرافقه``, ``المدير وحارسه``: who goes along with somebody shares his side."""
        if not k or not raw.prefix.startswith("و") or raw.lemma is None or raw.lemma.id != "guard":
            return None
        prev = self.raws[k - 1]
        between = self.words[prev.last : raw.first]
        return self.ids[k - 1] if len(between) <= 3 and all(w.isalpha() for w in between) else None

    def _crew(self, k: int, raw: Raw) -> str | None:
        """``طاقمها``: of the vehicle named in the sentence; of a vehicle of nobody's, the foe of whoever tells of hitting it."""
        start = self.scene.sentence(raw.first)
        for j in range(k - 1, -1, -1):
            prev = self.raws[j]
            if prev.first < start:
                break
            if prev.attrs.get("object") in ("vehicle", "aircraft") and self.ids[j] is not None:
                return self.ids[j]
        foe = self._foe()
        if foe is None and self.told is not None and self._category(self.told) in ("armed_group", "militia"):
            foe = self.lex.foes.get(self.reg.actor(self.told).side or "")
        if foe is not None:
            return foe
        ours = {self.told, self.speaker}
        sides = {self.reg.actor(a).side for a in ours if a is not None} - {None}
        for actor_id in reversed(self.last_org[-8:]):
            if actor_id not in ours and self.reg.actor(actor_id).side not in sides and self._category(actor_id) in FIGHT:
                return actor_id
        return None

    def _teller(self, raw: Raw) -> str:
        """The side of the party whose words these are, when one was named as speaking a little before."""
        if self.told is None or raw.first - self.told_at > _WORDS:
            return ""
        return self.reg.actor(self.told).side or ""

    def _loyal(self, raw: Raw, owner: str | None) -> str | None:
        """A group loyal to somebody named before."""
        if owner is None or raw.lemma is None:
            return None
        for c in self.lex.compose:
            if raw.lemma.id in c.heads and owner in c.owners and not c.mods:
                return c.gives
        return raw.lemma.actor

    def _said(self, raw: Raw) -> bool:
        """``وأوضحت في بيان أن قواتها``: the possessive is the subject of what somebody not named in the sentence says."""
        i = raw.first - 1
        words, lex = self.words, self.lex
        if i < 1 or words[i] not in lex.that:
            return False
        since = self.scene.sentence(i) if words[i].startswith("و") else max(0, i - 9)  # ``قال الجيش إن …، وإن قواته``
        return not lex.tells.isdisjoint(words[since:i])
