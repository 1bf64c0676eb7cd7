"""Sentences cut into clauses, triggers grouped into happenings."""

from __future__ import annotations

from itertools import pairwise

import pytest
from frame_text import claims, trace

from waqai.frame.clauses import clauses
from waqai.frame.groups import group_line


def cut(text: str) -> list[tuple[str, bool]]:
    scene = trace(text).story.scene
    return [(" ".join(scene.words[c.first : c.last]), c.hard) for c in clauses(scene, scene.lines[0])]


def test_clauses_cover_the_sentence() -> None:
    scene = trace("هاجم مسلحون حاجزا في ذيبان، ما أسفر عن مقتل جندي، فيما قصفت الطائرات قرية قرب الرقة.").story.scene
    parts = clauses(scene, scene.lines[0])
    s = scene.lines[0].sentence
    assert parts[0].first == s.first
    assert parts[-1].last == s.last
    assert all(a.last == b.first for a, b in pairwise(parts))


def test_a_result_is_a_soft_break_and_a_contrast_a_hard_one() -> None:
    parts = cut("هاجم مسلحون حاجزا في ذيبان، ما أسفر عن مقتل جندي، فيما قصفت الطائرات قرية قرب الرقة.")
    hard = {words.split()[0]: h for words, h in parts}
    assert hard["ما"] is False
    assert hard["فيما"] is True


def test_a_bracket_is_not_cut() -> None:
    parts = cut("قصفت الطائرات بلدة عامودا (شمال الحسكة، وقرب الحدود) صباحا.")
    assert len(parts) == 1


@pytest.mark.parametrize(
    ("text", "mains"),
    [
        ("انفجرت عبوة بسيارة في بعقوبة، ما أدى إلى مقتل سائقها وإصابة آخر.", ["انفجرت"]),
        ("قُتل جندي في هجوم بعبوة ناسفة قرب تكريت.", ["هجوم"]),
        ("داهمت القوات بلدة الكرامة، واعتقلت ثلاثة شبان.", ["واعتقلت"]),
    ],
)
def test_one_happening_by_several_words(text: str, mains: list[str]) -> None:
    scene = trace(text).story.scene
    frames = group_line(scene, 0)
    assert [any(m in f.main.text or m in [w.text for w in f.triggers] for m in mains) for f in frames] == [True]


def test_two_places_with_their_own_tolls_are_two_happenings() -> None:
    found = claims("قُتل مدنيان في بلدة كفرنبل، وقُتل ثالث في مدينة سرمين بقصف مدفعي.")
    assert [c.place.name_ar for c in found if c.place] == ["كفرنبل", "سرمين"]
    assert [c.fatalities.best for c in found if c.fatalities] == [2, 1]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("قُتل ثلاثة مدنيين في قصف على بلدة سرمين، وأصيب خمسة في قصف على بلدة النيرب.", ["سرمين", "النيرب"]),
        ("قُتل جندي بانفجار لغم في مأرب، وآخر بانفجار عبوة في شبوة.", ["مأرب", "شبوة"]),
        ("استشهد طفل برصاص الاحتلال في مخيم جنين، وأصيب شابان في مواجهات ببلدة بيتا.", ["مخيم جنين", "بيتا"]),
        ("قُتل ثلاثة مدنيين في قصف على بلدة سرمين، وأصيب خمسة في القصف على أطراف البلدة.", ["سرمين"]),
        ("قُتل ثلاثة في انفجار عبوة في مدينة الباب، وأصيب خمسة بشظايا في سوق المدينة.", ["الباب"]),
    ],
)
def test_an_outcome_with_a_means_and_a_place_of_its_own_is_told_anew(text: str, places: list[str]) -> None:
    assert [c.place.name_ar for c in claims(text) if c.place] == places


@pytest.mark.xfail(strict=True, reason="an ellipsis (وأخرى في) makes no second device")
def test_an_ellipsis_is_a_second_happening() -> None:
    found = claims("انفجرت عبوة ناسفة في بعقوبة وأخرى في الخالص أمس، وأسفرت الأولى عن مقتل شرطي والثانية عن إصابة ثلاثة مدنيين.")
    assert [c.place.name_ar for c in found if c.place] == ["بعقوبة", "الخالص"]
