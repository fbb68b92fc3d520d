"""The rows of evidence of a duty."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from form_input import compose
from models.domain.duty import Evidence
from ui.widgets.evidence_rows import EvidenceRows

LONG = Evidence("1次", "2025年3月12日、6月18日", "县政府常务会议", "执法监督")


@pytest.fixture
def rows(qtbot: QtBot) -> EvidenceRows:
    """Return rows of evidence in use: what they tell is shown again."""
    made = EvidenceRows()
    qtbot.addWidget(made)
    made.edited.connect(lambda evidence, name: made.show_evidence(evidence))
    made.resize(500, 200)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_the_empty_row_is_evidence_once_something_stands_in_it(rows: EvidenceRows) -> None:
    told: list[tuple[Evidence, ...]] = []
    rows.edited.connect(lambda evidence, name: told.append(evidence))
    compose(rows.rows[0].fields["occasion"].line, "局党组会")

    assert told == [(Evidence(occasion="局党组会"),)]


def test_a_piece_of_evidence_is_added_and_gone_to(rows: EvidenceRows, qtbot: QtBot) -> None:
    rows.show_evidence((Evidence("3"),))
    rows.activateWindow()
    qtbot.waitUntil(rows.isActiveWindow)
    rows.add()

    assert rows._shown == (Evidence("3"), Evidence())
    assert rows.rows[1].fields["times"].line.hasFocus()


def test_the_first_of_two_pieces_is_removed(rows: EvidenceRows, qtbot: QtBot) -> None:
    rows.show_evidence((Evidence("3"), Evidence("5", topic="执法")))
    qtbot.mouseClick(rows.rows[0].remove, Qt.MouseButton.LeftButton)

    assert rows._shown == (Evidence("5", topic="执法"),)
    assert [row.isVisible() for row in rows.rows] == [True, False]


@pytest.mark.parametrize(("width", "lines"), [(500, 2), (700, 1)])
def test_the_fields_of_a_row_stand_in_as_many_lines_as_they_need(
    rows: EvidenceRows, width: int, lines: int, qtbot: QtBot
) -> None:
    rows.resize(width, 200)
    qtbot.waitUntil(lambda: len({field.y() for field in rows.rows[0].fields.values()}) == lines)


@pytest.mark.parametrize("width", [720, 560, 900])
def test_no_text_of_a_row_is_cut_while_another_field_has_room(rows: EvidenceRows, width: int, qtbot: QtBot) -> None:
    rows.resize(width, 200)
    rows.show_evidence((Evidence("6次", "2025年", "局党组会议"), LONG))

    def whole() -> bool:
        return all(
            field.line.fontMetrics().horizontalAdvance(field.text) + 20 <= field.line.width()
            for row in rows.rows for field in row.fields.values())

    def level() -> bool:
        first, second = ([field.x() for field in row.fields.values()] for row in rows.rows)
        return first == second

    qtbot.waitUntil(lambda: whole() and level())


def test_a_row_too_long_for_one_line_stands_in_two(rows: EvidenceRows, qtbot: QtBot) -> None:
    rows.resize(720, 200)
    rows.show_evidence((replace(LONG, occasion="县委全面依法治县委员会第三次全体（扩大）会议"),
                        Evidence(topic="怎样写清处罚理由、怎样裁量")))

    qtbot.waitUntil(lambda: all(len({field.y() for field in row.fields.values()}) == 2 for row in rows.rows))


def test_the_fields_stay_where_they_are_while_one_types(rows: EvidenceRows, qtbot: QtBot) -> None:
    rows.resize(720, 200)
    rows.show_evidence((Evidence("1次"),))
    rows.activateWindow()
    qtbot.waitUntil(rows.isActiveWindow)
    date = rows.rows[0].fields["date"]
    date.select(0, -1)
    qtbot.waitUntil(lambda: rows.rows[0].fields["topic"].y() == date.y() and date.width() < 200)
    before = date.geometry()
    date.line.insert("2025年3月12日、6月18日、9月24日")
    qtbot.waitUntil(lambda: rows._shown[0].date != "")

    assert date.geometry() == before
    rows.rows[0].fields["topic"].select(0, -1)
    qtbot.waitUntil(lambda: date.width() > before.width())
