"""A report in which nothing is written yet meets its clerk calmly: what lacks is named, nothing is called wrong."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from builders import fixed_clock
from models.checks.finding import Finding, Severity
from models.domain.organ import Organ, OrganKind
from models.domain.place import Place
from models.manuscript.new_report import new_report
from models.standards.loader import load_standard
from ui.app.checking import check_report
from ui.delegates.finding_delegate import colors_of
from ui.delegates.task_delegate import counter_of, icon_of
from ui.pages.form_page import FormPage
from work_bench import Bench


@pytest.fixture
def new(qtbot: QtBot) -> Bench:
    """Return a window on a report of which only the name of the organ is known, with the findings on it."""
    standard = load_standard(OrganKind.DEPARTMENT)
    report = new_report(Organ(full_name="云峰县水利局"), standard, 2025)
    bench = Bench(report, qtbot)
    bench.opened.show_findings(check_report(report, standard, fixed_clock().date()))
    return bench


def test_no_field_of_a_new_report_is_red(new: Bench) -> None:
    red, told = [], 0

    for task in new.window.tasks.model.tasks:
        new.window.go_to_task(task)
        page = new.window.pages.page(task)
        assert isinstance(page, FormPage)
        fields = page.fields.values()
        red += [(task, field.noted) for field in fields if field.input.property("state") in ("must", "check")]
        told += sum(1 for field in fields if field.noted.startswith("必填："))

    assert red == []
    assert told >= 4  # 发文字号, 签发人, 主送, 成文日期


def test_the_task_list_of_a_new_report_counts_what_lacks(new: Bench) -> None:
    model = new.window.tasks.model
    marks = {task: model.mark(task) for task in model.tasks}

    assert [task for task, mark in marks.items() if "must" in (icon_of(mark)[1], counter_of(mark)[1])] == []
    assert counter_of(marks["head"])[0] == "缺3处"


def test_the_choice_of_gravity_names_what_lacks_and_what_is_wrong(new: Bench) -> None:
    lacking = new.opened.findings
    wrong = Finding("N001", "sum-mismatch", Severity.ERROR, "合计不符。", place=Place("introduction"))
    button = new.window.side.findings.levels.buttons[Severity.ERROR]
    new.window.review()
    before = button.text()

    new.opened.show_findings((*lacking, wrong))

    assert (before, button.text()) == (f"必填 {len(lacking)}", f"必填、必改 {len(lacking) + 1}")


def test_the_list_of_findings_on_a_new_report_is_not_red(new: Bench) -> None:
    new.window.review()

    cards = new.window.side.findings.model.cards
    assert len(cards) > 10
    assert {colors_of(card)[1] for card in cards} == {"accent"}
