"""Variants of a labelled report: the same said otherwise, and the same with one thing changed for the worse."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from random import Random
from typing import NamedTuple

from corpus.answers import answer
from corpus.labelled import Labelled
from corpus.score import REPORTS
from models.domain.report import SectionKey

WIDTH = 30  # characters of a line copied from a PDF
NUMERALS = "一二三四五六七八九十"
_PART = re.compile(r"^([#*\s\u3000]*)([一二三四五六七八九十])、")
_TOPIC = re.compile(r"^([#*\s\u3000]*)（([一二三四五六七八九十])）")
_COUNT = re.compile(
    r"(?<![\d.〔第“‘])(\d+(?:\.\d+)?)(?=余?[万亿]?(?:件|起|次|人次|人|份|条|场|家|户|万元|元|项|名|处|本|辆|宗|个(?!月|工作日|百分点)))")
_FEW = re.compile(r"(?<![\d.第“])([3-9])(?=次)")
_FIGURE = re.compile(r"(?<=[一-鿿])(\d[\d.]*%?)(?=[一-鿿])")
_UNMULTIPLIED = re.compile(r"平均|人均|比例|[一二三四五六七八九十两]+(?:件|次|场|项|名)")
_CUT_FIGURE = re.compile(r"\d\n")
_CHROME = (
    "您现在的位置：首页 > 政务公开 > 法定主动公开内容", "字体：【大 中 小】", "浏览次数：128", "【打印】 【关闭】",
    "扫一扫在手机打开当前页", "版权所有：政务服务数据管理局 网站地图",
)


class Outcome(NamedTuple):
    """What the program says about a report: findings by slug, and how the blocks stand."""

    slugs: Counter[str]
    blocks: dict[SectionKey, tuple[bool, bool]]


Change = Callable[[Labelled, Random], Labelled | None]  # None: not for this report


def outcome(labelled: Labelled, corpus: Mapping[str, Labelled]) -> Outcome:
    """Return what the program says about `labelled`."""
    imported, findings = answer(labelled, corpus, REPORTS)
    blocks = {key: (reading.present, reading.standalone) for key, reading in imported.sections.items()}
    return Outcome(Counter(finding.slug for finding in findings), blocks)


def other_names(labelled: Labelled, random: Random) -> Labelled:
    """Give every place and person another name."""
    text = labelled.text
    for number, name in enumerate(labelled.names):
        text = text.replace(name, f"\x00{number}\x00")
    for number, name in enumerate(labelled.names.values()):
        text = text.replace(f"\x00{number}\x00", name)
    return replace(labelled, text=text)


def from_the_web(labelled: Labelled, random: Random) -> Labelled | None:
    """Put the furniture of a web page around the text."""
    if labelled.file != "text":
        return None
    return replace(labelled, text="\n".join([*_CHROME[:3], labelled.text.rstrip(), *_CHROME[3:], ""]))


def from_a_pdf(labelled: Labelled, random: Random) -> Labelled | None:
    """Break the paragraphs into lines as a copy from a PDF has them, page numbers in between, indents gone."""
    if labelled.file != "text" or "|" in labelled.text or "#" in labelled.text:
        return None
    lines: list[str] = []
    for line in re.sub(r"[ \u3000]{2,}(?=\S)", " ", re.sub(r"\n+", "\n", labelled.text)).split("\n"):
        for start in range(0, max(len(line), 1), WIDTH):
            lines.append(line[start:start + WIDTH])
            if len(lines) % 26 == 0:
                lines.append(f"— {len(lines) // 26} —")
    return replace(labelled, text="\n".join(lines))


def as_another_file(labelled: Labelled, random: Random) -> Labelled | None:
    """Make a text of the Word file and a Word file of the text."""
    if "|" in labelled.text or "#" in labelled.text:
        return None
    word = {"headings": random.choice(["styles", "hand", "plain"]), "runs": random.choice(["whole", "split"])}
    text = "\n".join(line for line in labelled.text.split("\n") if line.strip())
    return replace(labelled, text=text, file="text" if labelled.file == "word" else "word", word=word)


def in_another_code(labelled: Labelled, random: Random) -> Labelled | None:
    """Save the text in another encoding."""
    if labelled.file != "text":
        return None
    return replace(labelled, encoding=random.choice(["utf-8", "utf-8-sig", "utf-16", "gb18030"]))


def indented(labelled: Labelled, random: Random) -> Labelled:
    """Begin every paragraph with blanks."""
    blank = random.choice(["　　", "    ", "\u00a0\u00a0"])
    lines = [f"{blank}{line.strip()}" if len(line) > 40 else line for line in labelled.text.split("\n")]
    return replace(labelled, text="\n".join(lines))


def spaced_out(labelled: Labelled, random: Random) -> Labelled | None:
    """Put a blank on both sides of every figure, as some programs do."""
    if "|" in labelled.text:
        return None
    lines = [_FIGURE.sub(r" \1 ", line) if len(line) > 40 else line for line in labelled.text.split("\n")]
    return replace(labelled, text="\n".join(lines))


def with_empty_lines(labelled: Labelled, random: Random) -> Labelled:
    """Set the paragraphs apart by empty lines."""
    return replace(labelled, text=re.sub(r"\n+", "\n\n", labelled.text))


def in_chapters(labelled: Labelled, random: Random) -> Labelled | None:
    """Call the parts 第一部分 and so on."""
    if not _counts_right(labelled.text, _PART) or labelled.word.get("numbering") == "automatic":
        return None
    lines = [_PART.sub(r"\1第\2部分　", line) for line in labelled.text.split("\n")]
    return replace(labelled, text="\n".join(lines))


def multiplied(labelled: Labelled, random: Random) -> Labelled | None:
    """Multiply every count and sum of money, so that what was right stays right."""
    if _UNMULTIPLIED.search(labelled.text) or "|" in labelled.text or _CUT_FIGURE.search(labelled.text):
        return None
    factor = random.choice([2, 3])
    return replace(labelled, text=_COUNT.sub(lambda match: str(Decimal(match[1]) * factor), labelled.text))


def few_in_words(labelled: Labelled, random: Random) -> Labelled:
    """Write small numbers of times in Chinese numerals."""
    return replace(labelled, text=_FEW.sub(lambda match: NUMERALS[int(match[1]) - 1], labelled.text))


def reordered(labelled: Labelled, random: Random) -> Labelled | None:
    """Put the topics of 主要举措 in another order and number them anew."""
    lines = labelled.text.split("\n")
    start, end = _extent(labelled, SectionKey.MEASURES)
    topics = [place for place in range(start, end) if _TOPIC.match(lines[place])]
    if len(topics) < 3 or not _counts_right("\n".join(lines[start:end]), _TOPIC):
        return None
    groups = [lines[place:stop] for place, stop in zip(topics, [*topics[1:], end], strict=True)]
    if any(re.match(r"[\s\u3000]*\d+[.、]", line) for group in groups for line in group):
        return None
    random.shuffle(groups)
    for number, group in enumerate(groups):
        group[0] = _TOPIC.sub(rf"\1（{NUMERALS[number]}）", group[0])
    return replace(labelled, text="\n".join([*lines[:topics[0]], *(line for each in groups for line in each),
                                             *lines[end:]]))


SAME: tuple[Change, ...] = (
    other_names, from_the_web, from_a_pdf, as_another_file, in_another_code, indented, spaced_out, with_empty_lines,
    in_chapters, multiplied, few_in_words, reordered,
)


def without_part(labelled: Labelled, key: SectionKey) -> Labelled | None:
    """Leave the part of the block `key` out and number the others anew; None when it is no part of its own alone."""
    nested = {each for each in labelled.blocks if not labelled.blocks[each].standalone} - {SectionKey.CAUSES}
    if (key is SectionKey.MEASURES and nested) or not _counts_right(labelled.text, _PART):
        return None
    lines = labelled.text.split("\n")
    start, end = _extent(labelled, key)
    if start == end:
        return None
    kept = [*lines[:start], *lines[end:]]
    numbers = iter(NUMERALS)
    return replace(labelled, text="\n".join(
        _PART.sub(lambda match: f"{match[1]}{next(numbers)}、", line) for line in kept))


def with_a_paragraph_twice(labelled: Labelled) -> Labelled | None:
    """Repeat the longest paragraph of 主要举措, without its number, at the end of that part."""
    lines = labelled.text.split("\n")
    start, end = _extent(labelled, SectionKey.MEASURES)
    if start == end:
        return None
    longest = max(lines[start + 1:end], key=len)
    heading, _, text = longest.partition("。")
    if not _TOPIC.match(heading) or len(text) < 60:
        return None
    while not lines[end - 1].strip():
        end -= 1
    return replace(labelled, text="\n".join([*lines[:end], text, *lines[end:]]))


def without_part_number(labelled: Labelled) -> Labelled | None:
    """Take the number off the heading of the second part."""
    if not _counts_right(labelled.text, _PART) or labelled.word.get("numbering") == "automatic":
        return None
    lines = labelled.text.split("\n")
    place = next(place for place, line in enumerate(lines) if (match := _PART.match(line)) and match[2] == "二")
    lines[place] = _PART.sub(r"\1", lines[place])
    return replace(labelled, text="\n".join(lines))


def with_one_figure_shifted(labelled: Labelled) -> Iterator[Labelled]:
    """Yield the report with the total before 其中 changed, for each sum named in its labels."""
    for total in labelled.sums:
        changed = re.sub(r"\d+(?=\D*$)", lambda match: str(int(match[0]) + 7), total)
        yield replace(labelled, text=labelled.text.replace(total, changed))


def _extent(labelled: Labelled, key: SectionKey) -> tuple[int, int]:
    """Return the lines of the part of the block `key`, its heading first; twice the same where it is not one part."""
    block = labelled.blocks.get(key)
    if block is None or not block.standalone or block.several or not _PART.match(block.heading or ""):
        return 0, 0
    lines = labelled.text.split("\n")
    start = next((place for place, line in enumerate(lines) if line.strip("#* \u3000") == block.heading), 0)
    following = [place for place in range(start + 1, len(lines)) if _PART.match(lines[place])]
    ending = [place + 1 for place in range(start + 1, len(lines)) if lines[place].rstrip().endswith(block.last)]
    end = min([*following, *ending], default=0)
    return (start, end) if start and end else (0, 0)


def _counts_right(text: str, mark: re.Pattern[str]) -> bool:
    """Return whether the marks in `text` are numbered one by one from the first."""
    found = [match[2] for line in text.split("\n") if (match := mark.match(line))]
    return len(found) > 1 and found == list(NUMERALS[:len(found)])
