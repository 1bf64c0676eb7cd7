"""Whom a sentence quotes: ``بحسب``, ``نقلت … عن``, ``علمت … من``, verbs behind what was said."""

from __future__ import annotations

from waqai.attribute.accords import after_accord, from_whom, own_account, whose_statement
from waqai.attribute.issuers import issuer
from waqai.attribute.lines import THAT
from waqai.attribute.looks import nameless, party
from waqai.attribute.memory import Memory
from waqai.attribute.persons import BACK, SPEAKERS
from waqai.attribute.speakers import named_subject, subject
from waqai.model import ActorMention, Sentence, WordMention
from waqai.resources.wordsets import wordset

_OWN, _ANOTHER = wordset("own-statement"), wordset("another")
_HEARD = 8  # tokens from a verb of hearing to ``من``
_TOLD_BY = 14  # tokens from an outlet's verb to ``نقلاً عن``
_FAR = 4  # tokens from a source to what it says
_ACCOUNTS, _IN_HIS_NAME = wordset("accounts"), wordset("in-his-name")
_NAMED_FOR = 4  # tokens from the verb to ``باسمها``
_SAME = frozenset(("ذاته", "نفسه"))


class Quoting(Memory):
    """The voices of those a sentence goes by."""

    def accord(self, w: WordMention, verb: WordMention | None, s: Sentence, actors: list[ActorMention]) -> bool:
        """``بحسب``, ``وفقاً لـ``, ``نقلاً عن``."""
        words = self.words
        if verb is None and own_account(words, w.last, s.last):  # ``بحسب روايتها``: who spoke last
            src = self.again(w.last)
            if src is not None:
                self.add(s.first, s.last, "accord", src, w, carried=True)
            return True
        src = after_accord(self.doc, words, actors, w, verb, s)
        told = verb.last if verb is not None else w.last
        if (his := next((t for t in words[told : told + _NAMED_FOR] if t in _IN_HIS_NAME), "")) and (src is None or nameless(src)):
            src = self.party_before(w.first, "ه" if his.endswith("ها") else "ا")  # ``بحسب ما أعلن متحدث باسمها``
        if self.last is not None and "المصدر" in words[w.last - 1 : w.last + 1] and not _SAME.isdisjoint(words[w.last : w.last + 2]):
            src = None  # ``وفق المصدر ذاته``: no outlet of that name
        at = w.last if verb is None else verb.last
        another = at + 1 < s.last and words[at] in _OWN and words[at + 1] in _ANOTHER  # ``وفق بلاغ آخر``
        if (whose := issuer(self.doc, words, actors, at, s.last)) is not None:
            src = whose
        elif at < s.last and words[at] in _OWN and not another and (src is None or src.first > at + 1):
            own = [a for a in actors if a.last <= w.first and a.category in SPEAKERS and a.category != "source"]
            own = [a for a in own if a.form != "described"] or own  # no ``جندياً``
            first = words[at] in wordset("own-channel") or (bool(own) and whose_statement(words, at, s, own[0]))
            src = (own[0] if first else own[-1]) if own else src
        goes_on = another or (at == w.last and w.first == s.first and at < s.last and words[at] in THAT)  # ``كما ذكرت أنها``
        if src is None and goes_on and self.last is not None:
            self.add(s.first, s.last, "continue", self.last, w, carried=True)
            return True
        if src is None:
            tail = words[w.last : w.last + 3]
            if verb is not None and verb.entry == "speech.stated":
                tail = words[verb.last - 1 : verb.last]
            if (
                any(t in BACK or t.lstrip("ل") in BACK or (t.startswith("لل") and "ا" + t[1:] in BACK) for t in tail)
                or words[w.last - 1] in BACK
                or w.text.endswith(("ه", "ها"))
            ):
                src = self.again(w.last)
            elif verb is not None and (j := named_subject(words, actors, verb, s.last)) is not None:
                src = self.named.get(words[j].removeprefix("ال"))  # ``وفق ما ذكره العبيدي``
        if src is None:
            return False
        prev = self.items[-1] if self.items else None
        near = prev is not None and (w.first - prev.word.last <= _TOLD_BY or sum(v.word.first >= s.first for v in self.items) == 1)
        quoted = words[w.last - 1] == "عن" and prev is not None and s.first <= prev.word.first and near
        if quoted and prev is not None and prev.source is not None and prev.source.category == "media" and not party(prev.source):
            self.items.pop()  # ``ذكرت الوكالة نقلاً عن مصادر أمنية``
            self.add(prev.first, s.last, prev.cls, src, prev.word)
            return True
        if quoted and prev is not None and prev.source is not None and party(prev.source) and nameless(src):
            return True  # ``ذكرت سانا نقلاً عن مصدر عسكري``: a party's own agency answers for its unnamed source
        if words[w.last - 1] == "لسان" and self.current is not None and self.items[-1].source is self.current:
            if nameless(src) or src.category == "officials":
                return True  # ``نفت الحركة، على لسان أمين سرها``: she speaks
            of = self.items.pop()  # ``أعلنت موسكو، على لسان مركز المصالحة``
            self.add(of.first, of.last, of.cls, src, of.word)
            return True
        self.add(s.first, s.last, "accord", src, w)
        return True

    def cited(self, s: Sentence) -> bool:
        """``نقلاً عن`` opens the sentence: whoever passes on what was said does not say it."""
        prev = self.items[-1] if self.items else None
        return prev is not None and prev.cls == "accord" and prev.word.first == s.first and self.words[prev.word.last - 1] == "عن"

    def in_passing(self, w: WordMention, s: Sentence, actors: list[ActorMention]) -> ActorMention | None:
        """Whose words a verb behind them or set into them closes: its subject, or who spoke before (``يضيف``)."""
        if self.words[w.last : w.last + 1] in ([","], ["."]) or w.last >= s.last:
            return self.last
        return subject(self.doc, self.words, [a for a in actors if a.first >= w.last], w, s, w.first)

    def relay(self, w: WordMention, s: Sentence, actors: list[ActorMention]) -> bool:
        """``نقلت الوكالة عن مصدر طبي``: the source behind the teller; a party's own agency speaks for the party."""
        words = self.words
        src = next(
            (
                a
                for a in actors
                if a.first >= w.last and a.category in SPEAKERS and (words[a.first - 1] == "عن" or "عن" in words[a.first : a.last])
            ),
            None,
        )
        if src is None:
            src = from_whom(self.doc, words, actors, w, s, "عن")
        teller = next((a for a in actors if 0 <= a.first - w.last <= 2 and a.category in ("media", "ministry")), None)
        if teller is not None and nameless(src) and party(teller):
            src = teller
        if nameless(src) and self.topic is not None and self.topic.category == "monitor" and words[w.first - 1] in wordset("indeed"):
            src = self.topic  # ``لم يرَ المرصد فلولاً. فقد نقل عن أهالٍ أن``
        if src is None and w.form != "passive" and not THAT.isdisjoint(words[w.last : min(s.last, w.last + 10)]):
            src = subject(self.doc, words, actors, w, s, s.first)  # ``نقل موقع الألوية أن``
        if src is None:
            return False
        behind = words[w.first - 1] == "كما" and w.first > s.first + 1 and src.last >= s.last - 2
        self.add(s.first if behind else w.first, s.last, "accord" if behind else "say", src, w)  # ``…، كما نقل مراسلنا عن مصدر أمني``
        return True

    def whose_words(self, teller: ActorMention, w: WordMention, s: Sentence, actors: list[ActorMention]) -> ActorMention:
        """The source behind ``عن`` and before ``أن`` an outlet tells of; the outlet when it speaks for a party or of a thing."""
        src = from_whom(self.doc, self.words, actors, w, s, "عن")
        if src is None or THAT.isdisjoint(self.words[src.last : src.last + _FAR]) or (party(teller) and nameless(src)):
            return teller
        return src

    def heard(self, w: WordMention, s: Sentence, actors: list[ActorMention]) -> None:
        """``علمت الصحيفة من مصادر محلية أن``, ``حصل الموقع على شهادات من الأهالي``: those it was heard from."""
        src = from_whom(self.doc, self.words, actors, w, s, "من")
        if (
            src is None and self.words[w.first] in wordset("learns") and "من" not in self.words[w.last : w.last + _HEARD]
        ):  # ``علم موقع صوت العاصمة أن``
            src = next((a for a in actors if a.first == w.last and a.category == "media" and a.name_en is not None), None)
            if src is not None and not THAT.isdisjoint(self.words[src.last : src.last + 2]):
                self.add(w.first, s.last, "say", src, w)
            return
        tells = src is not None and self.words[w.first] in wordset("learns") and not THAT.isdisjoint(self.words[src.last : src.last + 2])
        if src is not None and (src.category == "source" or src.form == "described" or tells):
            self.add(w.first, s.last, "say", src, w)

    def told_by(self, w: WordMention, s: Sentence, actors: list[ActorMention]) -> ActorMention | None:
        """Who only passes on the account of a body named before; ``None`` when no account stands there."""
        if _ACCOUNTS.isdisjoint(self.words[s.first : w.first]) or not any(a.last < w.first and a.name_en is not None for a in actors):
            return None
        return next((a for a in actors if 0 <= a.first - w.last <= 1 and a.category == "media"), None)
