"""Floors rise by default and fall only with a reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from waqai.errors import InputError
from waqai.evaluate import below, fingerprint, load_floors, lowered, raised, save_floors


def test_floors_rise_and_hold(tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    floors = load_floors(path)
    assert below(floors, {"claims.f1": 0.5}) == []
    save_floors(path, raised(floors, {"claims.f1": 0.5, "field.place": 0.9}, "c1"))
    floors = load_floors(path)
    assert below(floors, {"claims.f1": 0.5, "field.place": 0.95}) == []
    assert below(floors, {"claims.f1": 0.49, "field.place": 0.9}) == ["claims.f1: 0.49 is below the floor 0.5"]
    assert raised(floors, {"claims.f1": 0.4, "field.place": 0.95}, "c1")["floors"] == {
        "claims.f1": 0.5,
        "field.place": 0.95,
    }


def test_a_figure_that_disappears_breaks_its_floor() -> None:
    assert below({"floors": {"claims.f1": 0.5}}, {}) == ["claims.f1: None is below the floor 0.5"]


def test_lowering_keeps_the_reason() -> None:
    value = lowered({"corpus": "c1", "floors": {"claims.f1": 0.5}, "lowered": []}, {"claims.f1": 0.4}, "c2", "harder documents")
    assert value["floors"] == {"claims.f1": 0.4}
    assert value["lowered"] == [{"reason": "harder documents", "corpus": "c2", "were": {"claims.f1": 0.5}}]


def test_broken_floors_file(tmp_path: Path) -> None:
    (tmp_path / "floors.json").write_text("[]")
    with pytest.raises(InputError, match=r"floors\.json"):
        load_floors(tmp_path / "floors.json")


def test_fingerprint_depends_on_names_and_contents(tmp_path: Path) -> None:
    a, b = tmp_path / "a", tmp_path / "b"
    a.write_text("1")
    b.write_text("2")
    assert fingerprint([a, b]) == fingerprint([b, a])
    assert fingerprint([a]) != fingerprint([b])
