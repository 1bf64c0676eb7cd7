"""A lead and the sentences that go on with it: what comes with the article, or is counted alike, is the event told before."""

from __future__ import annotations

import pytest
from frame_text import claims, low_high


def events(text: str) -> list[str]:
    return [str(c.event_type) for c in claims(text) if str(c.kind) != "statement"]


@pytest.mark.parametrize(
    "text",
    [
        "انفجر صهريج نفط صباح اليوم عقب استهدافه من قبل مسلحين بقذيفة في ريف دير الزور الشرقي."
        " وقال المراسل إن الصهريج استُهدف حين كان يسير بين حقل التنك وبلدة أبو حمام.",
        "لقي ثلاثة عناصر سابقين مصرعهم، ليلة أمس، برصاص مجهولين في ريف درعا الغربي."
        " وأوضح تجمع أحرار حوران أن المسلحين أمطروا الثلاثة بالرصاص عند مفرق جلين.",
        "أسفر انفجار عبوة ناسفة بدورية روسية في ريف درعا الشمالي عن إصابة ثلاثة جنود."
        " وقال مصدر محلي إن العبوة فُجّرت عن بعد حين مرت الدورية بين سملين وزمرين.",
        "قالت مصادر محلية إن مجموعة مسلحة خطفت طفلة في ريف الحسكة. وبحسب المصادر، خُطفت الطفلة من قرية تل مجدل التابعة لتل تمر.",
    ],
)
def test_the_known_car_device_gunmen_or_victim_is_of_the_event_before(text: str) -> None:
    assert len(events(text)) == 1


def test_the_same_dead_counted_again_are_one_event() -> None:
    text = (
        "قُتل 14 مقاتلاً، فجر أمس، حين هاجم مسلحون مواقع لفصائل موالية لتركيا في شمال سوريا."
        " وشن المهاجمون هجومهم شرق مدينة الباب وأسفر عن مقتل 14 عنصراً."
    )
    assert events(text) == ["attack"]


@pytest.mark.parametrize(
    "text",
    [
        "انفجرت عبوة بدورية للجيش في بعقوبة وقُتل جندي. وفي حادث آخر انفجرت عبوة بدورية للشرطة في خانقين وأصيب شرطي.",
        "اغتال مسلحون شاباً في مدينة درعا. وفي مدينة إدلب أطلق مسلحون النار على شاب آخر فقُتل.",
        "قُتل خمسة جنود في كمين قرب الموصل. وقُتل خمسة مدنيين بقصف على حي في حلب.",
    ],
)
def test_other_towns_and_other_ones_stay_apart(text: str) -> None:
    assert len(events(text)) == 2


def test_who_killed_those_found_dead() -> None:
    text = "عثر الأهالي أمس على عشرين جثة في بئر ببلدة الطيبة شرق دير الزور. وقال ناشط إن قوات النظام كانت قد أعدمتهم لدى دخولها البلدة."
    (c,) = [c for c in claims(text) if str(c.kind) != "statement"]
    assert low_high(c.fatalities) == (20, 20)
    assert c.perpetrator is not None


@pytest.mark.parametrize("word", ["أسرة نازحة", "القوة", "ورشة حدادة"])
def test_a_word_in_ta_marbuta_has_no_pronoun(word: str) -> None:
    assert events(f"زار المحافظ {word} في مدينة تدمر أمس برفقة ثلاثة من مقاتلي الحرس.") == []


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        (
            "انفجرت سيارة مفخخة أمس في حي الكرادة ببغداد وقتلت سبعة مدنيين. وفي بعقوبة أصيب شرطيان بهجوم على حاجز.\n"
            "وتبنى تنظيم داعش تفجير الكرادة في بيان.",
            "ISIS",
        ),
        (
            "استهدف هجوم بطائرة مسيرة قاعدة عين الأسد غربي العراق مساء أمس. كما سقطت قذائف قرب قاعدة حرير في أربيل دون إصابات.\n"
            "وتبنت المقاومة الإسلامية في العراق الهجوم على قاعدة عين الأسد.",
            "Islamic Resistance in Iraq",
        ),
    ],
)
def test_who_adopts_an_event_by_its_place_answers_for_that_one_only(text: str, doer: str) -> None:
    first, second = (c for c in claims(text) if str(c.kind) != "statement")
    assert (first.claimant.name_en, str(first.modality)) == (doer, "claimed")
    assert str(second.modality) == "reported"


@pytest.mark.parametrize(
    "text",
    [
        "مرّت المقطورة فوق لغم قرب قرية الجبلي في 22 نيسان الماضي. وقال ممرض في مستوصف معدان إن سبعة من العمال قُتلوا.",
        "قصفت طائرة مسيّرة سوقاً في مدينة الفاشر صباح أمس. وقال طبيب في المستشفى الجنوبي إن أربعة باعة قُتلوا.",
    ],
)
def test_the_toll_of_a_blast_is_told_by_another(text: str) -> None:
    (c,) = (c for c in claims(text) if str(c.kind) != "statement")
    assert c.fatalities is not None


def test_a_toll_of_another_town_is_another_event() -> None:
    text = "انفجر لغم بسيارة قرب قرية الجبلي أمس. وقال مصدر طبي إن ثلاثة مدنيين قُتلوا في مدينة إدلب."
    assert len(events(text)) == 2
