"""A report of 30,000 characters: the built-in sample, its 举措 written out."""

from __future__ import annotations

from dataclasses import replace

from models.domain.report import Report, SectionKey, Topic, new_id
from models.samples import sample_report
from models.text.counting import count_words

SIZE = 30_000  # characters
WORDS = "全年依法办理行政许可和行政处罚案件。"


def a_long_report() -> Report:
    """Return the sample with its 举措 written out until the whole has 30,000 characters."""
    report = replace(sample_report(), id=new_id(), sample=False)
    part = report.parts_of(SectionKey.MEASURES)[0]
    topics = [entry for entry in part.entries if isinstance(entry, Topic)]
    missing = SIZE - sum(count_words(text) for text in texts_of(report))
    each = missing // len(topics) // len(WORDS) + 1
    longer = tuple(
        replace(entry, text=entry.text + WORDS * each) if isinstance(entry, Topic) else entry for entry in part.entries)
    return report.with_part(replace(part, entries=longer))


def texts_of(report: Report) -> list[str]:
    """Return the running texts of `report`."""
    return [report.introduction, *(entry.text for part in report.parts for entry in part.entries),
            *(duty.text for duty in report.duties)]
