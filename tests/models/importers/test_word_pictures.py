"""Pictures of Word files: taken to their places with their 图题, or named."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest
from foreign_files import a_package, a_paragraph, a_run

from exporters.docx.writer import write_manuscript
from models.domain.report import LAST, ExportForm, Report, Topic
from models.domain.source_document import ImportedReport
from models.importers.docx.reading import read_word
from models.importers.reading import read_report
from models.layout.loader import load_layout
from models.manuscript.blocks import Block, PrintedPicture
from models.manuscript.compose import compose
from models.samples import sample_report
from models.standards.loader import load_standard
from pictured import a_file, a_picture, a_pictured_report
from word_files import CREATED, a_standard

HEAD = ("云峰县水利局2024年度法治政府建设年度报告", "一、主要举措和成效", "（一）规范执法。全年办理行政处罚案件二十件，均按时公示。")
TAIL = ("二、存在的不足", "（一）力量薄弱。持证执法人员偏少，法制审核人员只有一名。", "三、下一步打算", "（一）加强培训。全年组织培训四次。",
        "云峰县水利局", "2025年1月20日")
ROWS = "".join(f"<w:tc>{a_paragraph(text)}</w:tc>" for text in ("类别", "件数"))
RELATION = ('<Relationship Id="{0}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" '
            'Target="media/{1}"{2}/>')
RELATED = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
RELATIONS = "word/_rels/document.xml.rels"
ONE_FILE: dict[str, str | bytes] = {
    "word/media/a.png": a_file(), RELATIONS: RELATED.format(RELATION.format("a", "a.png", ""))}


def drawn(relation: str, width_mm: int = 80, told: str = "", attribute: str = "embed") -> str:
    """Return a run with the picture behind `relation`."""
    return (f'<w:r><w:drawing><wp:inline xmlns:wp="wp"><wp:extent cx="{width_mm * 36000}" cy="99"/>'
            f'<wp:docPr id="1" name="图" descr="{told}"/><a:blip xmlns:a="a" xmlns:r="r" r:{attribute}="{relation}"/>'
            "</wp:inline></w:drawing></w:r>")


def shown(relation: str, width_mm: int = 80, told: str = "", text: str = "") -> str:
    return a_paragraph(runs=(a_run(text) if text else "") + drawn(relation, width_mm, told))


def read(tmp_path: Path, *body: str, files: dict[str, bytes] | None = None, outside: str = "") -> ImportedReport:
    """Return the report of a Word file whose first part has `body` in it; `files` are its pictures by name."""
    files = {"a.png": a_file()} if files is None else files
    mode = ' TargetMode="External"'
    relations = "".join(RELATION.format(name.partition(".")[0], name, mode * (name == outside)) for name in files)
    parts: dict[str, str | bytes] = {f"word/media/{name}": data for name, data in files.items() if name != outside}
    parts[RELATIONS] = RELATED.format(relations)
    path = tmp_path / "报告.docx"
    text = (*map(a_paragraph, HEAD), *body, *map(a_paragraph, TAIL))
    path.write_bytes(a_package("".join(text), parts))
    return read_report(path, pictures=True)


def topics(imported: ImportedReport) -> list[Topic]:
    return [entry for entry in imported.report.parts[0].entries if isinstance(entry, Topic)]


def notes(imported: ImportedReport) -> list[str]:
    return [note for note in imported.source.cleaned if "图片" in note]


def printed(report: Report) -> list[tuple[str, str, int]]:
    """Return caption, description and width of each picture with the words before it, as printed."""
    manuscript = compose(report, a_standard(), ExportForm.SUBMISSION)
    found, before = [], ""
    blocks: list[Block] = [*manuscript.blocks]
    for attachment in manuscript.attachments:
        blocks += attachment.blocks
    for block in blocks:
        if isinstance(block, PrintedPicture):
            found.append((block.caption, before, block.width))
        before = getattr(block, "text", before)
    return found


def _told_apart(report: Report) -> Report:
    """Return `report` with a number in each paragraph of its parts: no two are the same."""
    numbers = count(1)

    def apart(text: str) -> str:
        return "\n".join(f"第{next(numbers)}季度{line}" for line in text.split("\n")) if text else ""

    parts = tuple(replace(part, entries=tuple(
        replace(entry, text=apart(entry.text)) for entry in part.entries)) for part in report.parts)
    return replace(report, parts=parts)


def test_lines_that_say_the_same_are_told_apart_by_their_order(tmp_path: Path) -> None:
    line, other = a_paragraph("执法现场照片如下。"), a_paragraph("组织检查五次，发现并整改问题三个。")
    imported = read(tmp_path, line, other, line, shown("a"), other)

    assert [each.after for each in topics(imported)[0].pictures] == [4]


def test_what_the_program_wrote_it_reads_back(tmp_path: Path, account: Callable[[ImportedReport], None]) -> None:
    report = a_pictured_report()
    report = _told_apart(replace(report, attachments=report.attachments[:2]))
    manuscript = compose(report, a_standard(), ExportForm.SUBMISSION)
    write_manuscript(manuscript, load_layout(), tmp_path / "图.docx", CREATED)

    imported = read_report(tmp_path / "图.docx", pictures=True)

    account(imported)
    assert notes(imported) == []
    wanted = [(caption, before if caption != "表后的图" else "许可\t12") for caption, before, _ in printed(report)]
    assert [each[:2] for each in printed(imported.report)] == wanted  # a table in the text comes back as lines


@pytest.mark.parametrize("form", ExportForm)
def test_a_picture_in_the_sample_comes_back_as_it_is(form: ExportForm, tmp_path: Path) -> None:
    sample = sample_report()
    part = sample.parts[0]
    picture = replace(a_picture("办件数量变化", 100, 1, id="p"), alternative="折线图")
    report = sample.with_part(replace(part, entries=(replace(part.entries[0], pictures=(picture,)), *part.entries[1:])))
    manuscript = compose(report, load_standard(report.organ.kind), form)
    write_manuscript(manuscript, load_layout(), tmp_path / "a.docx", CREATED)

    back, = read_report(tmp_path / "a.docx", pictures=True).report.parts[0].entries[0].pictures

    assert replace(back, id="p", data=b"") == replace(picture, data=b"")


def test_a_picture_stands_after_its_paragraph_with_width_and_words(tmp_path: Path) -> None:
    imported = read(
        tmp_path, shown("a", told="云峰县地图"), a_paragraph("图1　办件地图"), a_paragraph("此外，组织检查五次，发现问题三个。"))

    topic, = topics(imported)
    picture, = topic.pictures
    assert (picture.after, picture.caption, picture.alternative, picture.width) == (1, "办件地图", "云峰县地图", 80)
    assert topic.text == "全年办理行政处罚案件二十件，均按时公示。\n此外，组织检查五次，发现问题三个。"
    assert notes(imported) == []


def test_a_picture_in_a_line_of_text_stands_behind_it_and_a_wide_one_fits_the_text(tmp_path: Path) -> None:
    imported = read(tmp_path, shown("a", 158, text="组织检查五次，发现并整改问题三个。"))

    picture, = topics(imported)[0].pictures
    assert (picture.after, picture.width) == (2, 0)


@pytest.mark.parametrize("line", ["图1显示，全年办件量上升。", "如图1所示，办件量上升", "图书馆开放日活动情况"])
def test_text_under_a_picture_that_is_no_caption_stays_text(tmp_path: Path, line: str) -> None:
    imported = read(tmp_path, shown("a"), a_paragraph(line), a_paragraph("组织检查五次，发现并整改问题三个。"))

    assert topics(imported)[0].pictures[0].caption == ""
    assert any(line.rstrip("。") in each.text + each.title for each in topics(imported))


def test_the_words_under_a_picture_that_was_refused_stay_text(tmp_path: Path) -> None:
    imported = read(tmp_path, shown("a"), a_paragraph("图1　办件地图"), files={"a.emf": b"x"})

    assert "图1　办件地图" in topics(imported)[0].text


@pytest.mark.parametrize(("files", "outside", "wanted"), [
    ({"a.emf": b"x"}, "", "图片 1 张没有读入：不是 PNG 或 JPG（a.emf），请另存为 PNG 后在程序里插入"),
    ({"a.png": b"GIF89a"}, "", "有图片没有读入：“a.png”不是 PNG 或 JPEG 图片。"),
    ({"a.png": a_file()[:200]}, "", "有图片没有读入：“a.png”已经损坏，读不出来。"),
    ({"a.png": bytes(11 * 1024 * 1024)}, "", "有图片没有读入：“a.png”有 11.0 MB，超过了一张图片 10 MB 的上限。"),
    ({"a.png": b""}, "a.png", "有图片没有读入：文件里缺了它的内容。"),
    ({}, "", "有图片没有读入：文件里缺了它的内容。"),
], ids=["emf", "no png", "damaged", "heavy", "outside", "missing"])
def test_what_cannot_be_taken_is_named(tmp_path: Path, files: dict[str, bytes], outside: str, wanted: str) -> None:
    imported = read(tmp_path, shown("a"), files=files, outside=outside)

    assert [note for note in notes(imported) if "没有读入" in note] == [wanted]
    assert topics(imported)[0].pictures == ()


def test_a_picture_without_a_place_is_counted(tmp_path: Path) -> None:
    cells = f"<w:tc>{a_paragraph('许可')}</w:tc><w:tc>{shown('a', text='3')}</w:tc>"
    table = f"<w:tbl><w:tr>{ROWS}</w:tr><w:tr>{cells}</w:tr></w:tbl>"
    path = tmp_path / "章.docx"
    text = (shown("a"), *map(a_paragraph, HEAD), table, *map(a_paragraph, TAIL), shown("a"))
    path.write_bytes(a_package("".join(text), ONE_FILE))

    imported = read_report(path, pictures=True)

    assert notes(imported) == ["图片 1 张没有读入", "图片 2 张没有读入：不在各部分的正文和附件里"]
    assert all(not entry.pictures for part in imported.report.parts for entry in part.entries)


def test_beyond_thirty_the_others_are_counted(tmp_path: Path) -> None:
    imported = read(tmp_path, *(shown("a") for _ in range(33)), files={"a.png": a_file(40, 30)})

    assert len(topics(imported)[0].pictures) == 30
    assert notes(imported) == ["图片太多，后面的 3 张没有读入"]


def test_pictures_of_an_attachment_come_to_it(tmp_path: Path) -> None:
    path = tmp_path / "附.docx"
    table = f"<w:tbl><w:tr>{ROWS}</w:tr><w:tr>{ROWS}</w:tr></w:tbl>"
    behind = ("附件1", "执法现场照片"), ("附件2", "办件统计表")
    text = (*map(a_paragraph, (*HEAD, *TAIL)), *map(a_paragraph, behind[0]), shown("a"), a_paragraph("图1 检查现场"),
            *map(a_paragraph, behind[1]), table, shown("a"))
    path.write_bytes(a_package("".join(text), ONE_FILE))

    first, second = read_report(path, pictures=True).report.attachments

    assert [(each.caption, each.after) for each in first.pictures] == [("检查现场", 0)]
    assert [(each.caption, each.after) for each in second.pictures] == [("", LAST)]


def test_pictures_that_are_not_wanted_cost_nothing_and_are_counted(tmp_path: Path) -> None:
    read(tmp_path, shown("a"))
    raw = read_word(tmp_path / "报告.docx")

    assert raw.pictures == () and raw.notes == ("图片 1 张没有读入",)


def test_a_deleted_picture_is_not_taken(tmp_path: Path) -> None:
    deleted = a_paragraph(runs=f"<w:del>{drawn('a')}</w:del>")

    assert topics(read(tmp_path, deleted))[0].pictures == ()
