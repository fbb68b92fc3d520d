"""What the right side says, and above all what it does not say."""

from __future__ import annotations

import pytest

from builders import a_report, an_organ
from models.domain.organ import OrganKind
from models.domain.standard import Basis, Certainty
from models.standards.loader import load_standard
from ui.app.guidance import basis_detail, basis_line, guidance_for
from ui.item_models.task_rows import task_rows

SURE = Basis("《甲规定》", "第三条", Certainty.VERIFIED)
SECOND = Basis("《乙条例》", "第八条", Certainty.SECOND_HAND)
UNSURE = Basis("《丙办法》", "第九条", Certainty.UNVERIFIED)
ELSEWHERE = Basis("某市清单", "第7项", Certainty.VERIFIED, local=True)


def test_unverified_ground_shows_no_article_and_waits_in_the_detail() -> None:
    assert basis_line((UNSURE,)) == "依据：《丙办法》"
    assert "待核对" not in basis_line((SURE, SECOND, UNSURE))
    assert basis_detail((UNSURE,)) == "《丙办法》（待核对）"


def test_paper_of_another_place_is_practice_not_ground() -> None:
    assert basis_line((SURE, ELSEWHERE)) == "依据：《甲规定》第三条\n参考做法：某市清单第7项"
    assert basis_line((ELSEWHERE,)) == "参考做法：某市清单第7项"


def test_second_hand_ground_is_named_so_in_the_detail() -> None:
    assert basis_line((SECOND,)) == "依据：《乙条例》第八条"
    assert basis_detail((SECOND,)) == "《乙条例》第八条（转引，引用前请核对原文）"


@pytest.mark.parametrize("kind", OrganKind)
def test_every_task_but_the_attachments_has_guidance(kind: OrganKind) -> None:
    report = a_report(organ=an_organ(kind=kind))
    standard = load_standard(kind)
    tasks = [row.task for row in task_rows(report, standard) if row.task and not row.task.startswith("duty:D-")]

    silent = [task for task in tasks if not guidance_for(task, report, standard)]

    assert silent == ["attachments"]


def test_causes_are_explained_where_they_are_written() -> None:
    titles = [item.title for item in guidance_for("part:problems", a_report(), load_standard(OrganKind.DEPARTMENT))]

    assert titles == ["不足", "原因"]


def test_running_guidance_never_says_unverified() -> None:
    report, standard = a_report(), load_standard(OrganKind.DEPARTMENT)
    for row in task_rows(report, standard):
        for item in guidance_for(row.task, report, standard):
            assert "待核对" not in f"{item.guidance}{basis_line(item.basis)}"


def test_what_a_part_has_to_hold_is_not_called_evidence() -> None:
    report, standard = a_report(), load_standard(OrganKind.DEPARTMENT)

    wanted = {row.task: {item.wanted for item in guidance_for(row.task, report, standard)}
              for row in task_rows(report, standard) if row.task}

    assert wanted["part:plan"] == {"要写到的"}
    assert {words for task in wanted if task.startswith("duty:") for words in wanted[task]} == {"可以作为佐证的"}
