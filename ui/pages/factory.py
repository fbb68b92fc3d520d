"""Task id -> page. A page's module is loaded when the first page of its kind is wanted."""

from __future__ import annotations

from importlib import import_module

from PySide6.QtWidgets import QWidget

from models.domain.organ import Post
from models.domain.place import ATTACHMENTS, HEAD, INTRODUCTION, SIGNATURE
from models.domain.report import Report, SectionKey
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


def page_for(task: str, report: Report, parent: QWidget | None = None) -> ReportPage:
    """Return a new page for `task` that shows nothing yet; KeyError when it names no part of `report`.

    It is made inside `parent`: a form that is moved into a window later is styled a second time, widget by widget.
    """
    kind, _, name = task.partition(":")
    if kind == "part":
        key = report.part(name).key
        return _made(PARTS[key], task, name, key, parent)
    if kind == "duty":
        duty_id, _, post = name.rpartition(":")
        return _made("duty_page.DutyPage", duty_id, Post(post), parent)
    return _made(FIXED[task], parent)


def _made(name: str, *arguments: object) -> ReportPage:
    """Return a page of the class `name` (module and class below ui.pages) made with `arguments`."""
    module, _, class_name = name.partition(".")
    page = getattr(import_module(f"ui.pages.{module}"), class_name)(*arguments)
    assert isinstance(page, ReportPage)
    return page
