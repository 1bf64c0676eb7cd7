"""Fetching GeoNames country dumps over HTTP: resumable, checked, and only when asked.

A download goes to ``<name>.part``. When it breaks off, the next call asks for the rest with ``Range`` and ``If-Range``; a server
that sends the whole file again is fine too. The finished file is checked (length, zip checksums, an expected SHA-256 when
given) before it takes its name.
"""

from __future__ import annotations

import http.client
import json
import urllib.error
import urllib.request
import zipfile
from collections.abc import Callable
from pathlib import Path

from waqai.errors import InputError, UsageError
from waqai.resources.gazetteer.importers.common import digest

BASE = "https://download.geonames.org/export/dump"
AGENT = "waqai-gazetteer"
BLOCK = 1 << 16
MOST_BYTES = 200_000_000


def fetch(
    country: str,
    folder: Path,
    base: str = BASE,
    sha256: str | None = None,
    timeout: float = 30.0,
    progress: Callable[[int, int], None] | None = None,
) -> Path:
    """Download one country's dump.

    Args:
        country: ISO alpha-2 code.
        folder: where ``SY.zip`` goes; made when missing.
        base: address of the folder that holds the dumps, http or https.
        sha256: expected checksum of the zip file; ``None`` checks the zip's own checksums only.
        timeout: seconds without a byte before giving up.
        progress: called with bytes so far and the total (0 when unknown).

    Returns:
        The path of the checked file.

    Raises:
        UsageError: no country code, or an address that is not http(s).
        InputError: the server cannot be reached, refuses, or sends a broken file; a partial file stays for the next try.
    """
    code = country.upper()
    if len(code) != 2 or not code.isascii() or not code.isalpha():
        raise UsageError(f"{country!r} is no country code. Give two letters, such as SY.")
    if not base.startswith(("http://", "https://")):
        raise UsageError(f"{base!r} is no web address. Give one that begins with https://")
    folder.mkdir(parents=True, exist_ok=True)
    target, part, note = (folder / f"{code}{end}" for end in (".zip", ".zip.part", ".zip.part.json"))
    url = f"{base.rstrip('/')}/{code}.zip"
    _download(url, part, note, timeout, progress)
    found = digest(part)
    if sha256 is not None and found != sha256.lower():
        _forget(part, note)
        raise InputError(f"{url}: SHA-256 is {found}, expected {sha256.lower()}. Nothing was kept; fetch again.")
    try:
        with zipfile.ZipFile(part) as z:
            bad = z.testzip()
    except zipfile.BadZipFile as e:
        _forget(part, note)
        raise InputError(f"{url}: broken zip file ({e}). Nothing was kept; fetch again.") from e
    if bad is not None:
        _forget(part, note)
        raise InputError(f"{url}: {bad} inside is damaged. Nothing was kept; fetch again.")
    part.replace(target)
    note.unlink(missing_ok=True)
    target.with_name(f"{target.name}.sha256").write_text(f"{found}  {target.name}\n", encoding="utf-8")
    return target


def _forget(part: Path, note: Path) -> None:
    part.unlink(missing_ok=True)
    note.unlink(missing_ok=True)


def _download(url: str, part: Path, note: Path, timeout: float, progress: Callable[[int, int], None] | None) -> None:
    have = part.stat().st_size if part.exists() else 0
    tag = ""
    if have and note.exists():
        try:
            tag = str(json.loads(note.read_text(encoding="utf-8")).get("tag", ""))
        except (ValueError, AttributeError):
            tag = ""
    request = urllib.request.Request(url, headers={"User-Agent": AGENT})
    if have and tag:  # Without a tag there is no telling whether the file changed: begin anew.
        request.add_header("Range", f"bytes={have}-")
        request.add_header("If-Range", tag)
    try:
        with urllib.request.urlopen(request, timeout=timeout) as answer:
            resumed = answer.status == 206
            total = int(answer.headers.get("Content-Length") or 0) + (have if resumed else 0)
            if total > MOST_BYTES:
                raise InputError(f"{url}: {total // 1_000_000} MB, more than any country's dump. Check the address.")
            got = have if resumed else 0
            fresh = answer.headers.get("ETag") or answer.headers.get("Last-Modified") or ""
            note.write_text(json.dumps({"tag": fresh, "url": url}), encoding="utf-8")
            with part.open("ab" if resumed else "wb") as f:
                while block := answer.read(BLOCK):
                    got += len(block)
                    if got > MOST_BYTES:
                        raise InputError(f"{url}: more than {MOST_BYTES // 1_000_000} MB. Check the address.")
                    f.write(block)
                    if progress is not None:
                        progress(got, total)
    except urllib.error.HTTPError as e:
        if e.code == 416 and have:  # The part is already the whole file, or longer than the new one.
            e.close()
            part.unlink(missing_ok=True)
            note.unlink(missing_ok=True)
            raise InputError(f"{url}: the partial file does not fit the server's. It was removed; fetch again.") from e
        e.close()
        hint = "Check the country code." if e.code == 404 else "Try again later."
        raise InputError(f"{url}: the server says {e.code} {e.reason}. {hint}") from e
    except (urllib.error.URLError, TimeoutError, OSError, http.client.HTTPException) as e:
        reason = getattr(e, "reason", None) or e
        raise InputError(f"{url}: {reason}. What came so far is kept; run the same command to go on.") from e
    if total and got != total:
        raise InputError(f"{url}: {got} of {total} bytes came. They are kept; run the same command to go on.")
