"""Time mentions: the corpus, spans, anchoring, missing years, traps, robustness and speed."""

from __future__ import annotations

import time
from datetime import date

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from waqai.annotate.time import annotate_times, find_times
from waqai.annotate.time.annotate import resolve
from waqai.annotate.time.context import Conventions
from waqai.model import Report, Text, TimeBasis, TimePrecision
from waqai.normalise import tokenize
from waqai.resources import DATA

CORPUS = yaml.safe_load((DATA / "time" / "time.corpus.yml").read_text(encoding="utf-8"))
ANCHOR = CORPUS["anchor"]
EXAMPLES = [(e["days"], s) for e in CORPUS["examples"] for s in e["say"]]


def days(value: str) -> tuple[str, str]:
    start, dots, end = value.partition("..")
    return (start, end) if dots else (start, start)


def read(s: str, published: date | None = ANCHOR) -> list[tuple[str, str]]:
    return [(str(m.start or ""), str(m.end or "")) for m in find_times(s, published)]


def issues(s: str, published: date | None = None) -> list[str]:
    return [i.code for i in resolve(tokenize(s), s, published, Conventions())[1]]


def test_corpus_size() -> None:
    assert len(EXAMPLES) >= 600
    assert len({s for _, s in EXAMPLES}) >= 0.97 * len(EXAMPLES)


@pytest.mark.parametrize("group", range(len(CORPUS["examples"])))
def test_corpus_examples(group: int) -> None:
    e = CORPUS["examples"][group]
    wrong = [(s, read(s)) for s in e["say"] if read(s) != [days(e["days"])]]
    assert not wrong


def test_corpus_in_a_sentence() -> None:
    wrong = []
    for value, s in EXAMPLES:
        found = [m for m in find_times(f"قال المصدر إن القوات، {s}، وصلت", ANCHOR) if (m.start, m.end) is not None]
        got = [(str(m.start or ""), str(m.end or "")) for m in found]
        if got != [days(value)]:
            wrong.append((value, s, got))
    assert len(wrong) <= 0.04 * len(EXAMPLES), wrong


@pytest.mark.parametrize("s", CORPUS["negatives"])
def test_corpus_negatives(s: str) -> None:
    assert find_times(s, ANCHOR) == ()


@pytest.mark.parametrize("gap", CORPUS["gaps"], ids=lambda g: g["say"])
def test_corpus_gaps(gap: dict[str, str]) -> None:
    if read(gap["say"]) == [days(gap["days"])]:
        pytest.fail("this gap is closed: move it to the examples")
    pytest.xfail("known gap")


def test_spans_are_original_code_points() -> None:
    s = "قُتِلَ جنديٌّ مســاءَ أمــسِ الثلاثاءِ، 14 من أيّار، قرب القرية."
    (m,) = find_times(s, ANCHOR)
    assert s[m.span.start : m.span.end] == m.text
    assert m.text.startswith("مســاءَ")
    assert m.start == m.end == date(2024, 5, 14)


def test_relative_words_need_a_publication_day() -> None:
    (m,) = find_times("هاجم مسلحون القرية مساء أمس")
    assert (m.start, m.end, m.deictic, m.basis) == (None, None, True, TimeBasis.RELATIVE)


def test_a_weekday_one_day_off_wins_over_today() -> None:
    (m,) = find_times("انفجر لغم اليوم الثلاثاء", ANCHOR)
    assert m.start == date(2024, 5, 14)
    assert issues("انفجر لغم اليوم الثلاثاء", ANCHOR) == ["weekday-mismatch"]


@pytest.mark.parametrize(
    ("s", "expected"),
    [
        ("اقتحموا البلدة في 3 آذار، وفي اليوم التالي انسحبوا", ["2024-03-03", "2024-03-04"]),
        ("اقتحموا البلدة في 3 آذار، وفي اليوم نفسه انسحبوا", ["2024-03-03", "2024-03-03"]),
        ("قصفت القرية في 12 شباط، وقبلها بيومين قصفت البلدة", ["2024-02-12", "2024-02-10"]),
        ("قصفت القرية في 12 شباط، وبعد ذلك بأسبوع انسحبوا", ["2024-02-12", "2024-02-19"]),
        ("وقع هجوم في 12 شباط، سبق هذا الهجوم بنحو 24 ساعة تفجير", ["2024-02-12", "2024-02-11"]),
        ("قتلوا شرطياً في 5 كانون الثاني ثم آخر في 22 من الشهر ذاته", ["2024-01-05", "2024-01-22"]),
        ("اعتقلوا ثلاثة خلال شباط الماضي، وأربعة في الشهر السابق", ["2024-02-01", "2024-01-01"]),
        ("شنوا ثلاث غارات الشهر الماضي، وقتلوا في المدة نفسها شرطياً", ["2024-04-01", "2024-04-01"]),
        ("شنوا غارة في 3 آب 2019، وفي العام نفسه انسحبوا", ["2019-08-03", "2019-01-01"]),
    ],
)
def test_words_that_point_back_into_the_text(s: str, expected: list[str]) -> None:
    assert [str(m.start) for m in find_times(s, ANCHOR)] == expected


def test_missing_year_keeps_every_candidate() -> None:
    s = "قتل جندي اليوم، الخميس 21 من أيار"
    (m,) = find_times(s)
    assert m.candidate_years == (2015, 2020, 2026)
    assert (m.start, m.basis) == (None, TimeBasis.NONE)
    assert issues(s) == ["year-open"]


def test_missing_year_is_narrowed_by_another_date() -> None:
    s = "قتل جندي اليوم، الخميس 21 من أيار، في أول هجوم منذ عام 2023، وكان آخر قتل أمس"
    found = find_times(s)
    assert (found[0].start, found[0].basis) == (date(2026, 5, 21), TimeBasis.INFERRED_YEAR)
    assert found[-1].start == date(2026, 5, 20)
    assert "year-inferred" in issues(s)


def test_missing_year_from_two_weekdays() -> None:
    # Sunday 28 October: 2012, 2018; Friday 2 November: 2012, 2018; Monday 29 February: 2016 only
    assert find_times("الأحد 28 تشرين الأول")[0].candidate_years == (2012, 2018)
    assert find_times("الاثنين 29 شباط")[0].start == date(2016, 2, 29)


@pytest.mark.parametrize(
    "text",
    [
        "وثّق المركز خلال شهر فبراير 2023 مقتل تسعة، بينهم اثنان يوم 11 فبراير",
        "بين مطلع يناير ونهاية فبراير 2023 أحصى المركز 14 هجوماً، أعنفها في 11 فبراير",
    ],
)
def test_a_month_told_with_its_year_lends_it_to_its_days(text: str) -> None:
    assert find_times(text)[-1].start == date(2023, 2, 11)


def test_a_month_of_two_years_lends_none() -> None:
    assert find_times("في فبراير 2022 وفي فبراير 2023 قُتل تسعة، ثم اثنان يوم 11 فبراير")[-1].start is None


def test_year_lent_by_an_earlier_date_of_the_text() -> None:
    a, b = find_times("في 6 كانون الثاني 2021 قصفت القرية، وفي 7 شباط قصفت البلدة")
    assert a.basis is TimeBasis.STATED
    assert (b.start, b.basis) == (date(2021, 2, 7), TimeBasis.INFERRED_YEAR)


def test_future_reading_on_request() -> None:
    assert find_times("الجمعة", ANCHOR, future=True)[0].start == date(2024, 5, 17)
    assert find_times("3 آب", ANCHOR, future=True)[0].start == date(2024, 8, 3)
    assert find_times("3 آب", ANCHOR)[0].start == date(2023, 8, 3)


def test_precision_and_rule() -> None:
    found = {m.text: m.precision for m in find_times("مطلع نيسان، العام الماضي، الأسبوع الماضي، أمس، ربيع 2022", ANCHOR)}
    assert found == {
        "مطلع نيسان": TimePrecision.MONTH_PART,
        "العام الماضي": TimePrecision.YEAR,
        "الأسبوع الماضي": TimePrecision.WEEK,
        "أمس": TimePrecision.DAY,
        "ربيع 2022": TimePrecision.SEASON,
    }


def test_impossible_days_are_not_reported() -> None:
    assert find_times("31 حزيران 2022", ANCHOR) == ()
    assert find_times("29 شباط 2023", ANCHOR) == ()
    assert find_times("32/13/2020", ANCHOR) == ()


def test_a_line_break_ends_an_expression() -> None:
    assert [m.text for m in find_times("الأربعاء\n15 أيار 2024", ANCHOR)] == ["الأربعاء", "15 أيار 2024"]


def test_annotate_times_on_a_segmented_text() -> None:
    s = "هاجموا القرية أمس"
    tokens = tokenize(s)
    found, notes = annotate_times(Text(Report("x", s, "0"), tokens, ()), ANCHOR)
    assert [(m.first, m.last, m.text) for m in found] == [(2, 3, "أمس")]
    assert notes == ()


WORDS = st.sampled_from(
    [
        "من",
        "إلى",
        "حتى",
        "منذ",
        "قبل",
        "بعد",
        "بين",
        "و",
        "في",
        "يوم",
        "أمس",
        "اليوم",
        "غدا",
        "الأحد",
        "الجمعة",
        "صباح",
        "ليل",
        "شهر",
        "الشهر",
        "الماضي",
        "المقبل",
        "آذار",
        "تشرين",
        "الأول",
        "كانون",
        "3",
        "15",
        "31",
        "2024",
        "/",
        "-",
        ".",
        ",",
        "(",
        ")",
        "أسبوعين",
        "ثلاثة",
        "أيام",
        "ساعة",
        "مطلع",
        "نهاية",
        "عام",
        "العام",
        "رمضان",
        "1445",
        "هـ",
        "الثالث",
        "والعشرين",
        "99999999999",
        "0",
        "٣",
        "نفسه",
        "خلال",
        "آخر",
        "الربع",
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=120), st.booleans(), st.one_of(st.none(), st.dates()))
def test_any_text_is_read_without_error(s: str, future: bool, day: date | None) -> None:
    for m in find_times(s, day, future=future):
        assert s[m.span.start : m.span.end] == m.text
        assert m.start is None or m.end is None or m.start <= m.end


@settings(max_examples=600, deadline=None)
@given(st.lists(WORDS, max_size=25), st.one_of(st.none(), st.dates()), st.booleans())
def test_any_mixture_of_time_words_is_read_without_error(words: list[str], day: date | None, future: bool) -> None:
    s = " ".join(words)
    last = 0
    for m in find_times(s, day, future=future):
        assert last <= m.span.start < m.span.end <= len(s)
        assert s[m.span.start : m.span.end] == m.text
        assert m.start is None or m.end is None or m.start <= m.end
        last = m.span.end


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, max_size=15), st.sampled_from(["خبر عاجل\n", "سقط قتلى\n\n", "🙂🙂\n"]))
def test_shifting_the_text_shifts_the_spans(words: list[str], lead: str) -> None:
    s = " ".join(words)
    plain = [(m.span.start + len(lead), m.span.end + len(lead), m.start, m.end) for m in find_times(s, ANCHOR)]
    assert [(m.span.start, m.span.end, m.start, m.end) for m in find_times(lead + s, ANCHOR)] == plain


@pytest.mark.parametrize("piece", ["من 3 إلى ", "منذ سقوط ", "ليل ", "12 آذار و", "الأحد - ", "قتل 3 أمس قرب القرية. ", "و" * 50])
def test_time_is_linear_in_the_length(piece: str) -> None:
    def cost(n: int) -> float:
        s = (piece * (n // len(piece) + 1))[:n]
        t = time.process_time()
        find_times(s, ANCHOR)
        return time.process_time() - t

    cost(1000)
    small, large = min(cost(40_000) for _ in range(2)), cost(320_000)
    assert large < 8 * max(small, 0.02) * 4
