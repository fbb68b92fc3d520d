"""The registry of checks: a code, a slug, a severity, a basis and a sentence, declared once at the function."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple, TypeAlias

from models.checks.finding import Draft, Edit, Finding, Fix, Passage, Severity
from models.domain.place import Place
from models.domain.report import SectionKey


class Hit(NamedTuple):
    """Where a check found something, and the words for its message.

    `excerpt` is the text as it stands; None when what is wrong is that something is absent. `severity` None
    means the severity of the check; `others` are further places of the same fault.
    """

    section: SectionKey | None = None
    place: Place = Place()
    excerpt: str | None = None
    words: Mapping[str, str] = MappingProxyType({})
    severity: Severity | None = None
    others: tuple[Place, ...] = ()
    fix: Fix | None = None


Rule: TypeAlias = Callable[[Draft], Iterator[Hit]]


class Check(NamedTuple):
    """One registered check. The docstring of its rule says what it demands and why.

    `local` promises that the rule looks at each passage by itself: besides it only at the standard, the form, the day,
    last year's report, and of the report at its year, organ, head, signature and the number of attachments.
    """

    code: str
    slug: str
    severity: Severity
    basis: str
    message: str
    rule: Rule
    local: bool = False


_CHECKS: dict[str, Check] = {}


def check(
    code: str, *, slug: str, severity: Severity, basis: str, message: str, local: bool = False
) -> Callable[[Rule], Rule]:
    """Register the decorated rule under `code`; ValueError when the code is taken."""

    def register(rule: Rule) -> Rule:
        if code in _CHECKS:
            raise ValueError(f"check code {code} is used twice")
        _CHECKS[code] = Check(code, slug, severity, basis, message, rule, local)
        return rule

    return register


def registered() -> Mapping[str, Check]:
    """Return all checks registered so far by code; `models.checks.runner` imports them all."""
    return _CHECKS


def finding_of(check: Check, hit: Hit) -> Finding:
    """Return the finding of `check` at `hit`."""
    message = check.message.format_map(hit.words)
    return Finding(
        check.code, check.slug, hit.severity or check.severity, message, hit.section, hit.excerpt, hit.place,
        check.basis, hit.others, hit.fix,
    )


def hit_in(passage: Passage, start: int, end: int, **words: str) -> Hit:
    """Return the hit at `start` to `end` of `passage`, with the words there as its excerpt."""
    excerpt = passage.text[start:end]
    return Hit(passage.section, place_in(passage, start, end), excerpt, {"excerpt": excerpt, **words})


def replaced_hit(passage: Passage, start: int, end: int, right: str, **words: str) -> Hit:
    """Return the hit at `start` to `end` of `passage`, where certainly `right` should stand: {right} in the message."""
    hit = hit_in(passage, start, end, right=right, **words)
    return hit._replace(fix=Fix(f"改为“{right}”", (Edit(hit.place, right),)))


def place_in(passage: Passage, start: int, end: int) -> Place:
    """Return the place of the characters `start` to `end` of `passage`."""
    place = passage.place
    return Place(place.task, place.entry, place.field, place.start + start, place.start + end, place.line)
