"""Verbs of saying outside the lists, what somebody heard from others, and words for what was told before its teller."""

from __future__ import annotations

import pytest

from waqai.pipeline import code_text


def claimants(text: str) -> list[str]:
    return [c.claimant.name_en for c in code_text(text, published="2024-03-05").claims]


_EVENT = "عبوة ناسفة انفجرت بدورية للشرطة قرب بلدة جلولاء وقتلت شرطيين أمس"


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("همس سائق من البلدة أن", "local sources"),
        ("ردّ قائممقام القضاء بأن", "local officials"),
        ("وبيّن مصدر طبي أن", "medical source"),
        ("وجزم ناشط محلي بأن", "activists"),
        ("أسرّ طبيب في المستشفى إلى زملائه أن", "medical source"),
        ("أذاع المرصد العراقي لحقوق الإنسان أن", "Iraqi Observatory for Human Rights"),
        ("وتحكي أرملة من القرية أن", "relatives"),
        ("علمت «المدى» من مصادر أمنية أن", "security source"),
        ("حصل الموقع على شهادات من الأهالي تفيد بأن", "local sources"),
        ("نقلت وكالة رويترز عن اثنين من السكان قولهما إن", "local sources"),
        ("بحسب روايات متطابقة لسكان القرية فإن", "local sources"),
    ],
)
def test_a_speaker_before_that(said: str, name: str) -> None:
    assert claimants(f"{said} {_EVENT}.") == [name]


@pytest.mark.parametrize(
    "said",
    [
        "بعد أن غادر الأهالي قريتهم،",
        "على الرغم من أن السكان نزحوا،",
        "قرر الأهالي أن يغادروا بلدتهم بعدما",
        "يخشى السكان أن يتكرر ما جرى حين",
        "بعد ساعات من إعلان حظر التجول،",
    ],
)
def test_no_speaker_where_nothing_is_told(said: str) -> None:
    assert claimants(f"{said} انفجرت عبوة ناسفة بدورية للشرطة قرب بلدة جلولاء وقتلت شرطيين أمس.") == ["outlet/correspondent"]
