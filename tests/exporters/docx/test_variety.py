"""The Word files of thirty different documents: valid, nothing lost; measured at length by the benchmarks."""

from __future__ import annotations

import pytest
from document_variety import Variety, documents
from exporters.docx.writer import manuscript_bytes
from models.layout.loader import load_layout
from schema_order import disorder
from word_files import CREATED, a_manuscript, opened, text_of

DOCUMENTS = documents()


def test_there_are_thirty_one_of_both_profiles() -> None:
    assert len(DOCUMENTS) == len({each.name for each in DOCUMENTS}) == 31
    assert len({each.profile for each in DOCUMENTS}) == 2


@pytest.mark.parametrize("variety", DOCUMENTS, ids=lambda each: each.name)
def test_every_child_stands_where_the_schema_wants_it(variety: Variety) -> None:
    assert disorder(manuscript_bytes(variety.manuscript, load_layout(variety.profile), CREATED)) == []


@pytest.mark.parametrize("variety", DOCUMENTS, ids=lambda each: each.name)
def test_every_word_of_the_manuscript_is_in_the_file(variety: Variety) -> None:
    manuscript = variety.manuscript
    text = text_of(opened(manuscript_bytes(manuscript, load_layout(variety.profile), CREATED)).xml())

    for name in (*manuscript.signatures, manuscript.date_of_issue, manuscript.remark, *manuscript.title_lines):
        assert name in text
    assert manuscript.head is not None and manuscript.head.document_number in text


@pytest.mark.parametrize(("right", "wrong"), [
    ('<w:jc w:val="center"/></w:pPr>', '<w:jc w:val="center"/><w:keepNext/></w:pPr>'),
    ("<w:cantSplit/>", "<w:cantSplit/><w:unknown/>"),
    ("<w:tblLayout ", '<w:tblpPr w:vertAnchor="page"/><w:tblLayout '),
], ids=["order", "unknown", "floating table"])
def test_a_file_out_of_order_is_found(right: str, wrong: str) -> None:
    from io import BytesIO
    from zipfile import ZipFile

    data = manuscript_bytes(a_manuscript(), load_layout(), CREATED)
    stream = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(stream, "w") as target:
        for name in source.namelist():
            part = source.read(name).decode("utf-8")
            if name in ("word/document.xml", "word/styles.xml"):
                part = part.replace(right, wrong, 1)
            target.writestr(name, part)

    assert disorder(stream.getvalue()) != []
