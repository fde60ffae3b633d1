"""Paths in, the files to read out: folders are searched for texts."""

from collections.abc import Sequence
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
            raise InputError(f"{path}: no such file or folder")
    return files


def _texts_below(folder: Path) -> list[Path]:
    found = [
        path
        for path in folder.rglob("*")
        if path.suffix.lower() in SUFFIXES
        and path.is_file()
        and not any(part.startswith(".") for part in path.relative_to(folder).parts)
    ]
    if not found:
        raise InputError(f"{folder}: no text in this folder; expected files ending in {' or '.join(SUFFIXES)}")
    return sorted(found)
