"""A feud of clans: the police that part them and unseen gunmen are no side; clans with a name are."""

import pytest
from frame_text import one, sides

from waqai.model import EventType


@pytest.mark.parametrize(
    "text",
    [
        "شهد قضاء الشطرة في ذي قار أمس نزاعاً عشائرياً مسلحاً بسبب خلاف قديم.",
        "نشب نزاع عشائري استخدمت فيه الأسلحة المتوسطة في قضاء الشطرة، قبل أن تفرض قوة أمنية التهدئة.",
        "أصيب أربعة أشخاص بنزاع عشائري في ناحية العزير بميسان، وتدخلت قوة من الشرطة لفض النزاع.",
    ],
)
def test_who_parts_the_clans_does_not_fight(text: str) -> None:
    assert sides(one(text))[0] in (None, "Arab tribal fighters")


def test_others_fight_without_clans() -> None:
    assert sides(one("اندلعت اشتباكات بين الجيش العراقي وداعش في قضاء الحويجة أمس.")) == ("Iraqi army", "ISIS")


@pytest.mark.parametrize(
    ("text", "both"),
    [
        ("تبادل فصيلان من الجيش الوطني إطلاق النار في مدينة عفرين ما أدى إلى إصابة مدني.", "SNA"),
        ("تبادل مسلحون من عشيرتي البكير والشعيطات إطلاق النار في بلدة أبو حمام ما أسفر عن مقتل شخص.", "Arab tribal fighters"),
        ("جرى تبادل كثيف لإطلاق النار بين مسلحين وقوة أمنية في البصرة وأصيب شرطيان.", "unknown gunmen"),
    ],
)
def test_an_exchange_of_fire_is_a_clash(text: str, both: str) -> None:
    claim = one(text)
    assert claim.event_type is EventType.ARMED_CLASH
    assert sides(claim)[0] == both
