"""版头与主送, 引言, 结语与落款."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from builders import a_report, an_organ
from form_desk import Desk, a_desk
from form_input import compose, type_keys
from models.checks.finding import Finding, Severity
from models.domain.delivery import Delivery
from models.domain.head import DocumentHead
from models.domain.place import HEAD, INTRODUCTION, SIGNATURE, Place
from models.domain.report import ExportForm, Report, SecrecyReview
from models.manuscript import compose as composing
from models.standards.loader import load_standard
from ui.pages.head_notes import (
    about_copy_number, about_date, about_document_number, about_joint_organs, about_recipients, about_secrecy,
    about_signatories, about_stamp_posts,
)
from ui.pages.head_page import HeadPage
from ui.pages.introduction_page import IntroductionPage
from ui.pages.signature_page import SignaturePage


def head_desk(qtbot: QtBot, report: Report) -> tuple[Desk, HeadPage]:
    """Return the page of the head of `report` in use."""
    desk = a_desk(qtbot, HEAD, report)
    assert isinstance(desk.page, HeadPage)
    return desk, desk.page


@pytest.mark.parametrize(("text", "note"), [
    ("", ""),
    ("云交〔2026〕4号", ""),
    ("云交[2026]4号", "六角括号"),
    ("云交〔2026〕第4号", "不加“第”"),
    ("云交〔2026〕04号", "虚位"),
    ("云交〔2026〕号", "还缺序号"),
    ("云交〔2026〕4", "写“号”"),
    ("云交〔2025〕4号", "发文当年"),
])
def test_a_document_number_is_judged_in_words(text: str, note: str) -> None:
    assert note in about_document_number(text, 2025)
    assert bool(note) == bool(about_document_number(text, 2025))


@pytest.mark.parametrize(("text", "note"), [
    ("", ""), ("2026年2月20日", ""), ("2026年02月20日", "2026年2月20日"), ("2026-2-20", "2026年2月20日"),
    ("2026年2月30日", "写全年、月、日"), ("2月20日", "写全年、月、日"),
])
def test_a_date_is_judged_in_words(text: str, note: str) -> None:
    assert note in about_date(text)
    assert bool(note) == bool(about_date(text))


def test_other_elements_are_judged_in_words() -> None:
    assert about_signatories(("林致远",)) == "" and "一位" in about_signatories(("林致远", "周敏"))
    assert "不写职务" in about_signatories(("林致远局长",))
    assert about_recipients(("云峰县人民政府",)) == "" and "并列" in about_recipients(("中共云峰县委", "云峰县人民政府"))
    assert "领导个人" in about_recipients(("王书记",))
    assert about_copy_number("000001") == "" and "6 位" in about_copy_number("1")


def test_the_number_pattern_of_the_organ_is_filled_in(qtbot: QtBot) -> None:
    desk, page = head_desk(qtbot, a_report(head=DocumentHead()))
    page.fill_number.click()
    type_keys(page.number.line, "7")

    assert desk.report.head.document_number == "云交〔2026〕7号"
    assert desk.labels == ["填写发文字号", "修改发文字号"]
    assert page.number.noted == "" and not page.fill_number.isVisible()


def test_the_note_below_a_number_follows_each_key(qtbot: QtBot) -> None:
    desk, page = head_desk(qtbot, a_report(head=DocumentHead()))
    type_keys(page.number.line, "云交")

    assert "六角括号" in page.number.noted


def test_recipients_are_kept_as_names(qtbot: QtBot) -> None:
    desk, page = head_desk(qtbot, a_report(head=DocumentHead()))
    compose(page.main_recipients.line, "中共云峰县委、云峰县人民政府：")

    assert desk.report.head.main_recipients == ("中共云峰县委", "云峰县人民政府")
    assert page.main_recipients.text == "中共云峰县委、云峰县人民政府："


@pytest.mark.parametrize(("delivery", "main", "copies"), [
    (Delivery.TOGETHER, ("中共云峰县委", "云峰县人民政府"), ("县委全面依法治县委员会办公室", "市交通运输局")),
    (Delivery.GOVERNMENT, ("云峰县人民政府",), ("中共云峰县委", "县委全面依法治县委员会办公室", "市交通运输局")),
    (Delivery.SEPARATE, ("中共云峰县委",), ("县委全面依法治县委员会办公室", "市交通运输局")),
])
def test_a_way_of_sending_fills_both_lines_in_one_step(
    delivery: Delivery, main: tuple[str, ...], copies: tuple[str, ...], qtbot: QtBot
) -> None:
    empty = replace(a_report(head=DocumentHead()), colophon=replace(a_report().colophon, copy_recipients=()))
    desk, page = head_desk(qtbot, empty)
    page.delivery_buttons[delivery].click()

    assert desk.report.head.main_recipients == main
    assert desk.report.colophon.copy_recipients == copies
    assert len(desk.labels) == 1 and desk.bursts == [""]


def test_ways_to_break_the_title_are_offered_and_kept(qtbot: QtBot) -> None:
    desk, page = head_desk(qtbot, a_report())
    choice = page.title_choice
    qtbot.waitUntil(lambda: len(choice._group.buttons()) > 1)
    second = choice._group.button(1)
    second.click()

    assert desk.report.head.title_lines == tuple(second.text().split("\n"))
    assert "".join(desk.report.head.title_lines) == desk.report.head.title
    choice._group.button(0).click()
    assert desk.report.head.title_lines == ()


def test_another_title_forgets_the_lines_of_the_old_one(qtbot: QtBot) -> None:
    report = a_report()
    lines = ("云峰县交通运输局", "2025年度法治政府建设年度报告")
    desk, page = head_desk(qtbot, replace(report, head=replace(report.head, title_lines=lines)))
    compose(page.title_choice.field.line, "新")

    assert desk.report.head.title_lines == ()


def test_a_usual_title_is_taken_from_the_menu(qtbot: QtBot) -> None:
    desk, page = head_desk(qtbot, a_report())
    page.title_choice.menu.actions()[1].trigger()

    assert desk.report.head.title == "云峰县交通运输局关于2025年度法治政府建设情况的报告"


def test_rare_elements_are_unfolded_when_they_are_there(qtbot: QtBot) -> None:
    report = a_report()
    urgent, page = head_desk(qtbot, replace(report, head=replace(report.head, urgency="特急")))
    usual, folded = head_desk(qtbot, report)

    assert urgent.area.isVisible() and usual.area.isVisible()
    assert page.urgency.isVisible()
    assert not folded.urgency.isVisible()
    folded.show_place(Place(HEAD, field="urgency"))
    assert folded.urgency.isVisible()


def test_a_finding_is_told_at_its_field_and_taken_back(qtbot: QtBot) -> None:
    _, page = head_desk(qtbot, a_report())
    warning = Finding("F002", "signatory", Severity.WARNING, "签发人要核对。", place=Place(HEAD, field="signatories"))
    error = Finding("F001", "missing", Severity.ERROR, "缺签发人。", place=Place(HEAD, field="signatories"))
    elsewhere = Finding("C001", "x", Severity.ERROR, "别处。", place=Place("part:measures", field="title"))
    page.show_findings((warning, error, elsewhere))
    told = page.signatories.noted
    page.show_findings(())

    assert told == "必改：缺签发人。"
    assert page.signatories.noted == "" and page.title_choice.field.noted == ""


def test_a_finding_of_no_field_is_told_above_the_fields(qtbot: QtBot) -> None:
    desk, page = head_desk(qtbot, a_report())
    page.show_findings((Finding("F009", "head", Severity.WARNING, "整个版头要核对。", place=Place(HEAD)),))
    told = page.note.text() if page.note.isVisible() else ""
    page.show_findings(())

    assert told == "请核：整个版头要核对。"
    assert not page.note.isVisible()


def test_a_usual_introduction_is_drafted_and_marked_to_be_checked(qtbot: QtBot) -> None:
    desk = a_desk(qtbot, INTRODUCTION, a_report(introduction=""))
    page = desk.page
    assert isinstance(page, IntroductionPage)
    page.draft.click()
    note = page.text.noted
    page.text.select(3, 5)
    compose(page.text.area, "改")

    assert "云峰县交通运输局2025年度法治政府建设情况报告如下" in desk.report.introduction
    assert "核对" in note and not page.draft.isVisible()
    assert page.text.noted == ""


def test_the_composed_introduction_is_shown_as_it_will_read(qtbot: QtBot) -> None:
    desk = a_desk(qtbot, INTRODUCTION, a_report())
    page = desk.page
    assert isinstance(page, IntroductionPage)

    qtbot.waitUntil(lambda: page.preview.text.toPlainText() == "现将2025年度法治政府建设情况报告如下：")


def signature_desk(qtbot: QtBot, report: Report) -> tuple[Desk, SignaturePage]:
    """Return the page of the signature of `report` in use."""
    desk = a_desk(qtbot, SIGNATURE, report)
    assert isinstance(desk.page, SignaturePage)
    return desk, desk.page


def test_a_date_that_can_be_read_is_put_right_by_a_click(qtbot: QtBot) -> None:
    report = a_report()
    desk, page = signature_desk(qtbot, replace(report, signature=replace(report.signature, date_of_issue="2026.02.20")))
    note = page.date.noted
    page.date.fix.click()

    assert "2026年2月20日" in note
    assert desk.report.signature.date_of_issue == "2026年2月20日"
    assert page.date.noted == "" and not page.date.fix.isVisible()


def test_a_seal_is_a_step_of_its_own(qtbot: QtBot) -> None:
    desk, page = signature_desk(qtbot, a_report())
    page.sealed.click()

    assert desk.report.signature.sealed is False
    assert desk.labels == ["改为不盖章"] and desk.bursts == [""]


def test_the_closing_is_filled_where_there_is_none(qtbot: QtBot) -> None:
    desk, page = signature_desk(qtbot, a_report(closing=""))
    page.fill_closing.click()

    assert desk.report.closing == "特此报告。" and not page.fill_closing.isVisible()


def test_a_secrecy_review_needs_name_and_date(qtbot: QtBot) -> None:
    desk, page = signature_desk(qtbot, a_report())
    compose(page.reviewer.line, "周敏")
    half = page.reviewer.noted
    compose(page.review_date.line, "2026年3月10日")

    assert "才能导出公开版" in half and page.reviewer.noted == ""
    assert desk.report.secrecy_review == SecrecyReview("周敏", "2026年3月10日")
    page.reviewer.line.enter("")
    page.review_date.line.enter("")
    assert desk.report.secrecy_review is None


def test_the_organ_of_the_profile_is_shown_where_nothing_is_entered(qtbot: QtBot) -> None:
    _, page = head_desk(qtbot, a_report(head=DocumentHead(), organ=an_organ()))

    assert page.mark.line.placeholderText() == "云峰县交通运输局文件"


@pytest.mark.parametrize(("text", "note"), [
    ("", ""), ("秘密", ""), ("机密★1年", ""), ("秘密★6个月", ""), ("绝密★长期", ""), ("机密1年", "★"), ("机密★一年", "阿拉伯数字"),
    ("内部", "绝密"),
])
def test_the_secrecy_level_is_judged_in_words(text: str, note: str) -> None:
    assert note in about_secrecy(text)
    assert bool(note) == bool(about_secrecy(text))


def test_a_joint_issue_is_judged_in_words() -> None:
    assert about_signatories(("林致远", "周敏"), 2) == "" and "各有一位" in about_signatories(("林致远",), 2)
    assert "至少写两个" in about_joint_organs(("云峰县交通运输局",))
    assert "不写“文件”" in about_joint_organs(("云峰县交通运输局", "云峰县公安局文件"))
    assert about_joint_organs(()) == "" and about_stamp_posts(()) == "" and about_stamp_posts(("县长",))


def test_a_joint_issue_a_letter_and_red_paper_are_chosen(qtbot: QtBot) -> None:
    desk, page = head_desk(qtbot, a_report())
    page.more.unfold(True)
    type_keys(page.joint_organs.line, "云峰县交通运输局、云峰县公安局")
    for tick in (page.letter, page.preprinted, page.recipients_below, page.letter):
        tick.click()

    head = desk.report.head
    assert head.joint_organs == ("云峰县交通运输局", "云峰县公安局")
    assert (head.letter, head.preprinted, head.recipients_in_colophon) == (False, True, True)
    assert desk.labels[-2:] == ["主送移到版记", "改为文件格式"]
    assert "各有一位" in page.signatories.noted


def test_a_signature_stamp_and_an_even_page_are_chosen(qtbot: QtBot) -> None:
    desk = a_desk(qtbot, SIGNATURE, a_report())
    page = desk.page
    assert isinstance(page, SignaturePage)
    type_keys(page.stamp_posts.line, "局长")
    page.even_page.click()

    assert desk.report.signature.stamp_posts == ("局长",)
    assert desk.report.colophon.colophon_on_even_page
    assert "不印单位署名" in page.stamp_posts.noted


def test_the_meeting_that_passed_the_report_is_kept_and_never_printed(qtbot: QtBot) -> None:
    desk = a_desk(qtbot, SIGNATURE, a_report())
    page = desk.page
    assert isinstance(page, SignaturePage)
    type_keys(page.deliberation.line, "2026年1月28日局党组会")
    standard = load_standard(desk.report.organ.kind)

    assert desk.report.signature.deliberation == "2026年1月28日局党组会"
    for form in ExportForm:
        assert "1月28日" not in repr(composing.compose(desk.report, standard, form))
