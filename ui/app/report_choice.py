"""Which reports of the library a list shows, and how each is told in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from models.storage.summary import ReportSummary, Shelf

SHELF_WORDS = {Shelf.DESK: "在写的", Shelf.ARCHIVE: "已归档", Shelf.TRASH: "回收站"}


@dataclass(frozen=True, slots=True)
class Choice:
    """What a list is narrowed to; a `year` of 0 and an empty `organ` mean all."""

    shelf: Shelf = Shelf.DESK
    year: int = 0
    organ: str = ""

    def takes(self, report: ReportSummary) -> bool:
        """Return whether `report` is of this year and organ, wherever it is kept."""
        return self.year in (0, report.year) and self.organ in ("", report.organ)


def chosen(
    reports: Sequence[ReportSummary], choice: Choice, numbers: Collection[int] | None = None
) -> tuple[ReportSummary, ...]:
    """Return those of `reports` that `choice` takes, in order; `numbers` are those found, None when none is sought."""
    return tuple(
        each for each in reports
        if each.shelf is choice.shelf and choice.takes(each) and (numbers is None or each.number in numbers))


def elsewhere(reports: Sequence[ReportSummary], choice: Choice, numbers: Collection[int]) -> dict[Shelf, int]:
    """Return how many of the `numbers` found are kept elsewhere than `choice` looks."""
    return dict(Counter(
        each.shelf for each in reports
        if each.number in numbers and each.shelf is not choice.shelf and choice.takes(each)))


def by_year(reports: Sequence[ReportSummary], report: ReportSummary) -> tuple[tuple[ReportSummary, ...], list[str]]:
    """Return the reports of the organ of `report`, one a year and the newest change of each, and what is passed over.

    `reports` stand in the order of their last change. The sample is a world of its own; the trash counts for nothing.
    """
    alike = [
        each for each in reports
        if each.organ == report.organ and each.sample == report.sample and each.year and each.shelf is not Shelf.TRASH]
    years: dict[int, list[ReportSummary]] = {}
    for each in alike:
        years.setdefault(each.year, []).append(each)
    notes = [
        f"{year}年度有 {len(found)} 份报告，取最近改过的一份（编号 {found[0].number}）。"
        for year, found in sorted(years.items()) if len(found) > 1]
    return tuple(found[0] for _, found in sorted(years.items())), notes


def title_of(report: ReportSummary) -> str:
    """Return what a list calls `report`, also one that was read from a file without title, organ and year."""
    year = f"{report.year}年度" if report.year else ""
    title = report.title or (f"{report.organ}{year}报告" if report.organ or year else "没有标题的报告")
    return f"示例  {title}" if report.sample else title


def words_of(report: ReportSummary, today: date) -> str:
    """Return what a list says of `report` under its title: organ, last change, number, what becomes of it."""
    words = [*([report.organ] if report.organ else []), f"改于 {report.changed_at:%Y-%m-%d %H:%M}", f"编号 {report.number}"]
    if report.shelf is Shelf.ARCHIVE:
        words.append("已归档，只能查看")
    elif report.shelf is Shelf.TRASH:
        words.append(trash_words(report.days_left(today)))
    return " · ".join(words)


def trash_words(days: int) -> str:
    """Return when a report in the trash is deleted for good, `days` from now."""
    if days > 1:
        return f"还能恢复 {days} 天"
    return "明天彻底删除" if days else "下次打开程序时彻底删除"
