"""Word rules as data."""

from __future__ import annotations

import pytest

from models import resources
from models.checks.finding import Severity
from models.checks.placeholders import find_placeholders, prompts_of, without_placeholders
from models.checks.registry import check, registered
from models.checks.word_rules import word_rules
from models.domain.standard import Standard


@pytest.mark.parametrize("name", ["placeholders", "requests", "dated_matters"])
def test_every_rule_has_a_source_and_compiles(name: str) -> None:
    assert word_rules(name)
    assert all(rule.source for rule in word_rules(name))


@pytest.mark.parametrize(("entries", "complaint"), [
    ([{"id": "a", "pattern": "x", "source": "s", "colour": "red"}], "unknown or missing keys"),
    ([{"id": "a", "pattern": "x"}], "unknown or missing keys"),
    ([{"id": "a", "pattern": "x", "source": "s"}, {"id": "a", "pattern": "y", "source": "s"}], "used twice"),
])
def test_a_mistake_in_the_data_is_named(
    entries: list[dict[str, str]], complaint: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("models.checks.word_rules.read_yaml", lambda *parts: entries)
    word_rules.cache_clear()

    with pytest.raises(ValueError, match=rf"wording/broken\.yaml.*{complaint}"):
        word_rules("broken")


def test_placeholders_do_not_overlap() -> None:
    text = "会同XX局开展检查××次，发现【此处填写数量】处。"

    assert [text[start:end] for start, end in find_placeholders(text)] == ["XX", "××", "【此处填写数量】"]
    assert without_placeholders("____【】") == ""


def test_the_prompts_of_a_standard_are_long_enough_to_be_told(standard: Standard) -> None:
    assert all(len(prompt) >= 10 for prompt in prompts_of(standard))
    assert len(prompts_of(standard)) > 20


def test_a_code_is_never_given_twice() -> None:
    code = next(iter(registered()))

    register = check(code, slug="x", severity=Severity.HINT, basis="b", message="m。")

    with pytest.raises(ValueError, match=code):
        register(registered()[code].rule)


def test_slugs_are_those_of_the_list() -> None:
    known = {
        "missing-section", "empty-section", "missing-causes", "duty-missing", "duty-impersonal", "duty-not-standalone",
        "problem-without-plan", "last-year-unanswered", "stale-copy", "duplicate-paragraph", "placeholder-left",
        "request-in-report", "title-missing-year", "title-form", "year-mismatch", "late-date", "date-format",
        "recipients-missing", "signatory-missing", "document-number-missing", "date-missing", "organ-missing",
        "docnumber-brackets", "docnumber-form", "organ-name-inconsistent", "wrong-attachment-reference",
        "numbering-gap", "numbering-duplicate", "numbering-style-mix", "level-skip", "sum-mismatch",
        "percent-impossible", "ratio-mismatch", "yoy-mismatch", "number-conflict", "vague-exact", "zero-rate",
        "halfwidth-punctuation", "quote-mismatch", "bookname-mismatch", "unbalanced-brackets", "doubled-punctuation",
        "number-style", "typo", "superseded-term", "empty-talk", "organ-role", "secret-or-private", "rare-character",
    }

    assert {each.slug for each in registered().values()} <= known
    assert resources.resource_path("wording").is_dir()
