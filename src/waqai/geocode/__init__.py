"""Place mentions to locations: candidates weighed by evidence, areas with a geometry of their own.

``resolve_places`` never drops a mention: what cannot be placed keeps its name and, when the text tells, its governorate.
"""

from waqai.geocode.precision import acled_precision, ucdp_where_prec
from waqai.geocode.resolve import resolve_places

__all__ = ["acled_precision", "resolve_places", "ucdp_where_prec"]
