"""Who says so: speech verbs, accord, relay, continuation, communiqué."""

from __future__ import annotations

import pytest

from waqai.model import Report
from waqai.pipeline import Coder, code_text


def speakers(text: str) -> list[tuple[str, str | None]]:
    t = Coder().trace(Report(id="t", text=text, sha256="t"))
    return [(v.cls, v.source.name_en if v.source else None) for v in t.voices.items]


def claimants(text: str) -> list[str]:
    return [c.claimant.name_en for c in code_text(text, published="2024-05-15").claims]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("قال مصدر طبي إن طفلين قُتلا بانفجار لغم في الحديدة.", "medical source"),
        ("قُتل عنصر من قسد بهجوم في ذيبان، وفق المرصد السوري لحقوق الإنسان.", "SOHR"),
        ("وبحسب ناشطين، اعتقلت قوات الأمن عشرة شبان في درعا.", "activists"),
        ("نقلت وكالة سانا عن مصدر عسكري أن طائرات إسرائيلية قصفت موقعا في حمص.", "SANA"),
        ("نقلت وكالة رويترز عن مسؤول محلي قوله إن مسلحين خطفوا عشرين تلميذا قرب كادونا.", "local officials"),
        ("قُتل جنديان في كمين قرب كيدال.", "outlet/correspondent"),
        ("أفاد شهود عيان بأن مسلحين نهبوا متاجر في الجنينة.", "local sources"),
    ],
)
def test_claimant(text: str, name: str) -> None:
    assert claimants(text) == [name]


def test_a_continuation_keeps_the_source() -> None:
    said = speakers("قال مصدر طبي إن طفلين قُتلا بانفجار لغم في الحديدة. وأضاف أن امرأة أصيبت.")
    assert said == [("say", "medical source"), ("continue", "medical source")]


def test_a_separate_event_does_not_inherit_the_source() -> None:
    text = "قال مصدر طبي إن طفلين قُتلا بانفجار لغم في الحديدة.\nوفي حادث منفصل، خطف مسلحون تاجرا في تعز."
    assert claimants(text) == ["medical source", "outlet/correspondent"]


def test_a_claim_of_responsibility_is_the_claimers_word() -> None:
    (c,) = code_text("تبنى تنظيم الدولة تفجيرا استهدف حافلة في كابول وأوقع خمسة قتلى.", published="2024-05-15").claims
    assert c.perpetrator is not None
    assert c.claimant.name_en == c.perpetrator.name_en
    assert str(c.modality) == "claimed"


def test_a_communique_speaks_for_its_signer() -> None:
    text = "بيان صادر عن القيادة المركزية الأمريكية\nنفذت قواتنا غارة جوية في إدلب أمس وقتلت قياديا في تنظيم الدولة."
    t = Coder().trace(Report(id="t", text=text, sha256="t"))
    assert t.voices.default is not None
    assert t.voices.default.name_en == "CENTCOM"
    assert claimants(text) == ["CENTCOM"]


def test_the_chain_begins_with_the_outlet() -> None:
    r = code_text("قال مصدر طبي إن طفلين قُتلا بانفجار لغم في الحديدة.", published="2024-05-15", outlet="شبكة")
    (c,) = r.claims
    assert c.claimant.chain[0] == "شبكة"
    assert c.claimant.chain[-1] == "medical source"


@pytest.mark.parametrize("text", ["بيان الأسعار معلق على الباب.", "ذكرى التأسيس يوم الأحد.", "تابعة للبلدية ورشة صغيرة."])
def test_words_that_look_like_speech(text: str) -> None:
    assert speakers(text) == []


def test_a_denial_covers_its_own_words() -> None:
    t = Coder().trace(Report(id="t", text="نفت قسد قصف جرابلس. وقُتل مدنيان في منبج بانفجار لغم.", sha256="t"))
    deny = next(v for v in t.voices.items if v.cls == "deny")
    assert t.voices.denial(deny.word.first + 1) is deny
    assert t.voices.denial(len(t.doc.text.tokens) - 2) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("قُتل طفلان بانفجار لغم في الحديدة، وفق ما أوضحه لعنب بلدي مدير المستشفى.", "medical source"),
        ("قُتل طفلان بانفجار لغم في الحديدة، بحسب ما نقل مراسلنا عن أحد المسعفين.", "medical source"),
        ("خطف مسلحون تاجرا في تعز، كما يقول أحد أصدقائه.", "local sources"),
        ("أبلغ سكان فارون من الحي «العربي الجديد» بأن طائرة قصفت منزلا في الموصل.", "local sources"),
        ("أما وكالة سانا فتحدثت عن هجوم مسلح في تدمر أوقع قتيلين.", "SANA"),
        ("ذكرت وكالة الأناضول نقلا عن مصادر أمنية أن الشرطة اعتقلت عشرة أشخاص في أنقرة.", "security source"),
        ("ولم تعلن أي جهة مسؤوليتها عن انفجار عبوة ناسفة في بعقوبة قتل جنديا.", "outlet/correspondent"),
    ],
)
def test_the_source_behind_the_words(text: str, name: str) -> None:
    assert claimants(text)[0] == name


def test_an_outlet_that_quotes_its_correspondent_is_the_outlet() -> None:
    text = "أفاد مراسل سانا في حماة بأن قذائف سقطت على قرية الرصيف وقتلت مدنيا."
    own = code_text(text, published="2019-05-15", outlet="سانا").claims
    other = code_text(text, published="2019-05-15", outlet="رويترز").claims
    assert [c.claimant.name_en for c in own] == ["outlet/correspondent"]
    assert [c.claimant.name_en for c in other] == ["SANA"]


def test_a_text_of_the_partys_own_outlet_is_the_partys_word() -> None:
    text = "كمن جنود الخلافة يوم الثلاثاء لآلية تقل عناصر من الـ PKK المرتدين قرب قرية أبو النيتل، ما أدى لمقتل ثلاثة منهم."
    (c,) = code_text(text, published="2020-04-15", outlet="النبأ").claims
    assert (c.claimant.name_en, str(c.modality)) == ("ISIS", "claimed")


@pytest.mark.parametrize("text", ["صودر مستودع ذخائر تابع للفلول.", "طلب رجل عدم ذكر اسمه."])
def test_words_that_only_look_like_speech_name_nobody(text: str) -> None:
    assert speakers(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("قال مصدر أمني لوكالة أعماق إن مقاتلي الدولة الإسلامية فجروا عبوة في آلية للجيش قرب تدمر أمس.", "ISIS"),
        ("قال مصدر أمني لوكالة الأناضول إن مسلحين فجروا عبوة في آلية للجيش قرب تدمر أمس.", "security source"),
        ("قُتل تاجر في تعز أمس برصاص مسلحين، ولم تكشف الشرطة عن هوية الجناة.", "outlet/correspondent"),
        ("قُتل رجل بانفجار لغم في تدمر أمس بعد أن اعترف لصالح الجيش السوري بذلك.", "outlet/correspondent"),
    ],
)
def test_who_speaks_to_whom_and_who_says_nothing(text: str, name: str) -> None:
    assert [c.claimant.name_en for c in code_text(text, published="2024-03-05").claims][:1] == [name]
