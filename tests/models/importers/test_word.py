"""A Word file gives the text a reader sees, in order, with the numbers Word counts."""

from __future__ import annotations

from pathlib import Path

import pytest
from foreign_files import NAMESPACES, a_package, a_paragraph, a_run

from models.domain.source_document import LeftOut
from models.importers.docx.figures import figure
from models.importers.docx.reading import read_word
from models.importers.raw_line import RawLine, RawText


def level(number: int, number_format: str, pattern: str, first: int = 1) -> str:
    """Return one level of an abstract list."""
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="{first}"/><w:numFmt w:val="{number_format}"/>'
        f'<w:lvlText w:val="{pattern}"/></w:lvl>'
    )


NUMBERING = f"""<?xml version="1.0"?><w:numbering {NAMESPACES}>
<w:abstractNum w:abstractNumId="0">{level(0, "chineseCountingThousand", "%1、")}{level(1, "chineseCounting", "（%2）")}
{level(2, "decimal", "%3.")}{level(3, "decimal", "（%4）")}{level(4, "bullet", "")}</w:abstractNum>
<w:abstractNum w:abstractNumId="1">{level(0, "decimal", "%1．", 3)}</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="0"/>
<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
</w:numbering>"""
STYLES = f"""<?xml version="1.0"?><w:styles {NAMESPACES}>
<w:style w:styleId="H1"><w:pPr><w:outlineLvl w:val="0"/><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:styleId="H1b"><w:basedOn w:val="H1"/></w:style>
<w:style w:styleId="Loop"><w:basedOn w:val="Loop"/></w:style>
<w:style w:styleId="Body"><w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style></w:styles>"""


def read(tmp_path: Path, body: str, **parts: str) -> RawText:
    """Return what is read of a Word file with `body`; underscores in the names of `parts` stand for dots."""
    path = tmp_path / "报告.docx"
    path.write_bytes(a_package(body, {f"word/{name.replace('_', '.')}": text for name, text in parts.items()}))
    return read_word(path)


def texts(raw: RawText) -> list[str]:
    """Return the texts of the lines of `raw`."""
    return [line.text for line in raw.lines]


def numbered(text: str, list_id: int = 1, depth: int = 0) -> str:
    """Return a paragraph that Word numbers."""
    return a_paragraph(text, f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{list_id}"/></w:numPr>')


def test_automatic_numbers_are_read_as_printed(tmp_path: Path) -> None:
    body = (
        numbered("举措") + numbered("决策", depth=1) + numbered("审查", depth=2) + numbered("2025年任务", depth=2)
        + numbered("细目", depth=3) + numbered("执法", depth=1) + numbered("普法", depth=2) + numbered("不足")
        + numbered("点", depth=4) + numbered("另一张表", 2) + numbered("另一张表续", 2) + numbered("重新开始", 3)
        + numbered("不编号", 0) + numbered("没有这张表", 9)
    )

    assert texts(read(tmp_path, body, numbering_xml=NUMBERING)) == [
        "一、举措", "（一）决策", "1.审查", "2. 2025年任务", "（1）细目", "（二）执法", "1.普法", "二、不足", "点", "3．另一张表",
        "4．另一张表续", "一、重新开始", "不编号", "没有这张表"]


def test_numbers_and_outline_levels_come_from_styles_too(tmp_path: Path) -> None:
    body = "".join(a_paragraph(text, f'<w:pStyle w:val="{style}"/>') for text, style in (
        ("举措", "H1"), ("不足", "H1b"), ("循环", "Loop"), ("正文", "Body"), ("无此样式", "None")))

    raw = read(tmp_path, body, numbering_xml=NUMBERING, styles_xml=STYLES)

    assert [(line.text, line.outline) for line in raw.lines] == [
        ("一、举措", 1), ("二、不足", 1), ("循环", 0), ("正文", 0), ("无此样式", 0)]


@pytest.mark.parametrize(("number_format", "value", "text"), [
    ("chineseCounting", 12, "十二"), ("japaneseCounting", 3, "三"), ("decimal", 7, "7"), ("decimalFullWidth", 12, "１２"),
    ("decimalEnclosedCircle", 3, "③"), ("lowerLetter", 2, "b"), ("upperRoman", 9, "IX"), ("lowerRoman", 14, "xiv"),
    ("unheard", 5, "5"), ("chineseCounting", 0, "0"),
])
def test_number_formats_of_word(number_format: str, value: int, text: str) -> None:
    assert figure(value, number_format) == text


def test_insertions_are_kept_and_deletions_dropped(tmp_path: Path) -> None:
    runs = (
        a_run("全年办理案件") + f"<w:ins>{a_run('12')}</w:ins><w:del><w:r><w:delText>11</w:delText></w:r></w:del>"
        + f"<w:moveFrom>{a_run('旧')}</w:moveFrom><w:moveTo>{a_run('件')}</w:moveTo>{a_run('。')}"
    )

    raw = read(tmp_path, a_paragraph(runs=runs))

    assert texts(raw) == ["全年办理案件12件。"]
    assert raw.notes == ("文件带有修订痕迹，按“接受全部修订”读入：插入 1 处（“12”），删除 1 处（“11”），移动 1 处",)
    assert raw.left_out == (LeftOut("11", "修订中已删除"),)


def test_a_paragraph_whose_end_was_deleted_goes_on(tmp_path: Path) -> None:
    body = a_paragraph("全年办理", "<w:rPr><w:del/></w:rPr>") + a_paragraph("案件12件。") + a_paragraph("下一段。")

    assert texts(read(tmp_path, body)) == ["全年办理案件12件。", "下一段。"]


def test_a_deleted_end_of_the_last_paragraph_loses_nothing(tmp_path: Path) -> None:
    assert texts(read(tmp_path, a_paragraph("全年办理", "<w:rPr><w:del/></w:rPr>"))) == ["全年办理"]


def test_tables_become_rows_in_place(tmp_path: Path) -> None:
    def row(*cells: str) -> str:
        return "<w:tr>" + "".join(f"<w:tc>{a_paragraph(cell)}</w:tc>" for cell in cells) + "</w:tr>"

    nested = f"<w:tr><w:tc><w:tbl>{row('内', '层')}</w:tbl>{a_paragraph('')}</w:tc></w:tr>"
    rows = row("案件", "件数") + row("处罚", "12") + row("独", "") + nested
    body = a_paragraph("前") + f"<w:tbl>{rows}</w:tbl>" + a_paragraph("后")

    raw = read(tmp_path, body)

    assert [line for line in raw.lines if line.text] == [
        RawLine("前"), RawLine("案件\t件数", cells=("案件", "件数")), RawLine("处罚\t12", cells=("处罚", "12")),
        RawLine("独"), RawLine("内\t层", cells=("内", "层")), RawLine("后")]


def test_a_text_box_is_read_once_after_its_paragraph(tmp_path: Path) -> None:
    box = f"<w:txbxContent>{a_paragraph('抄送：县委依法治县办。')}{a_paragraph('县局办公室  2026年2月20日印发')}</w:txbxContent>"
    runs = (
        a_run("2026年2月20日") + "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><wps:txbx>" + box
        + "</wps:txbx></mc:Choice><mc:Fallback><w:pict><v:textbox>" + box
        + "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )

    raw = read(tmp_path, a_paragraph(runs=runs) + a_paragraph("尾"))

    assert texts(raw) == ["2026年2月20日", "抄送：县委依法治县办。", "县局办公室  2026年2月20日印发", "尾"]


def test_breaks_tabs_fields_and_hyphens(tmp_path: Path) -> None:
    runs = (
        "<w:r><w:t>云峰县</w:t><w:br/><w:t>年度报告</w:t><w:br w:type=\"page\"/><w:tab/></w:r>"
        "<w:r><w:t>A</w:t><w:noBreakHyphen/><w:t>B</w:t></w:r>"
        "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>"
        "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>3</w:t></w:r>"
    )

    raw = read(tmp_path, a_paragraph("", "<w:tabs><w:tab w:val=\"left\"/></w:tabs>", runs))

    assert texts(raw) == ["云峰县", "年度报告\tA-B3"]


def test_hidden_text_and_notes_are_left_out_with_their_reason(tmp_path: Path) -> None:
    body = a_paragraph(runs=a_run("看得见") + a_run("看不见", "<w:vanish/>") + a_run("也看得见", '<w:vanish w:val="0"/>'))
    notes = f"<w:footnotes {NAMESPACES}><w:footnote>{a_paragraph('数据截至12月31日')}</w:footnote></w:footnotes>"

    raw = read(tmp_path, body, footnotes_xml=notes)

    assert texts(raw) == ["看得见也看得见"]
    assert raw.left_out == (LeftOut("看不见", "Word 中的隐藏文字"), LeftOut("数据截至12月31日", "脚注"))


def test_the_lead_set_apart_is_counted(tmp_path: Path) -> None:
    body = (
        a_paragraph(runs=a_run("规范执法。", "<w:b/>") + a_run("全年12件。"))
        + a_paragraph(runs=a_run("（一）加强领导。", '<w:rFonts w:eastAsia="楷体_GB2312"/>') + a_run("部署。"))
        + a_paragraph(runs=a_run("不是粗体", '<w:b w:val="0"/>')) + a_paragraph(runs=a_run("前") + a_run("后", "<w:b/>"))
    )

    assert [line.lead for line in read(tmp_path, body).lines] == [5, 8, 0, 0]


def test_macros_comments_and_links_are_named_and_ignored(tmp_path: Path) -> None:
    comments = f"<w:comments {NAMESPACES}><w:comment>{a_paragraph('请改')}</w:comment></w:comments>"
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="r1" Type="t" Target="http://example.invalid/t.dotm" TargetMode="External"/></Relationships>'
    )
    path = tmp_path / "报告.docx"
    path.write_bytes(a_package(a_paragraph("正文"), {
        "word/comments.xml": comments, "word/vbaProject.bin": b"x", "word/_rels/settings.xml.rels": relations}))

    assert read_word(path).notes == ("文件里的批注 1 条没有读入", "文件含宏，已忽略", "文件含外部链接 1 处，已忽略")


def test_files_in_the_strict_form_are_read(tmp_path: Path) -> None:
    namespace = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    document = f'<w:document xmlns:w="{namespace}"><w:body><w:p><w:r><w:t>正文</w:t></w:r></w:p></w:body></w:document>'

    assert texts(read(tmp_path, "", document_xml=document)) == ["正文"]
