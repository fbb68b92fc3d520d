"""The measures, faces and fixed words by which a 公文 is set, as values; units stand in the names.

字 and 行 are the units of GB/T 9704 (3.1, 3.2): names in `_characters` and `_lines` count them. Named tuples rather
than dataclasses where there are many fields, and types rather than names of types (no __future__): Python makes
them at every start, in a tenth of the time.
"""

from dataclasses import dataclass
from typing import NamedTuple

from models.text.repertoire import Repertoire, holds

TWIPS_PER_PT = 20
TWIPS_PER_MM = 1440 / 25.4


class Measures(NamedTuple):
    """Every length of the page. Types matter: whole numbers are counts, twips or percent."""

    page_width_twips: int
    page_height_twips: int
    top_margin_twips: int
    bottom_margin_twips: int
    left_margin_twips: int
    right_margin_twips: int
    header_distance_twips: int
    footer_distance_twips: int
    lines_per_page: int
    characters_per_line: int
    line_pitch_twips: int
    body_pt: float
    body_spacing_twips: int
    body_indent_characters: int
    baseline_share: float
    descent_share: float
    mark_top_mm: float
    mark_max_width_mm: float
    mark_max_pt: float
    mark_min_pt: float
    mark_min_scale_percent: int
    mark_ink_share: float
    joint_mark_height_mm: float
    joint_line_share: float
    joint_gap_characters: float
    letter_mark_top_mm: float
    letter_line_gap_mm: float
    letter_line_width_mm: float
    letter_line_bottom_mm: float
    letter_thick_mm: float
    letter_thin_mm: float
    letter_between_mm: float
    letter_text_gap_mm: float
    head_gap_lines: int
    side_indent_characters: int
    signatories_per_line: int
    red_line_gap_mm: float
    red_line_weight_mm: float
    title_pt: float
    title_line_twips: int
    title_max_characters: int
    title_gap_lines: int
    title_gap_without_head_lines: int
    recipients_gap_lines: int
    note_gap_lines: int
    sealed_gap_lines: int
    sealed_date_right_characters: int
    unsealed_gap_lines: int
    unsealed_right_characters: int
    unsealed_date_offset_characters: int
    seals_per_row: int
    seal_step_characters: int
    seal_row_lines: int
    stamp_gap_lines: int
    stamp_right_characters: int
    stamp_width_characters: int
    stamp_lines: int
    stamp_post_gap_characters: int
    stamp_date_gap_lines: int
    attachment_title_gap_lines: int
    table_pt: float
    table_line_twips: int
    table_row_twips: int
    table_gap_twips: int
    table_rule_eighths: int
    table_cell_margin_twips: int
    picture_gap_twips: int
    colophon_pt: float
    colophon_line_twips: int
    colophon_row_padding_twips: int
    colophon_outer_rule_eighths: int
    colophon_inner_rule_eighths: int
    page_number_pt: float
    page_number_line_twips: int
    draft_mark_pt: float

    @property
    def text_width_twips(self) -> int:
        """Width of the 版心."""
        return self.page_width_twips - self.left_margin_twips - self.right_margin_twips

    @property
    def text_height_twips(self) -> int:
        """Height of the 版心."""
        return self.page_height_twips - self.top_margin_twips - self.bottom_margin_twips

    @property
    def character_twips(self) -> float:
        """Width of one 字 of body text, its narrowed spacing included."""
        return self.body_pt * TWIPS_PER_PT + self.body_spacing_twips


class Faces(NamedTuple):
    """Names of the faces by class, as written into the Word file."""

    title: str  # 小标宋
    title_bold: bool
    body: str  # 仿宋
    kai: str  # 楷体
    hei: str  # 黑体
    song: str  # 宋体
    relatives: tuple[tuple[str, tuple[str, ...]], ...] = ()  # names Word may take instead, nearest first
    same: tuple[tuple[str, tuple[str, ...]], ...] = ()  # other names of the same file
    holds: tuple[tuple[str, Repertoire], ...] = ()  # the Chinese characters that a face has
    rare: tuple[tuple[str, tuple[str, ...]], ...] = ()  # what sets those it lacks, nearest first

    @property
    def names(self) -> tuple[str, ...]:
        """The faces used, each once, in the order of the standard."""
        return tuple(dict.fromkeys((self.title, self.body, self.kai, self.hei, self.song)))

    def relatives_of(self, name: str) -> tuple[str, ...]:
        """Return the names Word may take for `name`; empty when none is known."""
        return dict(self.relatives).get(name, ())

    def same_as(self, name: str) -> tuple[str, ...]:
        """Return the other names under which the very face `name` is installed; empty when none is known."""
        return dict(self.same).get(name, ())

    def lacks(self, name: str, character: str) -> bool:
        """Return whether the face `name` is known to be without the Chinese character `character`."""
        repertoire = dict(self.holds).get(name)
        return repertoire is not None and not holds(repertoire, character)

    def rare_of(self, name: str) -> tuple[str, ...]:
        """Return the faces that may set what `name` lacks, nearest first."""
        return dict(self.rare).get(name, ())

    def face_for(self, name: str, character: str) -> str:
        """Return the face of the Chinese character `character` in text of the face `name`: mostly that itself.

        Where no face is known to have it, it is left to `name`: the program that shows it finds one.
        """
        if not self.lacks(name, character):
            return name
        return next((each for each in self.rare_of(name) if not self.lacks(each, character)), name)


class Words(NamedTuple):
    """Fixed words of the document."""

    mark_word: str
    signatory_label: str
    recipients_end: str
    recipients_joint: str
    attachment_note_label: str
    attachment_label: str
    main_recipients_label: str
    copy_recipients_label: str
    copy_recipients_joint: str
    colophon_end: str
    distribution_end: str
    remark_open: str
    remark_close: str
    page_number_dash: str
    draft_mark: str
    review_mark: str
    plan_office: str
    plan_deadline: str
    plan_joint: str
    not_carried_out: str
    not_carried_out_because: str
    not_carried_out_since: str
    title_patterns: tuple[str, ...]
    public_remarks: tuple[str, ...]
    picture_label: str
    picture_in_text: str


@dataclass(frozen=True, slots=True)
class Layout:
    """How a document is set: a profile, a set of faces and, for a 送审稿, wider lines.

    `line_spacing` is a multiple of the profile's line pitch for body text; 1 is the standard's own.
    """

    profile: str
    fonts: str
    measures: Measures
    faces: Faces
    words: Words
    line_spacing: float = 1.0

    @property
    def body_pitch_twips(self) -> int:
        """Distance from line to line in body text."""
        return round(self.measures.line_pitch_twips * self.line_spacing)
