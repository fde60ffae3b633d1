"""Bytes in, a Document out: decoding, page noise, normal text, structure, and what the text says of itself."""

import hashlib
from pathlib import Path
from typing import NamedTuple

from kg.errors import InputError
from kg.model import Document
from kg.model.ids import document_id
from kg.read.about import find_about
from kg.read.decode import decode
from kg.read.inputs import find_inputs, passed_over
from kg.read.noise import find_noise
from kg.read.normalise import normalise
from kg.read.structure import find_structure

__all__ = ["Identity", "find_inputs", "identify_path", "passed_over", "read_document", "read_path"]


class Identity(NamedTuple):
    """The id a document has in the graph, with the digest and encoding of the file that holds it."""

    id: str
    sha256: str
    encoding: str


def read_document(name: str, raw: bytes, place: str = "") -> Document:
    """Return the document that a file's bytes hold.

    Args:
        name: the file's name.
        raw: its content, in UTF-8, UTF-16 or GB18030.
        place: what error messages call the file; its name if nothing else is given.

    Raises:
        InputError: if the file is empty, binary or undecodable.
    """
    source, encoding = decode(place or name, raw)
    noise = find_noise(source)
    normal = normalise(source, noise)
    sections, sentences = find_structure(source, normal)
    about = find_about(source, normal.text)
    return Document(
        id=_id_of(source),
        name=name,
        sha256=hashlib.sha256(raw).hexdigest(),
        encoding=encoding,
        source=source,
        normal=normal,
        title=about.title,
        date=about.date,
        speaker=about.speaker,
        issuer=about.issuer,
        number=about.number,
        sections=sections,
        sentences=sentences,
        noise=noise,
    )


def read_path(path: Path) -> Document:
    """Return the document in a file.

    Raises:
        InputError: if the file cannot be read, or is empty, binary or undecodable.
    """
    return read_document(path.name, _bytes_of(path), str(path))


def identify_path(path: Path) -> Identity:
    """Return which document a file holds, without reading what it says.

    Raises:
        InputError: as for `read_path`.
    """
    raw = _bytes_of(path)
    source, encoding = decode(str(path), raw)
    return Identity(document_id(_id_of(source)), hashlib.sha256(raw).hexdigest(), encoding)


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror}") from error


def _id_of(source: str) -> str:
    return hashlib.sha256(source.encode("utf-8")).hexdigest()[:20]
