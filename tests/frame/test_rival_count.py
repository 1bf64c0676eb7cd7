"""A number set against a party's by somebody who does not stand beside it: a second version; among watchers: from the least to the most."""

import pytest
from frame_text import claims, one


@pytest.mark.parametrize(
    "told",
    [
        "لكن مصدراً طبياً قال إن القتلى سبعة.",
        "في حين تحدث مصدر طبي عن سبعة قتلى.",
        "ورفع مصدر طبي العدد إلى سبعة قتلى.",
    ],
)
def test_against_a_party(told: str) -> None:
    text = "قالت وزارة الدفاع إن أربعة جنود قُتلوا بهجوم لحركة الشباب على قاعدة في بلدوين أمس. " + told
    assert sorted(c.fatalities.best for c in claims(text) if c.fatalities and c.fatalities.best is not None) == [4, 7]


def test_two_who_watch() -> None:
    c = one("قُتل أربعة مدنيين بغارة على سوق في عقيربات أمس، بحسب الدفاع المدني. وقال المرصد السوري إن القتلى سبعة.")
    assert c.fatalities is not None
    assert (c.fatalities.low, c.fatalities.high) == (4, 7)
