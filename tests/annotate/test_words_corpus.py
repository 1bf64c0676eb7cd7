"""Every sentence of the trigger and word corpora gives its entry, and every other sense does not."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from waqai.annotate.words import annotate_words
from waqai.model import Report
from waqai.resources import DATA, read_yaml
from waqai.resources.lexicon import lexicon
from waqai.segment import segment

FILES = ("triggers/forms.corpus.yml", "words/words.corpus.yml")


def cases() -> Iterator[tuple[str, str, bool]]:
    for name in FILES:
        for item in read_yaml(DATA / name):
            yield from ((item["entry"], text, True) for text in item.get("read", ()))
            yield from ((item["entry"], text, False) for text in item.get("not", ()))


@pytest.mark.parametrize(("entry", "text", "expected"), list(cases()))
def test_sentence(entry: str, text: str, expected: bool) -> None:
    found = {w.entry for w in annotate_words(segment(Report(id="r", text=text, sha256="0")))}
    assert (entry in found) is expected


def test_entries_of_the_corpora_exist() -> None:
    assert {entry for entry, _, _ in cases()} <= set(lexicon().entries)
