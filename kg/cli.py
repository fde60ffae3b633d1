"""The command `kg`: arguments in, one call, a report and an exit status out.

Exit status: 0 all well; 1 finished, but some documents could not be used, or a server holds another number of triples
than it was given; 2 wrong usage; 3 nothing could be done.
"""

import argparse
import json
import os
import shutil
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from kg import __version__
from kg.errors import InputError, KgError, UsageError

if TYPE_CHECKING:
    from kg.store.remote_http import Login

WELL, SOME_FAILED, WRONG_USAGE, NOTHING_DONE = 0, 1, 2, 3
FAULTY = 1
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

    extract = commands.add_parser("extract", help="one JSON line a document, on standard output")
    extract.add_argument("files", nargs="+", metavar="FILE", help="file, or folder of .txt and .md")
    extract.set_defaults(run=_extract)

    explain = commands.add_parser("explain", help="what a built graph says of one thing, with quotes and places")
    explain.add_argument("folder", metavar="DIR", help="a folder that `kg build` wrote")
    explain.add_argument("name", metavar="NAME", help="a name, as the texts or the graph give it")
    explain.set_defaults(run=_explain)

    diff = commands.add_parser("diff", help="what came and what went between two builds, by type")
    diff.add_argument("old", metavar="OLD", help="a folder that `kg build` wrote")
    diff.add_argument("new", metavar="NEW", help="another one")
    diff.add_argument("--limit", type=_count, default=20, metavar="N", help="things named of each kind (default: 20)")
    diff.set_defaults(run=_diff)

    query = commands.add_parser("query", help="SPARQL or a prepared question on a built graph")
    query.add_argument("folder", metavar="DIR", help="a folder that `kg build` wrote")
    query.add_argument("query", metavar="QUERY", help="SPARQL, @FILE (@- is standard input), or a prepared question")
    query.add_argument("--format", default="table", choices=("table", "csv", "json"), help="default: table")
    query.add_argument("--param", action="append", default=[], type=_pair, metavar="NAME=VALUE", help="of a question")
    query.add_argument("--limit-rows", type=_jobs, metavar="N", help="stop after N rows")
    query.add_argument("--timeout", type=_seconds, default=60.0, metavar="SECONDS", help="default: 60")
    query.set_defaults(run=_query)

    questions = commands.add_parser("questions", help="list the prepared questions, or show one")
    questions.add_argument("name", nargs="?", metavar="NAME", help="a question, or a folder of .rq files to list")
    questions.add_argument("--markdown", action="store_true", help="as docs/questions.md")
    questions.set_defaults(run=_questions)

    validate = commands.add_parser("validate", help="what a built graph breaks of its contract, in words")
    validate.add_argument("folder", metavar="DIR", help="a folder that `kg build` wrote")
    validate.add_argument("--format", choices=("text", "json"), default="text", help="default: text")
    validate.add_argument(
        "--limit", type=_count, default=20, metavar="N", help="faults named of each kind (default: 20)"
    )
    validate.set_defaults(run=_validate)

    load = commands.add_parser("load", help="a built graph into a running SPARQL server, as a whole or not at all")
    load.add_argument("folder", metavar="DIR", help="a folder that `kg build` wrote")
    load.add_argument("url", metavar="URL", help="the server's address, such as http://127.0.0.1:3030/lvtu")
    load.add_argument(
        "--store", metavar="KIND", help="fuseki, virtuoso, oxigraph or graphdb (default: asks the server)"
    )
    load.add_argument("--graph", metavar="IRI", help="named graph to replace (default: the build's base and 'graph')")
    load.add_argument("--user", metavar="NAME", help="who loads; the password is $KG_PASSWORD, or asked for")
    load.set_defaults(run=_load)

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
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number of 1 or more")
    return int(text)


def _count(text: str) -> int:
    if not text.isdigit():
        raise argparse.ArgumentTypeError(f"{text!r} is not a number; give 0 or more")
    return int(text)


def _seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = 0.0
    if not 0 < seconds < 1e9:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of seconds above 0")
    return seconds


def _pair(text: str) -> tuple[str, str]:
    name, sign, value = text.partition("=")
    if not sign or not name:
        raise argparse.ArgumentTypeError(f"{text!r} is not NAME=VALUE, such as region=银川市")
    return name, value


def _iri(text: str) -> str:
    if not text.startswith(("http://", "https://", "urn:")) or any(mark in text for mark in ' <>"{}|\\^`#?'):
        raise argparse.ArgumentTypeError(f"{text!r} is not an absolute IRI; give one such as {DEFAULT_BASE}")
    return text if text.endswith(("/", ":")) else text + "/"


def _build(options: argparse.Namespace) -> int:
    from kg.fingerprint import fingerprint
    from kg.pipeline import build
    from kg.write import prepare_folder, read_state, write_graph, write_state

    folder, program = prepare_folder(options.output), fingerprint()
    known = read_state(folder, program)
    built = build(options.inputs, options.jobs, _progress if sys.stderr.isatty() else None, known)
    for outcome in built.outcomes:
        if outcome.reason:
            print(f"kg: {outcome.reason}", file=sys.stderr)
    if len(built.failures) == len(built.outcomes):
        raise InputError("none of the documents could be used; nothing was written")
    statuses = [(outcome.path, outcome.status, outcome.reason) for outcome in built.outcomes]
    write_graph(built.graph.tables, folder, options.base, statuses)
    write_state(folder, built.shares, program)
    tables = built.graph.tables
    unplaced = sum(document.locus is None for document in tables.documents)
    print(
        f"documents {len(tables.documents)}, entities {len(tables.entities)}, statements {len(tables.statements)}, "
        f"evidence {len(tables.evidence)}: written to {options.output}"
    )
    if known:
        here = {document.id for document in tables.documents}
        print(
            f"of the documents {len(here & known.keys())} stood here already, {len(here - known.keys())} are new; "
            f"{len(known.keys() - here)} earlier ones were taken away"
        )
    if unplaced:
        print(f"the place that {unplaced} of the documents speak for could not be known; see report.json")
    return SOME_FAILED if built.failures else WELL


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
        _complain(failure, SOME_FAILED)
    if len(failures) == len(files) + len(missing):
        return NOTHING_DONE
    return SOME_FAILED if failures else WELL


def _explain(options: argparse.Namespace) -> int:
    from kg.api import read_graph
    from kg.explain import explain

    print("\n".join(explain(read_graph(options.folder), options.name)))
    return WELL


def _diff(options: argparse.Namespace) -> int:
    from kg.api import read_graph
    from kg.graph import compare

    print("\n".join(compare(read_graph(options.old), read_graph(options.new)).lines(options.limit)))
    return WELL


def _query(options: argparse.Namespace) -> int:
    from kg.store import ask, fill, find_built, query_text, shown

    built = find_built(options.folder)
    question = query_text(options.query, sys.stdin.read)
    sparql = fill(question, dict(options.param), built.root)
    room = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
    with ask(built, sparql, options.timeout, lambda text: print(f"kg: {text}", file=sys.stderr)) as answer:
        for text in shown(answer, built, options.format, options.limit_rows, room):
            sys.stdout.write(text)
    return WELL


def _questions(options: argparse.Namespace) -> int:
    from kg.store import is_name, listed, question_named, questions, questions_in, questions_page

    if options.name and is_name(options.name) and not os.path.isdir(options.name):
        print(question_named(options.name).sparql, end="")
        return WELL
    found = questions_in(options.name) if options.name else questions()
    print(questions_page(found) if options.markdown else "\n".join(listed(found)), end="" if options.markdown else "\n")
    return WELL


def _validate(options: argparse.Namespace) -> int:
    from kg.validate import validate

    report = validate(options.folder, _looked_at if sys.stderr.isatty() else None)
    print(report.json(options.limit) if options.format == "json" else "\n".join(report.lines(options.limit)))
    return FAULTY if report.faults else WELL


def _looked_at(nodes: int) -> None:
    print(f"\r{nodes} nodes looked at", end="", file=sys.stderr, flush=True)


def _load(options: argparse.Namespace) -> int:
    from kg.store.remote import load

    report = _sent if sys.stderr.isatty() else None
    login = _login(options.user) if options.user is not None else None
    loaded = load(options.folder, options.url, store=options.store, graph=options.graph, login=login, report=report)
    if report:
        print(file=sys.stderr)
    if loaded.held != loaded.triples:
        message = (
            f"{loaded.server}: <{loaded.graph}> holds {loaded.held} triples, {options.folder} has {loaded.triples}; "
            "load again, and if that does not help, look into the server's log"
        )
        return _complain(message, SOME_FAILED)
    print(f"{loaded.held} triples in <{loaded.graph}> of {loaded.server}, as many as in {options.folder}")
    return WELL


def _sent(triples: int) -> None:
    print(f"\r{triples} triples sent", end="", file=sys.stderr, flush=True)


def _login(user: str) -> "Login":
    from getpass import getpass

    from kg.store.remote_http import Login

    password = os.environ.get("KG_PASSWORD")
    if password is None:
        if not sys.stdin.isatty():
            raise UsageError("--user needs a password: set KG_PASSWORD, or run where it can be asked for")
        password = getpass(f"Password of {user}: ")
    return Login(user, password)


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
