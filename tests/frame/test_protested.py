"""The target of a protest is the party named after "against"; what it is about is none."""

from __future__ import annotations

from frame_text import claims, one, sides

from waqai.pipeline import code_text


def test_the_party_after_against_is_the_target() -> None:
    assert sides(one("خرج أهالي مدينة الباب في مظاهرة ضد وجود القوات التركية.")) == ("residents", "Turkish armed forces")


def test_the_party_after_against_does_not_protest_itself() -> None:
    assert sides(one("تظاهر المئات في السويداء ضد هيئة تحرير الشام يوم الجمعة.")) == ("residents", "HTS")


def test_what_a_protest_is_about_is_no_target() -> None:
    told = claims("قطع محتجون الطريق في أريحا احتجاجا على مقتل شاب برصاص مسلحين.")
    assert [sides(c) for c in told if c.event_type == "protest"] == [("residents", None)]


def test_a_force_that_disperses_a_protest_does_not_protest() -> None:
    text = "خرج أهالي تل براك في مظاهرة أمس احتجاجا على انقطاع المياه، وفرقت قوات الأسايش الاحتجاج بالرصاص وأصابت متظاهرا."
    told = [c for c in code_text(text, published="2024-05-15").claims if str(c.event_type) == "protest"]
    assert told
    assert all(c.perpetrator is not None and c.perpetrator.name_en == "residents" for c in told)
