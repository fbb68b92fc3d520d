"""Words and sentences cut in two by a stray blank or paragraph break."""

from __future__ import annotations

from functools import lru_cache

from models.text.marks import parse_mark
from models.text.pattern import Pattern

_ENDED = frozenset("。！？；：…”’）》】!?;:.)\"'")
_COMMAS = frozenset("，、,")
_LONG = 45  # a paragraph this long without end mark is no heading
_COUNTED = Pattern(r"^(?:[一二三四五六七八九十]{1,2}是|第[一二三四五六七八九十]{1,2}[，、])")
_BLANK = Pattern(r"(?<=[\u3400-\u9fff])[ \u3000\xa0\t]{1,3}(?=[\u3400-\u9fff])")
_KEPT = Pattern(r"《[^《》\n]{0,120}》|“[^“”\n]{0,120}”|\"[^\"\n]{0,120}\"")
_CHAPTER = Pattern(r"第[一二三四五六七八九十\d]{1,3}(?:部分|[章篇节])[ \t\u3000\xa0]")
_STOP = Pattern("[，。；,;]")
_FIRST_STOP = Pattern("[。：:]")
_SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方"
    "白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
)
_ORGAN_END = frozenset("委会厅室局院府办部署处科所队社")
_ORGAN = Pattern(r"^[\u3400-\u9fff]{1,16}?(?:委|会|厅|室|局|院|府|办|部|署)")
_NAME_BEFORE = frozenset("长记任席员志：:、，（( \u3000人兼")


def ends_unfinished(text: str) -> bool:
    """Return whether the paragraph `text` ends without a mark that may close it."""
    text = text.rstrip(" \t\u3000*")
    return bool(text) and text[-1] not in _ENDED


def is_torn(before: str, after: str) -> bool:
    """Return whether a paragraph break tore a sentence: `before` ends in its middle and `after` goes on with it."""
    if not before or before[-1] in _ENDED:
        return False
    mark = parse_mark(after)
    if mark is not None and mark.level or _COUNTED.search(after) is not None:
        return False
    if before[-1] in _COMMAS:
        return True
    return len(before) >= _LONG or any(mark in before[:-1] for mark in "。；")


@lru_cache(maxsize=2048)
def stray_blanks(text: str) -> tuple[tuple[int, int], ...]:
    """Return the blanks between Chinese characters in a sentence of the paragraph `text`.

    Headings, names of two characters written wide (王 伟), organs side by side, titles and quoted slogans may have some.
    """
    if " " not in text and "\u3000" not in text and "\t" not in text and "\xa0" not in text:
        return ()
    blanks = [match.span() for match in _BLANK.finditer(text)]
    if not blanks or _STOP.search(text) is None:
        return ()
    start = _heading_end(text)
    kept = [match.span() for match in _KEPT.finditer(text)]
    return tuple(
        (first, end) for first, end in blanks
        if first > start and not any(left < first < right for left, right in kept)
        and not _in_name(text, first, end) and not _between_organs(text, first, end)
    )


def _heading_end(text: str) -> int:
    """Return where the heading at the beginning of a numbered paragraph ends; -1 when there is no number."""
    bare = text.lstrip("#* \t\u3000\xa0")
    start = len(text) - len(bare)
    mark = parse_mark(bare)
    chapter = _CHAPTER.match(bare) if bare[:1] == "第" else None
    if chapter is None and (mark is None or not mark.level):
        return start - 1
    stop = _FIRST_STOP.search(text, start)
    return stop.start() if stop is not None else len(text)


def _in_name(text: str, start: int, end: int) -> bool:
    """Return whether the blank parts the surname and the one character of a name."""
    before = text[start - 2:start - 1]
    if text[start - 1] not in _SURNAMES or before and _is_han(before) and before not in _NAME_BEFORE:
        return False
    return end + 1 >= len(text) or not _is_han(text[end + 1]) or text[end + 1] in "同任主为等"


def _between_organs(text: str, start: int, end: int) -> bool:
    """Return whether the blank parts two organs that issue something together (中共中央办公厅 国务院办公厅)."""
    return text[start - 1] in _ORGAN_END and _ORGAN.search(text[end:end + 20]) is not None


def _is_han(character: str) -> bool:
    return "\u3400" <= character <= "\u9fff"
