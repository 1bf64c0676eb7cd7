"""Incidents follow decisions: an amendment, a rejection, a link or a split is linked anew in the background.

A small store is linked in this process at once; a large one in a child process, so that pages stay quick, and not
more often than linking takes.
"""

from __future__ import annotations

import contextlib
import threading
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import sqlalchemy as sa

from waqai.errors import WaqaiError
from waqai.store import Store, open_store
from waqai.store.engine import reading
from waqai.store.schema import claim

LARGE = 5_000
CHANGES = frozenset(("import", "add", "amend", "reject", "not_event", "reopen", "same", "different", "merge", "split"))


def relink(where: str) -> int:
    """Link a store anew; returns how many incident and tally rows changed. Runs in a child process for large stores."""
    with open_store(where, create=False) as store:
        return link_once(store)


def link_once(store: Store) -> int:
    """As ``relink``, on an open store. When decisions keep arriving the result of the last reading is kept."""
    from waqai.pipeline import METHOD
    from waqai.run import Session, link
    from waqai.store import StaleLinks

    session = Session(store, METHOD)
    try:
        return session.link()
    except StaleLinks:
        result = link(store)
        return store.put_incidents(result.incidents, result.tallies, session.run_id)


class Relinker:
    """Links when asked to, one at a time.

    Args:
        mode: ``auto``, ``inline`` or ``off``.
    """

    def __init__(self, store: Store, where: str, mode: str = "auto") -> None:
        self._store, self._where, self.mode = store, where, mode
        self._lock = threading.Lock()
        self._wake = threading.Event()
        self._stopped = False
        self._pool: ProcessPoolExecutor | None = None
        self._thread: threading.Thread | None = None
        self.last_error = ""

    def _large(self) -> bool:
        # The highest number stands for the count: quick, and no smaller than the truth.
        with reading(self._store.engine) as conn:
            return int(conn.execute(sa.select(sa.func.max(claim.c.seq))).scalar() or 0) > LARGE

    def ask(self, action: str) -> None:
        """Note that a decision changed what is known; returns when a small store is linked."""
        if action not in CHANGES or self.mode == "off":
            return
        if self.mode == "inline" or not self._large():
            with self._lock, contextlib.suppress(WaqaiError):
                link_once(self._store)
            return
        self._wake.set()
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="relink", daemon=True)
            self._thread.start()

    def _run(self) -> None:
        while True:
            self._wake.wait()
            if self._stopped:
                return
            self._wake.clear()
            began = time.monotonic()
            try:
                if self._pool is None:
                    self._pool = ProcessPoolExecutor(1, mp_context=get_context("spawn"))
                self._pool.submit(relink, self._where).result()
                self.last_error = ""
            except Exception as e:
                # Nothing is lost: the decisions are stored, and the next one asks again.
                self.last_error = str(e)
                self._pool = None
            for _ in range(int(max(2.0, 2 * (time.monotonic() - began)) * 10)):
                if self._stopped:
                    return
                time.sleep(0.1)

    def stop(self) -> None:
        """End the thread and the child."""
        self._stopped = True
        self._wake.set()
        if self._pool is not None:
            self._pool.shutdown(wait=False, cancel_futures=True)
