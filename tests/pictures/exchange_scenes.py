"""The dialogs of exchange files: where to, the password, and what two people have written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog, QWidget

    from models.domain.report import Report


def dialogs() -> list[tuple[str, Callable[[QWidget], QDialog]]]:
    """Return the name and the maker of each dialog, filled as a clerk would see it."""
    from models.comparison.merging import Merge
    from models.samples import sample_report
    from models.standards.loader import load_standard
    from ui.app.exchange_flow import TOLD
    from ui.dialogs.exchange_dialog import ExchangeDialog, PasswordDialog
    from ui.dialogs.merge_dialog import MergeDialog

    sample = sample_report()

    def export(parent: QWidget) -> QDialog:
        dialog = ExchangeDialog(sample, Path("D:/法治年报"), parent)
        dialog.password.setText("云岭2026交换")
        dialog.again.setText("云岭2026")
        return dialog

    def merge(parent: QWidget, told: str, mine: Report, theirs: Report, origin: Report | None) -> QDialog:
        dialog = MergeDialog(Merge(mine, theirs, origin), load_standard(sample.organ.kind), told, parent)
        dialog.list.setCurrentRow(3 if origin is None else dialog.list.currentRow())
        return dialog

    mine, theirs = written(sample)
    told = {relation.value: words for relation, words in TOLD.items()}
    return [
        ("exchange-export", export),
        ("exchange-password", lambda parent: PasswordDialog("报告.fzbg", "密码不对，没有打开。", parent)),
        ("exchange-merge", lambda parent: merge(parent, told["both"], mine, theirs, sample)),
        ("exchange-merge-theirs", lambda parent: merge(parent, told["theirs_only"], sample, theirs, sample)),
        ("exchange-merge-unknown", lambda parent: merge(parent, told["unknown"], mine, theirs, None)),
    ]


def written(sample: Report) -> tuple[Report, Report]:
    """Return what two people have made of `sample`: the same topic, different fields of a problem, each its own."""
    measures = sample.parts[0]
    first, second = measures.entries[:2]
    problems = next(part for part in sample.parts if part.key.value == "problems")
    problem = problems.entries[0]
    mine = sample.with_part(replace(measures, entries=(
        replace(first, text=first.text.replace("依法", "严格依法", 1)), *measures.entries[1:])))
    mine = mine.with_part(replace(problems, entries=(
        replace(problem, cause="主要原因是法制审核人员不足。"), *problems.entries[1:])))
    theirs = sample.with_part(replace(measures, entries=(
        replace(first, text=first.text[:-12] + "成效明显。"), replace(second, title="另一个小标题"),
        *measures.entries[2:])))
    theirs = theirs.with_part(replace(problems, entries=(
        replace(problem, remedy="增配两名审核人员。"), *problems.entries[1:])))
    return replace(mine, closing="特此报告，请审示。"), replace(theirs, introduction=theirs.introduction + "具体如下：")
