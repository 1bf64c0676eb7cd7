"""Attempts on somebody and passives of aiming: whom the noun or the verb is about was aimed at."""

from __future__ import annotations

import pytest
from frame_text import claims, sides


@pytest.mark.parametrize("who", ["ضابط في الجيش العراقي", "عنصر من الجيش العراقي", "جندي من الجيش العراقي"])
@pytest.mark.parametrize(
    "said",
    [
        "محاولة اغتيال {} قرب بعقوبة.",
        "محاولة اغتيال {} بعبوة ناسفة قرب بعقوبة.",
        "فشلت محاولة اغتيال {} قرب بعقوبة.",
        "استُهدف {} قرب بعقوبة.",
        "استهدف {} بالرصاص قرب بعقوبة.",
    ],
)
def test_an_attempt_on_somebody_is_not_his_own(said: str, who: str) -> None:
    (c,) = claims(said.format(who), "2021-05-10")
    assert sides(c) == (None, "Iraqi army")


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("استهدف الجيش العراقي بالمدفعية مواقع لداعش قرب بعقوبة.", ("Iraqi army", "ISIS")),
        ("اغتيال إسرائيل لقائد في حزب الله قرب صور.", ("Israel", "Hezbollah")),
    ],
)
def test_whoever_has_an_object_did_it(text: str, pair: tuple[str, str]) -> None:
    (c,) = claims(text, "2024-05-10")
    assert sides(c) == pair


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("هاجم مسلحون ضابطين في الجيش العراقي قرب بعقوبة.", ("unknown gunmen", "Iraqi army")),
        ("أعدم مسلحون شرطيين ميدانياً قرب بعقوبة.", ("unknown gunmen", "Iraqi police")),
        ("ألقى مجهولون قنبلة على شرطيين قرب بعقوبة.", ("unknown gunmen", "Iraqi police")),
        ("كمين يستهدف مقاتلين من البيشمركة قرب بعقوبة.", (None, "Peshmerga")),
        ("سقط جندي تركي قتيلاً بهجوم قرب بعقوبة.", (None, "Turkish armed forces")),
        ("سقوط ضابط في الجيش العراقي قتيلاً بانفجار قرب بعقوبة.", (None, "Iraqi army")),
        ("قنص جندي تركي قرب بعقوبة.", (None, "Turkish armed forces")),
        ("استهداف منزل ضابط في الجيش العراقي بقنبلة قرب بعقوبة.", (None, "Iraqi army")),
        ("قيادي في هيئة تحرير الشام يقتل بهجوم مسلح قرب إدلب.", (None, "HTS")),
        ("قنص جندي تركي مسلحاً قرب بعقوبة.", ("Turkish armed forces", "unknown gunmen")),
    ],
)
def test_men_of_a_force_who_are_hit(text: str, pair: tuple[str | None, str]) -> None:
    (c,) = claims(text, "2021-05-10")
    assert sides(c) == pair


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("دورية للجيش العراقي تتعرض لهجوم قرب كركوك.", (None, "Iraqi army")),
        ("وقوع ثلاثة من عناصر الجيش العراقي في أسر تنظيم داعش قرب كركوك.", ("ISIS", "Iraqi army")),
        ("خسائر في صفوف الجيش العراقي بهجوم شنه تنظيم داعش قرب كركوك.", ("ISIS", "Iraqi army")),
        ("الجيش الإسرائيلي يعلن مقتل خمسة من عناصر حزب الله قرب صور.", ("Israel", "Hezbollah")),
        ("أعلن الجيش اللبناني مقتل ثلاثة من عناصر حزب الله بغارة إسرائيلية قرب صور.", ("Israel", "Hezbollah")),
    ],
)
def test_losses_told_in_headlines(text: str, pair: tuple[str | None, str]) -> None:
    (c,) = claims(text, "2024-05-10")
    assert sides(c) == pair


def test_a_habit_is_no_news() -> None:
    found = claims("تعاني القرية من الجفاف.\nويقول السكان إن القرية تتعرض لقصف بين الحين والآخر.", "2024-05-10")
    assert all(str(c.kind) == "statement" for c in found)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("قوى الأمن الداخلي تلقي القبض على خمسة من داعش في مدينة هجين.", "Asayish"),
        ("أعلنت وزارة الداخلية العراقية أن شرطة نينوى ألقت القبض على خمسة من داعش في الموصل.", "Iraqi police"),
    ],
)
def test_who_stands_before_the_arrest_made_it(text: str, who: str) -> None:
    assert [sides(c) for c in claims(text, "2021-05-10")] == [(who, "ISIS")]


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("قيادي في الحشد الشعبي يُقتل بغارة أمريكية قرب القائم.", ("US forces", "PMF")),
        ("محاولة اغتيال إسرائيلية لقيادي في حماس قرب صيدا.", ("Israel", "Hamas")),
        ("طائرة مسيرة تدمر مستودع أسلحة لحزب الله قرب صور.", (None, "Hezbollah")),
    ],
)
def test_the_killed_beside_another_doer(text: str, pair: tuple[str | None, str]) -> None:
    (c,) = claims(text, "2024-05-10")
    assert sides(c) == pair


def test_whoever_stands_before_an_accusative_did_it() -> None:
    (c,) = claims("جندي إسرائيلي يقتل فلسطينياً بالرصاص قرب الخليل.", "2024-05-10")
    assert sides(c)[0] == "Israel"
    assert c.fatalities is not None
    assert c.fatalities.best == 1


def test_the_wounded_who_fall_are_not_dead() -> None:
    (c,) = claims("سقط ثلاثة جنود جرحى بانفجار عبوة ناسفة قرب بعقوبة.", "2021-05-10")
    assert c.fatalities is None
    assert c.injuries is not None
    assert c.injuries.best == 3


@pytest.mark.parametrize("text", ["خسر الحزب الحاكم مدينة إسطنبول لصالح المعارضة في الانتخابات البلدية."])
def test_votes_take_no_ground(text: str) -> None:
    assert claims(text, "2024-04-02") == ()
