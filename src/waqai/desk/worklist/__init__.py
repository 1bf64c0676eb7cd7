"""The work list: one flat row per current claim and incident, kept in step with the store's log, to filter, count and sort by.

``rows`` flattens, ``keep`` follows the log, ``ask`` turns filters into conditions, ``memory`` holds what is asked often.
The list is a copy and may be deleted at any time.
"""

from __future__ import annotations

from waqai.desk.worklist.ask import FLAGS, Wanted
from waqai.desk.worklist.rows import STATE_OF, STATES, Row
from waqai.desk.worklist.worklist import Worklist

__all__ = ["FLAGS", "STATES", "STATE_OF", "Row", "Wanted", "Worklist"]
