"""What a report must hold: sections, duties and their grounds, as values (regulations dossier, Table A and B)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from models.domain.organ import Organ, OrganKind, Post
from models.domain.report import SectionKey


class Certainty(StrEnum):
    """How sure a basis is: seen, second hand, or not yet verified (shown as 待核对, never with an article)."""

    VERIFIED = "V"
    SECOND_HAND = "P"
    UNVERIFIED = "K"


class Mandate(StrEnum):
    """Whether a requirement binds always or only where the matter exists."""

    MANDATORY = "mandatory"
    CONDITIONAL = "conditional"


@dataclass(frozen=True, slots=True)
class Basis:
    """Where a requirement comes from. `local` marks another place's paper: shown as 参考做法, never as 依据."""

    document: str
    article: str = ""  # empty where it is not verified
    certainty: Certainty = Certainty.UNVERIFIED
    local: bool = False


@dataclass(frozen=True, slots=True)
class Guidance:
    """What helps to write: prompt, evidence that counts, a good and a poor sentence (our own), typical failure.

    `questions` are those one asks oneself before and after writing.
    """

    prompt: str = ""
    evidence: tuple[str, ...] = ()
    good: str = ""
    poor: str = ""
    failure: str = ""
    questions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Requirement:
    """A line of Table A (R01–R28) as it stands for one kind of organ."""

    id: str
    title: str
    mandate: Mandate
    section: SectionKey | None = None  # the block it bears on; None means the whole report or its head
    topic: bool = False  # a suggested topic of `measures` (R18–R27)
    basis: tuple[Basis, ...] = ()
    keywords: tuple[str, ...] = ()
    guidance: Guidance = Guidance()
    source: str = "national"  # or the name of the local overlay that added or tightened it


@dataclass(frozen=True, slots=True)
class Duty:
    """A duty of the 第一责任人, possibly merged of several lines of Table B."""

    id: str
    title: str  # short name, the default 小标题
    covers: tuple[str, ...]  # lines of Table B
    posts: tuple[Post, ...]  # for whom it stands when two persons hold the posts
    core: bool = False  # mandatory: an entry, evidence or a reason is needed
    by_analogy: bool = False  # 参照 (departments, townships)
    basis: tuple[Basis, ...] = ()
    keywords: tuple[str, ...] = ()
    guidance: Guidance = Guidance()
    source: str = "national"


@dataclass(frozen=True, slots=True)
class Standard:
    """All that binds one kind of organ: the national data, with a local overlay laid over it if there is one."""

    kind: OrganKind
    requirements: tuple[Requirement, ...]
    duties: tuple[Duty, ...]
    headings: tuple[tuple[SectionKey, str], ...]  # default part headings in order, with {year} and {next_year}
    overlays: tuple[str, ...] = ()

    def duty(self, duty_id: str) -> Duty:
        """Return the duty `duty_id`; KeyError when there is none."""
        for duty in self.duties:
            if duty.id == duty_id:
                return duty
        raise KeyError(duty_id)

    def duties_for(self, organ: Organ) -> tuple[tuple[Duty, Post], ...]:
        """Return the duties that stand for `organ`, each with the post that answers for it, in the standard's order.

        One person in both posts has one entry of each duty; two have the duties of their own post each.
        """
        if organ.same_person:
            return tuple((duty, Post.HEAD) for duty in self.duties)
        return tuple((duty, post) for duty in self.duties for post in organ.posts if post in duty.posts)

    def heading(self, key: SectionKey, year: int) -> str:
        """Return the default heading of the part `key` for the report on `year`, without number."""
        text = dict(self.headings)[key]
        return text.replace("{year}", str(year)).replace("{next_year}", str(year + 1))

    def requirement_for(self, key: SectionKey) -> Requirement | None:
        """Return the main requirement of the block `key`; None when the block is free."""
        return next((each for each in self.requirements if each.section is key and not each.topic), None)
