"""Numbers: every quantity of a text as a range with its counted noun and its span."""

from waqai.annotate.number.cardinal import ordinal_at, value_at

__all__ = ["ordinal_at", "value_at"]
