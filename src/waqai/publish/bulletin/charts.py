"""Charts and the map, drawn by matplotlib, which shapes Arabic itself from version 3.11 on."""

from __future__ import annotations

import atexit
import io
import json
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
from waqai.publish.labels import FOLDER, family_of_type, label, table

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


@lru_cache(maxsize=1)
def _plot() -> Any:
    """matplotlib with our fonts, drawing to memory only.

    Raises:
        UsageError: matplotlib is missing or too old to shape Arabic.
    """
    mpl = need("matplotlib", "bulletin")
    if tuple(int(x) for x in mpl.__version__.split(".")[:2]) < (3, 11):
        from waqai.errors import UsageError

        raise UsageError(f"matplotlib {mpl.__version__} cannot set Arabic. Install a newer one: pip install 'waqai[bulletin]'")
    mpl.use("Agg")
    fonts = need("matplotlib.font_manager", "bulletin")
    folder = Path(tempfile.mkdtemp(prefix="waqai-fonts-"))
    for name in _NAMES:
        path = folder / f"{name.replace(' ', '')}.ttf"
        path.write_bytes(truetype(name))
        fonts.fontManager.addfont(str(path))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    mpl.rcParams.update({
        "font.family": [*_NAMES, "DejaVu Sans"], "svg.fonttype": "path", "svg.hashsalt": "waqai", "axes.edgecolor": LINE,
        "axes.labelcolor": SOFT, "xtick.color": SOFT, "ytick.color": SOFT, "text.color": INK, "axes.spines.top": False,
        "axes.spines.right": False, "axes.spines.left": False, "figure.dpi": 100,
    })  # fmt: skip
    return need("matplotlib.pyplot", "bulletin")


def _picture(plt: Any, figure: Any, alt: str, caption: str = "") -> Picture:
    svg, png = io.StringIO(), io.BytesIO()
    # No date in the metadata: the same data gives the same bytes.
    figure.savefig(svg, format="svg", bbox_inches="tight", metadata={"Date": None, "Creator": "Waqai"}, transparent=True)
    figure.savefig(png, format="png", dpi=200, bbox_inches="tight", metadata={"Software": "Waqai"})
    plt.close(figure)
    text = svg.getvalue()
    return Picture(text[text.index("<svg") :], png.getvalue(), alt, caption)


def _rings(ring: list[int]) -> tuple[list[float], list[float]]:
    xs, ys = [], []
    x = y = 0
    for n in range(0, len(ring), 2):
        x += ring[n]
        y += ring[n + 1]
        xs.append(x / 100)
        ys.append(y / 100)
    return xs, ys


@lru_cache(maxsize=1)
def _base() -> dict[str, Any]:
    base: dict[str, Any] = json.loads((FOLDER / "page" / "basemap.json").read_text(encoding="utf-8"))
    return base


def district_map(f: Facts, lang: str) -> Picture | None:
    """Incidents by district as circles over the governorates; ``None`` when nothing is placed."""
    if not f.districts:
        return None
    plt = _plot()
    spots = sorted(f.districts.values(), key=lambda d: -d[4])
    # The frame holds the densest country group; circles outside it are listed in the table.
    lats, lons = [s[0] for s in spots], [s[1] for s in spots]
    mid = sorted(lons)[len(lons) // 2], sorted(lats)[len(lats) // 2]
    near = [s for s in spots if abs(s[1] - mid[0]) < 8 and abs(s[0] - mid[1]) < 6]
    x0, x1 = min(s[1] for s in near) - 1.1, max(s[1] for s in near) + 1.1
    y0, y1 = min(s[0] for s in near) - 0.9, max(s[0] for s in near) + 0.9
    x0, x1 = min(x0, mid[0] - 2.6), max(x1, mid[0] + 2.6)
    wide = (x1 - x0) * 0.83
    high = y1 - y0
    figure, ax = plt.subplots(figsize=(7.2, max(3.0, min(6.6, 7.2 * high / wide))))
    ax.set_facecolor("#d7e2e4")
    for country in _base()["land"]:
        for ring in country["r"]:
            ax.fill(*_rings(ring), facecolor="#efe9dc", edgecolor="none", zorder=1)
    for state in _base()["states"]:
        for ring in state["r"]:
            ax.fill(*_rings(ring), facecolor="#fbf8f0", edgecolor="#cfc4ae", linewidth=0.5, zorder=2)
    for country in _base()["land"]:
        for ring in country["r"]:
            ax.plot(*_rings(ring), color="#a3967d", linewidth=0.9, zorder=3)
    for river in _base()["rivers"]:
        ax.plot(*_rings(river["r"]), color="#8fb3bd", linewidth=0.8, zorder=3)
    most = max((s[5] for s in spots), default=0)
    shades = plt.get_cmap("OrRd")
    written: list[tuple[float, float]] = []
    for lat, lon, en, ar, n, dead in near:
        ax.scatter(
            [lon],
            [lat],
            s=90 + 130 * n,
            color=shades(0.3 + 0.6 * dead / max(most, 1)),
            edgecolor="white",
            linewidth=1,
            alpha=0.92,
            zorder=5,
        )
        ax.annotate(str(n), (lon, lat), ha="center", va="center", fontsize=9, color="white" if dead > most * 0.35 else INK, zorder=6)
        name = ar if lang == "ar" else en
        offset = 6 + 4.2 * (n**0.5)
        # A name that would stand on another is left out; the alternative text lists all.
        if any(abs(lon - a) < (x1 - x0) * 0.075 and abs(lat - b) < high * 0.05 for a, b in written):
            continue
        written.append((lon, lat))
        ax.annotate(
            name, (lon, lat), xytext=(0, -offset), textcoords="offset points", ha="center", va="top", fontsize=7.5, color=SOFT, zorder=6
        )
    ax.set_xlim(x0, x1)
    ax.set_ylim(y0, y1)
    ax.set_aspect(1 / 0.83)
    ax.set_xticks([])
    ax.set_yticks([])
    for side in ax.spines.values():
        side.set_visible(True)
    if f.unplaced:
        note = say("unplaced", lang, n=len(f.unplaced))
        box = {"boxstyle": "round,pad=0.5", "facecolor": "white", "edgecolor": LINE}
        ax.text(0.02, 0.03, note, transform=ax.transAxes, fontsize=9, color=INK, bbox=box, zorder=7)
    comma = "، " if lang == "ar" else ", "
    told = comma.join(f"{(s[3] if lang == 'ar' else s[2])} {s[4]}" for s in spots[:12])
    return _picture(plt, figure, say("map_alt", lang, list=told), say("map_caption", lang))


def daily(f: Facts, lang: str) -> Picture:
    """Bars of incidents per day, stacked by family; time runs right to left in Arabic."""
    plt = _plot()
    family = family_of_type()
    days = [f.start + timedelta(days=n) for n in range(f.days)]
    counts: dict[str, Counter[Any]] = {k: Counter() for k in COLOURS}
    for r in f.rows:
        day_ = r.incident.date_start or r.incident.date_end
        counts[family.get(str(r.incident.event_type), "other")][day_] += 1
    figure, ax = plt.subplots(figsize=(7.2, 1.9))
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
    return _picture(plt, figure, alt)


def sums(f: Facts) -> int:
    """Best figure of all deaths, for a check against the table."""
    return sum(best_of(r.incident.fatalities) for r in f.rows)
