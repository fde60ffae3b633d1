"""docs/questions.md says what the questions are; it is current."""

from pathlib import Path

from kg.store import listed, questions, questions_page
from kg.store.prepared import read_question

PAGE = Path(__file__).resolve().parent.parent.parent / "docs" / "questions.md"


def test_the_page_is_current() -> None:
    assert PAGE.read_text("utf-8") == questions_page(questions()), "run `make schema`"


def test_a_list_names_titles_and_parameters() -> None:
    head = "# zh: 谁\n# en: Who\n# parameter a (text): 甲 / a\n# parameter b (text): 乙 / b\n"
    question = read_question("who", f"{head}SELECT * {{\n$a ?p ?o\nFILTER(?o = $b) # when b\n}}")
    assert list(listed([question])) == ["who", "    谁", "    Who", "    parameters: a*, b"]
