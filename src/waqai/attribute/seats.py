"""Where an unnamed source stands: ``مصدر في مشفى …``, ``مصدر عسكري في "قسد"``; ministers of a province."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from waqai.model import ActorMention
from waqai.normalise import fold
from waqai.resources.registry import registry
from waqai.resources.wordsets import wordset

_OWN_PARTY = frozenset(("armed_group", "militia", "state_force"))
_QUOTES = frozenset(('"', "(", "/", "'"))
_HAVE_SOURCES = frozenset(("monitor", "media"))
_ENDS = wordset("speech-end") | {",", ":", ";", "."}
_PROVINCE = frozenset(("ولايه", "محافظه", "محليه", "مقاطعه"))
_UNNAMED = frozenset(("مصدر", "مصادر", "مصدران", "مصدرين", "مسؤول", "مسؤولون", "مسؤولين"))


def inside(words: Sequence[str], actors: Sequence[ActorMention], a: ActorMention) -> ActorMention | None:
    """``مصدر عسكري في "مجلس دير الزور العسكري"``: the party or body inside which an unnamed source stands."""
    if a.category != "source" or a.actor_id is None or registry().actor(a.actor_id).category != "source":
        return None
    k = a.last
    whose = next((b for b in actors if b.first == k and b.category in _HAVE_SOURCES and b.form == "named"), None)
    plain = a.last - a.first == 1 and words[a.first].lstrip("ولب") == "مصادر"
    if whose is not None and plain and not fold(whose.text).startswith("ل"):
        return whose  # ``مصادر المرصد السوري``
    own = next((b for b in actors if b.first == k and b.last == k + 1 and b.category in _OWN_PARTY and b.form == "named"), None)
    accused = own is not None and own.last < len(words) and words[own.last].startswith("ب") and words[own.last] not in _ENDS
    if own is not None and not words[k].startswith(("ل", "ب", "و")) and words[a.first].lstrip("ولب") in _UNNAMED and not accused:
        return own  # ``مصدر عسكري حوثي``
    if k + 1 >= len(words) or words[k] not in ("في", "من", "داخل", "لدي"):
        return None
    k += 1
    while k + 1 < len(words) and words[k] in _QUOTES:
        k += 1
    body = next((b for b in actors if b.first == k and b.category in _OWN_PARTY and b.form == "named"), None)
    police = k < len(words) and words[k].removeprefix("ال") in wordset("seat security-source")
    if body is not None and police and body.actor_id is not None and registry().actor(body.actor_id).plover != "COP":
        return None  # ``مصدر في الشرطة``, of a country whose police has no name of its own
    return body


def seated(words: Sequence[str], a: ActorMention) -> ActorMention:
    """``مصدر في مشفى …``, ``مصدر في المحافظة``: a source without a name is what the house is where he works."""
    if a.category == "ministry" and a.last < len(words) and fold(a.text).startswith(("وزير", "وزاره")):  # ``وزير الصحة في ولاية سنار``
        behind = words[a.last + 1 : a.last + 2] if words[a.last] == "في" else [words[a.last].removeprefix("ب")]
        if behind and behind[0].removeprefix("ال") in _PROVINCE and words[a.last].startswith(("في", "ب")):
            k = registry().actor("local-officials")
            return replace(a, actor_id=k.id, name_en=k.name_en, name_ar=k.name_ar, category=k.category)
    noun = words[a.first].removeprefix("ال")
    if a.category != "source" or (noun not in _UNNAMED and noun.removeprefix("ل") not in _UNNAMED):  # ``وفقاً لمصدر في بلدية``
        return a
    if a.actor_id == "local-sources":
        if a.last - a.first > 1 and "محلي" in words[a.last - 1]:
            return a  # ``مصادر محلية في محافظة البيضاء``: where they live
        seats = words[a.last + 1 : a.last + 5] if a.last < len(words) and words[a.last] in ("في", "من", "داخل", "ب") else []
    else:
        seats = words[a.first + 2 : a.last]
    for t in seats:
        if t in _ENDS:
            break
        for kind in ("medical-source", "military-source", "security-source", "local-officials"):
            from_there = kind == "local-officials" and words[a.last : a.last + 1] == ["من"]  # ``مصدر من ناحية راجو``: where he lives
            if from_there:
                continue
            if t.removeprefix("ال") in wordset(f"seat {kind}") and (kind == "medical-source" or a.actor_id == "local-sources"):
                k = registry().actor(kind)
                return replace(a, actor_id=k.id, name_en=k.name_en, name_ar=k.name_ar, category=k.category)
    return a
