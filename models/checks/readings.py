"""How each block stands in a stored report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from models.checks.passages import duties_in_order, entry_fields
from models.domain.duty import DutyState
from models.domain.report import Part, Problem, Report, SectionKey
from models.domain.source_document import SectionReading
from models.domain.standard import Standard
from models.text.causes import causal_sentences


def read_sections(report: Report, standard: Standard) -> Mapping[SectionKey, SectionReading]:
    """Return the reading of every block of `report`; a part without any text counts as heading only."""
    readings = {key: _plain_reading(report, standard, key) for key in SectionKey}
    readings[SectionKey.FIRST_RESPONSIBLE] = _responsible_reading(report, standard)
    if not readings[SectionKey.CAUSES].present:
        readings[SectionKey.CAUSES] = _causes_in_problems(report.parts_of(SectionKey.PROBLEMS))
    return readings


def _plain_reading(report: Report, standard: Standard, key: SectionKey) -> SectionReading:
    """Return the reading of the parts that carry `key`."""
    parts = report.parts_of(key)
    if not parts:
        return SectionReading()
    text = "\n".join(line for part in parts for line in _lines(part))
    return SectionReading(bool(text), bool(text), _heading(parts[0], report, standard), text)


def _lines(part: Part) -> list[str]:
    """Return all texts of `part` below its heading."""
    return [text for entry in part.entries for name in entry_fields(entry) if (text := getattr(entry, name).strip())]


def _heading(part: Part, report: Report, standard: Standard) -> str:
    """Return the heading of `part` as it prints."""
    if part.heading or part.key not in dict(standard.headings):
        return part.heading
    return standard.heading(part.key, report.year)


def _responsible_reading(report: Report, standard: Standard) -> SectionReading:
    """Return the reading of the 第一责任人 block: its own part, else the passages elsewhere that prove duties."""
    own = _plain_reading(report, standard, SectionKey.FIRST_RESPONSIBLE)
    lines = [own.text] if own.text else []
    quoted: dict[str, str] = {}
    for entry in duties_in_order(report, standard):
        if entry.state is DutyState.FULFILLED and entry.text.strip():
            lines += [text for text in (entry.title, entry.text) if text]
        elif entry.state is DutyState.FULFILLED and entry.reference is not None:
            passage = report.entry(entry.reference.entry_id)
            quoted.setdefault(entry.reference.entry_id, passage.text if passage is not None else entry.reference.quote)
        elif entry.state is DutyState.NOT_CARRIED_OUT and entry.reason.strip():
            lines.append(entry.reason)
    if lines:
        return SectionReading(True, True, own.heading, "\n".join(lines))
    if not quoted:
        return own
    first = report.entry(next(iter(quoted)))
    return SectionReading(True, False, first.title if first is not None else None, "\n".join(quoted.values()))


def _causes_in_problems(parts: Sequence[Part]) -> SectionReading:
    """Return the causes that stand in the problems themselves: their own field, or a causal sentence."""
    causes = []
    for entry in (entry for part in parts for entry in part.entries):
        if isinstance(entry, Problem) and entry.cause.strip():
            causes.append(entry.cause.strip())
        causes += [span.text.strip() for span in causal_sentences(entry.text)]
    if not causes:
        return SectionReading()
    return SectionReading(True, False, parts[0].heading or None, "\n".join(causes))
