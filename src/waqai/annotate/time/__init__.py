"""Times: every date, weekday, relative word and period of a text as a closed interval of days with its exact span."""

from waqai.annotate.time.annotate import annotate_times, find_times
from waqai.annotate.time.dateline import publication_candidates, read_dateline

__all__ = ["annotate_times", "find_times", "publication_candidates", "read_dateline"]
