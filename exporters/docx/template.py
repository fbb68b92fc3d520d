"""Our own blank template: what python-docx opens instead of its default, and how it is made.

`python -m exporters.docx.template` writes it anew; a test compares the committed file with what this makes.
"""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from exporters.docx.oxml import DECLARATION, declarations
from exporters.docx.styles import styles_xml
from models.layout.loader import load_layout
from models.resources import resource_path

PROGRAM = "法治年报助手"
FIXED_TIME = (2026, 1, 1, 0, 0, 0)

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"

_SETTINGS = (
    f'{DECLARATION}<w:settings {declarations("w")}><w:zoom w:percent="100"/><w:defaultTabStop w:val="420"/>'
    '<w:evenAndOddHeaders/><w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:doNotExpandShiftReturn/>'
    "<w:useFELayout/>"
    + "".join(
        f'<w:compatSetting w:name="{name}" w:uri="http://schemas.microsoft.com/office/word" w:val="{value}"/>'
        for name, value in (
            ("compatibilityMode", 15), ("overrideTableStyleFontSizeAndJustification", 1),
            ("enableOpenTypeFeatures", 1), ("doNotFlipMirrorIndents", 1), ("differentiateMultirowTableHeaders", 1),
        )
    )
    + "</w:compat></w:settings>"
)


def template_path() -> Path:
    """Return the path of the template."""
    return resource_path("templates", "blank.docx")


def template_parts() -> dict[str, str]:
    """Return the parts of the template by name, in the order of the file."""
    return {
        "[Content_Types].xml": (
            f'{DECLARATION}<Types xmlns="{_TYPES}">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{_WORD}.document.main+xml"/>'
            f'<Override PartName="/word/styles.xml" ContentType="{_WORD}.styles+xml"/>'
            f'<Override PartName="/word/settings.xml" ContentType="{_WORD}.settings+xml"/>'
            '<Override PartName="/docProps/core.xml" '
            'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
            '<Override PartName="/docProps/app.xml" '
            'ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/></Types>'
        ),
        "_rels/.rels": _relations(
            (f"{_OFFICE}/relationships/officeDocument", "word/document.xml"),
            ("http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
             "docProps/core.xml"),
            (f"{_OFFICE}/relationships/extended-properties", "docProps/app.xml"),
        ),
        "word/document.xml": f"{DECLARATION}<w:document {declarations()}><w:body><w:sectPr/></w:body></w:document>",
        "word/_rels/document.xml.rels": _relations(
            (f"{_OFFICE}/relationships/styles", "styles.xml"), (f"{_OFFICE}/relationships/settings", "settings.xml"),
        ),
        "word/styles.xml": styles_xml(load_layout()),
        "word/settings.xml": _SETTINGS,
        "docProps/core.xml": (
            f'{DECLARATION}<cp:coreProperties '
            'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
            'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
            'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"/>'
        ),
        "docProps/app.xml": (
            f'{DECLARATION}<Properties xmlns="{_OFFICE}/extended-properties"><Application>{PROGRAM}</Application>'
            "</Properties>"
        ),
    }


def _relations(*targets: tuple[str, str]) -> str:
    entries = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'{DECLARATION}<Relationships xmlns="{_RELATIONS}">{entries}</Relationships>'


def pack(parts: Mapping[str, bytes], target: Path | BytesIO) -> None:
    """Write `parts` (name to content) as a package to `target`: the same bytes for the same parts, no clock time."""
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(ZipInfo(name, FIXED_TIME), content, ZIP_DEFLATED)


def build_template(path: Path) -> None:
    """Write the template to `path`, always the same bytes."""
    pack({name: text.encode("utf-8") for name, text in template_parts().items()}, path)


if __name__ == "__main__":
    build_template(template_path())
