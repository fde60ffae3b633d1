"""Measures: where an action starts and ends, what is none, and whether it is done, under way or planned."""

from collections.abc import Callable

import pytest

from kg.extract.agencies import recognize_agencies
from kg.extract.clauses import relate_clauses
from kg.extract.recognize import recognize
from kg.extract.scan import Scan

FOUND = [
    pytest.param("要大力推进散煤替代。", ["推进散煤替代"], id="zeal and modal are dropped"),
    pytest.param("持续开展入河口排查。", ["持续开展入河口排查"], id="what goes on keeps its adverb"),
    pytest.param(
        "建立台账制度，完善巡护队伍，严查偷倒垃圾。", ["建立台账制度", "完善巡护队伍", "严查偷倒垃圾"], id="a list"
    ),
    pytest.param("淘汰老旧柴油车并建设充电站点。", ["淘汰老旧柴油车", "建设充电站点"], id="two verbs joined by 并"),
    pytest.param("制定节水标准、建立用水台账。", ["制定节水标准", "建立用水台账"], id="verb phrases joined by 、"),
    pytest.param("加强河道、湖泊、水库的岸线保护。", ["加强河道、湖泊、水库的岸线保护"], id="a long object stays one"),
    pytest.param("各镇人民政府应当建立林长公示牌。", ["建立林长公示牌"], id="a subject with 应当 is dropped"),
    pytest.param(
        "新建锅炉应当安装脱硝设施。", ["新建锅炉应当安装脱硝设施"], id="a thing that must bear the action stays"
    ),
    pytest.param(
        "违反本办法规定，擅自填埋水塘的，由县水利局责令恢复，可以处五千元罚款；逾期不恢复的，处一万元罚款，并予以公告。",
        ["责令恢复", "处五千元罚款", "逾期不恢复的，处一万元罚款", "予以公告"],
        id="each penalty of a sanction, not the offence",
    ),
    pytest.param(
        "给渔民造成损失的，依法承担赔偿责任：\n（一）拖延发放补贴；\n（二）泄露检查安排。",
        ["依法承担赔偿责任"],
        id="what offenders pay, not what they did",
    ),
    pytest.param("推广节水灌溉，发挥用水协会的作用。", ["推广节水灌溉", "发挥用水协会的作用"], id="whose part is used"),
    pytest.param("依法应当领取证照的单位，应当公示信息。", ["公示信息"], id="a duty that only modifies who is bound"),
    pytest.param(
        "不得违反分区规划，在滩涂上堆放废渣。",
        ["不得违反分区规划，在滩涂上堆放废渣"],
        id="a ban with the rule its deed would break",
    ),
    pytest.param("终身不得聘用失信人员。", ["终身不得聘用失信人员"], id="a ban behind an adverb keeps its 不得"),
    pytest.param("任何单位不得侵占湿地。", ["任何单位不得侵占湿地"], id="a prohibition"),
    pytest.param(
        "任何人不得在堤上堆柴、新建棚屋。", ["任何人不得在堤上堆柴、新建棚屋"], id="a prohibition of two acts"
    ),
    pytest.param(
        "清理旧账。（市财政局牵头，各区落实）2.简化缴费手续，推行网上办理。3.2027年底前开展收费检查，整治乱收费。",
        ["简化缴费手续", "推行网上办理", "开展收费检查", "整治乱收费"],
        id="a number behind who is responsible, and before a year",
    ),
    pytest.param("将节水指标纳入年度考核。", ["将节水指标纳入年度考核"], id="a fronted object"),
    pytest.param(
        "对屡次超标的企业，依法停产整治并公开名单。",
        ["对屡次超标的企业，依法停产整治并公开名单"],
        id="a fronted modifier",
    ),
    pytest.param("通过卫星遥感等手段，严查毁林开垦。", ["通过卫星遥感等手段，严查毁林开垦"], id="a fronted means"),
    pytest.param(
        "对在护渔中立功的单位和个人，以及提供线索的举报人，县人民政府应当给予奖励。",
        ["对在护渔中立功的单位和个人，以及提供线索的举报人，县人民政府应当给予奖励"],
        id="a fronted beneficiary of two members",
    ),
    pytest.param(
        "县水利局应当会同有关部门编制水源保护专项规划。",
        ["会同有关部门编制水源保护专项规划"],
        id="partners stay with the action",
    ),
    pytest.param(
        "发动组织本镇的单位和居民，在林场的指导下，维护防火通道。",
        ["发动组织本镇的单位和居民，在林场的指导下，维护防火通道"],
        id="what others are moved to do, past an adjunct",
    ),
    pytest.param("严格落实并逐步提高护林补助标准。", ["严格落实并逐步提高护林补助标准"], id="two verbs of one object"),
    pytest.param("老旧农用柴油车今年要全部淘汰。", ["老旧农用柴油车今年要全部淘汰"], id="a topic before a bare verb"),
    pytest.param("编制河道规划，应当征求公众意见。", ["征求公众意见"], id="a deed that only names what is ruled"),
    pytest.param("游客向村民购买渔获，可以索取凭证，村委会应当保存底账。", ["保存底账"], id="a deed that is allowed"),
    pytest.param("统筹退田还湖和护岸工程，严禁围垦湖滩。", ["统筹退田还湖和护岸工程", "严禁围垦湖滩"], id="a ban"),
    pytest.param("对偷采河砂者出重拳。", ["对偷采河砂者出重拳"], id="a verb that closes whom it strikes"),
    pytest.param("择优推荐示范林场。", ["择优推荐示范林场"], id="a manner that stays"),
    pytest.param(
        "有下列情形的，按照以下规定办理：\n（一）放弃养殖的，应当拆除网箱。",
        ["拆除网箱"],
        id="a duty in a list of cases",
    ),
    pytest.param("2027年底前淘汰小型砖窑。", ["淘汰小型砖窑"], id="a deadline is dropped"),
    pytest.param("加强饮水安全监测，确保群众满意。", ["加强饮水安全监测"], id="the effect that trails is none"),
    pytest.param("有关单位应当如实记录用水量。", ["记录用水量"], id="有关 names somebody here"),
    pytest.param("评审会议应当在15个工作日内公布名单。", ["公布名单"], id="a deadline behind the modal"),
    pytest.param("已建成的治污设施，必须正常运行。", ["已建成的治污设施，必须正常运行"], id="a topic before 必须"),
    pytest.param(
        "修复沙地的资金，有关部门应当优先给予保障。",
        ["修复沙地的资金，有关部门应当优先给予保障"],
        id="a topic before 给予",
    ),
    pytest.param(
        "新建、改建的餐饮项目，必须安装油烟净化器。",
        ["安装油烟净化器"],
        id="verbs in the name of what must",
    ),
    pytest.param(
        "具体标准由市水务局会同有关部门制定。",
        ["具体标准由市水务局会同有关部门制定"],
        id="an action that 由 gives to somebody",
    ),
    pytest.param("渔具应当自行拆解。", ["渔具应当自行拆解"], id="a duty whose adverb and verb no table holds"),
    pytest.param("养护人应当妥善珍藏底图。", ["珍藏底图"], id="a duty whose verb no table holds"),
    pytest.param(
        "滤池的净水设施，必须与泵房同时交付。",
        ["滤池的净水设施，必须与泵房同时交付"],
        id="a thing that goes with another",
    ),
    pytest.param("养护人应当按照图纸要求铺筑护坡。", ["按照图纸要求铺筑护坡"], id="a verb behind the ground of a duty"),
    pytest.param(
        "县水利局应当将有关图件抄送邻县。", ["将有关图件抄送邻县"], id="有关 behind 将 names what is put first"
    ),
    pytest.param(
        "养护人应当向停靠的港口提交油污的清单。",
        ["向停靠的港口提交油污的清单"],
        id="to whom somebody must do something",
    ),
    pytest.param(
        "村委会应当对取水水质负责，建立取样台账。", ["对取水水质负责", "建立取样台账"], id="负责 closes what 对 opens"
    ),
    pytest.param("划定禁渔区，并向社会公告。", ["划定禁渔区", "向社会公告"], id="to tell everybody"),
    pytest.param("有关单位应当就赔付方案与渔民协商。", ["就赔付方案与渔民协商"], id="就 stays with what must be done"),
    pytest.param(
        "人民法院应当就起诉的事实，依照本规则的规定作出裁决。",
        ["就起诉的事实，依照本规则的规定作出裁决"],
        id="就 reaches over its ground",
    ),
    pytest.param("占用林地的，应当优先列入政府年度补种计划。", ["优先列入政府年度补种计划"], id="a body in the object"),
    pytest.param("林业局编制预案应当征求村民意见。", ["征求村民意见"], id="a deed that the same body's duty names"),
    pytest.param("审批机关应当公开底图。", ["公开底图"], id="a verb in the name of a body that must"),
    pytest.param("供水厂应当保证出水合格。", ["供水厂应当保证出水合格"], id="what 应当 says is to be kept"),
    pytest.param(
        "第四条 县水利局应当设立水尺。村委会应当看护水尺。",
        ["设立水尺", "看护水尺"],
        id="a short sentence that binds is no heading",
    ),
    pytest.param("未经检疫的，不得启运。", ["未经检疫的，不得启运"], id="the condition of a bare ban"),
    pytest.param("渔港内的泊位，不得转租。", ["渔港内的泊位，不得转租"], id="the thing that a bare ban rules"),
    pytest.param("未经检疫的，县渔政站不得放行。", ["县渔政站不得放行"], id="a ban with a subject needs no topic"),
    pytest.param("渔港范围内，禁止燃放爆竹。", ["禁止燃放爆竹"], id="a place is no topic"),
    pytest.param("经检疫合格的，方可启运。", ["经检疫合格的，方可启运"], id="what is allowed on a condition"),
    pytest.param(
        "船厂的污水经沉淀后方可排放。",
        ["船厂的污水经沉淀后方可排放"],
        id="what is allowed on a condition of one clause",
    ),
    pytest.param(
        "渔站不得滥用职权，以设定门槛等方式，排斥外地船只。",
        ["渔站不得滥用职权，以设定门槛等方式，排斥外地船只"],
        id="a ban keeps its means",
    ),
    pytest.param("应当委托测绘队测量滩涂。", ["委托测绘队测量滩涂"], id="委托 somebody"),
    pytest.param("应当按照有关规定查封违法设备。", ["按照有关规定查封违法设备"], id="a ground behind the modal"),
    pytest.param("要求养殖大户安装计量设备。", ["要求养殖大户安装计量设备"], id="要求 somebody to act"),
    pytest.param("挖掘、策划和培育生态旅游项目。", ["挖掘、策划和培育生态旅游项目"], id="coordinated verbs"),
    pytest.param("完善管网布局（市住建局牵头）。", ["完善管网布局"], id="who is responsible stands outside"),
    pytest.param(
        "支持果业合作社绿色发展。", ["支持果业合作社绿色发展"], id="help for somebody, though the aim is wide"
    ),
    pytest.param("去年我们启动了护鸟行动。", ["启动了护鸟行动"], id="了 makes a verb of the word behind a subject"),
    pytest.param("全县探索河塘轮管办法。", ["探索河塘轮管办法"], id="a trial behind a place"),
    pytest.param(
        "过去一年，全市二号泵站提前通水，清淤工作正在稳步推进，经济下行压力不断加大。",
        ["全市二号泵站提前通水", "清淤工作正在稳步推进"],
        id="works that a report names by what became of them",
    ),
    pytest.param(
        "对三座采石场开展了巡查，有力推动矿山复绿。",
        ["对三座采石场开展了巡查"],
        id="what reported deeds achieved is none",
    ),
    pytest.param(
        "建立巡查台账，防止污水外溢；整治沿河摊点。",
        ["建立巡查台账", "整治沿河摊点"],
        id="an effect trails before a semicolon too",
    ),
]

NONE = [
    pytest.param("申请采砂应当具备下列条件：", id="the opening of a list of conditions"),
    pytest.param("今年重点做好以下三件事：一是绿。", id="the opening of a list of tasks"),
    pytest.param("检查地点：东河口。", id="the label of a field"),
    pytest.param("渔民有权对偷排行为进行举报。", id="a right that anybody has"),
    pytest.param("本规则自公布之日起执行。", id="when a rule takes effect"),
    pytest.param("要保证群众满意。", id="an aim behind 要"),
    pytest.param("（三）其他依法应当公示的内容。", id="a duty that only names the last case of a list"),
    pytest.param("堤岸应当高于水面。", id="a state that 应当 demands"),
    pytest.param("建设涉水工程，应当符合规划。", id="a deed that only names what is ruled"),
    pytest.param("提高认识，统一思想，高度重视。", id="exhortations"),
    pytest.param("强化政治责任，保持战略定力，聚焦年度任务。", id="exhortations of duty and poise"),
    pytest.param("守牢水安全底线，守好北方生态屏障。", id="a line that is to be held in words only"),
    pytest.param("落实县委工作安排，落实上级指示要求。", id="what only obeys"),
    pytest.param("做好古井保护工作。", id="work that is only named"),
    pytest.param("履行好护水职责。", id="a duty that is not named"),
    pytest.param("以求真精神抓好各项工作落实。", id="a spirit in which all is to be done"),
    pytest.param("以优良生态支撑高质量发展。", id="a grand aim behind what is to carry it"),
    pytest.param("推动制度意见落地生根，推动减污向纵深推进。", id="a flourish behind 推动"),
    pytest.param("在源头治理上下功夫，将蓝图变为现实。", id="effort and dream"),
    pytest.param("会议分析了来水趋势，研究部署防汛重点，明确了方向。", id="thinking and telling"),
    pytest.param("从夜间巡查情况来看。", id="a source of what is told"),
    pytest.param("2021年，局里审查排污口方案12个。", id="a routine output with a count"),
    pytest.param("为了保护湿地，加强水源管理，制定本办法。", id="the reason of a regulation"),
    pytest.param("在汛期检查期间发生渗漏事故，", id="a condition of time and place"),
    pytest.param("县水利局取得了许多节水经验，提出了初步意见。", id="results and opinions"),
    pytest.param("本规程所称再生水，是指处理后达到标准的水。", id="a definition"),
    pytest.param("建设天更蓝、水更清的美丽家园。", id="a vision"),
    pytest.param("治理率达到九成。", id="a verb inside a name"),
    pytest.param("发展生态旅游是富民的好路子。", id="a verb phrase as subject"),
    pytest.param("对处罚决定不服的，可以依法申请行政复议。", id="a remedy against a penalty"),
    pytest.param("建设单位，施工单位。", id="nouns that begin like verbs"),
    pytest.param("（三）推广节能灯具\n节能灯具省电耐用。", id="a heading"),
    pytest.param(
        "有下列行为的，予以通报：\n（一）设卡的，应当拆除而不拆除的；\n（二）要求渔民承担费用。",
        id="offences in a list of cases",
    ),
    pytest.param("禁捕区内，有下列行为：\n（一）使用电网捕鱼；\n（二）投放毒饵。", id="a list of deeds"),
]

STATUSES = [
    pytest.param("建成了三座污水提升泵站。", "done", id="了"),
    pytest.param("近年来，开展了岸线整治。", "done", id="a past report"),
    pytest.param("继续推进矿山复绿。", "underway", id="继续"),
    pytest.param("要推进矿山复绿。", "planned", id="a directive"),
]


def _measures(scan: Scan) -> list[str]:
    return [scan.text[clause.start : clause.end] for clause in relate_clauses(scan, []) if clause.type == "Measure"]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_a_measure_is_the_smallest_clause_that_states_an_action(
    scan_of: Callable[[str], Scan], text: str, expected: list[str]
) -> None:
    assert _measures(scan_of(text)) == expected


@pytest.mark.parametrize("text", NONE)
def test_what_states_no_action_is_no_measure(scan_of: Callable[[str], Scan], text: str) -> None:
    assert _measures(scan_of(text)) == []


@pytest.mark.parametrize(("text", "status"), STATUSES)
def test_the_status_follows_from_the_clause_and_its_regime(
    scan_of: Callable[[str], Scan], text: str, status: str
) -> None:
    assert [clause.status for clause in relate_clauses(scan_of(text), [])] == [status]


def test_the_actor_is_the_subject_of_the_clause(scan_of: Callable[[str], Scan]) -> None:
    scan = scan_of("市水利局要加强河道巡查。")
    mentions = recognize_agencies(scan)
    (clause,) = relate_clauses(scan, mentions)
    assert clause.actor is not None
    assert scan.text[mentions[clause.actor].start : mentions[clause.actor].end] == "市水利局"


def test_what_a_drive_puts_first_is_its_action(scan_of: Callable[[str], Scan]) -> None:
    scan = scan_of("碧水工程突出入河排污口整治、黑臭沟渠清淤。")
    (measure,) = [clause for clause in relate_clauses(scan, recognize(scan)) if clause.type == "Measure"]
    assert scan.text[measure.start : measure.end] == "突出入河排污口整治、黑臭沟渠清淤"


def test_what_an_article_gives_all_offices_to_do_is_no_action(scan_of: Callable[[str], Scan]) -> None:
    scan = scan_of(
        "第一条 水利局、林业局按照职责，共同做好湿地保护工作。\n第二条 渔民应当遵守渔业法律、法规的规定。\n"
        "第三条 本条例即日施行。\n"
    )
    assert _measures(scan) == []


def test_what_a_statute_rules_on_is_no_action(scan_of: Callable[[str], Scan]) -> None:
    scan = scan_of(
        "第一条 本市保护湿地。\n第二条 占用滩涂的构筑物，责任人应当设置警示标志。\n第三条 本条例即日施行。\n"
    )
    found = [scan.text[clause.start : clause.end] for clause in relate_clauses(scan, recognize_agencies(scan))]
    assert found == ["设置警示标志"]
