"""Linking: claims → incidents; tallies ↔ incidents; trends against counts. Pure functions on model types."""

from waqai.link.aggregate import DEFAULT_RULE, RULES
from waqai.link.linker import Linker, LinkResult, incident_id, link_claims
from waqai.link.statements import Counts, StatementTest, check_statement, direction, statement_test
from waqai.link.table import Weights, weights
from waqai.link.trend import TrendTest, compare_periods, trend_test

__all__ = [
    "DEFAULT_RULE",
    "RULES",
    "Counts",
    "LinkResult",
    "Linker",
    "StatementTest",
    "TrendTest",
    "Weights",
    "check_statement",
    "compare_periods",
    "direction",
    "incident_id",
    "link_claims",
    "statement_test",
    "trend_test",
    "weights",
]
