"""What a text is about: the subjects its words speak of, and the words that are left when the common ones are out."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from models.resources import read_yaml
from models.text.pattern import Pattern
from models.text.sentences import split_sentences

_KEYS = {"objects", "special", "general", "common", "remedy"}
_LETTERS = Pattern(r"[一-鿿]{2,}")
_ENDS = "，,：:；;"
_SOME, _PART, _GOOD, _MOST = 0.12, 0.18, 0.2, 0.4  # shares of a task's own words that the next report has too
_SHARED = 3  # own words that a problem, beside its title, and the plan have in common when it is the same matter
_FEW = 4  # own words, by which nothing can be told


class Subjects(NamedTuple):
    """The words of `resources/wording/subjects.yaml`."""

    objects: tuple[str, ...]
    special: tuple[tuple[str, tuple[str, ...]], ...]
    general: tuple[tuple[str, tuple[str, ...]], ...]
    common: tuple[str, ...]
    remedy: Pattern


class Matter(NamedTuple):
    """What a text speaks of: `special` and `general` subjects, and pairs of characters of its own words."""

    special: frozenset[str]
    general: frozenset[str]
    own: frozenset[str]


@cache
def subjects() -> Subjects:
    """Return the words that name subjects; ValueError when the data file has other keys."""
    data = read_yaml("wording", "subjects.yaml")
    if set(data) != _KEYS:
        raise ValueError("wording/subjects.yaml: unknown or missing keys")
    common = tuple(sorted(data["common"], key=len, reverse=True))
    special, general = _named(data["special"]), _named(data["general"])
    return Subjects(tuple(data["objects"]), special, general, common, Pattern(data["remedy"]))


def _named(words: dict[str, list[str]]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((name, tuple(each)) for name, each in words.items())


@lru_cache(maxsize=2048)
def matter_of(text: str) -> Matter:
    """Return what `text` speaks of."""
    known = subjects()
    plain = text
    for each in known.objects:
        plain = plain.replace(each, " ")
    return Matter(
        frozenset(name for name, words in known.special if any(word in plain for word in words)),
        frozenset(name for name, words in known.general if any(word in plain for word in words)),
        own_words(text),
    )


def own_words(text: str) -> frozenset[str]:
    """Return the pairs of neighbouring characters in `text` that are no common words of the field."""
    left = text
    for word in subjects().common:  # quicker than one pattern of them all, which would have to be compiled
        if word in left:
            left = left.replace(word, " ")
    return frozenset(
        run[place:place + 2] for match in _LETTERS.finditer(left)
        for run in (match.group(),) for place in range(len(run) - 1)
    )


def beginning_of(text: str) -> str:
    """Return the first clause of `text`: there a problem or a task says what it is about."""
    first = next((span.text for span in split_sentences(text) if span.text.strip()), "")
    ends = [where for stop in _ENDS if (where := first.find(stop)) > 3]
    return first[:min(ends)] if ends else first


def answers(plan: Matter, title: str, text: str) -> bool:
    """Return whether a plan that speaks of `plan` answers the problem `title` with `text`.

    Several own words in common are enough. What a problem is about stands in its title, or else its first clause;
    where that names no special subject, in the whole of it. A problem of which nothing is known counts as answered,
    unless the plan has none of its own words.
    """
    topic = matter_of(title or beginning_of(text))
    if topic.own & plan.own or len(matter_of(text).own & plan.own) >= _SHARED:
        return True
    special = topic.special or matter_of(text).special
    if special:
        return bool(special & plan.special)
    general = topic.general or matter_of(text).general
    if general:
        return bool(general & plan.general)
    return len(topic.own) < _FEW or bool(matter_of(text).own & plan.own)


def taken_up(done: Matter, title: str, text: str) -> bool:
    """Return whether a report that tells of `done` takes up the task `title` with `text` of the plan before it.

    Most of the task's own words, or its subject and some of them; a task of which nothing is known counts as taken up.
    """
    whole = matter_of(f"{title}。{text}")
    topic = matter_of(title or beginning_of(text))
    share = len(whole.own & done.own) / len(whole.own) if whole.own else 1.0
    special = topic.special or whole.special
    named = not topic.own or bool(topic.own & done.own)  # the very words, not only the subject
    if len(whole.own) < (_FEW if special else 2 * _FEW) and (special <= done.special) and named:
        return True
    if special & done.special:
        return share >= (_SOME if named else _GOOD)
    return share >= (_PART if named and not special else _MOST)
