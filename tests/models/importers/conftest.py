"""What the tests of reading share: files written in a moment, and the account of every word of a file."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from models.domain.report import PlanTask, Problem, Report
from models.domain.source_document import ImportedReport, Role
from models.text.marks import parse_mark

LABELS = "签发人主送抄送印发附件"
TASK_LABELS = "责任科室时限"


@pytest.fixture
def seeds() -> Path:
    """Return the folder of the real reports beside the project; skip where it is absent."""
    folder = Path(__file__).parents[3].parent / "shared" / "seeds"
    if not folder.is_dir():
        pytest.skip("../shared/seeds is not here")
    return folder


@pytest.fixture
def account() -> Callable[[ImportedReport], None]:
    """Return the assertion that nothing of a file was lost and nothing invented."""
    return assert_every_word_accounted


def assert_every_word_accounted(imported: ImportedReport) -> None:
    """Assert that every word of the source is in the report or left out, and the report has no other word.

    Letters and figures are counted, so that a word twice in the file is there twice; and every sentence is
    found whole, in order. Only printed numbers and the fixed labels of 公文 elements may fall away.
    """
    kept = texts_of(imported.report)
    left_out = [each.text for each in imported.source.left_out]
    source = [paragraph.text for paragraph in imported.source.paragraphs]
    numbers = [paragraph.mark for paragraph in imported.source.paragraphs if paragraph.level]
    numbers += [
        number for paragraph in imported.source.paragraphs if paragraph.role is Role.ATTACHMENT
        for number in re.findall(r"^(?:附件：?)?(\d)", paragraph.text)
    ]
    labels = LABELS * 3 + TASK_LABELS * sum(
        bool(entry.office) for part in imported.report.parts for entry in part.entries if isinstance(entry, PlanTask))
    have = _letters("".join(kept)) + _letters("".join(left_out))
    want = _letters("".join(source))

    assert have - want == Counter(), "the report has words the file has not"
    lost = want - have - _letters("".join(numbers)) - _letters(labels)
    assert lost == Counter(), "the file has words that are neither in the report nor left out"
    _assert_sentences("".join(map(_words, kept)) + "|" + "|".join(map(_words, left_out)), imported)
    _assert_none_invented(kept, "".join(_words(_without_mark(text)) for text in source), source)


def texts_of(report: Report) -> list[str]:
    """Return every text the reader of a file put into `report`, in order."""
    head, signature, colophon = report.head, report.signature, report.colophon
    texts = [
        head.copy_number, head.secrecy, head.urgency, head.issuing_organ_mark, head.document_number, *head.signatories,
        head.title, *head.main_recipients, report.introduction,
    ]
    for part in report.parts:
        texts.append(part.heading)
        for entry in part.entries:
            texts += [entry.title, entry.text]
            texts += [entry.cause, entry.remedy] if isinstance(entry, Problem) else []
            texts += [entry.office, entry.deadline] if isinstance(entry, PlanTask) else []
    texts += [report.closing, signature.issuing_organ_signature, signature.date_of_issue, signature.remark]
    for attachment in report.attachments:
        texts += [attachment.title, attachment.text, *(cell for row in attachment.table for cell in row)]
    return [*texts, *colophon.copy_recipients, colophon.distributing_organ, colophon.distribution_date]


def _assert_sentences(kept: str, imported: ImportedReport) -> None:
    """Assert that each sentence of the body of the source stands whole in `kept`."""
    for paragraph in imported.source.paragraphs:
        if paragraph.role in (Role.HEAD, Role.RECIPIENTS, Role.SIGNATURE, Role.COLOPHON, Role.ATTACHMENT):
            continue
        text = re.sub(r"责任科室：|时限：", "", _without_mark(paragraph.text))
        for sentence in re.split(r"[。！？\n\t]", text):
            assert _words(sentence) in kept, f"lost: {sentence}"


def _assert_none_invented(kept: list[str], source: str, paragraphs: list[str]) -> None:
    """Assert that each sentence of the report stands in the source."""
    whole = "".join(map(_words, paragraphs))
    for text in kept:
        for sentence in re.split(r"[。！？\n]", text):
            assert _words(sentence) in source or _words(sentence) in whole, f"invented: {sentence}"


def _without_mark(text: str) -> str:
    """Return `text` without Markdown and without its printed number."""
    plain = re.sub(r"^\s*#+|\*\*|^第[一二三四五六七八九十]+(?:部分|章|篇)\s*", "", text)
    mark = parse_mark(plain)
    return plain[mark.length:] if mark and mark.level else plain


def _words(text: str) -> str:
    """Return the letters and figures of `text` alone."""
    return "".join(character for character in text if character.isalnum())


def _letters(text: str) -> Counter[str]:
    """Return how often each letter and figure stands in `text`."""
    return Counter(_words(text))
