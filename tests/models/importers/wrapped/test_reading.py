"""Paragraphs broken into the lines of a page come together again; those of a whole file are left as they are."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from foreign_files import a_package, a_paragraph
from models.importers import read_report
from models.importers.opening import Pasted, read_lines
from models.importers.raw_line import RawLine, RawText
from models.importers.wrapped.reading import unwrapped

PARAGRAPHS = (
    "云峰县水务局2024年度法治政府建设年度报告",
    "2024年，云峰县水务局以习近平法治思想为指导，认真落实法治政府建设各项任务，推动水务工作在法治轨道上运行。现将有关情况报告如下：",
    "一、2024年度推进法治政府建设的主要举措和成效",
    "（一）加强组织领导，压实工作责任。局党组全年研究法治工作6次，制定年度工作要点，把38项任务分解到9个股室，每季度通报一次进展。",
    "（二）规范行政执法。全年检查取用水单位126家次，立案查处23件，其中非法采砂9件、侵占河道8件、无证取水6件，罚款31.5万元。案件全部公示，"
    "没有被复议纠错。",
    "二、存在的不足和原因",
    "执法力量还不够强，9个水管站中有4个没有专职执法人员，主要原因是编制多年没有增加，新进人员培训跟不上。",
    "三、2025年主要安排",
    "上半年招录执法人员4名，组织两期执法培训，修订行政处罚裁量基准，年底前对全部水管站的执法案卷评查一次。",
)
INDENTED = tuple(text if number == 0 else f"　　{text}" for number, text in enumerate(PARAGRAPHS))


def broken(paragraphs: Iterable[str], width: int = 30) -> list[str]:
    """Return `paragraphs` broken into lines of `width` characters."""
    return [line[start:start + width] for line in paragraphs for start in range(0, len(line), width)]


def printed(paragraphs: Iterable[str], width: int = 56) -> list[str]:
    """Return `paragraphs` broken as a page is: figures half as wide, no mark at the beginning of a line."""
    lines: list[str] = []
    for text in paragraphs:
        line = ""
        for token in re.findall(r"[“《（]?(?:[\d.]+|.)[，。；：、）》”]*", text):
            if sum(1 + (letter >= "\u2000") for letter in line + token) > width:
                lines.append(line)
                line = ""
            line += token
        lines.append(line)
    return lines


def read(lines: Iterable[str]) -> list[str]:
    """Return the paragraphs, without indents, that `lines` are read as."""
    raw = unwrapped(RawText(tuple(RawLine(line) for line in lines)))
    return [line.text.strip("　 ") for line in raw.lines if line.text.strip("　 ")]


@pytest.mark.parametrize("lay", [broken, printed])
@pytest.mark.parametrize("paragraphs", [PARAGRAPHS, INDENTED], ids=["flush", "indented"])
@pytest.mark.parametrize("width", [26, 28, 30, 34, 38])
def test_broken_paragraphs_come_together(
    lay: Callable[[Iterable[str], int], list[str]], paragraphs: tuple[str, ...], width: int
) -> None:
    lines = lay(paragraphs, width if lay is broken else 2 * width)

    assert read(lines) == list(PARAGRAPHS)


def test_parts_called_chapters_stay_apart() -> None:
    paragraphs = [re.sub("^(.)、", "第\\1部分　", text) for text in PARAGRAPHS]

    assert read(broken(paragraphs)) == paragraphs


@pytest.mark.parametrize("paragraphs", [PARAGRAPHS, INDENTED], ids=["flush", "indented"])
@pytest.mark.parametrize("numbers", ["— {} —", "- {} -", "{}", "第 {} 页", "第{}页 共9页", "{} / 9"])
def test_page_numbers_between_the_lines_are_left_out(paragraphs: tuple[str, ...], numbers: str) -> None:
    lines = broken(paragraphs)
    for number, place in enumerate((3, 8, 13), start=1):
        lines.insert(place, numbers.format(number))
    raw = unwrapped(RawText(tuple(RawLine(line) for line in lines)))

    assert [line.text.strip("　") for line in raw.lines] == list(PARAGRAPHS)
    assert [each.reason for each in raw.left_out] == ["页码，共 3 处"]


def test_running_heads_are_left_out() -> None:
    lines = broken(PARAGRAPHS)
    for number, place in enumerate((5, 11, 17), start=1):
        lines[place:place] = ["", f"— {number} —", "", "云峰县水务局2024年度报告", ""]
    raw = unwrapped(RawText(tuple(RawLine(line) for line in lines)))

    assert [line.text for line in raw.lines] == list(PARAGRAPHS)
    assert [each.reason for each in raw.left_out] == ["页码，共 3 处", "页眉或页脚，共 3 处"]


def test_empty_lines_after_every_line_part_no_paragraphs() -> None:
    assert read(text for line in broken(PARAGRAPHS) for text in (line, "")) == list(PARAGRAPHS)


def test_empty_lines_between_paragraphs_stay() -> None:
    lines = [text for paragraph in PARAGRAPHS for text in (*broken([paragraph]), "")]
    raw = unwrapped(RawText(tuple(RawLine(line) for line in lines)))

    assert [line.text for line in raw.lines] == [text for paragraph in PARAGRAPHS for text in (paragraph, "")]


def test_sentences_broken_anywhere_else_come_together_too() -> None:
    lines = broken(PARAGRAPHS)
    place = next(place for place, line in enumerate(lines) if "没有被复议纠错" in line)
    lines[place:place + 1] = [lines[place][:6], lines[place][6:]]

    assert read(lines) == list(PARAGRAPHS)


def test_each_block_is_told_by_itself() -> None:
    mixed = [*PARAGRAPHS, *broken(PARAGRAPHS[3:5], 28), *PARAGRAPHS[5:7], *broken(PARAGRAPHS[1:5], 36)]

    assert read(mixed) == [*PARAGRAPHS, *PARAGRAPHS[3:5], *PARAGRAPHS[5:7], *PARAGRAPHS[1:5]]


@pytest.mark.parametrize("lines", [
    PARAGRAPHS,
    INDENTED,
    [f"《云峰县第{number}批行政规范性文件清理目录》" for number in range(10, 30)],
    [f"受理行政复议案件{number}件，审结行政复议案件{number}件" for number in range(10, 30)][:2],
    ["（一）加强党对法治政府建设工作的领导，健全机制", "全年研究法治工作6次。"] * 6,
    ["推进依法行政，建设法治政府，服务高质量发展大局；"] * 8,
    [f"{number}. 加强行政执法规范化建设，提高执法人员能力" for number in range(1, 12)],
    ["序号\t单位名称\t行政检查次数，含双随机\t行政处罚件数"] * 8,
], ids=["report", "indented", "titles", "two lines", "headings", "list", "numbered list", "table"])
def test_what_no_margin_has_cut_stays(lines: list[str]) -> None:
    raw = RawText(tuple(RawLine(line) for line in lines))

    assert unwrapped(raw) is raw


def test_what_closes_the_report_stays_apart() -> None:
    ending = ["特此报告。", "云峰县水务局", "2025年1月20日"]
    full = "全年没有发生因执法不当引起的行政复议和行政诉讼案件，群众满意。"

    assert len(full) == 31
    assert read([*broken(PARAGRAPHS, 31), full, *ending]) == [*PARAGRAPHS, full, *ending]


def test_file_pasted_text_word_file_and_web_page_are_read_alike(tmp_path: Path) -> None:
    lines = broken(PARAGRAPHS)
    text = tmp_path / "报告.txt"
    text.write_text("\n".join(lines), encoding="utf-8")
    word = tmp_path / "报告.docx"
    word.write_bytes(a_package("".join(map(a_paragraph, lines))))
    page = Pasted("", f"<html><body><div>{'<br>'.join(lines)}</div></body></html>")

    for source in (text, word, Pasted("\n".join(lines)), page):
        assert [line.text for line in read_lines(source).lines if line.text] == list(PARAGRAPHS)


def test_nothing_of_broken_lines_is_lost(tmp_path: Path) -> None:
    lines = broken(PARAGRAPHS)
    lines.insert(7, "— 1 —")
    path = tmp_path / "报告.txt"
    path.write_text("\n".join(lines), encoding="utf-8")
    imported = read_report(path)

    kept = "".join(paragraph.text for paragraph in imported.source.paragraphs)
    assert kept == "".join(PARAGRAPHS)
    assert "— 1 —" in [each.text for each in imported.source.left_out]
    assert any("断开" in note for note in imported.source.cleaned)


def test_many_lines_of_many_widths_cost_little() -> None:
    lines = [line for width in range(20, 55) for line in broken(PARAGRAPHS * 12, width)]

    assert read(lines)
