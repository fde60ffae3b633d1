from collections.abc import Callable

import pytest

from kg.extract.doctrines import recognize_doctrines

TWO_MOUNTAINS = "绿水青山就是金山银山"
CASES = {
    "known": ("学习习近平生态文明思想。", {"习近平生态文明思想": "习近平生态文明思想"}),
    "community-without-its-verb": ("推动构建人类命运共同体。", {"人类命运共同体": "人类命运共同体"}),
    "common-values": ("弘扬全人类共同价值。", {"全人类共同价值": "全人类共同价值"}),
    "variants-are-one": ("牢记“两山”理论。", {"“两山”理论": TWO_MOUNTAINS}),
    "with-its-suffix": ("践行绿水青山就是金山银山理念。", {"绿水青山就是金山银山理念": TWO_MOUNTAINS}),
    "upheld": ("我们坚持预防为主、防治结合。", {"预防为主、防治结合": "预防为主、防治结合"}),
    "one-of-a-statutes-principles": ("防治工作坚持政府主导、预防为主、社会监督的原则。", {}),
    "chain-of-known-principles": (
        "湖泊管护坚持保护优先、系统施策、损害担责的原则。",
        {"保护优先、系统施策、损害担责": "保护优先、系统施策、损害担责"},
    ),
    "principle-of-one-china": ("恪守一个中国原则。", {"一个中国原则": "一个中国原则"}),
    "chain-that-begins-with-a-known-principle": (
        "湖区防火坚持预防为主、分湖巡护、昼夜值守的原则。",
        {"预防为主、分湖巡护、昼夜值守": "预防为主、分湖巡护、昼夜值守"},
    ),
    "guideline": ("园艺工作贯彻因湖栽种、常年养护的方针。", {"因湖栽种、常年养护": "因湖栽种、常年养护"}),
    "basic-policy": ("认真执行保护耕地的基本国策。", {"保护耕地的基本国策": "保护耕地的基本国策"}),
    "only-said-to-be-one": ("保护湖岸是一项基本国策。", {}),
    "a-road-of-its-own": ("走中国特色城镇化道路。", {"中国特色城镇化道路": "中国特色城镇化道路"}),
    "guideline-of-one-member": ("坚持扩大湖面的方针。", {}),
    "who-gains-pays": ("设立管护基金，谁受益谁补偿，专账管理。", {"谁受益谁补偿": "谁受益、谁补偿"}),
    "core-values": ("弘扬社会主义核心价值观。", {"社会主义核心价值观": "社会主义核心价值观"}),
    "who-does-and-who-bears": (
        "坚持“谁开发谁保护，谁占用谁补建”。",
        {"谁开发谁保护，谁占用谁补建": "谁开发、谁保护"},
    ),
    "a-requirement": ("落实“一项总体要求”。", {"一项总体要求": "一项总体要求"}),
    "quoted-before-idea": ("坚持“一滩一湾皆是家”的理念。", {"一滩一湾皆是家": "一滩一湾皆是家"}),
    "says-itself-what-it-is": ("树立“上下游思维”。", {"上下游思维": "上下游思维"}),
    "numbered": ("把握“四个转变”。", {"四个转变": "四个转变"}),
    "numbered-work": ("实施“六大工程”。", {}),
    "particular-idea": ("树立海绵城市理念。", {"海绵城市理念": "海绵城市理念"}),
    "general-idea": ("更新发展理念，转变管理理念。", {}),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_doctrines(scan_of: Callable, text: str, expected: dict[str, str]) -> None:
    scan = scan_of(text)
    assert {text[m.start : m.end]: m.key for m in recognize_doctrines(scan)} == expected
