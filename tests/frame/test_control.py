"""Control that stands, is sought or was won years ago is no event; a place that changes hands is."""

import pytest
from frame_text import claims

LEAD = "قُتل خمسة جنود أمس في هجوم مسلح على نقطة عسكرية قرب مقديشو. "


def seizures(text: str) -> int:
    return sum(str(c.event_type) == "seizure_of_territory" for c in claims(text) if str(c.kind) != "statement")


@pytest.mark.parametrize(
    "background",
    [
        "وتسعى الحركة إلى السيطرة على البلاد وفرض رؤيتها على السكان.",
        "وتخوض حركة الشباب تمرداً للإطاحة بالحكومة وطرد القوات الأجنبية من البلاد.",
        "وسيطرت الحركة على مقديشو حتى عام 2011.",
        "وطردت القوات الأفريقية الحركة من العاصمة عام 2011.",
        "ويواجه الجيش مسلحين يسيطرون على بلدات في الجنوب.",
        "ويدعم التحالف القوات الحكومية لاستعادة البلاد منذ عام 2015.",
        "وتتنافس مجموعتان للسيطرة على ميناء كيسمايو.",
    ],
)
def test_the_background_tells_no_seizure(background: str) -> None:
    assert seizures(LEAD + background) == 0


@pytest.mark.parametrize(
    "event",
    [
        "وفي وسط البلاد سيطرت الحركة على بلدة عدالي الأحد الماضي.",
        "وكانت القوات الصومالية استعادت بلدة عدالي في نيسان/أبريل الماضي.",
    ],
)
def test_a_dated_seizure_stays(event: str) -> None:
    assert seizures(LEAD + event) == 1


def test_a_search_that_goes_on_is_no_raid() -> None:
    (c,) = claims("قُتل خمسة جنود في هجوم شنته حركة الشباب على موقع للجيش قرب مقديشو، والجيش يواصل تمشيط المنطقة بحثاً عن المهاجمين.")
    assert (str(c.event_type), c.perpetrator and c.perpetrator.name_en) == ("attack", "al-Shabaab")


def test_those_who_were_repelled_did_it() -> None:
    (c,) = claims(
        "قُتل خمسة جنود في هجوم شنته حركة الشباب على موقع للجيش قرب مقديشو. وأضاف المصدر أنه تم صد المهاجمين وأن الجيش يواصل تمشيط المنطقة."
    )
    assert (c.perpetrator and c.perpetrator.name_en, c.target and c.target.name_en) == ("al-Shabaab", "Somali army")
