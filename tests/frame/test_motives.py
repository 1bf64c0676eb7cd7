"""What a deed is for lends it neither place nor sides nor day."""

import pytest
from frame_text import one, sides

WHY = [
    "، دعما لأهل غزة وإسنادا لمقاومتهم",
    "، مواصلة بذلك دعم أهل غزة منذ الثامن من تشرين الأول 2023",
    "، وذلك ردا على الاعتداءات الإسرائيلية على القرى الجنوبية والمنازل المدنية",
    "، في إطار الرد على العدوان الإسرائيلي على بلدتي طيبة وعيتا الشعب",
    ". وأوضح البيان أن العملية تأتي نصرة لغزة وإسنادا لمقاومتها",
    ". وقال في بيان إن الاستهداف جاء ردا على اعتداءات العدو على بلدة الخيام",
]


@pytest.mark.parametrize("why", WHY)
@pytest.mark.parametrize(
    "told", ["أعلن حزب الله استهداف ثكنة زرعيت الإسرائيلية بصواريخ بركان", "قصف مجاهدو المقاومة الإسلامية ثكنة زرعيت الإسرائيلية"]
)
def test_a_motive_lends_nothing(told: str, why: str) -> None:
    c = one(f"{told}{why}.")
    assert sides(c) == ("Hezbollah", "Israel")
    assert c.place is not None
    assert c.place.name_en == "Zar'it"
    assert c.date_start is None


def test_the_deed_behind_its_motive() -> None:
    c = one("إسنادا لغزة وثأرا للأبرياء، قصف مجاهدو المقاومة الإسلامية ثكنة زرعيت الإسرائيلية.")
    assert sides(c) == ("Hezbollah", "Israel")


def test_whose_gathering_was_hit() -> None:
    assert sides(one("أعلنت كتائب القسام اليوم استهداف تجمع لجنود الاحتلال الإسرائيلي شرق مدينة غزة.")) == (
        "Hamas (Qassam Brigades)",
        "Israel",
    )
