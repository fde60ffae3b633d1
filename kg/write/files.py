"""Bytes in, whole files out: each is written beside its place and renamed, so that nobody reads half of one."""

import os
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import BinaryIO, NamedTuple

from kg.errors import OutputError


class Part(NamedTuple):
    """A file to be written: its path inside the folder, and what fills it."""

    name: str
    fill: Callable[[BinaryIO], None]


def prepare_folder(folder: str | Path) -> Path:
    """Make a folder and check that it can be written, before long work is spent on what goes there.

    Raises:
        OutputError: if it cannot be made or written.
    """
    path = Path(folder)
    try:
        path.mkdir(parents=True, exist_ok=True)
        probe = path / f".{os.getpid()}.part"
        probe.touch()
        probe.unlink()
    except OSError as error:
        raise _output_error(path, error) from error
    return path


def write_parts(folder: str | Path, parts: Iterable[Part]) -> list[Path]:
    """Write files into a folder: all are complete before the first takes its place.

    Raises:
        OutputError: if one cannot be written; then none of the new files took its place.
    """
    root = prepare_folder(folder)
    staged: list[tuple[Path, Path]] = []
    try:
        for part in parts:
            target = root / part.name
            target.parent.mkdir(parents=True, exist_ok=True)
            beside = target.with_name(f".{target.name}.{os.getpid()}.part")
            staged.append((beside, target))
            with beside.open("wb") as stream:
                part.fill(stream)
        for beside, target in staged:
            beside.replace(target)
    except OSError as error:
        raise _output_error(Path(error.filename or root), error) from error
    finally:
        for beside, _ in staged:
            beside.unlink(missing_ok=True)
    return [target for _, target in staged]


def write_texts(folder: str | Path, texts: Mapping[str, str]) -> list[str]:
    """Write texts by file name and return the names.

    Raises:
        OutputError: if one cannot be written.
    """
    write_parts(folder, [Part(name, _filled_with(text)) for name, text in texts.items()])
    return list(texts)


def _filled_with(text: str) -> Callable[[BinaryIO], None]:
    def fill(stream: BinaryIO) -> None:
        stream.write(text.encode())

    return fill


def _output_error(path: Path, error: OSError) -> OutputError:
    reason = error.strerror or str(error)
    return OutputError(f"{path}: cannot be written ({reason}); choose another folder, or make room or rights there")
