"""Bytes to text: encodings told apart, and what is no text refused with place and remedy."""

import pytest

from kg.errors import InputError
from kg.read.decode import decode

TEXT = "全市生态环境质量持续改善，空气质量优良天数比例为86.2%。"


@pytest.mark.parametrize(
    ("raw", "source", "encoding"),
    [
        (TEXT.encode("utf-8"), TEXT, "utf-8"),
        (TEXT.encode("utf-8-sig"), "\ufeff" + TEXT, "utf-8"),
        (TEXT.encode("utf-16"), TEXT, "utf-16"),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), TEXT, "utf-16"),
        (TEXT.encode("utf-16-le"), TEXT, "utf-16-le"),
        (TEXT.encode("gb18030"), TEXT, "gb18030"),
        (b"plain words", "plain words", "utf-8"),
    ],
    ids=["utf-8", "utf-8-bom", "utf-16-bom", "utf-16-be-bom", "utf-16-without-bom", "gb18030", "no-chinese"],
)
def test_text_is_decoded_by_bom_or_by_what_fits(raw: bytes, source: str, encoding: str) -> None:
    assert decode("a.txt", raw) == (source, encoding)


@pytest.mark.parametrize(
    ("raw", "complaint"),
    [
        (b"", "leer.txt: the file is empty"),
        (b" \n\t\r\n", "leer.txt: the file holds nothing but white space"),
        ("\ufeff\n".encode(), "nothing but white space"),
        (b"%PDF-1.7 ...", "leer.txt: this is a PDF document"),
        (b"PK\x03\x04....", "a Word document or ZIP archive"),
        (
            b"ab\x01\x02\x03\x04\x05",
            "leer.txt: this is a binary file: 5 of 7 characters are control characters, the first at byte 2",
        ),
        (TEXT.encode()[:30] + b"\xff" + TEXT.encode()[30:], "leer.txt: byte 30 (0xff) is not UTF-8"),
        (b"\xff\xfe" + TEXT.encode("utf-16-le") + b"\x00", "is not UTF-16"),
        (bytes(range(128, 256)) * 4, "neither UTF-8, UTF-16 nor GB18030 text: byte 0 (0x80)"),
    ],
    ids=["empty", "blank", "only-bom", "pdf", "zip", "binary", "damaged-utf-8", "cut-utf-16", "random-bytes"],
)
def test_what_is_no_text_is_refused_with_place_and_remedy(raw: bytes, complaint: str) -> None:
    with pytest.raises(InputError) as caught:
        decode("leer.txt", raw)
    assert complaint in str(caught.value)
    assert "save it as plain text in UTF-8" in str(caught.value)
