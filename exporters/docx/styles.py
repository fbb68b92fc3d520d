"""The named styles of the document, written from a Layout, and the table of its fonts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from exporters.docx.oxml import DECLARATION, declarations, escape
from models.layout.layout import TWIPS_PER_PT, Faces, Layout

RED = "FF0000"
BLACK = "000000"

BODY, NORMAL = "Body", "Normal"
HEADINGS = ("", "Heading1", "Heading2", "Heading3", "Heading4")
SMALL_HEAD, BLACK_HEAD, MARK, DOCUMENT_NUMBER = "CopyNumber", "SecrecyUrgency", "OrganMark", "DocumentNumber"
TITLE, RECIPIENTS, NOTE, SIGNATURE, DATE, REMARK = (
    "DocumentTitle", "Recipients", "AttachmentNote", "Signature", "DateOfIssue", "Remark"
)
ATTACHMENT_LABEL, ATTACHMENT_TITLE = "AttachmentLabel", "AttachmentTitle"
TABLE_HEAD, TABLE_TEXT, TABLE_NUMBER = "TableHead", "TableText", "TableNumber"
PICTURE, CAPTION = "Picture", "Caption"
COLOPHON, THIN, PAGE_NUMBER, DRAFT_MARK = "Colophon", "Anchor", "PageNumber", "DraftMark"
KAI, HEI = "KaiCharacters", "HeiCharacters"


class Style(NamedTuple):
    """A paragraph style: `paragraph` and `characters` are children of its pPr and rPr, in schema order."""

    id: str
    name: str
    paragraph: str = ""
    characters: str = ""
    based_on: str = NORMAL
    following: str = ""  # style of the next paragraph; empty means itself
    quick: bool = True
    priority: int = 1


def fonts(face: str) -> str:
    """Return w:rFonts with `face` in all four slots: quotes and dashes must not fall to a Latin face."""
    name = escape(face)
    slots = " ".join(f'w:{slot}="{name}"' for slot in ("ascii", "hAnsi", "eastAsia", "cs"))
    return f'<w:rFonts w:hint="eastAsia" {slots}/>'


def characters(face: str = "", pt: float = 0, colour: str = "", spacing: int | None = None, bold: bool = False) -> str:
    """Return children of w:rPr; an empty or zero value means as inherited."""
    parts = [fonts(face)] if face else []
    parts += ["<w:b/>", "<w:bCs/>"] if bold else []
    parts += [f'<w:color w:val="{colour}"/>'] if colour else []
    parts += [f'<w:spacing w:val="{spacing}"/>'] if spacing is not None else []
    parts += [f'<w:sz w:val="{round(pt * 2)}"/><w:szCs w:val="{round(pt * 2)}"/>'] if pt else []
    return "".join(parts)


def exact(line: int, before: int = 0, after: int = 0) -> str:
    """Return w:spacing with the exact line height `line`."""
    return f'<w:spacing w:before="{before}" w:after="{after}" w:line="{line}" w:lineRule="exact"/>'


def _at_least(line: int) -> str:
    """Return w:spacing with the least line height `line`: an exact one would show no more of a picture."""
    return f'<w:spacing w:before="0" w:after="0" w:line="{line}" w:lineRule="atLeast"/>'


def _indent(twips: int, hundredths: int) -> str:
    return f'<w:ind w:firstLineChars="{hundredths}" w:firstLine="{twips}"/>'


def paragraph_styles(layout: Layout) -> tuple[Style, ...]:
    """Return the paragraph styles of a document set by `layout`."""
    return (*_text_styles(layout), *_head_styles(layout), *_end_styles(layout), *_small_styles(layout))


def _text_styles(layout: Layout) -> tuple[Style, ...]:
    measures, faces = layout.measures, layout.faces
    spacing = exact(layout.body_pitch_twips)
    characters_in = measures.body_indent_characters
    indent = _indent(round(characters_in * measures.character_twips), characters_in * 100)
    by_level = (faces.hei, faces.kai, faces.body, faces.body)
    # Only the first level always keeps to its text: with several headings a page the others would leave most pages
    # a line or two short of the 22 that fill the 版心 (5.2.3). `body` keeps a heading that stands right under another.
    return (
        Style(BODY, "公文正文", f"{spacing}{indent}", priority=0),
        *(
            Style(HEADINGS[level], f"heading {level}",
                  f'{"<w:keepNext/>" * (level == 1)}{spacing}{indent}<w:outlineLvl w:val="{level - 1}"/>',
                  characters(face), BODY, BODY, priority=9)
            for level, face in enumerate(by_level, 1)
        ),
        Style(PICTURE, "图片", f'{_at_least(layout.body_pitch_twips)}<w:jc w:val="center"/>',
              characters(pt=1, spacing=0), following=CAPTION),
        Style(CAPTION, "图题", f'<w:keepLines/>{spacing}<w:jc w:val="center"/>', following=BODY),
    )


def _head_styles(layout: Layout) -> tuple[Style, ...]:
    measures, faces = layout.measures, layout.faces
    title = characters(faces.title, measures.title_pt, spacing=0, bold=faces.title_bold)
    side = round(measures.side_indent_characters * measures.character_twips)
    return (
        Style(SMALL_HEAD, "份号", '<w:jc w:val="left"/>'),
        Style(BLACK_HEAD, "密级和紧急程度", '<w:jc w:val="left"/>', characters(faces.hei)),
        Style(MARK, "发文机关标志", '<w:keepNext/><w:jc w:val="center"/>',
              characters(faces.title, measures.mark_max_pt, RED, 0, faces.title_bold), following=DOCUMENT_NUMBER),
        Style(DOCUMENT_NUMBER, "发文字号", f'<w:keepNext/><w:ind w:left="{side}" w:right="{side}"/><w:jc w:val="left"/>'),
        Style(TITLE, "公文标题", f'<w:keepNext/><w:keepLines/>{exact(measures.title_line_twips)}<w:jc w:val="center"/>',
              title, following=RECIPIENTS),
        Style(RECIPIENTS, "主送机关", '<w:keepNext/><w:jc w:val="left"/>', following=BODY),
    )


def _end_styles(layout: Layout) -> tuple[Style, ...]:
    measures, faces = layout.measures, layout.faces
    pitch = measures.line_pitch_twips
    gap = measures.attachment_title_gap_lines * pitch
    title = characters(faces.title, measures.title_pt, spacing=0, bold=faces.title_bold)
    two = _indent(round(measures.body_indent_characters * measures.character_twips),
                  measures.body_indent_characters * 100)
    return (
        Style(NOTE, "附件说明", '<w:keepNext/><w:jc w:val="left"/>'),
        Style(SIGNATURE, "发文机关署名", '<w:keepNext/><w:jc w:val="right"/>', following=DATE),
        Style(DATE, "成文日期", '<w:jc w:val="right"/>', following=REMARK),
        Style(REMARK, "附注", two),
        Style(ATTACHMENT_LABEL, "附件标识", '<w:keepNext/><w:pageBreakBefore/><w:jc w:val="left"/>',
              characters(faces.hei), following=ATTACHMENT_TITLE),
        Style(ATTACHMENT_TITLE, "附件标题", f'<w:keepNext/><w:keepLines/>{exact(pitch, gap, gap)}<w:jc w:val="center"/>',
              title, following=BODY),
    )


def _small_styles(layout: Layout) -> tuple[Style, ...]:
    measures, faces = layout.measures, layout.faces
    table_line, table = exact(measures.table_line_twips), characters(pt=measures.table_pt, spacing=0)
    return (
        Style(TABLE_HEAD, "表头", f'<w:keepNext/>{table_line}<w:jc w:val="center"/>',
              characters(faces.hei, measures.table_pt, spacing=0)),
        Style(TABLE_TEXT, "表格文字", f'{table_line}<w:jc w:val="left"/>', table),
        Style(TABLE_NUMBER, "表格数字", f'{table_line}<w:jc w:val="center"/>', table, TABLE_TEXT),
        Style(COLOPHON, "版记", f'{exact(measures.colophon_line_twips)}<w:jc w:val="left"/>',
              characters(pt=measures.colophon_pt, spacing=0)),
        Style(THIN, "版记位置", exact(TWIPS_PER_PT), characters(pt=1, spacing=0), quick=False, priority=99),
        Style(PAGE_NUMBER, "页码", exact(measures.page_number_line_twips),
              characters(faces.song, measures.page_number_pt, spacing=0), quick=False, priority=99),
        Style(DRAFT_MARK, "草稿标记", '<w:jc w:val="center"/>',
              characters(faces.hei, measures.draft_mark_pt, spacing=0), quick=False, priority=99),
    )


def _style_xml(style: Style) -> str:
    following = f'<w:next w:val="{style.following}"/>' if style.following else ""
    quick = "<w:qFormat/>" if style.quick else ""
    custom = "" if style.id in HEADINGS else ' w:customStyle="1"'
    return (
        f'<w:style w:type="paragraph"{custom} w:styleId="{style.id}"><w:name w:val="{style.name}"/>'
        f'<w:basedOn w:val="{style.based_on}"/>{following}<w:uiPriority w:val="{style.priority}"/>{quick}'
        f"<w:pPr>{style.paragraph}</w:pPr><w:rPr>{style.characters}</w:rPr></w:style>"
    )


def styles_xml(layout: Layout) -> str:
    """Return the styles part of a document set by `layout`."""
    measures, faces = layout.measures, layout.faces
    normal = (
        '<w:widowControl w:val="0"/><w:kinsoku/><w:overflowPunct w:val="1"/><w:autoSpaceDE w:val="0"/>'
        f'<w:autoSpaceDN w:val="0"/><w:adjustRightInd w:val="0"/><w:snapToGrid w:val="0"/>'
        f'{exact(measures.line_pitch_twips)}<w:jc w:val="both"/>'
    )
    text = characters(faces.body, measures.body_pt, BLACK, measures.body_spacing_twips)
    return (
        f"{DECLARATION}<w:styles {declarations('w')}><w:docDefaults><w:rPrDefault><w:rPr>"
        f'{characters(faces.body, measures.body_pt)}<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr>'
        "</w:rPrDefault><w:pPrDefault/></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        f"<w:pPr>{normal}</w:pPr><w:rPr>{text}</w:rPr></w:style>"
        f"{_FIXED}{''.join(_style_xml(style) for style in paragraph_styles(layout))}"
        f"{_character_style(KAI, '楷体字', faces.kai)}{_character_style(HEI, '黑体字', faces.hei)}</w:styles>"
    )


def _character_style(style: str, name: str, face: str) -> str:
    return (
        f'<w:style w:type="character" w:customStyle="1" w:styleId="{style}"><w:name w:val="{name}"/>'
        '<w:basedOn w:val="DefaultCharacters"/><w:uiPriority w:val="1"/><w:qFormat/>'
        f"<w:rPr>{fonts(face)}</w:rPr></w:style>"
    )


_FIXED = (
    '<w:style w:type="character" w:default="1" w:styleId="DefaultCharacters">'
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/><w:unhideWhenUsed/></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="NormalTable"><w:name w:val="Normal Table"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/>'
    '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
    '<w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
    '<w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    '<w:style w:type="numbering" w:default="1" w:styleId="NoNumbering"><w:name w:val="No List"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/></w:style>'
)


def font_table_xml(faces: Faces, others: Iterable[str] = ()) -> str:
    """Return the font table: the faces of the document and `others`, with names Word may take where one is missing."""
    entries = []
    for name in (*faces.names, *others):
        relatives = ",".join(faces.relatives_of(name))
        instead = f'<w:altName w:val="{escape(relatives)}"/>' if relatives else ""
        entries.append(
            f'<w:font w:name="{escape(name)}">{instead}<w:charset w:val="86"/><w:family w:val="auto"/>'
            '<w:pitch w:val="variable"/></w:font>'
        )
    return f"{DECLARATION}<w:fonts {declarations('w')}>{''.join(entries)}</w:fonts>"
