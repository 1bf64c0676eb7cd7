"""Numbers: every quantity of a text as a range with its counted noun and its span."""

from waqai.annotate.number.cardinal import value_at
from waqai.annotate.number.literal import Literal, find_literals
from waqai.annotate.number.mentions import annotate_numbers, find_numbers
from waqai.annotate.number.ordinal import ordinal_at

__all__ = ["Literal", "annotate_numbers", "find_literals", "find_numbers", "ordinal_at", "value_at"]
