"""Two libraries that hand a report to each other: what each has, who has changed it, and nothing is lost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from builders import a_report, an_organ, fixed_clock
from models.domain.organ import Organ
from models.domain.report import Attachment, Picture, Report
from models.domain.source_document import SourceDocument
from models.errors import UserError
from models.exchange.exchange import Exchange
from models.exchange.handing import gathered, keep_both, origin_of, standing_of, take_in_new
from models.exchange.reading import exchange_of
from models.exchange.relation import Relation, standing
from models.exchange.writing import bytes_of
from models.storage.digest import digest_of
from models.storage.store import ReportStore
from pictured import a_file


@pytest.fixture
def stores(tmp_path: Path) -> Iterator[tuple[ReportStore, ReportStore]]:
    """Lend the libraries of two computers."""
    first, second = (ReportStore.open(tmp_path / name, fixed_clock) for name in ("a.db", "b.db"))
    with first, second:
        yield first, second


def hand(store: ReportStore, report: Report, history: bool = True) -> Exchange:
    """Store `report`, write it into a file and read that."""
    store.save(report)
    return exchange_of(bytes_of(gathered(store, report, 100, fixed_clock(), history)), "报告.fzbg")


def digests(store: ReportStore) -> list[str]:
    return [each.digest for each in store.revisions.of("report-1")]


def saying(words: str) -> Report:
    return a_report(introduction=words)


Stores = tuple[ReportStore, ReportStore]


def test_a_new_report_comes_with_pictures_versions_source_and_organ(stores: Stores) -> None:
    one, two = stores
    report = a_report(attachments=(Attachment("a1", "图", pictures=(Picture("p1", a_file(4, 3), "图一"),)),))
    source = SourceDocument("去年.docx")
    one.save(saying("旧的"))
    one.revisions.keep(saying("旧的"), "手动", 9, "送审稿一")
    one.save_source("report-1", source)

    take_in_new(two, hand(one, report), 100)

    assert two.load("report-1") == report
    assert two.load_source("report-1") == source
    assert two.organs() == (an_organ(),)
    kept = {each.name: two.revisions.load(each.number) for each in two.revisions.of("report-1")}
    assert kept["送审稿一"] == saying("旧的")
    assert kept["对方 2026-01-20 14:32 的交换文件"] == report


@pytest.mark.parametrize("known", [
    an_organ(id="mine"), an_organ(full_name="云峰县交通局")], ids=["the same name", "the same id"])
def test_an_organ_that_is_known_stays_as_it_is(stores: Stores, known: Organ) -> None:
    one, two = stores
    two.save_organ(known)

    take_in_new(two, hand(one, a_report()), 100)

    assert two.organs() == (known,)


def test_versions_taken_in_twice_are_there_once(stores: Stores) -> None:
    one, two = stores
    exchange = hand(one, a_report())
    take_in_new(two, exchange, 100)
    before = two.revisions.of("report-1")

    two.revisions.adopt((each.summary, each.report) for each in exchange.versions)

    assert two.revisions.of("report-1") == before


def test_without_history_no_version_comes_along_but_what_both_come_from_is_known(stores: Stores) -> None:
    one, two = stores
    one.save(saying("旧的"))
    one.revisions.keep(saying("旧的"), "手动", 9, "送审稿一")
    exchange = hand(one, a_report(), history=False)

    assert exchange.versions == ()
    assert exchange.known == (digest_of(saying("旧的")), digest_of(a_report()), digest_of(a_report()))
    take_in_new(two, exchange, 100)
    two.save(saying("乙改的"))
    found = standing_of(one, saying("甲改的"), hand(two, saying("乙改的"), history=False))
    assert (found.relation, found.origin) == (Relation.BOTH, digest_of(a_report()))


def test_the_way_there_and_back(stores: Stores) -> None:
    """甲 hands over, both write, 甲 merges and hands over again: 乙 has nothing left to ask."""
    one, two = stores
    take_in_new(two, hand(one, a_report()), 100)
    mine, theirs = saying("甲改的"), a_report(closing="乙改的")
    one.save(mine)
    exchange = hand(two, theirs)

    found = standing_of(one, mine, exchange)
    assert found.relation is Relation.BOTH
    assert origin_of(one, found, exchange) == a_report()
    keep_both(one, mine, 100, exchange, 100)
    assert {digest_of(mine), digest_of(theirs)} <= set(digests(one))
    merged = a_report(introduction="甲改的", closing="乙改的")
    back = hand(one, merged)

    assert standing_of(one, merged, exchange).relation is Relation.MINE_ONLY
    assert standing_of(two, theirs, back).relation is Relation.THEIRS_ONLY
    assert standing_of(two, merged, back).relation is Relation.SAME
    later = standing_of(two, replace(theirs, introduction="乙又改的"), back)
    assert (later.relation, later.origin) == (Relation.BOTH, digest_of(theirs))


def test_an_origin_that_is_only_in_the_file_is_found_there(stores: Stores) -> None:
    one, two = stores
    take_in_new(two, hand(one, a_report()), 100)
    exchange = hand(two, saying("乙改的"))

    found = standing(saying("甲改的"), (digest_of(a_report()),), exchange.report, exchange.known)

    assert found.origin == digest_of(a_report())
    with pytest.raises(UserError):
        two.revisions.load(10_000)
    assert origin_of(two, found, replace(exchange, versions=())) == a_report()


A, B, C, D = (saying(each) for each in "ABCD")


@pytest.mark.parametrize(("mine", "held", "theirs", "known", "expected", "origin"), [
    (A, "A", A, "A", Relation.SAME, A),
    (A, "A", B, "AB", Relation.THEIRS_ONLY, A),
    (B, "AB", A, "A", Relation.MINE_ONLY, A),
    (B, "A", C, "AC", Relation.BOTH, A),
    (C, "ABC", D, "ABD", Relation.BOTH, B),
    (A, "ABA", C, "ABC", Relation.THEIRS_ONLY, A),
    (D, "ABAD", C, "ABC", Relation.BOTH, B),
    (A, "AB", B, "BAB", Relation.THEIRS_ONLY, A),
    (A, "A", B, "B", Relation.UNKNOWN, None),
], ids=[
    "the same", "only they wrote", "only I wrote", "both wrote", "the newest origin", "they have seen mine",
    "a content that came back counts where it was first", "they have gone back knowing mine", "nothing in common"])
def test_who_has_written_since(
    mine: Report, held: str, theirs: Report, known: str, expected: Relation, origin: Report | None
) -> None:
    found = standing(
        mine, [digest_of(saying(each)) for each in held], theirs, [digest_of(saying(each)) for each in known])

    assert found.relation is expected
    assert found.origin == (digest_of(origin) if origin is not None else "")
