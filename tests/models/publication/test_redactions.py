"""The list of what a 公开版 should not say, and the report as published."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import TODAY, a_duty, a_report

from models.checks.runner import draft_of_report, run_checks
from models.domain.report import Attachment, ExportForm, Report, Topic
from models.domain.standard import Standard
from models.errors import UserError
from models.publication.redactions import HIDE, KEEP, decide, redacted, redactions_of
from models.samples import sample_report
from models.standards.loader import load_standard

TEXT = "当事人王建国不服，王小明诉县交通运输局，来电13912345678。王建国已服判，案号（2025）湘1103行初45号。"


@pytest.fixture
def standard() -> Standard:
    return load_standard(a_report().organ.kind)


@pytest.fixture
def report() -> Report:
    part = replace(a_report().parts[0], entries=(Topic("t1", "规范行政执法", TEXT),))
    table = (("姓名", "电话"), ("王建国", "13912345678"))
    return replace(a_report().with_part(part), attachments=(Attachment("a", "台账", "王建国案。", table),))


def test_the_same_words_are_listed_once_with_all_their_places(report: Report, standard: Standard) -> None:
    listed = redactions_of(report, standard)

    assert [(each.words, each.change, len(each.edits)) for each in listed if each.certain] == [
        ("王建国", "改为“王某1”", 4), ("王小明", "改为“王某2”", 1), ("13912345678", "改为“139××××××××”", 2),
        ("（2025）湘1103行初45号", "改为“（2025）××号”", 1)]


def test_the_published_report_says_none_of_it(report: Report, standard: Standard) -> None:
    published = redacted(report, decide(redactions_of(report, standard), {}, report, standard).hidden)

    entry = published.entry("t1")
    assert isinstance(entry, Topic)
    assert entry.text == "当事人王某1不服，王某2诉县交通运输局，来电139××××××××。王某1已服判，案号（2025）××号。"
    assert published.attachments[0].table[1] == ("王某1", "139××××××××")
    findings = run_checks(draft_of_report(published, standard, ExportForm.PUBLIC, TODAY))
    assert not {each.slug for each in findings} & {"secret-or-private", "placeholder-left"}


def test_the_leader_is_listed_once_and_stays(standard: Standard) -> None:
    report = replace(a_report(), duties=(a_duty("D-1", text="局长林致远主持会议。林致远讲课。"),))

    [leader] = redactions_of(report, standard)
    hidden = redacted(report, [leader])

    assert not leader.hidden and leader.change == "只写职务" and len(leader.edits) == 2
    assert hidden.duties[0].text == "局长主持会议。主要负责人讲课。"


def test_the_sample_says_nothing_private(standard: Standard) -> None:
    assert not [each for each in redactions_of(sample_report(), standard) if each.certain]


def test_the_clerk_decides_by_the_words(report: Report, standard: Standard) -> None:
    said = {"王建国": KEEP, "(2025)湘1103行初45号": "该案", "规范行政执法": "行政执法", "没有的字": KEEP}

    decision = decide(redactions_of(report, standard), said, report, standard)
    entry = redacted(report, decision.hidden).entry("t1")

    assert isinstance(entry, Topic)
    assert entry.title == "行政执法" and entry.text.startswith("当事人王建国") and entry.text.endswith("案号该案。")
    assert "王建国" in [each.words for each in decision.kept]


def test_words_to_hide_that_stand_nowhere_are_refused(report: Report, standard: Standard) -> None:
    with pytest.raises(UserError, match="找不到"):
        decide(redactions_of(report, standard), {"张三丰": HIDE}, report, standard)


def test_a_mark_of_secrecy_is_never_taken_out(standard: Standard) -> None:
    report = replace(a_report(), introduction="秘密★1年\n现将情况报告如下：")
    listed = redactions_of(report, standard)

    assert [each.words for each in decide(listed, {}, report, standard).kept][0] == "秘密★1年"
    with pytest.raises(UserError, match="解密"):
        decide(listed, {"秘密★1年": HIDE}, report, standard)


def test_a_quotation_of_a_redacted_passage_stays_one(standard: Standard) -> None:
    sample = sample_report()
    [(number, entry)] = [(n, each) for n, each in enumerate(sample.duties) if each.reference][:1]
    assert entry.reference is not None
    [leader] = [each for each in redactions_of(sample, standard) if each.words == sample.organ.head]

    quote = redacted(sample, [leader]).duties[number].reference
    assert quote is not None and sample.organ.head not in quote.quote
