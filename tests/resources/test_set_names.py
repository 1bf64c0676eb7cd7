"""A word set written twice under one name would lose the first one's words without a sound."""

from __future__ import annotations

import re
from collections import Counter
from importlib.resources import files

import pytest

_KEY = re.compile(r"^([a-z][\w -]*):", re.MULTILINE)


@pytest.mark.parametrize("name", ["sets.yml", "bodies.yml", "counted.yml", "foes.yml"])
def test_every_name_stands_once(name: str) -> None:
    text = (files("waqai") / "data" / "grammar" / name).read_text(encoding="utf-8")
    assert [key for key, n in Counter(_KEY.findall(text)).items() if n > 1] == []
