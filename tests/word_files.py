"""Makers for tests of the Word export: a small standard, a long report, and a written file opened for inspection."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZipFile

from builders import a_report
from exporters.docx.writer import manuscript_bytes
from lxml import etree
from models.domain.organ import OrganKind, Post
from models.domain.report import Attachment, ExportForm, Part, PlanTask, Problem, Report, SectionKey, Topic
from models.domain.standard import Duty, Standard
from models.layout.layout import Layout
from models.layout.loader import load_layout
from models.manuscript.blocks import Manuscript
from models.manuscript.compose import compose

CREATED = datetime(2026, 2, 20, 1, 30, tzinfo=UTC)
NAMES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "v": "urn:schemas-microsoft-com:vml",
}
HEADINGS = (
    (SectionKey.MEASURES, "{year}年度推进法治政府建设的主要举措和成效"),
    (SectionKey.PROBLEMS, "存在的不足和原因"),
    (SectionKey.FIRST_RESPONSIBLE, "党政主要负责人履行推进法治建设第一责任人职责情况"),
    (SectionKey.PLAN, "{next_year}年度主要安排"),
    (SectionKey.OTHER, "其他需要报告的情况"),
)


def a_standard(*titles: str) -> Standard:
    """Return a standard with the duties `titles` (ids D-1, D-2, …; 带头学法用法 and 述法 when none is given)."""
    duties = tuple(
        Duty(f"D-{number}", title, (), (Post.SECRETARY, Post.HEAD))
        for number, title in enumerate(titles or ("带头学法用法", "述法"), 1)
    )
    return Standard(OrganKind.DEPARTMENT, (), duties, HEADINGS)


def a_manuscript(report: Report | None = None, form: ExportForm = ExportForm.SUBMISSION, mark: str = "") -> Manuscript:
    """Return `report` (None: the small complete one) composed in `form`."""
    return compose(report or a_report(), a_standard(), form, mark)


@dataclass(frozen=True)
class WordFile:
    """A written file by its parts."""

    parts: dict[str, bytes]

    def xml(self, name: str = "word/document.xml") -> etree._Element:
        """Return the part `name` parsed."""
        return etree.fromstring(self.parts[name])

    def find(self, path: str, name: str = "word/document.xml") -> list[etree._Element]:
        """Return the elements at the XPath `path` of the part `name`."""
        return list(self.xml(name).xpath(path, namespaces=NAMES))

    def paragraphs(self, style: str) -> list[etree._Element]:
        """Return the paragraphs of the text in `style`; what an older program would show instead is not counted."""
        return self.find(f"//w:p[w:pPr/w:pStyle/@w:val='{style}'][not(ancestor::mc:Fallback)]")


def written(manuscript: Manuscript, layout: Layout | None = None) -> WordFile:
    """Return the Word file of `manuscript`, set by `layout` (None: 常用 with the faces of 方正)."""
    return opened(manuscript_bytes(manuscript, layout or load_layout(), CREATED))


def opened(data: bytes) -> WordFile:
    """Return the parts of the Word file `data`."""
    with ZipFile(BytesIO(data)) as archive:
        return WordFile({name: archive.read(name) for name in archive.namelist()})


def text_of(element: etree._Element) -> str:
    """Return the text of `element`, a tab as a tab and a broken line as a line."""
    marks = {f"{{{NAMES['w']}}}tab": "\t", f"{{{NAMES['w']}}}br": "\n", f"{{{NAMES['w']}}}t": None}
    pieces = []
    for each in element.iter(*marks):
        inside_properties = each.getparent().tag == f"{{{NAMES['w']}}}tabs"
        pieces.append("" if inside_properties else marks[each.tag] or each.text or "")
    return "".join(pieces)


def attribute(element: etree._Element, path: str, name: str) -> str | None:
    """Return the attribute w:`name` of the child `path` of `element`; None when there is none."""
    found = element.find(path, NAMES)
    return None if found is None else found.get(f"{{{NAMES['w']}}}{name}")


SENTENCES = (
    "坚持把法治政府建设放在全局工作中谋划和推进，年初制定工作要点，明确责任股室和完成时限，每季度调度一次进展情况。",
    "围绕道路运输、水路交通、工程质量三个领域开展专项整治，组织执法人员分片包干、逐企检查，对发现的问题实行清单管理。",
    "全年办理行政许可2316件，作出行政处罚决定438件，罚没款96.4万元，未发生因执法不当引发的行政复议纠错和行政诉讼败诉案件。",
    "落实行政执法公示、执法全过程记录和重大执法决定法制审核三项制度，审核重大执法决定52件，提出修改意见37条，全部采纳。",
    "组织“宪法宣传周”“路政宣传月”等活动19场次，发放宣传资料1.2万份，受众3.6万人次，群众法治意识持续增强。",
)


def a_long_report() -> Report:
    """Return a report of about fifteen pages with all four levels of headings, two attachments and a table."""
    measures = tuple(
        topic
        for number in range(1, 6)
        for topic in (
            Topic(f"m{number}", f"扎实推进第{number}项重点任务落地见效", _text(number, 6)),
            Topic(f"m{number}-a", "细化任务分工", _text(number + 1, 3), 3),
            Topic(f"m{number}-b", "明确时间节点", _text(number + 2, 2), 4),
            Topic(f"m{number}-c", "", "健全长效机制。" + _text(number + 3, 4), 2),
        )
    )
    problems = tuple(
        Problem(f"p{number}", f"第{number}类案卷质量有待提高", SENTENCES[number], "主要是法制审核力量不足，培训针对性不强。",
                "增配专职审核人员，每季度开展一次案卷评查。") for number in range(1, 4)
    )
    plan = tuple(
        PlanTask(f"k{number}", f"完成第{number}项整改任务", _text(number, 2), "法规股", f"2026年{number + 5}月底前")
        for number in range(1, 4)
    )
    report = a_report(2)
    return replace(
        report,
        introduction=_text(0, 4),
        parts=(Part("measures", SectionKey.MEASURES, "", measures), Part("problems", SectionKey.PROBLEMS, "", problems),
               Part("first", SectionKey.FIRST_RESPONSIBLE), Part("plan", SectionKey.PLAN, "", plan)),
        signature=replace(report.signature, remark="联系人：周明，电话：0743-8000000"),
        attachments=(
            Attachment("a1", "云峰县交通运输局2025年度行政执法数据统计表", "统计期间为2025年1月1日至12月31日。", _figures()),
            Attachment("a2", "云峰县交通运输局2025年度规范性文件清理和合法性审核情况明细", f"{_text(1, 8)}\n{_text(2, 8)}"),
        ),
    )


def _text(start: int, count: int) -> str:
    return "".join(SENTENCES[(start + index) % len(SENTENCES)] for index in range(count))


def _figures() -> tuple[tuple[str, ...], ...]:
    rows = tuple((str(number), f"第{number}类执法事项", str(100 + number), f"{number}.5", "按月统计") for number in range(1, 37))
    return (("序号", "执法事项", "件数", "罚没款（万元）", "备注"), *rows)
