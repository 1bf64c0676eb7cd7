"""Fire from both sides is nobody's; a share is the town's and not the land's it is the seat of; captions; devices laid before."""

from __future__ import annotations

import pytest
from frame_text import claims, one, sides


@pytest.mark.parametrize(
    "text",
    [
        "تسبب القصف المتبادل بين الجيش وقوات الدعم السريع بمقتل تسعة مدنيين في أم درمان أمس.",
        "أسفر قصف مدفعي متبادل بين قسد والجيش الوطني عن إصابة ثلاثة مدنيين في ريف حلب أمس.",
        "قتل خمسة مدنيين جراء القصف المدفعي والجوي المتبادل بين الجيش وقوات الدعم السريع في الخرطوم السبت.",
    ],
)
def test_mutual_shelling_has_no_doer(text: str) -> None:
    assert sides(one(text)) == (None, "civilians")


def test_whose_shelling_is_said() -> None:
    assert sides(one("تسبب قصف الجيش السوداني بمقتل تسعة مدنيين في أم درمان أمس، وسط اتهامات متبادلة بين الطرفين."))[0] == "Sudanese army"


def test_shares_of_towns_that_are_seats() -> None:
    text = (
        "أحصت منظمة محلية 900 قتيل مدني سقطوا في القصف منذ نيسان 2023. وحلت ولاية الخرطوم بمدنها الثلاث أولا بـ 600 قتيل، ثم مدينة"
        " نيالا عاصمة جنوب دارفور بـ 200 قتيل، فمدينة الفاشر عاصمة شمال دارفور بـ 100 قتيل."
    )
    told = [(c.place.name_en, c.fatalities.best) for c in claims(text)[1:] if c.place and c.fatalities]
    assert told == [("Khartoum", 600), ("Nyala", 200), ("El Fasher", 100)]


@pytest.mark.parametrize(
    ("text", "doer", "hit"),
    [
        ("فجّرت وحدات حماية الشعب عبوة كانت قد زرعتها في نقطة للجيش التركي في عفرين، فقتل جنديان.", "YPG", "Turkish armed forces"),
        ("فجّر مسلحون عبوة زرعوها على طريق دورية للشرطة في كركوك أمس فقتل شرطي.", "unknown gunmen", "Iraqi police"),
        ("انفجرت عبوة زرعها تنظيم داعش بدورية للجيش العراقي في الحويجة أمس.", "ISIS", "Iraqi army"),
    ],
)
def test_who_laid_it(text: str, doer: str, hit: str) -> None:
    assert sides(one(text)) == (doer, hit)


def test_the_patron_in_a_headline_did_not_do_it() -> None:
    text = 'ضربة تقتل أميرين مواليين لـ"القاعدة" غربي حلب\n\nقُتل، الثلاثاء، قائدان من تنظيم "حراس الدين" بضربة من مسيّرة قرب الأتارب.'
    assert sides(one(text)) == (None, "Hurras al-Din")


@pytest.mark.parametrize("credit", ["المصدر: (أ ف ب)", "(رويترز)", "تصوير: خاص", "(أرشيفية)"])
def test_captions_tell_nothing(credit: str) -> None:
    text = f"4 قتلى في اشتباكات بالزاوية الليبية\n\nقوات أمنية ليبية في طرابلس {credit}\n\nخلّفت اشتباكات مسلحة في مدينة الزاوية فجر الجمعة 4 قتلى."
    told = one(text)
    assert (sides(told), told.place.name_en if told.place else None) == ((None, None), "Zawiya")


def test_of_a_killing_found_later_somebody_is_suspected() -> None:
    told = one("عثر الأهالي على شاب مقتول داخل سيارته بمنطقة الحرشة جنوب الزاوية أمس، وهي حادثة نُسبت إلى ميليشيات محلية.")
    assert sides(told)[0] == "local militias"


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("تسبب قصف الجيش لمواقع الدعم السريع بمقتل تسعة مدنيين في أم درمان أمس.", "Sudanese army"),
        ("أدى استهداف الجيش لمواقع الحوثيين في تعز أمس إلى مقتل خمسة من عناصرهم.", "Yemeni government forces"),
        ("قتل مدني جراء قصف القوات الروسية لمقرات هيئة تحرير الشام في إدلب أمس.", "Russian forces"),
    ],
)
def test_what_an_army_shells_is_not_its_own(text: str, doer: str) -> None:
    assert sides(one(text))[0] == doer


@pytest.mark.parametrize(
    ("words", "doer"),
    [
        ("وقالت الوزارة إن الجهة التي قصفتها هي قوات قسد نفسها", "SDF"),
        ("وقال الجيش الوطني إن من قصف القرية هم عناصر قسد", "SDF"),
        ("وقالت قسد إن الذين قصفوا القرية هم عناصر الجيش الوطني", "SNA"),
    ],
)
def test_who_stands_behind_the_copula(words: str, doer: str) -> None:
    told = claims(f"قصفت قرية أم تينة في ريف دير حافر أمس ما أدى إلى مقتل سبعة مدنيين. {words}.")
    assert doer in {sides(c)[0] for c in told}
    assert not {"SDF", "SNA"} & {sides(c)[1] for c in told}
