from __future__ import annotations

from dataclasses import replace

import pytest

from builders import a_report
from models.domain.place import Place, part_task, picture_field
from models.domain.report import (
    LAST, Attachment, Entry, ExportForm, Part, Picture, PlanTask, Problem, SectionKey, Topic,
)
from models.manuscript.blocks import Block, Heading, Manuscript, Paragraph, PrintedPicture
from models.manuscript.compose import compose
from models.manuscript.new_report import Reuse, new_report
from word_files import a_standard

TABLE = (("类别", "件数"), ("许可", "3"))


def shown(blocks: tuple[Block, ...]) -> list[str]:
    """Return what each block is and says."""
    words = []
    for block in blocks:
        if isinstance(block, PrintedPicture):
            words.append(f"图{block.number}{block.caption}" if block.number else "图")
        elif isinstance(block, (Heading, Paragraph)):
            words.append(block.text[:2])
        else:
            words.append("表")
    return words


def composed(*entries: Entry, attachments: tuple[Attachment, ...] = (), key: SectionKey = SectionKey.MEASURES,
             form: ExportForm = ExportForm.SUBMISSION) -> Manuscript:
    report = replace(a_report(), introduction="", closing="", duties=(), attachments=attachments,
                     parts=(Part("part", key, "部分", entries),))
    return compose(report, a_standard(), form)


def pictures(*places: int) -> tuple[Picture, ...]:
    return tuple(Picture(f"p{number}", b"data", f"甲{place}", after=place) for number, place in enumerate(places))


@pytest.mark.parametrize(("entry", "wanted"), [
    (Topic("t", "小标", "一一\n\n二二", pictures=pictures(0)), ["小标", "图1甲0", "一一", "二二"]),
    (Topic("t", "小标", "一一\n\n二二", pictures=pictures(1)), ["小标", "一一", "图1甲1", "二二"]),
    (Topic("t", "小标", "一一\n二二", table=TABLE, pictures=pictures(2, LAST)),
     ["小标", "一一", "二二", "图1甲2", "表", "图2甲-1"]),
    (Topic("t", "", "一一\n二二", pictures=pictures(0, 1, 1, 9)), ["图1甲0", "一一", "图2甲1", "图3甲1", "二二", "图4甲9"]),
    (Topic("t", "小标", "", pictures=pictures(LAST)), ["小标", "图1甲-1"]),
    (Problem("t", "小标", "一一", "二二", "三三", pictures=pictures(1, LAST)), ["小标", "一一", "图1甲1", "二二", "三三", "图2甲-1"]),
    (PlanTask("t", "小标", "一一", "科室", pictures=pictures(0, LAST)), ["小标", "图1甲0", "一一", "图2甲-1"]),
], ids=["first", "between", "before and behind the table", "without heading", "without text", "problem", "task"])
def test_a_picture_stands_after_its_paragraph(entry: Entry, wanted: list[str]) -> None:
    assert shown(composed(entry).blocks)[1:] == wanted


def test_a_numbered_paragraph_under_a_picture_keeps_its_number() -> None:
    blocks = composed(Topic("t", "", "一一。\n二二", pictures=pictures(0))).blocks

    assert isinstance(blocks[2], Paragraph) and blocks[2].number == "（一）"


@pytest.mark.parametrize("form", ExportForm)
def test_pictures_with_words_are_numbered_through_the_whole_document(form: ExportForm) -> None:
    plain = Picture("x", b"data")
    manuscript = composed(
        Topic("t", "小标", "一一", pictures=(*pictures(0), plain)), Topic("u", "小标", "一一", pictures=pictures(1)),
        attachments=(Attachment("a", "附图", "三三", pictures=(plain, *pictures(LAST))),), form=form)

    assert shown(manuscript.blocks)[1:] == ["小标", "图1甲0", "一一", "图", "小标", "一一", "图2甲1"]
    assert shown(manuscript.attachments[0].blocks) == ["三三", "图", "图3甲-1"]


def test_a_picture_tells_its_place() -> None:
    block = composed(Topic("t", "小标", "一一", pictures=pictures(1))).blocks[-1]

    assert isinstance(block, PrintedPicture)
    assert block.place == Place(part_task("part"), "t", picture_field(0))


@pytest.mark.parametrize(("written", "printed", "start"), [
    ("办件地图", "办件地图", 0), ("图1　办件地图", "办件地图", 3), ("图 2-1：办件地图", "办件地图", 6), (" 办件\n地图 ", "办件 地图", 1),
    ("图书馆", "图书馆", 0), ("图1", "图1", 0), ("照片3", "照片3", 0), ("图2025年办件", "图2025年办件", 0),
])
def test_the_number_is_written_by_the_program_alone(written: str, printed: str, start: int) -> None:
    block = composed(Topic("t", "小标", "一一", pictures=(Picture("p", b"data", written),))).blocks[-1]

    assert isinstance(block, PrintedPicture)
    assert (block.caption, block.number, block.place.start) == (printed, 1, start)


@pytest.mark.parametrize("reuse", [Reuse.HEADINGS, Reuse.TEXTS])
def test_pictures_of_last_year_are_not_taken_over(reuse: Reuse) -> None:
    entries = (Topic("t", "小标", "一一", pictures=pictures(0)), Problem("p", "小标", "一一", pictures=pictures(0)))
    previous = replace(a_report(), parts=(Part("part", SectionKey.MEASURES, "", entries),))

    report = new_report(previous.organ, a_standard(), 2026, previous=previous, reuse=reuse)

    carried = [entry for part in report.parts for entry in part.entries]
    assert [entry.pictures for entry in carried] == [(), ()]
    assert all(entry.carried for entry in carried)
