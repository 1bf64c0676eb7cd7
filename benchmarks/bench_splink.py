"""Splink on the same synthetic claims, for comparison. ``python -m benchmarks.bench_splink [CLAIMS …]``; needs ``pip install splink``.

Splink learns its weights from the data and links in one batch; it has no guards and no incremental settling. It gets the same fields
flattened to columns, blocking by place and day and by governorate and day, and the best of a row of thresholds by F1 against the truth,
which is more than a desk would have.
"""

from __future__ import annotations

import sys
import time
from typing import Any

from benchmarks.synthetic_claims import b_cubed, reports


def _row(c: Any, published: Any) -> dict[str, Any]:
    p, f, i, h = c.place, c.fatalities, c.injuries, c.captured
    return {
        "unique_id": c.id, "day": (c.date_start or published).isoformat(), "week": (c.date_start or published).strftime("%G-%V"),
        "place": p.id if p else None, "admin1": p.admin1 if p else None, "type": str(c.event_type),
        "perpetrator": c.perpetrator.name_en if c.perpetrator else None, "target": c.target.name_en if c.target else None,
        "dead": f.low if f else None, "hurt": i.low if i else None, "held": h.low if h else None,
        "weapon": c.weapons[0] if c.weapons else None,
    }  # fmt: skip


def main(sizes: list[int]) -> None:
    import pandas as pd
    import splink.comparison_library as cl
    from splink import DuckDBAPI, Linker, SettingsCreator, block_on

    for size in sizes:
        coded, truth = reports(size)
        frame = pd.DataFrame([_row(c, r.report.published) for r in coded for c in r.claims])
        settings = SettingsCreator(
            link_type="dedupe_only",
            blocking_rules_to_generate_predictions=[block_on("place", "week"), block_on("admin1", "day")],
            comparisons=[
                cl.AbsoluteDateDifferenceAtThresholds("day", input_is_string=True, metrics=["day", "day"], thresholds=[1, 3]),
                cl.ExactMatch("place"),
                cl.ExactMatch("type"),
                cl.ExactMatch("perpetrator"),
                cl.ExactMatch("target"),
                cl.ExactMatch("dead"),
                cl.ExactMatch("hurt"),
                cl.ExactMatch("held"),
                cl.ExactMatch("weapon"),
            ],
        )
        t0 = time.process_time()
        linker = Linker(DuckDBAPI().register(frame), settings, log_level=None)
        linker.training.estimate_probability_two_random_records_match([block_on("place", "day", "type")], recall=0.8)
        linker.training.estimate_u_using_random_sampling(max_pairs=1e6)
        linker.training.estimate_parameters_using_expectation_maximisation(block_on("place", "type"))
        linker.training.estimate_parameters_using_expectation_maximisation(block_on("day", "admin1"))
        pairs = linker.inference.predict(threshold_match_probability=0.2)
        best: tuple[float, ...] = (0.0,)
        for threshold in (0.5, 0.8, 0.9, 0.95, 0.98, 0.99):
            groups = linker.clustering.cluster_pairwise_predictions_at_threshold(pairs, threshold).as_pandas_dataframe()
            p, r, f = b_cubed(dict(zip(groups["unique_id"], groups["cluster_id"].astype(str))), truth)
            best = max(best, (f, p, r, threshold))
        seconds = time.process_time() - t0
        print(
            f"{len(truth):>9,} claims  P {best[1]:.4f}  R {best[2]:.4f}  F1 {best[0]:.4f} at {best[3]}  "
            f"{len(truth) / seconds:,.0f} claims/s of processor time",
            flush=True,
        )


if __name__ == "__main__":
    main([int(a.replace(",", "")) for a in sys.argv[1:]] or [200_000])
