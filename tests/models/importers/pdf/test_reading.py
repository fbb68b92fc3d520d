"""PDF files: lines rejoined to paragraphs, page furniture left out, and a word for what has no text."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pdf_files import Set, a_pdf, from_objects, set_paragraph

from models.errors import UserError
from models.importers.opening import read_lines
from models.importers.pdf import pages
from models.importers.pdf.reading import _read
from models.importers.raw_line import RawText

LONG = "局党组全年研究法治议题六次，会前学法八次，印发年度工作要点，列出二十一项任务，逐项明确责任股室和完成时限，年底全部完成。"
OTHER = "全年作出行政处罚决定一百二十件，其中道路运输七十件、水路运输三十件、工程质量二十件，未发生行政复议纠错案件。"


def read(data: bytes) -> RawText:
    """Return the text of the PDF `data`, read in this process."""
    return _read((data, "报告.pdf"))


def texts(data: bytes) -> list[str]:
    """Return the paragraphs of the PDF `data`."""
    return [line.text for line in read(data).lines]


def test_broken_lines_become_paragraphs_again() -> None:
    page = [
        Set(200, 780, "法治政府建设年度报告", 22), *set_paragraph(LONG, 720), *set_paragraph("一、主要举措和成效", 500),
        *set_paragraph(OTHER, 470),
    ]

    assert texts(a_pdf([page])) == ["法治政府建设年度报告", LONG, "一、主要举措和成效", OTHER]


def test_a_paragraph_goes_on_over_the_page() -> None:
    lines = set_paragraph(LONG + OTHER, 720)
    pages = [lines[:2], [Set(80, 740 - 28 * row, line.text) for row, line in enumerate(lines[2:])]]

    assert texts(a_pdf(pages)) == [LONG + OTHER]


def test_a_heading_as_wide_as_the_page_stays_apart_from_its_paragraph() -> None:
    heading = "三、党政主要负责人履行推进法治建设第一责任人职责情况"
    page = [*set_paragraph(LONG, 760), Set(112, 600, heading), *set_paragraph(OTHER, 572)]

    assert texts(a_pdf([page])) == [LONG, heading, OTHER]


@pytest.mark.parametrize("number", ["— {} —", "-{}-", "{}", "第{}页", "第 {} 页 共 13 页", "{}/13"])
def test_page_numbers_are_left_out_and_listed(number: str) -> None:
    data = a_pdf([[*set_paragraph(LONG, 700), Set(280, 60, number.format(page))] for page in (11, 12, 13)])

    raw = read(data)

    assert [line.text for line in raw.lines] == [LONG, LONG, LONG]
    assert [each.reason for each in raw.left_out] == ["页码，共 3 处"]


def test_running_heads_are_left_out_and_listed() -> None:
    data = a_pdf([[Set(80, 800, "云峰县交通运输局文件"), *set_paragraph(LONG, 700)] for _ in range(4)])

    raw = read(data)

    assert [line.text for line in raw.lines] == [LONG] * 4
    assert raw.left_out[0].reason == "页眉或页脚，共 4 处"


def test_a_figure_alone_in_the_middle_of_a_page_is_text() -> None:
    assert "12" in texts(a_pdf([[*set_paragraph(LONG, 760), Set(280, 500, "12"), *set_paragraph(OTHER, 400)]]))


def test_full_width_figures_stay_as_they_are() -> None:
    assert texts(a_pdf([set_paragraph("罚没款４５.５万元，全部上缴国库。", 700)])) == ["罚没款４５.５万元，全部上缴国库。"]


def test_a_table_is_read_by_rows() -> None:
    rows = [("项目", "件数", "金额"), ("许可", "１２０", "０"), ("处罚", "３６", "４５.５")]
    page = [Set(80 + 150 * column, 700 - 28 * row, cell) for row, cells in enumerate(rows)
            for column, cell in enumerate(cells)]

    assert [line.cells for line in read(a_pdf([page])).lines] == rows


def test_number_and_signatory_in_one_line_are_no_table() -> None:
    page = [Set(80, 740, "云交发〔２０２６〕４号"), Set(400, 740, "签发人：林致远"), *set_paragraph(LONG, 690)]

    assert texts(a_pdf([page]))[0] == "云交发〔２０２６〕４号　签发人：林致远"


def test_a_date_that_the_margin_cuts_is_whole() -> None:
    page = [*set_paragraph(LONG, 760), Set(350, 600, "２０２６年２月１１"), Set(510, 572, "日")]

    assert texts(a_pdf([page]))[-1] == "２０２６年２月１１日"


@pytest.mark.parametrize("rotation", [90, 180, 270])
def test_a_turned_page_is_read_as_it_is_seen(rotation: int) -> None:
    turned = {90: "0 1 -1 0 842 0 cm ", 180: "-1 0 0 -1 595 842 cm ", 270: "0 -1 1 0 0 595 cm "}[rotation]

    assert texts(a_pdf([set_paragraph(LONG, 500)], turned, rotation)) == [LONG]


def test_writing_across_the_page_is_left_out() -> None:
    mark = f"BT /F 40 Tf 0.7 0.7 -0.7 0.7 150 300 Tm <{'内部资料'.encode('utf-16-be').hex()}> Tj ET "

    raw = read(a_pdf([set_paragraph(LONG, 700)], mark))

    assert [line.text for line in raw.lines] == [LONG]
    assert raw.left_out[0].reason == "斜着排的文字，多半是水印"


def test_radicals_become_characters() -> None:
    raw = read(a_pdf([set_paragraph("县⼈⺠政府⼯作部⻔认真落实各项任务。", 700)]))

    assert raw.lines[0].text == "县人民政府工作部门认真落实各项任务。"
    assert "把 4 个写成部首的字换成了汉字" in raw.notes


def test_a_page_that_is_a_picture_is_named() -> None:
    drawn = a_pdf([set_paragraph(LONG, 700), []], "0 0 m 100 100 l S ")

    assert "第 2 页是图片，没有读入" in read(drawn).notes


REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "scanned": (lambda: a_pdf([[], []], "0 0 300 300 re f "), "扫描件"),
    "without anything": (lambda: a_pdf([[]]), "没有文字"),
    "cut": (lambda: a_pdf([set_paragraph(LONG, 700)])[:300], "损坏"),
    "locked": (lambda: from_objects(
        ["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 0/Kids[]>>",
         f"<</Filter/Standard/V 2/R 3/Length 128/P -4/O<{'ab' * 32}>/U<{'cd' * 32}>>>"],
        f"/Encrypt 3 0 R/ID[<{'00' * 16}><{'00' * 16}>]"), "打开密码"),
    "501 pages": (lambda: a_pdf([[]] * 501), "501 页"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_read_is_refused_with_a_word(name: str) -> None:
    make, expected = REFUSED[name]

    with pytest.raises(UserError, match=expected) as refused:
        read(make())
    assert refused.value.advice


def test_a_file_that_takes_too_long_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "SECONDS", 0.0)

    with pytest.raises(UserError, match="太长或太复杂"):
        read(a_pdf([set_paragraph(LONG, 700)] * 3))


def test_a_file_is_read_in_a_process_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "报告.pdf"
    path.write_bytes(a_pdf([set_paragraph(LONG, 700)]))

    assert [line.text for line in read_lines(path).lines] == [LONG]
