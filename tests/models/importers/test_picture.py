from __future__ import annotations

from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from models.errors import UserError
from models.importers.picture import MOST_PIXELS_A_SIDE, read_picture
from pictured import a_file

RED, WHITE = (255, 0, 0), (255, 255, 255)


def opened(data: bytes) -> Image.Image:
    """Return the picture in the file `data`."""
    image = Image.open(BytesIO(data))
    image.load()
    return image


def saved(image: Image.Image, kind: str, **others: object) -> bytes:
    """Return `image` as a file of `kind`."""
    stream = BytesIO()
    image.save(stream, kind, **others)
    return stream.getvalue()


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_picture_keeps_its_kind_and_size(kind: str) -> None:
    picture = read_picture(a_file(320, 200, kind), "图")

    assert opened(picture.data).format == kind
    assert opened(picture.data).size == (picture.pixel_width, picture.pixel_height) == (320, 200)


def test_what_a_camera_wrote_beside_the_pixels_is_gone() -> None:
    exif = Image.Exif()
    exif[0x010F] = "相机厂".encode().decode("latin-1")
    exif.get_ifd(0x8825)[2] = (30.0, 15.0, 0.0)
    file = saved(Image.new("RGB", (40, 30), RED), "JPEG", exif=exif, comment=b"secret")
    assert b"Exif" in file and b"secret" in file

    data = read_picture(file, "图.jpg").data

    assert not opened(data).getexif()
    assert b"Exif" not in data and b"secret" not in data


def test_words_hidden_in_a_png_are_gone() -> None:
    words = PngInfo()
    words.add_text("Comment", "secret")
    file = saved(Image.new("RGB", (40, 30), RED), "PNG", pnginfo=words) + b"appended secret"

    assert b"secret" in file and b"secret" not in read_picture(file, "图.png").data


def test_a_picture_taken_upright_stands_upright() -> None:
    image = Image.new("RGB", (40, 20), WHITE)
    image.paste(RED, (0, 0, 20, 20))
    exif = Image.Exif()
    exif[0x0112] = 6  # to be turned clockwise

    picture = read_picture(saved(image, "JPEG", exif=exif, quality=95), "图.jpg")

    assert (picture.pixel_width, picture.pixel_height) == (20, 40)
    red, green, _ = opened(picture.data).getpixel((10, 5))
    assert red > 200 and green < 60


def test_what_is_transparent_becomes_white() -> None:
    picture = read_picture(saved(Image.new("RGBA", (8, 8), (255, 0, 0, 0)), "PNG"), "图.png")

    assert opened(picture.data).getpixel((4, 4)) == WHITE


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "CMYK", "I;16"])
def test_pictures_in_grey_and_in_few_colours_are_taken(mode: str) -> None:
    image = Image.new(mode, (30, 20))

    picture = read_picture(saved(image, "JPEG" if mode == "CMYK" else "PNG"), "图")

    assert opened(picture.data).mode in ("L", "RGB")


def test_more_points_than_paper_shows_are_not_kept() -> None:
    picture = read_picture(a_file(5400, 2700), "图.png")

    assert (picture.pixel_width, picture.pixel_height) == (MOST_PIXELS_A_SIDE, MOST_PIXELS_A_SIDE // 2)


@pytest.mark.parametrize(("data", "words"), [
    (b"\x89PNG" + bytes(10 * 1024 * 1024), "10 MB 的上限"),
    (saved(Image.new("1", (8000, 5001)), "PNG"), "8000×5001 个点"),
    (saved(Image.new("1", (30000, 7000)), "PNG"), "上限|点数太多"),
    (saved(Image.new("RGB", (9, 9)), "GIF"), "不是 PNG 或 JPEG"),
    (saved(Image.new("RGB", (9, 9)), "BMP"), "不是 PNG 或 JPEG"),
    ("<svg xmlns='http://www.w3.org/2000/svg'/>".encode(), "不是 PNG 或 JPEG"),
    (b"", "不是 PNG 或 JPEG"),
    (a_file()[:400], "已经损坏"),
    (a_file(kind="JPEG")[:-4000], "已经损坏"),
], ids=["heavy", "large", "bomb", "gif", "bmp", "svg", "empty", "half a png", "half a jpeg"])
@pytest.mark.filterwarnings("ignore::PIL.Image.DecompressionBombWarning")
def test_what_cannot_be_taken_is_refused_with_its_name(data: bytes, words: str) -> None:
    with pytest.raises(UserError, match=words) as raised:
        read_picture(data, "现场.png")

    assert raised.value.message.startswith("“现场.png”")
    assert raised.value.advice


@given(at=st.integers(8, 3000), bytes_=st.binary(min_size=1, max_size=40), kind=st.sampled_from(["PNG", "JPEG"]))
def test_a_damaged_picture_is_read_or_refused(at: int, bytes_: bytes, kind: str) -> None:
    file = a_file(200, 120, kind)
    spoilt = file[:at] + bytes_ + file[at + len(bytes_):]
    try:
        picture = read_picture(spoilt, "图")
    except UserError:
        return
    assert opened(picture.data).size == (picture.pixel_width, picture.pixel_height)
