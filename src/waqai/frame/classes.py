"""What the classes of triggers make together: outcomes, generic words and the groups of means (the table in docs/design/frames.md)."""

from __future__ import annotations

from waqai.model import EventType

OUTCOME = frozenset(("kill", "die", "injure", "neutralise", "result"))
GENERIC = frozenset(("target", "affect", "attack", "op", "under", "repel", "destroy", "storm"))
GROUP_OF = {
    "shoot": "violent", "assassinate": "violent", "clash": "clash", "shootdown": "violent",
    "explode": "explosive", "device": "explosive", "suicide": "explosive", "vbied": "explosive", "defuse": "explosive",
    "shell": "fire", "air": "air", "airmeans": "air", "arrest": "detain", "raid": "detain", "find": "detain",
    "cell": "detain", "seize-persons": "detain", "incursion": "detain", "abduct": "abduct", "execute": "execute",
    "seize": "territory", "enter": "territory", "loot": "property", "burn": "property", "protest": "protest",
    "foil": "plot", "move": "move", "launch": "move", "release": "move", "body": "body", "grave": "body", "escape": "prison",
}  # fmt: skip
# Kinds that are happenings of their own beside an attack, not parts of it.
APART = frozenset(("detain", "abduct", "territory", "property", "protest", "move", "body", "prison"))
VERB = frozenset(("past", "present", "passive"))
# Events that are deeds of one side against another: what can be claimed later on, what a lead tells by its verb and place alone.
HARMS = frozenset(
    (EventType.ATTACK, EventType.ASSASSINATION, EventType.IED, EventType.VEHICLE_BOMB, EventType.SUICIDE_BOMBING, EventType.SHELLING,
     EventType.AIRSTRIKE, EventType.ABDUCTION)
)  # fmt: skip
