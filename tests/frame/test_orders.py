"""The same happening in every order of words, for every party and target: nothing but the names may change."""

from __future__ import annotations

from itertools import product

import pytest
from frame_text import claims, low_high, sides

PLACE = "قرب بلدة الزهراء"
# as subject, behind ``ل``, canonical name, ending of a verb before it
DOERS = [
    ("الجيش السوداني", "للجيش السوداني", "Sudanese army", ""),
    ("قوات الدعم السريع", "لقوات الدعم السريع", "RSF", "ت"),
    ("القوات التركية", "للقوات التركية", "Turkish armed forces", "ت"),
    ("جماعة نصرة الإسلام والمسلمين", "لجماعة نصرة الإسلام والمسلمين", "JNIM", "ت"),
    ("مسلحون مجهولون", "لمسلحين مجهولين", "unknown gunmen", ""),
]
TARGETS = [
    ("دورية للشرطة العراقية", "Iraqi police"),
    ("حاجز لقوات سوريا الديمقراطية", "SDF"),
    ("رتل للجيش المالي", "Malian army"),
    ("مركز للشرطة الصومالية", "Somali police"),
]
RESULTS = [
    "ما أدى إلى مقتل أربعة أشخاص وإصابة سبعة",
    "أسفر عن سقوط أربعة قتلى وسبعة جرحى",
    "مخلفاً أربعة قتلى وسبعة جرحى",
    "فقتل أربعة وجرح سبعة آخرون",
]
ORDERS = [
    "هاجم{f} {doer} {target} {place}، {result}.",
    "هجوم {of} على {target} {place} أمس، {result}.",
    "شن{f} {doer} هجوماً على {target} {place}، {result}.",
    "تعرض {target} {place} لهجوم شن{f}ه {doer}، {result}.",
    "قُتل أربعة أشخاص وأصيب سبعة في هجوم {of} على {target} {place}.",
]


@pytest.mark.parametrize("order", ORDERS)
def test_an_attack_in_every_order(order: str) -> None:
    for (doer, of, perpetrator, f), (target, hit), result in product(DOERS, TARGETS, RESULTS):
        text = order.format(doer=doer, of=of, f=f, target=target, place=PLACE, result=result)
        (c,) = claims(text)
        assert (str(c.event_type), sides(c)) == ("attack", (perpetrator, hit)), text
        assert (low_high(c.fatalities), low_high(c.injuries)) == ((4, 4), (7, 7)), text
        assert c.place is not None, text
        assert c.place.name_ar == "الزهراء", text


@pytest.mark.parametrize(
    ("order", "kind"),
    [
        ("انفجرت عبوة ناسفة بـ{target} {place}، ما أدى إلى مقتل أربعة وإصابة سبعة.", "ied"),
        ("فجر انتحاري نفسه قرب {target} {place}، ما أدى إلى مقتل أربعة وإصابة سبعة.", "suicide_bombing"),
        ("قُتل أربعة وأصيب سبعة بانفجار لغم ب{target} {place}.", "ied"),
    ],
)
def test_a_bomb_that_nobody_laid_by_name(order: str, kind: str) -> None:
    for target, hit in TARGETS:
        text = order.format(target=target, place=PLACE)
        (c,) = claims(text)
        assert (str(c.event_type), sides(c)) == (kind, (None, hit)), text
        assert (low_high(c.fatalities), low_high(c.injuries)) == ((4, 4), (7, 7)), text


VICTIMS = [("ثلاثة مدنيين", "civilians", 3), ("أربعة من عناصر الجيش المالي", "Malian army", 4), ("سبعة صحفيين", "civilians", 7)]
DEEDS = [("قتل", "قتلت", "قتلوا", "killed"), ("اعتقل", "اعتقلت", "اعتقلوا", "captured"), ("خطف", "خطفت", "خطفوا", "captured")]


@pytest.mark.parametrize(
    "order",
    ["{v} {doer} {victims} {place} أمس.", "{doer} {sv} {victims} {place} أمس.", "قال مصدر محلي إن {oblique} {sv} {victims} {place} أمس."],
)
def test_harm_in_every_order(order: str) -> None:
    for (doer, of, perpetrator, f), (victims, hit, n), (he, she, they, role) in product(DOERS, VICTIMS, DEEDS):
        plural = doer.startswith("مسلحون")
        text = order.format(
            v=she if f else he,
            sv=they if plural else (she if f else he),
            doer=doer,
            oblique=of[1:] if plural else doer,
            victims=victims,
            place=PLACE,
        )
        (c,) = claims(text)
        assert sides(c) == (perpetrator, hit), text
        assert low_high(c.fatalities if role == "killed" else c.captured) == (n, n), text
