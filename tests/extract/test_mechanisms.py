from collections.abc import Callable

import pytest

from kg.extract.mechanisms import recognize_mechanisms

CASES = {
    "known": ("全县推行林长制。", {"林长制": "林长制"}),
    "quoted": ("工地执行“三同时”制度。", {"“三同时”制度": "三同时"}),
    "tail-belongs-to-the-name": ("要健全信息共享机制。", {"信息共享机制": "信息共享"}),
    "needs-a-tail": ("各地做好信息共享。", {}),
    "variants-are-one": ("实行排污许可证制度。", {"排污许可证制度": "排污许可"}),
    "paper-is-none": ("应当编制环境影响评价文件。", {}),
    "particular-word": ("建立渔船油污回收登记制度。", {"渔船油污回收登记制度": "渔船油污回收登记制度"}),
    "governor-is-not-of-the-name": ("市政府实行堤防巡护制度。", {"堤防巡护制度": "堤防巡护制度"}),
    "generic-words": ("建立健全安全生产管理制度和工作制度。", {}),
    "each-with-its-own-suffix": (
        "落实首问负责制、河段认领制度。",
        {"首问负责制": "首问负责制", "河段认领制度": "河段认领制度"},
    ),
    "list-before-one-suffix": (
        "落实排污申报、总量控制等制度。",
        {"排污申报": "排污申报", "总量控制": "总量控制"},
    ),
    "object-not-verb": ("对该厂约谈。", {}),
    "object": ("采取约谈方式。", {"约谈": "约谈"}),
    "whole-suffix": ("落实行政问责制度。", {"行政问责制度": "行政问责"}),
    "ordinal": ("违反第八项规定。", {}),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_mechanisms(scan_of: Callable, text: str, expected: dict[str, str]) -> None:
    scan = scan_of(text)
    assert {text[m.start : m.end]: m.key for m in recognize_mechanisms(scan)} == expected
