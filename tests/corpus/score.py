"""`python tests/corpus/score.py [FOLDER]`: recall and precision of the checks, by slug, and of the blocks, by key.

FOLDER holds a .yaml with labels for each report (see `labelled.py`), the report itself in it or beside it. Without
FOLDER the reports of the project are scored. Misses and false alarms are listed by slug.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

if __name__ == "__main__":
    sys.path[:0] = [str(Path(__file__).resolve().parents[levels]) for levels in (1, 2)]

from corpus.answers import ASPECTS, Score, scores
from corpus.labelled import HEAD, Label, read_corpus
from models.checks.finding import Finding, Severity
from models.domain.report import SectionKey

REPORTS = Path(__file__).resolve().parent / "reports"


class Rate(NamedTuple):
    """How many of a number were right."""

    right: int
    all: int

    @property
    def share(self) -> float:
        """The share that was right; 1 where there was nothing to be right about."""
        return self.right / self.all if self.all else 1.0

    def __str__(self) -> str:
        return f"{self.right:4}/{self.all:<4} {self.share:7.1%}"


def recall(results: Sequence[Score], slug: str | None = None) -> Rate:
    """Return how many of the labels (of `slug`; None: of all) were found."""
    found = sum(slug in (None, label.slug) for result in results for label in result.found)
    return Rate(found, found + sum(slug in (None, label.slug) for result in results for label in result.missed))


def precision(results: Sequence[Score], slug: str | None = None) -> Rate:
    """Return how many of the findings (of `slug`; None: of all) answer a label; those allowed count neither way."""
    right = recall(results, slug).right
    return Rate(right, right + sum(slug in (None, finding.slug) for result in results for finding in result.false))


def blocks(results: Sequence[Score], key: SectionKey | None = None, aspect: str | None = None) -> Rate:
    """Return how many blocks (`key`; None: all) were read right, in `aspect` alone or (None) altogether."""
    read = [each for result in results for name, each in result.blocks.items() if key in (None, name)]
    if aspect is not None:
        read = [{aspect: each[aspect]} for each in read if aspect in each]
    return Rate(sum(all(each.values()) for each in read), len(read))


def table(results: Sequence[Score]) -> Iterator[str]:
    """Yield the lines of the table: by slug, by block, by element of the head, and the clean reports."""
    labelled = Counter(label.slug for result in results for label in result.labelled.findings)
    said = Counter(finding.slug for result in results for finding in result.findings)
    yield f"{'slug':28} {'recall':>18} {'precision':>18}"
    for slug in sorted(labelled | said):
        yield f"{slug:28} {recall(results, slug)!s:>18} {precision(results, slug)!s:>18}"
    yield f"{'ALL':28} {recall(results)!s:>18} {precision(results)!s:>18}"
    yield ""
    yield f"{'block':20} {'right':>18} " + " ".join(f"{aspect:>18}" for aspect in ASPECTS)
    for key in (*SectionKey, None):
        aspects = " ".join(f"{blocks(results, key, aspect)!s:>18}" for aspect in ASPECTS)
        yield f"{key.value if key else 'ALL':20} {blocks(results, key)!s:>18} {aspects}"
    yield ""
    for name in (*HEAD, "year"):
        yield f"{name:20} {Rate(sum(name not in result.head for result in results), len(results))}"
    yield ""
    clean = [result for result in results if result.labelled.clean]
    errors = sum(finding.severity is Severity.ERROR for result in clean for finding in result.findings)
    worst = max((result.hints_per_thousand for result in clean), default=0.0)
    yield f"{len(results)} reports, {len(clean)} clean: {errors} errors, at most {worst:.1f} hints per 1,000 characters"


def listing(results: Sequence[Score]) -> Iterator[str]:
    """Yield what went wrong: misses and false alarms by slug, then blocks and elements of the head."""
    wrong = [(each.slug, f"  - {result.labelled.name}: {_where(each)}") for result in results for each in result.missed]
    wrong += [(each.slug, f"  + {result.labelled.name}: {_said(each)}") for result in results for each in result.false]
    for slug in sorted({name for name, _ in wrong}):
        yield f"{slug}   (- missed, + false alarm)"
        yield from (line for name, line in wrong if name == slug)
    yield ""
    for result in results:
        for key, aspects in result.blocks.items():
            if amiss := [aspect for aspect, right in aspects.items() if not right]:
                yield f"block {key}: {result.labelled.name}: wrong {', '.join(amiss)}"
        for name, (expected, read) in result.head.items():
            yield f"head {name}: {result.labelled.name}: read {read!r}, is {expected!r}"


def _where(label: Label) -> str:
    return " | ".join(label.excerpts) or f"section {label.section}"


def _said(finding: Finding) -> str:
    return f"[{finding.code} {finding.severity} {finding.section}] {finding.excerpt!r}: {finding.message}"


def main(folders: Sequence[str]) -> int:
    """Print how the program does on the labelled reports of `folders` (none: those of the project); return 0."""
    for folder in map(Path, folders or [str(REPORTS)]):
        results = list(scores(read_corpus(folder), folder))
        print("\n".join([*table(results), "", *listing(results)]))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
