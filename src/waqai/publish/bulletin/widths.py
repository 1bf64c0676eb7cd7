"""How wide the columns of a printed table are."""

from __future__ import annotations

from waqai.publish.bulletin.blocks import Table

#: Millimetres: the text's width, an average letter of a table, and the margins of a cell.
_PAGE, _LETTER, _MARGINS = 174.0, 1.7, 4.2
#: Letters after which a text may as well take another line.
_LONG = 44


def widths(t: Table) -> list[float]:
    """Millimetres of each column: the longest word fits first, then long texts share what is left. They fill the page."""
    texts = [[h, *(row[n].text for row in t.rows if len(row) > 1)] for n, h in enumerate(t.head)]
    need = [max(len(w) for text in column for w in text.split(" ")) * _LETTER + _MARGINS for column in texts]
    want = [max(a, min(_LONG, max(map(len, column))) * _LETTER + _MARGINS) for a, column in zip(need, texts)]
    left, asked = _PAGE - sum(need), sum(want) - sum(need)
    if left < 0:
        return [a * _PAGE / sum(need) for a in need]
    return [a + left * ((b - a) / asked if asked else 1 / len(need)) for a, b in zip(need, want)]
