"""The grammar of the verb and the noun once more: who acts, whom an attack belongs to, who is driven out."""

from __future__ import annotations

import pytest
from frame_text import claims, one, sides


@pytest.mark.parametrize("victim", ["وزيرا", "سفيرا", "دبلوماسيا"])
def test_a_nominative_with_an_accusative_behind_it_acts(victim: str) -> None:
    (claim,) = claims(f"اغتال مسلحون {victim} في مدينة عدن.")
    assert sides(claim)[0] == "unknown gunmen"
    assert sides(claim)[1] != "unknown gunmen"


def test_gunmen_killed_in_a_strike_do_not_act() -> None:
    (claim,) = claims("قُتل مسلحون فجرا في غارة للجيش السوداني على مليط.")
    assert sides(claim)[0] == "Sudanese army"


@pytest.mark.parametrize("teller", ["الشرطة الصومالية", "الحكومة الصومالية"])
def test_an_attack_is_the_partys_behind_its_preposition(teller: str) -> None:
    (claim,) = claims(f"أعلنت {teller} سقوط أربعة قتلى في هجوم لحركة الشباب قرب أفجويي.")
    assert sides(claim)[0] == "al-Shabaab"


def test_who_beats_an_attack_back_was_attacked() -> None:
    (claim,) = claims("أعلن الجيش الصومالي إحباط هجوم لحركة الشباب قرب أفجويي.")
    assert sides(claim) == ("al-Shabaab", "Somali army")


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("طرد الجيش السوداني قوات الدعم السريع من بارا.", ("Sudanese army", "RSF")),
        ("تمكن الجيش من دحر مليشيا الدعم السريع من بلدة أم صميمة بالسودان.", ("Sudanese army", "RSF")),
    ],
)
def test_who_is_driven_out_lost_the_place(text: str, pair: tuple[str, str]) -> None:
    assert [sides(c) for c in claims(text)] == [pair]


@pytest.mark.parametrize("whom", ["ناشطين", "ناشطا", "مسؤولين حكوميين"])
def test_who_is_quoted_elsewhere_is_the_object(whom: str) -> None:
    (claim,) = claims(f"اعتقلت مليشيا الحوثي {whom} في صنعاء.")
    assert sides(claim)[0] == "Houthis"
    assert sides(claim)[1] in ("civilians", "local officials")


@pytest.mark.parametrize(("a", "b"), [("الجيش السوداني", "قوات الدعم السريع"), ("اللواء 444", "جهاز الردع")])
def test_two_who_exchange_fire_clash(a: str, b: str) -> None:
    place = "الأبيض" if "السوداني" in a else "طرابلس"
    (claim,) = claims(f"تبادل {a} و{b} إطلاق النار في {place}.")
    assert claim.event_type == "armed_clash"


def test_who_is_said_to_hold_a_camp_is_hit_there() -> None:
    text = "قصفت مقاتلات التحالف معسكر اللواء 12 في لحج، الذي تسيطر عليه قوات الانتقالي."
    hit = [sides(c) for c in claims(text) if c.event_type == "airstrike"]
    assert hit == [("Saudi-led coalition", "Southern Transitional Council forces")]


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("تم استهداف المسعفين والقوات الأمنية بالرصاص في ناحية العبارة.", "civilians"),
        ("فيما تم استهداف دورية للشرطة والجيش بعبوة في ديالى.", "Iraqi police"),
        ("جرى استهداف عناصر الدفاع المدني والشرطة بغارة في حمص.", "civil defence volunteers"),
    ],
)
def test_all_behind_an_aiming_that_was_done_are_hit(text: str, target: str) -> None:
    assert sides(one(text)) == (None, target)


def test_who_aimed_is_named_behind() -> None:
    assert sides(one("تم استهداف دورية للشرطة من قبل عناصر داعش في ديالى."))[0] == "ISIS"


def test_what_is_condemned_was_told() -> None:
    text = (
        "قُتل 24 شخصاً بقصف مدفعي للدعم السريع على السوق في الفاشر أمس.\n"
        "وأدانت نقابة الأطباء، اليوم، بشدة، المجزرة التي ارتكبتها الدعم السريع جراء القصف على المدينة."
    )
    assert one(text).fatalities is not None


@pytest.mark.parametrize(
    "text",
    [
        "أفشلت قوات الجيش ورجال القبائل، مساء الخميس، هجمات للانقلابيين على تلال غرب مأرب.",
        "أفشلت قوات الجيش هجوماً للحوثيين جنوب مأرب.",
        "صدت قوات الجيش والقبائل، فجر اليوم، هجوماً للحوثيين جنوب مأرب.",
    ],
)
def test_the_attack_beaten_back_is_the_other_s(text: str) -> None:
    assert sides(one(text)) == ("Houthis", "Yemeni government forces")
