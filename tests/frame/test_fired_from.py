"""Whose shells, arrests and strikes they were: from whose positions, by whom behind the object, who answers for them."""

from __future__ import annotations

import pytest

from waqai.pipeline import code_text


def doers(text: str, day: str = "2022-07-11") -> list[tuple[str, str | None, str | None]]:
    claims = code_text(text, published=day).claims
    return [(str(c.event_type), c.perpetrator.name_en if c.perpetrator else None, c.target.name_en if c.target else None) for c in claims]


@pytest.mark.parametrize(
    ("place", "name"),
    [
        ("قاعدة تركية مجاورة", "Turkish armed forces"),
        ("مواقع قوات النظام", "Syrian regime forces"),
        ("نقاط تمركز قوات النظام", "Syrian regime forces"),
        ("مناطق سيطرة قسد", "SDF"),
        ("مواقع تسيطر عليها قوات سوريا الديمقراطية", "SDF"),
        ("معسكر للجيش التركي", "Turkish armed forces"),
    ],
)
@pytest.mark.parametrize(
    "text",
    [
        "سقطت ثلاث قذائف مدفعية أطلقت من {p} على كروم القرية أمس وأدت إلى مقتل امرأة.",
        "أصيب ثلاثة مدنيين بقذائف أُطلقت من {p} على بلدة مارع أمس.",
        "تعرضت بلدة مارع أمس لقصف مدفعي من {p}.",
        "سقط صاروخ على بلدة مارع أمس أطلق من {p}.",
    ],
)
def test_shells_are_the_partys_whose_positions_they_came_from(text: str, place: str, name: str) -> None:
    told = doers(text.format(p=place))
    assert told[0][1] == name
    assert told[0][2] != name


@pytest.mark.parametrize(
    "text",
    [
        "سقطت ثلاث قذائف أطلقت من مكان مجهول على كروم القرية أمس.",
        "سقط صاروخ أطلق من شمال المدينة على موقع لقوات النظام قرب مارع أمس.",
        "سقطت قذيفة على بلدة مارع أمس بعد انسحاب قسد من المنطقة.",
    ],
)
def test_shells_of_nobody(text: str) -> None:
    assert doers(text)[0][1] in (None, "unknown gunmen")


@pytest.mark.parametrize(
    ("armies", "name"),
    [("الجيشان التركي والوطني السوري", "Turkish armed forces"), ("الجيشان السوري والروسي", "Syrian regime forces")],
)
def test_two_armies_in_one_word(armies: str, name: str) -> None:
    assert doers(f"قصف {armies} مواقع تنظيم داعش في ريف حماة أمس.", "2020-05-01")[0][1:] == (name, "ISIS")


@pytest.mark.parametrize(("force", "name"), [("قوات الأمن المصرية", "Egyptian security forces"), ("قوات النظام", "Syrian regime forces")])
def test_who_answers_for_those_counted(force: str, name: str) -> None:
    told = doers(f"وثقت المنظمة خلال مايو الماضي 11 حالة قتل على يد مجهولين و46 حالة اعتقال قالت إن {force} مسؤولة عنها.")
    assert [(p, t) for kind, p, t in told if kind == "arrest"] == [(name, "civilians")]
    assert [p for kind, p, _ in told if kind == "attack"] == ["unknown gunmen"]


def test_those_who_attack_a_patrol_arrest_nobody() -> None:
    told = doers("هاجم مجهولون دورية من الشرطة العراقية قرب المدينة أمس، وتم إلقاء القبض على شخصين.")
    assert all(p != "unknown gunmen" for kind, p, _ in told if kind == "arrest")


@pytest.mark.parametrize("opening", ["", "عاجل | "])
def test_the_topic_of_a_headline_holds_those_it_holds(opening: str) -> None:
    told = doers(f"{opening}حاجز الأمن الداخلي على طريق مدينة الباب يعتقل رجلين قادمين من مناطق قسد.", "2025-09-27")
    assert told[0][1] != "SDF"


def test_the_enemy_of_the_guerrilla() -> None:
    told = doers("المركز الإعلامي لقوات الدفاع الشعبي (HPG): استشهد رفيقنا جودي أمس حين استهدفته مسيّرة للعدو في خاكورك.")
    assert told == [("airstrike", "Turkish armed forces", "PKK")]
