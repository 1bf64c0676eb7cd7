"""The bulletin of a period: facts, sentences, charts, and the same blocks as web page, PDF and Word file."""

from waqai.publish.bulletin.write import write_bulletin

__all__ = ["write_bulletin"]
