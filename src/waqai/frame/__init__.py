"""Mentions to frames: voice, roles, casualties, coordination, coreference, modality."""

from waqai.frame.assemble import Denial, Story, assemble, rank_story, weed_story

__all__ = ["Denial", "Story", "assemble", "rank_story", "weed_story"]
