"""What a 科室 delivered stays with its report: stored, exchanged, merged, but never printed, checked or carried on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from builders import a_report, fixed_clock
from made_reports import exchange_with
from models.checks.runner import draft_of_report, run_checks
from models.comparison.combining import united_materials
from models.comparison.versions import all_taken_back, changes
from models.domain.material import Material, materials_for, with_material, without_material
from models.domain.organ import OrganKind
from models.domain.report import ExportForm
from models.exchange.reading import exchange_of
from models.exchange.writing import bytes_of
from models.manuscript.new_report import Reuse, new_report
from models.standards.loader import load_standard
from models.storage.store import ReportStore

HERE = Material("m1", "part:measures", "执法科", "2026年1月12日", "执法科报送.docx", "全年处罚118件。\n检查960次。")
THERE = Material("m2", "duty:D-1:head", "办公室", "2026年1月9日", "", "党组会5次。")
BOTH = (HERE, THERE)
STANDARD = load_standard(OrganKind.DEPARTMENT)


def test_a_page_has_what_was_delivered_for_it() -> None:
    assert materials_for(BOTH, "part:measures") == (HERE,)
    assert materials_for(BOTH, "head") == ()


def test_a_delivery_is_changed_in_its_place_added_at_the_end_and_removed_by_its_id() -> None:
    changed = replace(HERE, department="法规科")

    assert with_material(BOTH, changed) == (changed, THERE)
    assert with_material((HERE,), THERE) == BOTH
    assert without_material(BOTH, "m1") == (THERE,)


def test_it_is_stored_with_the_report_and_its_versions(tmp_path: Path) -> None:
    report = a_report(materials=BOTH)
    with ReportStore.open(tmp_path / "library.db", fixed_clock) as store:
        store.save(report)

        assert store.load(report.id) == report
        store.save(replace(report, materials=(THERE,)))
        assert store.load(report.id).materials == (THERE,)


@pytest.mark.parametrize("password", ["", "云岭2026交换"])
def test_it_travels_in_the_exchange_file(password: str) -> None:
    exchange = exchange_with(a_report(materials=BOTH))

    assert exchange_of(bytes_of(exchange, password), "报告.fzbg", password).report.materials == BOTH


def test_two_reports_merged_have_what_either_received() -> None:
    mine, theirs = replace(HERE, text="我改的"), replace(HERE, text="对方改的")

    assert united_materials((HERE,), (HERE, THERE), (HERE,)) == BOTH
    assert united_materials(BOTH, BOTH, (THERE,)) == (THERE,)
    both = united_materials((HERE,), (mine,), (theirs,))
    assert [each.text for each in both] == ["我改的", "对方改的"] and both[0].id != both[1].id


def test_an_older_version_taken_back_loses_nothing_delivered_since() -> None:
    older, now = a_report(introduction="从前"), a_report(materials=BOTH)

    assert all_taken_back(now, older).materials == BOTH
    assert changes(now, replace(now, materials=())) == ()


def test_it_is_no_text_of_the_report_and_stays_with_its_year() -> None:
    plain, delivered = a_report(), a_report(materials=(replace(HERE, text="截止12月，布署工作。"),))

    def found(report: object) -> list[str]:
        draft = draft_of_report(report, STANDARD, ExportForm.SUBMISSION, date(2026, 1, 19))  # type: ignore[arg-type]
        return [each.message for each in run_checks(draft)]

    assert found(delivered) == found(plain)
    assert new_report(delivered.organ, STANDARD, 2026, previous=delivered, reuse=Reuse.TEXTS).materials == ()
