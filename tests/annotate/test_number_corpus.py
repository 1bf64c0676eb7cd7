"""The number corpus: every surface reads as stated, negatives give nothing, known gaps still fail."""

from __future__ import annotations

from typing import Any

import pytest

from waqai.annotate.number import find_literals, find_numbers, ordinal_at, value_at
from waqai.normalise import tokenize
from waqai.resources import DATA, read_yaml

CORPUS: dict[str, Any] = read_yaml(DATA / "number" / "number.corpus.yml")


def pairs(name: str) -> list[tuple[float, str]]:
    return [(value, s) for value, surfaces in CORPUS[name].items() for s in surfaces]


def phrases(name: str) -> list[tuple[dict[str, Any], str]]:
    return [(entry, s) for entry in CORPUS[name] for s in entry["surfaces"]]


def reads(entry: dict[str, Any], surface: str) -> bool:
    found = [m for m in find_numbers(surface) if m.form != "ordinal" or entry["form"] == "ordinal"]
    if len(found) != 1:
        return False
    m = found[0]
    same = (m.low, m.best, m.high, m.form) == (entry["low"], entry["best"], entry["high"], entry["form"])
    return same and ("noun" not in entry or m.noun == entry["noun"])


def test_corpus_is_large_enough() -> None:
    count = len(pairs("cardinals")) + len(pairs("ordinals")) + len(phrases("phrases")) + len(CORPUS["nothing"])
    assert count >= 500


@pytest.mark.parametrize(("value", "surface"), pairs("cardinals"))
def test_cardinal(value: float, surface: str) -> None:
    found = find_literals(surface)
    assert [m.value for m in found] == [value]
    assert surface.endswith(found[0].text) or found[0].text in surface


@pytest.mark.parametrize(("value", "surface"), pairs("cardinals"))
def test_value_at_reads_to_the_end(value: float, surface: str) -> None:
    tokens = tokenize(surface)
    assert value_at(tokens, 0) == (value, len(tokens))


@pytest.mark.parametrize(("value", "surface"), pairs("ordinals"))
def test_ordinal(value: int, surface: str) -> None:
    tokens = tokenize(surface)
    assert ordinal_at(tokens, 0) == (value, len(tokens))


@pytest.mark.parametrize(("entry", "surface"), phrases("phrases"))
def test_phrase(entry: dict[str, Any], surface: str) -> None:
    assert reads(entry, surface), find_numbers(surface)


@pytest.mark.parametrize("entry", CORPUS["texts"], ids=lambda e: e["text"][:20])
def test_text(entry: dict[str, Any]) -> None:
    found = [m for m in find_numbers(entry["text"]) if m.form != "ordinal"]
    assert [[m.low, m.high, m.noun] for m in found] == entry["mentions"]


@pytest.mark.parametrize("surface", CORPUS["nothing"])
def test_nothing(surface: str) -> None:
    assert find_numbers(surface) == ()


@pytest.mark.parametrize(("entry", "surface"), phrases("gaps"))
@pytest.mark.xfail(strict=True, reason="known gap")
def test_gap(entry: dict[str, Any], surface: str) -> None:
    assert reads(entry, surface)
