"""Fixtures of the desk's tests. What is optional is imported inside them, so that this file loads without it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from desk_site import Site
    from live_site import Live


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("store")
    import desk_sample

    desk_sample.build(folder / "store.sqlite")
    return folder


@pytest.fixture
def site(made: Path, tmp_path: Path) -> Iterator[Site]:
    shutil.copy(made / "store.sqlite", tmp_path / "store.sqlite")
    from desk_site import Site

    s = Site(tmp_path)
    yield s
    s.desk.close()


@pytest.fixture(scope="module")
def shared(made: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """One desk for tests that only look."""
    folder = tmp_path_factory.mktemp("shared")
    shutil.copy(made / "store.sqlite", folder / "store.sqlite")
    from desk_site import Site

    s = Site(folder)
    yield s
    s.desk.close()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    sync_api = pytest.importorskip("playwright.sync_api", reason="no Playwright: pip install 'waqai[browser]'")
    from live_site import ARGS, CHROMIUM

    if CHROMIUM is None:
        pytest.skip("no chromium here: apt-get install chromium")
    with sync_api.sync_playwright() as p:
        browser = p.chromium.launch(executable_path=CHROMIUM, args=ARGS)
        yield browser
        browser.close()


@pytest.fixture
def live(made: Path, tmp_path: Path, chromium: Any) -> Iterator[Live]:
    shutil.copy(made / "store.sqlite", tmp_path / "store.sqlite")
    from live_site import Live

    s = Live(tmp_path)
    yield s
    s.stop()


@pytest.fixture(scope="module")
def looking(made: Path, tmp_path_factory: pytest.TempPathFactory, chromium: Any) -> Iterator[Live]:
    """A desk on a port for tests that only look."""
    folder = tmp_path_factory.mktemp("looking")
    shutil.copy(made / "store.sqlite", folder / "store.sqlite")
    from live_site import Live

    s = Live(folder)
    yield s
    s.stop()
