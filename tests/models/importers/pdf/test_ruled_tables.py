"""Tables in PDF files that have lines around their cells."""

from __future__ import annotations

from pdf_files import Set, a_pdf, set_paragraph

from models.importers.pdf.reading import _read

TEXT = "全年作出行政处罚决定一百二十件，其中道路运输七十件、水路运输三十件、工程质量二十件，未发生行政复议纠错案件。"


def line(left: float, bottom: float, right: float, top: float) -> str:
    """Return what draws a line."""
    return f"{left} {bottom} m {right} {top} l S "


def lines(data: bytes) -> list[tuple[str, tuple[str, ...]]]:
    """Return text and cells of each line of the PDF `data`."""
    return [(each.text, each.cells) for each in _read((data, "报告.pdf")).lines]


def test_cells_of_several_rows_are_one_cell_each() -> None:
    level = "".join(line(80, y, 380, y) for y in (600, 540, 500))
    drawn = level + "".join(line(x, 500, x, 600) for x in (80, 230, 380))
    page = [*set_paragraph(TEXT, 760), Set(100, 580, "行政检查"), Set(100, 550, "（次）"), Set(245, 565, "行政处罚"),
            Set(100, 515, "５６０"), Set(300, 515, "７０"), *set_paragraph(TEXT, 450)]

    assert lines(a_pdf([page], drawn)) == [
        (TEXT, ()), ("行政检查（次）\t行政处罚", ("行政检查（次）", "行政处罚")), ("５６０\t７０", ("５６０", "７０")), (TEXT, ()),
    ]


def test_cells_without_a_line_between_them_are_one() -> None:
    drawn = "".join((
        line(80, 600, 380, 600), line(180, 560, 380, 560), line(80, 520, 380, 520), line(80, 520, 80, 600),
        line(180, 520, 180, 600), line(280, 520, 280, 560), line(380, 520, 380, 600),
    ))
    page = [Set(100, 555, "门类"), Set(230, 575, "件数"), Set(190, 535, "许可"), Set(290, 535, "处罚"),
            *set_paragraph(TEXT, 450)]

    assert [cells for _, cells in lines(a_pdf([page], drawn))][:2] == [("门类", "件数"), ("", "许可", "处罚")]


def test_a_frame_and_separators_are_no_table() -> None:
    drawn = "60 400 480 400 re S " + line(60, 700, 540, 700)

    assert lines(a_pdf([set_paragraph(TEXT, 760)], drawn)) == [(TEXT, ())]
