"""Sentences to start with say only what is known."""

from __future__ import annotations

from dataclasses import replace

from builders import a_report, an_organ
from models.domain.organ import OrganKind
from models.domain.report import SectionKey
from models.domain.standard import Basis, Certainty, Standard
from models.manuscript.starting_sentences import closing_start, introduction_start
from models.standards.loader import load_standard


def test_the_introduction_names_basis_organ_and_year() -> None:
    sentence = introduction_start(a_report(), load_standard(OrganKind.DEPARTMENT))

    assert sentence == "按照《法治政府建设与责任落实督察工作规定》有关要求，现将云峰县交通运输局2025年度法治政府建设情况报告如下："


def test_nothing_is_said_before_the_organ_is_known() -> None:
    report = a_report(organ=an_organ(full_name="", short_name=""))

    assert introduction_start(report, load_standard(OrganKind.DEPARTMENT)) == ""


def test_a_basis_not_seen_or_local_is_never_named() -> None:
    standard = load_standard(OrganKind.DEPARTMENT)
    bases = (Basis("《没有见过的》"), Basis("《外地做法》", "", Certainty.VERIFIED, local=True))
    requirements = tuple(
        replace(each, basis=bases) if each.section is SectionKey.MEASURES else each for each in standard.requirements
    )
    doubtful = Standard(standard.kind, requirements, standard.duties, standard.headings)

    assert introduction_start(a_report(), doubtful) == ""


def test_a_report_ends_as_reports_do() -> None:
    assert closing_start() == "特此报告。"
