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
        ("وحمّلت عائلة الشاب قوات الأمن مسؤولية وفاته تحت التعذيب في سجن حمص أمس.", ("relatives", "Syrian regime forces", "reported")),
        (
            "واتهم «الحرس الوطني»، في بيان عبر صفحته، القوات الحكومية بقصف قرية المجدل في السويداء أمس.",
            ("Druze National Guard", "Syrian regime forces", "claimed"),
        ),
        ("اتهم الحوثيون، السبت، التحالف العربي بشن غارة على مديرية صرواح أمس.", ("Houthis", "Saudi-led coalition", "claimed")),
        (
            "نفى الجيش الإسرائيلي قصف مستشفى في غزة أمس، متهماً حركة الجهاد الإسلامي بإطلاق صاروخ سقط عليه.",
            ("Israel", "Islamic Jihad (Saraya al-Quds)", "claimed"),
        ),
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


@pytest.mark.parametrize(
    ("text", "versions"),
    [
        (
            "نفت قوات حفتر أن تكون قصفت مستشفى في طرابلس، واتهمت قوات حكومة الوفاق بقصفه.",
            {("Libyan National Army", "Libyan National Army", "denied"), ("Libyan National Army", "GNA forces", "claimed")},
        ),
        (
            "قال الجيش السوداني إن قوات الدعم السريع قصفت سوقا في أم درمان وقتلت 12 مدنيا. ونفت الدعم السريع ذلك واتهمت الجيش بقصفه.",
            {("Sudanese army", "RSF", "claimed"), ("RSF", "RSF", "denied"), ("RSF", "Sudanese army", "claimed")},
        ),
        (
            "اتهم الجيش السوداني قوات الدعم السريع بقصف مستشفى في الفاشر. ونفت قوات الدعم السريع ذلك، متهمة الجيش بالوقوف وراء القصف.",
            {("Sudanese army", "RSF", "claimed"), ("RSF", "RSF", "denied"), ("RSF", "Sudanese army", "claimed")},
        ),
        (
            "قصفت قوات النظام سوقا في دوما أمس. واتهمت قسد قوات النظام بقصفه.",
            {("SDF", "Syrian regime forces", "claimed")},
        ),
    ],
)
def test_blame_turned_around_is_a_version_of_its_own(text: str, versions: set[tuple[str, str | None, str]]) -> None:
    assert set(told(text)) == versions


def denials(text: str) -> list[str]:
    return [c.claimant.name_en for c in code_text(text, published="2024-03-05").claims if str(c.modality) == "denied"]


@pytest.mark.parametrize(
    ("text", "denier"),
    [
        ("اتهم ناشطون الشرطة باعتقال صحفي في تعز أمس، غير أن إدارة أمن تعز أنكرت ذلك.", "Yemeni police"),
        ("اتهمت قوات الدعم السريع الجيش السوداني بقصف سوق في نيالا أمس، لكن الجيش دحض ذلك.", "Sudanese army"),
        ("وصف المتحدث باسم قسد الأنباء عن اعتقال معلمين في الحسكة أمس بأنها ملفقة.", "SDF"),
        ("اتهم الأهالي قوات الأمن بحرق منازل في صحنايا أمس. وقال مصدر أمني إن هذه الاتهامات باطلة.", "security source"),
        ("قال الجيش المالي إن ما روجته جماعة نصرة الإسلام عن مقتل أربعين جنديا في ديافارابي أمس محض افتراء.", "Malian army"),
        ("وصف الناطق باسم الجيش السوداني ما أعلنته الدعم السريع عن السيطرة على بابنوسة أمس بأنه كاذب.", "Sudanese army"),
    ],
)
def test_who_calls_it_untrue_denies(text: str, denier: str) -> None:
    assert denials(text) == [denier]


@pytest.mark.parametrize(
    "text",
    [
        "ولم يصدر عن الجيش الإسرائيلي أي نفي لقصف بلدة عيترون أمس الذي أدى إلى مقتل ثلاثة مدنيين.",
        "قصف الجيش الإسرائيلي بلدة عيترون أمس، دون نفي أو تأكيد من المتحدث باسمه.",
        "نفى لاعب الأهلي مهاجمة الحكم أمس.",
        "تبرأت العائلة من ابنها بعد أن قتل شرطيا في بغداد أمس.",
    ],
)
def test_nobody_denies(text: str) -> None:
    assert denials(text) == []


def test_a_rumour_called_a_lie_is_told_by_rumour() -> None:
    text = "قال الجيش اليمني إن ما تم تداوله عن قصف معسكر في تعز أمس لا أساس له من الصحة."
    assert {c.claimant.name_en for c in code_text(text, published="2024-03-05").claims} >= {"social media rumours"}


def test_what_is_denied_is_not_another_event_of_the_denier() -> None:
    text = "أعلنت قوات سوريا الديمقراطية اعتقال خمسة من داعش في الرقة أمس. وقالت إن ما يشاع عن قصف مدرسة في عين عيسى كذب وافتراء."
    kinds = {str(c.event_type) for c in code_text(text, published="2024-03-05").claims if str(c.modality) == "denied"}
    assert kinds == {"shelling"}


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("واعترف الجيش الإسرائيلي بمقتل ضابط في كمين شمال غزة أمس.", "Israel"),
        ("أقر الجيش الباكستاني بمقتل أربعة جنود في هجوم في وزيرستان أمس.", "Pakistani army"),
    ],
)
def test_who_admits_a_loss_did_not_cause_it(text: str, side: str) -> None:
    assert told(text) == [(side, None, "reported")]
