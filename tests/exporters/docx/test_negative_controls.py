"""The known faults of other programs (specification §6, negative controls) are not among ours."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from benchmarks.negative_controls import CONTROLS, Control, planted, seen_in_words, the_document
from exporters.docx.writer import manuscript_bytes
from models.layout.loader import PROFILES, load_layout
from models.manuscript.title_lines import break_title
from word_files import CREATED, a_long_report, a_manuscript, text_of, written


@pytest.fixture(params=PROFILES)
def whole(request: pytest.FixtureRequest) -> str:
    file = written(a_manuscript(a_long_report()), load_layout(request.param))
    return b"".join(data for name, data in file.parts.items() if name.startswith("word/")).decode()


@pytest.mark.parametrize("fault", [
    r'w:line="580"', r'w:footer="1587"', r'<w:spacing w:val="-4"/>', r"\[2026\]", r"〕0\d*号", r"年0\d月|月0\d日",
    r"（[一二三四五六七八九十]+）、", r">[0-9]+、", r"linesAndChars", r"Theme=", r"此页无正文", r"[\u4e00-\u9fff]:<",
    r"[-－] *</w:t>", r"compressPunctuation",
], ids=["pitch 580", "footer 1587", "spacing -4", "square brackets", "leading zero", "zero in date", "（一）、", "1、",
        "character grid", "theme font", "此页无正文", "half colon", "hyphen as dash", "compressed marks"])
def test_a_known_fault_is_not_produced(whole: str, fault: str) -> None:
    assert re.search(fault, whole) is None


def test_the_red_line_is_not_150_millimetres(whole: str) -> None:
    assert 'cx="5615940"' in whole or 'cx="5616000"' in whole
    assert 'cx="5400000"' not in whole


def test_no_title_line_begins_with_de() -> None:
    for title in ("××县交通运输局关于2025年度推进法治政府建设工作有关情况的报告", a_long_report().head.title):
        assert not any(line.startswith("的") for lines in break_title(title) for line in lines)


def test_attachment_titles_and_note_agree() -> None:
    file = written(a_manuscript(a_long_report()))

    notes = [re.sub(r"^(附件：)?\d+\.", "", text_of(each)) for each in file.paragraphs("AttachmentNote")]
    assert notes == [text_of(each).replace("\n", "") for each in file.paragraphs("AttachmentTitle")]


@pytest.mark.parametrize("name", ["[2026]", "〔2026〕01号", "主送用半角冒号", "（一）、", "15～30%", "附件标题与附件说明不同"])
def test_a_fault_planted_in_the_words_is_caught_when_the_file_is_read_again(name: str, tmp_path: Path) -> None:
    data = manuscript_bytes(the_document().manuscript, load_layout(), CREATED)
    control = next(each for each in CONTROLS if each.name == name)
    good, bad = tmp_path / "good.docx", tmp_path / "bad.docx"
    good.write_bytes(data)
    bad.write_bytes(planted(data, control))

    assert seen_in_words(bad) - seen_in_words(good)


@pytest.mark.parametrize("control", CONTROLS, ids=lambda each: each.name)
def test_every_control_finds_its_place_in_the_file(control: Control) -> None:
    data = manuscript_bytes(the_document().manuscript, load_layout(), CREATED)

    assert planted(data, control) != data
