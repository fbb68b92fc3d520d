"""Rare characters in the Word file: each in a face that has it, and no character lost."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import a_report
from exporters.docx.writer import manuscript_bytes
from lxml import etree
from models.domain.report import Attachment, Report
from models.layout.loader import FONT_SETS, load_layout
from rare_names import RARE_NAMES
from schema_order import disorder
from word_files import CREATED, WordFile, a_manuscript, attribute, text_of, written

TABLE = (("姓名", "职务"), ("王堃", "局长"))
FONT_TABLE = "word/fontTable.xml"


def full_of_rare_characters() -> Report:
    """Return a report with a rare character in every element."""
    report = a_report(introduction="局长王堃、李㛃和周𬀩\t参加。", attachments=(Attachment("a", "王堃同志述法", "", TABLE),))
    head = replace(report.head, title="𣲗源镇王堃2025年法治政府建设年度报告", signatories=("王堃",), main_recipients=("堃县人民政府",),
                   issuing_organ_mark="堃县交通运输局文件")
    return replace(
        report, head=head, signature=replace(report.signature, remark="联系人：李㛃"),
        colophon=replace(report.colophon, copy_recipients=("堃县司法局",), distributing_organ="堃县交通运输局办公室"))


def faces_of(file: WordFile, character: str) -> dict[str, str | None]:
    """Return the face of each run of just `character`, by the style of its paragraph."""
    runs = [run for run in file.find("//w:r[not(ancestor::mc:Fallback)]") if text_of(run) == character]
    return {attribute(next(run.iterancestors("{*}p")), "w:pPr/w:pStyle", "val") or "": attribute(
        run, "w:rPr/w:rFonts", "eastAsia") for run in runs}


def test_every_element_sets_its_rare_characters_in_the_nearest_face() -> None:
    assert faces_of(written(a_manuscript(full_of_rare_characters())), "堃") == {
        "OrganMark": "方正小标宋_GBK", "DocumentNumber": "楷体", "DocumentTitle": "方正小标宋_GBK", "Recipients": "仿宋",
        "Body": "仿宋", "AttachmentNote": "仿宋", "AttachmentTitle": "方正小标宋_GBK", "TableNumber": "仿宋", "Colophon": "仿宋"}


def test_the_text_is_the_same_with_and_without_faces_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    manuscript = a_manuscript(full_of_rare_characters())
    with_faces = written(manuscript)
    monkeypatch.setattr("exporters.docx.writer.set_rare_characters", lambda document, styles, faces: ())

    assert text_of(with_faces.xml()) == text_of(written(manuscript).xml())
    assert "周𬀩\t参加。" in text_of(with_faces.xml())


@pytest.mark.parametrize("name", RARE_NAMES)
def test_a_rare_name_stands_whole_in_the_file(name: str) -> None:
    file = written(a_manuscript(a_report(introduction=f"局长{name}主持会议。")))

    assert f"局长{name}主持会议。" in text_of(file.xml())
    assert len(faces_of(file, name[-1])) == 1


@pytest.mark.parametrize("fonts", FONT_SETS)
def test_the_font_table_has_every_face_and_its_relatives(fonts: str) -> None:
    file = written(a_manuscript(full_of_rare_characters()), load_layout(fonts=fonts))
    named = {attribute(run, "w:rPr/w:rFonts", "eastAsia") for run in file.find("//w:r")} - {None}
    listed = {attribute(each, ".", "name"): each for each in file.find("//w:font", FONT_TABLE)}

    assert named <= listed.keys()
    assert all(attribute(listed[each], "w:altName", "val") for each in named)


def test_all_four_slots_name_the_face_and_the_spacing_stays_that_of_the_style() -> None:
    run = next(each for each in written(a_manuscript(full_of_rare_characters())).find("//w:r") if text_of(each) == "㛃")
    slots = run.find("w:rPr/w:rFonts", run.nsmap)
    assert slots is not None

    assert {slots.get(f"{{{run.nsmap['w']}}}{slot}") for slot in ("ascii", "hAnsi", "eastAsia", "cs")} == {"仿宋"}
    assert [etree.QName(each).localname for each in run.find("w:rPr", run.nsmap)] == ["rFonts"]


def test_the_order_of_the_schema_holds() -> None:
    assert disorder(manuscript_bytes(a_manuscript(full_of_rare_characters()), load_layout(), CREATED)) == []


def test_a_report_without_rare_characters_has_no_run_with_a_face_of_its_own() -> None:
    file = written(a_manuscript())

    assert not file.find("//w:r/w:rPr/w:rFonts[@w:eastAsia]")
    assert len(file.find("//w:font", FONT_TABLE)) == 5
