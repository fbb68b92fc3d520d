"""发文字号 as GB/T 9704-2012, 7.2.5 wants it: 云交〔2026〕4号."""

from __future__ import annotations

from typing import NamedTuple

from models.text.pattern import Pattern

_NUMBER = Pattern(r"([^\W\d_a-zA-Z]{1,12})〔((?:19|20)[0-9]{2})〕([1-9][0-9]{0,4})号")


class DocumentNumber(NamedTuple):
    """机关代字, 年份 and 序号 of a document number."""

    organ_code: str
    year: int
    serial: int

    def __str__(self) -> str:
        return f"{self.organ_code}〔{self.year}〕{self.serial}号"


def parse_document_number(text: str) -> DocumentNumber | None:
    """Return the parts of `text` when it is a well-formed 发文字号; None otherwise, however close it is."""
    match = _NUMBER.fullmatch(text.strip())
    if match is None:
        return None
    return DocumentNumber(match.group(1), int(match.group(2)), int(match.group(3)))
