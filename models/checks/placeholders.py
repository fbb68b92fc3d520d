"""What was left to be filled in: blanks, crosses, prompts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from models.checks.word_rules import rules_for
from models.domain.standard import Standard

_SHORTEST_PROMPT = 10


def find_placeholders(text: str, prompts: Sequence[str] = ()) -> Iterator[tuple[int, int]]:
    """Yield the ranges of `text` that are placeholders, or one of the `prompts`, left in place, without overlaps."""
    ranges = [span for rule in rules_for("placeholders", text) for span in rule.matches(text)]
    for prompt in prompts:
        start = text.find(prompt)
        if start >= 0:
            ranges.append((start, start + len(prompt)))
    last = -1
    for start, end in sorted(ranges, key=lambda span: (span[0], -span[1])):
        if start >= last:
            yield start, end
            last = end


def without_placeholders(text: str) -> str:
    """Return `text` with every placeholder taken out."""
    for start, end in reversed(list(find_placeholders(text))):
        text = text[:start] + text[end:]
    return text


@lru_cache(maxsize=8)
def prompts_of(standard: Standard) -> tuple[str, ...]:
    """Return the prompt texts of `standard`, long enough not to be met by chance."""
    guidances = [each.guidance for each in standard.requirements] + [each.guidance for each in standard.duties]
    prompts = (guidance.prompt.strip().rstrip("。") for guidance in guidances)
    return tuple(dict.fromkeys(prompt for prompt in prompts if len(prompt) >= _SHORTEST_PROMPT))
