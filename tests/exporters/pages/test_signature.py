"""附件说明, 署名, 成文日期, 附注 and the head of an attachment on the page."""

from __future__ import annotations

from dataclasses import replace

import pytest
from exporters.pages.placed import PlacedText
from exporters.pages.setter import set_pages
from models.domain.place import ATTACHMENTS, SIGNATURE, Place
from models.layout.loader import load_layout
from models.manuscript.blocks import Manuscript, ManuscriptAttachment, Paragraph
from word_files import a_long_report, a_manuscript

CHARACTER = 15.75 * 25.4 / 72


def runs(manuscript: Manuscript, task: str, field: str) -> list[PlacedText]:
    return [item for page in set_pages(manuscript, load_layout()).pages for item in page.items
            if isinstance(item, PlacedText) and (item.place.task, item.place.field) == (task, field)]


def signed(manuscript: Manuscript) -> tuple[PlacedText, PlacedText]:
    name, = runs(manuscript, SIGNATURE, "issuing_organ_signature")
    date, = runs(manuscript, SIGNATURE, "date_of_issue")
    return name, date


def test_with_a_seal_the_name_is_centred_over_the_date() -> None:
    name, date = signed(a_manuscript())

    assert date.x + date.width == pytest.approx(184 - 4 * CHARACTER, abs=0.05)
    assert name.x + name.width / 2 == pytest.approx(date.x + date.width / 2, abs=0.3)
    assert date.baseline - name.baseline == pytest.approx(579 / 56.6929, abs=0.01)


def test_a_name_too_wide_to_be_centred_ends_at_the_margin() -> None:
    name, _ = signed(replace(a_manuscript(), signature="湘西土家族苗族自治州云峰县交通运输局"))

    assert name.x + name.width == pytest.approx(184.01, abs=0.05)


def test_without_a_seal_the_date_begins_two_characters_after_the_name() -> None:
    name, date = signed(replace(a_manuscript(), sealed=False))

    assert name.x + name.width == pytest.approx(184 - 2 * CHARACTER, abs=0.05)
    assert date.x - name.x == pytest.approx(2 * CHARACTER, abs=0.05)


def test_a_remark_stands_under_the_date_in_brackets() -> None:
    manuscript = replace(a_manuscript(), remark="此件公开发布")

    remark, = runs(manuscript, SIGNATURE, "remark")
    _, date = signed(manuscript)
    assert remark.baseline - date.baseline == pytest.approx(579 / 56.6929, abs=0.01)
    assert remark.x == pytest.approx(28 + 3 * CHARACTER, abs=0.05)


@pytest.mark.parametrize("paragraphs", range(1, 60, 3))
def test_the_signature_is_never_alone_on_its_page(paragraphs: int) -> None:
    text = tuple(Paragraph("全年工作按计划完成。" * 5) for _ in range(paragraphs))
    manuscript = replace(a_manuscript(), blocks=text, colophon=None)

    pages = set_pages(manuscript, load_layout()).pages
    texts = [item.text for item in pages[-1].items if isinstance(item, PlacedText)]
    assert manuscript.date_of_issue in texts
    assert any("全年工作" in text or "按计划" in text for text in texts)


def test_entries_of_the_note_lead_to_their_attachments_and_hang() -> None:
    manuscript = a_manuscript(a_long_report())
    lines = [run for run in runs(manuscript, ATTACHMENTS, "title") if run.size_pt == 16]

    titles = [each.title for each in manuscript.attachments]
    by_entry = {each.id: [run for run in lines if run.place.entry == each.id] for each in a_long_report().attachments}
    assert ["".join(run.text for run in each) for each in by_entry.values()] == titles
    assert {round(run.x, 1) for run in lines} == {round(28.01 + 6 * CHARACTER, 1)}


def test_an_attachment_begins_a_page_and_stands_in_the_outline() -> None:
    place = Place(ATTACHMENTS, "a1", "title")
    attachment = ManuscriptAttachment("附件", "云峰县执法数据统计表", (Paragraph("统计期间为全年。"),), place)
    manuscript = replace(a_manuscript(), attachments=(attachment,), attachment_notes=("云峰县执法数据统计表",))

    document = set_pages(manuscript, load_layout())
    first, second, third = (item for item in document.pages[-1].items[:3] if isinstance(item, PlacedText))
    assert (first.text, first.face, second.text) == ("附件", "黑体", "云峰县执法数据统计表")
    pitch = 579 / 56.6929
    assert [round((run.baseline - 37.006) / pitch, 2) for run in (first, second, third)] == [0.8, 2.8, 4.8]
    assert document.outline[-1][:3] == (1, "附件 云峰县执法数据统计表", len(document.pages) - 1)
