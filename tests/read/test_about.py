"""Title, date, speaker, issuer and number, as far as a text shows them."""

import pytest

from kg.read import read_document

BODY = "现就有关事项通知如下。\n一、总体要求\n坚持系统治理，统筹推进各项工作。\n"


@pytest.mark.parametrize(
    ("source", "about"),
    [
        (
            f"某某县人民政府关于加强湿地保护的通知\n某政发〔2019〕7号\n各乡镇：\n{BODY}某某县人民政府\n2019年3月4日\n",
            ("某某县人民政府关于加强湿地保护的通知", "2019-03-04", None, "某某县人民政府", "某政发〔2019〕7号"),
        ),
        (
            f"某某县人民政府关于加强湿地保护的通知某政发〔2019〕7号各乡镇：{BODY}",
            ("某某县人民政府关于加强湿地保护的通知", "2019", None, "某某县人民政府", "某政发〔2019〕7号"),
        ),
        (
            f"在2020年全市环保工作会议上的讲话\n市长 张三\n（2020年2月）\n同志们：\n{BODY}",
            ("在2020年全市环保工作会议上的讲话", "2020-02", "张三", None, None),
        ),
        (
            f"政府工作报告\n——2021年1月5日在某某市第八届人民代表大会第一次会议上\n某某市市长\n李四\n各位代表：\n{BODY}",
            ("政府工作报告", "2021-01-05", "李四", None, None),
        ),
        (
            "某某市湿地条例\n2018年5月1日 某某市人大常委会通过\n2018年6月2日 某某省人大常委会批准\n第一条 为了护水。",
            ("某某市湿地条例", "2018-06-02", None, None, None),
        ),
        (f"（本文为示例）\n某某方案\n发布时间：2022-03-05 10:00\n{BODY}", ("某某方案", "2022-03-05", None, None, None)),
        (f"{BODY}特此通知。\n某某局\n二○一一年十二月十五日", (None, "2011-12-15", None, "某某局", None)),
        ("各位代表：\n现在报告工作。\n二、2015年重点工作\n抓好落实。", (None, "2015", None, None, None)),
        (
            "某某省人民政府办公厅\n关于印发治水方案的\n通知\n各市：",
            ("某某省人民政府办公厅关于印发治水方案的通知", None, None, "某某省人民政府办公厅", None),
        ),
        ("去年以来，我县空气质量改善，优良天数比例上升。", (None, None, None, None, None)),
    ],
    ids=[
        "notice", "flattened", "speech", "report", "regulation", "web-page", "written-date", "plan-year", "title-lines",
        "nothing",
    ],
)  # fmt: skip
def test_what_a_text_says_of_itself(source: str, about: tuple[str | None, ...]) -> None:
    document = read_document("a.txt", source.encode())
    assert (document.title, document.date, document.speaker, document.issuer, document.number) == about
