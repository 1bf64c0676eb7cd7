"""Number data: no clashes, no stray characters, and the suites of other projects when they are at hand."""

from __future__ import annotations

import importlib.util
import re
import sys
from pathlib import Path
from typing import Any

import pytest

from waqai.annotate.number.lexicon import FILE as WORDS
from waqai.annotate.number.lexicon import lexicon
from waqai.annotate.number.nouns import FILE as NOUNS
from waqai.annotate.number.nouns import noun_of, nouns
from waqai.annotate.number.phrases import FILE as PHRASES
from waqai.normalise import fold
from waqai.resources import read_yaml


def _peers() -> Any:
    """The suite runner; it lies outside the package."""
    path = Path(__file__).resolve().parents[2] / "benchmarks" / "peers" / "numbers.py"
    spec = importlib.util.spec_from_file_location("peers_numbers", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["peers_numbers"] = module
    spec.loader.exec_module(module)
    return module


peers = _peers()


def test_one_word_has_one_value() -> None:
    seen: dict[str, tuple[str, int]] = {}
    for group, values in read_yaml(WORDS)["cardinals"].items():
        if group in ("hundreds_stem", "joint"):
            continue
        for value, words in values.items():
            for w in words:
                old = seen.setdefault(fold(w), (group, value))
                assert old == (group, value), f"{w}: {old} and {(group, value)}"


@pytest.mark.parametrize("path", [WORDS, NOUNS, PHRASES], ids=lambda p: p.name)
def test_no_stray_characters(path: Path) -> None:
    for n, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        bare = re.sub(r"(?:^|[^\w])[البلوـ]{1,3}ـ", "", line)  # الـ and بـ are spelled with a tatweel on purpose
        assert not re.search(r"[\u200b-\u200f\u202a-\u202e\u0640\u00a0]", bare), f"{path.name}:{n}"


def test_a_noun_is_listed_once() -> None:
    seen: set[str] = set()
    for entries in read_yaml(NOUNS).values():
        for lemma in entries:
            assert fold(lemma) not in seen, lemma
            seen.add(fold(lemma))


def test_no_noun_form_is_a_number_word() -> None:
    words = lexicon().cardinals
    clash = sorted(form for form in nouns() if form in words and not words[form].prefix)
    assert clash == []


def test_prefixes_and_article_are_taken_off() -> None:
    noun = noun_of("والقتلي")
    assert noun is not None
    assert noun.definite
    assert noun.lemma == "قتيل"
    assert noun_of("القريتين") is None


needs_suites = pytest.mark.skipif(peers.folder() is None, reason="the optional data folder is absent (WAQAI_SHARED)")


@needs_suites
def test_suites_of_other_projects() -> None:
    folder = peers.folder()
    assert folder is not None
    got = {name: r.right / r.total for name, r in peers.measure(folder).items()}
    assert got["duckling_numeral_ar"] == 1
    assert got["duckling_numeral_ar_eg"] >= 158 / 161
    assert got["duckling_ordinal_ar"] == 1
    assert got["cldr_rbnf_ar_spellout"] >= 1030 / 1033
    assert got["recognizers integers"] >= 0.85
