"""`export`: one report as a Word file, a PDF file, a web page or plain text, by the ending of the output."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from exporters.export import ENDINGS, ENDINGS_ADVICE, ExportOutcome, export_report
from models.checks.finding import Finding
from models.clock import Clock, system_clock
from models.domain.report import ExportForm, Report
from models.domain.standard import Standard
from models.errors import UserError
from models.layout.layout import Layout
from models.publication.redactions import Decision, decide, redacted, redactions_of
from ui.command_line.outcome import DONE, ERRORS_FOUND
from ui.command_line.subject import local_overlays, read_subject

FORM_NAMES = {ExportForm.SUBMISSION: "报送版", ExportForm.PUBLIC: "公开版", ExportForm.REVIEW: "送审稿"}
LINES_SHOWN = 20
Exporter: TypeAlias = Callable[[Report, Standard, ExportForm, Path, Layout, Clock], ExportOutcome]


@dataclass(frozen=True, slots=True)
class Wishes:
    """How the file is to be: its form, local requirements, HEAD.yaml and profile; None means not said."""

    form: str
    local: str | None = None
    head: str | None = None
    profile: str | None = None


def export(name: str, output: str, wishes: Wishes, export_pdf: Exporter | None = None) -> int:
    """Write the report `name`, a file or LIBRARY#id, to `output` by `wishes` and say what was done.

    `export_pdf` paints PDF files; None refuses them.
    """
    target = Path(output)
    suffix = target.suffix.lower()
    if suffix not in ENDINGS:
        raise UserError(f"输出文件“{output}”的结尾看不出要哪种文件。", ENDINGS_ADVICE)
    if os.path.exists(name) and os.path.exists(target) and Path(name).samefile(target):
        raise UserError("输出文件和输入文件是同一个。", "请给输出文件另起一个名字，原来的文件要留着。")
    subject = read_subject(name, local_overlays(wishes.local), repair=True)
    repairs = subject.imported.repairs if subject.imported else ()
    if repairs:
        print("按标点规范改了：")
        print_list(repairs)
    from exporters.head_file import apply_head, read_head
    from models.layout.loader import load_layout

    head = read_head(Path(wishes.head)) if wishes.head else None
    report = apply_head(subject.report, head) if head else subject.report
    profile = wishes.profile or (head and head.profile) or "常用"
    layout = load_layout(profile, (head and head.fonts) or "方正", head.line_spacing if head else None)
    form = ExportForm(wishes.form)
    decision = decide_for(form, report, subject.standard, (head and head.redactions) or {})
    write = export_pdf if suffix == ".pdf" and export_pdf is not None else export_report
    outcome = write(redacted(report, decision.hidden), subject.standard, form, target, layout, system_clock)
    print(f"已导出{FORM_NAMES[form]}：{outcome.path}")
    print_redactions(decision)
    if outcome.dismissed:
        print(f"必改的问题忽略了 {len(outcome.dismissed)} 个：")
        print_list(tuple(f"{finding.message}（理由：{dismissal.reason}）" for finding, dismissal in outcome.dismissed))
    return report_gaps(form, outcome.gaps)


def decide_for(form: ExportForm, report: Report, standard: Standard, said: dict[str, str]) -> Decision:
    """Return what is hidden and what stays of `report` in `form`: only a 公开版 hides, as proposed or as `said`."""
    if form is not ExportForm.PUBLIC:
        return Decision((), ())
    return decide(redactions_of(report, standard), said, report, standard)


def print_redactions(decision: Decision) -> None:
    """Print what the 公开版 does not say any more, and what it still says: nothing is changed silently."""
    if decision.hidden:
        print(f"公开版隐去了 {len(decision.hidden)} 项：")
        for each in decision.hidden:
            print(f"  - {each.what}“{each.words}”{each.change}，{len(each.edits)} 处")
    secret = tuple(each for each in decision.kept if each.instead is None)
    if secret:
        print("标有密级的内容不能公开，请先按规定解密，再改好正文：")
        print_list(tuple(f"{each.what}“{each.words}”" for each in secret))
    kept = tuple(each for each in decision.kept if each.instead is not None)
    if kept:
        print(f"下面 {len(kept)} 项没有隐去，公开前请逐项确认（要隐去的写在 HEAD.yaml 的 redactions 里）：")
        print_list(tuple(f"{each.what}“{each.words}”，{len(each.edits)} 处" for each in kept))


def report_gaps(form: ExportForm, gaps: tuple[Finding, ...]) -> int:
    """Print what a file in `form` still lacks and return the exit status."""
    if not gaps:
        return DONE
    mark = "，文件页眉标有“草稿”" if form is ExportForm.SUBMISSION else ""
    print(f"还有 {len(gaps)} 处必须补上{mark}：")
    print_list(tuple(gap.message for gap in gaps))
    return ERRORS_FOUND if form is ExportForm.SUBMISSION else DONE


def print_list(lines: tuple[str, ...]) -> None:
    """Print `lines` as a list, the rest of a long one as a number."""
    for line in lines[:LINES_SHOWN]:
        print(f"  - {line}")
    if len(lines) > LINES_SHOWN:
        print(f"  - ……还有 {len(lines) - LINES_SHOWN} 处")
