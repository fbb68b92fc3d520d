"""Whole documents rendered and measured by the layout check beside the project, when it is there."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from exporters.docx.writer import write_manuscript
from models.domain.organ import OrganKind
from models.domain.report import ExportForm, Report
from models.layout.loader import PROFILES, load_layout
from models.manuscript.blocks import Heading, Manuscript
from models.manuscript.compose import compose
from models.samples import sample_report
from models.standards.loader import load_standard
from word_files import CREATED, a_long_report, a_standard

pytestmark = pytest.mark.layout
exhaustive = pytest.mark.exhaustive

SHARED = Path(__file__).resolve().parents[4] / "shared"
CHECK = SHARED / "tools" / "verify_docx.py"
SEEDS = sorted((SHARED / "seeds").glob("*.txt"))


@cache
def checker() -> str:
    """Return the Python of the layout check; skips the test where it is not set up."""
    if not CHECK.is_file():
        pytest.skip("the layout check is not here")
    found = subprocess.run(["bash", str(CHECK.with_name("setup.sh")), "--python"], capture_output=True, text=True)
    python = found.stdout.strip().splitlines()[-1:] or [""]
    if not Path(python[0]).is_file():
        pytest.skip("the layout check is not set up")
    return python[0]


def failed(manuscript: Manuscript, profile: str, folder: Path) -> list[str]:
    """Return the failed points of `manuscript` set in `profile`, in words."""
    path, expect, found = (folder / name for name in ("报告.docx", "expect.json", "found.json"))
    write_manuscript(manuscript, load_layout(profile), path, CREATED)
    expect.write_text(json.dumps(expectation(manuscript, profile), ensure_ascii=False), encoding="utf-8")
    command = [checker(), str(CHECK), str(path), "--expect", str(expect), "--json", str(found)]
    run = subprocess.run(command, capture_output=True, text=True, timeout=110)
    assert run.returncode in (0, 1), run.stderr
    checks = json.loads(found.read_text(encoding="utf-8"))["checks"]
    assert len([check for check in checks if check["verdict"] == "pass"]) > 80
    return [f"{check['id']}: {check['measured']}, wanted {check['expected']}"
            for check in checks if check["verdict"] == "fail"]


def expectation(manuscript: Manuscript, profile: str) -> dict[str, object]:
    """Return what must be found in the pages of `manuscript`."""
    head, colophon = manuscript.head, manuscript.colophon
    assert head is not None and colophon is not None
    headings: dict[str, list[str]] = {}
    for block in manuscript.blocks:
        if isinstance(block, Heading):
            headings.setdefault(str(block.level), []).append(block.number + block.text)
    return {
        "profile": "33476.2" if profile == "33476.2" else "9704", "kind": "上行文", "sealed": manuscript.sealed,
        "organ_mark": head.issuing_organ_mark, "doc_number": head.document_number, "signatory": head.signatories[0],
        "title": manuscript.plain_title, "recipients": manuscript.main_recipients, "organ": manuscript.signature,
        "date": manuscript.date_of_issue, "headings": headings, "imprint": {
            "cc": colophon.copy_recipients, "printer": colophon.distributing_organ,
            "print_date": colophon.distribution_date + "印发"},
    }


def the_sample() -> Manuscript:
    return compose(sample_report(), load_standard(OrganKind.DEPARTMENT), ExportForm.SUBMISSION)


def the_long_report() -> Manuscript:
    return compose(a_long_report(), a_standard(), ExportForm.SUBMISSION)


def an_unsealed_secret_report() -> Manuscript:
    manuscript = the_long_report()
    assert manuscript.head is not None
    head = replace(manuscript.head, copy_number="000001", secrecy="秘密★1年", urgency="加急")
    return replace(manuscript, head=head, sealed=False, attachments=(), attachment_notes=())


def pairs_of_seed_and_profile() -> list[object]:
    """Return each real report with each profile; all but one profile of each are for the exhaustive run."""
    return [
        pytest.param(seed, profile, id=f"{seed.stem if seed else 'no seed'}-{profile}",
                     marks=() if place == number % len(PROFILES) else exhaustive)
        for number, seed in enumerate(SEEDS or [None]) for place, profile in enumerate(PROFILES)
    ]


@pytest.mark.parametrize(("make", "profile"), [
    (the_long_report, "33476.2"), (an_unsealed_secret_report, "常用"),
    *(pytest.param(make, profile, marks=exhaustive) for make, profile in (
        (the_sample, "常用"), (the_sample, "33476.2"), (the_long_report, "常用"))),
])
def test_every_element_is_where_the_standard_wants_it(
    make: Callable[[], Manuscript], profile: str, tmp_path: Path
) -> None:
    assert failed(make(), profile, tmp_path) == []


@pytest.mark.parametrize(("seed", "profile"), pairs_of_seed_and_profile())
def test_a_real_report_completed_passes(seed: Path | None, profile: str, tmp_path: Path) -> None:
    if seed is None:
        pytest.skip("the real reports are not here")
    from models.importers.reading import read_report

    report = completed(read_report(seed, repair=True).report)
    manuscript = compose(report, load_standard(report.organ.kind), ExportForm.SUBMISSION)

    assert failed(manuscript, profile, tmp_path) == []


def completed(report: Report) -> Report:
    """Return `report` with the head and colophon elements that its file lacks."""
    sample = sample_report()
    organ = report.organ.full_name
    head, signature = report.head, report.signature
    return replace(
        report,
        head=replace(
            head,
            issuing_organ_mark=f"{organ}文件",
            document_number=head.document_number or sample.head.document_number,
            signatories=head.signatories or sample.head.signatories,
            main_recipients=head.main_recipients or sample.head.main_recipients,
        ),
        signature=replace(
            signature, issuing_organ_signature=organ, date_of_issue=signature.date_of_issue or "2024年2月20日",
        ),
        colophon=replace(sample.colophon, distributing_organ=f"{organ}办公室", distribution_date="2024年2月20日"),
    )
