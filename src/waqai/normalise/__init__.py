"""One fold for texts and lexicons, tokens, and clitic readings."""

from waqai.normalise.clitics import readings
from waqai.normalise.fold import Folded, fold
from waqai.normalise.tokens import tokenize

__all__ = ["Folded", "fold", "readings", "tokenize"]
