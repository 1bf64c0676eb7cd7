"""Bytes to ``Report``: plain text, web pages, JSON Lines, Word and PDF; encodings, datelines and sidecars."""

from waqai.read.dateline import find_dateline
from waqai.read.inputs import ReadFailure, expand, read_inputs
from waqai.read.report import make_report, parse_when

__all__ = ["ReadFailure", "expand", "find_dateline", "make_report", "parse_when", "read_inputs"]
