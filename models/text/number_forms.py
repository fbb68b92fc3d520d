"""Numbers that are not written as GB/T 15835 wants them; the forms are data: `resources/wording/number_style.yaml`."""

from __future__ import annotations

from collections.abc import Set
from functools import cache, lru_cache
from typing import NamedTuple

from models.resources import read_yaml
from models.text.number_values import VALUES
from models.text.pattern import Pattern, any_of

_KEYS = frozenset({"id", "pattern", "needs", "beside", "fault", "advice", "value", "hint", "raw", "source"})
_REQUIRED = frozenset({"id", "pattern", "fault", "advice", "source"})
_QUOTATION = r"《[^《》\n]{0,120}》|“[^“”\n]{0,80}”|\"[^\"\n]{0,80}\""
_QUOTED = Pattern(_QUOTATION)
_ADDRESS = Pattern(r"://|www|@")
_KEPT = Pattern(
    rf"{_QUOTATION}|(?:https?|ftp)://[^\s\u3000-\u9fff]+|www\.[^\s\u3000-\u9fff]+"
    r"|[0-9A-Za-z._+-]{1,64}@[0-9A-Za-z.-]+"
)
_GROUPED = Pattern(r"(?<![0-9.,])[1-9]\d{0,2}(?:,\d{3})+(?![0-9,])")
_SOLID = Pattern(r"(?<![0-9.,—～~〔A-Za-z-])[1-9]\d{4,}(?:\.\d+)?(?=[件人次起个家名份元户项条吨辆场万宗处本期亩])")
_FIGURES = Pattern("[0-9０-９]")
_SIGNS = Pattern("[0-9０-９〇○、年Ａ]")
_NEAR = 50  # so many numbers found before are looked at for one in the same place


class NumberForm(NamedTuple):
    """One kind of fault: what is wrong, what to do, and whether it is only a hint.

    Where it stands there is one character of `needs`, and one of `beside`; either may be empty, which asks for none.
    """

    id: str
    pattern: Pattern
    needs: Set[str]
    beside: Set[str]
    fault: str
    advice: str
    value: str
    hint: bool
    raw: bool
    source: str


class WrongNumber(NamedTuple):
    """A number written wrongly as the kind `form` says; `right` is None where that is not certain."""

    form: str
    start: int
    end: int
    right: str | None


@cache
def number_forms() -> tuple[NumberForm, ...]:
    """Return the kinds of faults; ValueError names the entry of a mistake in the data."""
    return tuple(_form(entry) for entry in read_yaml("wording", "number_style.yaml"))


def _form(entry: dict[str, object]) -> NumberForm:
    """Return the kind that `entry` of the data describes."""
    value = str(entry.get("value", ""))
    if not entry.keys() <= _KEYS or not entry.keys() >= _REQUIRED or value and value not in VALUES:
        raise ValueError(f"wording/number_style.yaml, {entry.get('id')}: unknown or missing keys in {sorted(entry)}")
    return NumberForm(
        str(entry["id"]), Pattern(str(entry["pattern"])), frozenset(str(entry.get("needs", ""))),
        frozenset(str(entry.get("beside", ""))), str(entry["fault"]), str(entry["advice"]), value,
        bool(entry.get("hint")), bool(entry.get("raw")), str(entry["source"]),
    )


@lru_cache(maxsize=2048)
def wrong_numbers(text: str, year: int) -> tuple[WrongNumber, ...]:
    """Return the numbers of the paragraph `text` that are written wrongly; `year` is the one reported on, 0 if unknown.

    Titles, quotations and addresses are left alone.
    """
    if _SIGNS.search(text) is None:
        return ()
    signs = frozenset(_sought().findall(text))
    plain = _without_kept(text)
    found: list[WrongNumber] = []
    for form in number_forms():
        if form.needs and form.needs.isdisjoint(signs) or form.beside and form.beside.isdisjoint(signs):
            continue
        for match in form.pattern.finditer(text if form.raw else plain):
            right = VALUES[form.value](match, year) if form.value else None
            known = any(each.start < match.end() and match.start() < each.end for each in found[-_NEAR:])
            if not known and (right is not None or not form.value):
                found.append(WrongNumber(form.id, match.start(), match.end(), right))
    return tuple(sorted(found, key=lambda each: each.start))


@cache
def _sought() -> Pattern:
    """Return the expression that finds the characters that forms need."""
    return any_of(frozenset[str]().union(*(form.needs | form.beside for form in number_forms())))


def _without_kept(text: str) -> str:
    """Return `text` with all that is left alone made invisible."""
    kept = _KEPT if _ADDRESS.search(text) is not None else _QUOTED
    return kept.sub(lambda match: "\0" * len(match.group()), text)


@lru_cache(maxsize=2048)
def thousands(text: str) -> tuple[tuple[tuple[int, int], ...], tuple[tuple[int, int], ...]]:
    """Return where `text` has numbers parted in thousands by commas, and those of five figures or more that are not."""
    if _FIGURES.search(text) is None:
        return (), ()
    plain = _without_kept(text)
    parted = tuple(match.span() for match in _GROUPED.finditer(plain)) if "," in plain else ()
    return parted, tuple(match.span() for match in _SOLID.finditer(plain))
