"""Tokens are cut from letters as written: they must be those of the folded text, offsets included."""

from __future__ import annotations

import random
import re

from waqai.normalise import Folded, tokenize
from waqai.normalise.fold import _ONE_TO_ONE

_PLAIN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+|[^\w ]|_")


def test_tokens_equal_those_of_the_folded_text() -> None:
    letters = [*_ONE_TO_ONE, *'ابتکیس123٣٤٥.,،_-\n"٫٬ !ab', *"ـ \u064b\u200f" * 6]
    pick = random.Random(7)
    for _ in range(3000):
        s = "".join(pick.choice(letters) for _ in range(pick.randrange(14)))
        f = Folded(s)
        expected = [(m.group(), f.start(m.start()), f.end(m.end())) for m in _PLAIN.finditer(f.text)]
        assert [tuple(t) for t in tokenize(s)] == expected, s
