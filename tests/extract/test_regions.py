"""Named places and the divisions they mean; every text is written for the row it stands in."""

from collections.abc import Callable

import pytest

from kg.extract.regions import recognize_regions
from kg.extract.scan import Scan

ScanOf = Callable[[str], Scan]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("兰州市启动整治。", [("兰州市", "620100")], id="full-name"),
        pytest.param("巴彦淖尔市以治水为重点。", [("巴彦淖尔市", "150800")], id="a-kind-glued-to-a-preposition"),
        pytest.param("兰州启动整治。", [("兰州", "620100")], id="stem-of-a-city"),
        pytest.param("安宁区委召开会议。", [("安宁区", "620105")], id="name-before-its-organ"),
        pytest.param("加强合作，节约资源，促进和平发展。", [], id="words-that-are-also-counties"),
        pytest.param("新建、改建项目应当备案。", [], id="a-verb-that-is-also-a-district"),
        pytest.param("会同有关部门和县（市、区）人民政府", [], id="a-county-that-is-only-a-conjunction"),
        pytest.param("全市各地，我县和各县区，重点流域，矿区和城区。", [], id="deictic-and-generic"),
        pytest.param("我国和中国的做法。", [], id="the-country-itself"),
        pytest.param(
            "康乐、广河等县要加快进度，临夏州督办。",
            [("康乐", "622922"), ("广河", "622924"), ("临夏州", "622900")],
            id="stems-in-a-list-its-end-names",
        ),
        pytest.param("天水武山的经验。", [("天水", "620500"), ("武山", "620524")], id="stem-after-its-parent"),
        pytest.param("建设美丽甘谷。", [("甘谷", "620523")], id="stem-after-a-word-of-praise"),
        pytest.param(
            "武山县先行，随后武山总结经验。",
            [("武山县", "620524"), ("武山", "620524")],
            id="stem-of-a-name-given-in-full",
        ),
        pytest.param(
            "对标上海浦东新区、天津滨海新区。",
            [("上海浦东新区", "310115"), ("天津滨海新区", "120116")],
            id="a new area with its city is one name",
        ),
        pytest.param("安徽和江苏签订协议。", [("安徽", "340000"), ("江苏", "320000")], id="joined-by-和"),
        pytest.param("南阳村和长春路", [], id="stem-in-a-smaller-place"),
        pytest.param("严防美国白蛾、日本松干蚧扩散", [], id="place-in-the-name-of-a-pest"),
        pytest.param("富阳市撤市设区。", [("富阳市", "330111")], id="abolished-city"),
        pytest.param(
            "北京市朝阳区治理河道。", [("北京市", "110000"), ("朝阳区", "110105")], id="ambiguous-after-its-parent"
        ),
        pytest.param("朝阳区治理河道。", [("朝阳区", "朝阳区")], id="ambiguous-alone-keeps-its-name"),
        pytest.param(
            "今年在六峰、安远、新兴等3个乡镇试点，甘谷县承担。",
            [("六峰", "620523103"), ("安远", "620523104"), ("新兴", "620523101"), ("甘谷县", "620523")],
            id="stems-of-townships-before-a-count",
        ),
        pytest.param(
            "太京、皂郊、关子3镇已经完成。",
            [("太京", "620502102"), ("皂郊", "620502101"), ("关子", "620502104")],
            id="stems-of-townships-in-one-county",
        ),
        pytest.param("武山县鸳鸯镇", [("武山县", "620524"), ("鸳鸯镇", "620524101")], id="township-in-its-county"),
        pytest.param("推动城镇、乡镇和小城镇建设", [], id="words-that-end-like-townships"),
        pytest.param("黄河干流和黄河流域", [("黄河", "黄河"), ("黄河流域", "黄河流域")], id="water-and-basin"),
        pytest.param(
            "长三角地区和长江三角洲", [("长三角地区", "长三角"), ("长江三角洲", "长三角")], id="one-area-two-names"
        ),
        pytest.param("长江中下游水质", [("长江中下游", "长江中下游")], id="part-of-a-water"),
        pytest.param("西部地区与城市东部", [("西部地区", "西部")], id="direction-after-a-noun-is-no-area"),
        pytest.param("治理江河湖库和小流域，保护绿水青山", [], id="generic-waters"),
        pytest.param(
            "沿蒲河、洋河、浑河布点", [("蒲河", "蒲河"), ("洋河", "洋河"), ("浑河", "浑河")], id="rivers-by-grammar"
        ),
        pytest.param("杭州西溪国家湿地公园", [("杭州西溪国家湿地公园", "杭州西溪国家湿地公园")], id="park-by-grammar"),
        pytest.param("建设湿地公园，推进开发区整合", [], id="parks-and-zones-without-a-name"),
        pytest.param(
            "调度石门水库、清源水库和葛家岭水库",
            [("石门水库", "石门水库"), ("清源水库", "清源水库"), ("葛家岭水库", "葛家岭水库")],
            id="reservoirs-side-by-side",
        ),
        pytest.param("大型水库、中型水库和湖泊、水库", [], id="kinds-of-reservoirs"),
        pytest.param("推进智能巡河、人工巡河", [], id="a-verb-that-ends-like-a-river"),
        pytest.param("江北、城南等重点园区", [("江北", "江北"), ("城南", "城南")], id="zones-in-a-list"),
        pytest.param("借鉴德国、日本经验", [("德国", "德国"), ("日本", "日本")], id="countries"),
    ],
)
def test_recognize_regions(scan_of: ScanOf, text: str, expected: list[tuple[str, str]]) -> None:
    mentions = recognize_regions(scan_of(text))
    assert [(text[mention.start : mention.end], mention.key) for mention in mentions] == expected


def test_an_ambiguous_name_lists_its_candidates(scan_of: ScanOf) -> None:
    (mention,) = recognize_regions(scan_of("鼓楼区开展检查。"))
    assert mention.term is None
    assert {"320106", "350102"} <= set(mention.candidates)


def test_an_area_of_the_table_is_its_term_and_one_by_grammar_has_none(scan_of: ScanOf) -> None:
    known, other = recognize_regions(scan_of("汾渭平原、蒲河流域"))
    assert (known.term, other.term) == ("汾渭平原", None)
