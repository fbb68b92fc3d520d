"""Our own blank template."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

from exporters.docx.template import build_template, template_path


def test_the_committed_template_is_what_the_program_makes(tmp_path: Path) -> None:
    fresh = tmp_path / "blank.docx"

    build_template(fresh)

    with ZipFile(fresh) as made, ZipFile(template_path()) as kept:
        assert made.namelist() == kept.namelist()
        for name in made.namelist():
            assert made.read(name) == kept.read(name), f"run: python -m exporters.docx.template ({name})"


def test_the_template_holds_no_trace_of_a_library() -> None:
    with ZipFile(template_path()) as archive:
        for name in archive.namelist():
            assert b"python" not in archive.read(name).lower(), name
