"""The .rq files in, prepared questions out; a question and parameters in, a query of its own out.

A file is valid SPARQL 1.1. Its head says what it is, in lines of comments:

    # zh: title in Chinese
    # en: title in English
    # parameter NAME (text): what it is, in Chinese / and in English

A kind is text; name, which is exactly what a label says; number; date; or id, as results show it. In the query `$NAME`
stands for the value; a line that ends in `# when NAME` is left out where NAME is not given, and a parameter that stands
outside such lines must be given. A GROUP BY has HAVING(COUNT(…) > 0), since rdflib makes a row of a group of nothing.
"""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

from kg.errors import UsageError
from kg.rdf import DEFAULT_BASE, decimal, plain, words

_TITLE = re.compile(r"# (zh|en): (.+)")
_PARAMETER = re.compile(r"# parameter ([a-z]+) \((text|name|number|date|id)\): (.+?) / (.+)")
_WHEN = re.compile(r"# when ([a-z]+)[ \t]*$")
_PLACEHOLDER = re.compile(r"\$([a-z]+)\b")
_KG_PREFIX = re.compile(r"(?mi)^PREFIX kg: <[^>]*>")
_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?")
_ID = re.compile(r"[A-Za-z0-9._/-]+")
_FILE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


class Parameter(NamedTuple):
    """A parameter of a question: name, kind (text, name, number, date or id), what it is, whether it must be given."""

    name: str
    kind: str
    zh: str
    en: str
    required: bool


class Question(NamedTuple):
    """A prepared question: its name, its titles, its parameters, and its SPARQL with the head."""

    name: str
    zh: str
    en: str
    parameters: tuple[Parameter, ...]
    sparql: str


@cache
def questions() -> tuple[Question, ...]:
    """Return the questions that come with the package, by name."""
    folder = files("kg.store") / "questions"
    found = [entry for entry in folder.iterdir() if entry.name.endswith(".rq")]
    return tuple(
        read_question(entry.name.removesuffix(".rq"), entry.read_text("utf-8"))
        for entry in sorted(found, key=lambda entry: entry.name)
    )


def questions_in(folder: str | Path) -> tuple[Question, ...]:
    """Return the questions of a folder of .rq files, by name.

    Raises:
        UsageError: if the folder holds none, or one whose head is wrong.
    """
    paths = sorted(Path(folder).glob("*.rq"))
    if not paths:
        raise UsageError(f"{folder}: no .rq files here")
    return tuple(read_question(path.stem, path.read_text("utf-8")) for path in paths)


def is_name(text: str) -> bool:
    """Tell whether a text is written like the name of a question, and not like SPARQL."""
    return _FILE.fullmatch(text) is not None


def question_named(name: str) -> Question:
    """Return a question by its name.

    Raises:
        UsageError: if there is none, with the nearest names.
    """
    known = {question.name: question for question in questions()}
    if name not in known:
        near = get_close_matches(name, known, n=3, cutoff=0.4) or [key for key in known if name in key]
        hint = f"; did you mean {', '.join(near)}?" if near else ";"
        raise UsageError(f"no prepared question is called {name!r}{hint} `kg questions` lists all")
    return known[name]


def query_text(text: str, read_input: Callable[[], str]) -> Question:
    """Return the question that a command line means: a prepared one by its name, a file's after @, or SPARQL itself.

    Args:
        text: NAME, @FILE, or SPARQL; @- is what `read_input` returns.
        read_input: reads the standard input.

    Raises:
        UsageError: if there is no such question or file.
    """
    if text == "@-":
        return read_question("the query", read_input())
    if text.startswith("@"):
        path = Path(text[1:])
        try:
            return read_question(path.name, path.read_text("utf-8"))
        except (OSError, UnicodeDecodeError) as error:
            raise UsageError(
                f"{path}: no query can be read from this file ({_reason(error)}); check the path"
            ) from error
    return question_from(text)


def _reason(error: OSError | UnicodeDecodeError) -> str:
    return (error.strerror or str(error)) if isinstance(error, OSError) else "it is not UTF-8"


def question_from(text: str) -> Question:
    """Return the question that a text means: a prepared one by its name, or SPARQL itself.

    Raises:
        UsageError: if there is no such question.
    """
    return question_named(text) if is_name(text) else read_question("the query", text)


def read_question(name: str, sparql: str) -> Question:
    """Return a question from its text; a text without a head is one without titles and parameters.

    Raises:
        UsageError: if a parameter is declared and not used, or the other way round.

    >>> read_question("all", "# zh: 全部\\n# en: All\\nSELECT * { ?s ?p ?o }").en
    'All'
    """
    titles: dict[str, str] = {}
    declared: list[tuple[str, str, str, str]] = []
    for line in sparql.splitlines():
        if match := _TITLE.fullmatch(line):
            titles[match[1]] = match[2]
        elif match := _PARAMETER.fullmatch(line):
            declared.append((match[1], match[2], match[3], match[4]))
        elif line and not line.startswith("#"):
            break
    needed = _placeholders(sparql, optional=False)
    parameters = tuple(Parameter(key, kind, zh, en, key in needed) for key, kind, zh, en in declared)
    names = [parameter.name for parameter in parameters]
    if repeated := {key for key in names if names.count(key) > 1}:
        raise UsageError(f"{name}: parameter {min(repeated)} is declared twice")
    if unused := {*names} - needed - _placeholders(sparql, optional=True):
        raise UsageError(f"{name}: parameter {min(unused)} is declared, but ${min(unused)} stands nowhere in the query")
    if declared and (unknown := {match[1] for line in sparql.splitlines() if (match := _WHEN.search(line))} - {*names}):
        raise UsageError(f"{name}: a line says `# when {min(unknown)}`, but no such parameter is declared")
    return Question(name, titles.get("zh", ""), titles.get("en", ""), parameters, sparql)


def _placeholders(sparql: str, optional: bool) -> set[str]:
    """Return the placeholders in the lines that are always there, or in those that may be left out."""
    return {
        name
        for line in sparql.splitlines()
        if not line.startswith("#") and optional == bool(_WHEN.search(line))
        for name in _PLACEHOLDER.findall(line)
    }


def fill(question: Question, given: Mapping[str, object], base: str = DEFAULT_BASE) -> str:
    """Return the SPARQL of a question with its parameters' values, ready for any store.

    Args:
        question: from `questions` or `read_question`.
        given: the values by name: texts as they are, numbers, and dates as ISO (2025, 2025-06, 2025-06-30).
        base: what the graph's IRIs begin with.

    Raises:
        UsageError: if a parameter is unknown, missing, or not of its kind.
    """
    known = {parameter.name: parameter for parameter in question.parameters}
    for name in given:
        if name not in known:
            offered = ", ".join(known) if known else "none"
            raise UsageError(f"{question.name}: no parameter is called {name!r}; it has: {offered}")
    missing = [name for name, parameter in known.items() if parameter.required and name not in given]
    if missing:
        name = missing[0]
        raise UsageError(f"{question.name}: needs {name}, {known[name].en}; give it with --param {name}=…")
    values = {name: _literal(question.name, known[name], value, base) for name, value in given.items()}
    lines = []
    for line in question.sparql.splitlines():
        when = _WHEN.search(line)
        if line.startswith("#") or (when and when[1] not in given):
            # An empty line in its place: line numbers in errors stay those of the file.
            lines.append(line if line.startswith("#") else "")
            continue
        lines.append(_PLACEHOLDER.sub(lambda found: values.get(found[1], found[0]), line))
    text = "\n".join(lines) + "\n"
    return _KG_PREFIX.sub(f"PREFIX kg: <{base}ontology#>", text)


def _literal(question: str, parameter: Parameter, value: object, base: str) -> str:
    text = str(value)
    match parameter.kind:
        case "name":
            return words(text)
        case "number":
            if not _NUMBER.fullmatch(text):
                raise UsageError(f"{question}: {parameter.name}={text} is not a number; give one such as 0.7")
            return decimal(Decimal(text))
        case "id":
            key = text.strip("<>").removeprefix(base).removeprefix("id/")
            if not _ID.fullmatch(key):
                raise UsageError(f"{question}: {parameter.name}={text} is no id; give one as results show it")
            return f"<{base}id/{key}>"
        case "date":
            if not _DATE.fullmatch(text):
                raise UsageError(
                    f"{question}: {parameter.name}={text} is not a date; give one such as 2025, 2025-06 or 2025-06-30"
                )
            return plain(text)
    return plain(text)
