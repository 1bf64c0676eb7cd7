"""How far a name reaches after a type word, for names the gazetteer has and names it lacks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from waqai.annotate.place.name_signs import (
    bears,
    complement,
    counted,
    part_before,
    person,
    plant_named,
    relates,
    stands_alone,
    two_everyday,
    whole_town,
)
from waqai.annotate.place.shapes import agrees, foreign, foreign_head, goes_on, is_word, joined_type, odd, verbal_shape
from waqai.annotate.place.words import Memo, Tails, Word
from waqai.resources.areas import TypeWord
from waqai.resources.wordsets import wordset

_PLANTS = frozenset({"facility", "oil_field", "port", "airport", "dam"})
_LANDFORMS = frozenset({"valley", "mountain", "hill", "dam", "forest"})
_LANDS = frozenset({"area", "valley", "mountain", "hill", "base", "dam", "forest", "axis"})  # their unknown names may look like verbs
_OF_USE = frozenset({"facility", "building", "post", "checkpoint"})
_ONE_IN_TOWN = frozenset({"airport", "port", "prison"})
_CROSSINGS = frozenset({"square", "roundabout", "street", "junction"})
QUOTES = frozenset("\"'")


class Name(NamedTuple):
    """A name after a type word.

    ``first``, ``last``: tokens of the name itself; ``end``: token after it with its closing quotation mark;
    ``ids``: candidates, empty when the gazetteer has none; ``quoted``: it stands in quotation marks.
    """

    first: int
    last: int
    end: int
    ids: tuple[str, ...]
    quoted: bool


def longest(memo: Memo, words: Sequence[str], i: int) -> tuple[int, tuple[str, ...]]:
    """The longest gazetteer name beginning at ``i`` with no proclitic: number of tokens and ids; ``(0, ())`` for none, and past the end."""
    if i >= len(words):
        return 0, ()
    got = memo.tails(words[i])
    if got is None:
        return 0, ()
    return fit(memo, words, i, got[0], got[1])


def fit(memo: Memo, words: Sequence[str], i: int, tails: Tails, most: int) -> tuple[int, tuple[str, ...]]:
    """The longest of some names that the text continues at ``i``."""
    if most == 0:
        return 1, tails[()]
    for n in range(min(most, len(words) - i - 1), -1, -1):
        ids = tails.get(tuple(words[i + 1 : i + 1 + n]))
        if ids:
            # In سد زيتا غربي حمص the side belongs to the next name.
            if n and words[i + n] in memo.areas.sides and i + n + 1 < len(words):
                after = memo[words[i + n + 1]]
                if after is not None and (after.names or after.type is not None):
                    continue
            return n + 1, ids
    return 0, ()


def read_name(memo: Memo, words: Sequence[str], infos: Sequence[Word | None], j: int, type: TypeWord) -> Name | None:
    """The name that follows a type word at ``j``.

    Args:
        memo: word readings.
        words, infos: folded words of the text and their readings.
        j: token after the type word.
        type: the type word: says which unknown names it takes.

    Returns:
        The name, or ``None`` when none follows.
    """
    n = len(words)
    if j >= n:
        return None
    if words[j] in QUOTES or words[j] == "(":
        return _quoted(memo, words, j, type)
    if words[j].isdigit() and type.group == "site" and j + 1 < n and words[j + 1] in memo.areas.words["name_months"]:
        return Name(j, j + 2, j + 2, (), False)  # شارع 23 شباط
    if words[j] == "ال" and j + 1 < n and words[j + 1].isdigit():
        return Name(j, j + 2, j + 2, memo.gaz.lookup(f"منطقه ال {words[j + 1]}"), False)
    if not is_word(words[j]):
        return None
    if type.kind in _OF_USE and words[j] in memo.areas.words["name_mid"] and j + 1 < n:
        if words[j + 1][0] == "و" and memo[words[j + 1]] is None:
            return None  # مركز قيادة وتحكم
        inner_type = memo.village if type.kind == "post" else type
        name = read_name(memo, words, infos, j + 1, inner_type)
        return name and name._replace(first=j)
    for rest in memo.areas.bodies.get(words[j], ()) if type.kind in ("building", "base", "prison") else ():
        if tuple(words[j + 1 : j + 1 + len(rest)]) == rest:
            return Name(j, j + 1 + len(rest), j + 1 + len(rest), (), False)
    unit = type.kind in ("building", "base") and words[j] in memo.areas.words["name_units"] and j + 1 < n
    if unit and (words[j + 1].isdigit() or words[j + 1].removesuffix("ه") in memo.areas.words["name_ordinals"]):
        return Name(j, j + 2, j + 2, (), False)  # مقر اللواء 12, قيادة الفيلق الثاني
    if type.kind == "market" and words[j] in memo.areas.words["name_market_days"]:
        return Name(j, j + 1, j + 1, memo.gaz.lookup(f"سوق {words[j]}"), False)  # سوق الثلاثاء
    inner = infos[j]
    if type.kind in _CROSSINGS and inner is not None and inner.type_definite and words[j] in memo.areas.words["name_landmarks"]:
        return Name(j, j + 1, j + 1, (), False)  # دوار المحافظة, شارع المستشفى
    if type.kind in _ONE_IN_TOWN and inner is not None and inner.type_definite and inner.type is not None and inner.type.kind == "city":
        return Name(j, j + 1, j + 1, (), False)  # مطار المدينة
    if words[j] in memo.areas.words["name_numerals"] and type.group == "site" and j + 1 < n and counted(memo, words[j + 1]):
        return Name(j, j + 2, j + 2, (), False)  # ساحة السبع بحرات
    building = inner is not None and inner.type is not None and inner.type.adj and inner.type_definite
    if building and type.kind != "building" and j + 1 < n and words[j + 1] in memo.areas.words["name_site_adjectives"]:
        return Name(j, j + 2, j + 2, (), False)  # حاجز الكلية الحربية
    if type.kind == "building" and inner is not None and inner.type is not None and inner.type_definite and not inner.prefix:
        return Name(j, j + 1, j + 1, (), False)  # مبنى المحافظة
    if inner is not None and inner.type is not None and inner.type_cut == 1 and inner.prefix == "ب" and j + 1 < n and is_word(words[j + 1]):
        return None  # بئر بقرية X: in the village, be there a place called بقرية or not
    stops = memo.areas.words["name_stops"]
    if type.group == "site" and "ال" + words[j] in memo.areas.nisba and agrees(words[j], words[j - 1]):
        return None  # قاعدة تركية
    size, ids = longest(memo, words, j)
    if size < 2 and (size == 0 or memo.weight(ids) < 0.4) and type.kind in _PLANTS and plant_named(memo, words, j):
        return Name(j, j + 2, j + 2, (), False)
    if size == 0 and words[j] in memo.areas.sides and type.kind in ("governorate", "province") and j + 1 < n and is_word(words[j + 1]):
        return Name(j, j + 2, j + 2, (), False)  # محافظة شمال سيناء
    compound = words[j] in memo.areas.words["name_heads"] and j + 1 < n and words[j + 1].startswith("ال")
    if size < 2 and words[j] in memo.areas.words["name_desert_heads"] and j + 1 < n and odd(memo, words[j + 1]):
        return Name(j, j + 2, j + 2, (), False)  # بئر إن تاماكات
    if size < 2 and (
        (words[j] in stops and not compound and not (type.group == "site" and words[j] in memo.areas.words["name_virtues"]))
        or (type.kind == "area" and type.number == "many" and words[j] in memo.areas.risky)
    ):
        return None
    if type.kind == "post":
        return None
    if type.group == "site" and size < 2 and type.unknown != "closed":
        end = person(memo, words, j) if words[j] in memo.areas.words["given"] else j
        if words[j] in memo.areas.words["name_honours"] and j + 1 < n and bears(memo, words, j + 1):
            end = person(memo, words, j + 1)  # مدرسة الإمام علي
        if end > j + 1:
            return Name(j, end, end, (), False)
    plain = not words[j].startswith("ال") and not compound and words[j] not in memo.areas.words["name_heads"]
    least = 0.5 if words[j] in memo.areas.common else 0.15
    if size == 1 and plain and type.unknown == "definite" and memo.weight(ids) < least:
        if not odd(memo, words[j]):
            return None  # an everyday word after a weak type word, though some hamlet bears it (شارع ضيق)
        end = j + 1 + (j + 1 < n and odd(memo, words[j + 1]))
        return Name(j, end, end, (), False)  # سجن كوبر, تلة كري صور
    known = j + size
    if words[j] in memo.areas.words["name_numbered"] and j + 1 < n and words[j + 1].isdigit():
        return Name(j, j + 2, j + 2, memo.gaz.lookup(" ".join(words[j : j + 2])), False)
    # A known name that is an everyday word (السكن) yields to a longer unknown one (السكن الشبابي).
    cut_short = size == 1 and compound  # مخيم عين البيضا is no camp called عين
    sure = size > 0 and words[j] not in memo.gaz.weak and words[j] not in memo.areas.risky and not cut_short
    reach = _unknown(memo, words, j, type, sure and not (type.kind == "area" and two_everyday(memo, words, j)))
    if cut_short and reach <= known and type.group != "admin":
        return Name(j, known + 1, known + 1, (), False)
    if size == 1 and reach <= known and _goes_on_abroad(memo, words, known, ids, type):
        return Name(j, known + 1, known + 1, (), False)  # قرية كورو غاري is no quarter of Koro
    if size and (size > 1 or reach <= known):
        end = _tail(memo, words, known, type, True)
        if (joined := _hyphened(memo, words, end, type)) > end:
            return Name(j, joined, joined, memo.gaz.lookup(" ".join(w for w in words[j:joined] if w != "-")), False)
        return Name(j, end, end, ids, False)
    if reach > j:
        # A compound the gazetteer lacks (تل قراح); the one-word name inside it (تل) is another place.
        end = _hyphened(memo, words, _tail(memo, words, reach, type, False), type)
        return Name(j, end, end, (), False)
    if size:
        return Name(j, known, known, ids, False)
    return None


def _hyphened(memo: Memo, words: Sequence[str], end: int, type: TypeWord) -> int:
    """قرية سابون-جارين-دامري: halves of one name that nobody uses as words."""
    while (
        type.number == "one"
        and type.group == "settlement"
        and end + 1 < len(words)
        and words[end] == "-"
        and foreign_head(memo, words[end - 1])
        and foreign_head(memo, words[end + 1])
        and not verbal_shape(words[end + 1])
        and memo[words[end + 1]] is None
    ):
        end += 2
    return end


def _goes_on_abroad(memo: Memo, words: Sequence[str], k: int, ids: tuple[str, ...], type: TypeWord) -> bool:
    """Whether a lesser name from another tongue has a second half the gazetteer lacks at ``k``."""
    if type.group != "settlement" or type.number != "one" or k >= len(words) or words[k][0] == "ب":
        return False
    if words[k - 1] in memo.areas.words["given"] and memo.weight(ids) < 0.3 and odd(memo, words[k]):
        return True  # بلدة آدم يبال is no hamlet called آدم
    if not foreign(memo, words[k]):
        return False
    place = memo.gaz.brief(ids[0])
    return place is not None and place.country not in memo.areas.arab and memo.weight(ids) < 0.5


def _quoted(memo: Memo, words: Sequence[str], j: int, type: TypeWord) -> Name | None:
    close = '"' if words[j] == '"' else "'" if words[j] == "'" else ")"
    for k in range(j + 2, min(j + 7, len(words))):
        if words[k] == close:
            inner = words[j + 1 : k]
            if not all(is_word(w) or w.isdigit() or (w == "-" and 0 < n < len(inner) - 1) for n, w in enumerate(inner)):
                return None
            ids = memo.gaz.lookup(" ".join(inner))
            if words[j] == "(" and not ids and not _bracketed(memo, inner, type):
                return None
            return Name(j + 1, k, k + 1, ids, True)
        if words[k] == "\n":
            return None
    return None


def _bracketed(memo: Memo, inner: Sequence[str], type: TypeWord) -> bool:
    """Whether words in brackets right after a type word are an unknown name (``قرية (أبو النيتل)``), not a remark."""
    a = memo.areas
    w = inner[0]
    if type.group == "area" or type.unknown in ("none", "closed") or len(inner) > 3 or not "ء" <= w[0] <= "ي":
        return False
    info = memo[w]
    if w in a.words["name_stops"] or (info is not None and (info.near or info.side is not None or info.type is not None)):
        return False
    if w in a.words["name_heads"] and len(inner) > 1:
        return True
    return w.startswith("ال") or (w not in a.common and w not in a.risky)


def _unknown(memo: Memo, words: Sequence[str], j: int, type: TypeWord, known: bool) -> int:
    """End of the unknown name at ``j``; ``j`` when there is none. ``known``: the first word alone is a known name."""
    w = words[j]
    a = memo.areas
    stops = a.words["name_stops"]
    if type.kind in ("canton", "locality") and not w.startswith("ال") and odd(memo, w):
        located = j > 1 and (words[j - 2] in a.words["prep"] or words[j - 1].startswith("ب"))
        if not located and (verbal_shape(w) or (w[0] in "بل" and not odd(memo, w[1:]))):
            return j  # منظمة محلية ترصد الانتهاكات, مصادر محلية باندلاع اشتباكات
        return j + 1  # مقاطعة غاريسا; of the election it is a boycott
    if type.unknown == "closed" and type.group == "site" and w in a.words["name_virtues"]:
        return j + 1  # مخبز السلام
    if type.unknown in ("none", "closed") or w.startswith(("لل", "بال")):
        return j
    if type.group == "site" and w[0] == "ل" and w[1:] in a.common:
        return j  # حاجز لهيئة X: whose it is
    head = w in a.words["name_heads"]
    definite = w.startswith("ال")
    opens = not known and not definite and type.kind in _LANDS and (w in a.words["name_foreign_heads"] or odd(memo, w))
    if opens and j + 1 < len(words) and words[j + 1][0] not in "ول" and not w.endswith("يه") and odd(memo, words[j + 1]):
        return j + 2  # منطقة شاه مردان
    verbal = type.unknown == "definite" and not definite and verbal_shape(w) and not (type.kind in _LANDS and stands_alone(memo, words, j))
    if not known and not head and (verbal or relates(memo, w)):
        return j
    if not known and type.group == "site" and w in a.words["given"]:
        return person(memo, words, j)
    if not head and type.group == "settlement" and w in a.types and j + 1 < len(words):
        head = words[j + 1].startswith("ال")  # قرية سوق الجمعة
    if not head:
        if type.number == "many" and type.group == "settlement" and not known and not definite and foreign(memo, w) and w[-1] != "ه":
            return j + 1  # قرى كيستي ودشيشي
        if len(w) < 3 or (type.kind == "area" and type.number == "many") or (len(w) > 4 and w.endswith(("ها", "هم", "هما"))):
            return j
        if not known and not definite and (w in a.common or w in a.risky or type.number == "many" or joined_type(memo, w)):
            return j
        if type.unknown == "definite":
            # A word newswire never uses is a name; an ordinary one needs the article.
            # An indefinite adjective agrees with its noun: منطقة جبلية, طريق جبلي.
            own = type.kind in _LANDFORMS and w not in a.common  # وادي تبلدي
            noun = words[j - 1] + "ه" if type.kind == "well" else words[j - 1]  # بئر is feminine: بئر مهجورة
            joined = w[0] == "و" and not known and not (own and odd(memo, w) and odd(memo, w[1:]))  # but جبل ورغة
            construct = j + 1 < len(words) and words[j + 1].startswith("ال") and odd(memo, w)  # بوابة قويرة المال
            divided = type.group == "admin" and odd(memo, w) and not w.endswith("ه")  # قضاء أولوديري
            if not definite and ((not own and agrees(w, noun) and not construct and not divided) or joined):
                return j
            if w in a.nisba or (w in a.words["name_generic"] and type.kind != "market"):
                return j
            if type.kind in ("area", "market", "road") and w in a.risky and not known and not two_everyday(memo, words, j):
                return j
        elif type.number == "many" and (w in a.words["name_generic"] or w in a.nisba):
            return j
    n = len(words)
    end = j + 1
    if head:
        if (
            end >= n
            or not is_word(words[end])
            or words[end] in stops
            or goes_on(memo, words[end])
            or relates(memo, words[end])
            or (type.number == "two" and words[end][0] == "و")
            or ((after := a.types.get(words[end])) is not None and after.group == "settlement" and not words[end].startswith("ال"))
        ):
            return j if not known and len(w) < 4 else end
        if type.group == "settlement" and w not in a.types and whole_town(memo, w, words[end]):
            return end  # خطفوا في بلدة جاسم شابين
        end += 1
        if words[end - 1] in a.words["name_heads"] and end < n and is_word(words[end]) and words[end] not in stops:
            end += not (words[end][0] == "و" and words[end][1:] in a.words["name_heads"]) and not relates(memo, words[end])
        return end
    if known:
        return end
    # An indefinite adjective is no name (منطقة سكنية); a noun with a definite complement is one (شلال المطر).
    if not definite and w.endswith("يه") and type.group != "settlement" and agrees(w, words[j - 1]):
        return j
    epithet = not definite and type.group != "site" and end < n and words[end].endswith("يه")  # منطقة بسكوف الروسية
    if end < n and ((complement(memo, words[end], definite) and not epithet) or (type.kind == "area" and two_everyday(memo, words, j))):
        return end + 1
    alone = type.group == "settlement" and type.number == "one" and not definite
    return end + 1 if alone and end < n and foreign_head(memo, w) and foreign(memo, words[end]) else end


def _tail(memo: Memo, words: Sequence[str], end: int, type: TypeWord, known: bool) -> int:
    """Adjectives that stretch the name: الصمدانية الشرقية, حقل الجفرة النفطي."""
    if end >= len(words) or type.kind in ("countryside", "desert", "governorate", "province", "canton"):
        return end
    w = words[end]
    a = memo.areas
    if w in a.side_adjectives and type.group == "settlement" and not w.endswith("ه") and part_before(memo, words, end, type):
        return end  # مدخل مدينة الأبيض الغربي: the western entrance
    if type.keep and type.kind != "camp" and w in a.words["name_site_tails"]:
        return end + (type.kind != "crossing" or w not in wordset("of-the-border"))  # معبر X الحدودي: a crossing says so itself
    if w in a.words["name_tails"] and w not in a.sides and not (known and w in a.words["name_size"]):
        return end + 1
    return end
