"""The measures: identity, order, damage, and the same figures as the reference scorer when it is at hand."""

from __future__ import annotations

import copy
import importlib.util
import json
import os
import random
from pathlib import Path

import pytest

from waqai.errors import InputError
from waqai.evaluate import align, flat, load_gold, load_system, score
from waqai.evaluate.align import heaviest_pairing

SHARED = Path(os.environ.get("WAQAI_SHARED") or "../shared")


def claim(**changes: object) -> dict:
    base = {
        "event_type": "attack", "perpetrator": "ISIS", "target": "SDF", "claimant": "SOHR", "date_start": "2024-03-05",
        "date_end": "2024-03-05", "place_ar": "بلدة البصيرة", "place_en": "Al-Busayrah", "admin1_en": "Deir ez-Zor", "place_level": "town",
        "fatalities": {"low": 2, "high": 2}, "injuries": {"low": None, "high": None}, "captured": {"low": None, "high": None},
        "weapon": "small_arms", "modality": "reported", "trigger_ar": "هاجم", "aggregate": False,
    }  # fmt: skip
    return {**base, **changes}


def write_gold(folder: Path, docs: dict[str, list[dict]]) -> Path:
    folder.mkdir(exist_ok=True)
    for i, claims in docs.items():
        (folder / f"{i}.json").write_text(json.dumps({"id": i, "doc_date": None, "claims": claims, "no_event": not claims}))
        (folder / f"{i}.txt").write_text("نص")
    return folder


def test_gold_against_itself_is_perfect(tmp_path: Path) -> None:
    docs = load_gold([write_gold(tmp_path / "g", {"a": [claim(), claim(event_type="raid", trigger_ar="دهم")], "b": []})])
    d = score(docs, {x.id: list(reversed(x.claims)) for x in docs}).to_dict()
    assert d["detection"]["f1"] == 1.0
    assert all(v["acc"] == 1.0 for v in d["fields_on_matched"].values())
    assert d["no_event"] == {
        "documents": 1,
        "false_positive_documents": 0,
        "false_positive_rate": 0.0,
        "claims_on_no_event_documents": 0,
    }


def test_empty_output_and_false_claims(tmp_path: Path) -> None:
    docs = load_gold([write_gold(tmp_path / "g", {"a": [claim()], "b": []})])
    d = score(docs, {"b": [claim()]}).to_dict()
    assert d["detection"]["recall"] == 0.0
    assert d["missing_documents"] == ["a"]
    assert d["no_event"]["false_positive_rate"] == 1.0


def test_a_match_needs_more_than_the_type() -> None:
    other = claim(place_ar="تلعفر", place_en="Tal Afar", admin1_en="Nineveh", date_start=None, date_end=None, trigger_ar="كمين")
    assert align([claim(date_start=None)], [other]) == []


@pytest.mark.parametrize(
    ("change", "field", "right"),
    [
        ({"perpetrator": "Daesh"}, "perpetrator", True),
        ({"perpetrator": "ISIS (Amaq)"}, "perpetrator", True),
        ({"perpetrator": None}, "perpetrator", False),
        ({"place_ar": "البصيرة", "place_en": None}, "place", True),
        ({"place_ar": "ريف البصيرة الشرقي", "place_en": None}, "place", False),
        ({"place_ar": "ريف البصيرة الشرقي", "place_en": None}, "place_lenient", True),
        ({"fatalities": {"low": 2, "high": None}}, "fatalities", False),
        ({"fatalities": {"low": 2, "high": None}}, "fatalities_low_stated", True),
        ({"date_start": "2024-03-06"}, "date_start_within_1day", True),
        ({"date_start": "2024-03-06"}, "date_start", False),
        ({"claimant": "local sources"}, "claimant_class", False),
        ({"weapon": None}, "weapon", False),
        ({"modality": "claimed"}, "modality", False),
        ({"modality": "claimed"}, "all_core", False),
        ({"weapon": None}, "all_core", True),
    ],
)
def test_each_field_is_measured(tmp_path: Path, change: dict, field: str, right: bool) -> None:
    docs = load_gold([write_gold(tmp_path / "g", {"a": [claim()]})])
    d = score(docs, {"a": [claim(**change)]}).to_dict()
    assert d["detection"]["matched"] == 1
    assert d["fields_on_matched"][field]["acc"] == float(right)


def test_sides_of_a_clash_may_be_swapped(tmp_path: Path) -> None:
    docs = load_gold([write_gold(tmp_path / "g", {"a": [claim(event_type="armed_clash")]})])
    d = score(docs, {"a": [claim(event_type="armed_clash", perpetrator="SDF", target="ISIS")]}).to_dict()
    assert d["fields_on_matched"]["perpetrator"]["acc"] == 1.0


def test_pairing_is_the_best_of_all() -> None:
    r = random.Random(4)
    for _ in range(60):
        n, m = r.randint(1, 5), r.randint(1, 5)
        weights = {(i, j): r.random() for i in range(n) for j in range(m) if r.random() < 0.7}

        def best(i: int, used: frozenset[int], n: int = n, m: int = m, w: dict = weights) -> float:
            if i == n:
                return 0.0
            options = [w[i, j] + best(i + 1, used | {j}) for j in range(m) if j not in used and (i, j) in w]
            return max([best(i + 1, used), *options])

        pairs = heaviest_pairing(n, weights)
        assert len({i for i, _ in pairs}) == len({j for _, j in pairs}) == len(pairs)
        assert sum(weights[p] for p in pairs) == pytest.approx(best(0, frozenset()))


def test_contract_claims_become_flat() -> None:
    value = {
        "kind": "tally", "event_type": "attack", "modality": "claimed", "perpetrator": {"name_en": "ISIS"}, "target": None,
        "claimant": {"name_en": "ISIS"}, "place": {"name_ar": "الحسكة", "name_en": "Hasakah", "admin1": "Al-Hasakah", "level": "governorate"},
        "fatalities": None, "killed_or_injured": {"low": 12, "best": 12, "high": 12}, "weapons": ["ied", "small_arms"], "trigger": "عمليات",
    }  # fmt: skip
    out = flat(value)
    assert (out["aggregate"], out["modality"], out["weapon"], out["place_level"]) == (
        True,
        "aggregate",
        "ied",
        "governorate",
    )
    assert out["fatalities"] == {"low": 1, "high": 11}
    assert out["injuries"] == {"low": 1, "high": 11}
    assert flat({**value, "kind": "statement"}) is None


def test_system_file_in_both_forms(tmp_path: Path) -> None:
    p = tmp_path / "s.jsonl"
    p.write_text(json.dumps({"id": "a", "claims": [claim()]}) + "\n" + json.dumps({"report": {"id": "b"}, "claims": []}) + "\n")
    assert {k: len(v) for k, v in load_system(p).items()} == {"a": 1, "b": 0}
    p.write_text("{broken\n")
    with pytest.raises(InputError, match=r"s\.jsonl:1"):
        load_system(p)


def test_gold_errors_are_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such folder"):
        load_gold([tmp_path / "none"])
    with pytest.raises(InputError, match="no gold document"):
        load_gold([tmp_path])
    a, b = write_gold(tmp_path / "a", {"x": []}), write_gold(tmp_path / "b", {"x": []})
    with pytest.raises(InputError, match="stands in"):
        load_gold([a, b])


@pytest.mark.skipif(not (SHARED / "gold" / "score.py").exists(), reason="WAQAI_SHARED is not at hand")
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_same_figures_as_the_reference_scorer(seed: int) -> None:
    spec = importlib.util.spec_from_file_location("reference_score", SHARED / "gold" / "score.py")
    reference = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(reference)
    folders = [
        str(SHARED / "gold" / "seeds"),
        *(str(p) for p in sorted((SHARED / "gold" / "dev").iterdir()) if p.is_dir()),
    ]
    gold = reference.load_gold(folders)
    system = damaged(gold, seed)
    theirs = reference.score(gold, copy.deepcopy(system), 0.5, True, False)
    ours = score(load_gold([Path(f) for f in folders]), system, per_document=True).to_dict()
    for key in ("precision", "recall", "f1", "matched", "gold_claims", "system_claims"):
        assert ours["detection"][key] == theirs["detection"][key], key
    assert {x["id"]: x["matched"] for x in ours["per_document"]} == {x["id"]: x["matched"] for x in theirs["per_document"]}
    for name, value in theirs["fields_on_matched"].items():
        assert ours["fields_on_matched"][name] == value, name
    assert ours["recall_by_event_type"] == theirs["recall_by_event_type"]
    assert ours["recall_by_modality"] == theirs["recall_by_modality"]
    assert ours["no_event"] == theirs["no_event"]


def damaged(gold: dict, seed: int) -> dict[str, list[dict]]:
    """Gold claims with drops, additions and fields borrowed from other claims, as a weak coder would make them."""
    r = random.Random(seed)
    pool = [c for o in gold.values() for c in o["claims"]]
    out: dict[str, list[dict]] = {}
    for i, o in gold.items():
        claims = []
        for c in copy.deepcopy(o["claims"]):
            if r.random() < 0.2:
                continue
            for f in (
                "event_type",
                "perpetrator",
                "target",
                "claimant",
                "date_start",
                "place_ar",
                "fatalities",
                "injuries",
                "weapon",
            ):
                if r.random() < 0.15:
                    c[f] = r.choice(pool)[f]
            claims.append(c)
        if r.random() < 0.3:
            claims.append(copy.deepcopy(r.choice(pool)))
        r.shuffle(claims)
        out[i] = claims
    return out
