"""正文, 附件说明, 署名 and 日期, attachments and 版记 in the Word file."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import a_report
from exporters.measures.signature import Indents, indents_of
from models.domain.report import Attachment, Report
from models.layout.layout import Layout
from models.layout.loader import load_layout
from models.manuscript.blocks import Heading, Manuscript, ManuscriptColophon, Paragraph, Table
from word_files import WordFile, a_long_report, a_manuscript, attribute, text_of, written

MEASURES = load_layout().measures


def with_blocks(*blocks: Heading | Paragraph) -> Manuscript:
    return replace(a_manuscript(), blocks=blocks)


def with_attachments(*titles: str) -> Report:
    return a_report(attachments=tuple(Attachment(title, title) for title in titles))


def order(file: WordFile) -> list[str]:
    """Return the styles of the paragraphs of the text in order, repeated ones once."""
    styles: list[str] = []
    for paragraph in file.find("//w:body/w:p"):
        style = attribute(paragraph, "w:pPr/w:pStyle", "val") or ""
        if not styles or styles[-1] != style:
            styles.append(style)
    return styles


def test_four_levels_of_headings_are_words_own_headings() -> None:
    numbers = ("一、", "（一）", "1.", "（1）")
    file = written(with_blocks(*(Heading(level, number, "标题") for level, number in enumerate(numbers, 1))))

    for level, number in enumerate(numbers, 1):
        heading, = file.paragraphs(f"Heading{level}")
        assert text_of(heading) == f"{number}标题"


def test_a_numbered_paragraph_sets_only_its_first_sentence_in_kai() -> None:
    file = written(with_blocks(Paragraph("健全制度。全年修订4项。", 2, "（一）", 5), Paragraph("细化。其余。", 3, "1.", 3)))

    second, third = file.paragraphs("Body")
    styles = [(text_of(run), attribute(run, "w:rPr/w:rStyle", "val")) for run in second.iter("{*}r")]
    assert styles == [("（一）健全制度。", "KaiCharacters"), ("全年修订4项。", None)]
    assert [(text_of(run), attribute(run, "w:rPr/w:rStyle", "val")) for run in third.iter("{*}r")] == [
        ("1.细化。其余。", None)]


def test_no_paragraph_is_empty_and_none_begins_with_a_blank() -> None:
    file = written(a_manuscript(a_long_report()))

    for paragraph in file.find("//w:body/w:p"):
        assert text_of(paragraph).strip() or attribute(paragraph, "w:pPr/w:pStyle", "val") == "Anchor"
        assert text_of(paragraph) == text_of(paragraph).lstrip(" \u3000")


def test_the_elements_stand_in_the_order_of_the_standard() -> None:
    report = a_report(attachments=(Attachment("a", "统计表", "说明。"), Attachment("b", "清单", "内容。")))
    report = replace(report, signature=replace(report.signature, remark="此件公开发布"))

    assert order(written(a_manuscript(report))) == [
        "OrganMark", "DocumentNumber", "DocumentTitle", "Recipients", "Body", "Heading1", "Heading2", "Body",
        "Heading1", "Heading2", "Body", "Heading1", "Heading2", "Body", "Heading1", "Heading2", "Body",
        "AttachmentNote",
        "Signature", "DateOfIssue", "Remark", "AttachmentLabel", "AttachmentTitle", "Body", "AttachmentLabel",
        "AttachmentTitle", "Body", "Anchor",
    ]


@pytest.mark.parametrize(("blocks", "kept"), [
    ((Paragraph("甲。"), Paragraph("特此报告。")), [False, True]),
    ((Paragraph("甲。"), Heading(1, "一、", "其他"), Heading(2, "（一）", "乙"), Paragraph("丙。")), [False, True, True, True]),
    ((Paragraph("甲。"), Heading(1, "一、", "其他")), [False, True]),
    ((Paragraph("甲。"),), [True]),
    ((Heading(1, "一、", "甲"), Heading(2, "（一）", "乙"), Paragraph("丙。"), Heading(2, "（二）", "丁"), Paragraph("戊。"),
      Paragraph("特此报告。")), [False, True, False, False, False, True]),
], ids=["closing", "headings over it", "heading last", "alone", "two headings in a row"])
def test_the_end_of_the_text_stays_on_the_page_of_the_signature(
    blocks: tuple[Heading | Paragraph, ...], kept: list[bool]
) -> None:
    body = with_blocks(*blocks)
    written_body = [each for each in written(body).find("//w:body/w:p") if attribute(
        each, "w:pPr/w:pStyle", "val") in ("Body", "Heading1", "Heading2")]

    assert [each.find("w:pPr/w:keepNext", each.nsmap) is not None for each in written_body] == kept


def test_the_note_on_one_attachment_hangs_under_its_name() -> None:
    note, = written(a_manuscript(with_attachments("统计表"))).paragraphs("AttachmentNote")

    assert text_of(note) == "附件：统计表"
    assert (attribute(note, "w:pPr/w:ind", "left"), attribute(note, "w:pPr/w:ind", "hanging")) == ("1575", "945")
    assert attribute(note, "w:pPr/w:spacing", "before") == "579"


def test_the_note_on_several_attachments_hangs_under_each_name() -> None:
    first, second = written(a_manuscript(with_attachments("统计表", "清单"))).paragraphs("AttachmentNote")

    assert [text_of(each) for each in (first, second)] == ["附件：1.统计表", "2.清单"]
    assert [attribute(each, "w:pPr/w:ind", "left") for each in (first, second)] == ["1890", "1890"]
    assert [attribute(each, "w:pPr/w:ind", "hanging") for each in (first, second)] == ["1260", "315"]
    assert attribute(second, "w:pPr/w:spacing", "before") is None


@pytest.mark.parametrize(("organ", "date", "signature", "right"), [
    ("云峰县交通运输局", "2026年2月20日", 3.25, 4), ("云峰县司法局", "2026年2月20日", 4.25, 4),
    ("湘西土家族苗族自治州交通运输局", "2024年2月20日", 0, 4), ("甲" * 25, "2026年1月1日", 0, 4),
], ids=["long", "short", "clamped", "very long"])
def test_a_sealed_signature_is_centred_over_the_date(organ: str, date: str, signature: float, right: float) -> None:
    indents = indents_of(organ, date, True, MEASURES)

    assert (indents.signature, indents.date, indents.date_left) == (signature, right, None)


@pytest.mark.parametrize("organ", ["云峰县交通运输局", "湘西土家族苗族自治州交通运输局"])
def test_an_unsealed_date_begins_two_characters_after_the_signature(organ: str) -> None:
    indents = indents_of(organ, "2026年2月20日", False, MEASURES)

    signature_left = 8844 / 315 - 2 - len(organ)
    assert indents.signature == 2
    assert indents.date_left == pytest.approx(signature_left + 2)


@pytest.mark.parametrize(("organ", "date", "signature"), [("县府办", "2026年12月20日", 8), ("甲局", "2026年2月20日", 8.5)])
def test_an_unsealed_date_wider_than_the_signature_keeps_two_characters(
    organ: str, date: str, signature: float
) -> None:
    assert indents_of(organ, date, False, MEASURES) == Indents(signature, 2)


def test_the_sealed_signature_stands_two_lines_lower() -> None:
    sealed, = written(a_manuscript()).paragraphs("Signature")
    unsealed, = written(replace(a_manuscript(), sealed=False)).paragraphs("Signature")

    assert attribute(sealed, "w:pPr/w:spacing", "before") == str(2 * 579)
    assert attribute(unsealed, "w:pPr/w:spacing", "before") == "579"


def test_the_sealed_date_is_four_characters_in() -> None:
    date, = written(a_manuscript()).paragraphs("DateOfIssue")

    assert (attribute(date, "w:pPr/w:ind", "rightChars"), attribute(date, "w:pPr/w:ind", "right")) == ("400", "1260")


def test_the_unsealed_date_is_placed_from_the_left() -> None:
    date, = written(replace(a_manuscript(), sealed=False)).paragraphs("DateOfIssue")

    assert attribute(date, "w:pPr/w:jc", "val") == "left"
    assert attribute(date, "w:pPr/w:ind", "left") == str(8844 - 8 * 315)


def test_a_date_without_signature_keeps_the_gap() -> None:
    date, = written(replace(a_manuscript(), signature="")).paragraphs("DateOfIssue")

    assert attribute(date, "w:pPr/w:spacing", "before") == str(2 * 579)


def test_the_remark_stands_in_full_width_brackets() -> None:
    remark, = written(replace(a_manuscript(), remark="此件公开发布")).paragraphs("Remark")

    assert text_of(remark) == "（此件公开发布）"


def test_an_attachment_bears_label_and_title_as_in_the_note() -> None:
    file = written(a_manuscript(with_attachments("统计表", "清单")))

    assert [text_of(each) for each in file.paragraphs("AttachmentLabel")] == ["附件1", "附件2"]
    assert [text_of(each) for each in file.paragraphs("AttachmentTitle")] == ["统计表", "清单"]


def test_a_table_fills_the_width_and_repeats_its_head() -> None:
    file = written(a_manuscript(a_long_report()))

    table = file.find("//w:body/w:tbl")[0]
    widths = [int(each.get(each.tag.replace("gridCol", "w")) or 0) for each in table.iter("{*}gridCol")]
    assert sum(widths) == 8844 and len(widths) == 5
    assert attribute(table, "w:tblPr/w:tblW", "w") == "8844"
    rows = list(table.iter("{*}tr"))
    assert len(rows) == 37
    assert [row.find("w:trPr/w:tblHeader", row.nsmap) is not None for row in rows] == [True] + [False] * 36
    for row in rows:
        cells = [int(attribute(cell, "w:tcPr/w:tcW", "w") or 0) for cell in row.iter("{*}tc")]
        assert cells == widths


def test_the_unit_in_a_crowded_head_stands_on_a_line_of_its_own() -> None:
    head = ("执法门类", "行政检查（次）", "行政处罚（件）", "罚没金额（万元）", "行政强制措施（件）", "法制审核（件）")
    table = Table((head, ("工程质量安全", "286", "96", "38.40", "18", "2")))
    file = written(replace(a_manuscript(), blocks=(Paragraph("说明。"), table, Paragraph("注。"))))

    assert [text_of(each) for each in file.paragraphs("TableHead")] == [
        "执法门类", "行政检查", "（次）", "行政处罚", "（件）", "罚没金额", "（万元）", "行政强制措施", "（件）", "法制审核", "（件）"]
    before, after = file.paragraphs("Body")
    assert attribute(before, "w:pPr/w:spacing", "after") == attribute(after, "w:pPr/w:spacing", "before") == "160"


def test_the_colophon_lists_copies_and_the_distributing_organ() -> None:
    rows = written(a_manuscript()).find("//mc:Choice//w:txbxContent/w:tbl/w:tr")

    assert [text_of(row) for row in rows] == ["抄送：县委全面依法治县委员会办公室。", "云峰县交通运输局办公室\t2026年2月20日印发"]


def test_the_colophons_rules_have_their_weights_and_none_upright() -> None:
    borders, = written(a_manuscript()).find("//mc:Choice//w:txbxContent/w:tbl/w:tblPr/w:tblBorders")

    weights = {each.tag.split("}")[1]: each.get(each.tag.split("}")[0] + "}sz") for each in borders}
    assert weights == {"top": "8", "left": None, "bottom": "8", "right": None, "insideH": "6", "insideV": None}


def test_the_colophon_stands_at_the_foot_of_the_text_area() -> None:
    file = written(a_manuscript())

    assert file.find("//wp:positionV[@relativeFrom='margin']/wp:align")[0].text == "bottom"
    assert len(file.find("//wp:anchor[wp:wrapTopAndBottom]")) == 1


def test_recipients_moved_to_the_colophon_stand_above_the_copies_without_a_rule() -> None:
    content = ManuscriptColophon("各乡镇、各有关单位", "县委办", "县交通运输局办公室", "2026年2月20日")
    rows = written(replace(a_manuscript(), colophon=content)).find("//mc:Choice//w:txbxContent/w:tbl/w:tr")

    assert [text_of(each) for each in rows[0].iter("{*}p")] == ["主送：各乡镇、各有关单位。", "抄送：县委办。"]
    assert len(rows) == 2


@pytest.mark.parametrize(("names", "lines"), [("县委办", 1), ("县委办公室，" * 8, 2), ("县委办公室，" * 20, 5)])
def test_the_box_of_the_colophon_is_as_high_as_its_lines(names: str, lines: int) -> None:
    content = replace(ManuscriptColophon(), copy_recipients=names, distributing_organ="办公室")
    file = written(replace(a_manuscript(), colophon=content))

    extent, = file.find("//wp:anchor[wp:wrapTopAndBottom]/wp:extent")
    assert int(extent.get("cy", "0")) // 635 == lines * 500 + 60 + 560 + 20


@pytest.mark.parametrize("layout", [load_layout(), load_layout("常用", "方正", 1.5)], ids=["standard", "wide"])
def test_wide_lines_widen_the_text_only(layout: Layout) -> None:
    styles = written(a_manuscript(), layout)
    pitch = {name: attribute(styles.find(f"//w:style[@w:styleId='{name}']", "word/styles.xml")[0],
                             "w:pPr/w:spacing", "line") for name in ("Normal", "Body", "Heading1")}

    assert pitch == {"Normal": "579", "Body": str(layout.body_pitch_twips), "Heading1": str(layout.body_pitch_twips)}
