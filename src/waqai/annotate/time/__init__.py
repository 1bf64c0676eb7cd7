"""Times: every date, weekday, relative word and period of a text as a closed interval of days with its exact span."""

from waqai.annotate.time.annotate import annotate_times, find_times

__all__ = ["annotate_times", "find_times"]
