"""`export`: one report as a Word file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from models.checks.finding import Finding
from models.clock import system_clock
from models.domain.report import ExportForm
from models.errors import UserError
from ui.command_line.outcome import DONE, ERRORS_FOUND
from ui.command_line.subject import local_overlays, read_subject

FORM_NAMES = {ExportForm.SUBMISSION: "报送版", ExportForm.PUBLIC: "公开版", ExportForm.REVIEW: "送审稿"}
LINES_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Wishes:
    """How the file is to be: its form, local requirements, HEAD.yaml and profile; None means not said."""

    form: str
    local: str | None = None
    head: str | None = None
    profile: str | None = None


def export(name: str, output: str, wishes: Wishes) -> int:
    """Write the report `name`, a file or LIBRARY#id, to `output` by `wishes` and say what was done."""
    target = Path(output)
    if target.suffix.lower() != ".docx":
        raise UserError(f"输出文件“{output}”的名字要以 .docx 结尾。", "请改一下 -o 后面的文件名。")
    if Path(name).exists() and target.exists() and Path(name).samefile(target):
        raise UserError("输出文件和输入文件是同一个。", "请给输出文件另起一个名字，原来的文件要留着。")
    subject = read_subject(name, local_overlays(wishes.local), repair=True)
    repairs = subject.imported.repairs if subject.imported else ()
    if repairs:
        print("按标点规范改了：")
        print_list(repairs)
    from exporters.export import export_report
    from exporters.head_file import apply_head, read_head
    from models.layout.loader import load_layout

    head = read_head(Path(wishes.head)) if wishes.head else None
    report = apply_head(subject.report, head) if head else subject.report
    profile = wishes.profile or (head and head.profile) or "常用"
    layout = load_layout(profile, (head and head.fonts) or "方正", head.line_spacing if head else None)
    form = ExportForm(wishes.form)
    outcome = export_report(report, subject.standard, form, target, layout, system_clock)
    print(f"已导出{FORM_NAMES[form]}：{outcome.path}")
    if outcome.dismissed:
        print(f"必改的问题忽略了 {len(outcome.dismissed)} 个：")
        print_list(tuple(f"{finding.message}（理由：{dismissal.reason}）" for finding, dismissal in outcome.dismissed))
    return report_gaps(form, outcome.gaps)


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
