"""Who may have done it: not the leader a bomber killed, but the party behind the attack people were hurt by."""

import pytest
from frame_text import one, sides


@pytest.mark.parametrize(
    ("text", "who", "whom"),
    [
        ("مقتل قيادي في قسد بتفجير انتحاري في الشحيل.", None, "SDF"),
        ("ثلاثة مدنيين أصيبوا بهجوم لتنظيم داعش في الشحيل.", "ISIS", "civilians"),
        ("سبعة جنود أُصيبوا بكمين لقسد قرب تل تمر.", "SDF", None),
        ("أصيبت دورية للجيش التركي بقذيفة قرب عفرين.", None, "Turkish armed forces"),
    ],
)
def test_sides(text: str, who: str | None, whom: str | None) -> None:
    got = sides(one(text))
    assert got[0] == who
    assert whom is None or got[1] == whom


@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        ("مقتل سائق شاحنة بانفجار سيارة مفخخة في الراعي.", "vehicle_bomb", "Tchoban Bey"),
        ("انفجرت دراجة نارية مفخخة بحافلة في الراعي ما تسبب بمقتل سائقها.", "vehicle_bomb", "Tchoban Bey"),
        ("قتل مدني بسقوط قذائف هاون على حي سكني في بلدة الشحيل.", "shelling", "Al-Shuhayl"),
        ("سقطت قذيفة على طريق زراعي قرب الشحيل وأصيب عاملان.", "shelling", "Al-Shuhayl"),
    ],
)
def test_a_driver_is_no_bomber_and_a_quarter_with_houses_has_no_name(text: str, kind: str, place: str) -> None:
    c = one(text)
    assert str(c.event_type) == kind
    assert c.place is not None
    assert c.place.name_en == place


def test_a_tractor_is_a_civilian_thing() -> None:
    c = one("انفجر لغم أرضي بجرار زراعي في بلدة الشحيل دون وقوع إصابات.")
    assert (str(c.event_type), *sides(c)) == ("ied", None, "civilians")
