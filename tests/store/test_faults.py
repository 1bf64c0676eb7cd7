"""A short version of ``python -m benchmarks.faults``; the full one kills two hundred times."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent


@pytest.mark.skipif(os.name != "posix", reason="SIGKILL is a POSIX signal")
def test_runs_killed_at_random_lose_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    if not (ROOT / "benchmarks" / "faults.py").is_file():
        pytest.skip("the benchmarks are not part of this installation")
    monkeypatch.chdir(ROOT)
    monkeypatch.syspath_prepend(str(ROOT))
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(p for p in [str(ROOT), *sys.path] if p))
    from benchmarks.faults import kills

    told = kills(6, seed=11)
    assert sum(n for step, n in told.items() if step != "whole runs") == 6
