"""联合行文: the names of several organs in 标志, 标题 and 署名."""

from __future__ import annotations

from models.domain.head import DocumentHead
from models.text.pattern import Pattern

GAP = "\u3000"  # between names that stand on one line
SHORTEST_NAME = 4  # 字: a name of less is a piece of one that is spaced out
_PARTS = Pattern(r"[\s、，,；;]+")
_BLANKS = Pattern(r"(?<=[\u3400-\u9fff])[ \t\u3000]+(?=[\u3400-\u9fff])")


def organs_in(text: str) -> tuple[str, ...]:
    """Return the names of organs in `text`, parted by blanks, 、 or line breaks; one when they cannot be parted."""
    names = tuple(name for name in _PARTS.sub("\n", text).split("\n") if name)
    if len(names) > 1 and all(len(name) >= SHORTEST_NAME for name in names):
        return names
    whole = "".join(line.strip() for line in text.splitlines())
    return (whole,) if whole else ()


def gapped_title(title: str, organs: tuple[str, ...]) -> str:
    """Return `title` with a full-width space between the names of `organs` that follow each other in it."""
    for first, second in zip(organs, organs[1:], strict=False):
        title = title.replace(first + second, first + GAP + second)
    return _BLANKS.sub(GAP, title)


def joint_organs(head: DocumentHead) -> tuple[str, ...]:
    """Return the organs that issue the document together, 主办 first; empty when one issues it."""
    names = tuple(name.strip() for name in head.joint_organs if name.strip())
    return names if len(names) > 1 else ()
