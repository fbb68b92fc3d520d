"""What is drawn for the faces of a document on this PC, and for the characters that they lack."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from exporters.face_states import Presence, face_states
from exporters.fonts import installed_families
from exporters.pages.placed import PagedDocument
from models.layout.loader import FONT_SETS, load_layout
from placed_pages import a_page, a_text
from pypdf import PdfReader
from PySide6.QtGui import QFont, QTextLayout
from PySide6.QtWidgets import QApplication
from rare_names import RARE_NAMES
from ui.preview.faces import DrawnFaces
from ui.preview.pdf import write_pdf

NOW = datetime(2026, 1, 19, 9, 30)
FACES = load_layout().faces


def can_be_shown(character: str) -> bool:
    """Return whether any font of this PC has `character`."""
    layout = QTextLayout(character, QFont())
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    return all(any(run.glyphIndexes()) for run in layout.glyphRuns())


@pytest.mark.parametrize("name", RARE_NAMES)
@pytest.mark.parametrize("face", FACES.names)
def test_a_rare_character_is_drawn_by_a_font_that_has_it(face: str, name: str, qapp: QApplication) -> None:
    if not can_be_shown(name[-1]):
        pytest.skip("no font here has it")

    glyphs = DrawnFaces(FACES).glyphs(face, False, name)

    assert [index for part in glyphs for index in part.indexes if not index] == []
    assert sum(len(part.indexes) for part in glyphs) == len(name)


def test_the_characters_after_a_rare_one_are_drawn_as_before(qapp: QApplication) -> None:
    faces = DrawnFaces(FACES)
    first, last = faces.glyphs(FACES.body, False, "报𣲗告"), faces.glyphs(FACES.body, False, "告")

    assert first[0].drawn == first[-1].drawn == last[0].drawn
    assert first[-1].indexes[-1] == last[0].indexes[0]


def test_the_text_of_a_pdf_holds_the_rare_names_that_can_be_shown(tmp_path: Path, qapp: QApplication) -> None:
    names = [name for name in RARE_NAMES if can_be_shown(name[-1])]
    lines = [a_text(f"局长{name}，{name}列席。", baseline=45 + 7 * number) for number, name in enumerate(names)]
    write_pdf(PagedDocument((a_page(*lines),), ()), load_layout(), tmp_path / "names.pdf", NOW)

    text = "".join(PdfReader(tmp_path / "names.pdf").pages[0].extract_text().split())
    assert [name for name in names if text.count(name) != 2] == []


@pytest.mark.parametrize("fonts", FONT_SETS)
def test_what_the_page_of_fonts_tells_is_what_is_drawn(fonts: str, qapp: QApplication) -> None:
    faces = load_layout(fonts=fonts).faces
    drawn = DrawnFaces(faces)
    told = face_states(faces, installed_families())

    assert {each.face for each in told if each.presence is not Presence.PRESENT} == set(drawn.stand_ins())
    assert all(drawn.drawn(each.face).family == each.family for each in told if each.family)
