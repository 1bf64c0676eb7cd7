"""Rows of a worksheet written as text in one go.

The writer's own cell-by-cell calls take 8 µs a cell: 100,000 incidents with their versions are eight million cells. Here a row costs
one string. It writes to the stream that ``constant_memory`` keeps per sheet; ``test_xlsx_reads_back_with_real_dates`` watches that the
two still fit together.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

_DAY_ZERO = date(1899, 12, 30).toordinal()
_BAD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_SPECIAL = re.compile("[&<>\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
#: Most characters a cell holds.
_MOST = 32_767


def _letters(n: int) -> str:
    out = ""
    n += 1
    while n:
        n, rest = divmod(n - 1, 26)
        out = chr(65 + rest) + out
    return out


_COLUMNS = tuple(_letters(n) for n in range(256))


def _text(v: str) -> str:
    v = v[:_MOST]
    if _SPECIAL.search(v):
        v = _BAD.sub("", v).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return v


class RawRows:
    """Appends rows to one sheet; header rows are written before by the ordinary calls.

    Args:
        sheet: a worksheet of a ``constant_memory`` workbook.
        first: index of the first row to write, from 0.
        day: the format of dates.
    """

    def __init__(self, sheet: Any, first: int, day: Any) -> None:
        self._sheet = sheet
        self._next = first
        self._day = day._get_xf_index()
        # The header waits in memory until another row begins: let it go out first.
        sheet._write_single_row(first)
        self._write = sheet.row_data_fh.write

    def add(self, values: Sequence[Any]) -> None:
        """One row of text, numbers and dates; ``None`` leaves a cell out. Text is never read as a formula."""
        n = self._next + 1
        cells = []
        for column, v in zip(_COLUMNS, values):
            if v is None:
                continue
            if isinstance(v, str):
                if v:
                    space = ' xml:space="preserve"' if v[0].isspace() or v[-1].isspace() or "\n" in v else ""
                    cells.append(f'<c r="{column}{n}" t="inlineStr"><is><t{space}>{_text(v)}</t></is></c>')
            elif isinstance(v, date):
                cells.append(f'<c r="{column}{n}" s="{self._day}"><v>{v.toordinal() - _DAY_ZERO}</v></c>')
            else:
                cells.append(f'<c r="{column}{n}"><v>{v!r}</v></c>')
        self._write(f'<row r="{n}">{"".join(cells)}</row>')
        self._next += 1

    def close(self, width: int) -> None:
        """Tell the sheet how far it reaches."""
        self._sheet.dim_rowmax = max(self._sheet.dim_rowmax or 0, self._next - 1)
        self._sheet.dim_colmax = max(self._sheet.dim_colmax or 0, width - 1)
        self._sheet.previous_row = self._next
