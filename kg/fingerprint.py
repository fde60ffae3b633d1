"""The program itself in, its fingerprint out: two builds with one fingerprint read a document alike."""

import hashlib
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
# What decides what a document states: the code and tables of these rooms, and what cuts its words and finds its terms.
_ROOMS = ("errors.py", "text.py", "model", "lexicon", "read", "extract", "resolve")
_LIBRARIES = ("ahocorasick-rs", "jieba", "rjieba")


def fingerprint() -> str:
    """Return a digest of the code, tables and libraries that decide what a document states."""
    digest = hashlib.sha256()
    for path in _files():
        digest.update(f"{path.relative_to(_PACKAGE).as_posix()}\0{path.stat().st_size}\0".encode())
        digest.update(path.read_bytes())
    for name in _LIBRARIES:
        digest.update(f"{name} {_version(name)}\0".encode())
    return digest.hexdigest()


def _files() -> Iterator[Path]:
    for room in _ROOMS:
        path = _PACKAGE / room
        yield from [path] if path.is_file() else sorted(p for p in path.rglob("*") if _counts(p))


def _counts(path: Path) -> bool:
    return path.is_file() and path.suffix != ".pyc"


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return "absent"
