"""The documentation is complete: every field, event type, command, exporter and setting has its place, and links lead somewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from waqai.cli.app import COMMANDS, _exists
from waqai.model import EventType
from waqai.model.serial import claim_to_dict
from waqai.pipeline import code_text

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md", *sorted(DOCS.rglob("*.md"))]
SAMPLE = (DOCS / "sample.txt").read_text(encoding="utf-8")


def test_every_event_type_has_its_page() -> None:
    assert {p.stem for p in (DOCS / "codebook" / "events").glob("*.md")} == {str(t) for t in EventType}


def test_every_field_has_its_page() -> None:
    claim = claim_to_dict(code_text(SAMPLE).claims[0])
    assert {p.stem for p in (DOCS / "codebook" / "fields").glob("*.md")} == set(claim)


def test_every_command_has_its_section() -> None:
    text = (DOCS / "reference" / "cli.md").read_text(encoding="utf-8")
    missing = [n for n, (module, _) in COMMANDS.items() if _exists(module) and f"\n## waqai {n}\n" not in text]
    assert missing == [], "run: make docs"


def test_every_setting_is_described() -> None:
    text = (DOCS / "reference" / "settings.md").read_text(encoding="utf-8")
    used: set[str] = set()
    for p in (ROOT / "src").rglob("*.py"):
        used |= set(re.findall(r"WAQAI_[A-Z]+(?:_[A-Z]+)*", p.read_text(encoding="utf-8")))
    assert {n for n in used if f"`{n}`" not in text} == set()


def test_every_exporter_is_described() -> None:
    folder = ROOT / "src" / "waqai" / "publish" / "exporters"
    if not folder.is_dir():
        pytest.skip("no exporters yet")
    page = DOCS / "reference" / "exports.md"
    from waqai.publish.exporters import REGISTRY

    names = list(REGISTRY)
    text = page.read_text(encoding="utf-8") if page.exists() else ""
    assert [n for n in names if n not in text] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    text = re.sub(r"```.*?```", "", page.read_text(encoding="utf-8"), flags=re.S)
    for target in re.findall(r"\]\(([^)#\s]*)(?:#[^)]*)?\)", text):
        if target and "://" not in target:
            assert (page.parent / target).exists(), f"{page.name}: {target}"


@pytest.mark.parametrize("folder", ["reference", "design", "how-to", "codebook/fields", "codebook/events"])
def test_every_page_is_linked_from_its_index(folder: str) -> None:
    pages = {p.name for p in (DOCS / folder).glob("*.md")} - {"index.md"}
    index = (DOCS / folder / "index.md") if (DOCS / folder / "index.md").exists() else DOCS / "codebook" / "index.md"
    text = index.read_text(encoding="utf-8")
    assert {p for p in pages if f"{p})" not in text} == set(), index


def test_anchors_of_the_recipes_exist() -> None:
    headings = {
        re.sub(r"[^\w -]", "", h).strip().lower().replace(" ", "-")
        for h in re.findall(r"^#+ (.*)$", (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"), flags=re.M)
    }
    for page in PAGES:
        for anchor in re.findall(r"CONTRIBUTING\.md#([\w-]+)", page.read_text(encoding="utf-8")):
            assert anchor in headings


def test_readme_shows_a_capture_of_the_sample() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    (block,) = re.findall(r"<!-- capture: waqai code docs/sample\.txt.*?<!-- end -->", readme, flags=re.S)
    for column in ("what", "who", "to whom", "where", "when", "toll", "according to", "words"):
        assert column in block
    assert "make demo" in readme
    assert "make test" in readme
    assert (DOCS / "pictures" / "explain.png").stat().st_size > 20_000


def test_readme_python_example_is_true() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    (block,) = re.findall(r"```python\n(.*?)```", readme, flags=re.S)
    *setup, last = block.strip().splitlines()
    scope: dict = {}
    exec("\n".join(setup), scope)
    expression, comment = last.split("#")
    assert eval(expression, scope) == yaml.safe_load(comment)


def test_the_sample_of_the_demo_is_the_sample_of_the_readme() -> None:
    from waqai.resources import DATA

    assert (DATA / "read" / "demo.txt").read_text(encoding="utf-8") == SAMPLE


def test_changelog_has_its_headings() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    for heading in ("## [Unreleased]", "### Added", "### Coding changes"):
        assert heading in text


def test_make_targets_named_in_the_docs_exist() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), flags=re.M))
    for page in PAGES:
        for target in re.findall(r"`?make ([a-z]+)`|^make ([a-z]+)", page.read_text(encoding="utf-8"), flags=re.M):
            name = target[0] or target[1]
            assert name in targets, f"{page.name}: make {name}"


def test_ci_runs_the_test_command_of_the_readme() -> None:
    script = ROOT / ".ci" / "run"
    assert script.stat().st_mode & 0o111
    assert "make test" in script.read_text(encoding="utf-8")
