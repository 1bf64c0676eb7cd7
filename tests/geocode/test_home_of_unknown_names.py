"""Names nobody lists in reports from abroad, and everyday nouns that sound like a town."""

from __future__ import annotations

from datetime import date

import pytest

from waqai.model import Report
from waqai.pipeline import Coder


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder()


def _places(coder: Coder, text: str) -> list[tuple[str, str | None]]:
    got = coder.code(Report(id="t", text=text, sha256="t", published=date(2024, 5, 10)))
    return [(c.place.name_ar, c.place.admin1) for c in got.claims if c.place is not None and c.place.name_ar]


ABROAD = [
    "استولى مسلحون من الجماعة على بلدة بوتانغ في جنوب الفلبين. ويقول باحث إن ذلك يذكّر بالموصل.",
    "سيطر متمردون على بلدة بوتانغ في شمال شرق الهند أمس. ووصل نبأ سقوطها إلى دبي.",
    "هاجم مسلحون قرية كيانغو في ميانمار أمس وقتلوا ثلاثة من الروهينغا. وتقيم عائلاتهم في دبي.",
]


@pytest.mark.parametrize("text", ABROAD)
def test_no_governorate_of_another_land(coder: Coder, text: str) -> None:
    places = _places(coder, text)
    assert places
    assert {a for _, a in places} <= {None}


ACCUSATIVE = [
    "قصفت مقاتلة ديراً في بلدة كفرنبل فقتل راهب.",
    "قصفت طائرة مسيرة بيتاً في بلدة كفرنبل وأصيب أربعة.",
    "أصابت قذيفة مدفعية بيتًا في بلدة كفرنبل وقتلت امرأة.",
    "استهدف مسلحون بيتاً في بلدة كفرنبل وقتلوا رجلين.",
]


@pytest.mark.parametrize("text", ACCUSATIVE)
def test_accusative_noun_is_no_town(coder: Coder, text: str) -> None:
    assert {n for n, _ in _places(coder, text)} == {"كفرنبل"}


def test_the_town_of_that_sound_stays(coder: Coder) -> None:
    assert ("بيتا", "Nablus") in _places(coder, "أصيب ثلاثة فلسطينيين برصاص الجيش الإسرائيلي في بلدة بيتا جنوب نابلس.")


BOUNDS = [
    ("سقطت قذيفة في كروم قرية كيسته وقتلت امرأة.", "كيسته"),
    ("قُتل مدنيان بقصف طال مخيم عين البيضا أمس.", "مخيم عين البيضا"),
    ("قُتل طفل في غارة على مخيم عين الحلوة أمس.", "مخيم عين الحلوة"),
    ("سقط قصف مدفعي على بيت فقتل أسرة في بلدة حريتان.", "حريتان"),
    ("أصابت قذيفة هاون أطراف بيت فجرحت طفلاً في بلدة حريتان.", "حريتان"),
    ("قتل شاب برصاص الجيش الإسرائيلي في بيت فوريك شرق نابلس.", "بيت فوريك"),
    ("سقطت قذيفة على بلدة دير الزهراني وقتلت امرأة.", "دير الزهراني"),
]


@pytest.mark.parametrize(("text", "name"), BOUNDS)
def test_how_far_a_name_goes(coder: Coder, text: str, name: str) -> None:
    assert {n for n, _ in _places(coder, text)} == {name}
