"""A news item about one body's report tells its items by the report; others and the outlet's background are their own."""

from __future__ import annotations

import pytest

from waqai.pipeline import code_text


def claimants(text: str, outlet: str | None = None) -> list[str]:
    return [c.claimant.name_en for c in code_text(text, published="2024-03-05", outlet=outlet).claims if str(c.kind) != "statement"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "أصدرت منظمة هيومن رايتس ووتش تقريرا قالت فيه إن الجيش المالي قتل 32 مدنيا في قرية سيبا في يناير الماضي.\n"
            "وفي 26 يناير قتلت ضربة بمسيرة سبعة أشخاص في قرية كونوكاسي.",
            "Human Rights Watch",
        ),
        (
            "أصدرت نقابة الصحفيين اليمنيين تقريرها عن الحريات خلال العام 2023.\n"
            "ورصد التقرير 17 حالة احتجاز لصحفيين.\n"
            "وقتل المصور أنيس الحدادي بعبوة لاصقة انفجرت في سيارته في عدن بتاريخ 9 أغسطس.",
            "Yemeni Journalists' Syndicate",
        ),
    ],
)
def test_items_of_a_report_are_its_bodys(text: str, name: str) -> None:
    assert set(claimants(text)) == {name}


def test_a_syndicates_own_text_is_the_syndicates() -> None:
    text = "أصدرت نقابة الصحفيين اليمنيين تقريرها عن عام 2023.\nوقتل مصور بعبوة لاصقة انفجرت في سيارته في عدن بتاريخ 9 أغسطس."
    assert claimants(text, outlet="نقابة الصحفيين اليمنيين") == ["Yemeni Journalists' Syndicate"]


def test_behind_another_source_the_report_is_over() -> None:
    text = (
        "أصدرت منظمة هيومن رايتس ووتش تقريرا قالت فيه إن الجيش المالي قتل 32 مدنيا في قرية سيبا في يناير الماضي.\n"
        "وقال مصدر أمني إن مسلحين هاجموا ثكنة في موبتي أمس.\n"
        "وفي غاو انفجر لغم بحافلة أمس وقتل ثلاثة مدنيين."
    )
    assert claimants(text)[-1] == "outlet/correspondent"


def test_the_outlets_background_is_its_own() -> None:
    text = (
        "أصدرت منظمة هيومن رايتس ووتش تقريرا قالت فيه إن الجيش المالي قتل 32 مدنيا في قرية سيبا في يناير الماضي.\n"
        "يذكر أن لغما انفجر بحافلة في غاو في 3 فبراير وقتل ثلاثة مدنيين."
    )
    assert claimants(text)[-1] == "outlet/correspondent"
