"""Text as it is searched: one form for full and half width, capitals and small letters, each sign at its place."""

from __future__ import annotations

from unicodedata import normalize


class _Folding(dict[int, str]):
    """The searched form of each sign by its code, worked out when the sign is first met."""

    def __missing__(self, code: int) -> str:
        sign = chr(code)
        plain = normalize("NFKC", sign)
        plain = plain if len(plain) == 1 else sign  # ㎡ and ½ grow: their text would lose its places
        small = plain.lower()
        plain = small if len(small) == 1 else plain
        self[code] = " " if plain.isspace() else plain
        return self[code]


_FOLDING = _Folding()


def folded(text: str) -> str:
    """Return `text` in its searched form, which is of the same length: （ＡＢ１） becomes (ab1)."""
    return text.translate(_FOLDING)
