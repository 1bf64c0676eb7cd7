"""Speed of dates and numbers together beside dateparser's date search: ``python -m benchmarks.bench_time``.

Texts are the invented reports of ``tests/gold``, else the project's own corpus sentences. Both tools read the same texts in the same
run, three rounds each, the best counts. dateparser is called plainly and told the language; the ratio is to the slower of the two
calls. The table gives characters per second and the ratio.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import yaml

from waqai.annotate.number import annotate_numbers, find_numbers
from waqai.annotate.time import annotate_times, find_times
from waqai.model import Report, Text
from waqai.normalise import tokenize
from waqai.resources import DATA

ANCHOR = date(2024, 5, 15)


def texts() -> list[str]:
    """The project's sample reports; corpus sentences when there are none."""
    folder = Path(__file__).resolve().parents[1] / "tests" / "gold"
    found = [p.read_text(encoding="utf-8") for p in sorted(folder.glob("*.txt"))]
    if found:
        return found
    corpus = yaml.safe_load((DATA / "time" / "time.corpus.yml").read_text(encoding="utf-8"))
    lines = [f"قُتل ثلاثة جنود {s} في هجوم على حاجز قرب القرية، وفق مصدر محلي." for e in corpus["examples"] for s in e["say"]]
    return ["\n".join(lines[i : i + 12]) for i in range(0, len(lines), 12)]


def clock(run: Callable[[str], object], all_texts: list[str], rounds: int) -> float:
    """Best seconds of one round over the texts, after a warm-up."""
    run(all_texts[0])
    best = float("inf")
    for _ in range(rounds):
        start = time.perf_counter()
        for t in all_texts:
            run(t)
        best = min(best, time.perf_counter() - start)
    return best


def both(t: str) -> None:
    """Dates and numbers of one text, tokens included."""
    find_times(t, ANCHOR)
    find_numbers(t)


def main() -> None:
    """Print the table."""
    given = texts()
    size = sum(map(len, given))
    prepared = {t: Text(Report("bench", t, "0"), tokenize(t), ()) for t in given}
    count = sum(len(p.tokens) for p in prepared.values())

    def annotate(t: str) -> None:
        annotate_times(prepared[t], ANCHOR)
        annotate_numbers(prepared[t])

    rows = [
        ("waqai, dates and numbers, tokens given", clock(annotate, given, 3)),
        ("waqai, dates and numbers from a string", clock(both, given, 3)),
        ("waqai, dates from a string", clock(lambda t: find_times(t, ANCHOR), given, 3)),
    ]
    alone = clock(lambda t: annotate_times(prepared[t], ANCHOR), given, 3)
    try:
        from dateparser.search import search_dates
    except ImportError:
        print("dateparser is not installed: no comparison")
    else:
        rows.append(("dateparser, search_dates(text)", clock(search_dates, given, 3)))
        told = clock(lambda t: search_dates(t, languages=["ar"]), given, 3)
        rows.append(('dateparser, search_dates(text, languages=["ar"])', told))
    print(f"{len(given)} texts, {size:,} characters, {count:,} tokens")
    slowest = max(seconds for _, seconds in rows)
    for name, seconds in rows:
        print(f"{name:50}{size / seconds:>12,.0f} characters/s{slowest / seconds:>8.1f} ×")
    print(f"dates alone, tokens given: {1e6 * alone / count:.2f} µs a token")


if __name__ == "__main__":
    main()
