"""标点规范: half-width marks, printed numbers, straight quotes and stray blanks put right (GB/T 15834, 15835)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from models.text.marks import parse_mark
from models.text.numerals import chinese_numeral
from models.text.pattern import Pattern
from models.text.quotation import pair_straight_quotes, straight_quotes

_HAN = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_WIDE = f"{_HAN}“”‘’（）《》〈〉【】〔〕、。，；：？！…—％"
_NEUTRAL = Pattern(
    r"(?:https?|ftp)://[^\s\u3000-\u9fff]+|www\.[^\s\u3000-\u9fff]+|[0-9A-Za-z._+-]{1,64}@[0-9A-Za-z.-]+"
)
_FULL = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", ".": "。"}
_HALF = Pattern(r"[,;:?!]")
_STOP = Pattern(rf"(?<=[{_WIDE}])\.(?=$|[{_WIDE}\s]|(?:19|20)\d\d ?年)")
_BRACKETS = Pattern(r"\(([^()（）]*)\)")
_HALF_OPEN = Pattern(rf"\((?=[^()（）]{{0,80}}[{_HAN}][^()（）]{{0,80}}）)")
_HALF_CLOSE = Pattern(rf"(?<=[{_HAN}0-9A-Za-z])\)")
_BLANK = Pattern(
    rf"(?<=[{_WIDE}])[ \u3000\xa0]+(?=[{_WIDE}0-9A-Za-z])|(?<=[0-9A-Za-z%])[ \u3000\xa0]+(?=[{_WIDE}])"
)
_ANY_HAN = Pattern(f"[{_HAN}]")
_ANY_WIDE = Pattern(f"[{_WIDE}]")
_EMPTY_NUMBER = Pattern(r"^[\s（(]*[0０]")
_BEGINNING = "#* \t\u3000\xa0"  # Markdown marks and blanks before a printed number
_MARKS = frozenset(",;:?!.()")
_ROUNDS = 8
_NEAR = 4  # how many blanks may part a mark from the character it stands beside
_EXAMPLES = 2
_EDGE = 6  # characters shown around an example

_KINDS = {
    "mark": "把半角标点改成全角",
    "bracket": "把半角括号改成全角",
    "quote": "把直引号配成弯引号",
    "number": "统一序号写法",
    "blank": "去掉汉字、数字之间的空格",
}


class Change(NamedTuple):
    """What 标点规范 does at one place: the characters from `start` to `end` become `text`."""

    start: int
    end: int
    text: str

    @property
    def blank(self) -> bool:
        """Whether the change takes blanks away."""
        return not self.text


class Repaired(NamedTuple):
    """The repaired text and in Chinese what was done to it; no notes when nothing was."""

    text: str
    notes: tuple[str, ...] = ()


class RepairedLines(NamedTuple):
    """Repaired paragraphs, one for each given, and in Chinese what was done to them."""

    lines: tuple[str, ...]
    notes: tuple[str, ...] = ()


@dataclass(slots=True)
class _Tally:
    """How often each kind of repair was made, with the first examples."""

    counts: dict[str, int] = field(default_factory=dict)
    examples: dict[str, list[str]] = field(default_factory=dict)

    def add(self, kind: str, before: str, after: str, count: int = 1) -> None:
        """Count a repair of `kind`, and keep it as an example while there are few."""
        self.counts[kind] = self.counts.get(kind, 0) + count
        kept = self.examples.setdefault(kind, [])
        example = f"{before.strip()} → {after.strip()}"
        if len(kept) < _EXAMPLES and example not in kept:
            kept.append(example)

    @property
    def notes(self) -> tuple[str, ...]:
        """One Chinese sentence for each kind of repair made."""
        return tuple(
            f"{words} {self.counts[kind]} 处，如：{'；'.join(self.examples[kind])}。"
            for kind, words in _KINDS.items() if kind in self.counts
        )


def repair_punctuation(text: str) -> Repaired:
    """Return `text` with 标点规范 applied to each of its lines, and what was done.

    Addresses, decimals, times and Latin text are left alone. Repairing twice changes nothing more.
    """
    repaired = repair_lines(text.split("\n"))
    return Repaired("\n".join(repaired.lines), repaired.notes)


def repair_lines(lines: Sequence[str]) -> RepairedLines:
    """Return the paragraphs `lines`, each with 标点规范 applied, and what was done to all of them."""
    tally = _Tally()
    return RepairedLines(tuple(_repair_line(line, tally) for line in lines), tally.notes)


@lru_cache(maxsize=2048)
def punctuation_changes(line: str) -> tuple[Change, ...]:
    """Return what 标点规范 changes in the paragraph `line` after its printed number, place by place."""
    start = len(line) - len(line.lstrip(_BEGINNING))
    mark = parse_mark(line[start:])
    start += mark.length if mark is not None and mark.level else 0
    before = line[start:]
    if not _ANY_HAN.search(before):
        return ()
    after = before
    for _ in range(_ROUNDS):
        last, after = after, _repair_body(after, _Tally())
        if after == last:
            break
    return tuple(_differences(before, after, start)) if after != before else ()


def _differences(before: str, after: str, offset: int) -> Iterator[Change]:
    """Yield the changes that make `after` of `before`: marks are replaced one by one, blanks fall away."""
    place = 0
    for number, character in enumerate(before):
        new = after[place:place + 1]
        if character == new or character in _MARKS or character in "\"'":
            place += 1
            if character != new:
                yield Change(offset + number, offset + number + 1, new)
        else:
            yield Change(offset + number, offset + number + 1, "")


def _repair_line(line: str, tally: _Tally) -> str:
    """Return `line` repaired, counted in `tally`; one repair may show the next, so it ends when nothing changes."""
    if not _ANY_HAN.search(line):
        return line
    for _ in range(_ROUNDS):
        before, line = line, _repair_once(line, tally)
        if line == before:
            break
    return line


def _repair_once(line: str, tally: _Tally) -> str:
    """Return `line` repaired in one pass; addresses in it stay as they are."""
    return _repair_body(_repair_number(line, tally), tally)


def _repair_body(line: str, tally: _Tally) -> str:
    """Return `line`, its number apart, repaired in one pass."""
    line = _repair_quotes(line, tally)
    if "://" not in line and "@" not in line and "www." not in line:
        return _repair_piece(line, tally)
    pieces, position = [], 0
    for neutral in _NEUTRAL.finditer(line):
        pieces += [_repair_piece(line[position:neutral.start()], tally), neutral.group()]
        position = neutral.end()
    return "".join(pieces) + _repair_piece(line[position:], tally)


def _repair_number(line: str, tally: _Tally) -> str:
    """Return `line` with its printed number in the standard form: 一、 （一） 1. （1）."""
    mark = parse_mark(line)
    if mark is None or not mark.level or _EMPTY_NUMBER.search(line):
        return line
    numeral = chinese_numeral(mark.number) if mark.level < 3 else str(mark.number)
    proper = {1: f"{numeral}、", 2: f"（{numeral}）", 3: f"{numeral}.", 4: f"（{numeral}）"}[mark.level]
    printed, rest = line[:mark.length], line[mark.length:]
    if mark.level == 3 and rest[:1].isdigit():
        proper += " " if rest[4:5] != "年" and rest[4:6] != " 年" else ""
    if printed != proper:
        tally.add("number", printed + rest[:_EDGE // 2], proper + rest[:_EDGE // 2])
    return proper + rest


def _repair_quotes(line: str, tally: _Tally) -> str:
    """Return `line` with straight quotes made pairs where they pair for certain; others stay to be seen."""
    if '"' not in line and "'" not in line:
        return line
    paired = pair_straight_quotes(line)
    for start, end, certain in straight_quotes(line):
        if certain:
            tally.add("quote", f"{line[start:end][:9]}{line[end - 1]}", f"{paired[start:end][:9]}{paired[end - 1]}")
    return paired


def _repair_piece(text: str, tally: _Tally) -> str:
    """Return `text`, which holds no address, with marks, brackets and blanks repaired."""
    if "(" in text:
        text = _BRACKETS.sub(lambda found: _bracket(found, tally), text)
        text = _counted(_HALF_OPEN, "（", "bracket", text, tally)
    if ")" in text and text.count("（") > text.count("）"):
        text = _counted(_HALF_CLOSE, "）", "bracket", text, tally)
    if any(mark in text for mark in _FULL):
        text = _HALF.sub(lambda found: _mark(found, tally), text)
        text = _counted(_STOP, "。", "mark", text, tally)
    if any(blank in text for blank in " \u3000\xa0"):
        text = _counted(_BLANK, "", "blank", text, tally)
    return text


def _bracket(found: re.Match[str], tally: _Tally) -> str:
    """Return a pair of brackets full-width when Chinese stands in it or before it."""
    before = found.string[found.start() - 1:found.start()]
    if not _ANY_WIDE.search(found[1] + before):
        return found.group()
    tally.add("bracket", found.group(), f"（{found[1]}）")
    return f"（{found[1]}）"


def _mark(found: re.Match[str], tally: _Tally) -> str:
    """Return a half-width mark full-width when Chinese stands beside it and it parts no figures."""
    text, place = found.string, found.start()
    before = text[max(0, place - _NEAR):place].rstrip()[-1:]
    after = text[place + 1:place + 1 + _NEAR].lstrip()[:1]
    if not (after and _is_wide(after) or before and _is_wide(before)):
        return found.group()
    full = _FULL[found.group()]
    _note(tally, "mark", found, full)
    return full


def _is_wide(character: str) -> bool:
    """Return whether `character` is Chinese: a Han character or a full-width mark."""
    return "\u3400" <= character <= "\u9fff" or _ANY_WIDE.search(character) is not None


def _counted(pattern: Pattern, new: str, kind: str, text: str, tally: _Tally) -> str:
    """Return `text` with every hit of `pattern` replaced by `new` and counted as `kind`."""

    def replaced(found: re.Match[str]) -> str:
        _note(tally, kind, found, new)
        return new

    return pattern.sub(replaced, text)


def _note(tally: _Tally, kind: str, found: re.Match[str], new: str) -> None:
    """Count the replacement of `found` by `new`, shown with a few characters around it."""
    if len(tally.examples.get(kind, ())) == _EXAMPLES:
        tally.counts[kind] += 1
        return
    before = found.string[max(0, found.start() - _EDGE):found.start()]
    after = found.string[found.end():found.end() + _EDGE // 2]
    repaired = _BLANK.sub("", before + after) if kind == "blank" else f"{before}{new}{after}"
    tally.add(kind, f"{before}{found.group()}{after}", repaired)
