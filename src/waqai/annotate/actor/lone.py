"""Phrases with no owner: people, gunmen, outlets, tribes, correspondents; and the state of a phrase while it is read."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from waqai.annotate.actor.lexicon import Lemma, Lexicon, Node, bare_word
from waqai.model import Token
from waqai.normalise import readings
from waqai.resources.registry import Registry
from waqai.resources.wordsets import wordset

SKIP = frozenset("\"'_#")
END = frozenset("\n.!?;:،,")
_ASIDE = frozenset("،,(-–—")
_WHICH = wordset("relatives-said")
_ITS_ACTS, _ITS_MEN, _ITS_THINGS = wordset("acts-of-security"), wordset("men-of-security"), wordset("things-of-security")


@dataclass(slots=True)
class Raw:
    """A phrase of the first pass: tokens ``[first, last)`` and what is known of its referent.

    ``target`` is ``("actor", id)``, ``("context", index)``, ``("body", kind)``, ``("own", ending)`` or ``None``; ``patron`` the
    token where a patron told after the name begins, 0 without one.
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
    patron: int = 0
    attrs: dict[str, str] = field(default_factory=dict)

    @property
    def lemma_id(self) -> str | None:
        """The head noun's id; ``None`` for a name."""
        return self.lemma.id if self.lemma is not None else None


class LoneHeads(ABC):
    """What a head noun stands for by itself, and which words are nouns at all. The scanner supplies nested phrases."""

    tokens: Sequence[Token]
    words: list[str]
    original: str
    lex: Lexicon
    reg: Registry

    @abstractmethod
    def parse(self, i: int, begin: Sequence[tuple[str, Node]], depth: int) -> Raw | None:
        """The best phrase at a token."""

    @abstractmethod
    def _extend(self, raw: Raw) -> None:
        """Take in what belongs to a name."""

    def _tied(self, raw: Raw, depth: int) -> None:
        """``"قسد" المرتبطة بالاحتلال الأمريكي``: the patron belongs to the mention and takes no part himself."""
        words, n, j = self.words, len(self.words), raw.last
        while j < n and words[j] in SKIP:
            j += 1
        if depth or j + 1 >= n:
            return
        if words[j] in _ASIDE:
            j += 1
        if words[j] in _WHICH and j + 2 < n and words[j + 1] in self.lex.sides_with:
            j += 1
        elif words[j] not in self.lex.tied:
            return
        j += 1
        while j < n and (words[j] in SKIP or words[j] in self.lex.ties):
            j += 1
        begin = self.lex.starts(words[j]) if j < n else None
        patron = self.parse(j, begin, depth + 1) if begin else None
        if patron is not None and patron.target is not None and patron.target[0] in ("actor", "country", "context"):
            raw.patron, raw.last = raw.last, patron.last

    def _noun(self, raw: Raw, end: int) -> bool:
        """Whether a form that may be an adjective (``مسلح``, ``انتحاري``) is a person here."""
        i, words, lemma = raw.head, self.words, raw.lemma
        word = words[i]
        if word.endswith(("ون", "ين", "ان", "و", "يي")) or (i and (words[i - 1].isdigit() or words[i - 1] in self.lex.counts)):
            return True
        before = words[i - 1] if i else "\n"
        if lemma is not None and lemma.positive:
            return before in self.lex.before_noun
        if before in self.lex.before_noun or (end < len(words) and self.lex.mods.get(words[end]) == "unknown"):
            return True
        if before in self.lex.hosts:
            return False
        return not any(rest in self.lex.hosts for _, rest in readings(before))

    def _source_kind(self, word: str) -> str | None:
        """The kind of source an adjective makes: ``مصدران طبيان``; ``None`` when it makes none."""
        bare = bare_word(word)
        if len(bare) > 7 or word in self.lex.link_starts:
            return None
        return next((kind for stem, kind in self.lex.source_kinds if bare.startswith(stem)), None)

    def _after_name(self, j: int) -> tuple[int, bool]:
        """``النقيب فلان الفلاني من شرطة كركوك``: step over up to three words of a person's name to a link."""
        words, n = self.words, len(self.words)
        for k in range(j, min(j + 4, n - 1)):
            if words[k] in ("من", "في") and k > j:
                return k + 1, True
            if not words[k].isalpha() or words[k] in self.lex.speech:
                break
        return j, False

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
        known = owner.target[1] if owner is not None and owner.target is not None and owner.target[0] == "actor" else None
        if owner is not None and known is not None and self.reg.actor(str(known)).category == "tribe":
            raw.target, raw.last = owner.target, owner.last
            return raw
        known_by = raw.definite or words[end - 1].startswith("ال")
        if end < n and words[end] not in END and words[end] not in SKIP and not known_by and not words[end].endswith("وا"):
            raw.last = min(n, end + (2 if len(words[end]) <= 4 and words[end] not in self.lex.link_starts else 1))
        raw.target = ("actor", "arab-tribes")
        return raw

    def _aside(self, j: int) -> bool:
        """``مسلحون، يعتقد أنهم من``: the guess stands between commas, dashes or brackets."""
        return self.words[j] in _ASIDE and j + 1 < len(self.words) and self.words[j + 1] in self.lex.suspected

    def _flags(self, raw: Raw, end: int) -> None:
        if raw.lemma is not None and raw.lemma.object:
            raw.attrs["object"] = raw.lemma.object

    def _acts_or_serves(self, raw: Raw) -> bool:
        """``اعتقل الأمن``, ``عنصر من الأمن``, ``سيارة للأمن``: the force; ``مجلس الأمن``, ``تدهور الأمن`` are not."""
        lemma, i = raw.lemma, raw.first
        if lemma is None or lemma.id != "security-word" or raw.last - i != 1 or i < 1:
            return False
        before = self.words[i - 1]
        if self.words[i].startswith("لل"):
            return before in _ITS_THINGS
        if before == "من":
            return i > 1 and self.words[i - 2] in _ITS_MEN
        return before in _ITS_ACTS and self.words[i].startswith("ال")

    def _alone(self, raw: Raw) -> None:
        """A head without owner: what it stands for by itself."""
        lemma = raw.lemma
        assert lemma is not None
        role = lemma.role
        raw.attrs.pop("link", None)
        if lemma.object:
            raw.attrs["object"] = lemma.object
        if role in ("civil", "property"):
            armed = role == "civil" and raw.attrs.keys() & {"armed", "masked"}
            raw.target = ("actor", "unknown-gunmen" if armed else lemma.actor or "civilians")
        elif role == "fixed":
            drugs = lemma.drugs is not None and not wordset("drugs").isdisjoint(self.words)
            raw.target = ("actor", lemma.drugs if drugs else lemma.actor)
        elif role in ("member", "gunman") and "former" in raw.attrs:
            raw.target = ("actor", "civilians")
        elif lemma.context:
            raw.attrs.clear()
        elif role == "gunman":
            raw.target = ("body", "gunmen") if raw.definite and lemma.id != "terrorist" else ("actor", lemma.actor)
        elif role == "state":
            if (lemma.bare and (raw.definite or raw.last - raw.first > 1)) or self._acts_or_serves(raw):
                raw.target = ("body", lemma.state)
                raw.form = "definite"
        elif role == "member" and lemma.state and not lemma.rank:
            raw.target = ("body", lemma.state)
        elif role in ("member", "person"):
            if raw.attrs.keys() & {"armed", "masked"}:
                raw.target = ("actor", "unknown-gunmen")
            else:
                raw.attrs["unspecified"] = "1"
        elif role == "group":
            if lemma.id == "unit" and raw.definite and self._numbered(raw):
                raw.target = ("body", "army")
            elif lemma.actor and ("armed" in raw.attrs or "unknown" in raw.attrs or lemma.hostile):
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
            closed = self._quoted(raw) or (lemma.unlisted and not raw.definite and self._titled(raw))
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
            if raw.definite and lemma.id == "warplane":
                raw.target = ("air", None)

    def _numbered(self, raw: Raw) -> bool:
        """Take in the number of a unit (``اللواء 35``, ``الفرقة الخامسة``): a numbered unit is an army's."""
        word = self.words[raw.last] if raw.last < len(self.words) else "\n"
        if not word.isdigit() and word not in wordset("unit-ordinals"):
            return False
        raw.last += 1
        return True

    def _titled(self, raw: Raw) -> bool:
        """Take in up to four definite words of a body's name the registry does not list: ``مرصد النهر للتوثيق``."""
        words, n, start = self.words, len(self.words), raw.last
        while raw.last < min(n, start + 4) and words[raw.last].startswith(("ال", "لل")) and words[raw.last] not in self.lex.not_title:
            raw.last += 1
        return raw.last > start

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

    @staticmethod
    def _stems(word: str, own: str) -> list[str]:
        """The noun of a word with a possessive ending, behind each proclitic."""
        return [rest for _, rest in readings(word.removesuffix(own))]
