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


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("يقول محمد، وهو سائق شاحنة، إن", "local sources"),
        ("أفادت تقارير إعلامية بأن", "local sources"),
        ("ذكر زعيم محلي في الولاية أن", "local officials"),
        ("قالت اللجنة الأمنية في محافظة حضرموت إن", "local officials"),
        ("وأفادت منظمة حقوقية محلية بأن", "local documentation office"),
    ],
)
def test_sources_without_a_name(said: str, name: str) -> None:
    assert claimants(f"{said} {_EVENT}.") == [name]


def test_a_hospital_that_receives_the_dead_tells_of_them() -> None:
    assert claimants("استقبل مستشفى شهداء الأقصى جثامين خمسة شهداء قضوا في غارة إسرائيلية على النصيرات أمس.") == ["medical source"]


@pytest.mark.parametrize("relay", ["كما نقل مراسلنا عن", "كما نقلت وكالة رووداو عن", "كما نقل الموقع عن"])
def test_a_relay_behind_what_it_relays(relay: str) -> None:
    (c,) = code_text(f"قتل مسلحون ثلاثة مدنيين قرب البوكمال، {relay} مصدر أمني.", published="2024-05-15").claims
    assert c.claimant is not None
    assert c.claimant.name_en == "security source"
