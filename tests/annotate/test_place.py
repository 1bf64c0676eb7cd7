"""The place annotator: corpora as specification, then the contract of a mention."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
import yaml

from waqai.annotate.place import annotate_places
from waqai.model import Report, Sentence, Span, Text
from waqai.normalise import tokenize
from waqai.resources.areas import ROOM, area_words


def text_of(raw: str) -> Text:
    tokens = tokenize(raw)
    return Text(Report("t", raw, "0"), tokens, (Sentence(0, 0, len(tokens), Span(0, len(raw)), 0, "body"),))


def _lines(name: str) -> list[tuple[str, list[str]]]:
    raw = yaml.safe_load((ROOM / name).read_text(encoding="utf-8"))
    return [(e, []) if isinstance(e, str) else (e[0], [str(w) for w in e[1:]]) for e in raw]


def _names(raw: str) -> list[str]:
    return [raw[m.name_span[0] : m.name_span[1]] for m in annotate_places(text_of(raw))]


@pytest.mark.parametrize("name", ["names.corpus.yml", "negatives.corpus.yml"])
def test_place_names_corpus(name: str) -> None:
    wrong = [(raw, want, got) for raw, want in _lines(name) if (got := _names(raw)) != want]
    assert wrong == []


def test_place_areas_corpus() -> None:
    wrong = []
    for raw, want in _lines("areas.corpus.yml"):
        got = [f"{raw[m.name_span[0] : m.name_span[1]]}/{m.kind}/{m.relation}" for m in annotate_places(text_of(raw))]
        if got != want:
            wrong.append((raw, want, got))
    assert wrong == []


def test_place_corpora_are_large_and_do_not_repeat() -> None:
    lines = [raw for f in ("names", "areas", "negatives") for raw, _ in _lines(f"{f}.corpus.yml")]
    assert len(lines) >= 400
    assert len(set(lines)) == len(lines)


def test_place_spans_cover_type_word_and_relation() -> None:
    raw = "انفجار بالقرب من بلدةِ ذيبان أمس"
    (m,) = annotate_places(text_of(raw))
    assert m.text == "بالقرب من بلدةِ ذيبان"
    assert raw[m.name_span[0] : m.name_span[1]] == "ذيبان"
    assert raw[m.span[0] : m.span[1]] == m.text
    tokens = text_of(raw).tokens
    assert tokens[m.first].start == m.span[0]
    assert tokens[m.last - 1].end == m.span[1]


def test_place_span_leaves_proclitics_out() -> None:
    raw = "قتلى بِالحسكة ولِدير الزور"
    assert [m.text for m in annotate_places(text_of(raw))] == ["الحسكة", "دير الزور"]


def test_place_container_of_a_list() -> None:
    raw = "في كل من بلدتي الطيانة وغرانيج وقرية الجرذي بريف الميادين"
    mentions = annotate_places(text_of(raw))
    assert [m.container for m in mentions] == [3, 3, 3, None]


def test_place_container_by_side_and_by_preposition() -> None:
    raw = "قتيل في حي الضاحية بمدينة درعا، وآخر في قرية رشو شرقي الحسكة"
    mentions = annotate_places(text_of(raw))
    assert [m.container for m in mentions] == [1, None, 3, None]


def test_place_area_before_the_settlement_contains_it() -> None:
    mentions = annotate_places(text_of("بريف حماة الشرقي، بلدة عقيربات تحت القصف"))
    assert mentions[1].container == 0


def test_place_endpoints_belong_to_their_road() -> None:
    mentions = annotate_places(text_of("كمين على الطريق بين مدينتي انخل وجاسم"))
    assert [(m.relation, m.container) for m in mentions] == [("in", None), ("between", 0), ("between", 0)]


def test_place_back_pointing_word_names_its_antecedent() -> None:
    mentions = annotate_places(text_of("انفجار في مدينة عفرين ثم هدوء في المدينة"))
    assert mentions[1].relation == "anaphor"
    assert mentions[1].container == 0


def test_place_back_pointing_word_without_antecedent_is_dropped() -> None:
    assert annotate_places(text_of("أحيل إلى القضاء ونقل إلى السجن")) == ()


def test_place_country_without_preposition_is_only_named() -> None:
    (m,) = annotate_places(text_of("وقعت تركيا الاتفاق"))
    assert m.relation == "named"
    (m,) = annotate_places(text_of("هجمات في تركيا"))
    assert m.relation == "in"


def test_place_unknown_name_has_no_candidates() -> None:
    (m,) = annotate_places(text_of("هجوم على قرية زلفرانة"))
    assert m.candidate_ids == ()
    assert m.kind == "village"


def test_place_hashtag_is_read_as_words() -> None:
    raw = "قصف على #خان_شيخون"
    (m,) = annotate_places(text_of(raw))
    assert raw[m.name_span[0] : m.name_span[1]] == "خان_شيخون"


def test_place_nothing_in_empty_or_foreign_text() -> None:
    assert annotate_places(text_of("")) == ()
    assert annotate_places(text_of("Nothing happened here, 12 times.")) == ()


@pytest.mark.parametrize("text", ["على الطريق الدولي", "قرب الأوتوستراد الدولي", "قطعوا طريق المطار الدولي", "عند الطريق"])
def test_place_road_as_the_last_word(text: str) -> None:
    assert annotate_places(text_of(text)) == annotate_places(text_of(text))


def test_place_is_deterministic() -> None:
    raw = " ".join(raw for raw, _ in _lines("names.corpus.yml"))
    assert annotate_places(text_of(raw)) == annotate_places(text_of(raw))


def test_place_data_words_stand_in_one_role() -> None:
    a = area_words()
    # سفارة is both on purpose: سفارة X is an office abroad, السفارة الإيرانية a building.
    clash = set(a.types) & set(a.heads) - {"سفاره"}
    assert clash == set(), f"type words that are also heads of units or offices: {clash}"


def test_place_risky_list_is_sorted_and_folded() -> None:
    lines = [w for w in Path(ROOM / "risky.txt").read_text(encoding="utf-8").splitlines() if not w.startswith("#")]
    assert lines == sorted(set(lines))
    assert "النصر" in lines
    assert "بغداد" not in lines


def test_place_speed() -> None:
    text = text_of("\n".join(raw for raw, _ in _lines("names.corpus.yml")) * 4)
    annotate_places(text)
    start = time.process_time()
    annotate_places(text)
    # Dense in names; ordinary reports take a quarter of this. The bound is loose: the machine is shared.
    assert (time.process_time() - start) / len(text.tokens) < 60e-6


@pytest.mark.parametrize("name", ["يافا", "التاجي", "قانا", "الحمدانية", "كفر قاسم", "أبي صيدا", "علما الشعب", "بني نعيم", "إب"])
def test_towns_in_the_vocabulary_and_of_two_words(name: str) -> None:
    assert _names(f"قُتل مدني برصاص مسلحين في {name} أمس.") == [name]


@pytest.mark.parametrize("raw", ["وقال القيادي فائق التاجي إن ثلاثة قتلوا", "استهدفت غارة بيت أبو أحمد", "قتل لاعب يافا زميله في الدوري"])
def test_persons_and_clubs_of_those_names(raw: str) -> None:
    assert _names(raw) == []
