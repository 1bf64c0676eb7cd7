"""One event or a total, and which of the words of a sentence names it."""

from __future__ import annotations

import pytest
from frame_text import claims, one


def test_a_word_of_a_name_imagines_nothing() -> None:
    c = one("أصيب ضابط في جهاز مكافحة الإرهاب بانفجار عبوة لاصقة وضعت أسفل عجلته في حي العدل ببغداد.")
    assert str(c.event_type) == "ied"


@pytest.mark.parametrize(
    "text",
    [
        "شن الطيران الحربي ثلاث غارات على مواقع الدعم السريع شرقي الفاشر أمس.",
        "استهدف التحالف السجن بأربع ضربات جوية في صعدة، ما أدى إلى مقتل 21 شخصاً.",
        "في مارس الماضي قُتل 44 مدنياً في هجوم على مسجد في قرية فامبيتا غربي النيجر.",
    ],
)
def test_strikes_in_a_row_and_one_attack_of_a_month_are_one_event(text: str) -> None:
    assert str(one(text).kind) == "event"


@pytest.mark.parametrize(
    "text",
    [
        "شن الطيران الحربي 28 غارة على ريف إدلب منذ مطلع حزيران.",
        "شهدت المحافظة خلال الشهر الماضي ست غارات متفرقة أسفرت عن مقتل تسعة مدنيين.",
        "قُتل 44 مدنياً في هجمات على قرى تيلابيري خلال مارس الماضي.",
    ],
)
def test_strikes_of_a_period_are_a_total(text: str) -> None:
    assert {str(c.kind) for c in claims(text)} == {"tally"}


def test_what_a_clash_followed_does_not_name_it() -> None:
    c = one("اندلعت اشتباكات فجر الجمعة في تاجوراء شرقي طرابلس بعد محاولة اغتيال آمر الكتيبة، وأسفرت عن مقتل مسلح وإصابة اثنين.")
    assert str(c.event_type) == "armed_clash"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("قواتنا تستهدف تمركزات لميليشيات حفتر في محور عين زارة وتدمر آليتين مسلحتين.", "Ain Zara, Tripoli"),
        ("شن الطيران غارات على معسكر للحوثيين في صنعاء وتدمر مخزناً للأسلحة.", "Sana'a"),
        ("شن الطيران غارات على تدمر أمس.", "Palmyra"),
        ("قصف الطيران الحربي القريتين وتدمر مساء أمس.", "Al-Qaryatayn"),
    ],
)
def test_a_verb_that_reads_like_a_town(text: str, place: str) -> None:
    c = one(text)
    assert c.place is not None
    assert c.place.name_en == place


def test_who_beats_an_attack_back_did_not_make_it() -> None:
    c = one("تصدى الجيش السوداني لهجوم شنته قوات الدعم السريع على الفاشر صباح اليوم ودمر 11 عربة واستولى على 4 أخرى.")
    assert c.perpetrator is not None
    assert c.perpetrator.name_en == "RSF"
    assert str(c.event_type) == "attack"
