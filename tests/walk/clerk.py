"""A new user makes the whole report with the hand alone: `python tests/walk/clerk.py first|again FOLDER [WORD FILE]`.

`first` goes from an empty program to the Word file of the 2025 report; `again` a year later from that file to the next
one. The texts are those of the built-in sample. Prints one JSON object: what it took, and how long the window was busy.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from datetime import datetime
from enum import Enum
from functools import partial
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QPlainTextEdit  # noqa: E402

from hand import Hand  # noqa: E402 — beside this file
from models.domain.report import Part, PlanTask, Problem, Report, SectionKey, Topic  # noqa: E402
from models.samples import sample_report  # noqa: E402
from steps import Step, Steps, Walk  # noqa: E402 — beside this file

ADD = {Problem: "＋ 加一个问题", PlanTask: "＋ 加一项任务", Topic: "＋ 加一条"}


def always() -> bool:
    """Return True: a step that waits for nothing."""
    return True


class Clerk:
    """Knows the facts of the year and what to look for next on the screen."""

    def __init__(self, hand: Hand, report: Report, target: Path) -> None:
        """Make `report` with `hand`, to be exported to `target`."""
        self.hand = hand
        self.report = report
        self.target = target

    def first(self) -> Steps:
        """From the empty program to the Word file."""
        yield self.click("新建年度报告")
        yield from self.enter_organ()
        yield self.click("开始填写")
        yield from self.fill_head()
        yield from self.fill_parts()
        yield from self.fill_end()
        yield from self.export()

    def again(self, word_file: Path) -> Steps:
        """From last year's Word file to this year's."""
        yield self.click("读入已有报告")
        yield self.step("文件名", lambda: self.hand.has_focus(QLineEdit), lambda: self.hand.enter(str(word_file)))
        yield self.step("打开文件", always, lambda: self.hand.key("Return"))
        yield self.click("确认，成为报告")
        yield self.step("关闭", self.has_report, lambda: self.hand.key("Ctrl+W"))
        yield self.click("新建年度报告")
        yield self.click("开始填写")
        yield from self.renew()
        yield from self.export()

    def enter_organ(self) -> Steps:
        """Fill in the profile of the organ."""
        organ = self.report.organ
        for name, text in (
            ("单位全称", organ.full_name), ("机关代字", organ.organ_code), ("行政主要负责人姓名", organ.head),
            ("主送机关", "\n".join(organ.main_recipients)), ("抄送机关", "\n".join(organ.copy_recipients)),
            ("印发机关", organ.distributing_organ),
        ):
            yield self.write(name, text)
        if organ.same_person:
            yield self.step("同一人", always, self._tick_same_person)
        else:
            yield self.write("书记姓名", organ.secretary)
        yield self.click("保存单位信息")

    def fill_head(self) -> Steps:
        """Fill in 版头 and the introduction."""
        head = self.report.head
        yield self.write("发文字号", head.document_number)
        yield self.write("签发人", "、".join(head.signatories))
        yield from self.next_task()
        yield self.write("引言", self.report.introduction)

    def fill_parts(self) -> Steps:
        """Fill in every part, and every duty behind the part of the 第一责任人."""
        for part in self.report.parts:
            yield from self.next_task()
            if part.key is SectionKey.FIRST_RESPONSIBLE:
                yield from self.fill_duties()
                continue
            yield from self.fill_entries(part)

    def fill_entries(self, part: Part) -> Steps:
        """Fill in the entries of `part`, a card each."""
        for number, entry in enumerate(part.entries):
            if number or not self.has_empty_card(entry):
                yield self.click(next(words for kind, words in ADD.items() if isinstance(entry, kind)))
            for name, text in fields_of(entry):
                if text:
                    yield self.write(name, text, -1)

    def has_empty_card(self, entry: object) -> bool:
        """Return whether the page of `entry` shows one card already, and that is empty."""
        name = fields_of(entry)[0][0]
        return self.hand.number_of(name) == 1 and not self.hand.text_of(name)

    def fill_duties(self) -> Steps:
        """Fill in the entry of each duty."""
        for duty in self.report.duties:
            yield from self.next_task()
            yield self.step("已履行", always, self._choose_done)
            yield self.write("履职情况", duty.text or f"{self.report.organ.head}亲自部署，全年研究2次。")

    def fill_end(self) -> Steps:
        """Add the attachments and fill in the end of the report."""
        yield from self.next_task()
        for attachment in self.report.attachments:
            yield self.click("＋ 加一个附件")
            yield self.write("附件名称", attachment.title, -1)
            yield self.write("文字", attachment.text, -1)
        yield from self.next_task()
        yield self.write("结语", self.report.closing)
        yield self.write("成文日期", self.report.signature.date_of_issue)
        yield self.write("印发日期", self.report.colophon.distribution_date)

    def renew(self) -> Steps:
        """Go through the report taken over from last year and bring each text up to date."""
        yield self.step("替换", self.has_report, lambda: self.hand.key("Ctrl+H"))
        for old in (2026, 2025):
            yield self.write("在整份报告里找", f"{old}年")
            yield self.write("替换为", f"{old + 1}年")
            yield self.click("全部替换")
            if old == 2026:  # the title bears the new year already: its tick is taken away
                for keys in ("Tab", "Tab", "Space"):
                    yield self.step("去掉标题的勾", self.in_dialog, partial(self.hand.key, keys))
            yield self.step("打勾的都替换", self.in_dialog, lambda: self.hand.key("Return"))
        yield self.step("关闭查找", lambda: not self.in_dialog(), lambda: self.hand.key("Escape"))
        yield self.write("发文字号", self.report.head.document_number)
        yield from self.next_task()
        yield self.write("引言", self.report.introduction)
        for part in self.report.parts:
            yield from self.next_task()
            if part.key is SectionKey.FIRST_RESPONSIBLE:
                yield from self.renew_duties()
            elif part.key is SectionKey.PLAN:
                yield from self.fill_entries(part)
            else:
                for number, entry in enumerate(part.entries):
                    yield self.renew_end("表现" if isinstance(entry, Problem) else "内容", number)
        yield from self.fill_end()

    def renew_duties(self) -> Steps:
        """Confirm each duty and bring its text up to date."""
        for _ in self.report.duties:
            yield from self.next_task()
            yield self.step("已履行", always, lambda: self.hand.click("履行情况：已履行"))
            yield self.renew_end("履职情况", 0)

    def renew_end(self, name: str, number: int) -> Step:
        """Return the step that writes the last line of the text called `name` anew."""
        there = partial(self.hand.number_of, name)
        return self.step(f"更新{name}", lambda: there() > number, lambda: self.hand.renew_end(name, number))

    def has_report(self) -> bool:
        """Return whether the pages of a report are on the screen."""
        return self.hand.sees("发文字号") and not self.in_dialog()

    def next_task(self) -> Steps:
        """Mark the page done and go to the next one, by keys."""
        yield self.step("标为完成", always, lambda: self.hand.key("Ctrl+Return"))
        yield self.step("下一项", always, lambda: self.hand.key("Alt+Down"))

    def export(self) -> Steps:
        """Export the 报送版 to the target."""
        yield self.step("导出", always, lambda: self.hand.key("F12"))
        yield self.write("文件", str(self.target))
        yield self.step("导出", always, lambda: self.hand.click("导出", -1))
        yield self.click("知道了")

    def click(self, name: str) -> Step:
        """Return the step that clicks `name` as soon as it is on the screen."""
        return self.step(name, lambda: self.hand.sees(name), lambda: self.hand.click(name))

    def write(self, name: str, text: str, number: int = 0) -> Step:
        """Return the step that writes `text` into the field called `name`."""
        return self.step(f"填写{name}", lambda: self.hand.sees(name), lambda: self.hand.write(name, text, number))

    def step(self, name: str, ready: Callable[[], bool], act: Callable[[], object]) -> Step:
        """Return the step called `name`."""
        return name, ready, act

    def in_dialog(self) -> bool:
        """Return whether a dialog is in front."""
        return QApplication.activeModalWidget() is not None

    def _tick_same_person(self) -> None:
        name = "党组（党委）书记和行政主要负责人是同一人"
        if not self.hand.find(name, QCheckBox).isChecked():
            self.hand.click(name)

    def _choose_done(self) -> None:
        if not self.hand.sees("履职情况", QPlainTextEdit):
            self.hand.click("履行情况：已履行")


def fields_of(entry: object) -> tuple[tuple[str, str], ...]:
    """Return the names of the fields of the card of `entry` with their texts."""
    if isinstance(entry, Problem):
        return (("问题小标题", entry.title), ("表现", entry.text), ("原因", entry.cause), ("整改措施", entry.remedy))
    if isinstance(entry, PlanTask):
        return (("任务", entry.title), ("内容", entry.text), ("责任科室", entry.office), ("时限", entry.deadline))
    assert isinstance(entry, Topic)
    return (("小标题", entry.title), ("内容", entry.text))


def a_year_later(value: Any) -> Any:
    """Return `value`, a part of a report, with each year one later."""
    if isinstance(value, str):
        return value if isinstance(value, Enum) else value.replace("2026", "2027").replace("2025", "2026")
    if isinstance(value, tuple | frozenset):
        return type(value)(map(a_year_later, value))
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{each.name: a_year_later(getattr(value, each.name)) for each in fields(value)})
    return value


def main(which: str, folder: Path, word_file: str = "") -> int:
    """Walk `which` way with the data of `folder`."""
    os.environ["XDG_DATA_HOME"] = str(folder)
    os.environ["QT_NO_GLIB"] = "1"  # its event loop does not tell when it waits
    from ui.application import run

    hand = Hand()
    again = which == "again"
    report = a_year_later(sample_report()) if again else sample_report()
    clerk = Clerk(hand, report, folder / ("again.docx" if again else "first.docx"))
    steps = clerk.again(Path(word_file)) if again else clerk.first()
    walks: list[Walk] = []
    enter = QApplication.exec
    QApplication.exec = lambda application: (  # type: ignore[method-assign, assignment]
        walks.append(Walk(steps, hand)), enter())[1]
    return run((), lambda: datetime(2027 if again else 2026, 1, 20, 14, 32))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], Path(sys.argv[2]).resolve(), *sys.argv[3:]))
