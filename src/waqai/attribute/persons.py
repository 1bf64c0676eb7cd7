"""People who speak without a name in the registry, known by what they are: ``طبيب``, ``مختارها``, ``متحدث عسكري``, ``وزير الاتصال``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from waqai.attribute.bodies import named_body
from waqai.attribute.offices import body_of, title
from waqai.attribute.seats import inside
from waqai.model import ActorMention, Doc, Span, Stance
from waqai.resources.registry import registry
from waqai.resources.wordsets import wordset

SPEAKERS = frozenset(
    ("source", "media", "monitor", "ministry", "state_force", "armed_group", "militia", "international", "officials", "tribe")
)
STRONG = frozenset(("source", "media", "monitor", "ministry", "international", "officials"))
BODIES = frozenset(("monitor", "ministry", "international", "armed_group", "militia", "state_force"))
STOPS = frozenset((",", ":", ";", "."))
DATELINE_ENDS = frozenset(("/", "-", "\u2013", "\u2014", "|", ")"))
BACK = wordset("source-again")
OUTLET = "outlet"
_QUOTES = frozenset(('"', "(", "/", "'"))
_OF = frozenset(("في", "من", "لدي", "ب", "باسم", "بارز", "كبير", "رفيع", "قناه", "موقع", "وكاله", "شبكه", "صحيفه")) | _QUOTES
TITLES = wordset("titles")
_ADVISERS, _OFFICES = wordset("advisers"), wordset("offices")
_SPOKESMEN = wordset("spokesmen")
_MINISTERS = wordset("ministers")
_OF_STATE = frozenset(("state_force", "ministry"))
_COMMANDERS = wordset("commanders")
_FIELD, _ARMY = wordset("of-the-field"), wordset("kin military")
_NOBODY = frozenset(("source", "officials", "civilians", "unspecified"))
_SUFFIXES = ("ه", "ها", "هم", "هما", "نا")
_KINDS = ("outlet", "medical-source", "relatives", "local-officials", "analyst", "activists", "security-source", "local-sources")


@cache
def kinds_of_persons() -> Mapping[str, str]:
    """Every form of a noun that names a speaker by what he is → registry id of the kind of source."""
    out: dict[str, str] = {}
    for kind in _KINDS:
        for noun in wordset(f"speaker {kind}"):
            stem = noun[:-1] + {"ه": "ت", "ء": "ي", "ن": ""}[noun[-1]] if noun.endswith(("ه", "اء", "ون")) else noun
            own = _SUFFIXES if kind != "local-officials" else _SUFFIXES[1:]  # ``محافظة`` is no possession
            dual = () if noun.endswith(("ون", "ين")) else (stem + "ان", stem + "ين", "ال" + stem + "ان", "ال" + stem + "ين")
            for form in (noun, "ال" + noun, *(stem + s for s in own), *dual):
                out.setdefault(form, kind)
    return out


def _army(doc: Doc, words: Sequence[str], j: int) -> str | None:
    """The army of the state whose forces were told of last before token ``j``, for its spokesman; ``None`` for other speakers."""
    if words[j].removeprefix("ال") not in _SPOKESMEN:
        return None
    reg = registry()
    last = next((a for a in reversed(doc.actors) if a.first < j and a.category == "state_force" and a.actor_id is not None), None)
    country = reg.actor(last.actor_id).country if last is not None and last.actor_id is not None else None
    return reg.body(country, "army") if country is not None else None


def minister(doc: Doc, words: Sequence[str], j: int) -> ActorMention | None:
    """``وزير الاتصال``: the government of the country told of, for a minister whose ministry no list holds."""
    if words[j].removeprefix("ال") not in _MINISTERS:
        return None
    reg = registry()
    of = next((a for a in reversed(doc.actors) if a.first < j and a.category in _OF_STATE and a.actor_id is not None), None)
    country = reg.actor(of.actor_id).country if of is not None and of.actor_id is not None else None
    gov = reg.body(country, "gov") if country is not None else None
    if gov is None:
        return None
    a = reg.actor(gov)
    span = Span(doc.text.tokens[j].start, doc.text.tokens[j].end)
    return ActorMention(
        span, doc.text.slice(span), a.id, a.name_en, a.name_ar, Stance.NEUTRAL, "described", a.category, None, (), j, j, j + 1
    )


def _council(t: str) -> bool:
    """``مجلسها``, ``بلديته``: the council of the place just told of."""
    return any(t.endswith(e) and t.removesuffix(e).replace("بلديت", "بلديه") in ("مجلس", "بلديه") for e in ("ها", "ه", "هم"))


def _spoken_for(words: Sequence[str], actors: Sequence[ActorMention], j: int) -> ActorMention | None:
    """``العقيد أحمد العلي، الناطق باسم الشرطة العراقية``: the body for which the officer at token ``j`` speaks."""
    comma = next((k for k in range(j + 2, min(len(words) - 1, j + 6)) if words[k] == ","), None)
    if comma is None or words[comma + 1].removeprefix("ال") not in _SPOKESMEN:
        return None
    return next((a for a in actors if comma < a.first <= comma + 4 and a.category in SPEAKERS and a.name_en is not None), None)


def speaks_as(doc: Doc, words: Sequence[str], j: int) -> bool:
    """Token ``j`` tells what somebody is, and is no town (``عمّان``, ``حماة``)."""
    return words[j] in kinds_of_persons() and not any(p.first == j for p in doc.places)


def person(doc: Doc, words: Sequence[str], actors: Sequence[ActorMention], j: int) -> ActorMention | None:
    """The source at token ``j`` named by what he is (``طبيب``, ``معلّمة``, ``مختارها``), with no name of its own in the registry."""
    if j >= len(words):
        return None
    here = next((a for a in actors if a.first <= j < a.last), None)
    if here is not None and here.category == "source" and here.actor_id is not None and registry().actor(here.actor_id).category in BODIES:
        return here  # ``الناطق باسم وزارة الداخلية``
    if (here is None or here.category in _NOBODY) and (held := body_of(words, actors, j, len(words))) is not None:
        return held
    if here is not None and here.category in SPEAKERS:
        article = words[j].startswith(("ال", "لل")) and here.form == "described" and here.first == j and here.category not in STRONG
        own = named_body(doc, words, j) if article else None
        return own or inside(words, actors, here) or here  # ``المركز الليبي للإعلام``
    kind = kinds_of_persons().get(words[j])
    if kind is None and here is not None and here.first == j and here.category == "civilians" and here.actor_id is not None:
        spoken = registry().in_role(here.actor_id, "claimant")
        kind = spoken.id if spoken.category == "source" else None
    if kind is None and title(words[j]) and j + 1 < len(words) and _council(words[j + 1]):
        kind = "local-officials"  # ``رئيس مجلسها القروي``
    if kind is None and title(words[j]) and j + 1 < len(words) and words[j + 1].removeprefix("ال") in _FIELD:
        kind = _army(doc, words, j) or "military-source"  # ``متحدث عسكري``, ``ناطق ميداني``
    if kind is None and words[j] in _COMMANDERS and j + 1 < len(words) and words[j + 1] in wordset("seat military-source"):
        kind = "military-source"  # ``قائد عمليات بابل``
    named = named_body(doc, words, j) if kind in (None, "local-officials", OUTLET) else None
    if kind is None or named is not None:
        return named
    if kind == "local-sources" and words[j + 1 : j + 2] == ["من"] and any(a.first == j + 2 and a.category == "media" for a in actors):
        kind = OUTLET  # ``شاهد من رويترز``
    if (
        kind in ("local-officials", "security-source", "activists", OUTLET) or words[j] in _ADVISERS
    ):  # ``مسؤول في البنتاغون``, ``مراسل قناة سما``
        k = j + 1
        while k < min(len(words), j + 6) and (words[k] in _OF or words[k] in TITLES or words[k] in _OFFICES):
            k += 1
        body = next((a for a in actors if j < a.first <= k and a.category in SPEAKERS - {"officials"} and a.form != "pronoun"), None)
        if body is not None and (kind != OUTLET or body.category == "media"):
            return body
    if kind == "security-source" and (body := _spoken_for(words, actors, j)) is not None:
        return body
    if kind == "security-source" and not _ARMY.isdisjoint(words[j + 1 : j + 4]):
        kind = "military-source"  # ``ضابط في الجيش``
    a = registry().actor(kind)
    last = here.last if here is not None else j + 1
    span = Span(doc.text.tokens[j].start, doc.text.tokens[last - 1].end)
    return ActorMention(
        span, doc.text.slice(span), a.id, a.name_en, a.name_ar, Stance.NEUTRAL, "described", a.category, None, (), j, j, last
    )
