"""Voices: which source answers for which words.

A verb of saying covers from itself to the end of its sentence; ``بحسب`` covers the sentence part it closes; a continuation (``وأضاف``,
``مشيراً``) takes the source before it. A separate event told without a source is the outlet's own word (codebook section 4).
"""

from __future__ import annotations

from dataclasses import dataclass, field

from waqai.model import ActorMention, Doc, Sentence, Span, WordMention
from waqai.model.quick import quick
from waqai.normalise import fold, readings
from waqai.resources.lexicon import lexicon
from waqai.resources.registry import registry
from waqai.resources.wordsets import wordset

_BACK = wordset("source-again")
_SPEAKERS = frozenset(
    (
        "source",
        "media",
        "monitor",
        "ministry",
        "state_force",
        "armed_group",
        "militia",
        "international",
        "officials",
        "tribe",
    )
)
_STRONG = frozenset(("source", "media", "monitor", "ministry", "international", "officials"))
_OUR = wordset("our-forces")
_OUR_FORMS = _OUR | {p + w for p in "ولبف" for w in _OUR}
_HEADLESS = wordset("opening-statement")
_OWN = wordset("own-statement")
_NOT = wordset("not-speech")
_SPEECH_END = wordset("speech-end")


_STOPS = frozenset((",", ":", ";", "."))
_DATELINE_ENDS = frozenset(("/", "-", "\u2013", "\u2014", "|", ")"))
_SIGNS = frozenset(("ministry", "armed_group", "state_force", "militia", "monitor", "source", "international"))


@quick
@dataclass(frozen=True, slots=True)
class Voice:
    """One source over tokens ``[first, last)``.

    ``cls`` is the class of the speech word (``say``, ``announce``, ``accuse``, ``claim-resp``, ``deny``, ``accord``, ``count``);
    ``source`` is ``None`` when the speaker cannot be named; ``word`` is the speech word.
    """

    first: int
    last: int
    cls: str
    source: ActorMention | None
    word: WordMention
    carried: bool = False


@dataclass(slots=True)
class Voices:
    """All voices of a document, in text order, and the report-level source of a communiqué."""

    items: list[Voice] = field(default_factory=list)
    default: ActorMention | None = None
    default_span: Span | None = None

    def at(self, i: int) -> Voice | None:
        """The innermost voice covering token ``i``: the last one that begins before it, a closing ``بحسب`` before others."""
        found = [v for v in self.items if v.first <= i < v.last]
        if not found:
            return None
        return max(found, key=lambda v: (v.cls != "accord" or v.last - v.first < 25, v.word.first <= i, v.word.first))

    def denial(self, i: int) -> Voice | None:
        """The denying voice covering token ``i``, if any."""
        return next((v for v in self.items if v.cls == "deny" and v.first <= i < v.last), None)


def _subject(doc: Doc, words: list[str], actors: list[ActorMention], w: WordMention, s: Sentence, start: int) -> ActorMention | None:
    """The one who speaks: right after the verb, else the topic before it."""
    limit = min(s.last, w.last + 9)
    for j in range(w.last, limit):
        if words[j] in _SPEECH_END or (words[j] == "عن" and w.entry != "speech.relay"):
            limit = j
            break
    topic = next((a for a in reversed(actors) if start <= a.first and a.last <= w.first), None)
    if (
        topic is not None
        and topic.category in _SPEAKERS
        and topic.form in ("named", "definite")
        and w.form in ("past", "present")
        and not w.prefix
        and not any(len(x) > 1 or x in _STOPS or x in _DATELINE_ENDS for x in words[topic.last : w.first])
        and (topic.first == start or words[topic.first - 1] in _SPEECH_END or words[topic.first - 1] in _STOPS)
    ):
        return topic  # the subject stands first (``قوى الأمن الداخلي أعلنت``)
    for a in actors:
        if w.last <= a.first < limit and a.category in _SPEAKERS:
            if a.category not in _STRONG and a.first > w.last + 3:
                continue
            if words[a.first - 1] in ("من", "ضد", "علي", "الي") and a.first - 1 >= w.last and a.category not in _STRONG:
                continue
            if _hearer(words, a, w):
                continue
            return a
    before = [
        a
        for a in actors
        if start <= a.first and a.last <= w.first and a.category in _SPEAKERS and w.first - a.last <= 8
        and (a.last >= len(words) or words[a.last] not in _DATELINE_ENDS)
    ]  # fmt: skip
    if before and not words[w.first].startswith(("و", "ف")):
        return before[-1]
    return None


def _hearer(words: list[str], a: ActorMention, w: WordMention) -> bool:
    """``قالت لـ السويداء 24``, ``صرّح لوكالة``: the one spoken to."""
    if a.category not in ("media", "monitor") or w.form not in ("past", "present"):
        return False
    return words[a.first - 1] == "ل" or (words[a.first].startswith("ل") and fold(a.text).startswith("ل"))


def find_voices(doc: Doc) -> Voices:
    """Read who says what.

    Args:
        doc: a document with actors and lexicon words.

    Returns:
        The voices in text order.
    """
    entries = lexicon().entries
    text = doc.text
    words = [t.word for t in text.tokens]
    out = Voices()
    speech = [w for w in doc.words if w.layer == "speech"]
    actors = list(doc.actors)
    last_source: ActorMention | None = None
    ai = wi = 0
    for s in text.sentences:
        while wi < len(speech) and speech[wi].first < s.first:
            wi += 1
        line_words: list[WordMention] = []
        j = wi
        while j < len(speech) and speech[j].first < s.last:
            line_words.append(speech[j])
            j += 1
        while ai < len(actors) and actors[ai].first < s.first:
            ai += 1
        k = ai
        line_actors: list[ActorMention] = []
        while k < len(actors) and actors[k].first < s.last:
            line_actors.append(actors[k])
            k += 1
        if s.block == "boilerplate":
            continue
        start = s.first
        seen_at = -1
        current: ActorMention | None = None
        for w in line_words:
            cls = entries[w.entry].cls
            if cls in ("statement", "hearsay") or w.first == seen_at or _not_speech(doc, words, w):
                continue
            if w.form == "masdar" and cls not in ("claim-resp", "accuse", "deny", "announce"):
                continue
            if cls == "accord":
                src = next((a for a in line_actors if 0 <= a.first - w.last <= 5 and a.category in _SPEAKERS), None)
                if src is not None and "عن" in words[w.last : src.first]:
                    src = None  # ``وفق معلومات عن تحرك …``: what the information is about
                if src is None or (src.first > w.last + 1 and words[w.last] in _OWN):
                    own = [a for a in line_actors if a.last <= w.first and a.category in _SPEAKERS and a.category != "source"]
                    if words[w.last : w.last + 1] and words[w.last] in _OWN and own:
                        src = own[-1]
                if src is None:
                    tail = words[w.last : w.last + 3]
                    if any(t in _BACK or t.lstrip("ل") in _BACK for t in tail) or w.text.endswith(("ه", "ها")):
                        src = last_source
                if src is not None:
                    lo = start if w.first - start > 3 or w.first == s.first else s.first
                    out.items.append(Voice(lo if w.first > s.first + 2 else s.first, s.last, cls, src, w))
                    current = last_source = src
                    seen_at = w.first
                continue
            if cls == "relay":
                src = None
                for a in line_actors:
                    if a.first >= w.last and words[a.first - 1] in ("عن",) and a.category in _SPEAKERS:
                        src = a
                        break
                teller = next((a for a in line_actors if 0 <= a.first - w.last <= 2 and a.category in ("media", "ministry")), None)
                if teller is not None and src is not None and src.category == "source" and _party(teller):
                    src = teller  # a party's own agency speaks for the party
                if src is None:
                    continue
                out.items.append(Voice(w.first, s.last, "say", src, w))
                current = last_source = src
                seen_at = w.first
                continue
            src = _subject(doc, words, line_actors, w, s, start) if w.form != "participle" else None
            carried = False
            if src is None:
                tail = words[w.last : w.last + 2]
                if cls == "continue" or any(t in _BACK for t in tail):
                    src, carried = (current if w.form == "participle" and current is not None else last_source), True
                elif cls == "say" and words[w.first][:1] in "وف" and w.prefix:
                    src, carried = current or last_source, True
                elif cls in ("deny", "accuse", "claim-resp"):
                    src = None
                elif cls == "announce" and w.form == "masdar":
                    continue
                else:
                    continue
            if src is None and cls not in ("deny", "accuse", "claim-resp"):
                continue
            if src is not None and src.category == "source" and current is not None and current.first >= start and _agency(current):
                src = current  # ``في خبر بثته سانا، قال مصدر أمني``
            lo = w.first
            if src is not None and src.last <= w.first and not carried:
                lo = src.first
            end = s.last
            for c in range(w.last, s.last):
                if words[c] == ";":
                    end = c
                    break
            out.items.append(Voice(lo, end, cls, src, w, carried))
            seen_at = w.first
            if src is not None:
                current = last_source = src
    _communique(doc, words, out)
    return out


def _party(a: ActorMention) -> bool:
    """The agency takes a side: what its unnamed source says, it says."""
    return a.actor_id is not None and registry().actor(a.actor_id).side is not None


def _agency(a: ActorMention) -> bool:
    """A news agency that takes a side."""
    return a.category in ("media", "ministry") and _party(a)


def _not_speech(doc: Doc, words: list[str], w: WordMention) -> bool:
    if any(r in _NOT for _, r in readings(words[w.first])):
        return True
    if any(p.first <= w.first < p.last for p in doc.places):
        return True
    return not wordset("age-phrase").isdisjoint(words[w.last : w.last + 2])


def _signs(doc: Doc, a: ActorMention, s: Sentence) -> bool:
    """A name can sign: it is named, not counted, and nothing happens in its line."""
    if a.form not in ("named", "definite") or a.number is not None:
        return False
    return not any(w.layer in ("trigger", "toll") and s.first <= w.first < s.last for w in doc.words)


def _communique(doc: Doc, words: list[str], out: Voices) -> None:
    """A text that one source signs: its name heads the text (``بيان صادر عن …``, ``مصدر عسكري لـ``) or closes it."""
    lines = [s for s in doc.text.sentences if s.block != "boilerplate" and s.last - s.first >= 1]
    if not lines:
        return
    cand: ActorMention | None = None
    ours = not _OUR_FORMS.isdisjoint(words)

    def in_line(s: Sentence, kinds: frozenset[str]) -> list[ActorMention]:
        return [a for a in doc.actors if s.first <= a.first < s.last and a.category in kinds and a.name_en is not None]

    short = len(words) < 330
    for s in lines[:3]:
        heads = in_line(s, _SIGNS)
        if not heads:
            continue
        a = heads[0]
        span = words[s.first : s.last]
        size = sum(1 for w in span if len(w) > 1)
        colon = ":" in words[a.last : a.last + 3]
        opens = a.first - s.first <= 6
        headed = any(w in _HEADLESS for w in words[max(s.first, a.first - 5) : a.last + 6])
        covers = (a.last - a.first) >= size - 4 and size <= 12 and _signs(doc, a, s)
        if opens and ((colon and short) or covers or (headed and size <= 14 and short)):
            cand = a
            break
        if ours and opens and a.category != "source":
            cand = a
            break
    if cand is None:
        for s in lines[-2:] if len(lines) > 1 else []:
            signed = in_line(s, _SIGNS | {"media"})
            long = s.last - s.first
            if long <= 10 and signed and signed[0].last - signed[0].first >= long - 4 and _signs(doc, signed[0], s):
                cand = signed[0]
        last = lines[-1]
        tail = [a for a in in_line(last, _SIGNS | {"media"}) if a.last >= last.last - 2]
        if cand is None and short and tail and words[tail[-1].first - 1] in ("-", "|", "\u2014", "#"):
            cand = tail[-1]
    if cand is None and ours and short:
        parties = [a for a in doc.actors if a.form == "named" and a.category in ("ministry", "armed_group", "state_force", "militia")]
        cand = parties[0] if parties else None
    if cand is not None:
        out.default, out.default_span = cand, cand.span
