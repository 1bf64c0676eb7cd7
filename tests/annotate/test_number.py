"""The number layer: spans, traps of reading digits, robustness on any text, and time that grows with the text only."""

from __future__ import annotations

import json
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from waqai.annotate.number import annotate_numbers, find_literals, find_numbers, ordinal_at, value_at
from waqai.annotate.number.digits import digits_value
from waqai.model import Report, Text
from waqai.normalise import tokenize
from waqai.resources import DATA, read_yaml

CORPUS = read_yaml(DATA / "number" / "number.corpus.yml")
WORDS = sorted(
    {w for s in CORPUS["nothing"] for w in s.split()}
    | {w for e in CORPUS["phrases"] for s in e["surfaces"] for w in s.split()}
    | {
        "وقال",
        "المصدر",
        "في",
        "بلدة",
        "،",
        ".",
        "(",
        ")",
        "-",
        "/",
        "\n",
        "الـ",
        "و",
        "من",
        "إلى",
        "بين",
        "على",
        "الأقل",
    }
)
# Runs of the words that matter, with the marks and joints that break readers.
arabic = st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join)
glued = st.lists(st.sampled_from(WORDS), max_size=12).map("".join)
anything = st.one_of(arabic, glued, st.text(max_size=80), st.text(alphabet="0123456789٠١٢.,،٬٫-/()و الـfe^%", max_size=40))


@settings(max_examples=300, deadline=None)
@given(anything)
def test_spans_slice_to_the_mention(text: str) -> None:
    end = 0
    tokens = tokenize(text)
    for m in find_numbers(text):
        assert text[m.span.start : m.span.end] == m.text != ""
        assert m.span.start >= end
        end = m.span.end
        assert 0 <= m.first < m.last <= len(tokens)
        assert tokens[m.first].start <= m.span.start < tokens[m.first].end
        assert tokens[m.last - 1].end == m.span.end
        if m.noun_span is not None:
            assert text[m.noun_span.start : m.noun_span.end] == m.noun
        if m.low is not None and m.high is not None:
            assert m.low <= m.high


@settings(max_examples=200, deadline=None)
@given(anything, st.sampled_from(["\n\n", "وقال المصدر.\n", "  .\n"]))
def test_shifting_the_text_shifts_the_spans(text: str, before: str) -> None:
    n = len(before)
    plain = [(m.span.start + n, m.span.end + n, m.low, m.best, m.high, m.noun) for m in find_numbers("\n" * n + text)]
    moved = find_numbers(before + text)
    shifted = [(m.span.start + n, m.span.end + n, m.low, m.best, m.high, m.noun) for m in moved]
    assert shifted == plain


@settings(max_examples=200, deadline=None)
@given(anything)
def test_readers_never_raise_and_move_forward(text: str) -> None:
    tokens = tokenize(text)
    for i in range(len(tokens) + 1):
        for got in (value_at(tokens, i), ordinal_at(tokens, i)):
            assert got is None or i < got[1] <= len(tokens)
    for m in find_literals(text):
        assert text[m.span.start : m.span.end] == m.text


@settings(max_examples=100, deadline=None)
@given(st.integers(min_value=0, max_value=10**14))
def test_digits_of_every_script_read_alike(n: int) -> None:
    western = str(n)
    eastern = western.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
    persian = western.translate(str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹"))
    assert [value_at(tokenize(s), 0) for s in (western, eastern, persian)] == [(n, 1)] * 3
    if n >= 1000:
        assert value_at(tokenize(f"{n:,}"), 0) == (n, 1)
        assert value_at(tokenize(f"{n:,}".replace(",", "٬")), 0) == (n, 1)


@pytest.mark.parametrize(
    ("word", "value"),
    [("1,500", 1500), ("1.500", 1500), ("3,5", 3.5), ("0.500", 0.5), ("12,220,13", 12220.13), ("1,000,000", 1000000),
     ("10.11.2023", None), ("1.2.3", None), ("100,000.0", 100000), ("2,50", 2.5), ("12.345.678", 12345678)],
)  # fmt: skip
def test_separators(word: str, value: float | None) -> None:
    assert digits_value(word) == value


def test_annotate_numbers_is_the_layer_of_a_text() -> None:
    body = "مقتل 3 جنود وإصابة شرطيين"
    report = Report("r", body, "0" * 64)
    layer = annotate_numbers(Text(report, tokenize(body), ()))
    assert layer == find_numbers(body)
    assert [(m.low, m.noun) for m in layer] == [(3, "جنود"), (2, "شرطيين")]


def test_written_vowels_decide_between_dual_and_plural() -> None:
    assert [m.low for m in find_numbers("قتل مسلحَيْن")] == [2]
    assert [m.high for m in find_numbers("قتل مسلحَيْن")] == [2]
    assert [m.high for m in find_numbers("قتل مسلحِين")] == [None]


def test_plain_reading_has_signs_fractions_and_powers() -> None:
    cases = {"-12": -12, "3/4": 0.75, "2 1/4": 2.25, "1e3": 1000, "سالب خمسة": -5, ".5": 0.5, "1 234 567": 1234567,
             "ثلاثة أرباع": 0.75, "واحد على أربعة": 0.25, "نصف دزينة": 6}  # fmt: skip
    assert {s: find_literals(s)[0].value for s in cases} == cases
    assert find_numbers("-12 و 5/7/2018") != find_literals("-12 و 5/7/2018")


@pytest.mark.parametrize(
    "unit",
    ["مدني ", "وخمسة ", "5 و", "بين 5 و", "بين خمسة وعشرين ", "عشرات ", "أكثر من ", "من 3 إلى ", "( 5 ", "- 5", "لا يزال ", "5/", "ألف ", "مئة و",
     "1 234 ", "أحد ", "آخرين ", "1,", "مسلحين ", "خمسة وعشرون ألف و", "تجاوز عدد "],
)  # fmt: skip
def test_time_grows_with_the_text_only(unit: str) -> None:
    def seconds(size: int) -> float:
        text = unit * (size // len(unit))
        tokens = tokenize(text)
        report = Report("r", text, "")
        doc = Text(report, tokens, ())
        best = 9.0
        for _ in range(2):
            start = time.process_time()
            annotate_numbers(doc)
            best = min(best, time.process_time() - start)
        return best

    seconds(2_000)
    small, large = seconds(10_000), seconds(80_000)
    assert large < 8 * 3.5 * max(small, 0.002)


@pytest.mark.slow
def test_a_million_characters() -> None:
    text = "مقتل ما لا يقل عن 12 مدنياً وإصابة عشرات بين خمسة وعشرين قتيلاً، ومقتل عنصرين " * 13_000
    start = time.process_time()
    assert len(find_numbers(text[:1_000_000])) > 40_000
    assert time.process_time() - start < 30


def test_command_reads_text_and_lines() -> None:
    from waqai.cli.numbers import app

    run = CliRunner().invoke(app, ["مقتل أكثر من عشرين جندياً"])
    assert run.exit_code == 0
    mention = json.loads(run.stdout)["mentions"][0]
    assert (mention["low"], mention["high"], mention["noun"]) == (20, None, "جنديا")
    run = CliRunner().invoke(app, [], input='{"id": "a", "text": "قتيلان"}\nnot json\n{"id": 2, "text": ""}\n')
    assert run.exit_code == 1
    lines = [json.loads(x) for x in run.stdout.splitlines() if x.startswith("{")]
    assert [x["id"] for x in lines] == ["a", 2]
    assert lines[0]["mentions"][0]["text"] == "قتيلان"
