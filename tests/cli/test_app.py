"""The command list: every command exists, has help, and is not imported before it is called."""

from __future__ import annotations

import subprocess
import sys

import pytest
import typer

from waqai.cli.app import COMMANDS, LazyGroup, _exists, app, main

PRESENT = [name for name, (module, _) in COMMANDS.items() if _exists(module)]


def run(capsys: pytest.CaptureFixture[str], *args: str) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as stop:
        main(list(args))
    out = capsys.readouterr()
    return stop.value.code or 0, out.out, out.err


def test_help_lists_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "--help")
    assert code == 0
    for name in PRESENT:
        assert f" {name} " in out


@pytest.mark.parametrize("name", PRESENT)
def test_command_has_help(capsys: pytest.CaptureFixture[str], name: str) -> None:
    code, out, _ = run(capsys, name, "--help")
    assert code == 0
    assert f"waqai {name}" in out
    assert "install-completion" not in out


@pytest.mark.parametrize("name", PRESENT)
def test_command_or_group_is_found_by_its_name(name: str) -> None:
    group = typer.main.get_command(app)
    assert isinstance(group, LazyGroup)
    assert group.get_command(None, name).name == name


def test_unknown_command_is_a_usage_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "nonsense")[0] == 2


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "--version")
    assert code == 0
    assert out.startswith("waqai ")


def test_help_imports_no_room() -> None:
    script = "import sys; from waqai.cli.app import main\ntry: main(['--help'])\nexcept SystemExit: pass\nprint([m for m in sys.modules if m.startswith('waqai.') and m not in ('waqai.cli','waqai.cli.app','waqai.errors')], file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "[]"
