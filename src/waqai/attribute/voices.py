"""Voices: which source answers for which words.

A verb of saying covers from itself to the end of its sentence; ``بحسب`` covers the sentence part it closes; a continuation (``وأضاف``,
``مشيراً``) takes the source before it. A separate event told without a source is the outlet's own word (codebook section 4).
"""

from __future__ import annotations

from waqai.attribute.accords import after_accord
from waqai.attribute.blame import blamer, laid, object_first
from waqai.attribute.closes import closing, set_in
from waqai.attribute.footnotes import by_number
from waqai.attribute.lines import header, item, mention, tail
from waqai.attribute.looks import agency, nameless, not_speech, only_dates, passed_on, undenied, unsaid
from waqai.attribute.offices import bare_officer, goes_back
from waqai.attribute.persons import BACK, SPEAKERS, STRONG, person
from waqai.attribute.private import private
from waqai.attribute.quoting import Quoting
from waqai.attribute.speakers import first_person, subject, told_to
from waqai.attribute.told_on import told_on
from waqai.attribute.topics import head_of
from waqai.attribute.unlisted import said_that, until
from waqai.attribute.untrue import denied_too, refuted_to, refuter
from waqai.attribute.voice import Voices
from waqai.model import ActorMention, Doc, Sentence, WordMention
from waqai.resources.wordsets import wordset

_UNTRUE = ("speech.untrue", "speech.no-part")
_SAYING = frozenset(("say", "announce", "continue", "count"))
_NOBODY = wordset("negation") | wordset("unsaid")
_LATTER, _IN_HIS_NAME = wordset("the-latter"), wordset("in-his-name")
_BEFORE_TOPIC = wordset("before-topic") | wordset("but")
_OF_THEM, _SET_OUT = wordset("the-last-one") | wordset("some-of-those"), 4
_GOES_ON = frozenset(("say", "announce", "continue", "accord"))
_BY_SON = frozenset(("ابو", "ام"))
_OWNER, _OF_WHOM = 6, 3  # tokens from a party to ``مسؤوليتها عن``, from the number of a weekly to its name
_WITH_OFFICERS = frozenset(("ministry", "state_force", "militia", "armed_group"))
_THAT_PRONOUNS = wordset("that-pronouns")
_FOOTAGE = wordset("footage-shown")
_TURNS, _SEES = wordset("hard-break") | wordset("but"), wordset("sees")


_TELLS = frozenset(("accord", "say", "announce", "continue"))
_WHAT = frozenset(("ان", "بان", "انه", "انها", "انهم", "بانه", "بانها", "الي"))


class _Reader(Quoting):
    """Reads the voices of a document sentence by sentence."""

    def sentence(self, s: Sentence, actors: list[ActorMention], speech: list[WordMention]) -> None:
        """All voices of one sentence."""
        words, doc = self.words, self.doc
        self.spoke, self.current, self.at = self.current, None, s
        seen: set[int] = set()
        before = len(self.items)
        self.head(s, actors, speech)
        self.spell_out(s)
        for n, w in enumerate(speech):
            cls = self.classes[w.entry].cls
            if cls == "statement" or w.first in seen or not_speech(doc, words, w):
                continue
            if cls == "hearsay":
                self.heard(w, s, actors)
                continue
            spoken = self.current is not None and self.current.first >= s.first
            later = any(self.classes[v.entry].cls == "say" and v.form == "past" for v in speech[n + 1 :])
            of_party = any(w.last <= a.first <= w.last + 2 and agency(a) for a in actors)
            if passed_on(w) and (spoken or (later and not of_party)):
                continue  # ``في تصريح نقلته القناة، قال المتحدث``
            if (cls == "deny" and undenied(words, w)) or (cls in _SAYING and unsaid(doc, words, w)):
                continue
            if cls == "claim-resp" and any(self.classes[v.entry].cls == "deny" and denied_too(words, v, w) for v in speech[:n]):
                continue  # ``نفى التنظيم مسؤوليته عن الهجوم``
            if cls == "deny" and not w.prefix and any(v.cls == "deny" and s.first <= v.word.first < w.first for v in self.items):
                continue  # ``تنفي … نفياً قاطعاً``
            if w.form == "masdar" and (cls not in ("claim-resp", "accuse", "deny", "announce") or only_dates(doc, words, w, s)):
                continue
            if cls in _TELLS and (src := self.also(w, s, actors)) is not None:
                self.add(w.first, s.last, "continue", src, w, carried=True)
                seen.add(w.first)
                continue
            if cls in _GOES_ON and self.last is not None and self.of_a_deed(w, s):
                self.add(w.first, until(doc, words, w, s, actors, self.last), "continue", self.last, w, carried=True)
                seen.add(w.first)
            elif cls == "accord":
                brings = [v for v in speech[n + 1 :] if v.first >= w.last and self.classes[v.entry].cls not in ("accord", "statement")]
                verb = brings[0] if brings and all(t in ("ما", "لما") for t in words[w.last : brings[0].first]) else None
                if verb is not None:
                    seen.add(verb.first)
                if self.accord(w, verb, s, actors):
                    seen.add(w.first)
            elif words[w.first - 1] == "كما" and passed_on(w) and (teller := self.told_by(w, s, actors)) is not None:
                actors = [a for a in actors if a is not teller]  # ``رواية الوزارة، كما نقلتها سانا، تقول إن``
            elif cls not in ("deny", "accuse") and closing(doc, words, w, s):
                src = after_accord(doc, words, actors, w, w, s)
                if src is not None:
                    self.add(s.first, s.last, "accord", src, w)
                    seen.add(w.first)
            elif (told := set_in(doc, words, w, s, cls)) is not None and (src := self.in_passing(w, s, actors)) is not None:
                self.add(told, s.last, "accord", src, w, carried=src is self.last)
                seen.add(w.first)
            elif cls == "relay":
                if self.relay(w, s, actors):
                    seen.add(w.first)
            elif self.verb(cls, w, s, actors):
                seen.add(w.first)
        self.lay_blame(s, actors)
        self.deny_all(s, actors)
        if self.current is None and actors and (closed := tail(doc, words, s, actors)) is not None:
            self.add(s.first, s.last, "accord", closed[1], closed[0])
        unsaid_yet = self.current is None or all(v.cls == "deny" for v in self.items[before:])  # ``سارع الجيش إلى القول إن …، فيما نفت``
        if unsaid_yet and (found := said_that(doc, words, actors, s)) is not None:
            self.add(found[0].first, s.last, "say", found[1], found[0])
        self.heed(s, actors)
        if self.current is None and words[s.first] in ("اما", "واما"):  # ``أما المرصد فيضع ما جرى في سياق آخر. وبحسبه، …``
            self.last = next((a for a in actors if a.first == s.first + 1 and a.category in STRONG - {"source"}), self.last)

    def also(self, w: WordMention, s: Sentence, actors: list[ActorMention]) -> ActorMention | None:
        """``كما أفادت بتحييد اثنين``, ``كما أعلن مقتل``: at the head of a sentence whoever spoke before goes on; nobody else is named."""
        words = self.words
        src = self.spoke or self.last
        at = w.first if words[w.first] == "كما" else w.first - 1
        if src is None or at != s.first or words[at] != "كما" or w.last >= s.last or any(a.first == w.last for a in actors):
            return None
        told = words[w.last]
        if told in _WHAT or (told.startswith("ب") and any(x.first == w.last and x.layer == "trigger" for x in self.doc.words)):
            return src
        event = any(x.first == w.last and x.layer == "trigger" and x.form in ("masdar", "phrase") for x in self.doc.words)
        return src if event else None

    def lay_blame(self, s: Sentence, actors: list[ActorMention]) -> None:
        """``حمّلت الحكومة الحركة مسؤولية``: whoever blames answers for what follows."""
        at = laid(self.words, s)
        if at is None or any(v.word.first == at for v in self.items):
            return
        w = mention(self.doc, at)
        src = self.last if self.words[at + 1] in BACK else blamer(self.words, actors, w, s)
        if src is not None and src.first > w.last and not any(a.first <= w.last < a.last for a in actors):
            src = person(self.doc, self.words, actors, w.last) or src  # ``وحمّل ذووهم الميليشيا المسؤولية``
        if src is None and self.words[at] in wordset("blame-finite"):
            src = person(self.doc, self.words, actors, w.last) if not object_first(self.words, actors, w, s) else None
        elided = src is None and self.words[at][0] == "و" and object_first(self.words, actors, w, s)
        src = src or (self.current or self.last if elided else self.accuser(w, actors))  # ``وحمّلت قوات الدعم السريع المسؤولية``
        if src is not None:
            self.add(at, s.last, "accuse", src, w, carried=src.last <= at)

    def deny_all(self, s: Sentence, actors: list[ActorMention]) -> None:
        """``… عار عن الصحة``: whoever speaks in the sentence denies what it tells."""
        w, self.untrue = self.untrue, None
        teller = refuter(self.words, self.items, w, s, actors, self.current) or self.signer if w is not None else None
        if w is not None and teller is not None:
            self.add(s.first, refuted_to(self.doc, self.words, w, s), "deny", teller, w, carried=True)

    def head(self, s: Sentence, actors: list[ActorMention], speech: list[WordMention]) -> None:
        """A name that says the whole line; else an item of a list goes on with the source that stands before the list."""
        told = [w for w in speech if self.classes[w.entry].cls != "statement"]
        found = header(self.doc, self.words, s, actors, told, self.signer)
        if found is not None:
            self.add(found[0].first, s.last, "say", found[1], found[0])
        if s.paragraph == self.paragraph:
            return
        if not item(self.words, s):
            self.list_source = None
        elif not self.listed:
            self.list_source = self.spoke
        self.listed, self.paragraph = item(self.words, s), s.paragraph
        if self.listed and self.list_source is not None and found is None:
            self.add(s.first, s.last, "continue", self.list_source, mention(self.doc, s.first), carried=True)

    def spell_out(self, s: Sentence) -> None:
        """``ففي ريف حلب، …``: what was told in sum is told one by one, by whoever told it, to the end of the paragraph."""
        if self.words[s.first] == "ففي" and self.spoke is not None and self.spoke.category in STRONG - {"source"}:
            self.spelled = s.paragraph, self.spoke
        if self.spoke is not None and s.first > 0 and any(t in _OF_THEM for t in self.words[s.first : s.first + _SET_OUT]):
            self.add(s.first, s.last, "continue", self.spoke, mention(self.doc, s.first), carried=True)  # ``وكان أكبرها في بانو``
        paragraph, src = self.spelled
        if src is not None and paragraph == s.paragraph:
            self.add(s.first, s.last, "continue", src, mention(self.doc, s.first), carried=True)

    def verb(self, cls: str, w: WordMention, s: Sentence, actors: list[ActorMention]) -> bool:
        """A verb of saying with its subject, or without one going on with the source before."""
        words = self.words
        if w.entry in _UNTRUE:  # ``قالت الوزارة إن الأنباء عن … عارية عن الصحة``: what stands before it is denied
            self.untrue = w
            return True
        src = subject(self.doc, words, actors, w, s, s.first) if w.form != "participle" else None
        if src is not None and src.category == "media" and words[src.last : src.last + 1] == ["عن"] and src.first >= w.last:
            src = self.whose_words(src, w, s, actors)  # ``أوردت رويترز عن مصدر أمني أن``
        carried = False
        if src is not None and src.form == "described" and words[src.first] in _BY_SON:
            known = self.named.get(words[src.first + 1].removeprefix("ال")) if src.first + 1 < s.last else None
            src, carried = known or src, known is not None  # ``محمد أبو سلمية … وأضاف أبو سلمية``
        by = w.first - 2 if words[w.first - 1] == '"' else w.first - 1
        if cls in ("count", "deny") and self.current is not None and words[by] in _THAT_PRONOUNS:
            src, carried = self.current, True  # ``قالت المنظمة إنها وثقت``, ``مبينة أنها تنفي``
        if w.entry == "speech.show" and self.current is not None and not _FOOTAGE.isdisjoint(words[w.first - 2 : w.first]):
            src, carried = self.current, True  # ``وثقت الهجوم بمقاطع مصورة تظهر أسر سبعة جنود``
        if words[w.first - 1] in _IN_HIS_NAME or (w.last + 1 < s.last and words[w.last + 1] in _IN_HIS_NAME):
            src, carried = self.topic or self.party_before(w.first) or src, True  # ``الجيش لم يعترف. لكن الناطق باسمه أعلن``
        if w.last < s.last and words[w.last] in _LATTER and w.form in ("past", "present"):
            src, carried = self.party_before(w.first, words[w.last]), True  # ``فيما نفت الأخيرة``
        elif (
            w.first > s.first + 1
            and words[w.first - 1] in _LATTER
            and words[w.first - 2] in _BEFORE_TOPIC
            and w.form in ("past", "present")
        ):
            src, carried = self.party_before(w.first - 1, words[w.first - 1]), True  # ``لكن الأخيرة نفت``
        again = src is not None and src.first >= w.last and (nameless(src) or src.category == "officials")
        if again and src is not None and self.last is not None and goes_back(words, src.first, s.last):
            src, carried = self.again(src.first), True  # ``وأشار المسؤول العسكري إلى``
        if again and src is not None and self.monitor is not None and not carried and self.of_the_monitor(src, s):
            src, carried = self.monitor, True  # ``وقال عضو فريق المنظمة``
        if (
            (nameless(src) or src is None)
            and not carried
            and self.last is not None
            and self.last.category in _WITH_OFFICERS
            and (w.prefix or cls == "continue")
            and bare_officer(words, actors, w.last, s.last)
        ):
            src, carried = self.last, True  # ``وأضاف العميد محمد سمير أن``
        if nameless(src) and not carried and src is not None and self.last is not None and self.last.category in ("monitor", "ministry"):
            at = src.last + 1
            if words[src.last : at] == ["في"] and at < s.last and words[at] in BACK:  # ``وقال مصدر في التجمع``
                src, carried = self.last, True
        if src is not None and src.last <= w.first and not (w.prefix or carried) and words[w.last : w.last + 1] in (["انها"], ["انه"]):
            src = head_of(self.doc, words, w, s, actors) or src  # ``أدانت البعثة هجوما نفذته جماعة، قالت إنه``
        if nameless(src) and not carried:
            src = told_to(words, actors, w) or self.own_source(src) or src
        if cls == "accuse" and src is not None and src.first >= w.last and object_first(words, actors, w, s):
            src = self.accuser(w, actors)
            carried = src is not None
            if src is None:
                self.add(w.first, s.last, cls, None, w)  # ``اتُّهم الجيش بقتل``
                return True
        if w.entry == "speech.stated":
            of_whom = next((a for a in actors if 0 <= a.first - w.last <= _OF_WHOM and a.category in SPEAKERS), None)
            if of_whom is not None and (src is None or (src.category == "media" and not agency(of_whom))):
                src = of_whom  # ``جاء في العدد الأسبوعي لجريدة النبأ أن``, ``جاء في بيان للجماعة نقله موقع``
            elif words[w.last - 1] in BACK:  # ``أبرز ما ورد في العدد``
                src, carried = self.last, True
            elif (meant := self.issued_by(w, s)) is not None:
                src, carried = meant, True  # ``كذبت خلية الإعلام … وجاء في بيان للخلية أن``
        if cls == "claim-resp" and words[w.last - 1] == "عن":  # ``مسؤوليته عن``: behind it stands what is adopted
            before = [a for a in actors if 0 <= w.first - a.last <= _OWNER and a.category in SPEAKERS]
            src = self.current or (before[-1] if before else None)
        if w.entry == "speech.see" and src is not None and src.actor_id == "analyst":
            return False  # ``ويرى محللون أن``: what they make of it
        seen = w.entry == "speech.count" and words[w.first].removeprefix("و") in _SEES
        if cls == "count" and (w.form == "passive" or (src is not None and src.category not in STRONG and seen)):
            return False  # ``رصدت قواتنا تحركات``: a force that sees counts nothing
        if cls == "count" and w.form == "masdar" and words[w.first - 1] in wordset("after-a-blow"):
            return False  # ``بعد رصد دقيق لدخول أربعة جنود``: they watched, nobody counts
        if cls == "claim-resp" and not _NOBODY.isdisjoint(words[max(s.first, w.first - 5) : w.first]):
            return False  # ``لم تعلن أي جهة مسؤوليتها``, ``دون أن تتبنى أي جهة العملية``
        if first_person(w) and self.signer is not None:
            src = self.signer
        if src is None and w.form != "participle" and cls in ("say", "continue"):
            src = self.by_name(w, s, actors)
            carried = src is not None
            src = src or private(self.doc, words, actors, w, s)
        if src is None:
            src, carried, told = self.carry(cls, w, s, actors)
            if not told:
                return False
        if src is not None and src.category == "media" and not agency(src) and self.cited(s):
            return True  # ``نقلاً عن مصدر أمني، ذكرت الوكالة أن``
        if (
            src is not None
            and src.category == "source"
            and self.current is not None
            and self.current.first >= s.first
            and cls != "deny"
            and agency(self.current)
            and _TURNS.isdisjoint(words[self.current.last : w.first])
        ):
            src = self.current  # ``في خبر بثته سانا، قال مصدر أمني``
        lo = src.first if src is not None and src.last <= w.first and not carried and src.first >= s.first else w.first
        self.add(lo, until(self.doc, words, w, s, actors, src), cls, src, w, carried)
        return True


def find_voices(doc: Doc) -> Voices:
    """Read who says what.

    Args:
        doc: a document with actors and lexicon words.

    Returns:
        The voices in text order.
    """
    reader = _Reader(doc)
    numbered, end = by_number(doc, reader.words)
    if reader.signer is not None and reader.signer.first >= end:
        reader.signer = None  # the last of the sources listed
    speech = [w for w in doc.words if w.layer == "speech"]
    actors = list(doc.actors)
    ai = wi = 0
    for s in doc.text.sentences:
        while wi < len(speech) and speech[wi].first < s.first:
            wi += 1
        while ai < len(actors) and actors[ai].first < s.first:
            ai += 1
        j, k = wi, ai
        while j < len(speech) and speech[j].first < s.last:
            j += 1
        while k < len(actors) and actors[k].first < s.last:
            k += 1
        if s.block != "boilerplate":
            reader.sentence(s, actors[ai:k], speech[wi:j])
    sign = reader.signer
    items = [v for v in reader.items if v.word.first < end]
    on = [*told_on(doc, reader.words, items), *numbered]
    return Voices(items, sign, sign.span if sign is not None else None, on)
