"""Bytes to ``Report``: plain text, web pages, JSON Lines, Word and PDF; encodings, datelines and sidecars."""

from waqai.read.inputs import ReadFailure, expand, read_inputs
from waqai.read.report import make_report, parse_when

__all__ = ["ReadFailure", "expand", "make_report", "parse_when", "read_inputs"]
