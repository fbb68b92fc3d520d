"""信函格式 in the Word file (10.1)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from builders import a_report
from models.layout.layout import TWIPS_PER_MM
from models.layout.letter import letter_page
from models.layout.loader import PROFILES, load_layout
from models.manuscript.blocks import Manuscript
from word_files import WordFile, a_manuscript, attribute, text_of, written


def a_letter(**changes: Any) -> Manuscript:
    report = a_report()
    return a_manuscript(replace(report, head=replace(report.head, letter=True, **changes)))


def offsets_mm(file: WordFile) -> list[float]:
    found = file.find("//wp:positionV[@relativeFrom='page']/wp:posOffset")
    return [int(each.text or "") / 36000 for each in found]


@pytest.mark.parametrize("profile", PROFILES)
def test_the_double_lines_are_where_the_standard_wants_them(profile: str) -> None:
    layout = load_layout(profile)
    page = letter_page("云峰县交通运输局", layout.measures)
    file = written(a_letter(), layout)

    assert offsets_mm(file)[1:] == pytest.approx([rule.top_mm + rule.weight_mm / 2 for rule in page.rules], abs=0.01)
    thick, thin, low_thin, low_thick = page.rules
    assert thick.weight_mm > thin.weight_mm and low_thick.weight_mm > low_thin.weight_mm
    assert low_thick.top_mm + low_thick.weight_mm == pytest.approx(277, abs=0.01)
    widths = {each.get("cx") for each in file.find("//wp:anchor[wp:docPr/@name='红色双线']/wp:extent")}
    assert widths == {"6120000"}


@pytest.mark.parametrize("profile", PROFILES)
def test_the_first_line_keeps_its_distance_from_the_rule(profile: str) -> None:
    layout = load_layout(profile)
    measures, page = layout.measures, letter_page("云峰县交通运输局", layout.measures)
    first = written(a_letter(copy_number="000001"), layout).paragraphs("CopyNumber")[0]

    before = int(attribute(first, "w:pPr/w:spacing", "before") or 0)
    frame = before + measures.top_margin_twips + 0.8 * measures.line_pitch_twips - 0.86 * 320
    lower_edge = page.rules[1].top_mm + page.rules[1].weight_mm
    assert frame / TWIPS_PER_MM - lower_edge == pytest.approx(4.84, abs=0.05)
    assert text_of(first).endswith("000001\t云交〔2026〕4号")
    assert attribute(first, "w:pPr/w:tabs/w:tab", "pos") == "8844"


def test_the_mark_stands_above_the_text_without_file_and_signatory() -> None:
    file = written(a_letter())
    mark, = file.paragraphs("OrganMark")

    assert text_of(mark) == "云峰县交通运输局"
    assert offsets_mm(file)[0] == pytest.approx(30, abs=0.5)
    assert "签发人" not in text_of(file.xml())


def test_page_one_bears_no_number_and_the_colophon_no_rule() -> None:
    file = written(a_letter())

    assert len(file.find("//w:sectPr/w:titlePg")) == 1
    assert not file.find("//w:sectPr/w:footerReference[@w:type='first']")
    assert not file.find("//w:txbxContent//w:tblBorders/*[@w:val='single']")
    assert "印发" not in text_of(file.xml())
    assert "抄送" in text_of(file.xml())


def test_a_draft_of_a_letter_bears_its_mark_on_page_one_too() -> None:
    kinds = {each.get(f"{{{each.nsmap['w']}}}type") for each in written(
        replace(a_letter(), draft_mark="草稿")).find("//w:sectPr/w:headerReference")}

    assert kinds == {"default", "even", "first"}


def test_pre_printed_paper_of_a_letter_keeps_the_room() -> None:
    plain, bare = written(a_letter()), written(a_letter(preprinted=True))

    assert b"FF0000" not in bare.parts["word/document.xml"]
    assert [attribute(each, "w:pPr/w:spacing", "before") for each in bare.paragraphs("CopyNumber")] == \
        [attribute(each, "w:pPr/w:spacing", "before") for each in plain.paragraphs("CopyNumber")]
