"""What a word of saying and a speaker are not: names that only look like speech, sources with nobody behind them."""

from __future__ import annotations

from waqai.model import ActorMention, Doc, Sentence, WordMention
from waqai.normalise import fold, readings
from waqai.resources.registry import registry
from waqai.resources.wordsets import wordset

_NOT = wordset("not-speech")
_NEGATION, _UNSAID, _CONFIRMING = wordset("negation"), wordset("unsaid"), wordset("confirming")
_OFFICERS = wordset("source-again")
_GUESSES, _THAT = wordset("guess-verbs"), wordset("speech-end")
_SURE = frozenset(("source", "media", "monitor", "ministry", "officials", "international"))
_DAMMA = "\u064f"
_NEGATED = wordset("negation") - {"وما"}
_BLAME = wordset("bears-blame")
_AGAIN = frozenset(p for p in wordset("outlet-again") if " " in p)


def speaks_for(sign: ActorMention, a: ActorMention) -> bool:
    """A line of a party's own text: its unnamed source, its spokesman and its own bodies are the party."""
    if a.category == "source" and party(sign):
        return True
    if a.actor_id is None or sign.actor_id is None:
        return False
    side, other = registry().actor(sign.actor_id).side, registry().actor(a.actor_id).side
    if side is not None and other is not None:
        return side == other or (a.form == "definite" and fold(a.text).split()[0] in _OFFICERS)  # ``الناطق العسكري:``
    return a.form == "definite"


def party(a: ActorMention) -> bool:
    """The agency takes a side: what its unnamed source says, it says."""
    return a.actor_id is not None and registry().actor(a.actor_id).side is not None


def nameless(a: ActorMention | None) -> bool:
    """A source without a name or a body behind it."""
    return a is not None and a.category == "source" and (a.actor_id is None or registry().actor(a.actor_id).category == "source")


def agency(a: ActorMention) -> bool:
    """A news agency that takes a side."""
    return a.category in ("media", "ministry") and party(a)


def passed_on(w: WordMention) -> bool:
    """``في بيان نقلته قناة كذا``: who passed it on does not speak."""
    return w.form == "past" and w.text.endswith(("ته", "تها", "ه")) and w.entry in ("speech.relay", "speech.say", "speech.carry")


_CONFIRMED = 10  # tokens from ``تأكيد`` to ``أو نفيها``


def undenied(words: list[str], w: WordMention) -> bool:
    """``لم يصدر أي نفي``, ``دون نفي أو تأكيد``: nobody denies."""
    before = words[max(0, w.first - 6) : w.first]
    if not before:
        return False
    if (before[-1] == "او" and not _CONFIRMING.isdisjoint(_clause(words, w.first - 1))) or (
        words[w.last : w.last + 1] == ["او"] and not _CONFIRMING.isdisjoint(words[w.last + 1 : w.last + 2])
    ):
        return True  # ``ولم يصدر عن الجيش ما يؤكد ذلك أو ينفيه``
    return before[-1] in _UNSAID or (before[-1] in ("اي", "او") and not (_NEGATION | _UNSAID).isdisjoint(before))


def _clause(words: list[str], i: int) -> list[str]:
    """The tokens before token ``i`` back to a comma: ``يمتنع عن تأكيد الأنباء المتعلقة بعملياته أو نفيها``."""
    first = next((j + 1 for j in range(i - 1, max(0, i - _CONFIRMED), -1) if words[j] == ","), max(0, i - _CONFIRMED))
    return words[first:i]


def unsaid(doc: Doc, words: list[str], w: WordMention) -> bool:
    """``لم تكشف السلطات``, ``فيما سُجلت``: a verb that is denied or passive has nobody who says it."""
    if w.form not in ("past", "present") or w.entry == "speech.admit":  # ``لا تقر قسد بذلك`` speaks for itself
        return False
    if words[w.first] in _GUESSES and w.last < len(words) and words[w.last] in _THAT:
        return not any(a.last == w.first and a.category in _SURE for a in doc.actors)  # ``ضربات يُرجَّح أنها إسرائيلية``
    if w.form == "present" and " ".join(words[w.first : w.first + 2]) in _AGAIN:
        return True  # ``ويُذكر أن``: the outlet itself, whoever spoke before
    raw = w.text[1:] if w.prefix and w.text[:1] in "وف" else w.text
    passive = w.form == "past" and raw[1:2] == _DAMMA
    return passive or (w.first > 0 and words[w.first - 1] in _NEGATED)


def only_dates(doc: Doc, words: list[str], w: WordMention, s: Sentence) -> bool:
    """``الأعنف منذ إعلان التنظيم غزوة الثأر``: an announcement that only says when, with no event behind it."""
    if words[w.first - 1] not in wordset("since-announced"):
        return words[w.first - 1] == "منذ"
    return not any(x.layer == "trigger" and w.last <= x.first < s.last for x in doc.words)


def _accuses(doc: Doc, w: WordMention) -> bool:
    """``متهماً الجيش``: the accused follows; behind a comma he may have been read as one with the word (``، متهمةً حركة الجهاد``)."""
    set_off = w.first > 0 and doc.text.tokens[w.first - 1].word == ","
    return any(w.last <= a.first <= w.last + 1 or (set_off and a.first == w.first and a.last > w.last) for a in doc.actors)


def _is_accused(doc: Doc, words: list[str], w: WordMention) -> bool:
    """``قائد مجموعة يتهم بتنفيذ عمليات خطف``: right behind the verb stands the deed and nobody whom it blames, so it is passive."""
    deed = words[w.last] if w.last < len(words) else ""
    return len(deed) > 3 and deed.startswith("ب") and not any(a.first == w.last for a in doc.actors)


def not_speech(doc: Doc, words: list[str], w: WordMention) -> bool:
    """A word that stands in a place name, an age, a denial of naming, or another sense is no speech."""
    if any(r in _NOT for _, r in readings(words[w.first])):
        return True
    for p in doc.places:
        if p.first <= w.first < p.last:
            return True
    if w.form in ("past", "present") and any(a.first < w.first < a.last for a in doc.actors):
        return True  # ``مسلحون يرجح انتماؤهم إلى داعش``: the guess names the actor
    if w.form == "participle" and w.entry == "speech.accuse" and not _accuses(doc, w):
        return True  # ``متهمة بالسرقة`` is accused herself
    if w.entry == "speech.accuse" and w.form in ("past", "present") and _is_accused(doc, words, w):
        return True
    if w.entry == "speech.claim-resp" and w.form == "phrase" and not _BLAME.isdisjoint(words[max(0, w.first - 6) : w.first]):
        return True  # ``يتحمّل المسؤولية عن``: who bears it did not claim it
    if w.first and words[w.first - 1] in ("وفق", "بحسب", "حسب", "وفقا") and w.entry == "speech.count":
        return True  # ``وفق سجل المكتب``
    if w.first and words[w.first - 1] in wordset("unsaid") and w.form in ("past", "masdar"):
        return True  # ``دون كشف اسمه``, ``طلب عدم ذكر اسمه``
    return not wordset("age-phrase").isdisjoint(words[w.last : w.last + 2])
