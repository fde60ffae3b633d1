"""Bytes in, the source text and its encoding out; what is not a text is refused with its place and a remedy."""

import re

from kg.errors import InputError

_REMEDY = "save it as plain text in UTF-8"
_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_FORMATS = (
    (b"%PDF", "a PDF document"),
    (b"PK\x03\x04", "a Word document or ZIP archive"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x1f\x8b", "gzip-compressed"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1b\x7f]")
_CHINESE = re.compile("[\u3000-\u303f\u4e00-\u9fff\uff00-\uff5e\u2014-\u2026]")
# Of 100 characters of a text hardly one is a control character; of 100 bytes of a program or image many are.
_MOST_CONTROLS = 0.05
# A text in another encoding decodes as GB18030 into rare characters, private use and symbols.
_LEAST_CHINESE = 0.8
_COMMON = re.compile("[的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出发成年对会工业环保治]")


def decode(name: str, raw: bytes) -> tuple[str, str]:
    """Return the text of a file and the name of its encoding: by its BOM, else UTF-8, UTF-16 or GB18030.

    A byte-order mark of UTF-8 stays as the first character, as Python's 'utf-8' leaves it.

    Raises:
        InputError: if the file is empty, binary, or in none of these encodings.
    """
    if not raw:
        raise InputError(f"{name}: the file is empty; {_REMEDY}, or leave it out")
    for magic, kind in _FORMATS:
        if raw.startswith(magic):
            raise InputError(f"{name}: this is {kind}, not a text; {_REMEDY}")
    source, encoding = _decode(name, raw)
    controls = len(_CONTROL.findall(source))
    if controls > _MOST_CONTROLS * len(source):
        first = _CONTROL.search(source)
        at = len(source[: first.start()].encode(encoding)) if first else 0
        raise InputError(
            f"{name}: this is a binary file: {controls} of {len(source)} characters are control characters, "
            f"the first at byte {at}; {_REMEDY}"
        )
    if not source.strip("\ufeff \t\r\n\u3000\xa0"):
        raise InputError(f"{name}: the file holds nothing but white space; {_REMEDY}, or leave it out")
    return source, encoding


def _decode(name: str, raw: bytes) -> tuple[str, str]:
    for bom, encoding in _BOMS:
        if raw.startswith(bom):
            try:
                return raw.decode(encoding), encoding
            except UnicodeDecodeError as error:
                raise InputError(f"{name}: {_where(raw, error, encoding)}; {_REMEDY}") from error
    try:
        return raw.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        damaged = error
    if _is_mostly_utf8(raw):
        raise InputError(f"{name}: {_where(raw, damaged, 'utf-8')}; {_REMEDY}")
    encodings = ("utf-16-le", "utf-16-be") if b"\0" in raw else ("gb18030", "utf-16-le", "utf-16-be")
    for encoding in encodings:
        try:
            source = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _reads_as_chinese(source):
            return source, encoding
    raise InputError(f"{name}: neither UTF-8, UTF-16 nor GB18030 text: {_where(raw, damaged, 'utf-8')}; {_REMEDY}")


def _is_mostly_utf8(raw: bytes) -> bool:
    """Tell whether a few bytes of a UTF-8 text are damaged (a text in another encoding loses most of its own)."""
    repaired = raw.decode("utf-8", "replace")
    return repaired.count("\ufffd") * 10 < len(_CHINESE.findall(repaired))


def _reads_as_chinese(source: str) -> bool:
    wide = sum(character > "\x7f" for character in source)
    common = len(_COMMON.findall(source))
    return len(_CHINESE.findall(source)) >= _LEAST_CHINESE * wide > 0 and common * 40 >= wide


def _where(raw: bytes, error: UnicodeDecodeError, encoding: str) -> str:
    return f"byte {error.start} (0x{raw[error.start]:02x}) is not {encoding.upper()}"
