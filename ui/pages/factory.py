"""Task id -> page."""

from __future__ import annotations

from models.domain.organ import Post
from models.domain.place import ATTACHMENTS, HEAD, INTRODUCTION, SIGNATURE
from models.domain.report import Report, SectionKey
from models.domain.standard import Standard
from ui.pages.attachments_page import AttachmentsPage
from ui.pages.duty_page import DutyPage
from ui.pages.first_responsible_page import FirstResponsiblePage
from ui.pages.head_page import HeadPage
from ui.pages.introduction_page import IntroductionPage
from ui.pages.part_page import PartPage
from ui.pages.plan_page import PlanPage
from ui.pages.problems_page import ProblemsPage
from ui.pages.report_page import ReportPage
from ui.pages.signature_page import SignaturePage
from ui.pages.topics_page import CausesPage, MeasuresPage, OtherPage

FIXED = {
    HEAD: HeadPage, INTRODUCTION: IntroductionPage, ATTACHMENTS: AttachmentsPage, SIGNATURE: SignaturePage,
}
PARTS: dict[SectionKey, type[PartPage]] = {
    SectionKey.MEASURES: MeasuresPage,
    SectionKey.PROBLEMS: ProblemsPage,
    SectionKey.CAUSES: CausesPage,
    SectionKey.FIRST_RESPONSIBLE: FirstResponsiblePage,
    SectionKey.PLAN: PlanPage,
    SectionKey.OTHER: OtherPage,
}


def page_for(task: str, report: Report, standard: Standard) -> ReportPage:
    """Return a new page for `task` that shows `report`; KeyError when it names no part of the report."""
    kind, _, name = task.partition(":")
    page: ReportPage
    if kind == "part":
        key = report.part(name).key
        page = PARTS[key](task, name, key)
    elif kind == "duty":
        duty_id, _, post = name.rpartition(":")
        page = DutyPage(duty_id, Post(post))
    else:
        page = FIXED[task]()
    page.show_report(report, standard)
    return page
