"""The actor annotator: scan, resolve, and write the mentions."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from waqai.annotate.actor.lexicon import Lexicon, lexicon
from waqai.annotate.actor.lone import Raw
from waqai.annotate.actor.resolve import Resolver
from waqai.annotate.actor.scan import Scanner
from waqai.annotate.actor.scene import Scene, voice
from waqai.model import ActorMention, CountRange, PlaceMention, Stance, Text
from waqai.model.text import make_span
from waqai.resources.registry import Registry, registry

_SURE = 0.5
_STANCES = {str(s): s for s in Stance}


def annotate_actors(text: Text, published: date | None, places: Sequence[PlaceMention] = ()) -> tuple[ActorMention, ...]:
    """All mentions of actors and sources, longest match, without overlaps, in text order.

    Args:
        text: the segmented report.
        published: its day; chooses the era of dated groups in ``name_en``. ``actor_id`` keeps the group, for the event's day.
        places: the resolved places of the report; they tell its country where no place of the lexicon does.

    Returns:
        Mentions. ``actor_id`` and ``name_en`` are ``None`` for words whose referent stays open (``أشخاص``, a patrol of nobody's).
    """
    lex, reg = lexicon(), registry()
    scanner = Scanner(text.tokens, lex, reg, text.report.text)
    raws = scanner.run()
    if not raws:
        return ()
    scene = Scene(text, _told(scanner.places, places))
    side = voice(text, scanner.words, lex, published, scene.votes)
    quotes = [(q.first, q.last) for q in text.quotes]
    ids = Resolver(raws, scanner.words, scene, side, published, lex, reg, text.report.outlet, quotes).run()
    return tuple(_mention(text, raw, actor_id, published, reg) for raw, actor_id in zip(raws, ids) if _kept(raw, actor_id, lex))


def _told(hits: list[tuple[int, str, float]], places: Sequence[PlaceMention]) -> list[tuple[int, str, float]]:
    """Where the report plays: the lexicon's places, else whatever places it names (``قُتل شرطي في قرية ربيضة``)."""
    if any(weight >= _SURE for _, _, weight in hits):
        return hits
    named = (p for p in places if p.ref is not None and p.relation != "anaphor")
    return sorted([*hits, *((p.first, p.ref.country, 1.0) for p in named if p.ref is not None and p.ref.country is not None)])


def _kept(raw: Raw, actor_id: str | None, lex: Lexicon) -> bool:
    """Open phrases stay as mentions, save words like ``الموقع`` or ``المركز`` that only an antecedent makes a source."""
    if actor_id is None and raw.target is not None and raw.target[0] == "air":
        return False
    if actor_id is not None or raw.lemma is not None:
        return True
    if raw.target is not None and raw.target[0] == "context":
        return not lex.contexts[raw.target[1]].flags & {"sources", "source_again", "last"}
    return raw.form == "definite"


def _mention(text: Text, raw: Raw, actor_id: str | None, published: date | None, reg: Registry) -> ActorMention:
    start, end = text.tokens[raw.first].start, text.tokens[raw.last - 1].end
    name_en = name_ar = None
    category = "unspecified"
    if actor_id is not None:
        actor = reg.at(actor_id, None, published)
        name_en, name_ar = actor.name_en, actor.name_ar
        category = reg.actor(actor_id).category
    lemma = raw.lemma
    form = raw.form
    if lemma is not None:
        if lemma.role == "property":
            category = "property"
        elif raw.attrs.get("voice") and lemma.role == "source":
            category = "source"
        if raw.target is not None and raw.target[0] == "own":
            form = "pronoun"
    number = raw.number
    return ActorMention(
        span=make_span((start, end)), text=text.report.text[start:end], actor_id=actor_id, name_en=name_en, name_ar=name_ar,
        stance=_STANCES[raw.stance], form=form, category=category,
        number=None if number is None else CountRange(number, number, number),
        attrs=tuple(sorted(raw.attrs.items())) if raw.attrs else (), head=raw.head, first=raw.first, last=raw.last,
        letters=raw.prefix.partition("+")[0].removesuffix("ال") if raw.prefix else "",
    )  # fmt: skip
