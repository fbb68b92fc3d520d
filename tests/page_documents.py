"""The kinds of documents whose pages are measured: with seal and without, secret, 公开版, 送审稿, two kinds of report."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from models.domain.organ import OrganKind
from models.domain.report import ExportForm
from models.layout.layout import Layout
from models.layout.loader import load_layout
from models.manuscript.blocks import Manuscript
from models.manuscript.compose import compose
from models.samples import sample_report
from models.standards.loader import load_standard
from word_files import a_long_report, a_standard

COPIES = ("县委办公室", "县人大常委会办公室", "县政协办公室", "县委依法治县委员会办公室", "县司法局", "市交通运输局",
          "各乡镇人民政府")


class PageDocument(NamedTuple):
    """A document: its manuscript, and how far apart its body lines are."""

    manuscript: Manuscript
    spacing: float = 1.0

    def layout(self, profile: str) -> Layout:
        """Return its layout in `profile`."""
        return load_layout(profile, "方正", self.spacing)


def sample(form: ExportForm = ExportForm.SUBMISSION) -> Manuscript:
    """Return the sample in `form`."""
    return compose(sample_report(), load_standard(OrganKind.DEPARTMENT), form)


def long() -> Manuscript:
    """Return the long report: sealed, two attachments, a table."""
    return compose(a_long_report(), a_standard(), ExportForm.SUBMISSION)


def secret() -> Manuscript:
    """Return the long report without seal and attachments, with everything that a head and a 版记 may hold."""
    manuscript = long()
    assert manuscript.head is not None and manuscript.colophon is not None
    head = replace(manuscript.head, copy_number="000001", secrecy="秘密★1年", urgency="加急",
                   signatories=("林致远", "周文", "欧阳子健"))
    colophon = replace(manuscript.colophon, main_recipients="中共云峰县委、云峰县人民政府", copy_recipients="，".join(COPIES))
    return replace(
        manuscript, head=head, sealed=False, attachments=(), attachment_notes=(), colophon=colophon)


def documents() -> dict[str, PageDocument]:
    """Return the documents by name."""
    return {
        "样例": PageDocument(sample()),
        "样例公开版": PageDocument(sample(ExportForm.PUBLIC)),
        "样例送审稿1.5倍": PageDocument(sample(ExportForm.REVIEW), 1.5),
        "长报告": PageDocument(long()),
        "涉密不盖章": PageDocument(secret()),
    }
