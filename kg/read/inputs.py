"""Paths in, the files to read out: folders are searched for texts."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from kg.errors import InputError

SUFFIXES = (".txt", ".md")


def find_inputs(paths: Sequence[Path]) -> list[Path]:
    """Return the files of `paths`: a file as it is, a folder as the .txt and .md files anywhere below it.

    Files of one folder come sorted by path; hidden files and folders are passed over.

    Raises:
        InputError: if a path does not exist, or a folder holds no text.
    """
    files: list[Path] = []
    for path in paths:
        if path.is_dir():
            files.extend(_texts_below(path))
        elif path.exists():
            files.append(path)
        else:
            raise InputError(f"{path}: no such file or folder; check the path")
    return files


def passed_over(paths: Sequence[Path]) -> list[Path]:
    """Return the files in folders that are no .txt or .md, sorted; hidden ones do not count."""
    found = {path for folder in paths if folder.is_dir() for path in _visible(folder)}
    return sorted(path for path in found if path.suffix.lower() not in SUFFIXES)


def _visible(folder: Path) -> Iterator[Path]:
    for path in folder.rglob("*"):
        if path.is_file() and not any(part.startswith(".") for part in path.relative_to(folder).parts):
            yield path


def _texts_below(folder: Path) -> list[Path]:
    found = [path for path in _visible(folder) if path.suffix.lower() in SUFFIXES]
    if not found:
        raise InputError(f"{folder}: no text in this folder; expected files ending in {' or '.join(SUFFIXES)}")
    return sorted(found)
