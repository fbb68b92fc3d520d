"""Checks of the letter W by word lists: words written wrongly, and names that are no longer in force."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from models.checks.finding import Draft, Edit, Fix, Passage, Severity
from models.checks.once import once_for_each, while_the_same
from models.checks.registry import Hit, check, hit_in, place_in
from models.checks.word_lists import Occurrence, find_terms

_MESSAGE = "“{excerpt}”{places}{why}，{todo}。"
_WHY = {  # what is told of a form that gives no reason of its own, by kind
    "confusable": "写错了", "expression": "不是规范表述", "title": "名称有误", "legal_system": "写错了",
    "law": "已经废止", "organ": "是机构改革前的名称", "programme": "已经过期",
}


@check(
    "W003", slug="typo", severity=Severity.WARNING, basis="《现代汉语词典》《通用规范汉字表》", message=_MESSAGE,
)
def word_written_wrongly(draft: Draft) -> Iterator[Hit]:
    """No word is written with a character of the same sound or a similar shape, and none stands twice."""
    yield from _hits(draft, "confusable")


@check(
    "W004", slug="typo", severity=Severity.WARNING, basis="党和国家文件的规范表述", message=_MESSAGE,
)
def fixed_expression_changed(draft: Draft) -> Iterator[Hit]:
    """Fixed expressions of party and state are given in the words and the order of the documents they stand in."""
    yield from _hits(draft, "expression")


@check(
    "W005", slug="typo", severity=Severity.WARNING, basis="文件以公布的名称为准", message=_MESSAGE,
)
def document_misnamed(draft: Draft) -> Iterator[Hit]:
    """Laws and documents are cited by the names under which they were published."""
    yield from _hits(draft, "title")


@check(
    "W006", slug="typo", severity=Severity.WARNING,
    basis="《中共中央关于全面推进依法治国若干重大问题的决定》（2014年）等文件用“法治”；国办发〔2018〕118号用“法制审核”",
    message=_MESSAGE,
)
def rule_of_law_confused_with_legal_system(draft: Draft) -> Iterator[Hit]:
    """法治 is the rule of law, 法制 the body of laws: 法治政府 and 法治建设, but 法制审核 and 法制机构."""
    yield from _hits(draft, "legal_system")


@check(
    "W007", slug="superseded-term", severity=Severity.WARNING, basis="法律、法规和规章以现行有效的为准", message=_MESSAGE,
)
def law_no_longer_in_force(draft: Draft) -> Iterator[Hit]:
    """No law is cited as in force that had been repealed before the reporting year."""
    yield from _hits(draft, "law")


@check(
    "W008", slug="superseded-term", severity=Severity.WARNING, basis="党和国家机构改革方案（2018年、2023年）", message=_MESSAGE,
)
def organ_by_its_former_name(draft: Draft) -> Iterator[Hit]:
    """Organs are called what they are called since the reforms; a look back says 原…."""
    yield from _hits(draft, "organ")


@check(
    "W009", slug="superseded-term", severity=Severity.WARNING, basis="规划、纲要以其写明的期限为准", message=_MESSAGE,
)
def programme_whose_period_is_over(draft: Draft) -> Iterator[Hit]:
    """No plan, outline or wording is named as still under way after its period; a summing-up of it may name it."""
    yield from _hits(draft, "programme")


def _hits(draft: Draft, kind: str) -> Sequence[Hit]:
    """Return one hit for each form of `kind` in the draft; its `others` are the further places of the same form."""
    return _hits_by_kind(_occurrences(draft.passages, draft.report.year or draft.today.year - 1)).get(kind, ())


@while_the_same
def _hits_by_kind(occurrences: Sequence[tuple[Passage, Occurrence]]) -> Mapping[str, Sequence[Hit]]:
    """Return the hits on `occurrences`, one for each form, by the kind of the form."""
    found: dict[tuple[str, str], list[tuple[Passage, Occurrence]]] = {}
    for passage, occurrence in occurrences:
        found.setdefault((occurrence.term.kind, occurrence.term.form), []).append((passage, occurrence))
    hits: dict[str, list[Hit]] = {}
    for (kind, _), places in found.items():
        hits.setdefault(kind, []).append(_hit(places, _WHY[kind]))
    return hits


@once_for_each
def _occurrences(passage: Passage, year: int) -> Sequence[tuple[Passage, Occurrence]]:
    """Return the terms in `passage` that are wrong in the report on `year`, each with the passage."""
    return [(passage, each) for each in find_terms(passage.text, year)]


def _hit(places: list[tuple[Passage, Occurrence]], default: str) -> Hit:
    """Return the hit on the same form at all `places`, with the repair where it is certain."""
    passage, first = places[0]
    term = first.term
    words = {
        "places": f"（共{len(places)}处）" if len(places) > 1 else "", "why": term.why or default,
        "todo": term.advice or f"请改为“{term.right}”",
    }
    spots = [(place_in(each, one.start, one.end), one) for each, one in places]
    free = not term.form.startswith("《")
    edits = tuple(Edit(place, term.right) for place, one in spots if free and not one.quoted)
    fix = Fix(f"改为“{term.right}”", edits) if term.right and not term.advice and edits else None
    return hit_in(passage, first.start, first.end, **words)._replace(others=tuple(p for p, _ in spots[1:]), fix=fix)
