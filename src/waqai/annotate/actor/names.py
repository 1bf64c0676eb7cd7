"""Names of actors: what belongs to a name behind it, an owner, loaded words, an abbreviation in brackets."""

from __future__ import annotations

from waqai.annotate.actor.heads import HeadGrammar
from waqai.annotate.actor.lexicon import NAME, Hit, Node
from waqai.annotate.actor.lone import SKIP, Raw
from waqai.annotate.outlets_today import is_outlet_today

# marks after a name that heads a line
_HEADED = frozenset((":", "|"))
# marks that may stand inside a name: حركة (الشباب), تنظيم "الدولة"
GAPS = SKIP | {"(", ")", "/", "-", "–", "—"}


class NamedActors(HeadGrammar):
    """A listed name, its path through the lexicon and its surroundings."""

    def _walk(self, node: Node, j: int) -> list[tuple[int, tuple[Hit, ...]]]:
        """Ends of the paths from ``node`` on, the words from ``j`` on being next; with what each path means."""
        here = node.get("")
        ends = [] if here is None else [(j, here)]
        words, spelling, n = self.words, self.lex.spelling, len(self.words)
        while j < n:
            w = words[j]
            if w in GAPS:
                j += 1
                continue
            nxt = node.get(spelling.get(w, w))
            if nxt is None:
                if w.isascii():
                    nxt = node.get(w.lower())
                if nxt is None:
                    break
            node = nxt
            j += 1
            here = node.get("")
            if here is not None:
                ends.append((j, here))
        return ends

    def _name(self, i: int, end: int, prefix: str, hit: Hit, depth: int) -> Raw | None:
        stance = hit.extra
        if stance.endswith("+q"):
            stance = stance[:-2]
            opened = i > 0 and self.words[i - 1] in SKIP
            opened = opened or self._heads_line(i, end)  # ``أعماق: مقتل ...``
            if not opened and (depth != 1 or self._told_bare(i, end)):
                return None
        if self.words[end - 1] in ("اليوم", "الان") and end == i + 2 and not is_outlet_today(self.words, i, end):
            return None  # ``انفجرت سيارة ببغداد اليوم``: the city, and a day
        raw = Raw(i, end, i, ("actor", hit.value), "named", stance=stance, prefix=prefix)
        thing = self.lex.posts.get(self.words[i]) if end > i + 1 and not prefix else None
        if thing is not None and self.reg.actor(hit.value).category == "state_force":
            raw.attrs["object"] = thing  # ``القاعدة الأمريكية``, listed as a name
        self._extend(raw)
        if depth < 3 and self.reg.actor(hit.value).periods:
            self._belongs(raw, depth)
        self._tied(raw, depth)
        return raw

    def _told_bare(self, i: int, end: int) -> bool:
        """``هاجموا قاعدة عسكرية … سيارة يقودها انتحاري القاعدة``: the noun told before, no organisation."""
        w = self.words[i]
        return end == i + 1 and w.startswith("ال") and w[2:] in self.words[:i]

    def _belongs(self, raw: Raw, depth: int) -> None:
        """``جهاز الأمن العام التابع لهيئة تحرير الشام``: an owner told after a name of several eras settles it."""
        words, n = self.words, len(self.words)
        j = raw.last
        if j + 1 >= n or words[j] not in self.lex.belongs:
            return
        j += 1
        while j < n and (words[j] in SKIP or words[j] == "ل"):
            j += 1
        begin = self.lex.starts(words[j]) if j < n else None
        owner = self.parse(j, begin, depth + 1) if begin else None
        if owner is not None and owner.target is not None and (raw.form == "named" or owner.target[0] in ("actor", "context")):
            raw.target, raw.last = owner.target, owner.last
            self._extend(raw)

    def _extend(self, raw: Raw) -> None:
        """Loaded adjectives, an abbreviation in brackets, a closing quotation mark belong to the name."""
        words, lex, n = self.words, self.lex, len(self.words)
        for _ in range(3):
            e = raw.last
            if e >= n:
                return
            w = words[e]
            if w in lex.loaded:
                raw.last, raw.stance = e + 1, "hostile"
            elif w in lex.honour:
                raw.last, raw.stance = e + 1, "honorific"
            elif self._closes(raw, w):
                raw.last = e + 1
            elif w in ('"', "(") and raw.target is not None and raw.target[0] == "actor":
                closing = self._apposition(e + 1, str(raw.target[1]))
                if closing is None:
                    return
                raw.last = closing
            else:
                return

    def _heads_line(self, i: int, end: int) -> bool:
        """Whether a name stands before a colon or a bar at the head of a line."""
        return (i == 0 or self.words[i - 1] == "\n") and end < len(self.words) and self.words[end] in _HEADED

    def _closes(self, raw: Raw, mark: str) -> bool:
        """Whether a quotation mark or bracket opened inside the name."""
        inner = self.words[raw.first : raw.last]
        if mark == '"':
            return inner.count('"') % 2 == 1
        return mark == ")" and inner.count("(") > inner.count(")")

    def _apposition(self, j: int, actor_id: str) -> int | None:
        """End of ``(قسد)`` or ``"قسد"`` after the name of the same actor; ``None`` when something else stands there."""
        words, n = self.words, len(self.words)
        while j < n and words[j] in ('"', "(", "#"):
            j += 1
        begin = self.lex.starts(words[j]) if j < n else None
        for prefix, node in begin or ():
            if prefix:
                continue
            for stop, hits in reversed(self._walk(node, j + 1)):
                end: int = stop
                if any(h.kind == NAME and self._same(h.value, actor_id) for h in hits):
                    while end < n and words[end] in ('"', ")"):
                        end += 1
                    return end
        return None

    def _same(self, a: str, b: str) -> bool:
        return a == b or self.reg.at(a, None).id == self.reg.at(b, None).id
