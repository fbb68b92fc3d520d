"""Task id -> page. A page's module is loaded when the first page of its kind is wanted."""

from __future__ import annotations

from importlib import import_module

from PySide6.QtWidgets import QWidget

from models.domain.organ import Post
from models.domain.place import ATTACHMENTS, HEAD, INTRODUCTION, SIGNATURE
from models.domain.report import Report, SectionKey
from models.domain.standard import Standard
from ui.pages.report_page import ReportPage

FIXED = {
    HEAD: "head_page.HeadPage",
    INTRODUCTION: "introduction_page.IntroductionPage",
    ATTACHMENTS: "attachments_page.AttachmentsPage",
    SIGNATURE: "signature_page.SignaturePage",
}
PARTS = {
    SectionKey.MEASURES: "topics_page.MeasuresPage",
    SectionKey.PROBLEMS: "problems_page.ProblemsPage",
    SectionKey.CAUSES: "topics_page.CausesPage",
    SectionKey.FIRST_RESPONSIBLE: "first_responsible_page.FirstResponsiblePage",
    SectionKey.PLAN: "plan_page.PlanPage",
    SectionKey.OTHER: "topics_page.OtherPage",
}


def page_for(task: str, report: Report, standard: Standard, parent: QWidget | None = None) -> ReportPage:
    """Return a new page for `task` that shows `report`; KeyError when it names no part of the report.

    It is made inside `parent`: a form that is moved into a window later is styled a second time, widget by widget.
    """
    kind, _, name = task.partition(":")
    if kind == "part":
        key = report.part(name).key
        page = _made(PARTS[key], task, name, key, parent)
    elif kind == "duty":
        duty_id, _, post = name.rpartition(":")
        page = _made("duty_page.DutyPage", duty_id, Post(post), parent)
    else:
        page = _made(FIXED[task], parent)
    page.show_report(report, standard)
    return page


def _made(name: str, *arguments: object) -> ReportPage:
    """Return a page of the class `name` (module and class below ui.pages) made with `arguments`."""
    module, _, class_name = name.partition(".")
    page = getattr(import_module(f"ui.pages.{module}"), class_name)(*arguments)
    assert isinstance(page, ReportPage)
    return page
