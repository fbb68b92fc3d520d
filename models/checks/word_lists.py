"""Word lists: wrong forms as literal words in `resources/wording/`, each with what should stand there and a source.

A file is a list of groups. What a group says holds for all its entries; an entry may say otherwise. An entry has
`wrong` (its forms) and `hit` (a sentence that it finds); what else it may have, `Term` explains.

The cost of a search does not grow with the number of entries: a form is kept under two characters that stand side by
side in it, those that are the rarest in the lists themselves.
"""

from __future__ import annotations

import marshal
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any, NamedTuple, TypeAlias

from models.checks.misspellings import PHRASES, find_misspellings
from models.compiled_data import compiled, packed, unpacked
from models.resources import parse_yaml, resource_path
from models.text.pattern import Pattern

FILES = (
    "confusables", "misused", "phrases", "doubled", "field_terms", "expressions", "legal_system", "titles", "laws",
    "organs", "programmes",
)
_CONDITIONS = ("before", "after", "near", "needs_before", "needs_after", "needs_near")
_KEYS = frozenset({
    "kind", "wrong", "right", "why", "advice", "source", "hit", "miss", "first", "last", "former", "titles", "quotes",
    "national", *_CONDITIONS,
})
_REQUIRED = frozenset({"kind", "wrong", "source", "hit"})
_EXAMPLES = frozenset({"hit", "miss"})
_WAYS_OUT = frozenset({"right", "advice"})
_MARKS = frozenset("“”（")
_OTHER_MARKS = str.maketrans("“”（", '""(')  # as they stand in texts from the web
_FAR = 120
_STOPS = "。；！？\n"
_FORMER = Pattern(r"(?<![太草中平高还复屏燃起推])原(?![则因件料告理本有先始貌创油野地])")
_HISTORY = (
    "前身", "更名", "废止", "失效", "撤销", "取代", "划入", "并入", "合并", "转隶", "机构改革", "曾", "沿革", "修订前", "改称",
    "改组", "组建",
)
_ABOLISHING = Pattern(  # what was done, not what became of a law
    r"(?:废止|撤销|失效)(?!后)[^《》，。；]{0,14}(?:文件|规定|制度|\d ?件)|(?:予以|被[^，。；]{0,6}|判决|决定|责令)撤销|撤销(?:登记|许可|行政|决定|[，。；])"
)
_TITLE = Pattern(r"《[^《》]*》")
_YEAR = Pattern(r"(?:19|20)\d\d(?= ?年)")

_Entry: TypeAlias = dict[str, Any]
_Form: TypeAlias = tuple[str, int, int, int]  # the form, the numbers of its file, its group and its entry there
_Kept: TypeAlias = tuple[tuple[str, str], Sequence[bytes]]


class Term(NamedTuple):
    """A wrong form and when it counts.

    `right` is what should stand there, where that is certain; else `advice` says what to do; `why` may be empty.
    `first` and `last` are the reporting years from which and to which it is wrong (0: no limit). A word of `before`
    or `after` directly beside it, or of `near` in the same sentence, takes it back; one of `needs_…` must be there.
    `former`: it may stand where the sentence looks back (原…, 更名, a year before `first`). `titles` and `quotes`:
    it counts within 《》 and within quotation marks too.
    """

    form: str
    kind: str
    source: str
    right: str = ""
    why: str = ""
    advice: str = ""
    first: int = 0
    last: int = 0
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    needs_before: tuple[str, ...] = ()
    needs_after: tuple[str, ...] = ()
    needs_near: tuple[str, ...] = ()
    former: bool = False
    titles: bool = False
    quotes: bool = False


class Occurrence(NamedTuple):
    """Where a term stands in a text; `quoted` within 《》 or quotation marks, which no repair touches."""

    start: int
    end: int
    term: Term
    quoted: bool


@lru_cache(maxsize=2048)
def find_terms(text: str, year: int) -> tuple[Occurrence, ...]:
    """Return the terms that are wrong in a report on `year`, in order, of overlapping ones the first and longest."""
    pairs = set(zip(text, text[1:]))
    candidates = [each for pair in pairs & _index().keys() for each in _forms(*pair) if each[0] in text]
    terms = [_term(*each) for each in candidates]
    found = [(start, -len(term.form), at) for at, term in enumerate(terms) for start in _starts(text, term.form)]
    occurrences: list[Occurrence] = []
    for start, length, at in sorted(found):
        term, end = terms[at], start - length
        if occurrences and start < occurrences[-1].end:
            continue
        if _in_years(term, year) and _counts(term, text, start, end):
            occurrences.append(_occurrence(text, start, end, term))
    for misspelling in sorted(set(find_misspellings(text, pairs)), key=lambda each: (not each.sure, each)):
        start, end, right, sure = misspelling
        if not any(start < each.end and each.start < end for each in occurrences):
            term = Term(text[start:end], "confusable", PHRASES, right, quotes=True, titles=True)
            if not sure:
                term = term._replace(why="不成词", advice=f"像是“{right}”写错了字，请核对")
            if not sure and (_within(text, start, "《", "》") or _in_quotes(text, start)):
                continue
            occurrences.append(_occurrence(text, start, end, term))
    return tuple(sorted(occurrences, key=lambda each: each.start))


def word_lists() -> tuple[_Entry, ...]:
    """Return all entries, each with what its group says; ValueError names file and entry of a mistake."""
    entries: list[_Entry] = []
    known: set[str] = set()
    for name in FILES:
        for group in parse_yaml(resource_path("wording", f"{name}.yaml").read_text(encoding="utf-8")):
            for given in group["entries"]:
                entry = _merged(group, given)
                forms = entry.get("wrong") or [""]
                if not entry.keys() <= _KEYS or not entry.keys() >= _REQUIRED or entry.keys().isdisjoint(_WAYS_OUT):
                    raise ValueError(f"wording/{name}.yaml, {forms[0]}: unknown or missing keys in {sorted(entry)}")
                if not all(isinstance(form, str) and len(form) > 1 for form in forms):
                    raise ValueError(f"wording/{name}.yaml, {forms[0]}: a form has two characters at least")
                if len({*forms} - known) < len(forms):
                    raise ValueError(f"wording/{name}.yaml, {forms[0]}: a form stands twice")
                known.update(forms)
                entries.append(entry)
    return tuple(entries)


@lru_cache(maxsize=4096)
def _forms(*pair: str) -> Sequence[_Form]:
    """Return the forms that are kept under `pair`."""
    told = _index()[pair].split("\t")
    return [(form, *map(int, place)) for form, *place in zip(*(told[each::4] for each in range(4)), strict=True)]


@cache
def _index() -> Mapping[tuple[str, ...], str]:
    """Return every form, with its place in the lists, under two of its characters."""
    return {tuple(pair): told for pair, told in unpacked(*_kept()[0]).items()}


@cache
def _groups(file: int) -> list[_Entry]:
    """Return the groups of one of the files: of a text few forms are ever looked at."""
    groups: list[_Entry] = marshal.loads(_kept()[1][file])
    return groups


@cache
def _kept() -> _Kept:
    """Return both packed, read from YAML only when one of the files has changed.

    Only the tests look whether all entries are as they must be: that would cost each start six times as much.
    """
    first, *others = (resource_path("wording", f"{name}.yaml") for name in FILES)
    kept: _Kept = compiled(first, _prepared, *others, __file__)
    return kept


def _prepared(_: str) -> _Kept:
    """Return the forms of all files and the groups of each, without examples."""
    sources = [resource_path("wording", f"{name}.yaml").read_text(encoding="utf-8") for name in FILES]
    common, files = "".join(sources), [parse_yaml(source) for source in sources]
    index: dict[str, str] = {}
    for file, groups in enumerate(files):
        for number, group in enumerate(groups):
            for place, entry in enumerate(group["entries"]):
                for form in _shapes(entry["wrong"], entry.get("national", group.get("national"))):
                    pair = min((form[at:at + 2] for at in range(len(form) - 1)), key=common.count)
                    told = f"{form}\t{file}\t{number}\t{place}"
                    index[pair] = f"{index[pair]}\t{told}" if pair in index else told
                for example in _EXAMPLES & entry.keys():
                    del entry[example]
    return packed(index), [marshal.dumps(groups) for groups in files]


def _shapes(forms: list[str], national: bool | None) -> list[str]:
    """Return `forms` as they may stand in a text: a national law by its full name, marks as they come from the web."""
    if national:
        forms = [*forms, *(f"《中华人民共和国{form[1:]}" for form in forms)]
    return [*forms, *(form.translate(_OTHER_MARKS) for form in forms if not _MARKS.isdisjoint(form))]


def _merged(group: _Entry, given: _Entry) -> _Entry:
    """Return the entry `given` with what it leaves to its group."""
    return {key: value for key, value in {**group, **given}.items() if key != "entries"}


def _term(form: str, file: int, group: int, place: int) -> Term:
    """Return the term of the entry at `place` of its `group` in the file of the number `file`, in the shape `form`."""
    groups = _groups(file)
    entry = _merged(groups[group], groups[group]["entries"][place])
    values = {key: entry[key] for key in entry.keys() & set(Term._fields)}
    values.update({key: tuple(entry[key]) for key in entry.keys() & set(_CONDITIONS)})
    return Term(form=form, **values)


def _occurrence(text: str, start: int, end: int, term: Term) -> Occurrence:
    """Return that `term` stands in `text` from `start` to `end`."""
    return Occurrence(start, end, term, _within(text, start, "《", "》") or _in_quotes(text, start))


def _starts(text: str, form: str) -> Iterator[int]:
    """Yield where `form` stands in `text`."""
    start = text.find(form)
    while start >= 0:
        yield start
        start = text.find(form, start + len(form))


def _in_years(term: Term, year: int) -> bool:
    return term.first <= year and (not term.last or year <= term.last)


def _counts(term: Term, text: str, start: int, end: int) -> bool:
    """Return whether the words around `start` to `end` leave `term` wrong."""
    if term.before and text.endswith(term.before, 0, start) or term.after and text.startswith(term.after, end):
        return False
    if term.needs_before and not text.endswith(term.needs_before, 0, start):
        return False
    if term.needs_after and not text.startswith(term.needs_after, end + (text[end:end + 1] == " ")):
        return False
    if not term.titles and _within(text, start, "《", "》") or not term.quotes and _in_quotes(text, start):
        return False
    if not (term.near or term.needs_near or term.former):
        return True
    sentence, at = _sentence_around(text, start, end)
    if any(word in sentence for word in term.near) or term.former and _looks_back(sentence, at, term.first):
        return False
    return not term.needs_near or any(word in sentence for word in term.needs_near)


def _looks_back(sentence: str, at: int, first: int) -> bool:
    """Return whether `sentence` speaks at `at` of what was before the year `first`."""
    told = _ABOLISHING.sub("", sentence)
    if _FORMER.search(sentence[max(0, at - 12):at + 1]) or any(word in told for word in _HISTORY):
        return True
    return any(int(match.group()) < first for match in _YEAR.finditer(_TITLE.sub("", sentence)))


def _sentence_around(text: str, start: int, end: int) -> tuple[str, int]:
    """Return the sentence that holds the range, as far as it is near, and where in it the range begins."""
    low, high = max(0, start - _FAR), min(len(text), end + _FAR)
    low = max((where + 1 for stop in _STOPS if (where := text.rfind(stop, low, start)) >= 0), default=low)
    high = min((where for stop in _STOPS if (where := text.find(stop, end, high)) >= 0), default=high)
    return text[low:high], start - low


def _within(text: str, start: int, opening: str, closing: str) -> bool:
    """Return whether `start` lies between `opening` and `closing`."""
    low = max(0, start - _FAR)
    return text.rfind(opening, low, start) > text.rfind(closing, low, start)


def _in_quotes(text: str, start: int) -> bool:
    """Return whether `start` lies within curly or straight quotation marks."""
    if _within(text, start, "“", "”"):
        return True
    low = max(0, start - 10 * _FAR)
    return text.count('"', max(low, text.rfind("\n", low, start)), start) % 2 == 1
