"""How well and how fast claims are linked. ``python -m benchmarks.bench_link [CLAIMS …]`` (default 20,000 and 200,000).

Prints one line a size: B³ precision, recall, F1, claims a second of processor time, growth of memory; and whether a
shuffled arrival, and an arrival settled a hundred times on the way, give the same incidents.
"""

from __future__ import annotations

import gc
import resource
import sys
import time

from benchmarks.synthetic_claims import b_cubed, reports, shuffled
from waqai.link import Linker, link_claims


def _mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main(sizes: list[int]) -> None:
    for size in sizes:
        coded, truth = reports(size)
        gc.collect()
        gc.disable()
        before, t0 = _mb(), time.process_time()
        linker = Linker()
        for c in coded:
            linker.add(c)
        t1 = time.process_time()
        result = linker.result()
        seconds = time.process_time() - t0
        gc.enable()
        p, r, f = b_cubed(result.incident_of, truth)
        print(
            f"{len(truth):>9,} claims  P {p:.4f}  R {r:.4f}  F1 {f:.4f}  {len(truth) / seconds:,.0f} claims/s "
            f"({t1 - t0:.1f} s pairs, {seconds - t1 + t0:.1f} s groups)  +{_mb() - before:,.0f} MB",
            flush=True,
        )
        if size <= 20_000:
            again = link_claims(shuffled(coded, 1))
            steps = Linker()
            for n, c in enumerate(shuffled(coded, 2)):
                steps.add(c)
                if n % max(1, size // 100) == 0:
                    steps.settle()
            same = again == result and steps.result() == result
            print(f"          shuffled, and settled on the way: {'same incidents' if same else 'DIFFERENT'}")


if __name__ == "__main__":
    main([int(a.replace(",", "")) for a in sys.argv[1:]] or [20_000, 200_000])
