"""Whose a head noun is: a nationality, or an owner behind it (``عناصر من تنظيم داعش``, ``شرطة كركوك``)."""

from __future__ import annotations

from collections.abc import Sequence

from waqai.annotate.actor.lexicon import Lemma
from waqai.annotate.actor.lone import END, SKIP, LoneHeads, Raw
from waqai.resources.wordsets import wordset

_THINGS = frozenset(("object", "asset", "group", "property", "civil", "fixed", "person", "correspondent"))
_PEOPLE = frozenset(("member", "gunman", "person", "civil"))
_ADJECTIVE_ONLY = frozenset(("gunfire", "device"))
_NUN = ("ون", "ين", "ان")
_NISBA = ("ي", "ية", "يه", "يا", *_NUN)


def _indefinite_object(word: str) -> bool:
    """``تجمعا``, ``حاجزا``, no ``سرايا`` or ``ميليشيا``."""
    return word.endswith("ا") and not word.startswith("ال") and not word.endswith("يا")


class OwnedHeads(LoneHeads):
    """The owner of a head noun, and what head and owner mean together."""

    def _nationality(self, raw: Raw, cc: str, at_adj: int) -> None:
        lemma = raw.lemma
        assert lemma is not None
        if lemma.role in ("org", "gunman") and lemma.id != "sniper":  # ``قناص تركي``: of its army
            gives = self._compose(lemma, (), self.reg.body(cc, "forces"), raw.attrs)
            if gives:
                raw.target = ("actor", gives)
            elif lemma.role == "gunman" and cc:
                raw.target = None
            return
        if (lemma.id == "gang" or (lemma.role == "group" and "armed" in raw.attrs)) and cc != "IL":
            raw.target, raw.last = ("actor", "unknown-gunmen"), max(raw.last, at_adj + 1)
            return  # ``عصابات تشادية``, ``مجموعة مسلحة سودانية``: gunmen of that nation, not its army
        if lemma.id == "gathering" and cc != "IL" and self.words[at_adj].startswith("ال") and self.words[at_adj].endswith(("ين", "ون")):
            raw.target, raw.last, raw.attrs["nationality"] = ("actor", "civilians"), max(raw.last, at_adj + 1), cc
            return  # ``إصابات بصفوف الفلسطينيين``: people of that nation, not its army
        kind = "media" if lemma.role == "media" else lemma.state or "forces"
        body = self.reg.body(cc, kind)
        if body:
            raw.target = ("actor", body)
            raw.last = max(raw.last, at_adj + 1)
            raw.form = "named" if lemma.role == "state" else "described"
            if lemma.object:
                raw.attrs["object"] = lemma.object

    def _object(self, raw: Raw, k: int) -> bool:
        """``قنص مسلح شرطياً``: a person in the accusative behind one in the nominative is whom he shot, not whose he is."""
        w = self.words[k]
        plain = not self.words[raw.first].endswith(("ا", "ي", "ين"))
        return plain and w.endswith("ا") and len(w) > 3 and self.lex.starts(w[:-1]) is not None

    def _told_us(self, owner: Raw, lemma: Lemma, described: bool) -> bool:
        """``مصادر محلية لموقعنا``, ``صفحات محلية لوكالة الأناضول``: those the source spoke to own it not."""
        kind, whose = owner.target or ("", "")
        if kind == "own":
            return lemma.role == "source"
        return described and lemma.role == "media" and kind == "actor" and self.reg.actor(str(whose)).category == "media"

    def _owner(self, raw: Raw, j: int, linked: bool, depth: int) -> Raw | None:
        """The owner at ``j``: a name, a context, a body or a head that has one; ``None`` when the phrase has no owner."""
        words, n = self.words, len(self.words)
        k = j
        while k < n and words[k] in SKIP:
            k += 1
        if k >= n or words[k] in END:
            return None
        begin = self.lex.starts(words[k])
        if begin is None:
            return None
        owner = self.parse(k, begin, depth + 1)
        if owner is None or owner.form == "blocked" or (owner.target is None and (owner.lemma is None or owner.lemma.role != "org")):
            return None
        with_l = owner.prefix.startswith("ل")
        lemma = raw.lemma
        assert lemma is not None
        if k > j and lemma.id == "statement-of" and words[raw.first - 1] == "في":
            return None  # ``اتهمت قسد في بيان "فصائل منفلتة …"``: the words of the statement
        if lemma.role == "asset" and lemma.object in _ADJECTIVE_ONLY and not (owner.form == "named" and words[k].endswith(_NISBA)):
            return None  # ``لغم حوثي``, but ``برصاص قناص``: whose it is only an adjective says
        spoken_of = owner.target is not None and owner.target[0] == "context" and lemma.role == "object"
        if spoken_of and owner.target is not None and "persons" in self.lex.contexts[owner.target[1]].flags:
            return None  # ``سيارة الضابط``: a person spoken of, not the source that spoke
        if linked and words[j - 1] == "من" and raw.definite and (lemma.role in ("state", "org") or lemma.id == "force"):
            return None  # ``استعادت القوات الحكومية من الحوثيين المدينة``: from whom it was taken
        if owner.lemma is not None and owner.lemma.role == "event":
            return None  # ``أفراد في قصف روسي``: what befell them
        inside = owner.prefix.startswith("ب")
        if inside and linked and words[j - 1] in wordset("linked-to"):
            if owner.form == "country" and owner.target is not None:  # ``مسلحون مرتبطون بإيران``
                body = self.reg.body(str(owner.target[1]), "forces")
                owner.target, owner.form = (("actor", body) if body else None), "named"
        elif inside:
            # ضابط بالجيش: "in", said of people and units, and only of a body
            bodily = owner.lemma is None or owner.lemma.role == "state"
            if not bodily or owner.form == "country" or not (lemma.role in ("member", "source") or lemma.id == "unit"):
                return None
            linked = True
        elif owner.prefix not in ("", "ال") and not with_l:
            return None
        if not linked and owner.lemma is not None and owner.lemma.role in _PEOPLE and self._object(raw, k):
            return None
        if not linked and not with_l and (raw.definite or (j != raw.head + 1 and raw.last > j - 1 and raw.attrs)):
            return None
        if owner.form == "country" and raw.attrs.get("link") == "loyal" and owner.target is not None:
            body = self.reg.body(str(owner.target[1]), "forces")
            owner.target, owner.form = (("actor", body) if body else None), "named"
        stately = lemma.role == "state" or (lemma.role in ("member", "group") and lemma.state)
        if owner.form == "country" and (not stately or (lemma.role == "member" and raw.attrs.get("link") == "في")):
            return None  # ``جندي في جباليا``: where he was
        if lemma.role == "state" and owner.form != "country" and not (with_l or linked) and not self._party_body(raw, owner):
            return None
        if lemma.role == "source" and owner.lemma is not None and owner.lemma.id == "hospital" and (linked or raw.last == j):
            owner.target, owner.form = ("actor", "medical-source"), "described"
            return owner
        if not linked and not with_l and owner.lemma is not None and owner.lemma.role in _THINGS and self._closed(raw):
            return None  # ``هاجم مسلحون دورية للجيش``: a noun with nūn owns nothing
        if not linked and not with_l and owner.lemma is not None and _indefinite_object(words[k]):
            return None  # ``استهدفوا بطائرة مسيرة تجمعاً للجيش``: an accusative owns the head as little
        if lemma.role == "asset" and owner.lemma is not None and "object" in owner.attrs and (with_l or not linked):
            return None  # ``استهدفت مسيرة دورية للجيش``: no aircraft is a patrol's or a post's
        if with_l and not linked and raw.definite and lemma.role in ("state", "org", "group") and "object" in owner.attrs:
            return None  # ``قصف الجيش لمواقع الدعم السريع``: what it shelled
        nunated = lemma.role in ("gunman", "member") and words[raw.head].endswith(_NUN)
        if nunated and not linked and not with_l and owner.lemma is None and not words[k].endswith(_NISBA):
            return None  # ``هاجم مسلحون قاعدة أمريكية``
        if with_l and not linked and lemma.role in ("source", "media") and self._told_us(owner, lemma, raw.head + 1 < j):
            return None
        people = owner.lemma is not None and owner.lemma.role in ("civil", "property", "person", "correspondent")
        if people and lemma.role not in ("group", "object"):
            return None
        person = people or (owner.lemma is not None and owner.lemma.role == "fixed")
        if person and lemma.role in ("group", "state") and not linked and not with_l and j > raw.head + 1:
            return None  # ``اعتقلت قوة أمنية مختار القرية``: whom it held
        if owner.target is not None and owner.target[0] == "actor":
            spoken_to = self.reg.actor(str(owner.target[1])).category in ("media", "monitor")
            if spoken_to and (lemma.role not in ("source", "media") or (lemma.id == "source" and raw.attrs.get("link") != "في")):
                return None
        if lemma.role == "org" and not lemma.hostile and owner.form != "named" and not linked:
            return None
        return owner

    def _owned(self, raw: Raw, owner: Raw, end: int, j: int, depth: int) -> Raw:
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
            elif raw.attrs.keys() & {"armed", "masked"} and self.reg.actor(str(owner.target[1])).category == "civilians":
                raw.target = ("actor", "unknown-gunmen")  # ``مجموعة مسلحة من أبناء البلدة``
            elif "former" in raw.attrs and lemma.role in ("member", "gunman"):
                # who left a force and joined nobody else is a civilian
                raw.target = ("actor", "civilians")
            elif raw.attrs.get("link") == "suspected" and "unknown" in raw.attrs:
                raw.target = ("actor", lemma.actor) if lemma.actor else None  # a guess does not replace a stated "unknown"
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
        if owner.lemma is not None and owner.lemma.party is not None:
            raw.attrs["party"] = owner.lemma.party
        self._extend(raw)
        if not depth and raw.target is not None and raw.attrs.get("link") != "loyal":
            self._tied(raw, depth)
        return raw

    def _shares(self, raw: Raw, j: int, depth: int) -> bool:
        """``جنود وآليات الاحتلال``, ``ضباط وعناصر النظام``: two heads joined by ``و`` have one owner, told behind the second."""
        assert raw.lemma is not None
        if raw.lemma.role not in ("member", "object", "group"):
            return False
        second = self.parse(j, [(p, node) for p, node in self.lex.starts(self.words[j]) or () if p == "و"], depth + 1)
        if second is None or second.lemma is None or second.lemma.role not in ("member", "object", "group", "asset"):
            return False
        if second.target is None or second.target[0] not in ("actor", "context", "body") or second.last - second.first < 2:
            return False
        raw.target, raw.stance = second.target, second.stance
        if raw.lemma.object:
            raw.attrs["object"] = raw.lemma.object
        return True

    def _post_of_state(self, raw: Raw, j: int) -> bool:
        """``قاعدة حقل العمر الأمريكية``: a post, the place it is named after, and the nationality that agrees with it."""
        words, n = self.words, len(self.words)
        assert raw.lemma is not None
        feminine = words[raw.head].endswith(("ه", "ات", "قواعد", "مواقع"))
        site = words[raw.head].endswith("موقع")  # ``موقع سايت الأميركي`` is a page
        for k in range(j + 1, min(j + 3, n)):
            w = words[k]
            if words[k - 1] in END or words[k - 1] in self.lex.before_noun or words[k - 1] in SKIP or w in END:
                return False
            cc = self.lex.adjectives.get(w) if w.startswith("ال") and w.endswith("ه") == feminine else None
            if cc is not None and w not in self.lex.weak and not (site and not words[j].startswith("ال")):
                self._nationality(raw, cc, k)
                return raw.target is not None
        return False

    def _party_body(self, raw: Raw, owner: Raw) -> bool:
        """``عناصر أمن حركة طالبان``, ``شرطة حماس``: a body without the article, and the party whose it is."""
        if raw.definite or owner.lemma is not None or owner.target is None or owner.target[0] != "actor":
            return False
        return self.reg.actor(str(owner.target[1])).category in ("armed_group", "militia")

    def _closed(self, raw: Raw) -> bool:
        """Whether the head cannot be followed by its owner: a sound plural or dual with its nūn, or an indefinite singular gunman."""
        word = self.words[raw.head]
        return word.endswith(("ون", "ين", "ان")) or (raw.lemma is not None and raw.lemma.role == "gunman")

    def _compose(self, lemma: Lemma, between: Sequence[str], owner: str | None, attrs: dict[str, str]) -> str | None:
        if owner is None:
            return None
        for c in self.lex.compose:
            if owner not in c.owners or lemma.id not in c.heads:
                continue
            if (not c.links or any(w in c.links for w in between)) and (not c.mods or c.mods & attrs.keys()):
                return c.gives
        return None
