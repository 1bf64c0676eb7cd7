"""Title, dateline, byline, boilerplate, sentences and quotations."""

from __future__ import annotations

import pytest

from waqai.model import Report, Text
from waqai.segment import segment


def parted(text: str) -> Text:
    return segment(Report(id="t", text=text, sha256="t"))


def blocks(text: str) -> list[str]:
    return [s.block for s in parted(text).sentences]


REPORT = """مقتل جنديين بهجوم قرب تدمر
دمشق
15/05/2024
قُتل جنديان بهجوم مسلح قرب مدينة تدمر في البادية. وأصيب ثالث.
اقرأ أيضا: قصف على إدلب
وقالت مصادر محلية إن المهاجمين فروا.
مقالات ذات صلة
انفجار في الرقة يقتل طفلا"""


def test_a_whole_report() -> None:
    assert blocks(REPORT) == ["title", "byline", "dateline", "lead", "lead", "boilerplate", "body", "boilerplate", "boilerplate"]


def test_spans_are_code_points_of_the_text() -> None:
    t = parted(REPORT)
    assert t.slice(t.sentences[0].span) == "مقتل جنديين بهجوم قرب تدمر"
    assert all(t.slice(s.span) for s in t.sentences)
    assert [s.paragraph for s in t.sentences] == [0, 1, 2, 3, 3, 4, 5, 6, 7]


def test_a_bare_headline_is_the_report_itself() -> None:
    assert blocks("قصف مدفعي يستهدف أطراف كفركلا") == ["lead"]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("تابعونا على تلغرام لمزيد من الأخبار", "boilerplate"),
        ("اقرأ أيضا: تفجير في بغداد", "boilerplate"),
        ("الكلمات المفتاحية: قصف، غارة", "boilerplate"),
    ],
)
def test_lines_that_are_not_the_report(line: str, kind: str) -> None:
    assert blocks(f"عنوان قصير عن البلدة وسكانها\nقُتل جنديان بهجوم مسلح قرب مدينة تدمر في البادية.\n{line}")[-1] == kind


def test_a_headline_with_dots_is_one_sentence() -> None:
    t = parted("قصف واعتقالات.. حصيلة يوم في درعا\nشهدت المحافظة قصفا واعتقالات طالت سبعة شبان.")
    assert [s.block for s in t.sentences] == ["title", "lead"]


def test_a_stop_in_quotation_marks_stays_with_its_sentence() -> None:
    t = parted('قال الشاهد: "هربنا جميعا." وأضاف أن القصف توقف ليلا بعد ساعات.')
    assert len(t.sentences) == 2
    assert t.slice(t.sentences[0].span).endswith('."')


def test_quotes() -> None:
    t = parted("قال المتحدث إن «القوات انسحبت» وإن “الطريق مفتوح” أمام السكان.")
    assert [t.slice(q.span) for q in t.quotes] == ["القوات انسحبت", "الطريق مفتوح"]


def test_an_unclosed_quote_ends_with_its_paragraph() -> None:
    assert parted("قال: «القوات انسحبت من البلدة.\nوعاد السكان إلى بيوتهم مساء.").quotes == ()


def test_nothing_in_nothing_out() -> None:
    assert parted("").sentences == ()
    assert parted("\n \n").quotes == ()


def test_initials_end_no_sentence() -> None:
    assert len(blocks('احتجز عناصر الأخوين "ر. م" و"ع. م" عند حاجز. ثم أفرجوا عنهما.')) == 2
    assert len(blocks("أوقفت دورية كلاً من (م.ز.) و(ح.ز.) لقيامهما بالتهريب. ثم سلمتهما.")) == 2
