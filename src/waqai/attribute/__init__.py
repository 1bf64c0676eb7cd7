"""Who says so: the voice that covers each stretch of a report."""

from waqai.attribute.voices import Voice, Voices, find_voices

__all__ = ["Voice", "Voices", "find_voices"]
