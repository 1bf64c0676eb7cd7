"""Mentions to frames: voice, roles, casualties, coordination, coreference, modality."""

from waqai.frame.assemble import assemble
from waqai.frame.denied_what import Denial
from waqai.frame.settling import MergeLog
from waqai.frame.story import Story, rank_story, weed_story, weekly
from waqai.frame.sums import drop_sums
from waqai.frame.turned import turn_blame

__all__ = ["Denial", "MergeLog", "Story", "assemble", "drop_sums", "rank_story", "turn_blame", "weed_story", "weekly"]
