from __future__ import annotations

from dataclasses import replace

import pytest

from models.domain.picture_places import paragraphs_up_to, slot, with_moved, with_picture, with_text, without_picture
from models.domain.report import LAST, Attachment, Picture, Problem, Topic

BEFORE = "甲\n乙\n\n丙"


def at(place: int, id: str = "p") -> Picture:
    return Picture(id, after=place)


@pytest.mark.parametrize(("place", "text", "wanted"), [
    (1, "甲\n乙\n\n丙", 1),
    (1, "新\n甲\n乙\n丙", 2),
    (1, "甲\n新\n乙\n丙", 1),
    (2, "甲\n新\n乙\n丙", 3),
    (3, "甲\n乙\n丙\n新", 3),
    (3, "甲\n乙\n丙上\n丙下", 4),
    (2, "甲\n丙", 1),
    (3, "甲\n丙", 2),
    (3, "", 0),
    (2, "甲改\n乙\n丙", 2),
    (0, "新\n甲\n乙\n丙", 0),
    (LAST, "甲", LAST),
    (9, "甲\n乙\n丙\n丁", 3),
], ids=["same", "put before", "put after", "put between", "written on", "split", "removed", "one above removed",
        "all removed", "changed", "first", "last", "beyond the end"])
def test_a_picture_stays_with_its_paragraph_while_the_text_is_written(place: int, text: str, wanted: int) -> None:
    topic = with_text(Topic("t", text=BEFORE, pictures=(at(place),)), text)

    assert topic.text == text
    assert topic.pictures[0].after == wanted


@pytest.mark.parametrize(("line", "wanted"), [(0, 1), (1, 2), (2, 2), (3, 3), (99, 3)])
def test_a_place_in_the_text_is_counted_in_paragraphs(line: int, wanted: int) -> None:
    assert paragraphs_up_to(BEFORE, line) == wanted


def test_moving_steps_over_pictures_then_over_paragraphs_and_stops_at_the_ends() -> None:
    topic = Topic("t", text="甲\n乙", table=(("表",),), pictures=(at(1, "a"), at(1, "b"), at(LAST, "c")))
    seen = []
    for _ in range(6):
        topic = with_moved(topic, "a", 1)
        seen.append("".join(f"{each.id}{slot(each, topic)}" for each in topic.pictures))

    assert seen == ["b1a1c3", "b1a2c3", "b1a3c3", "b1c3a3", "b1c3a3", "b1c3a3"]
    assert topic.pictures[-1].after == LAST

    for _ in range(9):
        topic = with_moved(topic, "a", -1)

    assert [(each.id, each.after) for each in topic.pictures] == [("a", 0), ("b", 1), ("c", LAST)]


def test_without_anything_under_the_text_its_end_is_the_last_place() -> None:
    attachment = Attachment("x", text="甲", pictures=(at(1),))

    assert with_moved(attachment, "p", 1) == attachment
    assert slot(at(LAST), attachment) == 1


def test_cause_and_remedy_of_a_problem_stand_before_the_last_place() -> None:
    assert slot(at(LAST), Problem("p", text="甲", cause="乙")) == 2


def test_pictures_are_put_in_and_taken_out() -> None:
    topic = with_picture(Topic("t", text=BEFORE, pictures=(at(1, "a"), at(3, "b"))), at(2, "c"))

    assert [each.id for each in topic.pictures] == ["a", "c", "b"]
    assert without_picture(topic, "c") == replace(topic, pictures=(at(1, "a"), at(3, "b")))
