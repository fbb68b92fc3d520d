"""The gate for pictures: PNG and JPEG of reasonable size, made anew from their pixels.

What is kept is encoded by us: no place and no name of a camera (EXIF), nothing hidden behind the pixels, upright, and
with no more pixels than paper can show.
"""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from models.domain.report import Picture
from models.errors import UserError

if TYPE_CHECKING:
    from PIL.Image import Image

MEGABYTE = 1024 * 1024
LARGEST_BYTES = 10 * MEGABYTE
LARGEST_PIXELS = 40_000_000
MOST_PIXELS_A_SIDE = 2700  # 228 mm at 300 dots an inch: the longer side of the 版心
QUALITY = 90
_KINDS = ("PNG", "JPEG")
_HEAVY = 2 * MEGABYTE  # a PNG beyond that is a photograph, which JPEG holds in a tenth


def read_picture(data: bytes, name: str) -> Picture:
    """Return the picture in the file `data` called `name`, without caption; UserError when it cannot be taken."""
    check_bytes(len(data), name)
    written, width, height = _made_anew(data, name)
    return Picture(data=written, pixel_width=width, pixel_height=height)


def check_picture(data: bytes, name: str) -> None:
    """Raise UserError unless `data`, called `name`, begins as a picture that `read_picture` would have made.

    For pictures that must stay byte by byte what they are; their pixels are not looked at.
    """
    from PIL import Image as images
    from PIL import UnidentifiedImageError

    try:
        with images.open(BytesIO(data), formats=_KINDS) as opened:
            _check_size(opened.size, name)
    except (images.DecompressionBombError, images.DecompressionBombWarning) as error:
        raise UserError(f"“{name}”的点数太多，读不进来。", "请把图片缩小以后再插入。") from error
    except UnidentifiedImageError as error:
        raise UserError(f"“{name}”不是 PNG 或 JPEG 图片。", "请另存为 PNG 或 JPG 格式以后再插入。") from error


def check_bytes(size: int, name: str) -> None:
    """Raise UserError when the file called `name` has more than the bytes that a picture may have."""
    if size > LARGEST_BYTES:
        raise UserError(f"“{name}”有 {size / MEGABYTE:.1f} MB，超过了一张图片 10 MB 的上限。", "请把图片压缩或截小以后再插入。")


def _made_anew(data: bytes, name: str) -> tuple[bytes, int, int]:
    """Return the file made of the pixels of `data`, its width and its height."""
    from PIL import Image as images
    from PIL import ImageOps, UnidentifiedImageError

    try:
        with images.open(BytesIO(data), formats=_KINDS) as opened:
            photograph = opened.format != "PNG"
            _check_size(opened.size, name)
            image = _plain(ImageOps.exif_transpose(opened))
    except (images.DecompressionBombError, images.DecompressionBombWarning) as error:
        raise UserError(f"“{name}”的点数太多，读不进来。", "请把图片缩小以后再插入。") from error
    except UnidentifiedImageError as error:
        raise UserError(f"“{name}”不是 PNG 或 JPEG 图片。", "请另存为 PNG 或 JPG 格式以后再插入。") from error
    except (OSError, ValueError, TypeError, SyntaxError, EOFError, IndexError, KeyError, OverflowError) as error:
        raise UserError(f"“{name}”已经损坏，读不出来。", "请用看图软件打开它，另存一份以后再插入。") from error
    image.thumbnail((MOST_PIXELS_A_SIDE, MOST_PIXELS_A_SIDE), images.Resampling.LANCZOS)
    return _encoded(image, photograph), image.width, image.height


def _check_size(size: tuple[int, int], name: str) -> None:
    width, height = size
    if width * height > LARGEST_PIXELS:
        raise UserError(f"“{name}”有 {width}×{height} 个点，超过了 4000 万点的上限。", "请把图片缩小以后再插入。")


def _plain(image: Image) -> Image:
    """Return `image` in grey or in colours, on white where it is transparent, without what came with it."""
    if image.mode in ("L", "1", "I;16"):
        plain = image.point(lambda value: value / 256).convert("L") if image.mode == "I;16" else image.convert("L")
    elif image.has_transparency_data:
        from PIL import Image as images

        seen = image.convert("RGBA")
        plain = images.new("RGB", image.size, "white")
        plain.paste(seen, mask=seen.getchannel("A"))
    else:
        plain = image.convert("RGB")
    plain.load()
    plain.info.clear()
    return plain


def _encoded(image: Image, photograph: bool) -> bytes:
    """Return `image` as a file; a `photograph`, and what else is heavy as PNG, as JPEG."""
    stream = BytesIO()
    if not photograph:
        image.save(stream, "PNG", optimize=True)
        if stream.tell() <= _HEAVY:
            return stream.getvalue()
        stream = BytesIO()
    image.save(stream, "JPEG", quality=QUALITY)
    return stream.getvalue()
