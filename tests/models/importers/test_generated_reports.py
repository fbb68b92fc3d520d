"""Generated reports in the forms real ones take (openings, headings, numbers, encodings) lose and gain no word."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.sax.saxutils import escape

from foreign_files import a_package, a_paragraph
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.domain.report import SectionKey
from models.domain.source_document import ImportedReport
from models.importers import read_report

Account = Callable[[ImportedReport], None]
Draw = st.DrawFn
KEYS = (SectionKey.MEASURES, SectionKey.PROBLEMS, SectionKey.FIRST_RESPONSIBLE, SectionKey.PLAN, SectionKey.OTHER)
HEADINGS = {
    SectionKey.MEASURES: (
        "2024年度推进法治政府建设的主要举措和成效", "2024年法治政府建设工作开展情况", "坚持党的领导，强化组织保障", "规范行政执法，优化营商环境",
        "主要做法及成效", "健全依法决策机制"),
    SectionKey.PROBLEMS: (
        "存在的不足和原因", "存在问题及不足", "2024年度推进法治政府建设存在的不足及原因", "法治政府建设存在的主要问题", "工作中的短板和差距"),
    SectionKey.FIRST_RESPONSIBLE: (
        "党政主要负责人履行推进法治建设第一责任人职责情况", "主要负责人履行推进法治建设第一责任人职责，加强法治政府建设的有关情况"),
    SectionKey.PLAN: ("2025年度推进法治政府建设的主要安排", "下一步工作打算", "2025年工作思路", "下一年度工作安排", "下一步推进法治政府建设的主要安排"),
    SectionKey.OTHER: ("其他需要报告的情况",),
}
TITLES = (
    ("云峰县交通运输局2024年度法治政府建设年度报告",), ("云峰县交通运输局关于2024年度法治政府建设情况的报告",),
    ("云峰县交通运输局2024年度法治政府", "建设工作报告"), ("云峰县交通运输局", "2024年度法治政府建设年度报告"),
    ("2024年法治政府建设工作总结",),
)
CHROME = ("索引号：000014672/2025-00318", "发布日期：2025-02-28", "首页 > 政务公开 > 法治政府", "字体：【大 中 小】", "【打印】【关闭】",
          "索引号: | 0001 | 分类: | |", "当前位置：首页", "来源：云峰县交通运输局")
SUBJECTS = ("局党组", "执法大队", "法规股", "各股室", "主要负责人", "局机关", "党组书记", "全体执法人员", "县公路中心")
ACTS = ("研究法治议题", "开展行政检查", "办理行政许可", "评查案卷", "组织学法考试", "修订内部制度", "清理规范性文件", "开展普法活动", "出庭应诉",
        "约谈负责人", "落实三项制度", "聘请法律顾问", "公开政府信息", "调解矛盾纠纷")
TITLE_WORDS = ("加强组织领导", "规范行政执法", "落实普法责任", "健全决策机制", "推进政务公开", "强化执法监督", "优化营商环境", "提升队伍素质")
ONES = "一二三四五六七八九十"


@dataclass(frozen=True)
class Written:
    """A generated report: its lines, and the blocks it has parts for."""

    lines: tuple[str, ...]
    keys: frozenset[SectionKey]


@st.composite
def sentences(draw: Draw, most: int = 3) -> str:
    """Return a few sentences with figures that make each of them unlike the others."""
    said = []
    for _ in range(draw(st.integers(1, most))):
        count, year = draw(st.integers(2, 98765)), draw(st.sampled_from(("", "全年", "2024年，", "截至12月31日，")))
        half = draw(st.sampled_from(("，", ",", "，有关情况良好；", "（含复查）")))
        subject, act = draw(st.sampled_from(SUBJECTS)), draw(st.sampled_from(ACTS))
        said.append(f"{year}{subject}{act}{count}次{half}形成记录{count + 1}份。")
    return "".join(said)


@st.composite
def items(draw: Draw, style: str, separate: bool, most: int = 4) -> list[str]:
    """Return numbered paragraphs in `style`, headings on lines of their own when `separate`."""
    lines: list[str] = []
    for number in range(1, draw(st.integers(1, most)) + 1):
        mark = style.replace("一", ONES[number - 1]).replace("1", str(number))
        title = "，".join(draw(st.lists(st.sampled_from(TITLE_WORDS), min_size=1, max_size=2, unique=True)))
        end = draw(st.sampled_from(("。", "", "：") if separate else ("。", "：")))
        if separate:
            lines += [f"{mark}{title}{end.replace('：', '')}", draw(sentences())]
        else:
            lines.append(f"{mark}{title}{end}{draw(sentences())}")
        if draw(st.booleans()):
            lines.append(f"（1）{draw(sentences(1))}")
    return lines


@st.composite
def bodies(draw: Draw, key: SectionKey) -> list[str]:
    """Return the paragraphs of a part."""
    opening = [draw(sentences())] if draw(st.booleans()) else []
    if key is SectionKey.PROBLEMS and draw(st.booleans()):
        said = [draw(sentences(1)) for _ in range(draw(st.integers(2, 4)))]
        return ["虽然取得一定成绩，但仍有差距：" + "".join(f"{ONES[place]}是{text}" for place, text in enumerate(said))]
    style = draw(st.sampled_from(("（一）", "(一)", "(一) ", "1.", "1. ", "1、", "**（一）**")))
    closing = ["总的来说，" + draw(sentences(1))] if draw(st.booleans()) else []
    return [*opening, *draw(items(style, draw(st.booleans()))), *closing]


@st.composite
def reports(draw: Draw) -> Written:
    """Return a report: opening, title, introduction, parts in an order of their own, end."""
    lines = draw(st.lists(st.sampled_from(CHROME), max_size=3))
    if draw(st.booleans()):
        lines += ["云峰县交通运输局文件", draw(st.sampled_from(("云交〔2025〕4号", "云交〔2025〕4号　　签发人：林致远")))]
    title = draw(st.sampled_from(TITLES))
    lines += [*(title if draw(st.integers(0, 9)) == 0 else ()), *title]
    lines += draw(st.sampled_from(([], ["中共云峰县委、云峰县人民政府："], ["县政府:"])))
    lines.append(f"{draw(sentences())}现将有关情况报告如下：")
    keys = draw(st.permutations(KEYS[:4])) if draw(st.booleans()) else list(KEYS)
    number = 0
    for key in keys:
        for _ in range(draw(st.integers(1, 3)) if key is SectionKey.MEASURES else 1):
            heading = f"{ONES[number]}、{draw(st.sampled_from(HEADINGS[key]))}"
            lines += [draw(st.sampled_from(("{}", "## {}", "**{}**", "{}", "{}"))).format(heading), *draw(bodies(key))]
            number += 1
    lines += draw(st.sampled_from(([], ["特此报告。"])))
    lines += draw(st.sampled_from(([], ["云峰县交通运输局", "2025年2月20日"], ["云峰县交通运输局　2025年2月20日"])))
    lines += draw(st.sampled_from(([], ["抄送：县委依法治县办。", "云峰县交通运输局办公室　2025年2月20日印发"], ["上一篇：通知"])))
    return Written(tuple(lines), frozenset(keys))


def read_text(data: bytes, name: str = "报告.txt", repair: bool = False) -> ImportedReport:
    """Return what is read of a file with `data`."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        return read_report(path, repair)


SLOW = settings(max_examples=settings.default.max_examples // 8, suppress_health_check=list(HealthCheck))


@SLOW
@given(reports(), st.booleans(), st.sampled_from(("utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-be")),
       st.sampled_from(("\n", "\r\n", "\n\n")))
def test_no_word_of_a_generated_report_is_lost_or_invented(
    account: Account, written: Written, repair: bool, encoding: str, ending: str
) -> None:
    account(read_text(ending.join(written.lines).encode(encoding), repair=repair))


@SLOW
@given(reports())
def test_every_part_is_found_by_its_meaning(written: Written) -> None:
    sections = read_text("\n".join(written.lines).encode()).sections

    assert {key for key in KEYS if sections[key].present and sections[key].standalone} == written.keys


@SLOW
@given(reports())
def test_the_same_text_in_word_reads_the_same(written: Written) -> None:
    package = a_package("".join(a_paragraph(escape(line)) for line in written.lines))

    plain, word = read_text("\n".join(written.lines).encode()), read_text(package, "报告.docx")

    assert word.sections == plain.sections
    assert word.source.left_out == plain.source.left_out
    assert [part.heading for part in word.report.parts] == [part.heading for part in plain.report.parts]


@SLOW
@given(reports())
def test_repairing_changes_no_structure(written: Written) -> None:
    data = "\n".join(written.lines).encode()
    plain, repaired = read_text(data), read_text(data, repair=True)

    assert plain.sections == repaired.sections
    assert [part.key for part in plain.report.parts] == [part.key for part in repaired.report.parts]
    assert plain.source == repaired.source


@SLOW
@given(st.text(alphabet="一二、（）()1.。，：法治政府建设年度报告存在不足下一步第责任人**#\n 2024", max_size=200))
def test_any_text_at_all_is_read_without_loss(text: str) -> None:
    if not text.strip():
        return
    imported = read_text(text.encode())

    assert "".join(piece.text for piece in imported.source.paragraphs) == text.replace("\n", "")
