"""Who blames is the claimant, never the blamed; with nobody before, a bare verb of accusing is passive."""

from __future__ import annotations

import pytest

from waqai.pipeline import code_text


def told(text: str) -> list[tuple[str, str | None, str]]:
    found = code_text(text, published="2024-03-05").claims
    return [(c.claimant.name_en, c.perpetrator.name_en if c.perpetrator else None, str(c.modality)) for c in found]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "نفى الناطق باسم الجيش السوداني قصف سوق في نيالا أمس، واتهم قوات الدعم السريع بأنها قصفت المدينة بالمدفعية.",
            ("Sudanese army", "RSF", "claimed"),
        ),
        ("قال محافظ الحسكة إن ثلاثة قتلوا أمس. واتهم قسد بإحراق منازل في الشدادي.", ("local officials", "SDF", "claimed")),
        ("واتهم الجيش السوداني قوات الدعم السريع بقصف سوق في الأبيض أمس.", ("Sudanese army", "RSF", "claimed")),
        ("واتهم الجيش السوداني الميليشيا المتمردة بقصف سوق في الأبيض أمس.", ("Sudanese army", "RSF", "claimed")),
        ("وتتهم أنقرة حزب العمال الكردستاني بقتل معلمين في ديار بكر أمس.", ("Turkey", "PKK", "claimed")),
        ("حمّلت الحكومة الصومالية حركة الشباب مسؤولية تفجير سيارة مفخخة في مقديشو أمس.", ("Somali government", "al-Shabaab", "claimed")),
        ("أدان رئيس الوزراء الهجوم، محمّلا تنظيم الدولة مسؤولية قتل ثلاثة جنود في تدمر أمس.", ("Syrian government", "ISIS", "claimed")),
        ("اتهم مسؤول في الحكومة الليبية قوات حفتر بقصف حي سكني في طرابلس أمس.", ("GNU forces", "Libyan National Army", "claimed")),
        ("اتهم الأهالي الجيش المالي بقتل عشرة رعاة في قرية نارا أمس.", ("local sources", "Malian army", "reported")),
        ("اتهم الجيش المالي بقتل مدنيين في موبتي أمس.", ("outlet/correspondent", "Malian army", "reported")),
    ],
)
def test_who_blames_is_the_claimant(text: str, claim: tuple[str, str, str]) -> None:
    assert claim in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "حمّل المدرب لاعبيه مسؤولية الهزيمة أمام الهلال أمس.",
        "حمّل المواطنون الحكومة مسؤولية ارتفاع أسعار الخبز في حلب أمس.",
    ],
)
def test_blame_without_a_deed_claims_nothing(text: str) -> None:
    assert told(text) == []


def test_nobody_is_blamed_by_who_does_not_blame() -> None:
    text = "ولم تحمّل الشرطة الباكستانية أي جهة مسؤولية تفجير العبوة في كويتا أمس الذي قتل ثلاثة."
    assert all(p != "Pakistani police" and m == "reported" for _, p, m in told(text))


def test_police_that_tell_of_an_explosion_did_not_cause_it() -> None:
    for force in ("شرطة ديالى", "شرطة محافظة ديالى", "قيادة شرطة محافظة ديالى"):
        text = f"ذكرت {force} أن عبوة ناسفة انفجرت في المقدادية أمس وأصابت شرطيين."
        assert told(text) == [("Iraqi police", None, "reported")]
