"""Recipients by way of delivery."""

from __future__ import annotations

import pytest
from builders import a_report, an_organ

from models.domain.delivery import Delivery, is_party_organ, recipients_for, with_delivery


def test_together_addresses_all_main_recipients_of_the_profile() -> None:
    main, copies = recipients_for(Delivery.TOGETHER, an_organ())

    assert main == ("中共云峰县委", "云峰县人民政府")
    assert copies == ("县委全面依法治县委员会办公室", "市交通运输局")


def test_government_moves_the_party_committee_to_the_copies() -> None:
    main, copies = recipients_for(Delivery.GOVERNMENT, an_organ())

    assert main == ("云峰县人民政府",)
    assert copies == ("中共云峰县委", "县委全面依法治县委员会办公室", "市交通运输局")


def test_separate_keeps_the_first_recipient_only() -> None:
    assert recipients_for(Delivery.SEPARATE, an_organ())[0] == ("中共云峰县委",)


def test_a_single_recipient_stays_whatever_the_way() -> None:
    organ = an_organ(main_recipients=("云峰县人民政府",))

    assert {recipients_for(each, organ)[0] for each in Delivery} == {("云峰县人民政府",)}


@pytest.mark.parametrize(("name", "expected"), [
    ("中共云峰县委", True), ("云峰县委", True), ("开发区党工委", True),
    ("云峰县人民政府", False), ("县委全面依法治县委员会办公室", False), ("市交通运输局", False),
])
def test_party_organs_are_told_by_their_names(name: str, expected: bool) -> None:
    assert is_party_organ(name) is expected


def test_a_report_is_addressed_from_its_own_organ() -> None:
    report = with_delivery(a_report(), Delivery.GOVERNMENT)

    assert report.head.main_recipients == ("云峰县人民政府",)
    assert report.colophon.copy_recipients[0] == "中共云峰县委"
