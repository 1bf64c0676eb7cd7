"""The map of a bulletin: districts shaded by their incidents, and beside it what the map cannot show."""

from __future__ import annotations

import json
import textwrap
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from waqai.publish.areas import areas
from waqai.publish.bulletin.blocks import Picture
from waqai.publish.bulletin.charts import BOLD, INK, LINE, SOFT, picture, plot
from waqai.publish.bulletin.districts import Point, borders, chained, decoded, drawn_in, middle, polygons, shape_of
from waqai.publish.bulletin.facts import Facts
from waqai.publish.bulletin.grammar import joined
from waqai.publish.bulletin.phrases import say
from waqai.publish.labels import FOLDER

#: Lower ends of the classes and their colours, light to dark; readable in grey print.
_SHADES = ((1, "#f6d9b0"), (2, "#eeb07c"), (4, "#dd7d4f"), (8, "#bd4a31"), (16, "#7f1d1d"))
_WIDE, _HIGH, _SIDE = 5.25, 3.85, 1.85
#: A degree of longitude is this much of a degree of latitude at 34° north.
_ASPECT = 0.83
#: West, east, south, north in degrees.
Frame = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Spot:
    """A district, or a governorate or place where the district is not known or its borders are not held."""

    code: str
    at: Point
    name: str
    incidents: int
    killed: int

    @property
    def drawn(self) -> bool:
        """Whether its borders are held."""
        return self.code in polygons()


@lru_cache(maxsize=1)
def _base() -> dict[str, Any]:
    base: dict[str, Any] = json.loads((FOLDER / "page" / "basemap.json").read_text(encoding="utf-8"))
    return base


def _name(code: str, en: str, ar: str, lang: str) -> str:
    found = areas().get(code)
    if found is not None and found.level == 1:
        # A district and its governorate often share a name.
        return say("map_governorate", lang, name=ar if lang == "ar" else en)
    both = [areas()[c] for c in drawn_in(code)] if code in polygons() else []
    if len(both) > 1:
        return joined([a.name_ar if lang == "ar" else a.name_en for a in both], lang)
    return ar if lang == "ar" else en


def _spots(f: Facts, lang: str) -> list[Spot]:
    found: dict[str, Spot] = {}
    for district, (lat, lon, en, ar, n, dead) in f.districts.items():
        code = shape_of(district)
        at = middle(code) if code in polygons() else (lon, lat)
        old = found.get(code)
        found[code] = Spot(code, at, _name(code, en, ar, lang), n + (old.incidents if old else 0), dead + (old.killed if old else 0))
    return sorted(found.values(), key=lambda s: (-s.incidents, s.code))


def _frame(spots: list[Spot]) -> tuple[list[Spot], Frame]:
    """The spots near the densest region, and the frame (west, east, south, north) that holds them, in the shape of the map."""
    weighed = sorted((s.at for s in spots for _ in range(s.incidents)), key=lambda p: p[0])
    x = weighed[len(weighed) // 2][0]
    y = sorted(p[1] for p in weighed)[len(weighed) // 2]
    near = [s for s in spots if abs(s.at[0] - x) < 8 and abs(s.at[1] - y) < 6]
    points = [p for s in near for p in ([q for ring in polygons()[s.code] for q in ring] if s.drawn else [s.at])]
    x0, x1 = min(p[0] for p in points) - 0.4, max(p[0] for p in points) + 0.4
    y0, y1 = min(p[1] for p in points) - 0.35, max(p[1] for p in points) + 0.35
    wide, high = max((x1 - x0) * _ASPECT, 2.4), max(y1 - y0, 2.0)
    if wide / high < _WIDE / _HIGH:
        wide = high * _WIDE / _HIGH
    else:
        high = wide * _HIGH / _WIDE
    mid_x, mid_y = (x0 + x1) / 2, (y0 + y1) / 2
    return near, (mid_x - wide / _ASPECT / 2, mid_x + wide / _ASPECT / 2, mid_y - high / 2, mid_y + high / 2)


def _shade(n: int) -> str:
    return [colour for low, colour in _SHADES if n >= low][-1]


def _one(rings: Iterable[list[Point]], frame: Frame, **style: Any) -> Any:
    """All lines or rings that reach into the frame as one path: a viewer, and the PDF maker, draws it in one go."""
    path, patches = _need("matplotlib.path").Path, _need("matplotlib.patches")
    points: list[Point] = []
    codes: list[int] = []
    for ring in rings:
        xs, ys = [p[0] for p in ring], [p[1] for p in ring]
        if max(xs) >= frame[0] and min(xs) <= frame[1] and max(ys) >= frame[2] and min(ys) <= frame[3]:
            points += ring
            codes += [path.MOVETO] + [path.LINETO] * (len(ring) - 1)
    return patches.PathPatch(path(points or [(0, 0)], codes or [path.MOVETO]), **style)


def _ground(ax: Any, frame: Frame) -> None:
    land = (decoded(ring) for country in _base()["land"] for ring in country["r"])
    held = {code[:2] for code in polygons()}
    states = (decoded(ring) for state in _base()["states"] if state["c"] not in held for ring in state["r"])
    ours = (ring for rings in polygons().values() for ring in rings)
    ax.add_patch(_one(land, frame, facecolor="#efe9dc", edgecolor="#b9ad96", linewidth=0.7, zorder=1))
    ax.add_patch(_one(states, frame, facecolor="#f7f2e7", edgecolor="#cfc4ae", linewidth=0.5, zorder=1))
    ax.add_patch(_one(ours, frame, facecolor="#fdfbf6", edgecolor="none", zorder=2))
    for kind, colour, width in (("district", "#d9d0bf", 0.45), ("governorate", "#a3967d", 0.8), ("country", "#6a6459", 1.3)):
        style = {"facecolor": "none", "edgecolor": colour, "linewidth": width, "capstyle": "round", "joinstyle": "round"}
        ax.add_patch(_one(chained(borders()[kind]), frame, zorder=4, **style))
    rivers = (decoded(river["r"]) for river in _base()["rivers"])
    ax.add_patch(_one(rivers, frame, facecolor="none", edgecolor="#7fa9b6", linewidth=0.9, joinstyle="round", zorder=5))


def _marks(ax: Any, near: list[Spot], frame: Frame, halo: Any) -> None:
    inch = (frame[1] - frame[0]) / _WIDE
    taken: list[tuple[float, float, float, float]] = []

    def free(x: float, y: float, wide: float, high: float) -> bool:
        box = (x - wide / 2, x + wide / 2, y - high / 2, y + high / 2)
        if (
            box[0] < frame[0]
            or box[1] > frame[1]
            or any(box[0] < b[1] and box[1] > b[0] and box[2] < b[3] and box[3] > b[2] for b in taken)
        ):
            return False
        taken.append(box)
        return True

    shaded: dict[str, list[list[Point]]] = defaultdict(list)
    spots = []
    for s in sorted(near, key=lambda s: not s.drawn):
        if s.drawn:
            free(*s.at, 0.18 * inch, 0.17 * inch * _ASPECT)
            shaded[_shade(s.incidents)] += polygons()[s.code]
        else:
            # A circle gives way to the number of a district: it stands for a whole governorate anyhow.
            steps = ((0, 0), (1, 0), (-1, 0), (0, 1), (0, -1), (1, 1), (-1, 1), (1, -1), (-1, -1))
            tries = [(s.at[0] + a * 0.24 * inch, s.at[1] + b * 0.24 * inch * _ASPECT) for a, b in steps]
            at = next((t for t in tries if free(*t, 0.22 * inch, 0.22 * inch * _ASPECT)), s.at)
            s = replace(s, at=at)
            ax.scatter([at[0]], [at[1]], s=190, color=_shade(s.incidents), edgecolor=INK, linewidth=0.9, linestyle=":", zorder=6)
        spots.append(s)
    for colour, rings in shaded.items():
        ax.add_patch(_one(rings, frame, facecolor=colour, edgecolor="none", zorder=3))
    for s in spots:
        dark = s.incidents >= 8
        effects = [] if dark else halo
        ax.annotate(
            str(s.incidents), s.at, ha="center", va="center", fontsize=9, family=BOLD, fontweight=600, color="white" if dark else INK,
            path_effects=effects, zorder=8,
        )  # fmt: skip
    for s in spots:
        # A name that would stand on another is left out; the alternative text and the tables hold all.
        wide, step = 0.066 * len(s.name) * inch, 0.165 * inch * _ASPECT
        for side in (-1, 1):
            if free(s.at[0], s.at[1] + side * step, wide, 0.12 * inch * _ASPECT):
                ax.annotate(
                    s.name, (s.at[0], s.at[1] + side * step), ha="center", va="center", fontsize=7, color=INK, path_effects=halo, zorder=8
                )
                break


def _legend(ax: Any, near: list[Spot], missing: list[str], lang: str, rectangle: Any) -> None:
    ax.set_xlim(0, _SIDE)
    ax.set_ylim(0, _HIGH)
    ax.axis("off")
    rtl = lang == "ar"
    side, at = ("right", _SIDE - 0.04) if rtl else ("left", 0.04)
    y = _HIGH - 0.12
    ax.text(at, y, say("map_shade", lang), ha=side, va="center", fontsize=8.5, family=BOLD, fontweight=600, color=INK)
    used = {_shade(s.incidents) for s in near}
    for n, (low, colour) in enumerate(_SHADES):
        if colour not in used:
            continue
        y -= 0.24
        top = _SHADES[n + 1][0] - 1 if n + 1 < len(_SHADES) else None
        text = f"{low}+" if top is None else str(low) if top == low else f"{low}–{top}"
        ax.add_patch(rectangle((at - 0.3 if rtl else at, y - 0.075), 0.3, 0.15, facecolor=colour, edgecolor="#a3967d", linewidth=0.5))
        ax.text(at - 0.4 if rtl else at + 0.4, y, text, ha=side, va="center", fontsize=8, color=INK)
    if any(not s.drawn for s in near):
        y -= 0.27
        ax.scatter([at - 0.15 if rtl else at + 0.15], [y], s=70, color="#fdfbf6", edgecolor=INK, linewidth=0.9, linestyle=":")
        for k, line in enumerate(textwrap.wrap(say("map_spot", lang), 24)):
            ax.text(at - 0.4 if rtl else at + 0.4, y - 0.16 * k, line, ha=side, va="center", fontsize=8, color=INK)
        y -= 0.16 * k
    if not missing:
        return
    y -= 0.36
    lines = [part for m in missing for part in textwrap.wrap(m, 27, subsequent_indent=" ")]
    room = max(1, int((y - 0.3) / 0.17))
    if len(lines) > room:
        lines = [*lines[: room - 1], "…"]
    foot = y - 0.17 * len(lines) - 0.22
    ax.add_patch(rectangle((0.0, foot), _SIDE - 0.01, y + 0.14 - foot, facecolor="white", edgecolor=SOFT, linewidth=0.8))
    inner = _SIDE - 0.1 if rtl else 0.09
    ax.text(inner, y, say("map_missing", lang), ha=side, va="center", fontsize=8.5, family=BOLD, fontweight=600, color=INK)
    for n, line in enumerate(lines, 1):
        ax.text(inner, y - 0.04 - 0.17 * n, line, ha=side, va="center", fontsize=8, color=INK)


def district_map(f: Facts, lang: str) -> Picture | None:
    """Districts shaded by incidents, with a box for what could not be placed or lies outside; ``None`` when nothing is placed.

    Where the district is not known, or its borders are not held, a dotted circle stands at the middle of the governorate.
    """
    if not f.districts:
        return None
    new = plot()
    patches, effects = (_need(m) for m in ("matplotlib.patches", "matplotlib.patheffects"))
    spots = _spots(f, lang)
    near, frame = _frame(spots)
    missing = [say("unplaced", lang, n=len(f.unplaced))] if f.unplaced else []
    missing += [f"{s.name}: {s.incidents}" for s in spots if s not in near]
    figure = new(figsize=(_WIDE + _SIDE + 0.15, _HIGH))
    whole = _WIDE + _SIDE + 0.15
    left = (_SIDE + 0.15) / whole if lang == "ar" else 0.0
    ax = figure.add_axes((left, 0.0, _WIDE / whole, 1.0))
    ax.set_facecolor("#d7e2e4")
    _ground(ax, frame)
    _marks(ax, near, frame, [effects.withStroke(linewidth=2.2, foreground="#ffffffd0")])
    ax.set_xlim(frame[0], frame[1])
    ax.set_ylim(frame[2], frame[3])
    ax.set_xticks([])
    ax.set_yticks([])
    for edge in ax.spines.values():
        edge.set_visible(True)
        edge.set_color(LINE)
    side = figure.add_axes((0.0 if lang == "ar" else (_WIDE + 0.15) / whole, 0.0, _SIDE / whole, 1.0))
    _legend(side, near, missing, lang, patches.Rectangle)
    comma = "، " if lang == "ar" else ", "
    told = comma.join(f"{s.name} {s.incidents}" for s in spots[:40])
    if f.unplaced:
        told += comma + say("unplaced", lang, n=len(f.unplaced))
    return picture(figure, say("map_alt", lang, list=told), say("map_caption", lang))


def _need(module: str) -> Any:
    from waqai.publish.exporters.base import need

    return need(module, "bulletin")
