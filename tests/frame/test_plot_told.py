"""What a film, a series or a novel tells is no event; a witness or a camera tells of one."""

from __future__ import annotations

import pytest
from frame_text import claims, one


@pytest.mark.parametrize(
    "text",
    [
        'يروي فيلم "الحصار" قصة ضابط في الجيش يقتل خصمه ثم يفر إلى قرية في حمص.',
        "وتدور أحداث المسلسل في الموصل حيث يخطف مسلحون طبيباً ويقتلون ابنه.",
        "تحكي الرواية كيف هاجم مسلحون قرية قرب تدمر وأحرقوا بيوتها.",
    ],
)
def test_a_plot_is_no_event(text: str) -> None:
    assert not claims(text, "2024-03-05")


@pytest.mark.parametrize(
    "text", ["يروي شاهد أن مسلحين قتلوا شرطياً في الموصل أمس.", "صورت كاميرات المراقبة مسلحين يقتلون شرطياً في الموصل أمس."]
)
def test_a_witness_and_a_camera_tell_of_one(text: str) -> None:
    assert len(claims(text, "2024-03-05")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "أعلنت وزارة الداخلية تفكيك خلية لداعش في ريف دمشق ومصادرة حزام ناسف معد للتفجير، والقبض على أحد أعضاء الخلية.",
        "ألقت القوات القبض على عنصرين من داعش في دير الزور وبحوزتهما حزام ناسف معد للتفجير.",
    ],
)
def test_belts_seized_are_no_bombing(text: str) -> None:
    assert str(one(text).event_type) == "arrest"
