"""Rules as data: `data/rules/*.yaml` in, compiled patterns with their own proof out.

A rule is a pattern, texts it must find something in (with the groups it must yield), and texts it must ignore:

    - id: quantity.yoy
      pattern: '同比(?P<direction>上升|下降)(?P<value>\\d+(?:\\.\\d+)?)(?P<unit>%|个百分点)'
      finds:
        浓度值同比上升11.1%: {value: '11.1', unit: '%', direction: 上升}
      ignores: [同比持平]
"""

import re
from functools import cache
from typing import Any, NamedTuple

import yaml

from kg.errors import LexiconError
from kg.lexicon.table import read_text

_FIELDS = {"id", "pattern", "finds", "ignores", "note"}


class Rule(NamedTuple):
    """A compiled pattern with the texts that prove it."""

    id: str
    pattern: re.Pattern[str]
    finds: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    ignores: tuple[str, ...]


class _StrictLoader(yaml.CSafeLoader):
    """YAML without surprises: repeated keys are errors, and every scalar is text."""


def _mapping(loader: _StrictLoader, node: yaml.MappingNode) -> dict[str, Any]:
    keys: dict[str, int] = {}
    for key_node, _ in node.value:
        line = key_node.start_mark.line + 1
        if key_node.value in keys:
            raise LexiconError(f"line {line}: key {key_node.value!r} already stands in line {keys[key_node.value]}")
        keys[key_node.value] = line
    return {
        loader.construct_object(key, deep=True): loader.construct_object(value, deep=True) for key, value in node.value
    }


_StrictLoader.add_constructor("tag:yaml.org,2002:map", _mapping)


def _text(loader: _StrictLoader, node: yaml.ScalarNode) -> str:
    return str(node.value)


for _tag in ("int", "float", "bool", "null", "timestamp"):
    _StrictLoader.add_constructor(f"tag:yaml.org,2002:{_tag}", _text)


@cache
def read_rules(name: str) -> dict[str, Rule]:
    """Return the rules of `data/rules/<name>.yaml` by id.

    Raises:
        LexiconError: for YAML that does not parse, unknown or missing fields, a repeated id, a pattern that
            does not compile, or a rule without an example.
    """
    file = f"rules/{name}.yaml"
    try:
        rows = yaml.load(read_text(file), _StrictLoader)
    except (yaml.YAMLError, LexiconError) as error:
        raise LexiconError(f"{file}: {error}") from error
    rules: dict[str, Rule] = {}
    for index, row in enumerate(rows or []):
        rule = _rule(file, index, row)
        if rule.id in rules:
            raise LexiconError(f"{file}: rule id {rule.id!r} stands twice")
        rules[rule.id] = rule
    return rules


def _rule(file: str, index: int, row: Any) -> Rule:
    if not isinstance(row, dict) or not row.get("id"):
        raise LexiconError(f"{file}: rule {index + 1} has no id")
    name = row["id"]
    unknown = set(row) - _FIELDS
    if unknown:
        raise LexiconError(f"{file}: rule {name}: unknown fields {sorted(unknown)}; known: {sorted(_FIELDS)}")
    if not row.get("finds"):
        raise LexiconError(f"{file}: rule {name}: no example under 'finds'")
    try:
        pattern = re.compile(row["pattern"])
    except re.error as error:
        raise LexiconError(f"{file}: rule {name}: the pattern does not compile: {error}") from error
    finds = tuple((text, tuple(sorted((groups or {}).items()))) for text, groups in row["finds"].items())
    return Rule(name, pattern, finds, tuple(row.get("ignores") or ()))
