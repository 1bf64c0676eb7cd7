"""Writes what the documentation takes from the program: command reference, page lists, the README's capture, the picture.

Run it with ``make docs`` after a change of commands or coding. The picture needs a chromium on the machine; without one it stays.
"""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import typer
from rich.console import Console
from rich.terminal_theme import MONOKAI

from waqai.cli.app import COMMANDS, _exists, app
from waqai.cli.common import code_inputs
from waqai.cli.explain import show

ROOT = Path(__file__).resolve().parents[1]
SAMPLE = "docs/sample.txt"
WIDTH = 128


def command_reference() -> str:
    """``docs/reference/cli.md``: every command with its arguments and options, from the commands themselves."""
    out = ["# Commands", "", "Written by `make docs`. Exit codes: 0 fine, 1 finished with errors, 2 wrong use, 3 bad resources.", ""]
    group = typer.main.get_command(app)
    for name, (module, line) in COMMANDS.items():
        if not _exists(module):
            continue
        command = group.get_command(None, name)
        out += _section(f"waqai {name}", command, line)
        for sub, inner in getattr(command, "commands", {}).items():
            out += _section(f"waqai {name} {sub}", inner, inner.help or "")
    return "\n".join(out).rstrip() + "\n"


def _section(title: str, command: object, line: str) -> list[str]:
    level = "##" if title.count(" ") == 1 else "###"
    text = re.sub(r"\s*\n\s*", " ", (command.help or line).split("\f")[0]).strip()
    out = [f"{level} {title}", "", text or line, ""]
    rows = []
    for p in getattr(command, "params", []):
        if p.name == "help":
            continue
        names = ", ".join(f"`{o}`" for o in [*p.opts, *p.secondary_opts]) if p.param_type_name == "option" else f"`{p.name.upper()}`"
        rows.append(f"| {names} | {(getattr(p, 'help', None) or '').replace('|', '/')} |")
    return [*out, "| argument | use |", "|---|---|", *rows, ""] if rows else out


def page_list(folder: str, title: str) -> str:
    """An index page of one folder of ``docs``: every page by its own heading."""
    pages = sorted(p for p in (ROOT / "docs" / folder).glob("*.md") if p.stem != "index")
    return "\n".join([f"# {title}", "", *(f"- [{_heading(p)}]({p.name})" for p in pages)]) + "\n"


def _heading(page: Path) -> str:
    return page.read_text(encoding="utf-8").split("\n", 1)[0].lstrip("# ").strip()


def captures(readme: str) -> str:
    """The README with each capture replaced by what its command prints now."""

    def fill(m: re.Match[str]) -> str:
        words = m.group(1).split()
        env = {**os.environ, "COLUMNS": str(WIDTH)}
        done = subprocess.run([sys.executable, "-m", *words], cwd=ROOT, env=env, capture_output=True, text=True, check=False)
        body = "\n".join(line.rstrip() for line in done.stdout.splitlines()).strip("\n")
        return f"<!-- capture: {m.group(1)} -->\n```text\n$ {m.group(1)}\n{body}\n```\n<!-- end -->"

    return re.sub(r"<!-- capture: (.*?) -->.*?<!-- end -->", fill, readme, flags=re.S)


def picture(target: Path) -> None:
    """The screen of ``waqai explain`` on the sample, as a browser draws it."""
    browser = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if browser is None:
        print("no chromium: the picture stays as it is")
        return
    console = Console(record=True, width=112, file=io.StringIO(), force_terminal=True, highlight=False)
    os.chdir(ROOT)
    for coded in code_inputs([SAMPLE], None, None):
        show(console, coded, 1)
    lines = console.export_text(clear=False).count("\n")
    html = console.export_html(
        theme=MONOKAI,
        inline_styles=True,
        code_format='<!doctype html><meta charset="utf-8"><body style="margin:18px;background:#14171c;color:#e8e8e8">'
        "<pre style=\"font:15px/1.45 'DejaVu Sans Mono',monospace;white-space:pre-wrap;unicode-bidi:plaintext\">{code}</pre></body>",
    )
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page.html"
        page.write_text(html, encoding="utf-8")
        subprocess.run(
            [
                browser, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--force-device-scale-factor=1",
                f"--window-size=1080,{lines * 22 + 50}", f"--screenshot={target}", page.as_uri(),
            ],
            check=True, capture_output=True, timeout=60,
        )  # fmt: skip


def main() -> None:
    """Write all of them."""
    (ROOT / "docs" / "reference" / "index.md").write_text(page_list("reference", "Reference"), encoding="utf-8")
    (ROOT / "docs" / "design" / "index.md").write_text(page_list("design", "Design"), encoding="utf-8")
    (ROOT / "docs" / "reference" / "cli.md").write_text(command_reference(), encoding="utf-8")
    readme = ROOT / "README.md"
    readme.write_text(captures(readme.read_text(encoding="utf-8")), encoding="utf-8")
    picture(ROOT / "docs" / "pictures" / "explain.png")


if __name__ == "__main__":
    main()
