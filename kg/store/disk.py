"""A build's Turtle in, a store on disk beside it out: made once, kept as long as the Turtle stays the same."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

from kg.errors import KgError
from kg.store import child

# Below this, reading the Turtle into memory takes less than a second.
SMALL = 5_000_000
_NAME = "store"


def store_of(turtle: Path, tell: Callable[[str], None]) -> Path | None:
    """Return the folder of the store that holds a build's graph, made if there is none or the graph has changed.

    Args:
        turtle: the build's graph.ttl.
        tell: called with a line about work that takes long.

    Returns:
        None for a small graph, and where the build's folder cannot be written: such are read into memory.

    Raises:
        KgError: if the Turtle cannot be loaded.
    """
    kept = turtle.with_name(_NAME)
    if not is_due(turtle):
        return kept / "db" if _is_large(turtle) else None
    beside = turtle.with_name(f".{_NAME}.{os.getpid()}.part")
    try:
        beside.mkdir()
    except OSError as error:
        reason = error.strerror or error
        tell(f"{beside.parent} cannot be written ({reason}), so the graph is read into memory for this query alone")
        return None
    try:
        tell(f"making {kept}, once for this graph; queries are quick from then on")
        stamp = _stamp(turtle)
        _load(turtle, beside / "db")
        (beside / "stamp.json").write_text(json.dumps(stamp), "utf-8")
        _take_place(beside, kept, turtle)
    except OSError as error:
        raise KgError(f"{kept}: cannot be written ({error.strerror or error}); make room there") from error
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return kept / "db"


def is_due(turtle: Path) -> bool:
    """Tell whether a store has yet to be made for a Turtle file, which takes long."""
    return _is_large(turtle) and not _is_current(turtle)


def _is_large(turtle: Path) -> bool:
    return turtle.stat().st_size >= SMALL


def _is_current(turtle: Path) -> bool:
    """Tell whether the store beside a Turtle file holds what the file says now; its size and time are enough."""
    stamp_file = turtle.with_name(_NAME) / "stamp.json"
    try:
        found = json.loads(stamp_file.read_text("utf-8"))
    except (OSError, ValueError):
        return False
    now = turtle.stat()
    if found.get("pyoxigraph") != version("pyoxigraph"):
        return False
    if (found.get("size"), found.get("time")) == (now.st_size, now.st_mtime_ns):
        return True
    if found.get("size") != now.st_size or found.get("sha256") != _sha256(turtle):
        return False
    try:
        stamp_file.write_text(json.dumps({**found, "time": now.st_mtime_ns}), "utf-8")
    except OSError:
        # Then the sum is taken again next time.
        return True
    return True


def _stamp(turtle: Path) -> dict[str, str | int]:
    found = turtle.stat()
    return {
        "sha256": _sha256(turtle),
        "size": found.st_size,
        "time": found.st_mtime_ns,
        "pyoxigraph": version("pyoxigraph"),
    }


def _sha256(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _load(turtle: Path, folder: Path) -> None:
    request = json.dumps({"load": str(turtle), "into": str(folder)})
    done = subprocess.run(
        [sys.executable, "-P", child.__file__],
        input=request,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        why = done.stderr.strip().splitlines()[-1:] or [f"status {done.returncode}"]
        raise KgError(f"{turtle}: cannot be loaded ({why[0]}); build it again with `kg build`")


def _take_place(beside: Path, kept: Path, turtle: Path) -> None:
    """Put a finished store where the old one stands; another process may have been quicker with the same."""
    old = kept.with_name(f".{_NAME}.{os.getpid()}.old")
    try:
        if kept.exists():
            kept.rename(old)
        beside.rename(kept)
    except OSError:
        if not _is_current(turtle):
            raise
    finally:
        shutil.rmtree(old, ignore_errors=True)
