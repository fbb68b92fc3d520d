"""Web pages: the article is read, what stands around it is left out and listed, nothing is fetched."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.errors import UserError
from models.importers import read_report
from models.importers.opening import Pasted, read_lines
from models.importers.raw_line import RawText

TITLE = "云峰县交通运输局2025年法治政府建设年度报告"
BODY = "局党组全年研究法治议题6次，会前学法8次，印发年度工作要点，逐项明确责任股室和完成时限。"
PAGE = f"""<!DOCTYPE html><html><head><meta charset="{{charset}}"><title>{TITLE} - 云峰县人民政府</title>
<style>p {{{{ margin: 0 }}}}</style><script>var text = "一、这不是正文。";</script></head><body>
<div class="top"><ul><li><a href="/">首页</a></li><li><a href="/gk">政务公开</a></li></ul></div>
<div class="crumbs">您现在的位置：<a>首页</a> &gt; <a>法治政府建设</a></div>
<div class="wrap"><h1>{TITLE}</h1><div id="zoom">
<p>&emsp;&emsp;{BODY}</p><h2>一、主要举措和成效</h2><p><strong>（一）加强领导。</strong>{BODY}</p>
<table><tr><td>项目</td><td>件数</td></tr><tr><td>许可</td><td>120</td></tr></table>
<h2>二、存在的不足和原因</h2><p>{BODY}<br>{BODY}</p><p align="right">云峰县交通运输局</p></div>
<div class="share">分享到微信</div></div>
<div class="footer">主办：云峰县人民政府 备案号12345</div></body></html>"""


def read(markup: str) -> RawText:
    """Return what is read of `markup` when it is pasted."""
    return read_lines(Pasted("", markup))


def texts(markup: str) -> list[str]:
    """Return the lines that are read of `markup`."""
    return [line.text for line in read(markup).lines]


@pytest.mark.parametrize(("charset", "encoding"), [
    ("utf-8", "utf-8"), ("gb2312", "gb18030"), ("GBK", "gb18030"), ("utf-8", "gb18030"), ("gb2312", "utf-8"),
    ("utf-16", "utf-16"),
])
def test_a_saved_page_is_read_in_its_encoding(charset: str, encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "报告.html"
    page = PAGE.format(charset=charset)
    path.write_bytes(page.encode(encoding))

    assert [line.text for line in read_lines(path).lines] == [
        TITLE, BODY, "一、主要举措和成效", f"（一）加强领导。{BODY}", "项目\t件数", "许可\t120", "二、存在的不足和原因",
        BODY, BODY, "云峰县交通运输局",
    ]


def test_a_page_that_alone_can_name_its_encoding_is_believed(tmp_path: Path) -> None:
    path = tmp_path / "報告.html"
    path.write_bytes('<meta charset="big5"><p>法治政府建設年度報告，全文如下。</p>'.encode("big5"))

    assert read_lines(path).lines[0].text == "法治政府建設年度報告，全文如下。"


def test_what_stands_around_the_article_is_listed() -> None:
    left_out = read(PAGE.format(charset="utf-8")).left_out

    assert [each.reason for each in left_out] == ["网页的导航、栏目和页脚"]
    assert all(word in left_out[0].text for word in ("首页", "政务公开", "您现在的位置", "分享到微信", "主办"))


def test_headings_keep_their_level_and_the_title_has_none() -> None:
    lines = read(PAGE.format(charset="utf-8")).lines

    assert [line.outline for line in lines[:4]] == [0, 0, 1, 0]
    assert lines[3].lead == len("（一）加强领导。")
    assert lines[4].cells == ("项目", "件数")


def test_a_page_becomes_a_report(tmp_path: Path) -> None:
    path = tmp_path / "报告.htm"
    path.write_text(PAGE.format(charset="utf-8"), encoding="utf-8")

    report = read_report(path).report

    assert report.head.title == TITLE
    assert [part.heading for part in report.parts] == ["主要举措和成效", "存在的不足和原因"]


def test_the_article_is_found_among_tables_that_lay_out_the_page() -> None:
    raw = read(
        f"<table><tr><td><a>首页</a><td><a>公开</a></tr><tr><td><table><tr><td>栏目导航<tr><td><a>年度报告</a></table>"
        f"<td><table><tr><td>{TITLE}<tr><td>来源：办公室　点击：120<tr><td><div><p>{BODY}</p><p>一、主要举措</p>"
        f"<p>{BODY}</p><p>附件：<a>统计表.doc</a></p><p>2026年2月27日</p></div><tr><td>上一篇：<a>通知</a></table>"
        "<tr><td colspan=2>版权所有：云峰县交通运输局　地址：人民路1号　邮编：416000　技术支持：某某公司</table>")

    assert [line.text for line in raw.lines] == [
        TITLE, BODY, "一、主要举措", BODY, "附件：统计表.doc", "2026年2月27日"]
    assert "版权所有" in "".join(each.text for each in raw.left_out)


@pytest.mark.parametrize(("markup", "expected"), [
    ("<p>甲&nbsp;乙&lt;丙&#x4e01;</p>", ["甲 乙<丙丁"]),
    ("<p>一行\n两行</p><p>one\ntwo</p>", ["一行两行", "one two"]),
    ("甲<br>乙<br/>丙", ["甲", "乙", "丙"]),
    ("<div>甲<div>乙</div>丙</div>", ["甲", "乙", "丙"]),
    ("<p>甲<del>乙</del><ins>丙</ins></p>", ["甲丙"]),
    ("<ol><li>甲</li><li><p>乙</p></li></ol>", ["1. 甲", "2. 乙"]),
    ("<ol start=3 type=a><li>甲<li>乙</ol><ul><li>丙</ul>", ["c. 甲", "d. 乙", "丙"]),
    ("<pre>甲\n乙</pre>", ["甲", "乙"]),
    ("<p>甲</p><noscript>乙</noscript><select><option>丙</select><button>丁</button>", ["甲"]),
    ("<table><tr><td><p>甲</p></td></tr></table>", ["甲"]),
    ("<table><tr><td>甲<td><table><tr><td>乙<td>丙</table></table>", ["甲", "乙\t丙"]),
    ("<td>甲</td><li>乙", ["甲", "乙"]),
    ("<p>甲<p>乙</div></b>", ["甲", "乙"]),
    ("<p>甲<![CDATA[x]]></p><?php echo 1 ?><!--乙-->", ["甲"]),
], ids=range(14))
def test_markup_is_read_as_a_browser_shows_it(markup: str, expected: list[str]) -> None:
    assert texts(markup) == expected


def test_what_is_hidden_is_listed() -> None:
    raw = read(f"<p>{BODY}</p><p style='display: none'>甲</p><div hidden>乙</div><span style='mso-hide:all'>丙</span>")

    assert [line.text for line in raw.lines] == [BODY]
    assert raw.left_out[0].text == "甲\n乙\n丙" and raw.left_out[0].reason == "网页里隐藏的文字"


def test_a_list_pasted_from_word_keeps_its_numbers() -> None:
    markup = """Version:1.0\r\nStartHTML:0000000105\r\nEndHTML:0000000900\r\n<html><body><!--StartFragment-->
    <p class=MsoListParagraph style='text-indent:-36.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
    lang=EN-US><span style='mso-list:Ignore'>一、<span>&nbsp;&nbsp; </span></span></span><![endif]>主要举措<o:p></o:p></p>
    <p class=MsoNormal><b>（一）加强<span lang=EN-US>2025</span>年领导。</b>正文<a class=MsoCommentReference>[甲1]</a></p>
    <div style='mso-element:footnote-list'><p class=MsoFootnoteText>口径</p></div><!--EndFragment--></body></html>"""

    raw = read(markup)

    assert [line.text for line in raw.lines] == ["一、主要举措", "（一）加强2025年领导。正文"]
    assert raw.lines[1].lead == len("（一）加强2025年领导。")
    assert [(each.text, each.reason) for each in raw.left_out] == [("口径", "脚注")]


def test_pasted_text_is_read_line_by_line() -> None:
    raw = read_lines(Pasted("一、主要举措\r\n全年办理120件。"))

    assert [line.text for line in raw.lines] == ["一、主要举措", "全年办理120件。"]


def test_an_archived_page_is_read(tmp_path: Path) -> None:
    import base64

    page = base64.encodebytes(PAGE.format(charset="gb2312").encode("gb18030")).decode("ascii")
    path = tmp_path / "报告.mht"
    path.write_text(
        "From: <saved>\nSubject: x\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=\"b\"\n\n--b\n"
        f"Content-Type: text/html; charset=\"gb2312\"\nContent-Transfer-Encoding: base64\n\n{page}\n--b--\n", "ascii")

    assert read_lines(path).lines[0].text == TITLE


HOSTILE = {
    "deep blocks": ("<div>" * 30_000 + "正文", "嵌套过深"),
    "many paragraphs": ("<p>a" * 70_000, "万段"),
    "nothing": ("<html></html>", "没有文字"),
    "too much": ("<p>" + "法" * 11_000_000, "太多"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_page_is_refused_with_a_word(name: str) -> None:
    markup, expected = HOSTILE[name]

    with pytest.raises(UserError, match=expected):
        read(markup)


@pytest.mark.parametrize("markup", [
    "<b>" * 15_000 + "正文", "<table><tr><td>" * 2_000 + "正文", "<ol><li>" * 3_000 + "正文", "正文&#xD800;&#0;&#x110000;",
    '<!DOCTYPE html [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><p>正文&b;</p>', "<p " + "x=1 " * 200_000 + ">正文",
    '<!DOCTYPE html SYSTEM "file:///etc/passwd"><iframe src="file:///etc/passwd"></iframe><p>正文</p>',
], ids=["bold", "tables", "lists", "entities", "own entities", "attributes", "external"])
def test_a_strange_page_is_read_all_the_same(markup: str) -> None:
    text = "".join(texts(markup))

    assert "正文" in text and "root:" not in text
