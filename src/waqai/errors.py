"""All errors Waqai raises on purpose.

WaqaiError
├── InputError      a report cannot be read (file, reason, remedy)        → exit 1, the run goes on
├── UsageError      the call is wrong                                     → exit 2
├── ResourceError   a data file is wrong (file, line, remedy)             → exit 3
└── StoreError      the store cannot be opened, read or written           → exit 1
"""

from __future__ import annotations


class WaqaiError(Exception):
    """Base of all. The message says what, where, and the next step."""


class InputError(WaqaiError):
    """A report cannot be read."""


class UsageError(WaqaiError):
    """The command or call is used wrongly."""


class ResourceError(WaqaiError):
    """A file of the data room is wrong."""


class StoreError(WaqaiError):
    """The store cannot be opened, read or written."""
