"""What measures and problems are about: named in them, or by the heading they stand under."""

import pytest

from kg.extract import extract
from kg.read import read_document

PLAN = """平湖市水环境治理工作方案
一、打好碧水保卫战
完成河道清淤。疏浚太湖，治理扬尘。
二、加强能力建设
补充监测人员。管网老化问题突出。
"""

ROWS = [
    pytest.param("完成河道清淤", ["碧水保卫战"], ["water"], id="the heading's drive, the clause's own medium"),
    pytest.param("疏浚太湖", ["太湖", "碧水保卫战"], ["water"], id="a place beside the heading's drive"),
    pytest.param("治理扬尘", ["碧水保卫战"], ["air"], id="another medium than the drive's"),
    pytest.param("补充监测人员", [], [], id="a heading without a drive"),
    pytest.param("管网老化", [], [], id="a problem"),
]


@pytest.mark.parametrize(("words", "about", "medium"), ROWS)
def test_what_a_clause_is_about(words: str, about: list[str], medium: list[str]) -> None:
    document = read_document("plan.txt", PLAN.encode())
    facts, text = extract(document), document.normal.text
    (clause,) = [clause for clause in facts.clauses if text[clause.start : clause.end].startswith(words)]
    named = {text[facts.mentions[index].start : facts.mentions[index].end] for index in clause.about}
    assert (named, list(clause.medium)) == (set(about), medium)
