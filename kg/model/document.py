"""One text as read: its source, its normalised text, and the structure found in it."""

from typing import NamedTuple

from pydantic import SkipValidation

from kg.model.value import Value
from kg.text import NormalText


class Section(NamedTuple):
    """A heading and everything under it, up to the next heading of its level or above.

    Offsets are into the normalised text. `level` counts from 1 (第一章, 一、) downwards ((一), 1., 一是);
    `parent` is the index of the enclosing section in `Document.sections`, or -1.
    """

    level: int
    number: str
    title: str
    heading_start: int
    heading_end: int
    start: int
    end: int
    parent: int = -1


class Sentence(NamedTuple):
    """A sentence `[start, end)` of the normalised text; `section` is the index of the innermost section, or -1."""

    start: int
    end: int
    section: int = -1


class Document(Value):
    """A text of the genre, decoded, cleaned of page noise, and cut into sections and sentences.

    `source` is the file's text, untouched; every offset that leaves the package counts its code points.
    `id` is 20 hex digits of the SHA-256 of `source` in UTF-8. `date` is ISO (2023, 2023-07, 2023-07-15)
    where the text shows it. `noise` lists source spans left out of extraction.
    """

    id: str
    name: str
    sha256: str
    encoding: str
    source: str
    normal: NormalText
    title: str | None = None
    date: str | None = None
    speaker: str | None = None
    issuer: str | None = None
    number: str | None = None
    sections: SkipValidation[tuple[Section, ...]] = ()
    sentences: SkipValidation[tuple[Sentence, ...]] = ()
    noise: tuple[tuple[int, int], ...] = ()
