"""What a line tells of the paragraph it was cut from: whether it closes it, whether the next one opens another.

Shared by the pages of a PDF file, where lines have places, and by plain lines that were copied off a page.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from models.domain.source_document import LeftOut
from models.importers.headings import CHAPTER
from models.text.marks import parse_mark
from models.text.pattern import Pattern

PAUSES = "，；。、,;"  # a heading has none of them
_ENDED = "。！？；：…!?;:"
_CLOSING = "”’）》】」』)\"'"
_PAGE_NUMBER = Pattern(
    r"[—\-–―－·•~∙\s]*第?\s*[0-9０-９]{1,4}\s*页?(?:\s*[,，/／]?\s*共?\s*[0-9０-９]{1,4}\s*页?)?[—\-–―－·•~∙\s]*"
    r"|第\s*[一二三四五六七八九十百]{1,5}\s*页"
)
_LONGEST_NUMBER = 30  # characters of a page number with all its marks
_DIGITS = Pattern(r"[0-9０-９]+")


def joined(lines: Iterable[str]) -> str:
    """Return `lines` in one; between Latin words a blank, between Chinese nothing."""
    text = ""
    for line in lines:
        text += f" {line}" if is_latin(text[-1:]) and is_latin(line[:1]) else line
    return text


def is_latin(character: str) -> bool:
    """Return whether `character` is a letter of a word that blanks part."""
    return character.isascii() and character.isalpha()


def is_ended(line: str) -> bool:
    """Return whether a sentence, or what leads in to a list, ends with `line`."""
    return line.rstrip(_CLOSING)[-1:] in _ENDED or line[-1:] in _ENDED


def cuts_a_date(before: str, after: str) -> bool:
    """Return whether the break between two lines stands within a date."""
    return after[:1] in ("年", "月", "日") and before[-1:].isdigit()


def counts_anew(lines: Sequence[str], after: str) -> bool:
    """Return whether the line `after` opens a paragraph by its number, below the `lines` of the one before it."""
    before = lines[-1]
    closes = is_ended(before) or len(lines) == 1 and not any(letter in before for letter in PAUSES)
    return closes and is_counted(after)


def is_counted(line: str) -> bool:
    """Return whether `line` begins with the number of a paragraph or of a part."""
    mark = parse_mark(line)
    return mark is not None and mark.level > 0 or CHAPTER.match(line) is not None


def is_page_number(line: str) -> bool:
    """Return whether `line` could be the number of a page: where it stands has to show that it is."""
    return len(line) < _LONGEST_NUMBER and _PAGE_NUMBER.fullmatch(line) is not None


def without_figures(line: str) -> str:
    """Return `line` as it reads on every page: a 0 for each of its figures."""
    return _DIGITS.sub("0", line)


def furniture_left_out(numbers: Sequence[str], heads: Mapping[str, int]) -> list[LeftOut]:
    """Return the page `numbers` and the running `heads`, each with its count, as what was left out."""
    left_out = [LeftOut("\n".join(numbers), f"页码，共 {len(numbers)} 处")] if numbers else []
    return left_out + [LeftOut("\n".join([text] * count), f"页眉或页脚，共 {count} 处") for text, count in heads.items()]
