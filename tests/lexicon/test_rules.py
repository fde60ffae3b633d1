"""Every rule finds what it says it finds and ignores what it says it ignores."""

from importlib import resources

import pytest

from kg.errors import LexiconError
from kg.lexicon import rules as rules_module
from kg.lexicon.rules import Rule, read_rules


def _rule_files() -> list[str]:
    folder = resources.files("kg.lexicon") / "data" / "rules"
    return sorted(entry.name.removesuffix(".yaml") for entry in folder.iterdir() if entry.name.endswith(".yaml"))


def _rules() -> list[Rule]:
    return [rule for name in _rule_files() for rule in read_rules(name).values()]


@pytest.mark.parametrize("rule", _rules(), ids=lambda rule: rule.id)
def test_a_rule_finds_its_examples_and_ignores_the_others(rule: Rule) -> None:
    for text, groups in rule.finds:
        match = rule.pattern.search(text)
        assert match is not None, f"{rule.id} finds nothing in {text!r}"
        found = {key: value for key, value in match.groupdict().items() if value is not None}
        assert {key: found.get(key) for key, _ in groups} == dict(groups), text
    for text in rule.ignores:
        match = rule.pattern.search(text)
        assert match is None, f"{rule.id} finds {match.group()!r} in {text!r}"


def test_rule_ids_are_unique_over_all_files() -> None:
    ids = [rule.id for rule in _rules()]
    assert sorted(ids) == sorted(set(ids))


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("- id: a\n  pattern: 'x'\n  finds: {x: {}}\n  id: b\n", "key 'id' already stands in line 1"),
        ("- id: a\n  pattern: '('\n  finds: {x: {}}\n", "does not compile"),
        ("- id: a\n  pattern: 'x'\n", "no example under 'finds'"),
        ("- id: a\n  pattern: 'x'\n  find: {x: {}}\n", "unknown fields ['find']"),
        ("- pattern: 'x'\n", "rule 1 has no id"),
        ("- id: a\n  pattern: 'x'\n  finds: {x: {}}\n- id: a\n  pattern: 'y'\n  finds: {y: {}}\n", "stands twice"),
        ("- id: [\n", "rules/broken.yaml"),
    ],
    ids=["repeated-key", "bad-pattern", "no-example", "unknown-field", "no-id", "repeated-id", "no-yaml"],
)
def test_a_broken_rule_file_is_an_error_that_names_the_place(
    text: str, complaint: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rules_module, "read_text", lambda name: text)
    read_rules.cache_clear()
    with pytest.raises(LexiconError, match=r"rules/broken\.yaml") as caught:
        read_rules("broken")
    assert complaint in str(caught.value)
