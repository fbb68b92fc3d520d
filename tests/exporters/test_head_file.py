"""HEAD.yaml: what it may say, how it is read, and what is said about mistakes in it."""

from __future__ import annotations

from pathlib import Path

import pytest
from builders import a_report
from exporters.head_file import READERS, HeadOverrides, apply_head, read_head
from models.domain.report import Report, SecrecyReview
from models.errors import UserError

WHOLE = """
issuing_organ_mark: 湘西土家族苗族自治州交通运输局文件
document_number: 州交〔2024〕4号
signatories: [庞大森]
title: 湘西自治州交通运输局2023年度法治政府建设年度报告
main_recipients: [中共湘西州委, 州人民政府]
copy_recipients: [州委全面依法治州委员会办公室]
issuing_organ_signature: 湘西土家族苗族自治州交通运输局
date_of_issue: '2024-02-20'
sealed: true
distributing_organ: 湘西土家族苗族自治州交通运输局办公室
distribution_date: 2024-02-21
remark: null
copy_number: 000001
secrecy: null
urgency: 特急
secrecy_review: {by: 张三, date: '2024-03-10'}
line_spacing: 1.5
profile: 33476.2
fonts: Windows自带
"""


def read(folder: Path, text: str, encoding: str = "utf-8") -> HeadOverrides:
    path = folder / "HEAD.yaml"
    path.write_bytes(text.encode(encoding))
    return read_head(path)


def test_a_whole_file_is_read(tmp_path: Path) -> None:
    said = read(tmp_path, WHOLE)

    assert said == HeadOverrides(
        issuing_organ_mark="湘西土家族苗族自治州交通运输局文件", document_number="州交〔2024〕4号", signatories=("庞大森",),
        title="湘西自治州交通运输局2023年度法治政府建设年度报告", main_recipients=("中共湘西州委", "州人民政府"),
        copy_recipients=("州委全面依法治州委员会办公室",), issuing_organ_signature="湘西土家族苗族自治州交通运输局",
        date_of_issue="2024年2月20日", sealed=True, distributing_organ="湘西土家族苗族自治州交通运输局办公室",
        distribution_date="2024年2月21日", copy_number="000001", urgency="特急",
        secrecy_review=SecrecyReview("张三", "2024年3月10日"), line_spacing=1.5, profile="33476.2", fonts="Windows自带",
    )


def test_the_rarer_elements_are_read_and_applied(tmp_path: Path) -> None:
    said = read(tmp_path, "joint_organs: [甲县交通局, 甲县公安局]\nletter: 是\npreprinted: true\n"
                          "recipients_in_colophon: yes\nstamp_posts: 县长\ncolophon_on_even_page: true\n")
    report = apply_head(a_report(), said)

    assert report.head.joint_organs == ("甲县交通局", "甲县公安局")
    assert report.head.letter and report.head.preprinted and report.head.recipients_in_colophon
    assert report.signature.stamp_posts == ("县长",)
    assert report.colophon.colophon_on_even_page


def test_scalars_are_text_as_written(tmp_path: Path) -> None:
    said = read(tmp_path, "copy_number: 000017\ntitle: 2025\nsignatories: [no]\n")

    assert (said.copy_number, said.title, said.signatories) == ("000017", "2025", ("no",))


@pytest.mark.parametrize("text", ["", "remark: null\n", "remark: ~\n", "remark:\n", "# nothing\n"])
def test_what_is_not_said_leaves_the_report_as_it_is(tmp_path: Path, text: str) -> None:
    said = read(tmp_path, text)

    assert said == HeadOverrides()
    assert apply_head(a_report(), said) == a_report()


def test_a_byte_order_mark_and_windows_line_ends_are_read(tmp_path: Path) -> None:
    assert read(tmp_path, "urgency: 特急\r\nsealed: 否\r\n", "utf-8-sig") == HeadOverrides(urgency="特急", sealed=False)


def test_a_single_name_needs_no_brackets(tmp_path: Path) -> None:
    assert read(tmp_path, "main_recipients: 县人民政府\n").main_recipients == ("县人民政府",)


@pytest.mark.parametrize(("text", "words"), [
    ("signatory: 张三\n", "不认识的项“signatory”"),
    ("signatories: {a: b}\n", "“signatories”应当是一段文字"),
    ("title: [一, 二]\n", "“title”应当是一段文字"),
    ("sealed: 也许\n", "“sealed”应当是 true 或 false"),
    ("date_of_issue: 2024-02-30\n", "“date_of_issue”应当是日历上有的日期"),
    ("date_of_issue: 二月\n", "“date_of_issue”应当是日历上有的日期"),
    ("line_spacing: 3\n", "“line_spacing”应当是 1.5 或 2"),
    ("profile: 国标\n", "“profile”应当是常用、33476.2之一"),
    ("fonts: 隶书\n", "“fonts”应当是方正"),
    ("secrecy_review: 张三\n", "“secrecy_review”应当写成"),
    ("secrecy_review: {by: 张三}\n", "“secrecy_review”应当写成"),
    ("secrecy_review: {by: '', date: '2024-03-10'}\n", "没有写审查人"),
    ("- a\n- b\n", "一行一项"),
    ("title: [一\n", "YAML"),
    ("title: " + "[" * 20000 + "]" * 20000 + "\n", "YAML"),
    ("title:\n  " + "- " * 20000 + "a\n", "YAML"),
    ("title: \x01\n", "YAML"),
    ("!!python/object/apply:os.system ['true']\n", "一行一项"),
], ids=range(18))
def test_a_mistake_is_named_with_file_and_key(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(UserError, match=words) as told:
        read(tmp_path, text)

    assert "HEAD.yaml" in told.value.message


def test_an_unreadable_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="读不到文件“没有.yaml”"):
        read_head(tmp_path / "没有.yaml")
    with pytest.raises(UserError, match="UTF-8"):
        read(tmp_path, "title: 报告\n", "gb18030")
    with pytest.raises(UserError, match="太大"):
        read(tmp_path, "#" * 50_001)


def test_overrides_reach_their_elements(tmp_path: Path) -> None:
    report = apply_head(a_report(), read(tmp_path, WHOLE))

    assert report.head.document_number == "州交〔2024〕4号"
    assert report.head.signatories == ("庞大森",)
    assert report.signature.date_of_issue == "2024年2月20日"
    assert report.colophon.distributing_organ == "湘西土家族苗族自治州交通运输局办公室"
    assert report.secrecy_review == SecrecyReview("张三", "2024年3月10日")
    assert report.parts == a_report().parts


def test_a_new_title_drops_the_old_choice_of_lines() -> None:
    report = Report(head=a_report().head)

    assert apply_head(report, HeadOverrides(title="新标题")).head.title_lines == ()


def test_every_element_can_be_said() -> None:
    assert set(READERS) == set(HeadOverrides._fields)


def test_what_the_public_form_does_not_say_is_read_word_by_word(tmp_path: Path) -> None:
    path = tmp_path / "HEAD.yaml"
    path.write_text("redactions:\n  王建国: 隐去\n  13912345678: 保留\n  李明: 该负责人\n", encoding="utf-8")

    assert read_head(path).redactions == {"王建国": "隐去", "13912345678": "保留", "李明": "该负责人"}


@pytest.mark.parametrize("written", ["redactions: 王建国", "redactions: [王建国]", "redactions: {王建国: ''}"])
def test_redactions_in_another_shape_are_refused(written: str, tmp_path: Path) -> None:
    path = tmp_path / "HEAD.yaml"
    path.write_text(written, encoding="utf-8")

    with pytest.raises(UserError, match="redactions"):
        read_head(path)
