"""Frozen dataclasses that are made by the thousand.

A frozen dataclass sets its fields one by one through ``object.__setattr__``, five times the cost of a plain class. ``quick`` gives
the class another ``__init__``: the new object is of a plain twin with the same slots while its fields are set, then of the frozen
class again. Nothing else changes: the object is as frozen as before by the time anybody sees it.
"""

from __future__ import annotations

from dataclasses import MISSING, fields
from typing import Any, TypeVar

T = TypeVar("T")
# Assigns ``__class__`` past the ``__setattr__`` of the frozen class.
_become = object.__dict__["__class__"].__set__


def quick(cls: type[T]) -> type[T]:
    """Class decorator, to stand above ``@dataclass(frozen=True, slots=True)``; for classes without subclasses.

    Raises:
        TypeError: the class has a ``__post_init__`` or a default factory, which the short ``__init__`` would pass over.
    """
    fs = fields(cls)  # type: ignore[arg-type]
    if hasattr(cls, "__post_init__") or any(f.default_factory is not MISSING or not f.init or f.kw_only for f in fs):
        raise TypeError(f"{cls.__name__} has a __post_init__ or fields that @quick does not know. Leave the decorator out.")
    names = [f.name for f in fs]
    twin = type(f"{cls.__name__}BeingMade", (), {"__slots__": tuple(names)})
    given = ", ".join(n if f.default is MISSING else f"{n}=_default_{n}" for n, f in zip(names, fs))
    body = "\n".join(f"    self.{n} = {n}" for n in names)
    scope: dict[str, Any] = {f"_default_{f.name}": f.default for f in fs if f.default is not MISSING}
    scope |= {"_become": _become, "_twin": twin, "_cls": cls}
    exec(f"def __init__(self, {given}):\n    _become(self, _twin)\n{body}\n    self.__class__ = _cls\n", scope)
    init = scope["__init__"]
    init.__qualname__, init.__module__ = f"{cls.__qualname__}.__init__", cls.__module__
    init.__annotations__ = {**cls.__init__.__annotations__}
    cls.__init__ = init  # type: ignore[method-assign]
    return cls
