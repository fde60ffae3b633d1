"""The command `kg`: arguments in, one call, a report and an exit status out.

Exit status: 0 all well; 1 finished, but some documents could not be used, or a server holds another number of triples
than it was given; 2 wrong usage; 3 nothing could be done.
"""

import argparse
import json
import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from kg import __version__
from kg.errors import InputError, KgError, UsageError

if TYPE_CHECKING:
    from kg.store.remote_http import Login

WELL, SOME_FAILED, WRONG_USAGE, NOTHING_DONE = 0, 1, 2, 3
DEFAULT_BASE = "https://lvtu.example/"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status."""
    options = _parser().parse_args(arguments)
    try:
        status: int = options.run(options)
    except UsageError as error:
        return _complain(error, WRONG_USAGE)
    except KgError as error:
        return _complain(error, NOTHING_DONE)
    except BrokenPipeError:
        # The reader of our output went away (kg extract … | head); that is its right.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return WELL
    except KeyboardInterrupt:
        return _complain("interrupted; nothing was written", NOTHING_DONE)
    except Exception as error:
        if os.environ.get("KG_TRACEBACK"):
            raise
        return _complain(
            f"internal error, {type(error).__name__}: {error}. Please report it with the output of this command "
            "under KG_TRACEBACK=1.",
            NOTHING_DONE,
        )
    return status


def _complain(message: object, status: int) -> int:
    print(f"kg: {message}", file=sys.stderr)
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="kg", description="Traceable knowledge graphs from Chinese environmental-policy texts."
    )
    parser.add_argument("--version", action="version", version=f"kg {__version__}")
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")

    build = commands.add_parser("build", help="texts to a graph: Turtle, GraphML, GEXF, Parquet, report")
    build.add_argument("inputs", nargs="+", metavar="INPUT", help=".txt or .md file, or a folder of them")
    build.add_argument("-o", "--output", default="output", metavar="DIR", help="folder to write (default: output)")
    build.add_argument("--jobs", type=_jobs, default=1, metavar="N", help="processes (default: 1)")
    build.add_argument("--base", type=_iri, default=DEFAULT_BASE, metavar="IRI", help=f"default: {DEFAULT_BASE}")
    build.set_defaults(run=_build)

    load = commands.add_parser("load", help="a built graph into a running SPARQL server, as a whole or not at all")
    load.add_argument("folder", metavar="DIR", help="a folder that `kg build` wrote")
    load.add_argument("url", metavar="URL", help="the server's address, such as http://127.0.0.1:3030/lvtu")
    load.add_argument(
        "--store", metavar="KIND", help="fuseki, virtuoso, oxigraph or graphdb (default: asks the server)"
    )
    load.add_argument("--graph", metavar="IRI", help="named graph to replace (default: the build's base and 'graph')")
    load.add_argument("--user", metavar="NAME", help="who loads; the password is $KG_PASSWORD, or asked for")
    load.set_defaults(run=_load)

    extract = commands.add_parser("extract", help="one JSON line a document, on standard output")
    extract.add_argument("files", nargs="+", metavar="FILE", help="file, or folder of .txt and .md")
    extract.set_defaults(run=_extract)

    explain = commands.add_parser("explain", help="what a built graph says of one thing, with quotes and places")
    explain.add_argument("folder", metavar="DIR", help="a folder that `kg build` wrote")
    explain.add_argument("name", metavar="NAME", help="a name, as the texts or the graph give it")
    explain.set_defaults(run=_explain)

    score = commands.add_parser("score", help="precision, recall and F1 of an extraction against gold files")
    score.add_argument("gold", metavar="GOLD", help="folder of gold .json files")
    score.add_argument("system", metavar="SYSTEM", help=".jsonl that `kg extract` printed, or a folder of .json")
    score.add_argument("--errors", type=int, default=0, metavar="N", help="list up to N errors of each kind")
    score.add_argument("--texts", metavar="DIR", help="the documents, to show errors in context (default: GOLD/text)")
    score.set_defaults(run=_score)

    schema = commands.add_parser("schema", help="write the ontology, shapes, JSON Schema and JSON-LD context")
    schema.add_argument("folder", nargs="?", default="schema", metavar="DIR", help="default: schema")
    schema.set_defaults(run=_schema)
    return parser


def _jobs(text: str) -> int:
    if not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of processes; give 1 or more")
    return int(text)


def _iri(text: str) -> str:
    if not text.startswith(("http://", "https://", "urn:")) or any(mark in text for mark in ' <>"{}|\\^`#?'):
        raise argparse.ArgumentTypeError(f"{text!r} is not an absolute IRI; give one such as {DEFAULT_BASE}")
    return text if text.endswith(("/", ":")) else text + "/"


def _build(options: argparse.Namespace) -> int:
    from kg.pipeline import build
    from kg.write import prepare_folder, write_graph

    prepare_folder(options.output)
    built = build(options.inputs, options.jobs, _progress if sys.stderr.isatty() else None)
    for outcome in built.outcomes:
        if outcome.reason:
            print(f"kg: {outcome.reason}", file=sys.stderr)
    if len(built.failures) == len(built.outcomes):
        raise InputError("none of the documents could be used; nothing was written")
    statuses = [(outcome.path, outcome.status, outcome.reason) for outcome in built.outcomes]
    write_graph(built.graph.tables, options.output, options.base, statuses)
    tables = built.graph.tables
    unplaced = sum(document.locus is None for document in tables.documents)
    print(
        f"documents {len(tables.documents)}, entities {len(tables.entities)}, statements {len(tables.statements)}, "
        f"evidence {len(tables.evidence)}: written to {options.output}"
    )
    if unplaced:
        print(f"the place that {unplaced} of the documents speak for could not be known; see report.json")
    return SOME_FAILED if built.failures else WELL


def _progress(done: int, total: int) -> None:
    print(f"\r{done} of {total} documents", end="\n" if done == total else "", file=sys.stderr, flush=True)


def _load(options: argparse.Namespace) -> int:
    from kg.store.remote import load

    report = _sent if sys.stderr.isatty() else None
    login = _login(options.user) if options.user is not None else None
    loaded = load(options.folder, options.url, store=options.store, graph=options.graph, login=login, report=report)
    if loaded.held != loaded.triples:
        message = (
            f"{loaded.server}: <{loaded.graph}> holds {loaded.held} triples, {options.folder} has {loaded.triples}; "
            "load again, and if that does not help, look into the server's log"
        )
        return _complain(message, SOME_FAILED)
    print(f"{loaded.held} triples in <{loaded.graph}> of {loaded.server}, as many as in {options.folder}")
    return WELL


def _sent(triples: int) -> None:
    print(f"{triples} triples sent", end="\r", file=sys.stderr, flush=True)


def _login(user: str) -> "Login":
    from getpass import getpass

    from kg.store.remote_http import Login

    password = os.environ.get("KG_PASSWORD")
    if password is None:
        if not sys.stdin.isatty():
            raise UsageError("--user needs a password: set KG_PASSWORD, or run where it can be asked for")
        password = getpass(f"Password of {user}: ")
    return Login(user, password)


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
        _complain(failure, SOME_FAILED)
    if len(failures) == len(files) + len(missing):
        return NOTHING_DONE
    return SOME_FAILED if failures else WELL


def _explain(options: argparse.Namespace) -> int:
    from kg.api import read_graph
    from kg.explain import explain

    print("\n".join(explain(read_graph(options.folder), options.name)))
    return WELL


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
