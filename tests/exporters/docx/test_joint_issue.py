"""联合行文 and pre-printed paper in the Word file (7.2.4–7.2.7)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from builders import a_report
from exporters.page_one import gaps_of
from models.layout.loader import load_layout
from models.layout.mark import mark_form
from models.manuscript.blocks import Manuscript
from word_files import NAMES, a_manuscript, attribute, text_of, written

THREE = ("云峰县交通运输局", "云峰县公安局", "云峰县自然资源和规划局")


def with_head(**changes: Any) -> Manuscript:
    report = a_report()
    return a_manuscript(replace(report, head=replace(report.head, **changes)))


def test_the_names_stand_one_under_the_other_with_the_word_in_their_middle() -> None:
    manuscript = with_head(joint_organs=THREE)
    file = written(manuscript)
    table, = file.find("//w:body/w:tbl[.//w:pStyle/@w:val='OrganMark']")

    assert [text_of(each) for each in table.findall(".//w:p", NAMES)] == [*THREE, "文件"]
    assert [attribute(each, "w:tcPr/w:vAlign", "val") for each in table.findall(".//w:tc", NAMES)] == ["center"] * 2
    assert attribute(table, "w:tblPr/w:jc", "val") == "center"
    assert attribute(table.find(".//w:p", NAMES), "w:pPr/w:jc", "val") == "distribute"
    assert {each.get(f"{{{NAMES['w']}}}val") for each in table.findall("w:tblPr/w:tblBorders/*", NAMES)} == {"nil"}


def test_the_ink_of_the_first_name_begins_where_the_standard_wants_it() -> None:
    layout = load_layout()
    manuscript = with_head(joint_organs=THREE, copy_number="000001")
    assert manuscript.head is not None
    form = mark_form(manuscript.head.mark_names, manuscript.head.mark_word, layout.measures)
    above, below = written(manuscript).paragraphs("Anchor")[:2]

    before = int(attribute(above, "w:pPr/w:spacing", "before") or 0)
    assert abs(579 + before + 20 + form.ink_offset(layout.measures) - 35 * 56.693) < 2
    assert int(attribute(below, "w:pPr/w:spacing", "after") or 0) + 20 == gaps_of(manuscript, layout).under_mark


def test_pre_printed_paper_keeps_the_room_and_prints_neither_mark_nor_line() -> None:
    plain, bare = written(with_head()), written(with_head(preprinted=True))
    mark, = bare.paragraphs("OrganMark")

    assert attribute(mark, "w:pPr/w:spacing", "before") == \
        attribute(plain.paragraphs("OrganMark")[0], "w:pPr/w:spacing", "before")
    assert text_of(mark) == ""
    assert b"FF0000" not in bare.parts["word/document.xml"]
    assert text_of(bare.paragraphs("DocumentNumber")[0]) == text_of(plain.paragraphs("DocumentNumber")[0])


def test_pre_printed_paper_keeps_the_room_of_several_names() -> None:
    manuscript = with_head(preprinted=True, joint_organs=THREE)
    assert manuscript.head is not None
    mark, = written(manuscript).paragraphs("OrganMark")

    form = mark_form(manuscript.head.mark_names, manuscript.head.mark_word, load_layout().measures)
    assert attribute(mark, "w:pPr/w:spacing", "line") == str(form.height)
