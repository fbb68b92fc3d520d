"""Two versions of a report: every change is found, and each can be taken back by itself."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace

import pytest

from builders import a_report
from models.comparison.units import BASICS, ORDER
from models.comparison.versions import ChangeKind, all_taken_back, changes, taken_back
from models.domain.duty import DutyState
from models.domain.place import ATTACHMENTS, HEAD, INTRODUCTION, SIGNATURE, duty_task, part_task
from models.domain.report import Attachment, Part, Picture, Report, SectionKey, Topic
from models.samples import sample_report


def measures(report: Report) -> Part:
    return report.parts_of(SectionKey.MEASURES)[0]


def with_entries(report: Report, change: Callable[[tuple[Topic, ...]], tuple[Topic, ...]]) -> Report:
    part = measures(report)
    return report.with_part(replace(part, entries=change(part.entries)))  # type: ignore[arg-type]


FIRST_DUTY = sample_report().duties[0]
EDITS: dict[str, tuple[Callable[[Report], Report], tuple[str, str], ChangeKind]] = {
    "a text": (
        lambda report: with_entries(report, lambda all_: (replace(all_[0], text="改写了"), *all_[1:])),
        (part_task(measures(sample_report()).id), measures(sample_report()).entries[0].id), ChangeKind.CHANGED),
    "a topic more": (
        lambda report: with_entries(report, lambda all_: (all_[0], Topic(id="new", title="新加的"), *all_[1:])),
        (part_task(measures(sample_report()).id), "new"), ChangeKind.ADDED),
    "a topic less": (
        lambda report: with_entries(report, lambda all_: (all_[0], *all_[2:])),
        (part_task(measures(sample_report()).id), measures(sample_report()).entries[1].id), ChangeKind.REMOVED),
    "topics in another order": (
        lambda report: with_entries(report, lambda all_: all_[::-1]),
        (part_task(measures(sample_report()).id), ""), ChangeKind.CHANGED),
    "a level": (
        lambda report: with_entries(report, lambda all_: (replace(all_[0], level=3), *all_[1:])),
        (part_task(measures(sample_report()).id), measures(sample_report()).entries[0].id), ChangeKind.CHANGED),
    "a table": (
        lambda report: with_entries(
            report, lambda all_: (replace(all_[0], table=(("类别", "件数"), ("处罚", "12"))), *all_[1:])),
        (part_task(measures(sample_report()).id), measures(sample_report()).entries[0].id), ChangeKind.CHANGED),
    "a heading": (
        lambda report: report.with_part(replace(measures(report), heading="主要做法")),
        (part_task(measures(sample_report()).id), ""), ChangeKind.CHANGED),
    "a part more": (
        lambda report: replace(report, parts=(*report.parts, Part("new", SectionKey.OTHER, "其他", (Topic("t"),)))),
        (part_task("new"), ""), ChangeKind.ADDED),
    "a part less": (
        lambda report: replace(report, parts=report.parts[1:]),
        (part_task(sample_report().parts[0].id), ""), ChangeKind.REMOVED),
    "parts in another order": (
        lambda report: replace(report, parts=report.parts[::-1]), ORDER, ChangeKind.CHANGED),
    "a duty": (
        lambda report: report.with_duty(replace(report.duties[0], state=DutyState.NOT_APPLICABLE, reason="无此职责")),
        (duty_task(*FIRST_DUTY.key), ""), ChangeKind.CHANGED),
    "a duty less": (
        lambda report: replace(report, duties=report.duties[1:]),
        (duty_task(*FIRST_DUTY.key), ""), ChangeKind.REMOVED),
    "a title": (
        lambda report: replace(report, head=replace(report.head, title="另一个标题")), (HEAD, ""), ChangeKind.CHANGED),
    "copy recipients": (
        lambda report: replace(report, colophon=replace(report.colophon, copy_recipients=("市司法局",))),
        (HEAD, ""), ChangeKind.CHANGED),
    "the introduction": (
        lambda report: replace(report, introduction="换个开头"), (INTRODUCTION, ""), ChangeKind.CHANGED),
    "the closing": (lambda report: replace(report, closing="专此报告。"), (SIGNATURE, ""), ChangeKind.CHANGED),
    "an attachment more": (
        lambda report: replace(report, attachments=(
            *report.attachments, Attachment("new", "附图", pictures=(Picture("p", b"png"),)))),
        (ATTACHMENTS, "new"), ChangeKind.ADDED),
    "words under a picture": (
        lambda report: replace(report, attachments=(
            replace(report.attachments[0], pictures=(Picture("p", b"png", "办件地图"),)), *report.attachments[1:])),
        (ATTACHMENTS, sample_report().attachments[0].id), ChangeKind.CHANGED),
    "attachments in another order": (
        lambda report: replace(report, attachments=report.attachments[::-1]), (ATTACHMENTS, ""), ChangeKind.CHANGED),
    "the organ": (
        lambda report: replace(report, organ=replace(report.organ, head="王五")), BASICS, ChangeKind.CHANGED),
}


@pytest.mark.parametrize("name", EDITS)
def test_a_change_is_found_and_taken_back(name: str) -> None:
    edit, key, kind = EDITS[name]
    older = sample_report()
    newer = edit(older)

    found = changes(older, newer)
    first = next(each for each in found if each.key == key)

    assert first.kind is kind
    assert taken_back(newer, older, first) == older


@pytest.mark.parametrize("name", EDITS)
def test_only_what_was_changed_is_taken_back(name: str) -> None:
    edit, key, _ = EDITS[name]
    older = sample_report()
    newer = edit(older)
    first = next(each for each in changes(older, newer) if each.key == key)
    further = replace(newer, secrecy_review=None, completed=frozenset({"head"}))

    assert taken_back(further, older, first) == replace(older, secrecy_review=None, completed=frozenset({"head"}))


def test_equal_versions_differ_in_nothing() -> None:
    assert changes(sample_report(), replace(sample_report(), completed=frozenset({"head"}))) == ()


def test_a_change_names_the_texts_before_and_after() -> None:
    older = sample_report()
    newer = replace(older, introduction=older.introduction + "补一句。")

    [found] = changes(older, newer)
    [field] = found.fields

    assert (field.field, field.before, field.after) == ("introduction", older.introduction, newer.introduction)
    assert field.pieces[-1].text == "补一句。"


def test_an_entry_moved_to_another_part_is_not_doubled_when_it_is_taken_back() -> None:
    older = a_report()
    one, other = older.parts[0], older.parts[1]
    newer = older.with_part(replace(one, entries=one.entries[1:])).with_part(
        replace(other, entries=(*other.entries, one.entries[0])))
    gone = next(each for each in changes(older, newer) if each.kind is ChangeKind.REMOVED)

    assert taken_back(newer, older, gone) == older


def test_taking_back_everything_keeps_which_report_it_is() -> None:
    older = replace(sample_report(), id="then", introduction="从前")
    now = replace(sample_report(), id="now")

    assert all_taken_back(now, older) == replace(older, id="now")


def some_edit(report: Report, chance: random.Random) -> Report:
    edit = chance.choice(list(EDITS.values()))[0]
    try:
        return edit(report)
    except IndexError:  # there is nothing left to change in this way
        return report


@pytest.mark.parametrize("seed", range(40))
def test_all_changes_taken_back_one_by_one_lead_to_the_older_version(seed: int) -> None:
    chance = random.Random(seed)
    older = sample_report()
    newer = older
    for _ in range(chance.randrange(2, 8)):
        newer = some_edit(newer, chance)

    steps = 0
    while found := changes(older, newer):
        newer = taken_back(newer, older, chance.choice(found))
        steps += 1
        assert steps < 200

    assert newer == older
