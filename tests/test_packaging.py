"""Whatever the program tells people to install exists as an extra, and the development install brings what the tests need."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def test_every_extra_named_in_a_message_exists() -> None:
    named: set[str] = set()
    for p in [*(ROOT / "src").rglob("*.py"), *(ROOT / "docs").rglob("*.md"), ROOT / "README.md"]:
        for group in re.findall(r"waqai\[([a-z,]+)\]", p.read_text(encoding="utf-8")):
            named |= set(group.split(","))
    for p in (ROOT / "src").rglob("*.py"):
        named |= set(re.findall(r"need\(\"[\w.]+\", ?\"([a-z]+)\"\)", p.read_text(encoding="utf-8")))
    assert named <= set(PROJECT["optional-dependencies"])


def test_the_console_script_is_the_command_line() -> None:
    assert PROJECT["scripts"] == {"waqai": "waqai.cli:main"}
    assert PROJECT["license"] == "Apache-2.0"
