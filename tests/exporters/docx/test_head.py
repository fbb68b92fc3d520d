"""版头, 标题 and 主送机关 in the Word file."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import a_report
from exporters.page_one import gaps_of
from models.layout.layout import Layout
from models.layout.loader import load_layout
from models.manuscript.blocks import Manuscript, ManuscriptHead
from word_files import WordFile, a_manuscript, attribute, text_of, written

LAYOUTS = [load_layout("常用"), load_layout("33476.2")]
BY_PROFILE = pytest.mark.parametrize("layout", LAYOUTS, ids=["9704", "33476.2"])


def with_head(**changes: object) -> Manuscript:
    manuscript = a_manuscript()
    assert manuscript.head is not None
    return replace(manuscript, head=replace(manuscript.head, **changes))


def red_line_offset_mm(file: WordFile) -> float:
    return int(file.find("//wp:positionV[@relativeFrom='paragraph']/wp:posOffset")[0].text or "") / 36000


@BY_PROFILE
def test_the_mark_begins_72_millimetres_below_the_papers_edge(layout: Layout) -> None:
    mark, = written(a_manuscript(), layout).paragraphs("OrganMark")

    before, line = (int(attribute(mark, "w:pPr/w:spacing", name) or 0) for name in ("before", "line"))
    ink = layout.measures.top_margin_twips + before + (0.8 - layout.measures.mark_ink_share) * line
    assert ink / 56.6929 == pytest.approx(72, abs=0.1)
    assert text_of(mark) == "云峰县交通运输局文件"
    assert attribute(mark, "w:pPr/w:spacing", "after") == str(gaps_of(a_manuscript(), layout).under_mark)


def test_the_lines_above_do_not_move_the_mark() -> None:
    plain, = written(a_manuscript()).paragraphs("OrganMark")
    marked = written(with_head(copy_number="000001", secrecy="机密★1年", urgency="特急"))
    below, = marked.paragraphs("OrganMark")

    before = int(attribute(below, "w:pPr/w:spacing", "before") or 0) + 3 * 579
    assert before == int(attribute(plain, "w:pPr/w:spacing", "before") or 0)
    assert [text_of(each) for each in marked.paragraphs("CopyNumber")] == ["000001"]
    assert [text_of(each) for each in marked.paragraphs("SecrecyUrgency")] == ["机密★1年", "特急"]


def test_the_secrecy_level_keeps_to_line_two_without_a_copy_number() -> None:
    level, = written(with_head(secrecy="秘密")).paragraphs("SecrecyUrgency")

    assert attribute(level, "w:pPr/w:spacing", "before") == "579"


@pytest.mark.parametrize(("mark", "half_points", "scale"), [
    ("云峰县交通运输局文件", "85", None), ("湘西土家族苗族自治州交通运输局文件", "80", "62"), ("云峰县文件", "124", None),
])
def test_the_mark_is_sized_to_fit_one_line(mark: str, half_points: str, scale: str | None) -> None:
    paragraph, = written(with_head(issuing_organ_mark=mark)).paragraphs("OrganMark")

    assert attribute(paragraph, "w:r/w:rPr/w:sz", "val") == half_points
    assert attribute(paragraph, "w:r/w:rPr/w:w", "val") == scale


def test_number_stands_left_and_signatory_right_with_the_name_in_kai() -> None:
    line, = written(a_manuscript()).paragraphs("DocumentNumber")

    assert text_of(line) == "云交〔2026〕4号\t签发人：林致远"
    tab = "w:pPr/w:tabs/w:tab"
    assert (attribute(line, tab, "val"), attribute(line, tab, "pos")) == ("right", str(8844 - 315))
    last = line.findall("w:r", {"w": line.nsmap["w"]})[-1]
    assert (text_of(last), attribute(last, "w:rPr/w:rStyle", "val")) == ("林致远", "KaiCharacters")


def test_several_signatories_stand_two_a_line_and_the_number_on_the_last() -> None:
    lines = written(with_head(signatories=("林致远", "周文", "欧阳子健"))).paragraphs("DocumentNumber")

    assert [text_of(line) for line in lines] == ["\t签发人：林致远\t周文", "云交〔2026〕4号\t\t欧阳子健"]
    stops = [[tab.get(tab.tag.replace("tab", "pos")) for tab in line.iter("{*}tab") if tab.get(
        tab.tag.replace("tab", "pos"))] for line in lines]
    assert stops[0] == stops[1]
    label, first, second = (int(stop or 0) for stop in stops[0])
    assert first - label == 4 * 315
    assert second - first == 5 * 315
    assert second + 4 * 315 == 8844 - 315


@BY_PROFILE
def test_the_red_line_is_156_by_4_millimetres_under_the_number(layout: Layout) -> None:
    file = written(a_manuscript(), layout)

    glyph_bottom_mm = (layout.measures.line_pitch_twips / 20 * 0.8 + 0.14 * 16) / 72 * 25.4
    upper_edge_mm = red_line_offset_mm(file) - 0.25
    assert upper_edge_mm - glyph_bottom_mm == pytest.approx(4, abs=0.02)
    extent, = file.find("//wps:wsp[wps:cNvCnPr]/wps:spPr/a:xfrm/a:ext")
    assert int(extent.get("cx", "0")) / 36000 == pytest.approx(156, abs=0.05)
    assert [each.get("val") for each in file.find("//a:ln/a:solidFill/a:srgbClr")] == ["FF0000"]


def test_the_red_line_is_there_for_old_programs_too() -> None:
    file = written(a_manuscript())

    line, = file.find("//mc:Fallback//v:line")
    assert line.get("strokecolor") == "#FF0000"
    assert line.get("to", "").startswith("442.2pt")
    assert len(file.find("//mc:AlternateContent[mc:Choice/@Requires='wps'][mc:Fallback]")) == 2


def test_the_title_is_one_paragraph_with_broken_lines() -> None:
    title, = written(a_manuscript()).paragraphs("DocumentTitle")

    assert text_of(title) == "云峰县交通运输局\n2025年度法治政府建设年度报告"
    assert attribute(title, "w:pPr/w:spacing", "before") == str(2 * 579)


def test_recipients_stand_one_line_under_the_title_and_end_in_a_full_width_colon() -> None:
    recipients, = written(a_manuscript()).paragraphs("Recipients")

    assert text_of(recipients) == "中共云峰县委、云峰县人民政府："
    assert attribute(recipients, "w:pPr/w:spacing", "before") == str(gaps_of(a_manuscript(), LAYOUTS[0]).under_title)


def test_without_recipients_the_text_keeps_the_distance() -> None:
    file = written(replace(a_manuscript(), main_recipients=""))

    first = file.paragraphs("Body")[0]
    assert attribute(first, "w:pPr/w:spacing", "before") == str(gaps_of(a_manuscript(), LAYOUTS[0]).under_title)
    assert not file.paragraphs("Recipients")


def test_without_a_head_there_is_no_red() -> None:
    file = written(replace(a_manuscript(), head=None))

    assert b"FF0000" not in file.parts["word/document.xml"]
    assert not file.paragraphs("OrganMark") and not file.paragraphs("DocumentNumber")


def test_a_head_with_nothing_in_it_is_written_too() -> None:
    file = written(replace(a_manuscript(), head=ManuscriptHead()))

    assert [text_of(each) for each in file.paragraphs("DocumentNumber")] == [""]


def test_characters_word_cannot_hold_do_not_spoil_the_file() -> None:
    report = a_report(introduction="甲\x00乙\x0b丙\ud800丁<&>\"\ufffe")

    assert text_of(written(a_manuscript(report)).paragraphs("Body")[0]) == "甲乙丙丁<&>\""
