"""The actor annotator: spans, eras, sides, antecedents, composition, and the name-swap probe."""

from __future__ import annotations

import time
from datetime import date
from itertools import pairwise

import pytest
from actor_text import text_of

from waqai.annotate.actor import annotate_actors
from waqai.model import ActorMention, Stance
from waqai.resources.registry import registry

BEFORE, AFTER = date(2021, 5, 1), date(2025, 5, 1)


def mentions(text: str, day: date | None = None, outlet: str | None = None) -> tuple[ActorMention, ...]:
    return annotate_actors(text_of(text, outlet), day)


def ids(text: str, day: date | None = None, outlet: str | None = None) -> list[str | None]:
    return [m.actor_id for m in mentions(text, day, outlet)]


def test_mentions_are_ordered_and_apart() -> None:
    text = 'هاجمت خلايا تنظيم «داعش» رتلاً لقوات النظام و"الدفاع الوطني" قرب السخنة، وفق المرصد السوري لحقوق الإنسان.'
    found = mentions(text)
    assert [m.actor_id for m in found] == ["isis", "syr-regime", "pro-regime", "sohr"]
    for a, b in pairwise(found):
        assert a.last <= b.first
        assert a.span.end <= b.span.start
    for m in found:
        assert text[m.span.start : m.span.end] == m.text
        assert m.first <= m.head < m.last


def test_longest_match_wins() -> None:
    assert ids("أعلن مجلس دير الزور العسكري حملة") == ["sdf"]
    assert ids("قال الحزب الديمقراطي الكردستاني الإيراني") == ["pdk-i"]
    assert ids("نفت حركة طالبان باكستان ذلك") == ["ttp"]


def test_quotes_tatweel_and_hashtags() -> None:
    assert ids("هجوم لـ«قسد» على التل") == ["sdf"]
    assert ids("قـسـد تنفي") == ["sdf"]
    assert ids("بيان #غرفة_عمليات_الفتح_المبين") == ["fath-mubin"]
    assert mentions("قوات سوريا الديمقراطية (قسد) تتقدم")[0].text == "قوات سوريا الديمقراطية (قسد)"


@pytest.mark.parametrize(
    ("text", "day", "name"),
    [
        ("قصف الجيش السوري التلة", BEFORE, "Syrian regime forces"),
        ("قصف الجيش السوري التلة", AFTER, "Syrian government forces"),
        ("قصفت قوات النظام السابق التلة", AFTER, "Syrian regime forces"),
        ("هاجمت جبهة النصرة القرية", date(2014, 3, 1), "Jabhat al-Nusra"),
        ("هاجمت جبهة النصرة القرية", date(2019, 3, 1), "HTS"),
        ("داهم جهاز الأمن العام المنزل في إدلب", BEFORE, "HTS"),
        ("داهم جهاز الأمن العام المنزل في حمص", AFTER, "Syrian government forces"),
    ],
)
def test_published_day_chooses_the_era(text: str, day: date, name: str) -> None:
    assert mentions(text, day)[0].name_en == name


def test_country_chooses_national_forces() -> None:
    assert ids("انتشرت قوات الأمن في شوارع الموصل") == ["irq-isf"]
    assert ids("انتشرت قوات الأمن في شوارع بنغازي") == ["lby-security"]
    assert ids("قصف الجيش أم درمان") == ["sdn-army"]
    assert ids("نشر الجيش وحدات في مقديشو") == ["som-army"]


def test_isis_in_sinai_is_its_province() -> None:
    assert "isis-sinai" in ids("هاجم مسلحو داعش حاجزاً في العريش. وقع الهجوم في الشيخ زويد")
    assert ids("هاجم مسلحو داعش حاجزاً في الرمادي") == ["isis"]


def test_coalition_depends_on_the_theatre() -> None:
    assert ids("قصف طيران التحالف صعدة") == ["saudi-coalition"]
    assert ids("قصف طيران التحالف الباغوز") == ["coalition"]


def test_side_dependent_names() -> None:
    assert ids("فجر جنود الخلافة عبوة بآلية لـ PKK في ريف دير الزور")[-1] == "sdf"
    assert ids("قتل الجيش التركي ثلاثة من PKK في قنديل")[-1] == "pkk"
    assert ids("استشهد مقاتلان بقصف الاحتلال في عفرين", None, "ANHA")[-1] == "tur-forces"
    assert ids("استشهد شابان برصاص الاحتلال في نابلس")[-1] == "israel"
    assert ids("قُتل عشرة من الإرهابيين في حماة", date(2018, 1, 1), "SANA") == ["syr-terror"]
    assert ids("قُتل عشرة من الإرهابيين في حماة", date(2018, 1, 1)) == ["militants"]


def test_definite_descriptions_take_their_antecedent() -> None:
    assert ids("تبنت حركة الشباب التفجير. وقالت الحركة إنها قتلت ضابطاً في الصومال")[:2] == ["shabaab", "shabaab"]
    assert ids("قالت وزارة الصحة في غزة شيئاً وقالت وزارة الدفاع التركية آخر، وأضافت وزارة الدفاع")[-1] == "tur-mod"
    assert ids("ذكرت شبكة درعا 24 أن شاباً قتل. وأضافت الشبكة أن المهاجمين فروا")[2] == "daraa-24"
    head, later = mentions('هجوم جديد لـ"التنظيم"\nنفذ تنظيم الدولة هجوماً')
    assert (head.actor_id, head.form) == ("isis", "definite")
    assert later.form == "named"


def test_possessives_and_the_speaking_party() -> None:
    assert ids("قال حزب الله إن مقاتليه قصفوا الموقع") == ["hezbollah", "hezbollah"]
    found = mentions("المركز الإعلامي لوحدات حماية الشعب: استهدفت وحداتنا نقطة للجيش التركي")
    assert [m.actor_id for m in found] == ["ypg", "ypg", "tur-army"]
    assert found[1].form == "pronoun"


def test_patron_is_not_the_actor() -> None:
    assert ids("قصفت مجموعات موالية لإيران القاعدة") == ["iran-militias"]
    assert ids("قتل مسلحون موالون لتركيا راعياً")[0] == "sna"
    assert "rus-forces" not in ids("هاجمت ميليشيا مدعومة من القوات الروسية القرية")


def test_described_people() -> None:
    found = mentions("قُتل مدنيان وأصيبت ثلاث نساء وراعٍ برصاص مسلحين مجهولين")
    assert [m.name_en for m in found][:2] == ["civilians", "civilians"]
    assert found[-1].name_en == "unknown gunmen"
    assert found[0].number is not None
    assert found[0].number.best == 2
    assert found[1].number is not None
    assert found[1].number.best == 3
    person = mentions("قُتل خمسة أشخاص")[0]
    assert (person.actor_id, person.name_en, person.category) == (None, None, "unspecified")


def test_objects_keep_what_was_hit() -> None:
    m = mentions("استهدفت العبوة دورية للشرطة الاتحادية")[0]
    assert m.actor_id == "irq-fedpol"
    assert ("object", "patrol") in m.attrs
    assert m.form == "described"


def test_adjectives_are_not_people() -> None:
    assert ids("وقع هجوم مسلح وتفجير انتحاري قرب الطريق") == []
    assert ids("قصف عسكري عنيف") == []
    assert ids("قتل مسلح مجهول حارساً")[0] == "unknown-gunmen"


SWAPS = [
    ("{} يهاجم نقطة لقسد في الشدادي", ["تنظيم الدولة الإسلامية", "تنظيم داعش الإرهابي", "عصابات داعش", "مرتزقة داعش"]),
    ("قصفت قوات {} قرية حدودية", ["تركيا", "الاحتلال التركي"]),
    ("هاجمت {} موقعاً في تعز", ["جماعة الحوثي", "مليشيا الحوثي الانقلابية", "الميليشيات الحوثية"]),
    ("خطفت {} شاباً في نيالا", ["قوات الدعم السريع", "مليشيا الدعم السريع", "مليشيا آل دقلو"]),
    ("اعتقلت {} معلماً في الحسكة", ["قوات سوريا الديمقراطية", "ميليشيا قسد", "ميليشيات قسد"]),
    ("قتل {} مزارعاً في حماة", ["جيش النظام", "نظام أسد"]),
    ("اقتحم {} مخيماً في جنين", ["الجيش الإسرائيلي", "جيش الاحتلال الإسرائيلي", "جيش العدو الصهيوني"]),
    ("هاجم {} ثكنة في ديالى", ["الحشد الشعبي", "الحشد الرافضي"]),
]


@pytest.mark.parametrize(("frame", "names"), SWAPS, ids=[s[0][:20] for s in SWAPS])
def test_hostile_names_give_the_same_actor(frame: str, names: list[str]) -> None:
    reg = registry()
    seen = set()
    for name in names:
        first = mentions(frame.format(name), BEFORE)[0]
        assert first.actor_id is not None
        seen.add(reg.in_role(first.actor_id, "perpetrator", BEFORE).id)
    assert len(seen) == 1


def test_stance_is_kept_apart_from_identity() -> None:
    assert mentions("هاجم داعش القرية")[0].stance is Stance.NEUTRAL
    assert mentions("هاجمت عصابات داعش الإرهابية القرية")[0].stance is Stance.HOSTILE
    assert mentions("كمن جنود الخلافة للرتل")[0].stance is Stance.HONORIFIC


def test_same_input_gives_the_same_mentions() -> None:
    text = "قصفت طائرات التحالف مقراً لداعش في الموصل، وقال مصدر أمني إن عشرة عناصر قتلوا."
    assert mentions(text) == mentions(text)


def test_empty_and_foreign_text() -> None:
    assert ids("") == []
    assert ids("The quick brown fox. 123") == []


def test_speed_is_a_small_share() -> None:
    line = (
        "قالت وزارة الدفاع السورية إن خلايا تنظيم داعش هاجمت نقطة للجيش في ريف حمص الشرقي وأدى الهجوم إلى مقتل جنديين وإصابة مدني بجروح. "
    )
    text = text_of(line * 200)
    annotate_actors(text, None)
    start = time.process_time()
    annotate_actors(text, None)
    assert (time.process_time() - start) / len(text.tokens) < 60e-6
