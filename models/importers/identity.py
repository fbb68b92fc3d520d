"""Who reports, and on which year: told from title, 版头, 署名 and headings, never guessed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from models.domain.head import DocumentHead
from models.domain.organ import Organ
from models.domain.report import SectionKey
from models.importers.organs import guess_kind, guess_level
from models.importers.sections import subject_of, years_in
from models.text.pattern import Pattern
from models.importers.titles import organ_of_title, year_of_title

_OPENED = Pattern(r"\s*((?:19|20)\d\d)\s*年(?:度|以来|来|，|,)")
_REPORTED = Pattern(r"现(?:将|就|把)[^。；]{0,20}?((?:19|20)\d\d)\s*年[^。；]{0,60}(?:报告|汇报|总结|通报|公布)")
_ORGAN_CODE = re.compile(r"^([^\W\d_]{1,14})[〔\[［（(【﹝]")


def organ_of(head: DocumentHead, signature: str) -> Organ:
    """Return the organ that `head` and the 署名 `signature` name: in full by 版头 or 署名, in short by the title."""
    short = organ_of_title(head.title)
    full = head.issuing_organ_mark.removesuffix("文件") or signature or short
    code = _ORGAN_CODE.match(head.document_number)
    return Organ(
        full_name=full, short_name=short or full, level=guess_level(full), kind=guess_kind(full),
        issuing_organ_mark="" if head.issuing_organ_mark in ("", f"{full}文件") else head.issuing_organ_mark,
        organ_code=code[1] if code else "",
    )


def year_spoken_of(opening: Iterable[str]) -> int:
    """Return the year that the paragraphs of the `opening` report on (2024年，……; 现将2024年……报告如下); 0 without one."""
    for text in opening:
        found = _REPORTED.search(text) or _OPENED.match(text)
        if found is not None:
            return int(found[1])
    return 0


def year_of(title: str, headings: Sequence[str], introduction: str, unsure: list[str]) -> int:
    """Return the year of the report by its `title`, else by its `introduction` or part `headings`; 0 when none tells.

    A year that the title does not name is noted in `unsure`.
    """
    year = year_of_title(title)
    if year:
        return year
    year = year_spoken_of(introduction.split("\n"))
    if year:
        unsure.append(f"标题里没有年度，按引言取为 {year} 年，请确认。")
        return year
    for heading in headings:
        for found in years_in(heading):
            coming = subject_of(heading).key is SectionKey.PLAN
            unsure.append(f"标题里没有年度，按“{heading[:30]}”取为 {found - coming} 年，请确认。")
            return found - coming
    return 0
