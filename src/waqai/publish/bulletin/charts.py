"""Charts, drawn by matplotlib, which shapes Arabic itself from version 3.11 on; the map is in ``atlas``."""

from __future__ import annotations

import atexit
import io
import re
import shutil
import tempfile
from collections import Counter
from datetime import timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any

from waqai.publish.bulletin.blocks import Picture
from waqai.publish.bulletin.facts import Facts, best_of
from waqai.publish.bulletin.fonts import truetype
from waqai.publish.bulletin.phrases import day, say
from waqai.publish.exporters.base import need
from waqai.publish.labels import family_of_type, label, table

INK, SOFT, LINE, RED = "#1d1b18", "#6a6459", "#ddd6c8", "#9b2c20"
COLOURS = {
    "fighting": "#b23a2b",
    "explosion": "#d08418",
    "remote": "#5a4b92",
    "persons": "#2a2724",
    "security": "#2b7275",
    "other": "#8b8473",
}
_NAMES = ("Waqai Sans Arabic", "Waqai Sans Latin")
#: Family list of bold text.
BOLD = ("Waqai Sans Arabic Bold", "Waqai Sans Latin Bold")


@lru_cache(maxsize=1)
def plot() -> Any:
    """matplotlib's ``Figure``, with our fonts; without pyplot, which keeps every figure and takes long to load.

    Raises:
        UsageError: matplotlib is missing or too old to shape Arabic.
    """
    mpl = need("matplotlib", "bulletin")
    if tuple(int(x) for x in mpl.__version__.split(".")[:2]) < (3, 11):
        from waqai.errors import UsageError

        raise UsageError(f"matplotlib {mpl.__version__} cannot set Arabic. Install a newer one: pip install 'waqai[bulletin]'")
    fonts = need("matplotlib.font_manager", "bulletin")
    folder = Path(tempfile.mkdtemp(prefix="waqai-fonts-"))
    for name in (*_NAMES, *BOLD):
        path = folder / f"{name.replace(' ', '')}.ttf"
        path.write_bytes(truetype(name))
        fonts.fontManager.addfont(str(path))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    mpl.rcParams.update({
        "font.family": [*_NAMES, "DejaVu Sans"], "svg.fonttype": "path", "svg.hashsalt": "waqai", "axes.edgecolor": LINE,
        "axes.labelcolor": SOFT, "xtick.color": SOFT, "ytick.color": SOFT, "text.color": INK, "axes.spines.top": False,
        "axes.spines.right": False, "axes.spines.left": False, "figure.dpi": 100,
    })  # fmt: skip
    return need("matplotlib.figure", "bulletin").Figure


#: The figures of a path's ``d``; nothing finer than a hundredth of a point is seen in print.
_PATH = re.compile(r' d="([^"]*)"')
_LONG = re.compile(r"-?\d+\.\d{3,}")


def _short(path: re.Match[str]) -> str:
    return ' d="' + _LONG.sub(lambda n: f"{float(n[0]):.2f}".rstrip("0").rstrip("."), path[1]) + '"'


def picture(figure: Any, alt: str, caption: str = "") -> Picture:
    """A figure as a block, drawn in the format that is asked for."""

    def draw(kind: str) -> bytes:
        out = io.BytesIO()
        # No date in the metadata: the same data gives the same bytes.
        if kind == "png":
            figure.savefig(out, format="png", dpi=200, bbox_inches="tight", metadata={"Software": "Waqai"})
            return out.getvalue()
        figure.savefig(out, format="svg", bbox_inches="tight", metadata={"Date": None, "Creator": "Waqai"}, transparent=True)
        text = out.getvalue().decode()
        return _PATH.sub(_short, text[text.index("<svg") :]).encode()

    return Picture(draw, alt, caption)


def daily(f: Facts, lang: str) -> Picture:
    """Bars of incidents per day, stacked by family; time runs right to left in Arabic."""
    family = family_of_type()
    days = [f.start + timedelta(days=n) for n in range(f.days)]
    counts: dict[str, Counter[Any]] = {k: Counter() for k in COLOURS}
    for r in f.rows:
        day_ = r.incident.date_start or r.incident.date_end
        counts[family.get(str(r.incident.event_type), "other")][day_] += 1
    figure = plot()(figsize=(7.2, 1.9))
    ax = figure.subplots()
    base = [0] * len(days)
    for name, colour in COLOURS.items():
        values = [counts[name][d] for d in days]
        if any(values):
            ax.bar(range(len(days)), values, bottom=base, color=colour, width=0.82, label=label("family", name, lang))
            base = [a + b for a, b in zip(base, values)]
    step = max(1, len(days) // 8)
    months = table("ui")["months_short"][1 if lang == "ar" else 0]
    ticks = list(range(0, len(days), step))
    ax.set_xticks(
        ticks,
        [
            f"{days[n].day} {months[days[n].month - 1]}" if n == 0 or days[n].month != days[n - step].month else str(days[n].day)
            for n in ticks
        ],
        fontsize=7.5,
    )
    ax.yaxis.get_major_locator().set_params(integer=True)
    ax.tick_params(length=0, labelsize=7.5)
    ax.grid(axis="y", color=LINE, linewidth=0.6)
    ax.set_axisbelow(True)
    if lang == "ar":
        ax.invert_xaxis()
        ax.yaxis.tick_right()
    if f.rows:
        ax.legend(loc="upper center", bbox_to_anchor=(0.5, -0.2), ncol=3, frameon=False, fontsize=7.5)
    alt = say("days_alt", lang, a=day(f.start, lang), b=day(f.end, lang), n=max(base, default=0))
    return picture(figure, alt)


def sums(f: Facts) -> int:
    """Best figure of all deaths, for a check against the table."""
    return sum(best_of(r.incident.fatalities) for r in f.rows)
