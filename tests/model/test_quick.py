"""``quick`` changes how fast a frozen dataclass is made and nothing else."""

from __future__ import annotations

import copy
import pickle
from dataclasses import FrozenInstanceError, dataclass, field, replace

import pytest

from waqai.model import Span, WordMention
from waqai.model.quick import quick


def _word() -> WordMention:
    return WordMention(Span(0, 3), "abc", "cue", "cue.x", "phrase", "", first=0, last=1)


def test_the_object_is_frozen_and_equal_to_its_copies() -> None:
    w = _word()
    assert type(w) is WordMention
    assert w == _word()
    assert hash(w) == hash(_word())
    with pytest.raises(FrozenInstanceError):
        w.first = 2  # type: ignore[misc]
    assert pickle.loads(pickle.dumps(w)) == w == copy.deepcopy(w)
    assert replace(w, text="z").text == "z"
    assert repr(w).startswith("WordMention(span=Span(start=0")


def test_defaults_are_kept() -> None:
    @quick
    @dataclass(frozen=True, slots=True)
    class Pair:
        a: int
        b: int = 7

    assert Pair(1) == Pair(1, 7) == Pair(b=7, a=1)
    with pytest.raises(TypeError):
        Pair()  # type: ignore[call-arg]


def test_a_default_factory_is_refused() -> None:
    @dataclass(frozen=True, slots=True)
    class Bag:
        items: list[int] = field(default_factory=list)

    with pytest.raises(TypeError, match="quick"):
        quick(Bag)
