"""The commands that ask a built graph: explain, diff, query, questions, validate and load."""

import argparse
import os
import shutil
import sys
from typing import TYPE_CHECKING

from kg.cli.arguments import FAULTY, SOME_FAILED, WELL, complain, count, pair, seconds, whole_number
from kg.errors import UsageError

if TYPE_CHECKING:
    from kg.store.remote_http import Login


def add_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the commands to a parser."""
    explain = commands.add_parser("explain", help="what a built graph says of one thing, with quotes and places")
    explain.add_argument("folder", metavar="DIR", help="a folder that `kg build` wrote")
    explain.add_argument("name", metavar="NAME", help="a name, as the texts or the graph give it")
    explain.set_defaults(run=_explain)

    diff = commands.add_parser("diff", help="what came and what went between two builds, by type")
    diff.add_argument("old", metavar="OLD", help="a folder that `kg build` wrote")
    diff.add_argument("new", metavar="NEW", help="another one")
    diff.add_argument("--limit", type=count, default=20, metavar="N", help="things named of each kind (default: 20)")
    diff.set_defaults(run=_diff)

    query = commands.add_parser("query", help="SPARQL or a prepared question on a built graph")
    query.add_argument("folder", metavar="DIR", help="a folder that `kg build` wrote")
    query.add_argument("query", metavar="QUERY", help="SPARQL, @FILE (@- is standard input), or a prepared question")
    query.add_argument("--format", default="table", choices=("table", "csv", "json"), help="default: table")
    query.add_argument("--param", action="append", default=[], type=pair, metavar="NAME=VALUE", help="of a question")
    query.add_argument("--limit-rows", type=whole_number, metavar="N", help="stop after N rows")
    query.add_argument("--timeout", type=seconds, default=60.0, metavar="SECONDS", help="default: 60")
    query.set_defaults(run=_query)

    questions = commands.add_parser("questions", help="list the prepared questions, or show one")
    questions.add_argument("name", nargs="?", metavar="NAME", help="a question, or a folder of .rq files to list")
    questions.add_argument("--markdown", action="store_true", help="as docs/questions.md")
    questions.set_defaults(run=_questions)

    validate = commands.add_parser("validate", help="what a built graph breaks of its contract, in words")
    validate.add_argument("folder", metavar="DIR", help="a folder that `kg build` wrote")
    validate.add_argument("--format", choices=("text", "json"), default="text", help="default: text")
    validate.add_argument(
        "--limit", type=count, default=20, metavar="N", help="faults named of each kind (default: 20)"
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
    from kg.ontology import local_names
    from kg.store import ask, fill, find_built, query_text, shown, unknown_names

    built = find_built(options.folder)
    question = query_text(options.query, sys.stdin.read)
    sparql = fill(question, dict(options.param), built.root)
    for note in unknown_names(sparql, built.prefixes, local_names()):
        _tell(note)
    room = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
    with ask(built, sparql, options.timeout, _tell) as answer:
        for text in shown(answer, built, options.format, options.limit_rows, room):
            sys.stdout.write(text)
    return WELL


def _tell(note: str) -> None:
    print(f"kg: {note}", file=sys.stderr)


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
    if loaded.held != loaded.triples:
        message = (
            f"{loaded.server}: <{loaded.graph}> holds {loaded.held} triples, {options.folder} has {loaded.triples}; "
            "load again, and if that does not help, look into the server's log"
        )
        return complain(message, SOME_FAILED)
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
