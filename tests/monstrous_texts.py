"""Texts no one writes, of any length: what brackets, blanks and marks without end do to the reader and the checks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from models.domain.report import Report, Topic

ENDLESS = (  # beginnings of what the checks look for
    "其中1件、", "共1件，其中2件、3件；", "（", "【", "《", "_", "2025年", "请", "恳请", "××", "1、2、3起", "“", "〔2025〕",
    "云交〔", "由于", "待",
)


def monstrous_texts(length: int) -> Mapping[str, str]:
    """Return texts of about `length` pieces each, by name."""
    return {
        "han": "法" * length,
        "brackets": "(" * length,
        "bracket and han": "(" + "法" * length,
        "numerals": "一" * length,
        "quotes": '"' * length,
        "commas": "法," * length,
        "marks": "。一、" * length,
        "colons": "一、" + "：" * length,
        "blanks": "法" + " " * length + "法",
        "bullets": "- " * length + "x",
        "stars": "**" * length,
        "items": "一是法。" * length,
        "torn lines": "一、举措\n（一）领导。\n" + "办理案件，\n" * (length // 10),
        "address": "a" * length + "@",
        "offices": "（责任科室：" * length,
    }


def endless_report(report: Report, piece: str, length: int) -> Report:
    """Return `report` with `piece` over and over, `length` characters in all, as introduction and as a topic."""
    text = piece * (length // len(piece))
    long = replace(report, introduction=text, head=replace(report.head, title=text[:5000]))
    return long.with_part(replace(long.parts[0], entries=(Topic("t", "", text),)))
