"""Fetching over HTTP from a server on this machine: whole, broken off, resumed, damaged, refused."""

import hashlib
import io
import threading
import zipfile
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from waqai.errors import InputError, UsageError
from waqai.resources.gazetteer.fetch import fetch


def dump() -> bytes:
    line = "1\tA\tA\tالمثال\t33.1\t38.1\tP\tPPL\tSY\t\t03\t\t\t\t12\t\t2\tAsia/Damascus\t2020-01-01\n"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as z:
        z.writestr("SY.txt", line * 50)
    return out.getvalue()


class Server:
    def __init__(self) -> None:
        self.body = dump()
        self.tag = '"one"'
        self.cut: int | None = None
        self.ranges: list[str | None] = []
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                outer.ranges.append(self.headers.get("Range"))
                if not self.path.endswith("/SY.zip"):
                    self.send_error(404)
                    return
                body, start = outer.body, 0
                asked = self.headers.get("Range")
                if asked and self.headers.get("If-Range") == outer.tag:
                    start = int(asked.removeprefix("bytes=").rstrip("-"))
                    if start >= len(body):
                        self.send_error(416)
                        return
                self.send_response(206 if start else 200)
                self.send_header("Content-Length", str(len(body) - start))
                self.send_header("ETag", outer.tag)
                self.end_headers()
                self.wfile.write(body[start : outer.cut] if outer.cut else body[start:])

            def log_message(self, *args: object) -> None:
                pass

        self._http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._http.server_port}/dump"
        threading.Thread(target=self._http.serve_forever, daemon=True).start()

    def close(self) -> None:
        self._http.shutdown()
        self._http.server_close()


@pytest.fixture
def server():
    s = Server()
    yield s
    s.close()


def test_fetch_keeps_the_file_and_its_checksum(server, tmp_path):
    path = fetch("sy", tmp_path, server.url)
    assert path.read_bytes() == server.body
    assert (tmp_path / "SY.zip.sha256").read_text().startswith(hashlib.sha256(server.body).hexdigest())
    assert not list(tmp_path.glob("*.part*"))


def test_fetch_goes_on_where_it_broke_off(server, tmp_path):
    server.cut = 60
    with pytest.raises(InputError, match="run the same command"):
        fetch("SY", tmp_path, server.url)
    assert (tmp_path / "SY.zip.part").stat().st_size == 60
    assert not (tmp_path / "SY.zip").exists()
    server.cut = None
    assert fetch("SY", tmp_path, server.url).read_bytes() == server.body
    assert server.ranges == [None, "bytes=60-"]


def test_fetch_begins_anew_when_the_file_changed(server, tmp_path):
    server.cut = 60
    with pytest.raises(InputError):
        fetch("SY", tmp_path, server.url)
    server.cut, server.tag = None, '"two"'
    assert fetch("SY", tmp_path, server.url).read_bytes() == server.body


def test_fetch_refuses_a_wrong_checksum(server, tmp_path):
    with pytest.raises(InputError, match="SHA-256"):
        fetch("SY", tmp_path, server.url, sha256="0" * 64)
    assert list(tmp_path.iterdir()) == []


def test_fetch_refuses_a_damaged_zip(server, tmp_path):
    body = bytearray(server.body)
    body[60] ^= 255
    server.body = bytes(body)
    with pytest.raises(InputError, match=r"damaged|broken"):
        fetch("SY", tmp_path, server.url)
    assert not (tmp_path / "SY.zip").exists()


def test_fetch_says_when_the_server_has_no_such_file(server, tmp_path):
    with pytest.raises(InputError, match="404"):
        fetch("XX", tmp_path, server.url)


def test_fetch_says_when_no_server_answers(tmp_path):
    with pytest.raises(InputError, match="run the same command"):
        fetch("SY", tmp_path, "http://127.0.0.1:9/dump", timeout=2)


def test_fetch_refuses_other_addresses(tmp_path):
    with pytest.raises(UsageError):
        fetch("SY", tmp_path, "file:///etc")
    with pytest.raises(UsageError):
        fetch("../x", tmp_path)
