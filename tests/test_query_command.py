"""`kg query` and `kg questions` print what was asked, and end with the status that says how it went."""

import json
from pathlib import Path

import pytest

from kg.cli import main
from kg.store import questions, questions_page

OUTPUT = str(Path(__file__).resolve().parent.parent / "output")
ENDLESS = "ASK { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l FILTER(STR(?a) = CONCAT(STR(?l), '?')) }"


def test_a_question_with_a_parameter(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["query", OUTPUT, "agencies-by-region", "--param", "region=广东", "--format", "csv"]) == 0
    lines = capsys.readouterr().out.split("\r\n")
    assert [line.split(",")[2] for line in lines[:-1]] == ["name", "广东省生态环境厅", "广东省生态环境部门"]


def test_a_question_of_a_file_with_its_own_parameter(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "own.rq"
    path.write_text("# parameter code (text): 代码 / code\nSELECT ?n { ?s kg:code $code ; skos:prefLabel ?n }", "utf-8")
    assert main(["query", OUTPUT, f"@{path}", "--param", "code=640100", "--format", "json"]) == 0
    rows = json.loads(capsys.readouterr().out)["results"]["bindings"]
    assert rows == [{"n": {"type": "literal", "value": "银川市", "xml:lang": "zh"}}]


def test_rows_can_be_limited(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["query", OUTPUT, "SELECT * { ?s ?p ?o }", "--limit-rows", "2"]) == 0
    assert capsys.readouterr().out.splitlines()[-1].startswith("(2 rows")


@pytest.mark.parametrize(
    ("arguments", "status", "message"),
    [
        (["SELEC *"], 2, "kg: line 1, column 1 of the query: SELEC cannot stand here; did you mean SELECT?"),
        (["INSERT DATA {}"], 2, "INSERT would change the graph"),
        (["ASK { SERVICE <x> {} }"], 2, "SERVICE would call another address"),
        (["who-leeds"], 2, "did you mean who-leads"),
        (["mentions"], 2, "mentions: needs name"),
        (["who-leads", "--param", "x=1"], 2, "no parameter is called 'x'"),
        ([ENDLESS, "--timeout", "0.5"], 3, "the query was stopped after 0.5 s"),
    ],
)
def test_what_goes_wrong_is_told(
    arguments: list[str], status: int, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["query", OUTPUT, *arguments]) == status
    assert message in capsys.readouterr().err


def test_a_name_that_the_ontology_does_not_have_is_noted_beside_the_rows(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["query", OUTPUT, "SELECT ?x { ?x a kg:Campain }", "--format", "csv"]) == 0
    said = capsys.readouterr()
    assert said.out == "x\r\n"
    assert "kg: line 1, column 18 of the query: the ontology has no kg:Campain; did you mean kg:Campaign?" in said.err


@pytest.mark.parametrize(
    "option", [["--timeout", "0"], ["--timeout", "x"], ["--param", "region"], ["--limit-rows", "0"]]
)
def test_options_that_make_no_sense_are_refused(option: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["query", OUTPUT, "ASK {}", *option])
    assert ended.value.code == 2
    assert option[1] in capsys.readouterr().err


def test_a_folder_without_a_build(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["query", str(tmp_path), "ASK {}"]) == 3
    assert "no built graph here" in capsys.readouterr().err


def test_the_samples_leave_no_store_beside_them() -> None:
    assert main(["query", OUTPUT, "ASK {}"]) == 0
    assert not (Path(OUTPUT) / "store").exists()


def test_questions_are_listed_and_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["questions"]) == 0
    assert [line for line in capsys.readouterr().out.splitlines() if line[0] != " "] == [q.name for q in questions()]
    assert main(["questions", "who-leads"]) == 0
    assert capsys.readouterr().out.startswith("# zh: 谁牵头什么\n")
    assert main(["questions", "--markdown"]) == 0
    assert capsys.readouterr().out == questions_page(questions())
    assert main(["questions", "nothing-like-it"]) == 2
