"""A question is read from its file with its head, and filled with parameters that cannot break out of their place."""

from pathlib import Path

import pyoxigraph
import pytest

from kg.errors import UsageError
from kg.store import Question, fill, query_text, question_from, question_named, questions, questions_in, read_question

TEXT = """\
# zh: 标题
# en: Title
# parameter region (text): 地区，如 银川 / region, such as 银川
# parameter least (number): 至少 / at least
# parameter after (date): 不早于 / not before
# parameter name (name): 名称 / name
#
# What it counts.
PREFIX kg: <https://lvtu.example/ontology#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT * {
  ?s skos:prefLabel $name .
  FILTER(CONTAINS(?s, $region)) # when region
  FILTER(?v >= $least) # when least
  FILTER(STR(?d) >= $after) # when after
}
"""


@pytest.fixture
def question() -> Question:
    return read_question("some-question", TEXT)


def test_a_question_is_read_with_its_head(question: Question) -> None:
    assert (question.name, question.zh, question.en) == ("some-question", "标题", "Title")
    assert [(found.name, found.kind, found.required) for found in question.parameters] == [
        ("region", "text", False),
        ("least", "number", False),
        ("after", "date", False),
        ("name", "name", True),
    ]
    assert (question.parameters[0].zh, question.parameters[0].en) == ("地区，如 银川", "region, such as 银川")


def body(question: Question, **given: object) -> list[str]:
    return [line for line in fill(question, given).splitlines() if line.startswith("  ")]


def test_lines_of_parameters_that_are_not_given_are_left_out(question: Question) -> None:
    assert body(question, name="银川市") == ['  ?s skos:prefLabel "银川市"@zh .']
    assert len(fill(question, {"name": "x"}).splitlines()) == len(TEXT.splitlines())


@pytest.mark.parametrize(
    ("given", "line"),
    [
        ({"region": "银川"}, '  FILTER(CONTAINS(?s, "银川")) # when region'),
        ({"region": '")) } #\\'}, '  FILTER(CONTAINS(?s, "\\")) } #\\\\")) # when region'),
        ({"region": "a\nb $least"}, '  FILTER(CONTAINS(?s, "a\\nb $least")) # when region'),
        ({"least": "35"}, "  FILTER(?v >= 35.0) # when least"),
        ({"least": -1.5}, "  FILTER(?v >= -1.5) # when least"),
        ({"after": "2025"}, '  FILTER(STR(?d) >= "2025") # when after'),
        ({"after": "2025-06-30"}, '  FILTER(STR(?d) >= "2025-06-30") # when after'),
    ],
)
def test_values_are_written_as_literals(question: Question, given: dict[str, object], line: str) -> None:
    assert body(question, name="x", **given)[1:] == [line]
    pyoxigraph.Store().query(fill(question, {"name": "x", **given}))


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({}, "some-question: needs name, name; give it with --param name=…"),
        ({"name": "x", "rgion": "y"}, "no parameter is called 'rgion'; it has: region, least, after, name"),
        ({"name": "x", "least": "many"}, "least=many is not a number"),
        ({"name": "x", "least": "NaN"}, "least=NaN is not a number"),
        ({"name": "x", "after": "May 2025"}, "after=May 2025 is not a date; give one such as 2025"),
    ],
)
def test_parameters_that_do_not_fit_are_named(question: Question, given: dict[str, object], message: str) -> None:
    with pytest.raises(UsageError, match=message):
        fill(question, given)


@pytest.mark.parametrize(
    "written",
    ["target/640100/a1", "id/target/640100/a1", "<id/target/640100/a1>", "<https://b/id/target/640100/a1>"],
)
def test_an_id_is_taken_as_results_show_it(written: str) -> None:
    question = read_question("q", "# parameter id (id): 标识 / id\nSELECT * { $id ?p ?o }")
    assert fill(question, {"id": written}, "https://b/").endswith("{ <https://b/id/target/640100/a1> ?p ?o }\n")


def test_an_id_that_is_none_is_named() -> None:
    question = read_question("q", "# parameter id (id): 标识 / id\nSELECT * { $id ?p ?o }")
    with pytest.raises(UsageError, match="is no id"):
        fill(question, {"id": "x> ?p ?o } #"})


def test_the_namespace_follows_the_base(question: Question) -> None:
    assert "PREFIX kg: <urn:lvtu:ontology#>" in fill(question, {"name": "x"}, "urn:lvtu:")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("# parameter a (text): 甲 / a\nSELECT * {}", r"parameter a is declared, but \$a stands nowhere"),
        ("# parameter a (text): 甲 / a\n# parameter a (text): 甲 / a\nASK { $a ?b ?c }", "a is declared twice"),
        ("# parameter a (text): 甲 / a\nASK { $a ?b ?c\n } # when b", "`# when b`, but no such parameter"),
    ],
)
def test_a_head_that_does_not_fit_its_query_is_named(text: str, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        read_question("q", text)


def test_plain_sparql_is_a_question_without_parameters() -> None:
    query = "SELECT * { $s ?p ?o } # when it matters"
    assert question_from(query) == Question("the query", "", "", (), query)
    assert fill(question_from(query), {}).rstrip("\n") == query


def test_a_question_comes_by_name_from_a_file_or_from_standard_input(tmp_path: Path) -> None:
    path = tmp_path / "own.rq"
    path.write_text(TEXT, "utf-8")
    assert query_text("who-leads", str) == question_named("who-leads")
    assert query_text(f"@{path}", str).en == "Title"
    assert query_text("@-", lambda: "ASK {}").sparql == "ASK {}"
    with pytest.raises(
        UsageError, match=r"no query can be read from this file \(No such file or directory\); check the path"
    ):
        query_text(f"@{path}.gone", str)


def test_an_unknown_name_is_told_its_neighbours() -> None:
    with pytest.raises(UsageError, match="did you mean who-leads"):
        question_named("who-leeds")


def test_questions_of_a_folder(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"no \.rq files here"):
        questions_in(tmp_path)
    (tmp_path / "own.rq").write_text(TEXT, "utf-8")
    assert [found.name for found in questions_in(tmp_path)] == ["own"]


def test_there_are_at_least_twenty_questions_in_order_of_name() -> None:
    names = [question.name for question in questions()]
    assert names == sorted(names)
    assert len(names) > 20
