"""Those told of behind ``بينهم`` are of the total, two nouns of a row count different people, one named before his verb is one."""

from __future__ import annotations

import pytest
from frame_text import claims, one


def best(text: str) -> tuple[int | None, int | None]:
    c = one(text)
    return tuple(None if x is None else x.best for x in (c.fatalities, c.injuries))  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("أعلن مكتب التوثيق في درعا مقتل 27 شخصاً خلال نيسان الماضي، بينهم 17 مدنياً، وطفلان وامرأتان.", 27),
        ("وثق المرصد السوري لحقوق الإنسان الشهر الفائت مقتل 78 مدنياً، بينهم 14 طفلاً و7 سيدات، وشهيد من الأطباء.", 78),
        ("وثقت الشبكة مقتل 64 مدنياً في سوريا خلال نيسان الماضي، بينهم 14 طفلاً وسيدتان و6 ضحايا بسبب التعذيب.", 64),
        ("سجلت المنظمة خلال آذار الماضي مقتل 36 مدنياً، بينهم 9 أطفال، وسيدتان، و3 ضحايا قضوا تحت التعذيب.", 36),
        ("مقتل 19 مدنياً بقصف على سوق الفاشر، بينهم ستة أطفال وأربع نساء، وطبيب.", 19),
    ],
)
def test_those_among_them_are_not_added(text: str, dead: int) -> None:
    (claim,) = claims(text)
    assert claim.fatalities is not None
    assert claim.fatalities.best == dead
    assert claim.event_type.value != "execution"


@pytest.mark.parametrize(
    "text",
    [
        "توفي سجينان تحت التعذيب في سجن صيدنايا، بينهما طبيب.",
        "قضى أربعة معتقلين تحت التعذيب في سجون قسد بينهم قاصر.",
        "قتلت قوات النظام 300 مدني في آذار، بينهم 40 طفلاً، وإن ما لا يقل عن 18 شخصاً قضوا تحت التعذيب في سجونها.",
    ],
)
def test_deaths_under_torture_told_by_themselves_stay_executions(text: str) -> None:
    assert any(c.event_type.value == "execution" for c in claims(text))


@pytest.mark.parametrize(
    ("text", "tolls"),
    [
        ("ذكر مصدر أمني أن المواطن كاظم الموسوي قُتل وأصيب اثنان من أبنائه بهجوم مسلح في البصرة.", (1, 2)),
        ("وقال سكان إن المزارع عيسى حسن قتل وجرح ثلاثة من عماله بقذيفة هاون سقطت على حقله في الحديدة.", (1, 3)),
        ("وبحسب الشبكة، فإن الطفل ضياء محمد البالغ من العمر 15 عاماً قُتل، وأصيب شقيقه وطفل ثالث بانفجار لغم في دير الزور.", (1, 2)),
        ("إن خمسة مدنيين قُتلوا وأصيب 13 بقصف على كادوقلي.", (5, 13)),
    ],
)
def test_one_named_before_his_verb_shares_no_number(text: str, tolls: tuple[int, int]) -> None:
    assert best(text) == tolls


@pytest.mark.parametrize(
    ("text", "tolls"),
    [
        ("أدت الغارة على المخيم إلى استشهاد طفلة ومقتل أربعة مقاتلين من حماس.", (5, None)),
        ("أدت اشتباكات بين فصيلين في مدينة الباب إلى إصابة امرأة وجرح سبعة عناصر.", (None, 8)),
        ("تسبب القصف بمقتل امرأة واستشهاد طفليها في مدينة غزة.", (3, None)),
        ("أدت الاشتباكات إلى مقتل 12 عنصراً وإصابة 20 من الطرفين في الزاوية.", (12, 20)),
    ],
)
def test_two_nouns_of_one_row_are_added(text: str, tolls: tuple[int | None, int | None]) -> None:
    assert best(text) == tolls


def test_the_network_that_documents_is_no_band() -> None:
    (claim,) = claims("وثقت الشبكة مقتل ثلاثة مدنيين في درعا أمس على يد قوات النظام السوري.")
    assert claim.fatalities is not None
    assert claim.fatalities.best == 3
