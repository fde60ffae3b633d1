"""Page noise is found as spans of the source; sentences and headings are none."""

import pytest

from kg.read.noise import find_noise

BODY = "今年以来，我市扎实推进清洁取暖，空气质量稳步改善。\n"


def _left(source: str) -> str:
    kept = []
    reach = 0
    for start, end in find_noise(source):
        kept.append(source[reach:start])
        reach = end
    return "".join([*kept, source[reach:]])


@pytest.mark.parametrize(
    "line",
    [
        "admin 分享 时间: 加入收藏 共计3120个字,预计阅读时长11分钟",
        "微信扫码分享",
        "领取福利",
        "当前位置：首页 > 政务公开 > 领导讲话",
        "【字体：大 中 小】 【打印】 【关闭】",
        "发布时间：2022-03-04 09:10  浏览次数：35",
        "上一篇：没有了",
        "- 12 -",
        "第3页 共9页",
        "* * * * *",
        "|----|:---:|",
        "一、总体要求..........2",
        "Copyright © 2021 某某网 版权所有",
        "883102\n领取福利",
    ],
)
def test_a_noisy_line_is_left_out(line: str) -> None:
    assert _left(f"{BODY}{line}\n{BODY}") == BODY + BODY


@pytest.mark.parametrize(
    "line",
    [
        "一、总体要求",
        "第三章 监督管理",
        "38",
        "2021年5月6日",
        "某某市人民政府",
        "**年**月",
        "免费开放环保设施，方便群众参观。",
        "来源：某某日报",
    ],
)
def test_a_line_of_the_document_stays(line: str) -> None:
    assert _left(f"{BODY}{line}\n{BODY}") == f"{BODY}{line}\n{BODY}"


@pytest.mark.parametrize(
    ("source", "left"),
    [
        ("在全县大会上的讲话(第2/3页)\n" + BODY, "在全县大会上的讲话\n" + BODY),
        ("\ufeff" + BODY, BODY),
        ("县生态环境局局长某某\n\n县生态环境局局长某某\n" + BODY, "县生态环境局局长某某\n\n" + BODY),
        ("1\n" + BODY + "2\n" + BODY + "3\n" + BODY, BODY * 3),
        (" 今年以来，我市扎实推进清洁取暖，空气质...\n" + BODY, " " + BODY),
        ("今年以来，我市扎实推进清洁取暖，空气质…\n某某日报\n" + BODY, "某某日报\n" + BODY),
    ],
    ids=[
        "page-in-title",
        "byte-order-mark",
        "repeated-caption",
        "page-numbers",
        "preview-before-text",
        "preview-apart",
    ],
)
def test_parts_and_repetitions_are_left_out(source: str, left: str) -> None:
    assert _left(source) == left
