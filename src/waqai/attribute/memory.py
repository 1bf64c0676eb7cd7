"""Who has spoken so far, and who goes on speaking where a sentence does not say (``وأضاف``, ``المصدر الطبي نفسه``, ``البيان``)."""

from __future__ import annotations

from waqai.attribute.bodies import room
from waqai.attribute.lines import THAT
from waqai.attribute.looks import nameless
from waqai.attribute.persons import BACK, BODIES, SPEAKERS, TITLES, kinds_of_persons, minister, person
from waqai.attribute.seats import seated
from waqai.attribute.signers import signer
from waqai.attribute.speakers import named_subject, own_voice
from waqai.attribute.topics import first_named, head_of
from waqai.attribute.voice import Voice
from waqai.model import ActorMention, Doc, Sentence, WordMention
from waqai.model.text import words_of
from waqai.normalise import fold
from waqai.resources.lexicon import lexicon
from waqai.resources.wordsets import wordset

_STATEMENT = fold("البيان")
_STATEMENTS = frozenset((_STATEMENT, "للبيان", "والبيان", "بالبيان", "فالبيان"))
_THAT_PRONOUNS = wordset("that-pronouns")
_ARMED = frozenset(("armed_group", "militia"))
_SIDES = _ARMED | {"state_force", "ministry"}
_WATCH = wordset("monitor-again")
_KINS = tuple(wordset(f"kin {kind}") for kind in ("security", "medical", "military", "local", "government"))
_OWN_NOUNS = frozenset(("مصدر", "مصادر"))
_THE_SOURCE = wordset("the-source")
_INDEED = wordset("indeed")
_MALE = wordset("male-bodies")
_TAKEN = wordset("names-of-one-noun")
_PEOPLE, _PRESENT = "local-sources", frozenset(fold("يت"))
_STAFF = 5  # tokens from a post to the body he works for
_BEFORE = 40  # tokens from a party to the verb of speaking whose subject it is
_HEAD = 4  # tokens from the head of a sentence to the body it is about
_TALES, _OF_STATEMENT = wordset("tales"), 3
_ORDINALS, _ISSUED = wordset("statement-number"), wordset("statements-issued")


class Memory:
    """The voices of a document read so far, and those a later sentence may go on with."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.words = words_of(doc.text.tokens)
        self.classes = lexicon().entries
        self.items: list[Voice] = []
        self.deeds = {x.first for x in doc.words if x.layer == "trigger" and x.form != "passive"}
        self.signer = signer(doc, self.words)
        self.last: ActorMention | None = None  # who spoke last in the text
        self.spoken: list[ActorMention] = []  # who spoke under a name of his own, in text order
        self.witness: ActorMention | None = None  # whom the sentence before shows: ``تجلس أم سليم قرب الباب. تقول إن``
        self.topic: ActorMention | None = None  # the body the sentence before is about
        self.issued: ActorMention | None = None  # who issued the statements last told of
        self.monitor: ActorMention | None = None  # the monitor that spoke last
        self.current: ActorMention | None = None  # who speaks in this sentence
        self.named: dict[str, ActorMention] = {}  # words of a speaker's name → who he is
        self.spoke: ActorMention | None = None  # who spoke in the sentence before
        self.list_source: ActorMention | None = None  # who spoke before the list
        self.at: Sentence | None = None  # the sentence that is read
        self.listed, self.paragraph = False, -1
        self.spelled: tuple[int, ActorMention | None] = -1, None  # the paragraph in which a sum is told one by one, and by whom
        self.untrue: WordMention | None = None  # words that call what the sentence tells untrue

    def add(self, first: int, last: int, cls: str, src: ActorMention | None, w: WordMention, carried: bool = False) -> None:
        """A new voice; a named source goes on speaking, and so does the one whose statement is meant."""
        if src is not None and src.form == "definite" and fold(src.text) in _STATEMENTS and self.last is not None:
            numbered = self.words[src.last : src.last + 1]
            src = self.issued if self.issued is not None and numbered and numbered[0] in _ORDINALS else self.last
            carried = True
        if src is not None and src.form in ("named", "definite") and src.last - src.first == 1 and self.words[src.first] in _TAKEN:
            meant = self.of_that_name(self.words[src.first])
            if meant is not None and meant.name_en != src.name_en:
                src, carried = meant, True  # ``هيئة الطاقة … وقالت الهيئة``
        if src is not None:
            src = room(self.doc, self.words, seated(self.words, src))
            src = own_voice(self.doc, self.words, src, w, cls == "count")
            if not carried:
                self.name(w, src)
                self.spoken.append(src)
                if self.at is not None and not _ISSUED.isdisjoint(self.words[self.at.first : self.at.last]):
                    self.issued = src
            inside = cls == "accuse" and self.current is not None and self.at is not None and w.first > self.at.first
            self.current = src
            self.last = self.last if inside and nameless(src) else src  # ``قال التجمع إن … ويتهمه الأهالي``: the gathering speaks on
            if src.category == "monitor":
                self.monitor = src
        self.items.append(Voice(first, last, cls, src, w, carried))

    def name(self, w: WordMention, src: ActorMention) -> None:
        """Remember the words between the verb and what is said: the speaker's name, by which he is taken up again."""
        for j in range(w.last, min(len(self.words), w.last + 14)):
            t = self.words[j]
            if t in THAT or t == ":" or t == ".":
                break
            if len(t) > 2:
                self.named[t.removeprefix("ال")] = src

    def heed(self, s: Sentence, actors: list[ActorMention]) -> None:
        """Remember whom the sentence is about: the first body in it, at its head."""
        near = (a for a in actors if a.first - s.first <= _HEAD and a.category in BODIES and a.name_en is not None)
        self.topic = next((a for a in near if a.form in ("named", "definite", "described")), None)
        heads = [
            s.first,
            s.first + 1,
            *(j + 1 for j in range(s.first, s.last - 2) if self.words[j] == ","),
        ]  # ``في المخيم، تجلس أم سليم``
        at = next((j + 1 for j in heads if j + 1 < s.last and kinds_of_persons().get(self.words[j + 1]) == _PEOPLE), None)
        shown = at is not None and self.current is None and self.words[at - 1][:1] in _PRESENT
        self.witness = person(self.doc, self.words, actors, at) if shown and at is not None else None

    def again(self, at: int) -> ActorMention | None:
        """Who spoke before and is meant at token ``at``: of the kind told beside it (``المصدر الطبي نفسه``), else who spoke last."""
        near = self.words[at : at + 3]
        if near and near[0] in _THE_SOURCE and not nameless(self.last):
            unnamed = next((a for a in reversed(self.spoken) if nameless(a) and fold(a.text).split()[0].lstrip("و") in _OWN_NOUNS), None)
            return unnamed or self.last  # ``قال مصدر طبي … واتهمت الحركة … وأضاف المصدر``
        if near and (named := self.of_that_name(near[0])) is not None:
            return named
        for kin in _KINS:
            if not kin.isdisjoint(near):
                return next((a for a in reversed(self.spoken) if not kin.isdisjoint(fold(a.text).split())), self.last)
        return self.last

    def of_the_monitor(self, src: ActorMention, s: Sentence) -> bool:
        """``عضو فريق المنظمة``, ``مسؤول التوثيق في المرصد``: who speaks works for the monitor told of."""
        for i in range(src.first + 1, min(s.last, src.first + _STAFF)):
            if self.words[i] in _WATCH:
                return not any(a.first <= i < a.last and a.form == "named" and a is not src for a in self.doc.actors)
            if self.words[i] in THAT or self.words[i] in ("،", ",", ":"):
                return False
        return False

    def of_that_name(self, word: str) -> ActorMention | None:
        """``القناة`` behind ``قناة المسيرة``, ``الهيئة`` behind ``هيئة الطاقة``: who spoke last under a name with that noun."""
        stem = word.removeprefix("و").removeprefix("ال")
        if len(stem) < 3 or stem == word or stem in _OWN_NOUNS:
            return None
        for a in reversed(self.spoken):
            if a.last - a.first > 1 and (stem in fold(a.text).split() or stem in self.words[max(0, a.first - 2) : a.first]):
                return a  # ``قيادة أركان الجيش المالي … ونفت القيادة``
        return None

    def party_before(self, i: int, latter: str = "") -> ActorMention | None:
        """The party or body named last before token ``i``; of the gender of ``الأخير`` or ``الأخيرة`` when one is given."""
        for a in reversed(self.doc.actors):
            if a.last > i or a.category not in BODIES or a.form not in ("named", "definite") or a.name_en is None:
                continue
            male = self.words[a.first].removeprefix("و").removeprefix("ال") in _MALE
            if not latter or male != latter.endswith("ه"):
                return a
        return None

    def by_gender(self, w: WordMention, s: Sentence) -> ActorMention | None:
        """``قُتل مقاتلون من القوات. وقالت في بيان``: nobody having spoken, the party told of last whose gender the verb has."""
        if w.form != "past" or w.first != s.first or self.words[w.last : w.last + 2] not in (["في", "بيان"], ["في", "بلاغ"]):
            return None
        male = not self.words[w.first].endswith("ت")
        near = (a for a in reversed(self.doc.actors) if a.last <= s.first and s.first - a.first <= _BEFORE)
        sides = (a for a in near if a.category in _SIDES and a.form != "pronoun" and a.name_ar)
        return next((a for a in sides if (fold(a.name_ar or "").split()[0].removeprefix("ال") in _MALE) == male), None)

    def by_name(self, w: WordMention, s: Sentence, actors: list[ActorMention]) -> ActorMention | None:
        """``وقال مجاهد``: who spoke before under a name with that word."""
        j = named_subject(self.words, actors, w, s.last)
        return self.named.get(self.words[j].removeprefix("ال")) if j is not None else None

    def own_source(self, src: ActorMention | None) -> ActorMention | None:
        """A military source in a party's own text speaks for the party."""
        mine = self.signer is not None and self.signer.category in _ARMED
        return self.signer if mine and src is not None and src.actor_id in ("military-source", "security-source") else None

    def accuser(self, w: WordMention, actors: list[ActorMention]) -> ActorMention | None:
        """Who accuses when the verb names only the accused: who speaks in the sentence, else a topic, else who spoke last."""
        before = [a for a in actors if a.last <= w.first and a.category in SPEAKERS and a.form != "pronoun"]
        return self.current or (before[0] if before else None) or (self.last if w.prefix else None)

    def of_a_deed(self, w: WordMention, s: Sentence) -> bool:
        """``كما أعلنت اعتقال اثنين``, ``وأعلن كذلك مقتل``: behind the verb at the head stands what is announced, and no subject."""
        led = w.first == s.first or (w.first == s.first + 1 and self.words[s.first] == "كما")
        if not led or w.form == "participle":
            return False
        at = w.last + (self.words[w.last : w.last + 1] in (["ايضا"], ["كذلك"], ["عن"]))
        return at in self.deeds and (self.words[w.first] == "كما" or at - 1 == s.first + 1 or bool(w.prefix) or at > w.last)

    def of_main_clause(self, w: WordMention, s: Sentence) -> ActorMention | None:
        """``نفت الوزارة الحصيلة التي أعلنها المسلحون، مؤكدة``: a participle goes with the main verb."""
        said = [v for v in self.items if s.first <= v.word.first < w.first and v.source is not None]
        if len(said) < 2:
            return None
        at = said[-1].word.first
        inside = self.words[at - 1] in wordset("relatives") and self.words[at].endswith(("ه", "ها"))
        tale = at + 1 < s.last and self.words[at + 1] in _TALES and said[-2].first <= at < said[-2].last
        return said[-2].source if inside or tale else None  # ``جاء في البيان أن مواقع نشرت أنباء مفادها …، مبينة``

    def issued_by(self, w: WordMention, s: Sentence) -> ActorMention | None:
        """``وجاء في بيان للخلية``: who spoke before under a name with that noun."""
        for t in self.words[w.last : min(s.last, w.last + _OF_STATEMENT)]:
            if t.startswith("لل") and (named := self.of_that_name("ال" + t.removeprefix("لل"))) is not None:
                return named
        return None

    def carry(self, cls: str, w: WordMention, s: Sentence, actors: list[ActorMention]) -> tuple[ActorMention | None, bool, bool]:
        """Who goes on speaking: the source, whether it is carried over, and whether the verb makes a voice at all."""
        words = self.words
        if self.issued is not None and any(
            words[i] == _STATEMENT and words[i + 1] in _ORDINALS for i in range(max(s.first, w.first - 3), min(w.last + 2, s.last - 1))
        ):
            return self.issued, True, True  # ``أما البيان الثاني فتحدث عن``
        if self.topic is not None and w.form == "past" and words[w.first - 1] in _INDEED:
            return self.topic, True, True  # ``لا تتفق الشبكة مع ذلك. فقد وثقت …``
        tail = words[w.last : w.last + 2]
        if any(t in BACK for t in tail):
            back = self.monitor if self.monitor is not None and not _WATCH.isdisjoint(tail) else self.again(w.last)
            return back, True, back is not None
        seen = self.witness is not None and w.form == "present" and w.first == s.first and cls in ("say", "continue")
        if seen and self.witness is not None and named_subject(words, actors, w, s.last) is None:
            same = words[w.first].removeprefix("و")[:1] == words[self.witness.first - 1][:1]
            if same and w.last < s.last and (words[w.last] in THAT or words[w.last] == ","):
                return self.witness, True, True
        if w.form == "participle":
            told = next((a for a in actors if a.last <= w.first and a.category in SPEAKERS and a.form != "pronoun"), None)
            src = self.of_main_clause(w, s) or self.current or told or self.last
            return src, True, src is not None or cls in ("deny", "accuse")
        goes_on = cls == "continue" or (cls in ("say", "announce") and words[w.first][:1] in "وف" and bool(w.prefix))
        if goes_on:
            j = named_subject(words, actors, w, s.last)
            if j is not None:
                known = self.named.get(words[j].removeprefix("ال"))
                if known is not None:
                    return known, True, True
                if words[j] not in words[: s.first]:
                    return None, False, True  # somebody new, whom the registry does not know
            src = self.last
            if cls != "continue":
                src = self.current or head_of(self.doc, words, w, s, actors) or first_named(self.doc, words, w, s, actors) or self.last
                src = src or self.by_gender(w, s)
            return src, True, src is not None
        if cls == "deny" and w.last < s.last and words[w.last] in TITLES and w.form in ("past", "present"):
            return (
                person(self.doc, words, actors, w.last) or minister(self.doc, words, w.last),
                False,
                True,
            )  # ``ونفى آمر الكتيبة``: a person of whom nothing is known
        if cls == "deny" and w.last < s.last:
            own_side = self.last if words[w.last] in _TAKEN and self.last is not None and self.last.category in _SIDES else None
            if (meant := self.of_that_name(words[w.last]) or own_side) is not None:
                return meant, True, True  # ``أقرّ الجيش بمقتل عشرة … ونفت القيادة إسقاط المروحية``
        if cls == "deny":
            own = [a for a in actors if a.last <= w.first and a.category in SPEAKERS]
            if words[w.first - 1] in wordset("he"):  # ``فهو ينفي``
                return self.last, True, True
            if words[w.first - 1] in _THAT_PRONOUNS and self.current is not None:  # ``مبينة أنها تنفي تلك الأنباء``
                return self.current, True, True
            accuser = next(
                (v.source for v in self.items if v.cls == "accuse" and v.word.form != "masdar" and v.word.first >= s.first), None
            )
            if accuser is not None and self.current is accuser:
                return None, False, True  # ``اتهم ناشطون …، غير أن الإدارة أنكرت``
            return (self.current or (own[-1] if own and w.prefix else None)), True, True
        if cls == "count" and (head := head_of(self.doc, words, w, s, actors)) is not None:
            return head, False, True  # ``خرجت الشبكة بحصيلة، إذ أحصت``
        return None, False, cls in ("accuse", "claim-resp")
