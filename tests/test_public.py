"""The public surface is small, sorted and cheap to import."""

from __future__ import annotations

import subprocess
import sys

import waqai


def test_public_names_exist_and_are_sorted() -> None:
    assert sorted(waqai.__all__) == waqai.__all__
    assert all(getattr(waqai, name) for name in waqai.__all__)
    assert not hasattr(waqai, "nonsense")


def test_import_loads_no_room() -> None:
    script = "import sys, waqai; print([m for m in sys.modules if m.startswith('waqai.')])"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
