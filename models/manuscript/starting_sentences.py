"""Sentences the program can start a text with: true by what is known of organ, year and basis."""

from __future__ import annotations

from models.domain.report import Report, SectionKey
from models.domain.standard import Certainty, Standard
from models.errors import UserError
from models.resources import read_yaml

_KEYS = {"introduction", "closing"}


def introduction_start(report: Report, standard: Standard) -> str:
    """Return a usual first sentence of `report`; empty while organ or year are not known or no basis was seen."""
    requirement = standard.requirement_for(SectionKey.MEASURES)
    bases = requirement.basis if requirement else ()
    known = next((each.document for each in bases
                  if each.certainty is not Certainty.UNVERIFIED and not each.local), "")
    if not (known and report.organ.name and report.year):
        return ""
    return _sentences()["introduction"].format(basis=known, organ=report.organ.name, year=report.year)


def closing_start() -> str:
    """Return the usual last sentence of a report."""
    return _sentences()["closing"]


def _sentences() -> dict[str, str]:
    data = read_yaml("wording", "starting_sentences.yaml")
    if not isinstance(data, dict) or set(data) != _KEYS or not all(isinstance(each, str) for each in data.values()):
        raise UserError("程序文件 wording/starting_sentences.yaml 不完整。", "请重新安装程序。")
    return data
