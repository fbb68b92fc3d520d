"""How the pages are wanted."""

from __future__ import annotations

from dataclasses import dataclass

from models.domain.report import ExportForm
from models.layout.layout import Layout
from models.layout.loader import load_layout


@dataclass(frozen=True, slots=True)
class PageWishes:
    """Form, 版式, set of faces, and wider lines (送审稿 only; None is standard)."""

    form: ExportForm = ExportForm.SUBMISSION
    profile: str = "常用"
    fonts: str = "方正"
    line_spacing: float | None = None

    @property
    def layout(self) -> Layout:
        """The layout of these wishes."""
        spacing = self.line_spacing if self.form is ExportForm.REVIEW else None
        return load_layout(self.profile, self.fonts, spacing)
