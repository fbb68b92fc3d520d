"""Three ways to hand a department's report in (督察工作规定: 本级党委和政府, 上一级部门; 条例十五(一): one main recipient)."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum

from models.domain.organ import Organ
from models.domain.report import Report


class Delivery(StrEnum):
    """How the recipients are arranged."""

    TOGETHER = "together"  # 并列主送党委和政府
    GOVERNMENT = "government"  # 主送政府, 抄送党委与上级部门
    SEPARATE = "separate"  # 分别行文: one letter to each


def recipients_for(delivery: Delivery, organ: Organ) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the main and the copy recipients of `organ` for `delivery`.

    The profile of the organ holds all main recipients, 党委 first; with 分别行文 the first letter goes
    to the first of them and the others get letters of their own.
    """
    main, copies = organ.main_recipients, organ.copy_recipients
    if len(main) < 2 or delivery is Delivery.TOGETHER:
        return main, copies
    if delivery is Delivery.SEPARATE:
        return main[:1], copies
    party = tuple(name for name in main if is_party_organ(name))
    others = tuple(name for name in main if name not in party)
    if not party or not others:
        return main[-1:], (*main[:-1], *copies)
    return others, (*party, *copies)


def is_party_organ(name: str) -> bool:
    """Return whether `name` reads as a party committee (中共…委, …党工委), not one of its offices."""
    return name.startswith("中共") or name.endswith(("委", "委员会", "党工委")) and "政府" not in name


def with_delivery(report: Report, delivery: Delivery) -> Report:
    """Return `report` addressed by `delivery` from the profile of its organ."""
    main, copies = recipients_for(delivery, report.organ)
    return replace(
        report,
        head=replace(report.head, main_recipients=main),
        colophon=replace(report.colophon, copy_recipients=copies),
    )
