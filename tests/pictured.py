"""Pictures and reports with pictures, for tests."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from io import BytesIO
from typing import Any

from PIL import Image, ImageDraw

from models.domain.report import LAST, Attachment, Part, Picture, PlanTask, Problem, Report, SectionKey, Topic
from models.importers.picture import read_picture
from word_files import a_long_report

LINE = "全面推进依法行政，健全重大行政决策程序，把合法性审查作为必经环节，全年审查行政规范性文件二十六件。"


@cache
def a_file(width: int = 800, height: int = 500, kind: str = "PNG", colour: str = "steelblue", **saved: Any) -> bytes:
    """Return a picture file of `width` by `height` pixels: a frame and a diagonal; `saved` goes to the encoder."""
    image = Image.new("RGB", (width, height), "white")
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, width - 1, height - 1), outline=colour, width=max(1, min(width, height) // 20))
    draw.line((0, 0, width, height), fill=colour, width=max(1, min(width, height) // 40))
    stream = BytesIO()
    image.save(stream, kind, **saved)
    return stream.getvalue()


def a_picture(caption: str = "", width: int = 0, after: int = LAST, size: tuple[int, int] = (800, 500),
              id: str = "p1") -> Picture:
    """Return a picture of `size` pixels as it is taken in."""
    return replace(
        read_picture(a_file(*size), "图.png"), id=id, caption=caption, alternative="", width=width, after=after)


def a_pictured_report() -> Report:
    """Return a long report with pictures of all shapes: wide and tall, first and last, with 图题 and without."""
    report = a_long_report()
    text = "\n".join([LINE] * 3)
    shapes = [
        Topic("t-wide", "行政执法", text, pictures=(
            a_picture("行政执法案件数量变化", after=1, id="a"), a_picture("", 60, 1, id="b"))),
        Topic("t-tall", "政务公开", text, pictures=(a_picture("政务公开栏目", after=0, size=(600, 2400), id="c"),)),
        Topic("t-small", "", text, table=(("类别", "件数"), ("许可", "12")), pictures=(
            a_picture("办件地图" * 12, 90, 3, size=(300, 300), id="d"), a_picture("表后的图", 40, id="e"))),
        *(Topic(f"t{number}", f"第{number}项工作", text, pictures=(
            a_picture(f"现场{number}", 100 + 7 * number, 2, id=f"f{number}"),)) for number in range(6)),
    ]
    parts = list(report.parts)
    parts[0] = replace(parts[0], entries=(*shapes, *parts[0].entries))
    parts.append(Part("pp", SectionKey.PROBLEMS, entries=(
        Problem("pr", "力量不足", LINE, LINE, LINE, pictures=(a_picture("编制与案件", 80, 1, id="g"),)),)))
    parts.append(Part("pl", SectionKey.PLAN, entries=(
        PlanTask("pt", "补充力量", LINE, "法规科", pictures=(a_picture("路线", 50, id="h"),)),)))
    attachments = (
        Attachment("x1", "办案现场照片", "", pictures=tuple(
            a_picture(f"照片{number}", id=f"i{number}") for number in range(4))),
        Attachment("x2", "组织机构图", LINE, landscape=True, pictures=(
            a_picture("组织机构", size=(1200, 700), id="j"), a_picture("", size=(200, 1600), id="k"))),
        Attachment("x3", "整页的图", "", pictures=(a_picture("整页", size=(700, 1500), id="l"),)),
    )
    return replace(report, parts=tuple(parts), attachments=attachments)
