from __future__ import annotations

from base64 import b64decode
from dataclasses import replace

from exporters.web.html import html_bytes, html_fragment
from exporters.web.plain_text import plain_text
from lxml import html
from models.layout.loader import load_words
from models.manuscript.blocks import Manuscript, Paragraph, PrintedPicture
from pictured import a_file
from word_files import a_manuscript

PHOTO = PrintedPicture(a_file(kind="JPEG"), "办案现场", 1, "两名执法人员", 78, 800, 500)
MAP = replace(PHOTO, data=a_file(), caption="", number=0, alternative="办件地图", width=0)
BARE = replace(MAP, alternative="")


def a_document() -> Manuscript:
    return replace(a_manuscript(), blocks=(Paragraph("甲。"), PHOTO, MAP, BARE, Paragraph("乙。")))


def test_a_page_holds_its_pictures_in_itself() -> None:
    page = html.document_fromstring(html_bytes(a_document(), load_words()))
    images = list(page.iter("img"))

    assert [each.get("alt") for each in images] == ["两名执法人员", "办件地图", ""]
    assert [each.get("style").split(";")[0] for each in images] == ["width:50%", "width:100%", "width:100%"]
    for image, shown in zip(images, (PHOTO, MAP, BARE), strict=True):
        kind, _, data = image.get("src").partition(";base64,")
        assert kind == ("data:image/jpeg" if shown is PHOTO else "data:image/png")
        assert b64decode(data) == shown.data
    assert images[0].getparent().getnext().text == "图1　办案现场"


def test_the_clipboard_gets_the_pictures_too() -> None:
    assert html_fragment(a_document(), load_words()).count("data:image/") == 3


def test_plain_text_names_the_pictures() -> None:
    lines = [line.strip("　") for line in plain_text(a_document(), load_words()).split("\n")]
    at = lines.index("甲。")

    assert [line for line in lines[at:] if line][:5] == ["甲。", "[图1：办案现场]", "[图：办件地图]", "[图]", "乙。"]
