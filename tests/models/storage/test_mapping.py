from __future__ import annotations

from dataclasses import fields, replace
from enum import Enum
from pathlib import Path
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builders import a_report
from models.domain.dismissal import Dismissal
from models.domain.duty import DutyEntry, Evidence, PassageReference
from models.domain.head import Colophon, DocumentHead, Signature
from models.domain.material import Material
from models.domain.organ import Organ
from models.domain.report import Attachment, Part, Picture, PlanTask, Problem, Report, SecrecyReview, Topic
from models.domain.source_document import LeftOut, SourceDocument, SourceParagraph
from models.storage.own_fields import own_fields
from models.storage.rows import table_of
from models.storage.source_tables import SourceLeftOutRow, SourceParagraphRow, SourceRow
from models.storage.store import ReportStore
from models.storage.tables import (
    AttachmentRow, Base, DismissalRow, DutyRow, EntryPictureRow, EntryRow, EvidenceRow, MaterialRow, OrganRow, PartRow,
    PictureRow, ReportOrganRow, ReportRow,
)

WORDS = st.text(st.characters(exclude_categories=("Cs",)), max_size=12) | st.sampled_from(
    ["", " ", "\n", "'; DROP TABLE reports; --", "%_\\", "[]", "null", "㐀𠀀𪚥·䶮", "\ufffd", "一\t二\r\n三", "0", "a\x00b"])


def values(kind: Any) -> st.SearchStrategy[Any]:
    """Return generated values of the type `kind`, as it stands in a field of the domain."""
    origin = get_origin(kind)
    if origin is tuple:
        return st.lists(values(get_args(kind)[0]), max_size=3).map(tuple)
    if origin is frozenset:
        return st.frozensets(WORDS, max_size=3)
    if origin in (Union, UnionType):
        return st.one_of(*map(values, get_args(kind)))
    if kind is type(None):
        return st.none()
    if kind is str:
        return WORDS
    if kind is bytes:
        return st.binary(max_size=40)
    if kind is bool:
        return st.booleans()
    if kind is int:
        return st.integers(-(2 ** 63), 2 ** 63 - 1)
    if issubclass(kind, Enum):
        return st.sampled_from(list(kind))
    hints = get_type_hints(kind)
    return st.builds(kind, **{each.name: st.deferred(lambda hint=hints[each.name]: values(hint))
                              for each in fields(kind)})


TRIED = settings(
    max_examples=settings.default.max_examples // 8,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@TRIED
@given(reports=st.lists(values(Report), min_size=1, max_size=3))
def test_any_report_is_loaded_as_it_was_saved_over_any_other(store: ReportStore, reports: list[Report]) -> None:
    for report in reports:
        same = replace(report, id="one")
        store.save(same)

        assert store.load("one") == same


@TRIED
@given(source=values(SourceDocument), organ=values(Organ))
def test_any_source_and_organ_is_loaded_as_it_was_saved(
    store: ReportStore, source: SourceDocument, organ: Organ
) -> None:
    store.save(a_report())
    store.save_source("report-1", source)
    saved = store.save_organ(organ)

    assert store.load_source("report-1") == source
    assert saved in store.organs()


@pytest.mark.parametrize(("kind", "rows"), [
    (Report, ReportRow), (DocumentHead, ReportRow), (Signature, ReportRow), (Colophon, ReportRow),
    (Organ, OrganRow), (Organ, ReportOrganRow), (Part, PartRow), (Topic, EntryRow), (Problem, EntryRow),
    (PlanTask, EntryRow), (DutyEntry, DutyRow), (Evidence, EvidenceRow), (Attachment, AttachmentRow),
    (Picture, PictureRow), (Picture, EntryPictureRow), (Dismissal, DismissalRow), (Material, MaterialRow),
    (SourceDocument, SourceRow), (SourceParagraph, SourceParagraphRow), (LeftOut, SourceLeftOutRow),
], ids=lambda each: each.__name__)
def test_each_field_has_a_column(kind: type, rows: type[Base]) -> None:
    assert set(own_fields(kind)) <= set(table_of(rows).c.keys())


@pytest.mark.parametrize(("kind", "held_by_hand"), [
    (PassageReference, {"entry_id", "quote"}), (SecrecyReview, {"by", "date"}),
], ids=["reference", "secrecy review"])
def test_values_mapped_by_hand_have_gained_no_field(kind: type, held_by_hand: set[str]) -> None:
    assert {each.name for each in fields(kind)} == held_by_hand


def test_an_entry_that_becomes_another_type_leaves_nothing_behind(store: ReportStore, library: Path) -> None:
    report = a_report()
    problem = Problem("x", "小标题", "正文", "只在原因里的话", "只在整改里的话")
    store.save(replace(report, parts=(Part("a", entries=(problem,)),)))
    store.save(replace(report, parts=(Part("a", entries=(Topic("x", "小标题", "正文"),)),)))

    assert "只在原因里的话".encode() not in library.read_bytes()
