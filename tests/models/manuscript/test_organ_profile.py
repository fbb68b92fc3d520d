"""What a report read in tells of its organ fills the profile, and never overwrites it."""

from __future__ import annotations

from dataclasses import replace

from builders import a_report, an_organ
from models.domain.head import Colophon, DocumentHead
from models.domain.organ import Organ
from models.manuscript.organ_profile import completed_profile

REPORT = replace(
    a_report(),
    head=DocumentHead(
        issuing_organ_mark="云峰县交通运输局文件", document_number="云交〔2025〕3号", signatories=("林致远",),
        main_recipients=("中共云峰县委", "云峰县人民政府")),
    colophon=Colophon(copy_recipients=("县司法局",), distributing_organ="云峰县交通运输局办公室"),
)
BARE = Organ(id="o", full_name="云峰县交通运输局")


def test_an_empty_profile_takes_over_what_the_report_says() -> None:
    organ = completed_profile(BARE, REPORT)

    assert organ == Organ(
        id="o", full_name="云峰县交通运输局", organ_code="云交", head="林致远", secretary="林致远",
        main_recipients=("中共云峰县委", "云峰县人民政府"), copy_recipients=("县司法局",),
        distributing_organ="云峰县交通运输局办公室")


def test_a_mark_of_its_own_is_kept() -> None:
    report = replace(REPORT, head=replace(REPORT.head, issuing_organ_mark="云峰县交通局文件"))

    assert completed_profile(BARE, report).issuing_organ_mark == "云峰县交通局文件"


def test_what_was_entered_stays() -> None:
    assert completed_profile(an_organ(), REPORT) == an_organ()


def test_several_signatories_name_no_head_and_two_persons_no_secretary() -> None:
    joint = replace(REPORT, head=replace(REPORT.head, signatories=("林致远", "王平")))

    assert completed_profile(BARE, joint).head == ""
    assert completed_profile(replace(BARE, same_person=False), REPORT).secretary == ""


def test_a_report_that_says_nothing_changes_nothing() -> None:
    silent = replace(REPORT, head=DocumentHead(document_number="没有"), colophon=Colophon())

    assert completed_profile(BARE, silent) == BARE
