"""A whole report as Word writes it, with all that other formats carry in their own ways; other files are made of it."""

from __future__ import annotations

from foreign_files import CONTENT_TYPES, NAMESPACES, a_package, a_paragraph, a_run

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_KINDS = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_INDENT = '<w:ind w:firstLineChars="200" w:firstLine="640"/>'
_SIZE = '<w:sz w:val="32"/>'
FOOTNOTE = "处罚案件按立案时间统计。"
HIDDEN = "这句话是隐藏的。"
SENTENCES = (
    "2025年，云峰县交通运输局深入学习贯彻习近平法治思想，把法治政府建设同交通运输工作一体谋划、一体推进，"
    "全年没有发生被撤销、变更的行政处罚，没有败诉案件，现将有关情况报告如下。",
    "局党组全年研究法治议题6次，会前学法8次，印发年度工作要点，列出21项任务，逐项明确责任股室和完成时限，年底全部完成。",
    "执法人员林㳘𠮷牵头起草裁量基准。全年作出行政处罚决定120件，其中道路运输70件、水路运输30件、工程质量20件，"
    "罚没款４５.５万元，未发生行政复议纠错案件。",
    "评查案卷40本，其中6本说理不充分，主要集中在道路货运类案件，当事人的陈述申辩意见没有逐条回应。",
    "主要原因是专职法制审核人员只有1名，办案中队没有先行自查的程序，业务培训针对性不强。",
    "党政主要负责人认真履行推进法治建设第一责任人职责，主持召开专题会议4次，听取法治政府建设汇报2次，带头讲法治课1次。",
    "2026年，实行中队自查和法规股抽审两道关口，增配专职审核人员1名，组织案卷评查2次，开展面向货车驾驶员的普法12场。",
)
TABLE = (("执法门类", "检查（次）", "处罚（件）"), ("道路运输", "560", "70"), ("水路运输", "210", "30"))


def _numbered(level: int) -> str:
    """Return the properties of a paragraph numbered on `level`."""
    return f'<w:outlineLvl w:val="{level}"/><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>{_INDENT}'


def _body(text: str) -> str:
    """Return a paragraph of body text."""
    return a_paragraph(runs=a_run(text, _SIZE), properties=_INDENT)


def _title(text: str) -> str:
    """Return a centred paragraph."""
    return a_paragraph(runs=a_run(text, '<w:sz w:val="44"/>'), properties='<w:jc w:val="center"/>')


def _right(text: str) -> str:
    """Return a paragraph on the right."""
    return a_paragraph(runs=a_run(text, _SIZE), properties='<w:jc w:val="right"/>')


def _heading(text: str, level: int = 0) -> str:
    """Return a heading with an automatic number."""
    return a_paragraph(runs=a_run(text, _SIZE), properties=_numbered(level))


def _revised() -> str:
    """Return a paragraph with a deletion, an insertion, a comment, a footnote, hidden text and a field."""
    mark = 'w:author="甲" w:date="2026-01-01T00:00:00Z"'
    first, second = SENTENCES[1].split("6次", 1)
    return a_paragraph(properties=_INDENT, runs="".join((
        a_run(first, _SIZE),
        f'<w:del w:id="9" {mark}><w:r><w:rPr>{_SIZE}</w:rPr><w:delText>5次</w:delText></w:r></w:del>',
        f'<w:ins w:id="8" {mark}>{a_run("6次", _SIZE)}</w:ins>',
        '<w:commentRangeStart w:id="0"/>', a_run(second, _SIZE), '<w:commentRangeEnd w:id="0"/>',
        '<w:r><w:commentReference w:id="0"/></w:r>', a_run(HIDDEN, "<w:vanish/>"),
    )))


def _table() -> str:
    """Return the table."""
    border = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
    rows = "".join(
        "<w:tr>" + "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="2600" w:type="dxa"/></w:tcPr>{a_paragraph(runs=a_run(cell, _SIZE))}</w:tc>'
            for cell in row) + "</w:tr>" for row in TABLE)
    grid = '<w:gridCol w:w="2600"/>' * len(TABLE[0])
    return (f"<w:tbl><w:tblPr><w:tblBorders>{border}</w:tblBorders></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}"
            "</w:tbl>")


def _relations(entries: tuple[tuple[str, str], ...]) -> str:
    """Return a part of relations to `entries` (kind and target)."""
    inside = "".join(
        f'<Relationship Id="r{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(entries, 1))
    return f'<Relationships xmlns="{_PACKAGE}">{inside}</Relationships>'


def a_whole_report(plain: bool = False) -> bytes:
    """Return the report as .docx; a `plain` one without revision, comment, footnote and hidden text."""
    note = "" if plain else '<w:r><w:footnoteReference w:id="1"/></w:r>'
    body = "".join((
        _title("云峰县交通运输局"), _title("2025年法治政府建设年度报告"), _body(SENTENCES[0]),
        _heading("推进法治政府建设的主要举措和成效"), _heading("坚持党的领导", 1),
        _body(SENTENCES[1]) if plain else _revised(), _heading("严格规范公正文明执法", 1),
        a_paragraph(properties=_INDENT, runs=a_run(SENTENCES[2], _SIZE) + note), _table(),
        _heading("存在的不足和原因"), _body(SENTENCES[3]), _body(SENTENCES[4]),
        _heading("党政主要负责人履行推进法治建设第一责任人职责情况"), _body(SENTENCES[5]),
        _heading("2026年工作安排"), _body(SENTENCES[6]), _right("云峰县交通运输局"), _right("2026年2月11日"),
    ))
    names = ("numbering", "footnotes", "comments")
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_KINDS}.{name}+xml"/>' for name in names)
    return a_package(body, {
        "[Content_Types].xml": CONTENT_TYPES.replace(
            "</Types>", f'<Override PartName="/word/document.xml" ContentType="{_KINDS}.document.main+xml"/>{overrides}'
            "</Types>"),
        "_rels/.rels": _relations((("officeDocument", "word/document.xml"),)),
        "word/_rels/document.xml.rels": _relations(tuple((name, f"{name}.xml") for name in names)),
        "word/numbering.xml": _numbering(),
        "word/footnotes.xml": f'<w:footnotes {NAMESPACES}><w:footnote w:id="1">{a_paragraph(FOOTNOTE)}</w:footnote>'
                              "</w:footnotes>",
        "word/comments.xml": f'<w:comments {NAMESPACES}><w:comment w:id="0" w:author="甲">{a_paragraph("请核对。")}'
                             "</w:comment></w:comments>",
    })


def _numbering() -> str:
    """Return the part with the list 一、 （一）."""
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:suff w:val="nothing"/>'
        f'<w:lvlText w:val="{pattern}"/></w:lvl>' for level, pattern in enumerate(("%1、", "（%2）")))
    return (f'<w:numbering xmlns:w="{WORD}"><w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>'
            '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>')
