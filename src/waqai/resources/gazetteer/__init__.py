"""Places: model, index of names, ranked search. ``gazetteer()`` is the one door."""

from waqai.resources.gazetteer.index import Gazetteer, gazetteer
from waqai.resources.gazetteer.model import Candidate, Kind, Place, Variant

__all__ = ["Candidate", "Gazetteer", "Kind", "Place", "Variant", "gazetteer"]
