"""Thirty-one different documents: every element of the standard, one page to forty, both profiles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, NamedTuple

from builders import a_report
from models.domain.organ import OrganKind
from models.domain.report import Attachment, ExportForm, Report, Topic
from models.layout.loader import PROFILES
from models.manuscript.blocks import Heading, Manuscript
from models.manuscript.compose import compose
from models.samples import sample_report
from models.standards.loader import load_standard
from pictured import a_picture
from word_files import SENTENCES, a_long_report, a_standard

JOINT = ("云峰县交通运输局", "云峰县公安局", "云峰县自然资源和规划局")
COPIES = ("县委办公室", "县人大常委会办公室", "县政府办公室", "县政协办公室", "县委全面依法治县委员会办公室", "县司法局",
          "县人民法院", "县人民检察院", "市交通运输局")
TABLE = (("类别", "件数", "罚没款（万元）"), ("行政处罚", "120", "36.5"), ("行政许可", "2316", "—"))
WIDE = (tuple(f"第{number}季度指标（件）" for number in range(1, 13)),
        *(tuple(str(row * column) for column in range(1, 13)) for row in range(1, 25)))


class Variety(NamedTuple):
    """A document: what it shows, its manuscript and profile, and the points that the check cannot judge in it."""

    name: str
    manuscript: Manuscript
    profile: str
    beyond: frozenset[str] = frozenset()


# The outside check knows one organ, one 签发人, a seal or none, upright pages and a red line: what it says of the
# points below is no measurement of these elements. The suite measures them in the Word file itself.
JOINT_MARK = frozenset({"head.organ_mark_centre", "head.signatory_right"})
LETTER = frozenset({"head.organ_mark_top", "head.doc_number_gap", "head.doc_number_position", "head.red_rule",
                    "colophon.rules", "pageno.sequence"})
RED_PAPER = frozenset({"head.organ_mark", "head.organ_mark_text", "head.red_rule"})
STAMP = frozenset({"date.right_indent", "sign.organ_text", "body.first_line_indent"})
TURNED = frozenset({"attachment.label", "attachment.title"})
SIDE_BY_SIDE = JOINT_MARK | {"date.right_indent"}
TABLE_IN_TEXT = frozenset({"body.size", "body.font", "body.line_pitch_even"})  # cells are taken for body text


def with_head(report: Report, **changes: Any) -> Report:
    """Return `report` with `changes` in its head."""
    return replace(report, head=replace(report.head, **changes))


def signed(report: Report, **changes: Any) -> Report:
    """Return `report` with `changes` in its signature."""
    return replace(report, signature=replace(report.signature, **changes))


def with_colophon(report: Report, **changes: Any) -> Report:
    """Return `report` with `changes` in its colophon."""
    return replace(report, colophon=replace(report.colophon, **changes))


def of_length(topics: int) -> Report:
    """Return a report with as many `topics`, a little more than a page each."""
    text = "".join(SENTENCES) * 2
    entries = tuple(Topic(f"t{number}", f"推进第{number}项重点工作", text) for number in range(1, topics + 1))
    report = a_report()
    return report.with_part(replace(report.part("measures"), entries=entries))


def very_short() -> Report:
    """Return a report that fits on one page."""
    report = a_report(0, introduction="现将2025年度法治政府建设情况报告如下。", parts=(), closing="")
    return with_colophon(with_head(report, title="云峰县交通运输局2025年法治政府建设年度报告"), copy_recipients=())


def joint() -> Report:
    """Return a report that three organs issue."""
    title = f"{''.join(JOINT)}关于2025年度法治政府建设情况的报告"
    report = with_head(a_long_report(), joint_organs=JOINT, signatories=("林致远", "周文", "欧阳子健"), title=title)
    return signed(report, issuing_organ_signature="、".join(JOINT))


def with_attachments(*attachments: Attachment) -> Report:
    """Return the long report with `attachments`."""
    return replace(a_long_report(), attachments=attachments)


def pictured(report: Report) -> Report:
    """Return `report` with a picture in its text and one in an attachment."""
    part = report.part("measures")
    shown = replace(part.entries[0], pictures=(a_picture("行政执法案件数量变化", after=1),))
    attachment = Attachment("p", "办案现场照片", "", pictures=(a_picture("现场检查", 120, id="p2"),))
    return replace(report, attachments=(attachment,)).with_part(replace(part, entries=(shown, *part.entries[1:])))


def reports() -> Iterator[tuple[str, Report, frozenset[str]]]:
    """Yield name, report and points beyond the check of every document but the sample."""
    long, small = a_long_report(), a_report()
    first, second = long.attachments
    table = Topic("t9", "执法数据", "全年执法数据见下表。", table=TABLE)
    every = {"copy_number": "000001", "secrecy": "机密★1年", "urgency": "特急"}
    yield "一页", very_short(), frozenset()
    yield "两页", small, frozenset()
    yield "长报告", long, frozenset()
    yield "份号密级紧急程度", with_head(long, **every), frozenset()
    yield "只有密级", with_head(small, secrecy="秘密★6个月"), frozenset()
    yield "不盖章", signed(long, sealed=False), frozenset()
    yield "不盖章日期较长", signed(small, sealed=False, issuing_organ_signature="云峰县委"), frozenset()
    yield "附注", signed(small, remark="此件公开发布"), frozenset()
    yield "长机关名", with_head(small, issuing_organ_mark="湘西土家族苗族自治州交通运输局文件"), frozenset()
    yield "不带文件", with_head(small, issuing_organ_mark="云峰县交通运输局"), frozenset()
    yield "抄送多行", with_colophon(long, copy_recipients=COPIES), frozenset()
    yield "主送移到版记", with_head(long, recipients_in_colophon=True), frozenset()
    yield "主送多行", with_head(long, main_recipients=COPIES[:5]), frozenset()
    yield "版记在偶数页", with_colophon(long, colophon_on_even_page=True), frozenset()
    yield "正文有表", small.with_part(replace(small.part("measures"), entries=(table,))), TABLE_IN_TEXT
    yield "正文和附件有图", pictured(long), frozenset()
    yield "附件一个", with_attachments(first), frozenset()
    yield "附件多个", with_attachments(first, second, replace(first, id="a3"), replace(second, id="a4")), frozenset()
    yield "附件横排", with_attachments(second, Attachment("w", "分季度指标表", "", WIDE, True)), TURNED
    yield "联合行文盖章", with_head(joint(), **every), JOINT_MARK
    yield "联合行文不盖章", signed(joint(), sealed=False), JOINT_MARK
    yield "联合两家", signed(with_head(small, joint_organs=JOINT[:2], signatories=("林致远", "周文")),
                         issuing_organ_signature="、".join(JOINT[:2])), SIDE_BY_SIDE
    yield "签名章", signed(small, stamp_posts=("局长",)), STAMP
    yield "信函", with_head(long, letter=True), LETTER
    yield "信函有密级", with_head(small, letter=True, **every), LETTER
    yield "红头纸", with_head(long, preprinted=True), RED_PAPER
    yield "十页", of_length(7), frozenset()
    yield "二十页", of_length(16), frozenset()
    yield "四十页", of_length(38), frozenset()


def documents() -> tuple[Variety, ...]:
    """Return the documents; profiles take turns."""
    sample, standard = sample_report(), load_standard(OrganKind.DEPARTMENT)
    made = [Variety(f"样例 {profile}", compose(sample, standard, ExportForm.SUBMISSION), profile) for profile in PROFILES]
    for number, (name, report, beyond) in enumerate(reports()):
        manuscript = compose(report, a_standard(), ExportForm.SUBMISSION)
        made.append(Variety(name, manuscript, PROFILES[number % len(PROFILES)], beyond))
    return tuple(made)


def expectation(variety: Variety) -> dict[str, object]:
    """Return what the check must find in the pages of `variety`."""
    manuscript = variety.manuscript
    head, colophon = manuscript.head, manuscript.colophon
    assert head is not None and colophon is not None
    headings: dict[str, list[str]] = {}
    for block in manuscript.blocks:
        if isinstance(block, Heading):
            headings.setdefault(str(block.level), []).append(block.number + block.text)
    one_organ = len(manuscript.signatures) == 1
    found = {
        "profile": "33476.2" if variety.profile == "33476.2" else "9704",
        "kind": "" if head.letter else "上行文", "sealed": manuscript.sealed or bool(manuscript.stamp_posts),
        "organ_mark": _mark(manuscript), "doc_number": head.document_number,
        "signatory": head.signatories[0] if head.signatories else "", "title": manuscript.plain_title,
        "recipients": manuscript.main_recipients, "organ": manuscript.signature if one_organ else "",
        "date": manuscript.date_of_issue, "headings": headings, "imprint": {
            "to": colophon.main_recipients, "cc": colophon.copy_recipients, "printer": colophon.distributing_organ,
            "print_date": f"{colophon.distribution_date}印发" if colophon.distribution_date else ""},
    }
    return {name: value for name, value in found.items() if value != ""}


def _mark(manuscript: Manuscript) -> str:
    """Return the 标志 as it is read line by line: 文件 stands beside the middle one of several names."""
    head = manuscript.head
    assert head is not None
    names = list(head.mark_names)
    if head.mark_word:
        return ""
    return "" if head.preprinted else "".join(names)
