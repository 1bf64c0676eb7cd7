"""Rate limits in memory: a few guesses at a password, many ordinary requests. One process, one count."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import datetime


class Window:
    """At most ``most`` events per ``seconds`` and key.

    Keys that fell silent are forgotten, and never more than 50,000 are kept, so that a flood of names takes no memory.
    """

    def __init__(self, most: int, seconds: float, clock: Callable[[], datetime]) -> None:
        self.most, self.seconds, self._clock = most, seconds, clock
        self._seen: dict[str, list[float]] = {}
        self._lock = threading.Lock()

    def _recent(self, key: str, now: float) -> list[float]:
        found = [t for t in self._seen.get(key, ()) if now - t < self.seconds]
        if found:
            self._seen[key] = found
        else:
            self._seen.pop(key, None)
        return found

    def wait(self, key: str) -> float:
        """Seconds until the key may try again; 0 when it may now."""
        now = self._clock().timestamp()
        with self._lock:
            found = self._recent(key, now)
            return 0.0 if len(found) < self.most else max(1.0, self.seconds - (now - found[0]))

    def hit(self, key: str) -> None:
        """Count one event."""
        now = self._clock().timestamp()
        with self._lock:
            found = self._recent(key, now)
            if len(self._seen) > 50_000:
                self._seen.clear()
            self._seen[key] = [*found[-self.most :], now]

    def take(self, key: str) -> float:
        """Count one event unless the key must wait; returns the seconds to wait."""
        left = self.wait(key)
        if not left:
            self.hit(key)
        return left

    def forget(self, key: str) -> None:
        """Start the key's count anew."""
        with self._lock:
            self._seen.pop(key, None)
