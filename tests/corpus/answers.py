"""What the program says about a labelled report, and how far that is what the labels say."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from corpus.labelled import Block, Label, Labelled
from corpus.word_file import word_bytes
from models.checks.finding import Finding, Severity
from models.checks.runner import draft_of_import, run_checks
from models.domain.report import Report, SectionKey
from models.domain.source_document import ImportedReport, SectionReading
from models.importers import read_report
from models.standards.loader import load_standard

ASPECTS = ("present", "standalone", "heading", "text")
_NUMBER = re.compile(r"^(?:第[一二三四五六七八九十]+(?:部分|章)|[一二三四五六七八九十]+[、.．，]|[（(][一二三四五六七八九十\d]+[）)]|\d+[.．、])")
_SHARED = 4  # characters that two excerpts of one fault have in common at least, where neither holds the other


@dataclass(slots=True)
class Score:
    """How the program did on one report: the labels and findings that met no partner, the blocks by aspect."""

    labelled: Labelled
    findings: tuple[Finding, ...] = ()
    found: list[Label] = field(default_factory=list)
    missed: list[Label] = field(default_factory=list)
    false: list[Finding] = field(default_factory=list)
    blocks: dict[SectionKey, dict[str, bool]] = field(default_factory=dict)
    head: dict[str, tuple[str | None, str | None]] = field(default_factory=dict)  # wrong: expected, read
    errors: tuple[str, ...] = ()

    @property
    def hints_per_thousand(self) -> float:
        """Findings at hint level per 1,000 characters of text."""
        hints = sum(finding.severity is Severity.HINT for finding in self.findings)
        return hints * 1000 / max(len(re.sub(r"\s", "", self.labelled.plain)), 1)


def file_of(labelled: Labelled, folder: Path, beside: Path) -> Path:
    """Return the file of `labelled`: the one that lies `beside` its labels, or one made of its text in `folder`."""
    if labelled.file == "text":
        path = folder / f"{labelled.name}.txt"
        path.write_bytes(labelled.plain.encode(labelled.encoding))
        return path
    if labelled.file == "word":
        path = folder / f"{labelled.name}.docx"
        path.write_bytes(word_bytes(labelled.text, labelled.word))
        return path
    return beside / labelled.file


def answer(
    labelled: Labelled, corpus: Mapping[str, Labelled], beside: Path
) -> tuple[ImportedReport, tuple[Finding, ...]]:
    """Return what the program reads and finds in `labelled`, last year's report taken from `corpus`."""
    with tempfile.TemporaryDirectory() as folder:
        imported = read_report(file_of(labelled, Path(folder), beside))
        previous: Report | None = None
        if labelled.previous is not None:
            previous = read_report(file_of(corpus[labelled.previous], Path(folder), beside)).report
    standard = load_standard(imported.report.organ.kind)
    return imported, run_checks(draft_of_import(imported, standard, labelled.form, labelled.today, previous))


def score(labelled: Labelled, corpus: Mapping[str, Labelled], beside: Path) -> Score:
    """Return how the program does on `labelled`."""
    imported, findings = answer(labelled, corpus, beside)
    result = Score(labelled, findings, errors=imported.unsure)
    partners = _pairs(labelled.findings, findings)
    result.found = [label for place, label in enumerate(labelled.findings) if place in partners]
    result.missed = [label for place, label in enumerate(labelled.findings) if place not in partners]
    taken = set(partners.values())
    result.false = [
        finding for place, finding in enumerate(findings)
        if place not in taken and not any(matches(label, finding) for label in labelled.allowed)
    ]
    for key in SectionKey:
        result.blocks[key] = block_aspects(labelled, labelled.blocks.get(key), imported.sections[key])
    read = head_of(imported.report)
    expected = {**labelled.head, "year": str(labelled.year) if labelled.year else None}
    result.head = {
        name: (value, read[name]) for name, value in expected.items()
        if squeezed(value) != squeezed(read[name]) and not (name == "organ" and _same_organ(value, read[name]))
    }
    return result


def matches(label: Label, finding: Finding) -> bool:
    """Return whether `finding` is the one that `label` expects: the slug, and the place or the section."""
    if finding.slug not in label.slugs or label.says not in finding.message:
        return False
    if label.section == "*" or (label.section is not None and label.section == finding.section):
        return True
    if label.section is None and not label.excerpts:
        return True
    excerpt = squeezed(finding.excerpt) or ""
    return bool(excerpt) and any(_overlap(squeezed(each) or "", excerpt) for each in label.excerpts)


def head_of(report: Report) -> dict[str, str | None]:
    """Return the elements of the head as the command line prints them; None for what is absent."""
    texts = {
        "title": report.head.title, "organ": report.organ.name, "document_number": report.head.document_number,
        "signatory": "、".join(report.head.signatories), "recipients": "、".join(report.head.main_recipients),
        "date": report.signature.date_of_issue, "year": str(report.year) if report.year else "",
    }
    return {name: text or None for name, text in texts.items()}


def block_aspects(labelled: Labelled, block: Block | None, reading: SectionReading) -> dict[str, bool]:
    """Return for each aspect of a block whether it was read as `block` says; None is a block that is absent."""
    if block is None:
        return {"present": not reading.present}
    heading_is_right = block.heading is None or bare_heading(reading.heading) == bare_heading(block.heading)
    if block.empty:
        return {"heading": heading_is_right}
    return {
        "present": reading.present,
        "standalone": reading.standalone == block.standalone,
        "heading": heading_is_right,
        "text": _text_is_right(labelled, block, squeezed(reading.text) or ""),
    }


def bare_heading(text: str | None) -> str:
    """Return the heading `text` without number, blanks and end mark; empty for None."""
    return _NUMBER.sub("", squeezed(text) or "").rstrip("。：:")


def squeezed(text: str | None) -> str | None:
    """Return `text` without blanks and Markdown marks; None for None and for nothing."""
    return re.sub(r"[\s\u3000#*]|\|", "", text) or None if text else None


def _text_is_right(labelled: Labelled, block: Block, text: str) -> bool:
    """Return whether `text` begins, ends and is as long as `block` says, and holds what it must hold."""
    if not all((squeezed(each) or "") in text for each in block.holds):
        return False
    first, last = squeezed(block.first) or "", squeezed(block.last) or ""
    if not (text.startswith(first) and text.endswith(last)):
        return False
    if block.several or not first or not last:
        return True
    whole = squeezed(labelled.plain) or ""
    start = whole.index(first)
    expected = whole[start:whole.index(last, start) + len(last)]
    return abs(len(expected) - len(text)) <= 12 + len(expected) // 50  # page numbers in between


def _same_organ(expected: str | None, found: str | None) -> bool:
    """Return whether one of the two names is the other without its 人民政府 or without the place above it."""
    return bool(expected and found) and (str(found) in str(expected) or str(expected) in str(found))


def _overlap(expected: str, found: str) -> bool:
    """Return whether two excerpts speak of the same words."""
    if expected in found or found in expected:
        return True
    shortest = min(len(expected), len(found))
    return any(
        expected.endswith(found[:length]) or found.endswith(expected[:length])
        for length in range(_SHARED, shortest)
    )


def _pairs(labels: Sequence[Label], findings: Sequence[Finding]) -> dict[int, int]:
    """Return which finding stands for which label, as many pairs as can be, none used twice."""
    fitting = [[place for place, finding in enumerate(findings) if matches(label, finding)] for label in labels]
    owner: dict[int, int] = {}

    def place(label: int, tried: set[int]) -> bool:
        for finding in fitting[label]:
            if finding not in tried:
                tried.add(finding)
                if finding not in owner or place(owner[finding], tried):
                    owner[finding] = label
                    return True
        return False

    for label in range(len(labels)):
        place(label, set())
    return {label: finding for finding, label in owner.items()}


def scores(corpus: Mapping[str, Labelled], beside: Path) -> Iterator[Score]:
    """Yield the score of every report of `corpus`."""
    for labelled in corpus.values():
        yield score(labelled, corpus, beside)
