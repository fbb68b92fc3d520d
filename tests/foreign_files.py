"""Makers of foreign files for tests of reading: small Word packages written by hand, part by part."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from io import BytesIO

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
CONTENT_TYPES = (
    '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
RELATIONS = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'
)


def a_run(text: str, properties: str = "") -> str:
    """Return a run of `text` with the run `properties`."""
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t xml:space=\"preserve\">{text}</w:t></w:r>"


def a_paragraph(text: str = "", properties: str = "", runs: str = "") -> str:
    """Return a paragraph of `text`, or of ready-made `runs`, with the paragraph `properties`."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs or a_run(text)}</w:p>"


def a_document(body: str) -> str:
    """Return document.xml with `body`."""
    return f'<?xml version="1.0" encoding="UTF-8"?><w:document {NAMESPACES}><w:body>{body}</w:body></w:document>'


def a_package(body: str = "", parts: Mapping[str, str | bytes] | None = None) -> bytes:
    """Return a Word file with `body`; `parts` adds parts or replaces those of the same name."""
    whole: dict[str, str | bytes] = {
        "[Content_Types].xml": CONTENT_TYPES, "_rels/.rels": RELATIONS, "word/document.xml": a_document(body),
        **(parts or {}),
    }
    return a_zip(whole)


def a_zip(parts: Mapping[str, str | bytes]) -> bytes:
    """Return a zip file of `parts`."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return stream.getvalue()
