"""Who took a place ``from it``, whose the bare army is, whose the aircraft are, who pursues whom, what a text says nobody knows."""

from __future__ import annotations

import pytest

from waqai.pipeline import code_text


def doers(text: str, day: str = "2019-05-10") -> list[tuple[str, str | None, str | None]]:
    claims = code_text(text, published=day).claims
    return [(str(c.event_type), c.perpetrator.name_en if c.perpetrator else None, c.target.name_en if c.target else None) for c in claims]


@pytest.mark.parametrize("opening", ["لم يبق في يد تنظيم داعش سوى جيب صغير", "خسر تنظيم داعش مزيداً من الأراضي"])
@pytest.mark.parametrize(
    ("verb", "taker", "name"),
    [
        ("انتزعت منه", "قوات سوريا الديمقراطية", "SDF"),
        ("استعادت منه", "القوات العراقية", "Iraqi security forces"),
        ("انتزع منه", "الجيش السوري", "Syrian regime forces"),
    ],
)
def test_whoever_stands_behind_from_it_took_the_place(opening: str, verb: str, taker: str, name: str) -> None:
    assert doers(f"{opening}، بعدما {verb} {taker} أمس قرية الباغوز.") == [("seizure_of_territory", name, "ISIS")]


def test_a_plain_seizure_keeps_its_subject() -> None:
    assert doers("انتزعت قوات سوريا الديمقراطية أمس قرية الباغوز من تنظيم داعش.") == [("seizure_of_territory", "SDF", "ISIS")]


@pytest.mark.parametrize(
    "first",
    ["أغارت مقاتلات روسية على سوق في سراقب بريف إدلب صباح اليوم.", "قصفت طائرات روسية بلدة سلمى في ريف اللاذقية فجر اليوم."],
)
@pytest.mark.parametrize("army", ["الجيش", "وحدات من الجيش", "وحدات الجيش"])
def test_anothers_aircraft_do_not_make_the_army(first: str, army: str) -> None:
    verb = "سيطر" if army == "الجيش" else "سيطرت"
    told = doers(f"{first} و{verb} {army} أمس على قرية في ريف حماة.", "2016-05-10")
    assert [p for t, p, _ in told if t == "seizure_of_territory"] == ["Syrian regime forces"]


def test_an_army_named_before_is_meant_again() -> None:
    told = doers("قصف الجيش التركي قرية في ريف عفرين أمس. وقال الجيش إن جنديا أصيب بقذيفة سقطت على موقع قرب عفرين.", "2018-02-10")
    assert told[-1][2] == "Turkish armed forces"


@pytest.mark.parametrize(("nation", "name"), [("أميركية", "US forces"), ("تركية", "Turkish armed forces"), ("إسرائيلية", "Israel")])
@pytest.mark.parametrize(
    "aircraft",
    ["طائرات من دون طيار {n}", "مقاتلات وطائرات من دون طيار {n}", "مقاتلات وطائرات بدون طيار {n}", "طائرة مسيّرة {n} من دون طيار"],
)
def test_the_nation_behind_pilotless_aircraft(aircraft: str, nation: str, name: str) -> None:
    told = doers(f"قصفت {aircraft.format(n=nation)} مقراً لتنظيم داعش قرب الشدادي أمس.")
    assert told == [("airstrike", name, "ISIS")]


@pytest.mark.parametrize(
    "text",
    [
        "انفجرت عبوة ناسفة بسيارة ضابط في مدينة عدن أمس، وقال مصدر أمني إن الفاعل مجهول.",
        "قتل تاجر بالرصاص في البصرة أمس، ولم تعرف هوية القاتل.",
        "قتل تاجر بالرصاص في البصرة أمس، ولا تزال هوية الفاعلين مجهولة.",
        "قتل تاجر بالرصاص في البصرة أمس، دون معرفة هوية الفاعلين.",
        "عثر على جثة شاب مقيد اليدين مقتولا بالرصاص قرب نافعة أمس، ولم تعرف الجهة التي قتلته.",
        "تعرضت دورية للشرطة لإطلاق نار من سيارة مجهولة في البصرة أمس.",
        "تعرض حاجز للجيش لإطلاق نار من مصدر مجهول في البصرة أمس.",
        "انفجار لغم زرعه مجهولون بسيارة للجيش في درعا أمس أدى إلى مقتل جندي.",
        "نسف مجهولون بعبوات ناسفة فجر أمس جزءا من خط أنابيب في بلدة سارافينا.",
    ],
)
def test_whom_the_text_says_nobody_knows(text: str) -> None:
    assert doers(text)[0][1] == "unknown gunmen"


@pytest.mark.parametrize(
    "text",
    [
        "قتل تاجر بالرصاص في البصرة أمس، ولم تتبن أي جهة قتله.",
        "انفجرت عبوة ناسفة بسيارة ضابط في مدينة عدن أمس، ولم تكشف السلطات عن الجناة.",
        "قتل شاب بالرصاص في البصرة أمس، ولم تعرف هوية القتيل.",
        "سقطت قذيفة على حي القصاع بدمشق أمس، ولم تعرف الجهة التي أطلقتها.",
        "انفجر لغم من مخلفات تنظيم داعش بسيارة في ريف حماة أمس.",
    ],
)
def test_nothing_said_of_the_doer(text: str) -> None:
    assert doers(text)[0][1] is None


def test_those_disarmed_do_not_launch_the_campaign() -> None:
    told = doers("أعلنت قيادة العمليات المشتركة في العاشر من نيسان انطلاق حملة لتجريد العشائر من أسلحتها في ميسان.")
    assert told[0][:2] == ("strategic_development", "Iraqi security forces")


@pytest.mark.parametrize(
    ("party", "day", "name"),
    [
        ("جماعة ماوتي", "2017-06-18", "Maute group"),
        ('منشقين عن "فارك"', "2024-08-13", "FARC dissidents"),
        ("فصيل منشق عن حركة فارك", "2024-08-13", "FARC dissidents"),
        ("الجبهة الإسلامية", "2013-12-09", "Islamic Front"),
        ("كتيبة عقبة بن نافع", "2016-05-10", "Uqba ibn Nafi Battalion"),
        ("جند الخلافة", "2017-06-08", "Jund al-Khilafah"),
        ("عرين الأسود", "2022-10-10", "Lions' Den"),
    ],
)
def test_parties_by_name(party: str, day: str, name: str) -> None:
    to = "لل" + party[2:] if party.startswith("ال") else "ل" + party
    assert doers(f"قتل خمسة جنود في هجوم {to} أمس.", day)[0][1] == name


def test_aircraft_told_of_twice_are_still_no_army() -> None:
    told = doers(
        "قصفت المقاتلات الروسية بلدة سلمى في ريف اللاذقية فجر اليوم. وأغارت طائرات روسية على سراقب في إدلب ظهراً. "
        "وسيطرت وحدات من الجيش مساء أمس على قرية في ريف حماة.",
        "2016-05-10",
    )
    assert [p for kind, p, _ in told] == ["Russian forces", "Russian forces", "Syrian regime forces"]
