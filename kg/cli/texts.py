"""The commands that read texts: build, extract, score and schema."""

import argparse
import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from kg.cli.arguments import DEFAULT_BASE, NOTHING_DONE, SOME_FAILED, WELL, base_iri, complain, whole_number
from kg.errors import InputError, KgError

if TYPE_CHECKING:
    from kg.model import Tables
    from kg.pipeline import Build

# So many names of documents a message gives.
_SHOWN = 3


def add_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the commands to a parser."""
    build = commands.add_parser("build", help="texts to a graph: Turtle, GraphML, GEXF, Parquet, report")
    build.add_argument("inputs", nargs="+", metavar="INPUT", help=".txt or .md file, or a folder of them")
    build.add_argument("-o", "--output", default="output", metavar="DIR", help="folder to write (default: output)")
    build.add_argument("--jobs", type=whole_number, default=1, metavar="N", help="processes (default: 1)")
    build.add_argument("--base", type=base_iri, default=DEFAULT_BASE, metavar="IRI", help=f"default: {DEFAULT_BASE}")
    build.set_defaults(run=_build)

    extract = commands.add_parser("extract", help="one JSON line a document, on standard output")
    extract.add_argument("files", nargs="+", metavar="FILE", help="file, or folder of .txt and .md")
    extract.set_defaults(run=_extract)

    score = commands.add_parser("score", help="precision, recall and F1 of an extraction against gold files")
    score.add_argument("gold", metavar="GOLD", help="folder of gold .json files")
    score.add_argument("system", metavar="SYSTEM", help=".jsonl that `kg extract` printed, or a folder of .json")
    score.add_argument("--errors", type=int, default=0, metavar="N", help="list up to N errors of each kind")
    score.add_argument("--texts", metavar="DIR", help="the documents, to show errors in context (default: GOLD/text)")
    score.set_defaults(run=_score)

    schema = commands.add_parser("schema", help="write the ontology, shapes, JSON Schema and JSON-LD context")
    schema.add_argument("folder", nargs="?", default="schema", metavar="DIR", help="default: schema")
    schema.set_defaults(run=_schema)


def _build(options: argparse.Namespace) -> int:
    from kg.fingerprint import fingerprint
    from kg.write import prepare_folder, read_state, write_graph, write_state

    is_new, folder, program = not Path(options.output).exists(), prepare_folder(options.output), fingerprint()
    known = read_state(folder, program)
    try:
        built = _built(options, known)
    except KgError:
        if is_new:
            folder.rmdir()
        raise
    statuses = [(outcome.path, outcome.status, outcome.reason) for outcome in built.outcomes]
    write_graph(built.graph.tables, folder, options.base, statuses)
    write_state(folder, built.shares, program)
    print("\n".join(_told(built.graph.tables, known, options.output)))
    return SOME_FAILED if built.failures else WELL


def _built(options: argparse.Namespace, known: "Mapping[str, Tables]") -> "Build":
    from kg.pipeline import build
    from kg.read import passed_over

    built = build(options.inputs, options.jobs, _progress if sys.stderr.isatty() else None, known)
    for outcome in built.outcomes:
        if outcome.reason:
            print(f"kg: {outcome.reason}", file=sys.stderr)
    if other := [str(path) for path in passed_over([Path(path) for path in options.inputs])]:
        print(f"kg: passed over, as they are no .txt or .md: {_listed(other)}", file=sys.stderr)
    if len(built.failures) == len(built.outcomes):
        raise InputError("none of the documents could be used; nothing was written")
    return built


def _told(tables: "Tables", known: "Mapping[str, Tables]", output: str) -> Iterator[str]:
    """Yield what a build did, line by line."""
    yield (
        f"documents {len(tables.documents)}, entities {len(tables.entities)}, statements {len(tables.statements)}, "
        f"evidence {len(tables.evidence)}: written to {output}"
    )
    if known:
        here = {document.id for document in tables.documents}
        yield (
            f"documents that stood here already: {len(here & known.keys())}; new: {len(here - known.keys())}; "
            f"taken away: {len(known.keys() - here)}"
        )
    if unplaced := [document.names[0] for document in tables.documents if document.locus is None]:
        yield f"the place they speak for could not be known: {_listed(unplaced)}; see report.json"


def _listed(names: list[str]) -> str:
    more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
    return ", ".join(names[:_SHOWN]) + more


def _progress(done: int, total: int) -> None:
    print(f"\r{done} of {total} documents", end="\n" if done == total else "", file=sys.stderr, flush=True)


def _extract(options: argparse.Namespace) -> int:
    from kg.pipeline import extract_annotation, gather

    files, missing = gather(options.files)
    failures = [outcome.reason for outcome in missing]
    for path in files:
        found = extract_annotation(path)
        if isinstance(found, InputError):
            failures.append(str(found))
        else:
            print(json.dumps(found, ensure_ascii=False))
    for failure in failures:
        complain(failure, SOME_FAILED)
    if len(failures) == len(files) + len(missing):
        return NOTHING_DONE
    return SOME_FAILED if failures else WELL


def _score(options: argparse.Namespace) -> int:
    from kg.score import report, score

    print("\n".join(report(score(options.gold, options.system, options.texts), options.errors)))
    return WELL


def _schema(options: argparse.Namespace) -> int:
    from kg.ontology import schema_files
    from kg.write import write_texts

    names = write_texts(options.folder, schema_files())
    print(f"{', '.join(names)} in {options.folder}")
    return WELL
