"""The profile of an organ, completed by what one of its reports shows of it."""

from __future__ import annotations

from dataclasses import replace

from models.domain.organ import Organ
from models.domain.report import Report
from models.text.document_number import parse_document_number


def completed_profile(organ: Organ, report: Report) -> Organ:
    """Return `organ` with what it leaves empty taken from the head and the end of `report`, as far as they say it.

    A signatory is the head of the organ only where one person signs: joint issues name several.
    """
    head, colophon = report.head, report.colophon
    number = parse_document_number(head.document_number)
    signatory = head.signatories[0] if len(head.signatories) == 1 else ""
    usual_mark = replace(organ, issuing_organ_mark="").mark
    leader = organ.head or signatory
    return replace(
        organ,
        issuing_organ_mark=organ.issuing_organ_mark or (
            head.issuing_organ_mark if head.issuing_organ_mark != usual_mark else ""),
        organ_code=organ.organ_code or (number.organ_code if number else ""),
        head=leader,
        secretary=organ.secretary or (leader if organ.same_person else ""),
        main_recipients=organ.main_recipients or head.main_recipients,
        copy_recipients=organ.copy_recipients or colophon.copy_recipients,
        distributing_organ=organ.distributing_organ or colophon.distributing_organ,
    )
