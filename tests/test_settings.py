"""Settings come from the environment."""

from __future__ import annotations

from pathlib import Path

import pytest

from waqai.settings import Settings


def test_settings_from_the_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("WAQAI_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("WAQAI_SHARED", str(tmp_path))
    assert Settings.from_env() == Settings(cache=tmp_path / "cache", shared=tmp_path)
    monkeypatch.setenv("WAQAI_SHARED", str(tmp_path / "none"))
    assert Settings.from_env().shared is None
