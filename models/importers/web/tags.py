"""What the tags of a web page mean for its text."""

from __future__ import annotations

from models.text.pattern import Pattern

BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dir", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html",
    "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead",
    "tr", "ul",
))
HEADINGS = {f"h{level}": level for level in range(1, 7)}
SILENT = frozenset((
    "applet", "audio", "button", "canvas", "datalist", "del", "embed", "head", "iframe", "img", "input", "link", "math",
    "meta", "noscript", "object", "option", "rt", "rp", "script", "select", "style", "svg", "template", "textarea",
    "title", "video", "xml",
))
NAVIGATION = "网页的导航、栏目和页脚"
HIDDEN = "网页里隐藏的文字"
RUNNING = "页眉或页脚"
FOOTNOTE = "脚注"
_NAVIGATION_TAGS = ("nav", "footer", "aside", "menu")
_NAVIGATION_ROLES = ("navigation", "contentinfo", "search", "complementary")
_NAVIGATION_NAMES = Pattern(
    r"(?:^|[\s_-])(?:nav|navbar|navigation|menu|footer|foot|copyright|crumbs?|breadcrumbs?|share|bdsharebuttonbox"
    r"|sidebar|related|toolbar|pagination|pager|qrcode|ewm)(?=$|[\s_-])"
)
_MSO_ELEMENTS = {
    "mso-element:header": RUNNING, "mso-element:footer": RUNNING, "mso-element:comment-list": "批注",
    "mso-element:footnote-list": FOOTNOTE, "mso-element:endnote-list": FOOTNOTE,
}


def style_of(attributes: dict[str, str]) -> str:
    """Return the style written into the tag with `attributes`, without blanks, in small letters."""
    style = attributes.get("style", "")
    return style.replace(" ", "").lower() if style else ""


def reason_to_leave_out(tag: str, attributes: dict[str, str], style: str) -> str:
    """Return in Chinese why what stands in `tag` is no text of the page; empty when it is text."""
    if not attributes and tag not in _NAVIGATION_TAGS:
        return ""
    if "hidden" in attributes or "display:none" in style or "visibility:hidden" in style or "mso-hide:all" in style:
        return HIDDEN
    if "mso-element:" in style:
        for name, reason in _MSO_ELEMENTS.items():
            if name in style:
                return reason
    if tag == "div" and attributes.get("title") in ("header", "footer"):  # LibreOffice
        return RUNNING
    name = attributes.get("id", "")
    if tag == "div" and name.startswith(("sdfootnote", "sdendnote")):
        return FOOTNOTE
    if tag in _NAVIGATION_TAGS or attributes.get("role") in _NAVIGATION_ROLES:
        return NAVIGATION
    names = f"{name} {attributes.get('class', '')}".lower()
    return NAVIGATION if len(names) < 300 and _NAVIGATION_NAMES.search(names) else ""
