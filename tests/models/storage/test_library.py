from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from builders import a_report, fixed_clock
from models.errors import UserError
from models.storage.library import peek_reports
from models.storage.store import ReportStore

ROOT = Path(__file__).resolve().parents[3]


def test_a_look_sees_what_the_store_lists(store: ReportStore, library: Path) -> None:
    for report_id in ("a", "b"):
        store.save(a_report(id=report_id))

    assert peek_reports(library) == store.reports() != ()


def test_a_look_at_nothing_sees_nothing_and_makes_nothing(library: Path) -> None:
    assert peek_reports(library) == ()
    assert not library.exists()


def test_a_look_alters_nothing(library: Path) -> None:
    with ReportStore.open(library, fixed_clock) as store:
        store.save(a_report())
    before = {path: path.read_bytes() for path in library.parent.rglob("*") if path.is_file()}

    peek_reports(library)

    assert {path: path.read_bytes() for path in library.parent.rglob("*") if path.is_file()} == before


def test_a_look_at_a_foreign_file_is_a_clear_word(library: Path) -> None:
    library.write_text("不是数据库", encoding="utf-8")

    with pytest.raises(UserError, match="不是资料库"):
        peek_reports(library)


@pytest.mark.parametrize("module", ["models.storage", "models.storage.summary", "models.storage.library",
                                    "models.storage.failures", "models.settings"])
def test_light_modules_load_neither_sqlalchemy_nor_platformdirs(module: str) -> None:
    program = f"import sys, {module}; print(sorted({{'sqlalchemy', 'alembic', 'platformdirs'}} & set(sys.modules)))"

    found = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)

    assert found.stdout == "[]\n"


def test_a_store_of_the_newest_version_loads_no_alembic(library: Path) -> None:
    program = (
        "import sys, pathlib; from models.storage.store import ReportStore\n"
        "ReportStore.open(pathlib.Path(sys.argv[1])).close(); print('alembic' in sys.modules)")

    found = subprocess.run(
        [sys.executable, "-c", program, str(library)], cwd=ROOT, capture_output=True, text=True, check=True)

    assert found.stdout == "False\n"
