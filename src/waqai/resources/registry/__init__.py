"""Who is who: organisations, forces and sources with dated identities, side-dependent names and aliases."""

from waqai.resources.registry.load import registry
from waqai.resources.registry.model import Actor, Alias, Country, Registry

__all__ = ["Actor", "Alias", "Country", "Registry", "registry"]
