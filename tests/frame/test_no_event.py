"""Reports without an event, in every field whose words are violent, and events told among such words."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from waqai.model import Report
from waqai.pipeline import Coder, Trace

TEXTS: dict[str, dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "no_event.yml").read_text(encoding="utf-8"))


@cache
def coder() -> Coder:
    return Coder()


def trace(text: str) -> Trace:
    return coder().trace(Report(id="t", text=text, sha256="t", published=date(2024, 3, 5)))


def types(text: str) -> list[str]:
    return [str(f.event_type) for f in trace(text).story.frames]


@pytest.mark.parametrize("name", sorted(TEXTS["no-event"]))
def test_a_report_of_another_field_tells_no_event(name: str) -> None:
    assert types(TEXTS["no-event"][name]) == []


@pytest.mark.parametrize("name", sorted(TEXTS["event"]))
def test_an_event_among_words_of_another_field_is_told(name: str) -> None:
    entry = TEXTS["event"][name]
    assert entry["type"] in types(entry["text"])


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("هاجمت كلاب ضالة ثلاثة أطفال في نوى أمس وأصابتهم بجروح.", "mishap"),
        ("أودى حادث سير بحياة خمسة جنود على طريق تدمر أمس.", "mishap"),
        ("أطلق شاب النار على نفسه في منزله بمدينة السليمانية أمس.", "mishap"),
        ("قصفت فرق الزراعة بساتين البصرة أمس بالمبيدات.", "figurative"),
        ("قُتل مصلون في تفجير بالكرادة قبل سنوات.", "bygone"),
    ],
)
def test_what_is_dropped_says_why(text: str, reason: str) -> None:
    t = trace(text)
    assert not t.story.frames
    assert reason in {f.drop for f in t.story.dropped}


def test_a_story_of_the_past_ends_with_a_newer_date() -> None:
    text = "في حزيران 1982 اجتاحت إسرائيل صور وقُتل المئات. وبعدها بأيام حوصرت المدينة. وأمس قتلت غارة إسرائيلية ثلاثة مدنيين في صور."
    assert types(text) == ["airstrike"]


@pytest.mark.parametrize(
    "text",
    [
        "نفذت شرطة دبي أمس تمريناً افتراضياً على إحباط هجوم إرهابي على المطار.",
        "شهد مطار بيروت أمس محاكاة لخطف طائرة واحتجاز ركابها.",
        "يروي المسلسل قصة مهرب سلاح وضابط فاسد يدير شبكة خطف وابتزاز في دمشق.",
    ],
)
def test_what_is_rehearsed_or_only_a_bands_trade(text: str) -> None:
    assert types(text) == []


def test_what_somebody_is_held_for_is_not_what_happened() -> None:
    for text in (
        "ألقت القوات الأمنية القبض على ثلاثة متهمين بتفجير الكاظمية في بغداد أمس.",
        "اعتقلت الشرطة العراقية منفذ هجوم الطارمية في بغداد صباح اليوم.",
    ):
        assert types(text) == ["arrest"], text


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("ويسيطر التنظيم على مدينة الفلوجة منذ أعوام. ويعاني سكانها الجوع. ولا دواء في المدينة.", "state"),
        ("تتواصل الضربات التركية على ريف الحسكة. والسكان ينزحون. ولا أحد يستقبلهم.", "ongoing"),
        ("لم تسجل في الفاشر خلال اليوم أي مواجهات بين الطرفين.", "negated"),
        ("قال الأهالي إن قوة جاءت لتوقيف ضابط سابق في قرية خربة المعزة.", "purpose"),
        ("شبّه الخبير العواصف التي عاشتها بغداد بغارات متتالية.", "figurative"),
    ],
)
def test_what_goes_on_or_did_not_happen_is_no_event(text: str, reason: str) -> None:
    t = trace(text)
    assert not t.story.frames
    assert reason in {f.drop for f in t.story.dropped}


def test_today_as_nowadays_leaves_a_story_in_its_past() -> None:
    text = "في عام 1925 هاجم الثوار رتلاً فرنسياً قرب السويداء. وبعدها بأسابيع رد الفرنسيون بقصف العاصمة في تشرين الأول، فاحترق حي لا يعرفه السكان اليوم إلا باسم الحريقة."
    assert types(text) == []
