"""Who comes once an event is over; what a measure answers; bodies dug out after a blow; sappers hurt at work; homes entered."""

from __future__ import annotations

import pytest
from frame_text import claims, low_high, one, sides


@pytest.mark.parametrize(
    "text",
    [
        "قوات الجيش نقلت المصابين إلى المستشفى إثر انفجار عبوة ناسفة شمالي الموصل أمس.",
        "هرعت قوات الاحتلال إلى المكان بعد إطلاق نار على حافلة قرب نابلس أمس.",
        "أغلقت الشرطة الباكستانية الطرق عقب هجوم على نقطة تفتيش في بيشاور أمس أدى إلى مقتل خمسة.",
        "وصلت قوات الجيش إلى القرية بعد هجوم أوقع 12 قتيلاً في ولاية بلاتو أمس.",
        "طوقت قوات الأمن المكان إثر انفجار عبوة ناسفة في كركوك أمس أدى إلى مقتل مدني.",
        "فتحت السلطات تحقيقاً في مقتل صحفي بالرصاص في بنغازي أمس.",
    ],
)
def test_who_came_did_not_do_it(text: str) -> None:
    assert sides(one(text))[0] is None


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("هاجم مسلحون نقطة للجيش في ولاية بلاتو أمس بعد وصول قوات إلى القرية.", "unknown gunmen"),
        ("أطلقت قوات الاحتلال النار على حافلة قرب نابلس بعد هجوم أمس.", "Israel"),
        ("داهمت الشرطة العراقية منزلاً في البصرة إثر شكوى أمس.", "Iraqi police"),
    ],
)
def test_who_did_it_stays(text: str, by: str) -> None:
    assert sides(one(text))[0] == by


@pytest.mark.parametrize(
    ("text", "kinds", "dead"),
    [
        ("اعتقلت الشرطة خمسة أشخاص بعد مقتل رجل في كركوك أمس.", ["arrest", "assassination"], (1, 1)),
        ("نفذت القوات حملة تفتيش بعد مقتل ضابط في الرمادي أمس.", ["raid", "attack"], (1, 1)),
        ("داهمت القوات منازل في القرية إثر مقتل ثلاثة جنود في الرمادي أمس.", ["raid", "attack"], (3, 3)),
    ],
)
def test_what_a_measure_answers(text: str, kinds: list[str], dead: tuple[int, int]) -> None:
    got = claims(text)
    assert [c.event_type.value for c in got] == kinds
    assert low_high(got[0].fatalities) is None
    assert low_high(got[1].fatalities) == dead


@pytest.mark.parametrize(
    ("text", "kind", "dead"),
    [
        ("فرق الدفاع المدني انتشلت جثتين إثر انفجار سيارة مفخخة في حي الكرادة أمس.", "vehicle_bomb", (2, 2)),
        ("انتشلت فرق الإنقاذ جثتي طفلين من تحت الأنقاض بعد غارة على حي طريق الباب أمس.", "airstrike", (2, 2)),
        ("انتشال 12 جثة من تحت أنقاض مبنى قصفه الطيران الروسي في أريحا.", "airstrike", (12, 12)),
        ("انتشل الدفاع المدني جثامين سبعة مدنيين جراء قصف منزل في خان يونس.", "shelling", (7, 7)),
        ("عثر أمس على جثة رجل مجهول الهوية في تعز بعد هجوم وقع يوم الجمعة.", "other", (1, 1)),
    ],
)
def test_bodies_and_what_struck(text: str, kind: str, dead: tuple[int, int]) -> None:
    claim = one(text)
    assert claim.event_type.value == kind
    assert low_high(claim.fatalities) == dead


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("أصيب خبير متفجرات أمس أثناء محاولته تفكيك عبوة ناسفة زرعها مسلحون شرق بعقوبة.", "reported"),
        ("قتل اثنان من فريق الهندسة أثناء محاولتهما إبطال مفعول لغم في مأرب أمس.", "reported"),
        ("تمكنت فرق الهندسة من تفكيك عبوة ناسفة خلال عملية في تكريت أمس.", "foiled"),
    ],
)
def test_sappers_at_work(text: str, modality: str) -> None:
    assert one(text).modality.value == modality


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("اقتحمت القوات الإسرائيلية قرى وبلدات بيت ريما ودير غسانة شمال رام الله، دون أن يبلغ عن اعتقالات.", "raid"),
        ("اقتحمت الشرطة العراقية منزلاً في البصرة أمس.", "raid"),
        ("اقتحمت قوات الاحتلال مخيم بلاطة وأصابت شابين بالرصاص أمس.", "attack"),
        ("اقتحمت القوات الإسرائيلية مواقع لحماس في جباليا أمس.", "attack"),
        ("اقتحم مسلحون مجهولون منزلاً في البصرة أمس.", "attack"),
    ],
)
def test_homes_and_towns_entered(text: str, kind: str) -> None:
    assert one(text).event_type.value == kind


@pytest.mark.parametrize(
    ("text", "dead", "hurt"),
    [
        ("قُتل ثلاثة مدنيين فيما أصيب 20 بجروح خلال هجوم بطائرة مسيرة شنته قوات الدعم السريع أمس على الفاشر.", (3, 3), (20, 20)),
        ("قتل شخصان فيما أصيب ثالث بجروح بانفجار لغم أرضي في ريف حماة أمس.", (2, 2), (1, 1)),
    ],
)
def test_killed_while_others_were_hurt(text: str, dead: tuple[int, int], hurt: tuple[int, int]) -> None:
    claim = one(text)
    assert (low_high(claim.fatalities), low_high(claim.injuries)) == (dead, hurt)


def test_hurt_elsewhere_is_another_event() -> None:
    got = claims("قتل جندي في هجوم على حاجز في سرت أمس، فيما أصيب ثلاثة مدنيين بانفجار لغم في بنغازي.")
    assert [c.event_type.value for c in got] == ["attack", "ied"]


@pytest.mark.parametrize(
    ("text", "on"),
    [
        ("دارت اشتباكات في مخيم بلاطة أمس أسفرت عن إصابات بصفوف الفلسطينيين.", "civilians"),
        ("اعتقلت السلطات التركية عشرات السوريين في اسطنبول أمس.", "civilians"),
        ("قتل خمسة من الجنود اليمنيين أمس بغارة على صعدة.", "Yemeni government forces"),
    ],
)
def test_people_of_a_nation(text: str, on: str) -> None:
    assert sides(one(text))[1] == on


def test_a_network_that_tells_was_not_found() -> None:
    text = (
        "من جهة أخرى، كشفت شبكة أطباء السودان، في حوادث سابقة، أن قصفاً مدفعياً من قوات الدعم السريع على أحياء الفاشر أسفر عن مقتل 13 مدنياً."
    )
    assert [c.event_type.value for c in claims(text)] == ["shelling"]


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("عثر أمس على ثلاثة أشخاص مقتولين بالرصاص في سيارة قرب طفس.", (3, 3)),
        ("عثر على شاب مقتولاً بطلق ناري في طفس أمس.", (1, 1)),
        ("عثر على أربعة رعاة مقتولين في بادية السخنة بعد أيام من خطفهم على يد مسلحين.", (4, 4)),
        ("عثر أمس على ثلاثة أشخاص أحياء في سيارة قرب طفس بعد هجوم.", None),
    ],
)
def test_found_dead_by_their_wounds(text: str, dead: tuple[int, int] | None) -> None:
    assert [low_high(c.fatalities) for c in claims(text)][:1] == [dead]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("تم اغتيال 11 مدنياً في قرية قرب مينكا أمس على يد مسلحين مجهولي الهوية.", "attack"),
        ("اغتال مسلحون مجهولون القاضي وثلاثة من حراسه في عدن أمس.", "assassination"),
        ("اغتال مجهولون شيخاً ونجله في بلدة الصور أمس.", "assassination"),
    ],
)
def test_many_are_not_sought_out(text: str, kind: str) -> None:
    assert one(text).event_type.value == kind
