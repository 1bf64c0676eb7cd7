"""Actors: names, described people and things, definite descriptions and sources → ``ActorMention``."""

from waqai.annotate.actor.annotate import annotate_actors

__all__ = ["annotate_actors"]
