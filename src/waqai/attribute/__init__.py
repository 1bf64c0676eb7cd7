"""Who says so: the voice that covers each stretch of a report."""

from waqai.attribute.voice import Voice, Voices
from waqai.attribute.voices import find_voices

__all__ = ["Voice", "Voices", "find_voices"]
