from __future__ import annotations

from dataclasses import replace
from io import BytesIO

from docx import Document
from word_files import NAMES, a_manuscript, attribute, text_of, written

from models.manuscript.blocks import Manuscript, ManuscriptAttachment, Paragraph, PrintedPicture, Table
from pictured import a_file, a_pictured_report

WIDE = PrintedPicture(a_file(), "办件地图", 1, "云峰县<地图>", 80, 800, 500)
PLAIN = replace(WIDE, data=a_file(colour="red"), caption="", number=0, alternative="")
DRAWING = {**NAMES, "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
           "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"}


def with_blocks(*blocks: Paragraph | PrintedPicture | Table) -> Manuscript:
    return replace(a_manuscript(), blocks=blocks)


def test_a_picture_stands_in_a_line_that_grows_with_it_and_keeps_to_its_words() -> None:
    shown, = written(with_blocks(Paragraph("甲。"), WIDE, Paragraph("乙。"))).paragraphs("Picture")

    assert attribute(shown, "w:pPr/w:spacing", "lineRule") == "atLeast"
    assert attribute(shown, "w:pPr/w:spacing", "line") == str(6 * 579)
    assert shown.find("w:pPr/w:keepNext", NAMES) is not None
    assert shown.find(".//wp:extent", DRAWING).get("cx") == str(4535 * 635)  # 80 mm
    following = shown.getnext()
    assert (text_of(following), attribute(following, "w:pPr/w:pStyle", "val")) == ("图1　办件地图", "Caption")


def test_a_picture_without_words_is_followed_by_the_text() -> None:
    shown, = written(with_blocks(PLAIN, Paragraph("乙。"))).paragraphs("Picture")

    assert shown.find("w:pPr/w:keepNext", NAMES) is None
    assert text_of(shown.getnext()) == "乙。"


def test_what_it_shows_is_told_to_those_who_cannot_see_it() -> None:
    told = written(with_blocks(WIDE, replace(WIDE, alternative=""))).xml().findall(".//wp:docPr[@descr]", DRAWING)

    assert [each.get("descr") for each in told] == ["云峰县<地图>", "办件地图"]


def test_each_file_is_there_once_and_each_drawing_has_a_number_of_its_own() -> None:
    attached = ManuscriptAttachment("附件", "附图", (WIDE, PLAIN))
    file = written(replace(with_blocks(WIDE, PLAIN), attachments=(attached,)))

    held = [file.parts[name] for name in file.parts if name.startswith("word/media/")]
    assert sorted(held) == sorted([WIDE.data, PLAIN.data])
    numbers = [each.get("id") for each in file.xml().iterfind(".//wp:docPr", DRAWING)]
    assert len(numbers) == len(set(numbers)) >= 4


def test_a_table_above_or_below_a_picture_keeps_its_distance() -> None:
    table = Table((("类别", "件数"), ("许可", "3")))
    file = written(with_blocks(table, WIDE, PLAIN, table))

    first, second = file.paragraphs("Picture")
    assert attribute(first, "w:pPr/w:spacing", "before") == "160"
    assert attribute(second, "w:pPr/w:spacing", "after") == "160"


def test_other_programs_find_the_pictures() -> None:
    from exporters.docx.writer import manuscript_bytes
    from models.layout.loader import load_layout
    from word_files import CREATED

    manuscript = a_manuscript(a_pictured_report())
    document = Document(BytesIO(manuscript_bytes(manuscript, load_layout(), CREATED)))

    blocks = [*manuscript.blocks, *(each for attached in manuscript.attachments for each in attached.blocks)]
    assert len(document.inline_shapes) == sum(isinstance(each, PrintedPicture) for each in blocks) == 20
