"""Values that are asked for on every page and cost a walk over the list: kept while nothing changed, and made anew behind the pages."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Hashable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

T = TypeVar("T")
MOST = 500


class Memory:
    """Values by key, each with the time and the log record it was made at.

    Args:
        at: gives the log record the list now stands at.
        hold: gives how many seconds a value may be out of date; who asks then is given the old one, and it is made anew behind the page.
        most: all are forgotten when there are more.
    """

    def __init__(self, at: Callable[[], int], hold: Callable[[], float], most: int = MOST) -> None:
        self._at, self._hold, self._most = at, hold, most
        self._held: dict[Hashable, tuple[float, int, object]] = {}
        self._due: set[Hashable] = set()
        self._lock = threading.Lock()
        self._behind = ThreadPoolExecutor(1, thread_name_prefix="counts")

    def stop(self) -> None:
        """End what counts behind the pages."""
        self._behind.shutdown(wait=False, cancel_futures=True)

    def get(self, key: Hashable, make: Callable[[], T]) -> T:
        """The value of a key."""
        hold = self._hold()
        found = self._held.get(key)
        if found is None:
            return self._make(key, make)
        value: T = found[2]  # type: ignore[assignment]
        if found[1] == self._at() or time.monotonic() - found[0] < hold:
            return value
        if not hold:
            return self._make(key, make)
        with self._lock:
            first = key not in self._due
            self._due.add(key)
        if first:
            self._behind.submit(self._make, key, make)
        return value

    def _make(self, key: Hashable, make: Callable[[], T]) -> T:
        try:
            at = self._at()
            value = make()
            if len(self._held) >= self._most:
                self._held.clear()
            self._held[key] = (time.monotonic(), at, value)
            return value
        finally:
            self._due.discard(key)
