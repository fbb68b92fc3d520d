"""The picture files in a Word file: each once, found by its digest."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from hashlib import sha256
from io import BytesIO
from typing import TYPE_CHECKING, Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn

from models.manuscript.blocks import Manuscript, PrintedPicture

if TYPE_CHECKING:
    from docx.document import Document

FIRST_PICTURE = 1000  # numbers of drawings: those of 版头 and 版记 are smaller


def picture_relation(picture: PrintedPicture) -> str:
    """Return the id of the relation from the document to the file of `picture`."""
    return _relation(picture.data)


def add_pictures(document: Document, manuscript: Manuscript) -> None:
    """Add the files of all pictures of `manuscript` to the package of `document`."""
    known: set[str] = set()
    for picture in _pictures(manuscript):
        relation = _relation(picture.data)
        if relation not in known:
            known.add(relation)
            part = document.part.package.get_or_add_image_part(BytesIO(picture.data))
            document.part.rels.add_relationship(RELATIONSHIP_TYPE.IMAGE, part, relation)


def number_pictures(body: Any) -> None:
    """Give each picture under the element `body` a number and a name of its own."""
    for number, inline in enumerate(body.iter(qn("wp:inline")), FIRST_PICTURE):
        for named in (*inline.iter(qn("wp:docPr")), *inline.iter(qn("pic:cNvPr"))):
            named.set("id", str(number))
            named.set("name", f"图片{number - FIRST_PICTURE + 1}")


def _pictures(manuscript: Manuscript) -> Iterator[PrintedPicture]:
    for blocks in (manuscript.blocks, *(each.blocks for each in manuscript.attachments)):
        yield from (block for block in blocks if isinstance(block, PrintedPicture))


@lru_cache(maxsize=32)
def _relation(data: bytes) -> str:
    return f"picture{sha256(data).hexdigest()[:24]}"
