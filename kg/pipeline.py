"""The stages in order: paths in, a graph and a report on every document out."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from kg.engine.local import map_local
from kg.errors import InputError
from kg.extract import extract
from kg.graph import KnowledgeGraph
from kg.merge import merge
from kg.model import Reading, Tables
from kg.read import find_inputs, identify_path, read_path
from kg.resolve import annotate, identify, resolve

Progress = Callable[[int, int], None]


class Outcome(NamedTuple):
    """What became of one input: its path, 'used', 'duplicate' or 'failed', why, and its share of the graph."""

    path: str
    status: str
    reason: str = ""
    tables: Tables | None = None


class Build(NamedTuple):
    """A graph with the outcome of every input, in the order of their paths, and each document's own share of it."""

    graph: KnowledgeGraph
    outcomes: tuple[Outcome, ...]
    shares: tuple[Tables, ...] = ()

    @property
    def failures(self) -> tuple[Outcome, ...]:
        """The inputs that could not be used."""
        return tuple(outcome for outcome in self.outcomes if outcome.status == "failed")


def read_document(path: str) -> Reading:
    """Read, extract and resolve one document.

    Raises:
        InputError: if the file cannot be used.
    """
    document = read_path(Path(path))
    return resolve(document, extract(document))


def contribute(path: str) -> Outcome:
    """Return one document's share of the graph, or why it has none."""
    try:
        reading = read_document(path)
    except InputError as error:
        return Outcome(path, "failed", str(error))
    return _used(path, identify(reading))


def _used(path: str, share: Tables) -> Outcome:
    # A region alone may be the place of publication, which the title or a signature shows.
    empty = all(type(entity).__name__ == "Region" for entity in share.entities)
    reason = f"{path}: nothing was found in it; is it a Chinese text about the environment?" if empty else ""
    return Outcome(path, "used", reason, share)


def recall(path: str, known: Mapping[str, Tables]) -> Outcome | None:
    """Return the share of a document that is known from an earlier build, None if it has to be read."""
    try:
        identity = identify_path(Path(path))
    except InputError:
        return None
    share = known.get(identity.id)
    if share is None:
        return None
    own = {"names": (Path(path).name,), "sha256": identity.sha256, "encoding": identity.encoding}
    return _used(path, share.model_copy(update={"documents": (share.documents[0].model_copy(update=own),)}))


def gather(paths: Sequence[str | Path]) -> tuple[list[str], list[Outcome]]:
    """Return the files behind paths, sorted, and a failed outcome for every path that leads to none.

    Raises:
        InputError: if no path leads to a file.
    """
    files: set[str] = set()
    failed: dict[str, Outcome] = {}
    for path in paths:
        try:
            files.update(str(file) for file in find_inputs([Path(path)]))
        except InputError as error:
            failed[str(path)] = Outcome(str(path), "failed", str(error))
    if not files:
        raise InputError("; ".join(outcome.reason for outcome in failed.values()) or "no inputs were given")
    return sorted(files), list(failed.values())


def build(
    paths: Sequence[str | Path],
    jobs: int = 1,
    progress: Progress | None = None,
    known: Mapping[str, Tables] | None = None,
) -> Build:
    """Build the graph of texts and folders of texts.

    Args:
        paths: files and folders; folders are searched for .txt and .md.
        jobs: how many processes extract at once.
        progress: called with the number of documents done, and of all that have to be read.
        known: what documents gave to an earlier build by the same program, by their ids; they are not read again.

    Returns:
        The graph, the same whatever the order of `paths`, the number of `jobs` and what is known already, and every
        input's outcome.

    Raises:
        InputError: if no text is found at all.
    """
    files, failed = gather(paths)
    recalled = [recall(path, known) if known else None for path in files]
    unread = [path for path, outcome in zip(files, recalled, strict=True) if outcome is None]
    read = map_local(contribute, unread, jobs, progress)
    outcomes = [*_without_repeats(outcome or next(read) for outcome in recalled), *failed]
    outcomes.sort(key=lambda outcome: outcome.path)
    parts = [outcome.tables for outcome in outcomes if outcome.tables is not None]
    shares = tuple(outcome.tables for outcome in outcomes if outcome.status == "used" and outcome.tables is not None)
    bare = tuple(outcome._replace(tables=None) for outcome in outcomes)
    return Build(KnowledgeGraph(merge(parts)), bare, shares)


def _without_repeats(outcomes: Iterator[Outcome]) -> Iterator[Outcome]:
    """Mark a document whose content came before as a duplicate; its name still enters the graph."""
    first: dict[str, str] = {}
    for outcome in outcomes:
        if outcome.tables is not None:
            (record,) = outcome.tables.documents
            earlier = first.setdefault(record.id, outcome.path)
            if earlier != outcome.path:
                reason = f"{outcome.path}: same content as {earlier}; used once"
                yield Outcome(outcome.path, "duplicate", reason, Tables(documents=(record,)))
                continue
        yield outcome


def extract_annotation(path: str) -> dict[str, Any] | InputError:
    """Return one file's annotation (the format of `kg extract`), or the error that says why there is none."""
    try:
        return annotate(read_document(path))
    except InputError as error:
        return error
