"""What a person decided. Decisions are appended beside machine output, never over it, and survive a re-run."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

ACTIONS = (
    "accept", "amend", "reject", "split", "merge", "same", "different", "not_event", "release", "retract",
    "reopen", "add",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Decision:
    """One judgement of one reviewer.

    Attributes:
        action: one of ``ACTIONS``; ``reopen`` takes an acceptance or rejection back, amendments stay;
            ``add`` is a claim the machine missed.
        subject: id of the claim or incident judged.
        other: the second claim or incident (``same``, ``different``, ``merge``); ``None`` otherwise.
        who, why: the reviewer and the reason, as given.
        when: ISO date-time in UTC; set by the store.
        values: amended fields (names of the claims contract); for ``split`` the key ``claims`` lists the claim ids that leave;
            for ``add`` the key of the report (``rid``) and the ``claim``.
        version: 1, 2, 3 … counted per subject; set by the store.
    """

    action: str
    subject: str
    other: str | None = None
    who: str = ""
    why: str = ""
    when: str = ""
    values: dict[str, Any] = field(default_factory=dict)
    version: int = 0
