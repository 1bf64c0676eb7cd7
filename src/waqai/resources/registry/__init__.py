"""Who is who: organisations, forces and sources with dated identities, side-dependent names and aliases."""

from waqai.resources.registry.load import registry
from waqai.resources.registry.model import Actor, Alias, Country, Registry
from waqai.resources.registry.outlets import is_outlet, outlet_actor, outlet_side

__all__ = ["Actor", "Alias", "Country", "Registry", "is_outlet", "outlet_actor", "outlet_side", "registry"]
