"""What Word and WPS files hold besides plain paragraphs: each is read as a reader sees it, or named as left out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from foreign_files import NAMESPACES, a_package, a_paragraph, a_run

from models.domain.report import SectionKey
from models.domain.source_document import ImportedReport, LeftOut
from models.importers import read_report
from models.importers.docx.figures import figure
from models.importers.docx.paragraph import symbol
from models.importers.docx.reading import read_word
from models.importers.raw_line import RawText

FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'


def read(tmp_path: Path, body: str, **parts: str) -> RawText:
    """Return what is read of a Word file with `body`; underscores in the names of `parts` stand for dots."""
    path = tmp_path / "报告.docx"
    path.write_bytes(a_package(body, {f"word/{name.replace('_', '.')}": text for name, text in parts.items()}))
    return read_word(path)


def texts(raw: RawText) -> list[str]:
    """Return the texts of the lines of `raw`."""
    return [line.text for line in raw.lines]


def numbered(text: str, depth: int = 0, list_id: int = 1) -> str:
    """Return a paragraph that Word numbers."""
    return a_paragraph(text, f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{list_id}"/></w:numPr>')


def a_level(number: int, number_format: str, pattern: str, more: str = "") -> str:
    """Return one level of a list."""
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/><w:numFmt w:val="{number_format}"/>{more}'
        f'<w:lvlText w:val="{pattern}"/></w:lvl>'
    )


def lists(levels: str, more: str = "", uses: str = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>') -> str:
    """Return numbering.xml with one abstract list of `levels`, `more` of them and the lists that use them."""
    first = f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>'
    return f"<w:numbering {NAMESPACES}>{first}{more}{uses}</w:numbering>"


@pytest.mark.parametrize(("number_format", "value", "text"), [
    ("chineseCountingThousand", 21, "二十一"), ("ideographDigital", 12, "一二"), ("taiwaneseDigital", 10, "一〇"),
    ("chineseLegalSimplified", 12, "壹拾贰"), ("ideographTraditional", 3, "丙"), ("ideographZodiac", 12, "亥"),
    ("ideographEnclosedCircle", 2, "㊁"), ("decimalEnclosedParen", 2, "⑵"), ("decimalEnclosedFullstop", 3, "⒊"),
    ("decimalEnclosedCircleChinese", 10, "⑩"), ("decimalZero", 7, "07"), ("numberInDash", 4, "- 4 -"),
    ("ideographTraditional", 11, "11"),
])
def test_further_number_formats(number_format: str, value: int, text: str) -> None:
    assert figure(value, number_format) == text


def test_numbers_of_several_levels_quote_those_above(tmp_path: Path) -> None:
    levels = (
        a_level(0, "chineseCounting", "第%1部分") + a_level(1, "decimal", "%1.%2")
        + a_level(2, "decimal", "%1.%2.%3", "<w:isLgl/>")
    )
    body = numbered("举措") + numbered("决策", 1) + numbered("审查", 2) + numbered("不足") + numbered("力量", 1)

    assert texts(read(tmp_path, body, numbering_xml=lists(levels))) == [
        "第一部分举措", "一.1决策", "1.1.1审查", "第二部分不足", "二.1力量"]


def test_a_level_that_is_never_restarted_goes_on(tmp_path: Path) -> None:
    levels = a_level(0, "chineseCounting", "%1、") + a_level(1, "decimal", "%2.", '<w:lvlRestart w:val="0"/>')
    body = numbered("举措") + numbered("决策", 1) + numbered("不足") + numbered("力量", 1)

    assert texts(read(tmp_path, body, numbering_xml=lists(levels))) == ["一、举措", "1.决策", "二、不足", "2.力量"]


def test_a_level_may_restart_below_one_level_only(tmp_path: Path) -> None:
    levels = (
        a_level(0, "chineseCounting", "%1、") + a_level(1, "chineseCounting", "（%2）")
        + a_level(2, "decimal", "%3.", '<w:lvlRestart w:val="1"/>')
    )
    body = numbered("举措") + numbered("甲", 1) + numbered("子", 2) + numbered("乙", 1) + numbered("丑", 2) + (
        numbered("不足") + numbered("寅", 2))

    assert texts(read(tmp_path, body, numbering_xml=lists(levels))) == [
        "一、举措", "（一）甲", "1.子", "（二）乙", "2.丑", "二、不足", "1.寅"]


def test_a_list_may_have_a_level_of_its_own(tmp_path: Path) -> None:
    uses = (
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
        f'{a_level(0, "decimal", "%1）")}</w:lvlOverride></w:num>'
    )

    numbering = lists(a_level(0, "chineseCounting", "%1、"), "", uses)

    assert texts(read(tmp_path, numbered("甲") + numbered("乙"), numbering_xml=numbering)) == ["1）甲", "2）乙"]


def test_numbers_come_through_list_styles_and_tied_headings(tmp_path: Path) -> None:
    levels = (
        '<w:styleLink w:val="List1"/>' + a_level(0, "chineseCounting", "%1、", '<w:pStyle w:val="H1"/>')
        + a_level(1, "chineseCounting", "（%2）", '<w:pStyle w:val="H2"/>')
    )
    more = '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="List1"/></w:abstractNum>'
    uses = '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    styles = (
        f'<w:styles {NAMESPACES}><w:style w:styleId="H1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>'
        '<w:outlineLvl w:val="0"/></w:pPr></w:style><w:style w:styleId="H2"><w:pPr><w:numPr>'
        '<w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="1"/></w:pPr></w:style></w:styles>'
    )
    body = "".join(a_paragraph(text, f'<w:pStyle w:val="{style}"/>') for text, style in (
        ("举措", "H1"), ("决策", "H2"), ("执法", "H2"), ("不足", "H1")))

    raw = read(tmp_path, body, numbering_xml=lists(levels, more, uses), styles_xml=styles)

    assert [(line.text, line.outline) for line in raw.lines] == [
        ("一、举措", 1), ("（一）决策", 2), ("（二）执法", 2), ("二、不足", 1)]


def test_a_paragraph_deleted_as_a_whole_takes_its_number_along(tmp_path: Path) -> None:
    properties = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:del/></w:rPr>'
    gone = a_paragraph("", properties, "<w:del><w:r><w:delText>旧的一条</w:delText></w:r></w:del>")

    raw = read(tmp_path, gone + numbered("新的一条"), numbering_xml=lists(a_level(0, "chineseCounting", "%1、")))

    assert texts(raw) == ["一、新的一条"]
    assert raw.left_out == (LeftOut("旧的一条", "修订中已删除"),)


def test_a_style_may_set_headings_apart(tmp_path: Path) -> None:
    styles = (
        f'<w:styles {NAMESPACES}><w:style w:styleId="T"><w:rPr><w:rFonts w:eastAsia="黑体"/></w:rPr></w:style>'
        '<w:style w:styleId="S"><w:rPr><w:b/></w:rPr></w:style></w:styles>'
    )
    strong = a_run("领导。", '<w:rStyle w:val="S"/>')
    body = (
        a_paragraph("存在的不足", '<w:pStyle w:val="T"/>') + a_paragraph(runs=strong + a_run("部署。"))
        + a_paragraph(runs=a_run("正文", '<w:rFonts w:eastAsia="仿宋_GB2312"/>'), properties='<w:pStyle w:val="T"/>')
    )

    assert [line.lead for line in read(tmp_path, body, styles_xml=styles).lines] == [5, 3, 0]


def test_a_file_that_is_bold_throughout_sets_nothing_apart(tmp_path: Path) -> None:
    line = "全年办理行政许可案件一百余件，作出行政处罚决定二十件，均在规定时限内公示。"
    body = "".join(a_paragraph(runs=a_run(line, "<w:b/>")) for _ in range(4))

    assert [line.lead for line in read(tmp_path, body).lines] == [0, 0, 0, 0]


def test_a_table_of_contents_is_left_out(tmp_path: Path) -> None:
    field = FIELD.format("begin") + "<w:r><w:instrText>TOC \\o</w:instrText></w:r>" + FIELD.format("separate")
    contents = a_paragraph(runs=field + a_run("一、举措 1")) + a_paragraph(runs=a_run("二、不足 2") + FIELD.format("end"))
    control = (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
        f"<w:sdtContent>{a_paragraph('目　录')}</w:sdtContent></w:sdt>"
    )

    raw = read(tmp_path, control + contents + a_paragraph("一、举措"))

    assert [text for text in texts(raw) if text] == ["一、举措"]
    assert raw.left_out == (LeftOut("目　录", "目录"), LeftOut("一、举措 1", "目录"), LeftOut("二、不足 2", "目录"))


def test_content_controls_are_read_but_not_their_prompts(tmp_path: Path) -> None:
    filled = f"<w:sdt><w:sdtPr/><w:sdtContent>{a_run('林致远')}</w:sdtContent></w:sdt>"
    prompt = (
        f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{a_run('单击此处输入文字。')}</w:sdtContent></w:sdt>"
    )

    raw = read(tmp_path, a_paragraph(runs=a_run("签发人：") + filled) + a_paragraph(runs=a_run("日期：") + prompt))

    assert texts(raw) == ["签发人：林致远", "日期："]
    assert raw.left_out == (LeftOut("单击此处输入文字。", "内容控件里的提示文字，没有填写"),)


def test_of_alternatives_one_is_read(tmp_path: Path) -> None:
    choices = "".join(f'<mc:Choice Requires="{name}"><w:t>{name}</w:t></mc:Choice>' for name in "甲乙")
    runs = f"<w:r><mc:AlternateContent>{choices}<mc:Fallback><w:t>丙</w:t></mc:Fallback></mc:AlternateContent></w:r>" + (
        "<w:r><mc:AlternateContent><mc:Fallback><w:t>丁</w:t></mc:Fallback></mc:AlternateContent></w:r>")

    assert texts(read(tmp_path, a_paragraph(runs=runs))) == ["甲丁"]


def test_symbols_fields_and_containers_show_what_word_shows(tmp_path: Path) -> None:
    runs = (
        '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>' + f"<w:smartTag>{a_run('云峰县')}</w:smartTag>"
        + f"<w:hyperlink>{a_run('水利局')}</w:hyperlink><w:fldSimple w:instr=\"PAGE\">{a_run('3')}</w:fldSimple>"
        + f"<w:r><w:ruby><w:rt>{a_run('pín')}</w:rt><w:rubyBase>{a_run('频')}</w:rubyBase></w:ruby></w:r>"
        + "<w:r><w:t>法</w:t><w:softHyphen/><w:t>治</w:t></w:r>"
    )

    assert texts(read(tmp_path, a_paragraph(runs=runs))) == ["☑云峰县水利局3频法治"]
    assert (symbol("Wingdings", "F0FC"), symbol("Wingdings", "F041"), symbol("x", "")) == ("√", "□", "")
    assert symbol("宋体", "4E00") == "一"


def test_everything_else_is_named(tmp_path: Path) -> None:
    edge = '<w:{0} ' + NAMESPACES + '>{1}</w:{0}>'
    comment = f'<w:comment w:author="陈局长">{a_paragraph("请核对数字")}</w:comment>'
    comments = f"<w:comments {NAMESPACES}>{comment}</w:comments>"
    body = a_paragraph(runs=a_run("正文") + "<w:r><w:drawing><a:blip xmlns:a='a'/></w:drawing></w:r>") + '<w:altChunk/>'

    raw = read(
        tmp_path, body, comments_xml=comments, header1_xml=edge.format("hdr", a_paragraph("内部资料")),
        header2_xml=edge.format("hdr", a_paragraph("内部资料")), footer1_xml=edge.format("ftr", a_paragraph("— 3 —")))

    assert raw.left_out == (LeftOut("请核对数字", "批注，陈局长"), LeftOut("内部资料", "页眉"))
    assert raw.notes == (
        "文件里的批注 1 条没有读入", "图片 1 张没有读入", "嵌入的其他文件 1 个没有读入，请在 WPS 或 Word 中另存一次再读入")


def test_a_table_that_arranges_head_and_text_becomes_text(
    tmp_path: Path, account: Callable[[ImportedReport], None]
) -> None:
    def row(*cells: str) -> str:
        return "<w:tr>" + "".join(f"<w:tc>{cell}</w:tc>" for cell in cells) + "</w:tr>"

    head = row(a_paragraph("云水〔2025〕4号"), a_paragraph("签发人：林致远"))
    text = "".join(map(a_paragraph, (
        "一、主要举措和成效", "全年办理行政许可案件一百余件，作出行政处罚决定二十件，均在规定时限内公示，群众满意度稳步提高。" * 3,
        "二、存在的不足", "执法力量薄弱，持证人员偏少。", "三、下一步打算", "加强培训。")))
    title = a_paragraph("云峰县水利局2024年度法治政府建设年度报告")
    path = tmp_path / "报告.docx"
    path.write_bytes(a_package(f"<w:tbl>{head}</w:tbl>{title}<w:tbl>{row(a_paragraph('正文'), text)}</w:tbl>"))

    imported = read_report(path)

    account(imported)
    assert (imported.report.head.document_number, imported.report.head.signatories) == ("云水〔2025〕4号", ("林致远",))
    assert [part.key for part in imported.report.parts] == [SectionKey.MEASURES, SectionKey.PROBLEMS, SectionKey.PLAN]


def test_a_lower_heading_style_opens_no_part(tmp_path: Path) -> None:
    styles = "".join(
        f'<w:style w:styleId="H{outline + 1}"><w:pPr><w:outlineLvl w:val="{outline}"/></w:pPr></w:style>'
        for outline in (0, 1)
    )
    body = "".join(a_paragraph(text, f'<w:pStyle w:val="{style}"/>') for text, style in (
        ("主要举措和成效", "H1"), ("加强组织领导", "H2"), ("部署5次。", ""), ("党政主要负责人履行第一责任人职责情况", "H2"),
        ("局长主持会议5次。", ""), ("存在的不足", "H1"), ("人手少。", ""), ("下一步打算", "H1"), ("招人。", "")))
    path = tmp_path / "报告.docx"
    path.write_bytes(a_package(body, {"word/styles.xml": f"<w:styles {NAMESPACES}>{styles}</w:styles>"}))

    imported = read_report(path)

    assert [part.heading for part in imported.report.parts] == ["主要举措和成效", "存在的不足", "下一步打算"]
    reading = imported.sections[SectionKey.FIRST_RESPONSIBLE]
    assert (reading.standalone, reading.text) == (False, "局长主持会议5次。")
