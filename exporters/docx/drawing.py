"""Drawn things in a Word file: a line and a text box, each with the older form for programs that know only VML."""

from __future__ import annotations

from exporters.docx.oxml import HINT, escape

EMU_PER_TWIP = 635
EMU_PER_MM = 36000
_PICTURE_URI = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_URI = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"


def line(name: str, number: int, width_twips: int, down_mm: float, weight_mm: float, colour: str) -> str:
    """Return a run with a level line from the left of the 版心, `down_mm` under the top of its paragraph.

    `down_mm` is the place of the line's upper edge; `number` must be unique among the drawings of the document.
    """
    centre = down_mm + weight_mm / 2
    width = width_twips * EMU_PER_TWIP
    shape = _line_shape(width, weight_mm, colour)
    across = '<wp:positionH relativeFrom="margin"><wp:posOffset>0</wp:posOffset></wp:positionH>'
    down = (f'<wp:positionV relativeFrom="paragraph"><wp:posOffset>{round(centre * EMU_PER_MM)}</wp:posOffset>'
            "</wp:positionV>")
    place = "position:absolute;z-index:2;mso-position-horizontal-relative:margin;mso-position-vertical-relative:text"
    points = round(centre * 72 / 25.4, 2)
    older = (
        f'<v:line id="line{number}" style="{place}" from="0,{points}pt" to="{width_twips / 20:g}pt,{points}pt" '
        f'strokecolor="#{colour}" strokeweight="{round(weight_mm * 72 / 25.4, 2)}pt"/>'
    )
    return _alternatives(_anchor(name, number, width, 0, across + down, "<wp:wrapNone/>", shape), older)


def page_line(name: str, number: int, width_mm: float, top_mm: float, weight_mm: float, colour: str) -> str:
    """Return a run with a level line in the middle of the sheet, its upper edge `top_mm` under the sheet's."""
    centre = top_mm + weight_mm / 2
    width = round(width_mm * EMU_PER_MM)
    across = '<wp:positionH relativeFrom="page"><wp:align>center</wp:align></wp:positionH>'
    down = (f'<wp:positionV relativeFrom="page"><wp:posOffset>{round(centre * EMU_PER_MM)}</wp:posOffset>'
            "</wp:positionV>")
    points, weight = (round(each * 72 / 25.4, 2) for each in (centre, weight_mm))
    older = (
        f'<v:line id="line{number}" style="position:absolute;z-index:2;mso-position-horizontal:center;'
        'mso-position-horizontal-relative:page;mso-position-vertical-relative:page" '
        f'from="0,{points}pt" to="{width_mm * 72 / 25.4:.2f}pt,{points}pt" strokecolor="#{colour}" '
        f'strokeweight="{weight}pt"/>'
    )
    shape = _line_shape(width, weight_mm, colour)
    return _alternatives(_anchor(name, number, width, 0, across + down, "<wp:wrapNone/>", shape), older)


def page_box(name: str, number: int, width_twips: int, top_mm: float, height_twips: int, content: str) -> str:
    """Return a run with a text box of `content` over the width of the 版心, `top_mm` under the sheet's upper edge."""
    across = '<wp:positionH relativeFrom="margin"><wp:align>left</wp:align></wp:positionH>'
    down = (f'<wp:positionV relativeFrom="page"><wp:posOffset>{round(top_mm * EMU_PER_MM)}</wp:posOffset>'
            "</wp:positionV>")
    older = (f"left:0;top:{top_mm * 72 / 25.4:.2f}pt;mso-position-horizontal-relative:margin;"
             "mso-position-vertical-relative:page")
    return _box(name, number, (width_twips, height_twips), (across + down, older), ("<wp:wrapNone/>", ""), content)


def turned_box(
    name: str, number: int, place_mm: tuple[float, float], size_twips: tuple[int, int], content: str
) -> str:
    """Return a run with a text box whose text runs downwards; `place_mm` from left and top of the sheet."""
    left, top = place_mm
    place = "".join(
        f'<wp:position{axis} relativeFrom="page"><wp:posOffset>{round(mm * EMU_PER_MM)}</wp:posOffset>'
        f"</wp:position{axis}>"
        for axis, mm in (("H", left), ("V", top)))
    older = (f"left:{left * 72 / 25.4:.2f}pt;top:{top * 72 / 25.4:.2f}pt;mso-position-horizontal-relative:page;"
             "mso-position-vertical-relative:page")
    return _box(name, number, size_twips, (place, older), ("<wp:wrapNone/>", ""), content, turned=True)


def bottom_box(name: str, number: int, width_twips: int, height_twips: int, content: str) -> str:
    """Return a run with a text box of `content` at the foot of the 版心 of the page its paragraph stands on."""
    place = (
        '<wp:positionH relativeFrom="margin"><wp:align>left</wp:align></wp:positionH>'
        '<wp:positionV relativeFrom="margin"><wp:align>bottom</wp:align></wp:positionV>'
    )
    older = ("mso-position-horizontal:left;mso-position-horizontal-relative:margin;mso-position-vertical:bottom;"
             "mso-position-vertical-relative:margin")
    wrap = ("<wp:wrapTopAndBottom/>", '<w10:wrap type="topAndBottom" anchorx="margin" anchory="margin"/>')
    return _box(name, number, (width_twips, height_twips), (place, older), wrap, content)


def _box(
    name: str, number: int, twips: tuple[int, int], place: tuple[str, str], wrap: tuple[str, str], content: str,
    turned: bool = False,
) -> str:
    """Return a run with a text box of the size `twips`; `place` and `wrap` each in the new and in the older form.

    The text of a `turned` one runs downwards.
    """
    width, height = (each * EMU_PER_TWIP for each in twips)
    vertical, flow = (' vert="vert"', ' style="layout-flow:vertical"') if turned else ("", "")
    shape = (
        f'<wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr>'
        f"<wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx>"
        f'<wps:bodyPr{vertical} wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="b" anchorCtr="0">'
        "<a:noAutofit/></wps:bodyPr>"
    )
    older = (
        f'<v:rect id="box{number}" stroked="f" filled="f" style="position:absolute;z-index:2;'
        f'width:{twips[0] / 20:g}pt;height:{twips[1] / 20:g}pt;{place[1]}">'
        f'<v:textbox{flow} inset="0,0,0,0"><w:txbxContent>{content}</w:txbxContent></v:textbox>{wrap[1]}</v:rect>'
    )
    return _alternatives(_anchor(name, number, width, height, place[0], wrap[0], shape), older)


def inline_picture(relation: str, told: str, size: tuple[int, int]) -> str:
    """Return a run with the picture behind `relation` as a character of its line, `size` its width and height in twips.

    `told` says what it shows; its number among the drawings is still to be set.
    """
    width, height = (each * EMU_PER_TWIP for each in size)
    name = f'id="0" name="" descr="{escape(told)}"'
    return (
        f'<w:r><w:rPr>{HINT}</w:rPr><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{width}" cy="{height}"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:docPr {name}/>'
        '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f'<a:graphic><a:graphicData uri="{_PICTURE_URI}"><pic:pic xmlns:pic="{_PICTURE_URI}">'
        f'<pic:nvPicPr><pic:cNvPr {name}/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )


def _line_shape(width: int, weight_mm: float, colour: str) -> str:
    """Return a level line `width` EMU long."""
    return (
        f'<wps:cNvCnPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="0"/></a:xfrm>'
        f'<a:prstGeom prst="line"><a:avLst/></a:prstGeom><a:ln w="{round(weight_mm * EMU_PER_MM)}">'
        f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill></a:ln></wps:spPr><wps:bodyPr/>'
    )


def _anchor(name: str, number: int, width: int, height: int, place: str, wrap: str, shape: str) -> str:
    """Return a drawing that floats at `place`, locked to its paragraph."""
    return (
        '<w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" '
        f'relativeHeight="{number + 1}" behindDoc="0" locked="1" layoutInCell="1" allowOverlap="1">'
        f'<wp:simplePos x="0" y="0"/>{place}<wp:extent cx="{width}" cy="{height}"/>'
        f'<wp:effectExtent l="0" t="0" r="0" b="0"/>{wrap}<wp:docPr id="{number}" name="{name}"/>'
        f'<wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="{_URI}"><wps:wsp>{shape}</wps:wsp>'
        "</a:graphicData></a:graphic></wp:anchor></w:drawing>"
    )


def _alternatives(drawing: str, older: str) -> str:
    """Return a run that holds `drawing`, and `older` for programs that cannot show it."""
    return (
        f'<w:r><w:rPr>{HINT}</w:rPr><mc:AlternateContent><mc:Choice Requires="wps">{drawing}</mc:Choice>'
        f"<mc:Fallback><w:pict>{older}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
