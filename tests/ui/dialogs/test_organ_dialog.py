"""The organ's profile is entered once and comes back as entered."""

from __future__ import annotations

import pytest
from builders import an_organ
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.domain.organ import Organ, OrganKind, OrganLevel
from ui.dialogs.organ_dialog import KINDS, OrganDialog, names_of


def test_a_profile_comes_back_unchanged(qtbot: QtBot) -> None:
    dialog = OrganDialog(an_organ())
    qtbot.addWidget(dialog)

    assert dialog.organ == an_organ()


def test_two_persons_keep_their_names(qtbot: QtBot) -> None:
    organ = an_organ(same_person=False, secretary="周启明")
    dialog = OrganDialog(organ)
    qtbot.addWidget(dialog)

    assert dialog.organ == organ
    assert dialog.secretary.isEnabled()


def test_without_a_full_name_nothing_can_be_saved(qtbot: QtBot) -> None:
    dialog = OrganDialog(Organ())
    qtbot.addWidget(dialog)

    assert not dialog.primary.isEnabled()
    assert dialog.problem.text() == "请先填单位全称。"

    dialog.full_name.insert("云峰县交通运输局")

    assert dialog.primary.isEnabled()


def test_titles_follow_the_kind_until_the_clerk_wrote_others(qtbot: QtBot) -> None:
    dialog = OrganDialog(Organ())
    qtbot.addWidget(dialog)

    dialog.kind.setCurrentIndex(list(KINDS).index(OrganKind.TOWNSHIP))
    assert (dialog.secretary_title.text(), dialog.head_title.text()) == ("党委书记", "乡长")

    dialog.head_title.clear()
    dialog.head_title.insert("镇长")
    dialog.head_title.textEdited.emit("镇长")
    dialog.kind.setCurrentIndex(list(KINDS).index(OrganKind.DEPARTMENT))
    assert dialog.head_title.text() == "镇长"


@pytest.mark.parametrize("text", [
    "中共云峰县委\n云峰县人民政府", "中共云峰县委、云峰县人民政府", " 中共云峰县委；\n\n云峰县人民政府，"])
def test_names_may_be_separated_in_any_usual_way(text: str) -> None:
    assert names_of(text) == ("中共云峰县委", "云峰县人民政府")


def test_every_kind_and_level_of_organ_can_be_chosen(qtbot: QtBot) -> None:
    dialog = OrganDialog(Organ())
    qtbot.addWidget(dialog)

    assert {dialog.kind.itemData(row) for row in range(dialog.kind.count())} == {kind.value for kind in OrganKind}
    assert {dialog.level.itemData(row) for row in range(dialog.level.count())} == {level.value for level in OrganLevel}


def test_control_characters_pasted_into_a_name_are_cleaned(qtbot: QtBot) -> None:
    dialog = OrganDialog(Organ())
    qtbot.addWidget(dialog)

    dialog.full_name.setText("云峰县\x08交通运输局\u200b ")

    assert dialog.organ.full_name == "云峰县交通运输局"


def test_the_fields_of_all_groups_begin_at_the_same_place(qtbot: QtBot) -> None:
    dialog = OrganDialog(an_organ())
    qtbot.addWidget(dialog)
    dialog.show()
    QApplication.processEvents()

    places = {field.mapTo(dialog, QPoint()).x() for field in (dialog.full_name, dialog.organ_code, dialog.secretary)}

    assert len(places) == 1


def test_what_lacks_when_it_opens_is_told_calmly_and_what_is_taken_away_is_not(qtbot: QtBot) -> None:
    dialog = OrganDialog(Organ())
    qtbot.addWidget(dialog)
    dialog.show()
    at_first = dialog.problem.text(), dialog.problem.property("kind")

    dialog.full_name.setText("云峰县水利局")
    dialog.full_name.setText("")

    assert at_first == ("请先填单位全称。", "muted")
    assert (dialog.problem.text(), dialog.problem.property("kind")) == ("请先填单位全称。", "must")
