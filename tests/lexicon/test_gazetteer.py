"""Places by name and code, and how the tables are written."""

from pathlib import Path

import pytest

from kg.lexicon.compile_gazetteer import Stems, compile_gazetteer
from kg.lexicon.gazetteer import (
    area,
    containers,
    divisions,
    find,
    kind_of,
    level_of,
    lies_in,
    name_of,
    parent_of,
    place_surfaces,
    scope_chain,
)
from kg.lexicon.gazetteer_townships import find_townships, scheme_of, township_name, township_stem


@pytest.mark.parametrize(
    ("name", "names"),
    [
        pytest.param("银川", ["银川市"], id="stem-of-a-city"),
        pytest.param("永宁", ["永宁县"], id="stem-of-a-county"),
        pytest.param("北京", ["北京市"], id="municipality-without-its-placeholder"),
        pytest.param("吉林", ["吉林省"], id="a-province-beats-the-city-of-its-name"),
        pytest.param("吉林市", ["吉林市"], id="full-name-of-that-city"),
        pytest.param("阿克苏", ["阿克苏地区", "阿克苏市"], id="prefecture-before-its-city"),
        pytest.param("恩施州", ["恩施土家族苗族自治州"], id="short-name-of-a-prefecture"),
        pytest.param("酉阳县", ["酉阳土家族苗族自治县"], id="short-name-of-an-autonomous-county"),
        pytest.param("上虞市", ["上虞区"], id="city-made-a-district"),
        pytest.param("天水地区", ["天水市"], id="prefecture-made-a-city"),
        pytest.param("襄樊", ["襄阳市"], id="renamed-city"),
        pytest.param("秦城区", ["秦州区"], id="renamed-district"),
        pytest.param("全疆", ["新疆维吾尔自治区"], id="other-name-of-a-region"),
        pytest.param("石河子市", ["石河子市"], id="city-of-the-corps"),
        pytest.param("仙桃", ["仙桃市"], id="unit-right-under-a-province"),
        pytest.param("台湾", ["台湾省"], id="taiwan"),
        pytest.param("市辖区", [], id="no-placeholders"),
        pytest.param("中国", [], id="the-country-is-no-region-of-a-text"),
    ],
)
def test_find(name: str, names: list[str]) -> None:
    assert [name_of(code) for code in find(name)] == names


@pytest.mark.parametrize(
    ("code", "name", "level", "parent"),
    [
        pytest.param("100000", "中国", "country", None, id="country"),
        pytest.param("640000", "宁夏回族自治区", "province", "100000", id="province"),
        pytest.param("640100", "银川市", "city", "640000", id="city"),
        pytest.param("640121", "永宁县", "county", "640100", id="county"),
        pytest.param("110105", "朝阳区", "county", "110000", id="district-of-a-municipality"),
        pytest.param("419001", "济源市", "county", "410000", id="unit-right-under-a-province"),
        pytest.param("620502102", "太京镇", "township", "620502", id="township"),
        pytest.param("999999", "", "county", "990000", id="unknown-code-has-no-name"),
        pytest.param("黄河", "", "", None, id="no-code"),
    ],
)
def test_codes(code: str, name: str, level: str, parent: str | None) -> None:
    assert (name_of(code), level_of(code), parent_of(code)) == (name, level, parent)


def test_scope_chain_runs_from_the_township_to_the_country() -> None:
    assert scope_chain("620502102") == ("620502102", "620502", "620500", "620000", "100000")
    assert lies_in("620502102", "620500")
    assert not lies_in("620500", "620502102")


def test_every_stem_and_alias_belongs_to_a_division() -> None:
    known = {division.code for division in divisions()}
    assert all(known.issuperset(find(name)) for name in place_surfaces())
    assert all(division.code == "100000" or parent_of(division.code) in known for division in divisions())


@pytest.mark.parametrize(
    ("names", "held"),
    [
        pytest.param(["永宁", "贺兰", "兴庆区", "灵武市"], ["银川市"], id="counties-of-one-city"),
        pytest.param(["银川", "石嘴山"], ["宁夏回族自治区"], id="cities-of-one-province"),
        pytest.param(["朝阳区", "海淀区"], ["北京市"], id="an-ambiguous-name-in-company"),
        pytest.param([], [], id="nothing"),
    ],
)
def test_containers(names: list[str], held: list[str]) -> None:
    assert [name_of(code) for code in containers([find(name) for name in names])] == held


def test_townships_are_told_apart_by_the_county_they_share() -> None:
    assert len(find_townships("中梁")) > 1
    assert containers([find_townships(name) for name in ("中梁", "皂郊", "齐寿")]) == ("620502",)


def test_township_codes_name_their_scheme() -> None:
    assert (township_name("620502102"), scheme_of("620502102")) == ("太京镇", "mca")
    assert scheme_of("419001100") == "nbs"
    assert scheme_of("620502999") == ""
    assert township_stem("关乡") == "关乡"


@pytest.mark.parametrize(
    ("name", "kind", "codes"),
    [
        pytest.param("多浪河", "river", ("652901", "652922"), id="river"),
        pytest.param("长江三角洲", "area", ("310000", "320000", "330000", "340000"), id="other-name-of-an-area"),
        pytest.param("新加坡", "country", (), id="country"),
    ],
)
def test_areas(name: str, kind: str, codes: tuple[str, ...]) -> None:
    known = area(name)
    assert known is not None
    assert (known.kind, known.codes) == (kind, codes)


@pytest.mark.parametrize(
    ("name", "kind"),
    [("通惠河", "river"), ("清江国家湿地公园", "park"), ("秦州区", "division"), ("黄河", "river"), ("某处", "place")],
)
def test_kind_of(name: str, kind: str) -> None:
    assert kind_of(name) == kind


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("银川市", "银川"),
        ("新疆维吾尔自治区", "新疆"),
        ("内蒙古自治区", "内蒙古"),
        ("黔东南苗族侗族自治州", "黔东南"),
        ("东乡族自治县", "东乡"),
        ("双江拉祜族佤族布朗族傣族自治县", "双江"),
        ("伊金霍洛旗", "伊金霍洛"),
        ("土默特左旗", ""),
        ("磁县", ""),
    ],
)
def test_stems(name: str, stem: str) -> None:
    assert Stems().stem(name) == stem


def test_compile_takes_from_the_second_collection_only_what_the_first_lacks(tmp_path: Path) -> None:
    first, second, target = tmp_path / "first", tmp_path / "second", tmp_path / "data"
    for folder in (first, second, target):
        folder.mkdir()
    for folder, areas, streets in (
        (first, "410102,中原区,4101,41\n", "410102001,林山寨街道,410102,4101,41\n"),
        (
            second,
            "410102,旧名区,4101,41\n419001,济源市,4190,41\n410171,某开发区,4101,41\n",
            "410102002,旧街道,410102,4101,41\n419001100,克井镇,419001,4190,41\n",
        ),
    ):
        (folder / "provinces.csv").write_text("code,name\n41,河南省\n", "utf-8")
        (folder / "cities.csv").write_text(
            "code,name,provinceCode\n4101,郑州市,41\n4190,省直辖县级行政区划,41\n", "utf-8"
        )
        (folder / "areas.csv").write_text(f"code,name,cityCode,provinceCode\n{areas}", "utf-8")
        (folder / "streets.csv").write_text(f"code,name,areaCode,cityCode,provinceCode\n{streets}", "utf-8")
    compile_gazetteer(first, second, target)
    assert _rows(target / "regions.csv") == [
        "code,name,stem",
        "100000,中国,",
        "410000,河南省,河南",
        "410100,郑州市,郑州",
        "410102,中原区,中原",
        "419001,济源市,济源",
    ]
    assert _rows(target / "townships.csv") == [
        "county,scheme,townships",
        "410102,mca,001林山寨街道",
        "419001,nbs,100克井镇",
    ]


def _rows(path: Path) -> list[str]:
    return [line for line in path.read_text("utf-8").splitlines() if not line.startswith("#")]
