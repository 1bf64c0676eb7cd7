"""Paragraphs, sentences, tokens, quotations; title, dateline and boilerplate told apart from the body."""

from waqai.segment.blocks import segment

__all__ = ["segment"]
