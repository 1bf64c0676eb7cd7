"""The data lint: what is wrong in the word lists and tables, by file and line.

It looks for files that do not parse, keys written twice, characters that never belong in a word list (tatweel,
invisible marks, presentation forms, a Latin letter inside an Arabic word), entries written twice in one list, words
with two meanings in tables that must be distinct, and rooms without a corpus of examples. Two spellings of one word
that fold alike (``مساء``, ``مساءً``) may stand together: they help the reader and cost nothing.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import yaml

from waqai.errors import ResourceError
from waqai.normalise import fold
from waqai.resources.load import DATA, read_tsv, read_yaml

_ARABIC = re.compile(r"[\u0600-\u06ff]")
# Presentation forms (FB50–FDFF, FE70–FEFC) look like letters and match nothing; FD3E/FD3F are ornate brackets.
_STRAY = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad\ufb50-\ufd3d\ufd40-\ufdff\ufe70-\ufefc\ufffd]")
# A tatweel at the end of a prefix shows that it is joined ("لـ", "الـPKK"); between two letters it is ornament.
_ORNAMENT = re.compile("\u0640(?=[\u0620-\u064a])")
_MIXED = re.compile("[\u0620-\u063f\u0641-\u064a][A-Za-z]|[A-Za-z][\u0620-\u063f\u0641-\u064a]")


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One finding: ``path`` relative to the data room, ``line`` from 1 (0 when it concerns the whole file)."""

    path: str
    line: int
    message: str

    def __str__(self) -> str:
        """``path:line: message``."""
        return f"{self.path}:{self.line}: {self.message}"


def lint(root: Path = DATA) -> list[Problem]:
    """All problems under ``root``, sorted; empty when the data is clean.

    Raises:
        ResourceError: ``lint.yml`` itself cannot be read.
    """
    rules = read_yaml(root / "lint.yml") if (root / "lint.yml").exists() else {}
    problems: list[Problem] = []
    for path in sorted(root.rglob("*")):
        name = path.relative_to(root).as_posix()
        if path.suffix in (".yml", ".yaml"):
            problems += _yaml(path, name, rules)
        elif path.suffix == ".tsv":
            problems += _tsv(path, name, rules)
    problems += _corpora(root, rules)
    return sorted(problems)


def _yaml(path: Path, name: str, rules: dict[str, Any]) -> Iterator[Problem]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        root = yaml.compose(path.read_text(encoding="utf-8"), Loader=loader)
    except (yaml.YAMLError, UnicodeDecodeError) as e:
        mark = getattr(e, "problem_mark", None)
        yield Problem(name, mark.line + 1 if mark else 0, f"cannot be read: {getattr(e, 'problem', e)}")
        return
    if root is None:
        yield Problem(name, 0, "is empty")
        return
    yield from _node(root, name, ".corpus." in name or name in (rules.get("text") or ()))
    for table in (rules.get("distinct") or {}).get(name, ()):
        yield from _distinct(root, table, name)


def _node(node: yaml.Node, name: str, text: bool) -> Iterator[Problem]:
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            if key.value in seen:
                yield Problem(name, key.start_mark.line + 1, f"key {key.value!r} is written twice; the first is lost")
            seen.add(key.value)
            yield from _node(key, name, text)
            yield from _node(value, name, text)
    elif isinstance(node, yaml.SequenceNode):
        if not text:
            yield from _repeats(node, name)
        for value in node.value:
            yield from _node(value, name, text)
    elif isinstance(node, yaml.ScalarNode):
        for message in stray(node.value, text=text):
            yield Problem(name, node.start_mark.line + 1, message)


def _repeats(node: yaml.SequenceNode, name: str) -> Iterator[Problem]:
    seen: set[str] = set()
    for value in node.value:
        if isinstance(value, yaml.ScalarNode) and _ARABIC.search(value.value):
            if value.value in seen:
                yield Problem(name, value.start_mark.line + 1, f"{value.value!r} is in the list twice")
            seen.add(value.value)


def _distinct(root: yaml.Node, table: str, name: str) -> Iterator[Problem]:
    """Words of one table that stand under two of its keys."""
    entries = next((v for k, v in root.value if k.value == table), None) if isinstance(root.value, list) else None
    if not isinstance(entries, yaml.MappingNode):
        yield Problem(name, 0, f"has no table {table!r}, which lint.yml names")
        return
    owner: dict[str, str] = {}
    for key, words in entries.value:
        for word in words.value if isinstance(words, yaml.SequenceNode) else ():
            folded = fold(str(word.value))
            if owner.setdefault(folded, key.value) != key.value:
                line = word.start_mark.line + 1
                yield Problem(name, line, f"{word.value!r} means {owner[folded]} and {key.value} in {table}")


def stray(value: str, text: bool = False) -> list[str]:
    """What is wrong with the characters of one entry; ``text`` for running text, where tatweel and mixtures occur."""
    found = []
    if m := _STRAY.search(value):
        found.append(f"{value!r} holds the stray character U+{ord(m.group()):04X}")
    if text or not _ARABIC.search(value):
        return found
    if _ORNAMENT.search(value):
        found.append(f"{value!r} holds a tatweel, which the fold removes; write the plain word")
    if _MIXED.search(value):
        found.append(f"{value!r} joins a Latin letter to an Arabic word")
    if value != value.strip() or "  " in value:
        found.append(f"{value!r} has a space too many")
    if unicodedata.normalize("NFC", value) != value:
        found.append(f"{value!r} is not composed (NFC); type it again")
    return found


def _tsv(path: Path, name: str, rules: dict[str, Any]) -> Iterator[Problem]:
    try:
        rows = list(read_tsv(path))
    except (ResourceError, UnicodeDecodeError) as e:
        yield Problem(name, 0, str(e).split(f"{path}:")[-1].strip())
        return
    keys = next((key for pattern, key in (rules.get("unique") or {}).items() if fnmatch(name, pattern)), None)
    seen: set[str] = set()
    corpus = ".corpus." in name
    for n, row in enumerate(rows, 1):
        identity = row.get(keys, "") if keys else "\t".join(row.values())
        if identity in seen:
            yield Problem(name, n, f"row {n}: {identity!r} is written twice")
        seen.add(identity)
        for cell in row.values():
            for message in stray(cell, text=corpus):
                yield Problem(name, n, f"row {n}: {message}")


def _corpora(root: Path, rules: dict[str, Any]) -> Iterator[Problem]:
    excused = rules.get("no_corpus") or {}
    for folder in sorted(p for p in root.iterdir() if p.is_dir()):
        if folder.name in excused or not (list(folder.glob("*.yml")) or list(folder.glob("*.tsv"))):
            continue
        if not list(folder.rglob("*.corpus.*")):
            yield Problem(folder.name, 0, "no corpus of examples (NAME.corpus.yml) stands beside the data")
