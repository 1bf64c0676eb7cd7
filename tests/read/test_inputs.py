"""Every kind of input and every way it can be bad: one report or one failure each, and the run goes on."""

from __future__ import annotations

import io
import json
import os
import threading
import zipfile
from datetime import date, datetime
from pathlib import Path

import pytest

from waqai.model import Report
from waqai.read import ReadFailure, read_inputs

TEXT = "قتل جنديان وأصيب ثالث في انفجار عبوة ناسفة على الطريق إلى بلدة القائم، وفق مصدر أمني.\r\n\r\nولم تتبن أي جهة التفجير."


def write(folder: Path, name: str, content: str | bytes) -> Path:
    p = folder / name
    p.parent.mkdir(parents=True, exist_ok=True)
    p.write_bytes(content.encode() if isinstance(content, str) else content)
    return p


def one(path: Path | str, **options: object) -> Report:
    (result,) = read_inputs([path], **options)
    assert isinstance(result, Report), result
    return result


def failure(path: Path | str) -> ReadFailure:
    (result,) = read_inputs([path])
    assert isinstance(result, ReadFailure), result
    return result


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1256", "utf-16", "utf-16-le", "utf-16-be"])
def test_text_is_kept_exactly_in_every_encoding(tmp_path: Path, encoding: str) -> None:
    report = one(write(tmp_path, "a.txt", TEXT.encode(encoding)))
    assert report.text == TEXT
    assert report.id == report.sha256[:16]
    assert report.published is None
    assert report.published_basis == "none"


def test_short_windows_1256_headline(tmp_path: Path) -> None:
    text = "مقتل شرطي في كركوك"
    assert one(write(tmp_path, "a.txt", text.encode("cp1256"))).text == text


@pytest.mark.parametrize(
    ("name", "content", "code", "words"),
    [
        ("empty.txt", b"", "unreadable-input", "empty"),
        ("blank.txt", b" \n\n", "unreadable-input", "empty"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "unreadable-input", "PNG"),
        ("binary.txt", bytes(range(256)) * 40, "unreadable-input", "binary"),
        ("iso.txt", TEXT.encode("iso8859-6"), "unreadable-input", "encoding"),
        ("cut.txt", TEXT.encode()[:61] + b"\xd8 \xff\xfe" + TEXT.encode(), "unreadable-input", "encoding"),
        ("english.txt", b"Two soldiers were killed on Monday by a roadside bomb.", "unreadable-input", "Arabic"),
        ("persian.txt", "دو سرباز در انفجار بمب کنار جاده‌ای در نزدیکی شهر کشته شدند و سه تن دیگر زخمی شدند".encode(), "unreadable-input", "Persian"),
        ("menu.html", "<html><body><nav><a href='/'>الرئيسية</a></nav></body></html>".encode(), "unreadable-input", "no article"),
        ("broken.json", b'{"text": ', "broken-json", "JSON"),
        ("empty.jsonl", b"", "unreadable-input", "empty"),
        ("broken.docx", b"PK\x03\x04junk", "unreadable-input", "Word"),
    ],
)  # fmt: skip
def test_bad_files_give_one_clear_line(tmp_path: Path, name: str, content: bytes, code: str, words: str) -> None:
    f = failure(write(tmp_path, name, content))
    assert f.issue.code == code
    assert f.issue.severity == "error"
    assert words in f.issue.detail
    assert f.line.startswith(str(tmp_path / name))
    assert "\n" not in f.line
    assert ". " in f.issue.detail, "reason, then remedy"


def test_too_large_is_refused_before_it_is_read(tmp_path: Path) -> None:
    p = tmp_path / "big.txt"
    with p.open("wb") as f:
        f.truncate(51_000_000)
    assert failure(p).issue.code == "too-large"


def test_missing_paths(tmp_path: Path) -> None:
    assert failure(tmp_path / "no.txt").issue.code == "missing-file"
    assert failure(str(tmp_path / "*.txt")).issue.code == "no-match"
    assert failure(tmp_path).issue.code == "empty-folder"


def test_one_bad_file_does_not_stop_the_others(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", TEXT)
    write(tmp_path, "b.txt", b"")
    write(tmp_path, "deep/c.txt", TEXT + " انتهى.")
    write(tmp_path, ".hidden/d.txt", TEXT)
    write(tmp_path, "notes.csv", "x")
    results = list(read_inputs([tmp_path]))
    assert [type(r).__name__ for r in results] == ["Report", "ReadFailure", "Report"]


def test_each_file_is_read_once(tmp_path: Path) -> None:
    p = write(tmp_path, "a.txt", TEXT)
    assert len(list(read_inputs([p, tmp_path / "*.txt", p]))) == 1


@pytest.mark.parametrize("name", ["a.json", "a.txt.json"])
def test_sidecar_gives_metadata_and_is_no_report(tmp_path: Path, name: str) -> None:
    write(tmp_path, "a.txt", TEXT)
    meta = {
        "id": "r-7",
        "published_at": "2024-03-05T10:00:00+03:00",
        "outlet": "وكالة الفرات",
        "url": "https://example.org/7",
        "title": "انفجار",
    }
    write(tmp_path, name, json.dumps(meta))
    report = one(tmp_path)
    assert (report.id, report.outlet, report.url, report.title) == ("r-7", meta["outlet"], meta["url"], "انفجار")
    assert report.published == datetime.fromisoformat(meta["published_at"])
    assert report.published_basis == "metadata"


def test_broken_sidecar_is_an_issue(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", TEXT)
    write(tmp_path, "a.json", "{")
    assert [i.code for i in one(tmp_path).issues] == ["sidecar-unreadable"]


def test_json_lines(tmp_path: Path) -> None:
    lines = [
        json.dumps({"id": 5, "text": TEXT, "published_at": "2024-03-05", "outlet": "وكالة"}),
        "{broken",
        "",
        json.dumps({"id": "x"}),
        json.dumps({"id": "late", "text": TEXT, "published_at": "the fifth"}),
        json.dumps({"id": "void", "text": ""}),
    ]
    p = write(tmp_path, "in.jsonl", "\ufeff" + "\n".join(lines))
    a, b, c, d, e = read_inputs([p])
    assert isinstance(a, Report)
    assert (a.id, a.published, a.text) == ("5", date(2024, 3, 5), TEXT)
    assert isinstance(b, ReadFailure)
    assert (b.issue.code, b.path) == ("broken-json", f"{p}:2")
    assert isinstance(c, ReadFailure)
    assert (c.issue.code, c.path) == ("no-text", f"{p}:4")
    assert isinstance(d, Report)
    assert d.published is None
    assert [i.code for i in d.issues] == ["date-unreadable"]
    assert isinstance(e, ReadFailure)
    assert e.id == "void"


def test_json_file_with_a_list(tmp_path: Path) -> None:
    p = write(tmp_path, "in.json", json.dumps([{"id": "a", "text": TEXT}, {"id": "b", "text": TEXT}]))
    assert [r.id for r in read_inputs([p])] == ["a", "b"]


def test_standard_input_as_lines_text_and_page() -> None:
    lines = io.BytesIO(("\n" + json.dumps({"id": "a", "text": TEXT}) + "\n" + json.dumps({"id": "b", "text": TEXT})).encode())
    assert [r.id for r in read_inputs(["-"], stdin=lines)] == ["a", "b"]
    (text,) = read_inputs(["-"], stdin=io.BytesIO(TEXT.encode()))
    assert text.text == TEXT
    (empty,) = read_inputs(["-"], stdin=io.BytesIO(b""))
    assert isinstance(empty, ReadFailure)


def test_publication_date_order(tmp_path: Path) -> None:
    p = write(tmp_path, "a.txt", "5 آذار 2024\n" + TEXT)
    assert one(p).published_basis == "dateline"
    given = one(p, published=date(2024, 3, 9), outlet="وكالة")
    assert (given.published, given.published_basis, given.outlet) == (date(2024, 3, 9), "argument", "وكالة")
    write(tmp_path, "a.json", '{"published_at": "2024-03-07"}')
    assert one(p, published=date(2024, 3, 9)).published == date(2024, 3, 7)


def test_word_document(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as z:
        ns = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
        body = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in TEXT.split("\r\n"))
        z.writestr("word/document.xml", f'<w:document xmlns:w="{ns}"><w:body>{body}</w:body></w:document>')
    assert one(write(tmp_path, "a.docx", buffer.getvalue())).text == TEXT.replace("\r\n", "\n")


def test_a_pipe_made_by_the_shell(tmp_path: Path) -> None:
    fifo = tmp_path / "pipe"
    os.mkfifo(fifo)
    writer = threading.Thread(target=fifo.write_bytes, args=(TEXT.encode(),))
    writer.start()
    assert one(fifo).text == TEXT
    writer.join()
