from collections.abc import Callable

import pytest

from kg.extract.substances import recognize_substances

CASES = {
    "two-names-of-one": (
        "细颗粒物（PM2.5）浓度下降。",
        {"细颗粒物": ("Pollutant", "PM2.5", ("air",)), "PM2.5": ("Pollutant", "PM2.5", ("air",))},
    ),
    "symbol-inside-another": ("COD达标。", {"COD": ("Pollutant", "化学需氧量", ("water",))}),
    "named-by-its-source": (
        "治理摩托车尾气。",
        {"摩托车尾气": ("Pollutant", "机动车尾气", ("air",)), "摩托车": ("Sector", "摩托车", ())},
    ),
    "source-group": ("淘汰黄标车。", {"黄标车": ("Sector", "黄标车", ())}),
    "regulated": ("控制农业污染。", {"农业": ("Sector", "农业", ())}),
    "list-with-one-suffix": (
        "推动建筑、交通等重点领域减排。",
        {"建筑": ("Sector", "建筑", ()), "交通": ("Sector", "交通运输", ())},
    ),
    "listed-with-a-sure-one": (
        "抽查焦化、陶瓷。",
        {"焦化": ("Sector", "焦化", ()), "陶瓷": ("Sector", "陶瓷", ())},
    ),
    "activities-that-are-regulated": (
        "在湖岸从事餐饮、住宿、种植业等经营活动的，应当报备。",
        {
            "餐饮": ("Sector", "餐饮", ()),
            "住宿": ("Sector", "住宿", ()),
            "种植业": ("Sector", "种植业", ()),
        },
    ),
    "activities-in-a-list": (
        "禁止在湖心从事养殖、种植和捕捞活动。",
        {"养殖": ("Sector", "养殖", ()), "种植": ("Sector", "种植业", ()), "捕捞": ("Sector", "渔业", ())},
    ),
    "those-who-trade": ("机动车维修单位不得改装消声器。", {"机动车维修": ("Sector", "机动车维修", ())}),
    "things-held-down": (
        "沿湖村庄要少施肥，严格控制化肥和农药的用量。",
        {"化肥": ("Pollutant", "化肥", ("soil",)), "农药": ("Pollutant", "农药", ("soil",))},
    ),
    "things-not-held-down": ("为农户送去化肥和农药。", {}),
    "the-trade-in-a-pollutant": ("农药生产企业应当搬迁。", {"农药生产": ("Sector", "农药生产", ())}),
    "promoted": ("大力发展物流、旅游等产业。", {}),
    "of-the-other-kind": ("扩大非化石能源发电。", {}),
    "forbidden": ("湖区禁止捕捞。", {"捕捞": ("Sector", "渔业", ())}),
    "users-of-much": ("公布重点用水单位。", {"重点用水单位": ("Sector", "重点用能单位", ())}),
    "held-down": ("遏制高耗能项目。", {"高耗能项目": ("Sector", "高耗能项目", ())}),
    "joined-at-the-end-of-a-list": (
        "禁止在湖岸从事烧荒、露营以及渔民聚餐等活动。",
        {"烧荒": ("Sector", "开荒", ())},
    ),
    "industry-of-one-name": (
        "新建石油化学工业企业应当限期达标。",
        {"石油化学工业": ("Sector", "石化", ())},
    ),
    "cleaner-use": ("推进煤炭清洁高效利用。", {"煤炭": ("Sector", "煤炭", ())}),
    "refuse-is-no-source": ("清理建筑垃圾。", {}),
    "pastimes": ("组织娱乐、健身等活动。", {}),
    "other-sense": ("县里发展农业，修缮建筑。", {}),
    "one-token-with-its-pollution": ("整治噪声污染。", {"噪声": ("Pollutant", "噪声", ("noise",))}),
    "elements-in-a-list": (
        "排放含铅、钒的废水。",
        {"铅": ("Pollutant", "铅", ("soil",)), "钒": ("Pollutant", "钒", ("soil",))},
    ),
    "head-of-a-list": (
        "关停小土焦、土硫磺等乡镇企业。",
        {
            "小土焦": ("Sector", "土法炼焦", ()),
            "土硫磺": ("Sector", "土法炼硫", ()),
            "乡镇企业": ("Sector", "乡镇企业", ()),
        },
    ),
    "sized": ("淘汰35蒸吨以下锅炉。", {"锅炉": ("Sector", "锅炉", ())}),
    "part-of-a-word": ("拆除违法建筑物。", {}),
    "an-agency": ("交通运输主管部门、煤炭管理部门。", {}),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_substances(scan_of: Callable, text: str, expected: dict[str, tuple[str, str, tuple[str, ...]]]) -> None:
    scan = scan_of(text)
    assert {text[m.start : m.end]: (m.type, m.key, m.medium) for m in recognize_substances(scan)} == expected
