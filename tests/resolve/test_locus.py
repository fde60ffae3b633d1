"""Whom a text speaks for: named, inferred, national, or unknown; every text is written for the row it stands in."""

import pytest

from kg.extract.regions import recognize_regions
from kg.extract.scan import Scan
from kg.model import Locus
from kg.read import read_document
from kg.resolve.locus import find_locus

CHINA = ("中国", "100000", True, None)


def _locus(text: str) -> Locus:
    document = read_document("sample.txt", text.encode())
    return find_locus(document, recognize_regions(Scan(document)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "兰州市河道管理条例\n第一条 为了保护河道，结合本市实际，制定本条例。\n",
            ("兰州市", "620100", False, None),
            id="title-begins-with-the-division",
        ),
        pytest.param(
            "在甘肃省天水市秦州区环保工作会议上的讲话\n同志们，今年我区任务很重。\n",
            ("秦州区", "620502", False, None),
            id="last-of-a-chain-in-the-title",
        ),
        pytest.param(
            "山东省台儿庄古城条例\n第一条 本省保护古城。\n",
            ("山东省", "370000", False, None),
            id="a-stem-in-the-title-is-the-matter-not-the-speaker",
        ),
        pytest.param(
            "合作社登记条例\n第一条 我国鼓励合作社发展，国家支持农业。\n", CHINA, id="a-word-that-is-also-a-city"
        ),
        pytest.param(
            "车辆登记规定\n第一条 登记由车辆管理所办理。\n台湾居民应当提交居住证，由台湾出具的证明应当公证。\n",
            (None, None, False, None),
            id="people-of-taiwan-are-spoken-of",
        ),
        pytest.param(
            "建设美丽甘谷，我县上下要共同努力。\n",
            ("甘谷县", "620523", False, None),
            id="praised-as-the-speakers-own",
        ),
        pytest.param(
            "大会讲话\n永宁、贺兰、西夏等县（市）区要抓紧，灵武市已经完成。我市将加强督查，全市要联动。\n",
            ("银川市", "640100", True, None),
            id="the-city-whose-counties-the-text-names",
        ),
        pytest.param(
            "大会讲话\n多浪河沿岸绿化已经完成，我市环境好转，我市要再接再厉，自治区给予支持。\n",
            ("阿克苏市", "652901", True, None),
            id="the-city-on-its-river",
        ),
        pytest.param(
            "大会讲话\n我市环境好转，我市认真落实中央对甘肃的要求，省厅给予支持。\n",
            (None, None, False, "620000"),
            id="only-the-province-is-known",
        ),
        pytest.param(
            "大会讲话\n我区环境好转，我区任务很重。\n",
            (None, None, False, None),
            id="nothing-is-known",
        ),
        pytest.param(
            "国务院关于同意山西省设立某试验区的批复\n山西省人民政府：同意你省的请示。\n",
            CHINA,
            id="a-reply-of-the-centre-to-a-province",
        ),
        pytest.param(
            "关于加强监测的通知\n各省、自治区、直辖市生态环境厅（局）：现将有关事项通知如下。\n",
            CHINA,
            id="addressed-to-all-provinces",
        ),
        pytest.param(
            "生态环境部关于加强监测的通知\n各有关单位：现将有关事项通知如下。\n", CHINA, id="a-ministry-in-the-title"
        ),
        pytest.param(
            "坚持绿色发展。我国生态环境明显改善，全国空气质量提高，国家支持西部地区转型。\n",
            CHINA,
            id="a-passage-that-speaks-of-the-country",
        ),
        pytest.param(
            "第八条 市、县人民政府应当符合国家和省有关规定。国家鼓励创新，国家支持节水。\n",
            (None, None, False, None),
            id="a passage of an unnamed city that names the country",
        ),
        pytest.param(
            "第八条 国务院有关部门和省、自治区、直辖市人民政府应当建立监测网络。\n",
            CHINA,
            id="a passage that only a law of the country has",
        ),
        pytest.param(
            "要强化白洋淀修复，连通太湖与京津铁路，统筹新区布局。\n",
            CHINA,
            id="places in many provinces, nothing its own",
        ),
        pytest.param(
            "黄石大学：\n你单位的申请收悉，我国鼓励创新，全国推广。\n", CHINA, id="the-addressee-is-not-the-speaker"
        ),
        pytest.param(
            "海南自由贸易港生态环境条例\n第一条 为了保护环境，制定本条例。\n",
            ("海南省", "460000", True, None),
            id="an-area-that-stands-for-its-province",
        ),
        pytest.param(
            "在甘肃省会议上的发言\n我市认真落实，我市成效明显，我市将继续努力，我市有信心。\n",
            (None, None, False, "620000"),
            id="a-province-in-the-title-of-a-citys-text",
        ),
    ],
)
def test_find_locus(text: str, expected: tuple[str | None, str | None, bool, str | None]) -> None:
    locus = _locus(text)
    assert (locus.name, locus.code, locus.inferred, locus.within) == expected


@pytest.mark.parametrize(
    ("issuer", "expected"),
    [
        pytest.param("兰州市生态环境局", "620100", id="a-citys-bureau"),
        pytest.param("国务院办公厅", "100000", id="an-organ-of-the-centre"),
        pytest.param("某研究会", None, id="a-body-of-no-division"),
    ],
)
def test_the_issuer_tells_where_the_title_does_not(issuer: str, expected: str | None) -> None:
    document = read_document("sample.txt", "年度要点\n抓好落实。\n".encode())
    assert find_locus(document.model_copy(update={"issuer": issuer}), ()).code == expected
