"""Bodies taken from what was just struck are the dead already told; more of them, or those of an earlier blow, are not."""

import pytest
from frame_text import claims, low_high, one


@pytest.mark.parametrize("whence", ["السيارة المستهدفة", "تحت أنقاض المبنى", "تحت الركام"])
@pytest.mark.parametrize("found", ["وانتشلت فرق الإسعاف جثتين من", "وقال المسعفون إنهم عثروا على جثة في"])
def test_the_dead_already_told(found: str, whence: str) -> None:
    c = one(f"قتل ثلاثة أشخاص بغارة إسرائيلية على مبنى في بلدة عنقون. {found} {whence}.")
    assert low_high(c.fatalities) == (3, 3)


@pytest.mark.parametrize(
    "found", ["وانتشلت الفرق 15 جثة من تحت الأنقاض في مدينة خان يونس", "وعثر الأهالي على جثة شاب مجهول الهوية في بلدة الشحيل"]
)
def test_others(found: str) -> None:
    assert len(claims(f"قتل ثلاثة أشخاص بغارة إسرائيلية على مبنى في رفح. {found}.")) == 2


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("عثر سكان على الشاب رامي فارس مقتولاً في دكانه بحي الأربعين في مدينة حماة.", 1),
        ("عُثر على عنصر من قسد مقتولاً في بادية الشحيل.", 1),
        ("عُثر على شابين مقتولين على طريق السويداء.", 2),
    ],
)
def test_found_dead(text: str, dead: int) -> None:
    assert low_high(one(text).fatalities) == (dead, dead)
