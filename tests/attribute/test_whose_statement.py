"""Whose a statement is, who goes on by rank and name, and who calls a tale untrue: the claimant of what follows."""

from __future__ import annotations

import pytest
from tests.attribute.test_voices import claimants

from waqai import code_text


def told(text: str, published: str = "2024-05-10") -> list[tuple[str | None, str]]:
    """Claimant and modality of each claim."""
    return [(c.claimant.name_en, str(c.modality)) for c in code_text(text, published=published).claims]


@pytest.mark.parametrize(
    "statement",
    [
        "نشرة صادرة عن جماعة نصرة الإسلام والمسلمين",
        "بيان منسوب إلى جماعة نصرة الإسلام والمسلمين",
        "منشور إعلامي لجماعة نصرة الإسلام والمسلمين",
        "بلاغ أصدرته جماعة نصرة الإسلام والمسلمين",
    ],
)
def test_a_statement_is_of_whoever_issued_it(statement: str) -> None:
    assert told(f"قال {statement} إن مقاتليها قتلوا ستة من جنود الجيش المالي في كمين قرب تمبكتو.") == [("JNIM", "claimed")]
    assert told(f"قُتل ستة من جنود الجيش المالي في كمين قرب تمبكتو، بحسب {statement}.")[0][0] == "JNIM"


def test_a_statement_an_outlet_printed_is_not_its_own() -> None:
    assert claimants("قُتل أربعة مدنيين بانفجار لغم في سرت، بحسب بيان نشرته وكالة رويترز.") != ["JNIM"]


@pytest.mark.parametrize("verb", ["وأضاف", "وأردف", "وأكد", "وأوضح"])
@pytest.mark.parametrize("officer", ["العقيد سامر نجم", "العميد فؤاد", "المقدم رائد سعيد"])
def test_an_officer_named_by_his_rank_goes_on_for_his_army(verb: str, officer: str) -> None:
    text = f"أعلن المتحدث باسم الجيش الصومالي مقتل سبعة من حركة الشباب في جوهر. {verb} {officer} أن المسلحين قتلوا أربعة مدنيين في بلدوين."
    assert set(claimants(text)) == {"Somali army"}


@pytest.mark.parametrize("what", ["مقتل", "اعتقال"])
@pytest.mark.parametrize("speaker", ["الناطق باسم وزارة الداخلية العراقية", "المتحدث باسم الجيش اللبناني"])
def test_a_spokesman_is_not_of_the_party_whose_men_he_counts(speaker: str, what: str) -> None:
    assert "ISIS" not in claimants(f"أعلن {speaker} {what} تسعة من داعش في المدينة.")


@pytest.mark.parametrize("tale", ["ما تم نشره عن", "ما أشيع عن", "ما يتم تداوله حول"])
@pytest.mark.parametrize("end", ["معلومات كاذبة", "عار عن الصحة", "محض افتراء", "مجرد أكاذيب"])
def test_what_is_called_untrue_is_not_said_by_who_calls_it_so(tale: str, end: str) -> None:
    claims = told(f"قالت قوات سوريا الديمقراطية إن {tale} قصف قواتها بلدة الراعي {end}.")
    assert sorted(claims) == [("SDF", "denied"), ("social media rumours", "reported")]


@pytest.mark.parametrize("gap", ["", "، أمس الجمعة،", "، في تقرير نشرته اليوم على موقعها الإلكتروني،"])
def test_an_outlet_that_quotes_gives_its_source(gap: str) -> None:
    assert claimants(f"ذكرت وكالة رويترز{gap} نقلا عن مصدر أمني، أن مسلحين قتلوا ثلاثة مدنيين في كانو.") == ["security source"]
    assert claimants("ذكرت وكالة رويترز أن مسلحين قتلوا ثلاثة مدنيين في سوق قرية قرب كانو، نقلا عن شهود.") == ["local sources"]


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("لجان المقاومة بمدينة سنجة", "Singa Resistance Committees"),
        ("غرفة الطوارئ في كتم", "Kutum Emergency Room"),
        ("مديرية الصحة في الباب", "medical source"),
        ("السلطات الصحية في غزة", "Gaza Ministry of Health"),
        ("قناة تلفزيونية محلية", "local sources"),
        ("قناة تلفزيونية ليبية", "Libyan media"),
        ("رئاسة الأركان التركية", "Turkish armed forces"),
    ],
)
def test_bodies_and_outlets_by_their_place_and_country(body: str, name: str) -> None:
    assert claimants(f"قالت {body} إن خمسة مدنيين قتلوا بانفجار أمس.") == [name]


def test_the_source_is_the_unnamed_one_not_the_party_named_since() -> None:
    text = "وصف مصدر عسكري رواية قسد بأنها غير دقيقة. وأكد المصدر أن قصفاً على حاجز في دير حافر أصاب ثلاثة جنود."
    assert claimants(text)[-1] == "military source"


@pytest.mark.parametrize("said_of_it", ["", "، المدرج على قوائم الإرهاب في بلدان كثيرة من العالم،"])
def test_who_announces_his_responsibility_however_much_is_said_of_him(said_of_it: str) -> None:
    text = f"أصيب ستة جنود إيرانيين في هجوم وقع في زاهدان أمس، وفق وكالة إرنا.\nوأعلن جيش العدل{said_of_it} مسؤوليته عن الهجوم."
    assert told(text) == [("Jaish al-Adl", "claimed")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("نقلا عن مصدر طبي، ذكرت وكالة رويترز أن مسلحين قتلوا ثلاثة مزارعين في قرية قرب كانو.", "medical source"),
        ("قتل مسلحون ثلاثة مزارعين في قرية قرب كانو أمس، وهو ما أكده مصدر أمني.", "security source"),
        ('أحد السكان لـ"الحل نت": مقتل ثلاثة مزارعين برصاص مسلحين قرب الحسكة أمس', "local sources"),
        ("علم موقع الحل نت من المرصد السوري لحقوق الإنسان أن مسلحين قتلوا ثلاثة مزارعين قرب الحسكة.", "SOHR"),
    ],
)
def test_whoever_passes_it_on_does_not_say_it(text: str, name: str) -> None:
    assert claimants(text) == [name]


@pytest.mark.parametrize("denial", ["، وهو ما نفته قسد", "، الأمر الذي نفته قسد", "، لكن قسد نفت ذلك", ". ونفت قسد ذلك في بيان"])
def test_activists_who_accuse_a_party_are_not_the_party(denial: str) -> None:
    assert sorted(told(f"اتهم ناشطون قسد باعتقال ثلاثة مدرسين في الشدادي أمس{denial}.")) == [("SDF", "denied"), ("activists", "reported")]


@pytest.mark.parametrize(
    "opening",
    [
        "وفق إحصاء لمركز ديالى للدراسات الأمنية",
        "وبحسب دراسة أعدها مركز الرافدين للأبحاث",
        "ووفق تقرير صادر عن مركز الفرات للدراسات",
    ],
)
def test_the_count_of_a_centre_no_list_holds(opening: str) -> None:
    assert claimants(f"{opening}، قتل 63 مدنياً في نينوى خلال عام 2021.") == ["research centre"]
