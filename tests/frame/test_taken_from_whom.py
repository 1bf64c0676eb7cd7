"""From whom a force took a place; blame that is no blame for this event; totals and dead that have no doer of their own."""

from __future__ import annotations

import pytest

from waqai.pipeline import code_text


def doers(text: str, day: str = "2018-07-22") -> list[tuple[str, str | None, str | None]]:
    claims = code_text(text, published=day).claims
    return [(str(c.event_type), c.perpetrator.name_en if c.perpetrator else None, c.target.name_en if c.target else None) for c in claims]


@pytest.mark.parametrize(
    ("verb", "force", "taker", "foe", "loser", "place", "day"),
    [
        ("استعادت", "القوات الحكومية", "Yemeni government forces", "الحوثيين", "Houthis", "مدينة المخا", "2017-02-01"),
        ("انتزعت", "القوات العراقية", "Iraqi security forces", "تنظيم داعش", "ISIS", "مدينة تلعفر", "2017-08-28"),
        ("استعاد", "الجيش", "Iraqi army", "تنظيم داعش", "ISIS", "بلدة القيارة", "2016-08-28"),
        (
            "انتزعت",
            "القوات النظامية",
            "Syrian regime forces",
            "فصائل المعارضة",
            "Syrian opposition factions",
            "بلدة خان طومان",
            "2016-08-28",
        ),
        ("استعادت", "القوات المشتركة", "Yemeni Joint Forces", "الحوثيين", "Houthis", "بلدة حيس", "2021-11-28"),
    ],
)
def test_a_force_takes_a_place_from_another(verb: str, force: str, taker: str, foe: str, loser: str, place: str, day: str) -> None:
    assert doers(f"{verb} {force} من {foe} {place} أمس.", day) == [("seizure_of_territory", taker, loser)]
    assert doers(f"{verb} {force} {place} من {foe} أمس.", day) == [("seizure_of_territory", taker, loser)]


def test_soldiers_of_an_army_are_still_its_own() -> None:
    assert doers("قتل مسلحون جنوداً من الجيش العراقي قرب القيارة أمس.", "2016-08-28")[0][2] == "Iraqi army"
    assert doers("سيطرت قوات من الجيش العراقي على بلدة القيارة أمس.", "2016-08-28")[0][1] == "Iraqi army"


@pytest.mark.parametrize(
    "blame",
    [
        "واتهمت الفصائل خلايا تنظيم الدولة أو الوحدات الكردية بالوقوف خلف التفجيرات.",
        "وعادة ما تتهم الفصائل قسد بالوقوف خلف هذه التفجيرات.",
        "وتتكرر التفجيرات في المنطقة وتتهم تركيا الوحدات الكردية بالوقوف وراءها.",
    ],
)
def test_blame_that_is_for_no_one_event(blame: str) -> None:
    assert doers(f"انفجرت عبوة ناسفة أمس في الباب وأسفرت عن مقتل امرأة. {blame}")[0][1] is None


def test_blame_for_the_event() -> None:
    told = doers("انفجرت سيارة مفخخة أمس في عفرين وقتلت امرأة. واتهمت وزارة الدفاع التركية الوحدات الكردية بالوقوف وراء التفجير.")
    assert told[0][1] == "YPG"


@pytest.mark.parametrize(("party", "name"), [("تنظيم القاعدة", "AQAP"), ("مليشيا الحوثي", "Houthis")])
@pytest.mark.parametrize("making", ["العبوة من صنع وزرع {p}", "العبوة من صنع {p}", "العبوة زرعها {p}"])
def test_of_whose_making_a_device_is(making: str, party: str, name: str) -> None:
    said = f"وقال الناطق باسم القوات الجنوبية إن {making.format(p=party)}."
    assert doers(f"قتل جنديان بانفجار عبوة ناسفة بطقمهم في مديرية مودية أمس. {said}", "2022-10-14")[0][1] == name


@pytest.mark.parametrize(
    "text",
    [
        "ارتفع عدد الصحفيين الذين اغتيلوا في تعز إلى تسعة منذ أن دخلتها القوات الحكومية في آذار 2016.",
        "بلغ عدد من قتلوا في درعا 581 شخصاً منذ سيطرة قوات النظام على المحافظة في تموز 2018.",
        "وثق المرصد مقتل 227 شخصاً في البادية منذ مطلع شباط، سقط 139 منهم في هجمات التنظيم، وأودت الألغام بالباقين.",
    ],
)
def test_the_party_of_a_date_or_a_share_made_no_total(text: str) -> None:
    assert doers(text, "2019-06-12")[0][1] is None


def test_the_dead_made_no_attack() -> None:
    told = doers(
        "مقتل جنديين في هجوم لبوكو حرام شمال شرقي نيجيريا\n"
        "قال قائد الجيش النيجيري إن جنديين وسائقا قتلوا خلال هجوم استهدف مساء أمس موقعا للجيش في بلدة غوزا."
    )
    assert told[0] == ("attack", "Boko Haram", "Nigerian army")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('مسلحان يقتحمان متحف باردو في تونس ويقتلان 22 شخصاً أمس. "داعش" يتبنى.', "ISIS"),
        ("هجوم على فندق في مقديشو أمس يوقع عشرة قتلى. حركة الشباب تتبنى.", "al-Shabaab"),
        ("هجوم على فندق في مقديشو أمس يوقع عشرة قتلى. وأعلنت الشرطة فتح تحقيق.", None),
        ("هجوم على فندق في مقديشو أمس يوقع عشرة قتلى. ولم تتبن أي جهة الهجوم.", None),
    ],
)
def test_adopted_in_so_many_words(text: str, name: str | None) -> None:
    assert doers(text)[0][1] == name


@pytest.mark.parametrize("opening", ["وقد خطفوا", "وخطفوا", "ثم خطفوا"])
@pytest.mark.parametrize(
    ("party", "name"), [("عناصر داعش", "ISIS"), ("مسلحو بوكو حرام", "Boko Haram"), ("مسلحون مجهولون", "unknown gunmen")]
)
def test_a_plural_verb_goes_on_with_the_subject_before(opening: str, party: str, name: str) -> None:
    assert doers(f"دخل {party} قرية الجورة أمس. {opening} سبعة مدنيين.")[-1] == ("abduction", name, "civilians")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("دخل عناصر داعش قرية الجورة أمس. وخطف مجهولون سبعة مدنيين.", "unknown gunmen"),
        ("قُتل عناصر من داعش في قرية الجورة أمس. وخُطف سبعة مدنيين.", None),
    ],
)
def test_a_verb_with_its_own_subject_does_not_go_on(text: str, name: str | None) -> None:
    assert [p for kind, p, _ in doers(text) if kind == "abduction"] == [name]
