"""Whose the dead were, told behind them; persons that fall; and nobody who was hurt, told with a verb."""

import pytest
from frame_text import claims, low_high, one, sides


@pytest.mark.parametrize(
    ("text", "hit"),
    [
        ("ضربت مسيّرات معسكراً قرب أم درمان وأوقعت عشرات القتلى والجرحى في صفوف الجيش السوداني.", "Sudanese army"),
        ("شهدت مدينة مأرب هجوماً بطائرات مسيّرة على مواقع عسكرية، ما أوقع خمسة قتلى في صفوف الحوثيين.", "Houthis"),
        ("وكان جنديان قُتلا الخميس في هجوم مسلح قرب مدينة كيدال في مالي.", "Malian army"),
        ("وكان شرطيان قتلا الأربعاء في هجوم بالرشاشات على دوريتهما في العريش.", "Egyptian police"),
    ],
)
def test_who_was_hit(text: str, hit: str) -> None:
    assert sides(one(text))[1] == hit


def test_the_attackers_lose_men() -> None:
    c = one("شن الحوثيون هجوماً على مواقع الجيش اليمني في مأرب، ما أدى إلى سقوط قتلى في صفوف الحوثيين.")
    assert sides(c)[0] == "Houthis"


@pytest.mark.parametrize("who", ["ستة ضباط", "6 من ضباط الجيش السوداني", "ثلاثة شرطيين"])
def test_persons_fall(who: str) -> None:
    dead = one(f"أعلنت وزارة الدفاع السودانية سقوط {who} في اشتباكات وقعت في أم درمان.").fatalities
    assert low_high(dead) == ((3, 3) if "ثلاثة" in who else (6, 6))


@pytest.mark.parametrize(
    ("tail", "killed"),
    [
        ("من دون أن يسفر هجومهم عن وقوع ضحايا", (0, 0)),
        ("دون أن يؤدي القصف إلى سقوط قتلى أو جرحى", (0, 0)),
        ("دون أن يتسنى التأكد من وقوع ضحايا", None),
    ],
)
def test_nobody_was_hurt(tail: str, killed: tuple[int, int] | None) -> None:
    assert low_high(one(f"شن مسلحون قصفاً صاروخياً على قاعدة بنينا الجوية في بنغازي أمس، {tail}.").fatalities) == killed


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("اندلعت اشتباكات عنيفة جنوبي مدينة الزاوية أمس بين مجموعتين مسلحتين.", "South of Zawiya"),
        ("قُتل سبعة من الحوثيين في غارة جوية بمديرية مقبنة.", "Maqbanah"),
    ],
)
def test_an_adjective_is_no_village(text: str, place: str) -> None:
    (c,) = claims(text)
    assert c.place is not None
    assert c.place.name_en == place
