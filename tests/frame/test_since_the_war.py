"""What a war has cost since it began is a tally of its own, never the toll of the event told beside it."""

import pytest
from frame_text import claims, low_high


@pytest.mark.parametrize(
    ("tally", "dead"),
    [
        ("، ما يرفع حصيلة القتلى منذ بدء الحرب إلى 731", (731, 731)),
        ("، ليرتفع بذلك عدد القتلى منذ مطلع العام إلى 96", (96, 96)),
        (". وأعلنت وزارة الصحة ارتفاع عدد ضحايا العدوان المتواصل على القطاع إلى 28400 شهيد", (28400, 28400)),
        (". وحتى مساء السبت قتل 540 شخصا منذ بداية الحرب", (540, 540)),
        (". وقتلت إسرائيل منذ وقف إطلاق النار 210 أشخاص", (210, 210)),
        (". وشنت إسرائيل في 8 أكتوبر 2023 عدوانا على لبنان تحول إلى حرب واسعة، أسفر عن أكثر من 3 آلاف قتيل", (3000, None)),
        (". ومنذ 7 أكتوبر 2023 تشن إسرائيل حرب إبادة على غزة خلفت 60 ألف شهيد", (60000, 60000)),
    ],
)
@pytest.mark.parametrize(
    "event", ["قتل أربعة أشخاص في قصف إسرائيلي على منزل في دير البلح", "أعلن الجيش الإسرائيلي مقتل أربعة جنود بانفجار عبوة ناسفة في رفح"]
)
def test_the_event_keeps_its_toll(event: str, tally: str, dead: tuple[int, int | None]) -> None:
    told = claims(f"{event}{tally}.")
    assert [(str(c.modality) == "aggregate", low_high(c.fatalities)) for c in told] == [(False, (4, 4)), (True, dead)]


def test_a_charge_of_genocide_is_no_event() -> None:
    assert not claims("رفعت جنوب إفريقيا دعوى تتهم إسرائيل بارتكاب حرب إبادة جماعية في غزة أمام محكمة العدل الدولية.")
