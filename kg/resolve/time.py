"""Words for a time and the document's date in; the first and last day they mean out, or None where that is open."""

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

Dates = tuple[str | None, str | None]

_CHINESE = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_PLANS = {"六五": 6, "七五": 7, "八五": 8, "九五": 9, "十五": 10} | {
    f"十{sign}五": 11 + index for index, sign in enumerate("一二三四五六")
}
_PLAN = re.compile(r"“?(十[一二三四五六]?五|[六七八九]五)”?")
_RELATIVE = {"今": 0, "本": 0, "当": 0, "全": 0, "去": -1, "上": -1, "前": -2, "明": 1}
_YEAR = re.compile(r"(?:19|20)\d\d|(?<=[到至—–－\-~～])(?:19|20)\d\d")
_YEARS = re.compile(r"((?:19|20)\d\d)年?[—–－\-~～至到]+((?:19|20)\d\d)年")
# 2031年和2032年两年: a period that goes from the first to the last.
_LISTED = re.compile(r"((?:19|20)\d\d)年?(?:[、和及](?:19|20)\d\d年?)*[、和及]((?:19|20)\d\d)年?[两三四五年]")
_RELATIVE_YEAR = re.compile(r"([今本当全去上前明])年")
_SPAN = re.compile(
    r"(?P<m1>\d{1,2})月?(?:份)?(?:(?P<d1>\d{1,2})日)?[—–－\-~～至到]+(?:(?P<y2>\d{4})年)?(?P<m2>\d{1,2})月(?:份)?(?:(?P<d2>\d{1,2})日)?"
)
_MONTH = re.compile(r"(?P<m>\d{1,2})月(?:份)?(?:(?P<d>\d{1,2})日)?")
_QUARTER = re.compile(r"第?([一二三四1-4])季度")
_QUARTERS = re.compile(r"前([一二三1-3])个?季度")
_MONTHS = re.compile(r"前([一二三四五六七八九十\d]+)个?月")
_WITHIN = re.compile(
    r"(?:(?P<low>\d+|[一二两三四五六七八九十]+)[—–－\-~～至到]+)?(?P<count>\d+|[一二两三四五六七八九十百]+)(?P<unit>年|个月|天|日|周)"
)
_SMALL = {"半": 0, "两": 2} | {sign: index + 1 for index, sign in enumerate("一二三四五六七八九")}
_ENDS = re.compile(r"(?:底|末|之?前|以前|为止)$|^截[至止]|^到")


class _Anchor(NamedTuple):
    """The document's own time, as far as known."""

    year: int
    day: date | None


def interpret(words: str, document_date: str | None) -> Dates:
    """Return the first and last day of a period or deadline as ISO dates.

    A deadline has only an end; 2018年以来 has only a start, unless the document's day is known. What can't be told
    (近年来; 20xx年; 今年 in a document without a date; 每年) is (None, None).

    Args:
        words: the time as the text gives it.
        document_date: 2023, 2023-07 or 2023-07-15, or None.

    >>> interpret("“十四五”期间", None)
    ('2021-01-01', '2025-12-31')
    >>> interpret("今年1月—11月", "2023-12")
    ('2023-01-01', '2023-11-30')
    >>> interpret("2024年底前", None)
    (None, '2024-12-31')
    """
    words = words.replace(" ", "").strip("，。")
    if re.search(r"[*×xX]", words) or words.startswith(("每", "近", "多年")):
        return None, None
    anchor = _anchor(document_date)
    words = re.sub(r"[〇○零一二三四五六七八九]{4}(?=[年、两])", _to_digits, words)
    plan = _PLAN.search(words)
    if plan and (words.startswith(("“", plan[0])) and not _YEAR.search(words)):
        return _plan(words, plan[1])
    years = _YEARS.search(words) or _LISTED.search(words)
    if years:
        return _iso(int(years[1])), _iso(int(years[2]), last=True)
    year = _year(words, anchor)
    if year is None:
        return _within(words, anchor)
    start, end = _inside(words, year)
    if re.search(r"(?:以来|起|以后|之后)$", words):
        return start, anchor.day.isoformat() if anchor and anchor.day else None
    if _ENDS.search(words):
        if words.startswith("截"):
            return None, end
        return None, _day_before(start) if _excludes(words) else end
    return start, end


def _to_digits(match: re.Match[str]) -> str:
    return match.group().translate(_CHINESE)


def _anchor(document_date: str | None) -> _Anchor | None:
    if not document_date:
        return None
    day = date.fromisoformat(document_date) if len(document_date) == 10 else None
    return _Anchor(int(document_date[:4]), day)


def _plan(words: str, name: str) -> Dates:
    # Five years each: 十五 is the tenth plan, 2001 to 2005.
    first = 2001 + 5 * (_PLANS[name] - 10)
    if words.endswith("末"):
        return None, _iso(first + 4, last=True)
    if words.endswith("以来"):
        return _iso(first), None
    return _iso(first), _iso(first + 4, last=True)


def _year(words: str, anchor: _Anchor | None) -> int | None:
    match = _YEAR.search(words)
    if match and words.startswith("年", match.end()):
        return int(match.group())
    if anchor is None:
        return None
    relative = _RELATIVE_YEAR.search(words)
    if relative:
        return anchor.year + _RELATIVE[relative[1]]
    if re.match(r"(?:到|至|截至)?(?:年[底末内]|[上下]半年|第?[一二三四]季度|前[一二三]季度|\d{1,2}月)", words):
        return anchor.year
    return None


def _inside(words: str, year: int) -> tuple[str, str]:
    """Return the first and last day of the part of a year the words name."""
    span = _SPAN.search(words)
    if span:
        last = int(span["y2"] or year)
        return _iso(year, span["m1"], span["d1"]), _iso(last, span["m2"], span["d2"], last=True)
    month = _MONTH.search(words)
    if month:
        return _iso(year, month["m"], month["d"]), _iso(year, month["m"], month["d"], last=True)
    months = _MONTHS.search(words)
    if months:
        return _iso(year), _iso(year, str(_small(months[1])), last=True)
    quarters = _QUARTERS.search(words)
    if quarters:
        return _iso(year), _iso(year, str(3 * _small(quarters[1])), last=True)
    quarter = _QUARTER.search(words)
    if quarter:
        number = _small(quarter[1])
        return _iso(year, str(3 * number - 2)), _iso(year, str(3 * number), last=True)
    if "上半年" in words:
        return _iso(year), _iso(year, "6", last=True)
    if "下半年" in words:
        return _iso(year, "7"), _iso(year, last=True)
    return _iso(year), _iso(year, last=True)


def _excludes(words: str) -> bool:
    """Tell whether the named time itself is past the deadline: 2020年前, 6月1日前 keeps the day."""
    return bool(re.search(r"年(?:以|之)?前$", words))


def _within(words: str, anchor: _Anchor | None) -> Dates:
    """Return the end of a stretch that begins with the document (三年内), for its longest reading."""
    match = _WITHIN.search(words)
    if match is None or anchor is None or re.match(r"过去|最近|这|前|经过", words) or words.endswith(("来", "期间")):
        return None, None
    count, unit = _small(match["count"]), match["unit"]
    if anchor.day is None:
        return (None, _iso(anchor.year + count, last=True)) if unit == "年" else (None, None)
    if unit in ("天", "日", "周"):
        return None, (anchor.day + timedelta(days=count * (7 if unit == "周" else 1))).isoformat()
    months = anchor.day.month - 1 + (count * 12 if unit == "年" else count)
    year, month = anchor.day.year + months // 12, months % 12 + 1
    return None, date(year, month, min(anchor.day.day, monthrange(year, month)[1])).isoformat()


def _small(words: str) -> int:
    if words.isdigit():
        return int(words)
    if words == "百":
        return 100
    tens, ten, ones = words.partition("十")
    return (_SMALL.get(tens, 1) * 10 if ten else 0) + (_SMALL.get(ones, 0) if ten else _SMALL[words[0]])


def _iso(year: int, month: str | None = None, day: str | None = None, last: bool = False) -> str:
    number = int(month) if month else (12 if last else 1)
    number = min(max(number, 1), 12)
    longest = monthrange(year, number)[1]
    return date(year, number, min(max(int(day), 1), longest) if day else (longest if last else 1)).isoformat()


def _day_before(day: str) -> str:
    return (date.fromisoformat(day) - timedelta(days=1)).isoformat()
