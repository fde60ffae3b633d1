"""A SPARQL text falls into tokens as the grammar has them."""

import pytest

from kg.store.tokens import tokenize


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?s $名称 ?o.", [("variable", "?s"), ("variable", "$名称"), ("variable", "?o"), ("mark", ".")]),
        ("kg:a.b kg:a. a:", [("name", "kg:a.b"), ("name", "kg:a"), ("mark", "."), ("name", "a:")]),
        (r"kg:it\'s 'x'", [("name", r"kg:it\'s"), ("string", "'x'")]),
        ('"说\\"绿\\""@zh-Hans', [("string", '"说\\"绿\\""@zh-Hans')]),
        ('"2023"^^xsd:gYear', [("string", '"2023"^^xsd:gYear')]),
        ('"""a "b" \n c"""', [("string", '"""a "b" \n c"""')]),
        ('"open', [("mark", '"'), ("word", "open")]),
        ("<http://a/b?c#d> # <http://e>", [("iri", "<http://a/b?c#d>")]),
        ("?a < ?b", [("variable", "?a"), ("mark", "<"), ("variable", "?b")]),
        ("?a<?b)x>", [("variable", "?a"), ("iri", "<?b)x>")]),
        ("-1.5e3 .5 7", [("number", "-1.5e3"), ("number", ".5"), ("number", "7")]),
        ("trueSERVICE", [("word", "trueSERVICE")]),
        ("_:b1 ^^ && >=", [("blank", "_:b1"), ("mark", "^^"), ("mark", "&&"), ("mark", ">=")]),
    ],
)
def test_tokens(query: str, found: list[tuple[str, str]]) -> None:
    assert [(token.kind, token.text) for token in tokenize(query)] == found


def test_a_token_knows_its_place() -> None:
    query = "ASK # 注释\n{ ?绿 a kg:Region }"
    assert all(query.startswith(token.text, token.start) for token in tokenize(query))
    assert [token.start for token in tokenize(query)] == [0, 9, 11, 14, 16, 26]
