"""Phrases around a head noun: ``عناصر من تنظيم داعش``, ``طائرة مسيّرة تركية``, ``مسلحون مجهولون``, ``شرطة كركوك``."""

from __future__ import annotations

from waqai.annotate.actor.lexicon import Hit, Lemma
from waqai.annotate.actor.lone import SKIP, Raw
from waqai.annotate.actor.owners import OwnedHeads
from waqai.resources.wordsets import wordset

_OWNABLE = frozenset(("member", "gunman", "group", "object", "source", "org", "media", "state", "asset"))
_DEPENDENT = frozenset(("event", "org", "state"))  # strike, organisation, forces
_LENT = frozenset(("asset", "object", "group"))  # what stands before ``له``, ``لها`` as a thing of theirs
_HIS = wordset("owned-behind")
_NATIONAL = frozenset(("member", "gunman", "group", "object", "asset", "state", "event", "org", "media"))

_MEN = frozenset(("member", "gunman"))
_UNBOUND = ("ون", "ان")  # a plural or dual that keeps its ن has no owner in construct: ``هاجم مسلحون ضابطين``


class HeadGrammar(OwnedHeads):
    """What a head noun takes behind it: modifiers, links, an owner or a nationality."""

    def _head(self, i: int, end: int, prefix: str, hit: Hit, depth: int) -> Raw | None:
        """A head noun with what follows it."""
        lex, words, n = self.lex, self.words, len(self.words)
        lemma = lex.lemmas[hit.value]
        if self.original[self.tokens[i].start : self.tokens[i].end] in lex.wrong_hamza:
            return None
        written, _, own = prefix.partition("+")
        if own == "ه" and self.original[self.tokens[i].end - 1 : self.tokens[i].end] == "ة":
            return None
        definite = words[i].startswith("ال") or "ال" in prefix
        role = lemma.role
        if role in _DEPENDENT and not own and self._stands_alone(lemma, end, definite or end > i + 1):
            return None
        raw = Raw(i, end, i, None, "described", lemma, "hostile" if lemma.hostile else "neutral", written,
                  hit.extra if hit.extra == 2 else None, definite)  # fmt: skip
        if own and role == "event" and ("ف" in written or not lex.no_own.isdisjoint(self._stems(words[i], own))):
            return None  # ``فضربته``: then it hit it; ``جراء استهدافهم``: whom it hit
        if own:
            if lemma.id == "source":
                return None  # ``لم يُعرف مصدرها``: where the shells came from
            if lemma.role in ("civil", "property", "person"):
                self._alone(raw)
                return raw
            if lemma.actor is not None and lemma.id == "attackers":  # ``خاطفيه``: those who took him
                raw.target, raw.definite = ("actor", lemma.actor), True
            else:
                raw.target, raw.definite = ("own", own), True
            self._flags(raw, end)
            return raw
        if lemma.adjective and not self._noun(raw, end):
            return None
        if (
            lemma.id == "leader"
            and i
            and words[i].endswith("يا")
            and words[i - 1].endswith("ا")
            and words[i - 1][-2:] != "وا"
            and len(words[i - 1]) > 4
        ):
            return None  # ``تموضعا قياديا``: an adjective behind its noun
        if lemma.id in ("source", "official-of") and end < n:
            kind = self._source_kind(words[end])
            if kind is not None:
                raw.target, raw.last = ("actor", kind), end + 1
                if raw.last < n and words[raw.last] in lex.adjectives:
                    raw.last += 1
                return raw
        j, linked, cc, at_adj = self._modifiers(raw, end)
        if cc is not None and role != "state" and words[at_adj] in lex.weak:
            cc = None
        if cc is not None and lemma.id == "bomber":
            cc = None  # ``انتحاري باكستاني``: where he is from, no army's man
        if cc is not None and role in _NATIONAL:
            self._nationality(raw, cc, at_adj)
            if raw.target is not None:
                if role == "event":
                    raw.first = raw.head = at_adj
                    raw.last = at_adj + 1
                    if lemma.id == "round-up":
                        raw.attrs["deed"] = "1"  # ``اعتقالات إسرائيلية``: whose deed, nobody held
                return raw
        if lemma.id in ("report", "statement-of") and not definite and end < n and words[end] in lex.pronouns:
            raw.target, raw.last = ("own", lex.pronouns[words[end]]), end + 1
            raw.attrs["voice"] = "1"
            return raw
        if role in _LENT and not definite and j < n and words[j] in _HIS and lemma.id != "force" and cc is None:
            raw.target = ("own", lex.pronouns[words[j]])  # ``استهدفت مسيّرة له حاجزاً``, ``سيارة عسكرية تابعة لها``
            self._flags(raw, end)
            raw.last = j + 1
            return raw
        patron = raw.attrs.pop("patron", None)
        if patron is not None and role in _OWNABLE:
            raw.target = ("patron", patron)
            return raw
        if lemma.voice:
            raw.attrs["voice"] = "1"
        if role in _OWNABLE and depth < 3 and j < n:
            if lemma.rank and not linked:
                j, linked = self._after_name(j)
            closed = not linked and j == i + 1 and role in _MEN and words[i].endswith(_UNBOUND)
            owner = None if closed else self._owner(raw, j, linked, depth)
            if owner is not None:
                if owner.last < n and words[owner.last] == "علي" and words[i] in wordset("control-nouns"):
                    return None  # ``سيطرة التنظيم على البلدة``: no checkpoint
                return self._owned(raw, owner, end, j, depth)
            if lemma.object == "post" and not linked and not raw.definite and not raw.attrs and self._post_of_state(raw, end):
                return raw
            if not linked and not raw.definite and words[j].startswith("و") and j == raw.last and self._shares(raw, j, depth):
                return raw
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

    def _stands_alone(self, lemma: Lemma, end: int, known: bool) -> bool:
        """A head that says nothing by itself, with nothing behind it that could make it an actor: so it is with every second head."""
        lex, words = self.lex, self.words
        nxt = words[end] if end < len(words) else "\n"
        if nxt in lex.modifying or nxt.isdigit() or (end + 1 < len(words) and words[end + 1] in lex.backed):
            return False
        if lemma.role == "event":
            return True
        if (
            lemma.actor
            or lemma.unlisted
            or lemma.voice
            or lemma.rank
            or lemma.id in ("official-of", "security-word")
            or nxt in SKIP
            or nxt in lex.area
        ):
            return False
        return not (lemma.bare and known) and lex.starts(nxt) is None

    def _after_model(self, j: int) -> int:
        """The token behind the model of an aircraft, with its maker's number: ``طائرات F-16 العراقية``, ``مسيّرة بيرقدار تركية``."""
        words, n, models = self.words, len(self.words), self.lex.models
        k = j + 2 if words[j] == "من" and j + 2 < n and words[j + 1] in ("طراز", "نوع") else j
        k += k < n and words[k] in ("(", '"')
        if k >= n or words[k] not in models:
            return j
        while k < n and (words[k] in models or words[k].isdigit() or words[k] in ("-", "_", ")", '"')):
            k += 1
        return k

    def _counts_or_object(self, raw: Raw, j: int) -> bool:
        """A ten that follows no ordinal counts what comes next; people told of indefinitely are none of a definite head's adjectives."""
        w = self.words[j]
        if w in wordset("two-of-a-dual"):  # ``إرهابيين اثنين من التنظيم``, but ``قتل مسلحون اثنين من الجنود``
            behind = self.words[j + 1] if j + 1 < len(self.words) else ""
            owned = behind == "من" or behind.startswith("ل") or behind in self.lex.belongs
            return raw.definite or not owned or not self.words[j - 1].endswith(("ان", "ين"))
        if w in wordset("ten"):
            return self.words[j - 1] not in wordset("unit-ordinals")
        return raw.definite and w in wordset("people-as-objects")

    def _modifiers(self, raw: Raw, j: int) -> tuple[int, bool, str | None, int]:
        """Walk over adjectives and link words; gives the next token, whether a link stood there, and a nationality with its token."""
        lex, words, n = self.lex, self.words, len(self.words)
        if j >= n or not (words[j] in lex.modifying or words[j].isdigit() or (j + 1 < n and words[j + 1] in lex.backed) or self._aside(j)):
            return j, False, None, -1  # as after most heads
        cc: str | None = None
        at_adj = -1
        if raw.lemma is not None and raw.lemma.object == "aircraft":
            j = self._after_model(j)
        for _ in range(4):
            if j >= n:
                break
            w = words[j]
            mark = lex.mods.get(w)
            if mark is None and w.isdigit() and raw.lemma is not None and raw.lemma.id == "unit":
                mark = "plain"
            if mark in ("armed", "masked") and raw.definite and not w.startswith("ال"):
                break  # ``حيّد الجيش مسلحين``: whom it hit
            if mark in ("armed", "masked") and w.endswith(("ين", "ون")) and (raw.lemma is None or raw.lemma.role not in _MEN):
                break  # ``قتلت الشرطة المسلحين``: a plural of men is no adjective of a force
            if mark == "plain" and not w.startswith("ال") and self._counts_or_object(raw, j):
                break  # ``قتل الجيش عشرة مسلحين``, ``خطفت الحركة عسكريين``
            if mark == "load":
                if raw.lemma is None or not raw.lemma.object:
                    break  # ``عنصر دعم``: one who supports; ``رتل دعم``: what a column carries
                begin = lex.starts(w)
                if begin is not None and self.parse(j, begin, 1) is not None:
                    break  # ``مواقع الدعم السريع``: a name, not what they carry
                mark = "plain"
            if mark is not None and w.endswith("ا") and not w.startswith("ال") and words[j - 1].endswith("ون"):
                break  # ``اغتال مجهولون مدنياً``: an accusative is no adjective of the subject
            if mark == "civil" and w.endswith("ا") and (raw.definite or words[j - 1].startswith("ال")):
                break  # ``قتل الجيش التركي مدنياً``: nor of a name
            if mark == "civil":
                if raw.lemma is None or raw.lemma.role == "gunman":
                    break  # ``خطف مسلحون مدنياً``: whom they took; ``موظف مدني``
                mark = "plain"
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
            serves = step == 1 and words[k - 1] in wordset("in-service")  # ``مجموعة تعمل مع فرع الأمن``
            if w == "مع" and not serves and (raw.definite or raw.lemma is None or raw.lemma.role not in ("member", "gunman")):
                break  # ``اشتبك الجيش مع مسلحين``: two sides; ``مقاتلون مع التنظيم``: one
            if w == "من" and k + 1 < n and words[k + 1] in wordset("own-positions"):
                break  # ``قصف للقوات من مواقعها``: where they fired from
            allowed = lex.link_starts if step == 0 else lex.links
            if step == 0 and k + 1 < n and words[k + 1] in lex.backed:
                linked = True
                raw.attrs["link"] = "loyal"
                if k + 2 >= n or self.lex.starts(words[k + 2]) is None:
                    raw.attrs["patron"] = ""
                    raw.last = k + 2
                k += 2
                break
            if step == 0 and (w in lex.suspected or self._aside(k)):
                belong = next((i for i in range(k + 1, min(n, k + 5)) if words[i] in lex.belonging), None)
                if belong is None:
                    break
                if cc is None and belong + 1 < n and words[belong + 1] in lex.adjectives:
                    raw.last = belong + 2  # ``يعتقد أنها تركية``
                    return belong + 2, False, None if "unknown" in raw.attrs else lex.adjectives[words[belong + 1]], belong + 1
                raw.attrs["link"] = "suspected"
                linked, k = True, belong
            elif step == 0 and w in lex.loyal:
                linked = True
                raw.attrs["link"] = "loyal"
                if k + 1 < n and words[k + 1] in lex.pronouns:
                    raw.attrs["patron"] = lex.pronouns[words[k + 1]]
                    raw.last = k + 2
                    break
            elif serves and w == "مع":
                linked = True
            elif (
                w in allowed
                and not (w == "في" and raw.lemma and raw.lemma.role == "state")
                and not (
                    w == "في" and raw.lemma and raw.lemma.role in ("object", "asset", "group", "org", "gunman") and raw.lemma.id != "unit"
                )
            ):
                linked = True
                raw.attrs["link"] = raw.attrs.get("link", w)
            elif w in lex.ties and raw.lemma is not None and (raw.lemma.id == "spy" or raw.attrs.get("link") == "loyal"):
                linked = True  # ``متعاون مع الأمن``, ``قوة متحالفة مع الجيش``
                raw.attrs["link"] = raw.attrs.get("link", w)
            elif w in ("ل", "لل") and k + 1 < n and (words[k + 1] in SKIP or words[k + 1].isascii()):
                linked = True
            else:
                break
            k += 1
        return (k if linked else j), linked, cc, at_adj
