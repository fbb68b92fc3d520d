"""The year a draft reports on, also where the title of a file names another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from models.checks.finding import Draft
from models.domain.report import SectionKey
from models.domain.source_document import Role
from models.text.dates import parse_date
from models.text.pattern import Pattern

_TITLES = Pattern(r"《[^《》]*》|[“\"][^“”\"]*[”\"]")
_RANGE = Pattern(r"(?:19|20)\d\d ?年?(?:度)? ?(?:[—–－~～-]+|至|到) ?(?:(?:19|20)\d\d)")
_YEAR = Pattern(r"(?<!\d)((?:19|20)\d\d) ?年")
_OPENING = Pattern(r"^[#*\s]*((?:19|20)\d\d) ?年(?:度|以来)?[，,]")
_REPORTS = Pattern(r"现[将就][^。；\n]{0,24}?((?:19|20)\d\d) ?年(?:度)?[^。；\n]{0,30}?(?:报告|汇报|总结)如下")
_ENOUGH = 3  # so many places must agree against the title


def years_in(text: str) -> tuple[int, ...]:
    """Return the years that `text` names with 年, in order; those in 书名号, quotation marks or a range are none."""
    plain = _RANGE.sub("", _TITLES.sub("", text))
    return tuple(dict.fromkeys(int(match[1]) for match in _YEAR.finditer(plain)))


def reporting_year(draft: Draft) -> int:
    """Return the year `draft` reports on, 0 when it is not known.

    A file is read by its title; where the headings, the introduction and the date of issue agree on another year,
    it is the title that is wrong.
    """
    year = draft.report.year
    if draft.source is None or not year:
        return year
    votes = Counter(_votes(draft))
    best, count = max(votes.items(), key=lambda vote: vote[1], default=(year, 0))
    return best if best != year and count >= _ENOUGH and votes[year] == 0 else year


def _votes(draft: Draft) -> Iterator[int]:
    """Yield the reporting year as each place outside the title has it."""
    for passage in draft.passages:
        if passage.role is Role.HEADING and passage.section is not None:
            for year in years_in(passage.text)[:1]:
                yield year - (passage.section is SectionKey.PLAN)
        elif passage.role is Role.INTRODUCTION:
            for pattern in (_OPENING, _REPORTS):
                match = pattern.search(passage.text)
                if match is not None:
                    yield int(match[1])
    day = parse_date(draft.report.signature.date_of_issue)
    if day is not None and day.month < 7:
        yield day.year - 1
