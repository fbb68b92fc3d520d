"""Entries made two, many, or one again: no word and no picture is lost on the way."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import a_duty, a_report
from models.domain.duty import PassageReference
from models.domain.picture_places import paragraphs_in, slot
from models.domain.report import LAST, Entry, Part, Picture, PlanTask, Problem, Report, SectionKey, Topic
from models.domain.splitting import dispersed, split
from models.domain.uniting import joinable, joined, taken_to
from models.importers.outlining import headed

LINE = st.text("甲乙丙丁12。，；", min_size=1, max_size=12)
TEXTS = st.lists(LINE, min_size=1, max_size=6).map("\n".join)
PLACES = st.lists(st.integers(-1, 6), max_size=4)
TABLE = (("项目", "件"), ("许可", "3"))


def of(*entries: Entry, key: SectionKey = SectionKey.MEASURES) -> Report:
    """Return a report with one part that holds `entries`, and a second, empty one for measures."""
    return a_report(parts=(Part("p", key, "", entries), Part("q", SectionKey.OTHER)))


def texts(report: Report, part_id: str = "p") -> list[tuple[str, str]]:
    """Return 小标题 and text of each entry of the part."""
    return [(entry.title, entry.text) for entry in report.part(part_id).entries]


def with_pictures(text: str, places: list[int]) -> Topic:
    """Return a topic of `text` whose pictures stand after as many paragraphs as `places` says."""
    return Topic("a", "题", text, pictures=tuple(
        Picture(f"p{number}", after=place) for number, place in enumerate(places)))


def before_pictures(report: Report) -> dict[str, str]:
    """Return for each picture the last characters printed before it in its entry."""
    return {
        picture.id: "".join(paragraphs_in(entry.text)[:slot(picture, entry)])[-3:]
        for entry in report.part("p").entries for picture in entry.pictures}


def test_a_topic_is_made_two_at_the_caret() -> None:
    report = split(of(Topic("a", "甲", "前半句。后半句。", guide="R18")), "p", 0, 4)

    first, second = report.part("p").entries
    assert (first.id, first.title, first.text) == ("a", "甲", "前半句。")
    assert second.id != "a" and (second.title, second.text) == ("", "后半句。")
    assert isinstance(second, Topic) and second.guide == ""


@pytest.mark.parametrize(("title", "offset"), [("", 0), ("", 4), ("甲", 4)])
def test_nothing_is_split_off_where_nothing_would_be_left(title: str, offset: int) -> None:
    report = of(Topic("a", title, "只一句。"))

    assert split(report, "p", 0, offset) == report


def test_a_topic_with_a_heading_can_give_away_all_its_text() -> None:
    assert texts(split(of(Topic("a", "甲", "全部。")), "p", 0, 0)) == [("甲", ""), ("", "全部。")]


def test_the_line_that_is_a_heading_becomes_the_heading_of_the_second() -> None:
    report = split(of(Topic("a", "甲", "甲的事。\n（二）抓好普法\n办班3期。")), "p", 0, 5, headed)

    assert texts(report) == [("甲", "甲的事。"), ("抓好普法", "办班3期。")]


def test_what_follows_the_text_goes_with_the_second_half() -> None:
    report = split(of(Topic("a", "甲", "一。\n二。", table=TABLE)), "p", 0, 3)

    first, second = report.part("p").entries
    assert isinstance(first, Topic) and isinstance(second, Topic)
    assert not first.table and second.table == TABLE


def test_cause_and_remedy_stay_with_the_problem() -> None:
    problem = Problem("a", "甲", "一。二。", "原因。", "措施。", pictures=(Picture("x", after=LAST),))
    first, second = split(of(problem, key=SectionKey.PROBLEMS), "p", 0, 2).part("p").entries

    assert isinstance(first, Problem) and isinstance(second, Problem)
    assert (first.text, first.cause, first.remedy) == ("一。", "原因。", "措施。") and first.pictures
    assert (second.text, second.cause, second.pictures) == ("二。", "", ())


def test_words_a_duty_quotes_are_quoted_where_they_stand_now() -> None:
    duty = a_duty("D-1", text="", reference=PassageReference("a", "党组会3次"))
    report = replace(of(Topic("a", "甲", "执法。党组会3次。")), duties=(duty,))

    halves = split(report, "p", 0, 3)
    again = joined(halves, "p", 1)

    assert halves.duties[0].reference == PassageReference(halves.part("p").entries[1].id, "党组会3次")
    assert again.duties[0].reference == PassageReference("a", "党组会3次")


@given(TEXTS, st.integers(0, 80), PLACES)
def test_no_word_and_no_picture_is_lost_by_splitting_nor_by_joining(text: str, offset: int, places: list[int]) -> None:
    report = of(with_pictures(text, places))
    halves = split(report, "p", 0, offset)

    joint = "".join("".join(paragraphs_in(entry.text)) for entry in halves.part("p").entries)
    assert joint == "".join(paragraphs_in(text))
    assert before_pictures(halves).keys() == before_pictures(report).keys()
    united = joined(halves, "p", 1)
    assert "".join(paragraphs_in(united.part("p").entries[0].text)) == joint
    assert before_pictures(united).keys() == before_pictures(report).keys()


@given(st.lists(LINE, min_size=2, max_size=6), st.data())
def test_pictures_stay_between_the_paragraphs_they_stood_between(paragraphs: list[str], data: st.DataObject) -> None:
    paragraphs = [f"{number}{each}" for number, each in enumerate(paragraphs)]
    places = data.draw(st.lists(st.integers(0, len(paragraphs)), max_size=4))
    cut = data.draw(st.integers(1, len(paragraphs) - 1))
    text = "\n".join(paragraphs)
    report = of(with_pictures(text, places))
    halves = split(report, "p", 0, len("\n".join(paragraphs[:cut])))

    for entry in halves.part("p").entries:
        for picture in entry.pictures:
            after = places[int(picture.id[1:])]
            own = paragraphs_in(entry.text)
            at = slot(picture, entry)
            before = own[at - 1] if at else ""
            assert before == (paragraphs[after - 1] if after else "")
    again = joined(halves, "p", 1).part("p").entries[0]
    assert again.text == text
    assert sorted((each.id, slot(each, again)) for each in again.pictures) == [
        (f"p{number}", place) for number, place in enumerate(places)]


def test_the_heading_of_a_topic_that_is_appended_becomes_a_paragraph() -> None:
    report = joined(of(Topic("a", "甲", "一。"), Topic("b", "乙", "二。", guide="R19")), "p", 1)

    [whole] = report.part("p").entries
    assert (whole.id, whole.title, whole.text) == ("a", "甲", "一。\n乙\n二。")
    assert isinstance(whole, Topic) and whole.guide == "R19"


def test_causes_remedies_and_the_tasks_that_answer_go_together() -> None:
    problems = (Problem("a", "甲", "一。", "因一。", "措一。"), Problem("b", "", "二。", "因二。", ""))
    task = PlanTask("t", "任务", answers="b")
    report = replace(of(*problems, key=SectionKey.PROBLEMS))
    report = replace(report, parts=(*report.parts, Part("plan", SectionKey.PLAN, "", (task,))))

    report = joined(report, "p", 1)

    [whole], [answer] = report.part("p").entries, report.part("plan").entries
    assert isinstance(whole, Problem) and isinstance(answer, PlanTask)
    assert (whole.text, whole.cause, whole.remedy) == ("一。\n二。", "因一。\n因二。", "措一。")
    assert answer.answers == "a"


def test_an_office_that_finds_no_field_of_its_own_is_written_down() -> None:
    tasks = (PlanTask("a", "甲", "一。", "法规科", "6月底前"), PlanTask("b", "", "二。", "办公室", "6月底前"))
    [whole] = joined(of(*tasks, key=SectionKey.PLAN), "p", 1).part("p").entries

    assert isinstance(whole, PlanTask)
    assert (whole.text, whole.office, whole.deadline) == ("一。\n二。\n责任科室：办公室", "法规科", "6月底前")


@pytest.mark.parametrize(("entries", "index", "expected"), [
    ((Topic("a"), Topic("b")), 0, False),
    ((Topic("a"), Topic("b")), 1, True),
    ((Topic("a", table=TABLE), Topic("b")), 1, False),
    ((Topic("a"), Topic("b", table=TABLE)), 1, True),
    ((Problem("a"), Topic("b", table=TABLE)), 1, False),
    ((Topic("a"),), 1, False),
])
def test_nothing_is_appended_to_a_table(entries: tuple[Entry, ...], index: int, expected: bool) -> None:
    report = of(*entries)

    assert joinable(report.part("p"), index) == expected
    if not expected:
        assert joined(report, "p", index) == report


def test_a_text_is_dispersed_into_topics_with_what_it_had_beside() -> None:
    pictures = (Picture("x", after=1), Picture("y", after=3), Picture("z"))
    old = Topic("a", "", "（一）甲\n甲事。\n（二）乙。乙事。", guide="R18", table=TABLE, pictures=pictures)
    made = (Topic("1", "甲", "甲事。"), Topic("2", "乙", "乙事。"))
    first, second = dispersed(of(old), "p", 0, made).part("p").entries

    assert isinstance(first, Topic) and isinstance(second, Topic)
    assert (first.id, first.title, first.text, first.guide, first.table) == ("a", "甲", "甲事。", "R18", ())
    assert (second.title, second.text, second.table) == ("乙", "乙事。", TABLE)
    assert [(each.id, each.after) for each in first.pictures] == [("x", 0)]
    assert [(each.id, each.after) for each in second.pictures] == [("y", 1), ("z", LAST)]


def test_topics_under_a_heading_that_stays_are_one_level_deeper() -> None:
    made = (Topic("1", "甲", "甲事。"), Topic("2", "乙", "乙事。"))
    entries = dispersed(of(Topic("a", "总题", "原文")), "p", 0, made).part("p").entries

    assert [(each.id, each.title, each.level) for each in entries if isinstance(each, Topic)] == [
        ("a", "总题", 2), ("1", "甲", 3), ("2", "乙", 3)]


def test_a_problem_keeps_its_cause_when_its_text_is_dispersed() -> None:
    old = Problem("a", "", "原文", "旧因。", "旧措施。")
    made = (Problem("1", "甲", "甲事。", "甲因。"), Problem("2", "乙", "乙事。"))
    first, second = dispersed(of(old, key=SectionKey.PROBLEMS), "p", 0, made).part("p").entries

    assert isinstance(first, Problem) and isinstance(second, Problem)
    assert (first.id, first.title, first.cause, first.remedy) == ("a", "甲", "旧因。\n甲因。", "旧措施。")
    assert (second.title, second.cause) == ("乙", "")


@pytest.mark.parametrize(("entry", "gap", "expected"), [
    ("a", 0, "abc"), ("a", 1, "abc"), ("a", 2, "bac"), ("a", 3, "bca"), ("c", 0, "cab"), ("c", 3, "abc"),
    ("b", LAST, "acb"), ("b", 99, "acb"), ("nobody", 0, "abc"),
])
def test_an_entry_goes_into_the_gap_it_was_let_go_in(entry: str, gap: int, expected: str) -> None:
    report = taken_to(of(*(Topic(each) for each in "abc")), entry, "p", gap)

    assert "".join(each.id for each in report.part("p").entries) == expected


def test_in_another_part_an_entry_becomes_what_is_at_home_there_with_all_its_words() -> None:
    problem = Problem("a", "甲", "表现。", "原因。", "措施。")
    report = taken_to(of(problem, key=SectionKey.PROBLEMS), "a", "q")

    assert report.part("p").entries == ()
    assert report.part("q").entries == (Topic("a", "甲", "表现。\n原因。\n措施。"),)


def test_a_table_is_kept_as_rows_of_text_where_there_is_none() -> None:
    report = of(Topic("a", "甲", "甲事。", table=TABLE), key=SectionKey.MEASURES)
    report = replace(report, parts=(*report.parts, Part("r", SectionKey.PROBLEMS)))

    assert taken_to(report, "a", "r").part("r").entries == (Problem("a", "甲", "甲事。\n项目　件\n许可　3"),)


def test_a_part_that_is_gone_takes_nothing_in() -> None:
    report = of(Topic("a"))

    assert taken_to(report, "a", "gone") == report


def test_a_problem_that_becomes_something_else_is_answered_by_no_task() -> None:
    report = a_report(parts=(
        Part("p1", SectionKey.MEASURES, "", (Topic("t1", "", "办理。"),)),
        Part("p2", SectionKey.PROBLEMS, "", (Problem("q1", "不足"), Problem("q2", "另一不足"))),
        Part("p3", SectionKey.PLAN, "", (PlanTask("n1", answers="q1"), PlanTask("n2", answers="q2"))),
    ))

    after = taken_to(report, "q1", "p1")
    tasks = [entry for entry in after.part("p3").entries if isinstance(entry, PlanTask)]

    assert [task.answers for task in tasks] == ["", "q2"]
