"""The known faults of other programs, planted in a good Word file one by one: each must be caught (specification §6).

Run `python tests/benchmarks/negative_controls.py`. What can be seen on the pages is caught by the layout check, which
stands outside the project; what is wrong in the words, by the checks of the program, which read the file again.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile

if __name__ == "__main__":
    sys.path[:0] = [str(Path(__file__).resolve().parents[2]), str(Path(__file__).resolve().parents[1])]

from builders import TODAY
from benchmarks.word_documents import checker, points_of
from document_variety import Variety, expectation
from exporters.docx.writer import manuscript_bytes
from models.checks.runner import draft_of_import, run_checks
from models.domain.report import ExportForm
from models.importers.reading import read_report
from models.layout.loader import load_layout
from models.standards.loader import load_standard
from word_files import CREATED, a_long_report, a_manuscript

DOCUMENT, STYLES, FOOT = "word/document.xml", "word/styles.xml", "word/footer1.xml"


class Control(NamedTuple):
    """A planted fault: the part it stands in, and what is put in the place of what; every one of them."""

    name: str
    part: str
    right: str
    wrong: str


CONTROLS = (
    Control("行距 580", STYLES, 'w:line="579"', 'w:line="580"'),
    Control("字距 -4", STYLES, '<w:spacing w:val="-5"/>', '<w:spacing w:val="-4"/>'),
    Control("页脚 1587", DOCUMENT, 'w:footer="1428"', 'w:footer="1587"'),
    Control("页码用连字符", FOOT, "—", "-"),
    Control("[2026]", DOCUMENT, "〔2026〕", "[2026]"),
    Control("〔2026〕01号", DOCUMENT, "〕4号", "〕04号"),
    Control("红线 150 毫米", DOCUMENT, 'cx="5615940"', 'cx="5400000"'),
    Control("标题一行以的开头", DOCUMENT, "2025年度法治政府建设年度报告</w:t>", "的2025年度法治政府建设年度报告</w:t>"),
    Control("日期编虚位", DOCUMENT, "2026年2月20日</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val=\"Remark\"",
            "2026年02月20日</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val=\"Remark\""),
    Control("主送用半角冒号", DOCUMENT, "人民政府：", "人民政府:"),
    Control("（一）、", DOCUMENT, "（一）", "（一）、"),
    Control("1、", DOCUMENT, ">1.细化", ">1、细化"),
    Control("15～30%", DOCUMENT, "罚没款96.4万元", "占15～30%"),
    Control("版记末线在 255 毫米", DOCUMENT, "<wp:align>bottom</wp:align>", "<wp:posOffset>6900000</wp:posOffset>"),
    Control("首页没有正文", DOCUMENT, '<w:pStyle w:val="Recipients"/>',
            '<w:pStyle w:val="Recipients"/><w:pageBreakBefore/>'),
    Control("主题字体", STYLES, 'w:eastAsia="仿宋_GB2312"', 'w:eastAsia="仿宋_GB2312" w:eastAsiaTheme="minorEastAsia"'),
    Control("附件标题与附件说明不同", DOCUMENT, "附件：1.云峰县交通运输局", "附件：1.云峰县公安局"),
)


def the_document() -> Variety:
    """Return the good document."""
    return Variety("对照", a_manuscript(a_long_report()), "常用")


def planted(data: bytes, control: Control) -> bytes:
    """Return the Word file `data` with the fault of `control`; ValueError when there is no place for it."""
    stream = BytesIO()
    found = 0
    with ZipFile(BytesIO(data)) as source, ZipFile(stream, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            part = source.read(name)
            if name == control.part:
                found = part.count(control.right.encode())
                part = part.replace(control.right.encode(), control.wrong.encode())
            target.writestr(name, part)
    if not found:
        raise ValueError(f"{control.name}: no place for it")
    return stream.getvalue()


def seen_on_pages(path: Path, good: frozenset[str]) -> list[str]:
    """Return the points of the layout check that fail in the file at `path` and not in the good one."""
    points, _ = points_of(path, expectation(the_document()))
    return [str(point["id"]) for point in points if point["verdict"] == "fail" and point["id"] not in good]


def seen_in_words(path: Path) -> frozenset[str]:
    """Return code and excerpt of what the checks of the program find in the file at `path`."""
    imported = read_report(path)
    standard = load_standard(imported.report.organ.kind)
    findings = run_checks(draft_of_import(imported, standard, ExportForm.SUBMISSION, TODAY))
    return frozenset(f"{each.code} {(each.excerpt or '')[:12]}" for each in findings)


def catches(folder: Path, told: Callable[[str], None] = print) -> list[str]:
    """Return the controls that nothing catches; `told` hears of each control what caught it."""
    good = folder / "good.docx"
    data = manuscript_bytes(the_document().manuscript, load_layout(), CREATED)
    good.write_bytes(data)
    pages_good = frozenset(seen_on_pages(good, frozenset())) if checker() else frozenset()
    words_good = seen_in_words(good)
    missed = []
    for number, control in enumerate(CONTROLS):
        path = folder / f"control{number}.docx"
        path.write_bytes(planted(data, control))
        words = sorted(seen_in_words(path) - words_good)
        pages = seen_on_pages(path, pages_good) if checker() else []
        told(f"{control.name}: 页面 {pages[:4] or '无'}；文字 {words[:4] or '无'}")
        if not words and not pages:
            missed.append(control.name)
    return missed


if __name__ == "__main__":
    if not checker():
        print("没有版面检查工具或 LibreOffice，只查文字。")
    with tempfile.TemporaryDirectory() as temporary:
        left = catches(Path(temporary))
    print(f"一共 {len(CONTROLS)} 个，漏掉 {len(left)} 个：{'、'.join(left)}" if left else f"{len(CONTROLS)} 个全部查出")
    raise SystemExit(1 if left else 0)
