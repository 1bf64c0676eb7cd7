"""Mentions to frames: voice, roles, casualties, coordination, coreference, modality."""

from waqai.frame.assemble import Story, assemble

__all__ = ["Story", "assemble"]
