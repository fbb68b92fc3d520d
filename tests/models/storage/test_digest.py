from __future__ import annotations

from dataclasses import dataclass, replace

import pytest

from builders import a_duty, a_report
from models.domain.duty import DutyEntry, Evidence
from models.domain.report import Picture, Problem, Topic
from models.storage import digest
from models.storage.digest import canonical, digest_of


def test_digest_of_stored_content_never_changes() -> None:
    """Reports on users' disks carry these digests: when this fails, a migration must renew them."""
    entry = DutyEntry("D-1", text="局长主持会议。", evidence=(Evidence("1", topic="法治建设"),))

    assert digest_of(entry) == "d13638a1f4056a4b2015536be84df16399003544d0e2cd75f9c9cef5b00d9eef"


def test_a_field_added_later_leaves_the_digest_as_it_is() -> None:
    @dataclass(frozen=True)
    class Before:
        text: str = ""

    @dataclass(frozen=True)
    class After:
        text: str = ""
        added: tuple[str, ...] = ()

    After.__name__ = "Before"

    assert digest_of(After("正文")) == digest_of(Before("正文"))
    assert digest_of(After("正文", ("新",))) != digest_of(Before("正文"))


@pytest.mark.parametrize("changed", [
    replace(a_report(), introduction="现将2025年度法治政府建设情况报告如下。"),
    replace(a_report(), sample=True),
    replace(a_report(), completed=frozenset({"head"})),
    replace(a_report(), duties=(a_duty(reason="x"),)),
    replace(a_report(), parts=a_report().parts[::-1]),
], ids=["one mark", "flag", "set", "nested", "order"])
def test_any_change_changes_the_digest(changed: object) -> None:
    assert digest_of(changed) != digest_of(a_report())


def test_entries_of_other_types_with_the_same_words_differ() -> None:
    assert digest_of(Topic("1", "标题", "正文")) != digest_of(Problem("1", "标题", "正文"))


def test_pictures_count_by_their_bytes() -> None:
    assert digest_of(Picture("1", b"a", "")) != digest_of(Picture("1", b"b", ""))
    assert digest_of(Picture("1", b"a", "")) == digest_of(Picture("1", b"a", ""))


def test_order_within_a_set_does_not_count() -> None:
    assert digest_of(frozenset("甲乙丙")) == digest_of(frozenset("丙乙甲"))


def test_a_type_that_no_domain_value_holds_is_refused() -> None:
    with pytest.raises(TypeError):
        canonical(object())


def test_what_is_remembered_from_save_to_save_are_small_values_never_whole_reports() -> None:
    digest_of(a_report(id="remembered?"))
    before = digest._kept_form.cache_info()

    digest_of(a_report(id="remembered?", closing="改了结语。"))

    after = digest._kept_form.cache_info()
    assert after.hits > before.hits
    assert after.misses == before.misses
