"""Merging two reports that come from one: what only one side has changed is taken, what both have is asked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builders import a_report
from made_reports import a_full_report, edits
from models.comparison.merging import ChangedBy, Choice, Difference, Merge
from models.comparison.versions import changes
from models.domain.duty import Evidence
from models.domain.report import Attachment, Entry, Part, Problem, Report, Topic

ORIGIN = a_report(2, attachments=(Attachment("a1", "附件", "文字"),))


def with_entry(report: Report, entry_id: str, **texts: Any) -> Report:
    entry = report.entry(entry_id)
    assert entry is not None
    part = next(part for part in report.parts if entry in part.entries)
    changed: tuple[Entry, ...] = tuple(
        replace(each, **texts) if each.id == entry_id else each for each in part.entries)
    return report.with_part(replace(part, entries=changed))


def with_duty(report: Report, **texts: Any) -> Report:
    return report.with_duty(replace(report.duties[0], **texts))


def with_head(report: Report, **texts: Any) -> Report:
    return replace(report, head=replace(report.head, **texts))


def without_part(report: Report, part_id: str) -> Report:
    return replace(report, parts=tuple(part for part in report.parts if part.id != part_id))


def moved(report: Report, entry_id: str, to: str) -> Report:
    """Return `report` with the entry `entry_id` at the end of the part `to`."""
    entry = report.entry(entry_id)
    assert entry is not None
    rest = [
        replace(part, entries=tuple(each for each in part.entries if each.id != entry_id)) for part in report.parts]
    return replace(report, parts=tuple(
        replace(part, entries=(*part.entries, entry)) if part.id == to else part for part in rest))


def only(merge: Merge) -> Difference:
    """Return the one difference of `merge`."""
    assert len(merge.differences) == 1
    return merge.differences[0]


def proposed(merge: Merge) -> Report:
    """Return the outcome of what is proposed; nothing may be left to ask."""
    assert all(each.proposed is not None for each in merge.differences)
    return merge.result({each.key: each.proposed for each in merge.differences if each.proposed is not None})


CHANGES: dict[str, Callable[[Report, str], Report]] = {
    "introduction": lambda report, words: replace(report, introduction=words),
    "a topic": lambda report, words: with_entry(report, "t1", text=words),
    "a problem": lambda report, words: with_entry(report, "p1", cause=words),
    "a row of the plan": lambda report, words: with_entry(report, "k1", office=words),
    "a duty": lambda report, words: with_duty(report, text=words),
    "the head": lambda report, words: with_head(report, title=words),
    "a heading": lambda report, words: report.with_part(replace(report.parts[0], heading=words)),
    "the signature": lambda report, words: replace(report, closing=words),
    "an attachment": lambda report, words: replace(report, attachments=(replace(report.attachments[0], text=words),)),
    "the organ": lambda report, words: replace(report, organ=replace(report.organ, head=words)),
}
TWICE = ("introduction", "a topic", "a problem", "a row of the plan", "a duty", "an attachment")
every_place = pytest.mark.parametrize("place", CHANGES)


@every_place
def test_what_only_they_have_changed_is_proposed(place: str) -> None:
    theirs = CHANGES[place](ORIGIN, "对方写的")
    merge = Merge(ORIGIN, theirs, ORIGIN)

    assert (only(merge).by, only(merge).proposed) == (ChangedBy.THEM, Choice.THEIRS)
    assert proposed(merge) == theirs


@every_place
def test_what_only_i_have_changed_stays(place: str) -> None:
    mine = CHANGES[place](ORIGIN, "我写的")
    merge = Merge(mine, ORIGIN, ORIGIN)

    assert (only(merge).by, only(merge).proposed) == (ChangedBy.ME, Choice.MINE)
    assert proposed(merge) == mine


@every_place
def test_what_both_have_changed_is_asked(place: str) -> None:
    mine, theirs = CHANGES[place](ORIGIN, "我写的"), CHANGES[place](ORIGIN, "对方写的")
    merge = Merge(mine, theirs, ORIGIN)
    key = only(merge).key

    assert (only(merge).by, only(merge).proposed) == (ChangedBy.BOTH, None)
    assert (Choice.BOTH in only(merge).choices) == (place in TWICE)
    assert merge.result({key: Choice.MINE}) == merge.result({}) == mine
    assert merge.result({key: Choice.THEIRS}) == theirs


@pytest.mark.parametrize("place", TWICE)
def test_with_both_the_words_of_both_stand(place: str) -> None:
    mine, theirs = CHANGES[place](ORIGIN, "我写的"), CHANGES[place](ORIGIN, "对方写的")
    merge = Merge(mine, theirs, ORIGIN)

    both = repr(merge.result({only(merge).key: Choice.BOTH}))

    assert "我写的" in both and "对方写的" in both


@pytest.mark.parametrize("place", CHANGES)
def test_without_a_common_origin_everything_is_asked(place: str) -> None:
    merge = Merge(CHANGES[place](ORIGIN, "我写的"), CHANGES[place](ORIGIN, "对方写的"), None)

    assert (only(merge).by, only(merge).proposed) == (ChangedBy.UNKNOWN, None)


def test_without_a_common_origin_what_one_side_has_more_is_kept() -> None:
    more = ORIGIN.with_part(replace(ORIGIN.parts[0], entries=(*ORIGIN.parts[0].entries, Topic("t2", "新的"))))

    assert proposed(Merge(ORIGIN, more, None)) == more
    assert proposed(Merge(more, ORIGIN, None)) == more


@pytest.mark.parametrize(("mine", "theirs"), [
    (with_head(ORIGIN, document_number="云交〔2026〕9号"), with_head(ORIGIN, signatories=("王",))),
    (with_entry(ORIGIN, "p1", cause="我找的原因"), with_entry(ORIGIN, "p1", remedy="对方的整改")),
    (with_duty(ORIGIN, text="我写的"), with_duty(ORIGIN, evidence=(Evidence("2"),))),
    (with_entry(ORIGIN, "t1", text="我改的"), moved(ORIGIN, "t1", "problems")),
    (moved(ORIGIN, "t1", "problems"), with_entry(ORIGIN, "t1", text="对方改的")),
], ids=["head", "problem", "duty", "edited and moved", "moved and edited"])
def test_different_fields_of_one_place_are_put_together(mine: Report, theirs: Report) -> None:
    one, other = Merge(mine, theirs, ORIGIN), Merge(theirs, mine, ORIGIN)

    assert only(one).apart and only(one).proposed is Choice.BOTH
    assert proposed(one) == proposed(other)
    assert proposed(one) not in (mine, theirs, ORIGIN)
    assert not changes(proposed(one), proposed(other))


def test_both_entries_stand_one_behind_the_other() -> None:
    merge = Merge(with_entry(ORIGIN, "t1", text="我写的"), with_entry(ORIGIN, "t1", text="对方写的"), ORIGIN)

    entries = merge.result({only(merge).key: Choice.BOTH}).parts[0].entries

    assert [each.text for each in entries] == ["我写的", "对方写的"]
    assert len({each.id for each in entries}) == 2


def test_both_texts_of_a_duty_and_all_its_evidence_stand_in_one_entry() -> None:
    mine = with_duty(ORIGIN, text="我写的", evidence=(Evidence("1"),))
    merge = Merge(mine, with_duty(ORIGIN, text="对方写的", evidence=(Evidence("2"),)), ORIGIN)

    duty = merge.result({only(merge).key: Choice.BOTH}).duties[0]

    assert (duty.text, [each.times for each in duty.evidence]) == ("我写的\n对方写的", ["1", "2"])


def test_a_part_they_took_away_stays_while_i_have_written_in_it() -> None:
    mine = with_entry(ORIGIN, "p1", cause="我找的原因")
    merge = Merge(mine, without_part(ORIGIN, "problems"), ORIGIN)
    open_ones = [each for each in merge.differences if each.proposed is None]

    assert [each.key[1] for each in open_ones] == ["p1"]
    choices = {each.key: each.proposed or Choice.MINE for each in merge.differences}
    assert merge.result(choices) == mine
    assert merge.result({**choices, open_ones[0].key: Choice.THEIRS}) == without_part(ORIGIN, "problems")


def test_a_part_they_added_comes_with_the_entries_that_are_wanted() -> None:
    part = Part("new", heading="新部分", entries=(Problem("n1", "甲"), Problem("n2", "乙")))
    theirs = replace(ORIGIN, parts=(*ORIGIN.parts, part))
    merge = Merge(ORIGIN, theirs, ORIGIN)

    assert proposed(merge) == theirs
    unwanted = {each.key: Choice.MINE if each.key[1] == "n1" else Choice.THEIRS for each in merge.differences}
    assert [each.id for each in merge.result(unwanted).part("new").entries] == ["n2"]


def test_an_entry_i_edited_in_its_old_place_is_not_lost_when_they_moved_it() -> None:
    merge = Merge(with_entry(ORIGIN, "t1", text="我写的"), with_entry(
        moved(ORIGIN, "t1", "problems"), "t1", text="对方写的"), ORIGIN)
    key = only(merge).key

    assert merge.result({key: Choice.MINE}) == merge.mine
    assert merge.result({key: Choice.THEIRS}) == merge.theirs
    assert [each.field for each in only(merge).change.fields] == ["text"]


def test_another_order_of_the_attachments_is_taken_or_left() -> None:
    origin = a_full_report()
    theirs = replace(origin, attachments=origin.attachments[::-1])

    assert proposed(Merge(origin, theirs, origin)) == theirs
    assert proposed(Merge(theirs, origin, origin)) == theirs


@pytest.mark.parametrize(("mine", "theirs", "expected"), [
    ({"head"}, {"plan"}, {"head", "plan"}), (set(), {"old"}, set()), ({"old", "head"}, {"old"}, {"old", "head"}),
], ids=["both marked", "one took back", "one marked"])
def test_what_is_marked_done_follows_both(mine: set[str], theirs: set[str], expected: set[str]) -> None:
    origin = replace(ORIGIN, completed=frozenset({"old"}) if "old" in mine | theirs else frozenset())
    merge = Merge(
        replace(origin, completed=frozenset(mine)), replace(origin, completed=frozenset(theirs)), origin)

    assert merge.result({}).completed == expected


@settings(max_examples=150, suppress_health_check=list(HealthCheck), deadline=None)
@given(st.data())
def test_random_edits_of_both_sides_are_merged_without_loss(data: st.DataObject) -> None:
    origin = a_full_report()
    mine, theirs = data.draw(edits(origin)), data.draw(edits(origin))
    merge = Merge(mine, theirs, data.draw(st.sampled_from([origin, None])))
    keys = [each.key for each in merge.differences]
    some = {each.key: data.draw(st.sampled_from(each.choices)) for each in merge.differences}
    result = merge.result(some)
    ids = [entry.id for part in result.parts for entry in part.entries]

    assert not changes(merge.result(dict.fromkeys(keys, Choice.MINE)), mine)
    assert not changes(merge.result(dict.fromkeys(keys, Choice.THEIRS)), theirs)
    assert len(ids) == len(set(ids))
    for each in merge.differences:
        if some[each.key] is not Choice.MINE or not each.key[1] or mine.entry(each.key[1]) is None:
            continue
        assert result.entry(each.key[1]) == mine.entry(each.key[1])


@settings(max_examples=100, suppress_health_check=list(HealthCheck), deadline=None)
@given(st.data())
def test_after_random_edits_of_one_side_nothing_is_asked(data: st.DataObject) -> None:
    origin = a_full_report()
    changed = data.draw(edits(origin))

    assert not changes(proposed(Merge(origin, changed, origin)), changed)
    assert proposed(Merge(changed, origin, origin)) == changed
