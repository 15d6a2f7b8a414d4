"""Chinese words of invented résumés. A row of alternatives says one thing in several ways."""

CODE = "zh"
SPACED = NAME_SPACED = False
DOT, SPACE = "。", ""

VERBS = [row.split("/") for row in (
    "开发/搭建/研制", "主导/带领/牵头", "设计/规划/构思", "重写/重构/改造", "迁移/移植/搬迁",
    "上线/推出/发布", "维护/运营/照管", "替换/取代/淘汰", "测试/验证/校核", "编写/撰写/整理",
    "简化/精简/压缩", "扩展/拓宽/增强", "加固/保护/防护", "交付/完成/落实",
)]
DOMAINS = """计费 路线 反欺诈 仓储 字幕 收成 票务 工资 遥测 代金券 冰川 药房 拍卖 图书馆 涡轮 时刻表 菜谱 保险
停车 翻译 卫星 预订 洗衣 果园 海关 牙科 房贷 档案 播客 轮渡 采石 博物馆 灌溉 滑板车 捐赠 气象 选举 葡萄园
剧院 彩票 面包店 地震 水族馆 温室 锦标赛 管道 旅馆 养蜂 快递 过敏 酿酒 锯木 婚礼 灯塔 制革 铁路 乐团""".split()
THINGS = """平台 引擎 规划器 看板 流水线 导入工具 门户 调度器 模拟器 网关 目录 追踪器 计算器 登记簿 监控台
分类器 优化器 账本 工具箱 界面 索引 控制台 路由 通知中心 校验器 生成器 沙箱 市集 解析器 连接件 扫描仪 手册
课程 样机 蓝图""".split()
OBJECTS = ["{domain}{thing}", "新的{domain}{thing}", "公司的{domain}{thing}"]
AUDIENCES = [row.split("/") for row in """货运公司/承运商|医院病房/诊所|夜班护士/值夜护士|市政府/市议会
支线机场/小型机场|果农/果园主人|旧货店/二手商店|棋社/象棋俱乐部|引航员/港口领航员|小学/低年级教师
客服坐席/接线员|税务顾问/报税师|消防志愿者/消防队|瑜伽馆/健身房|参观者/观众|风电场/风机业主|合唱团/指挥
骑手/单车信使|档案员/档案馆|公交司机/巴士驾驶员|木工学徒/学木匠的人|酒庄/酿酒师|公证处/公证员
剪辑师/剪辑室|养老基金/退休金机构|帆船队/船员|语言学校/外语教师|食物银行/施粥站|滑雪场/缆车公司
护林员/巡山人|广播台/电台|眼镜店/验光师|动物收容所/宠物救助站""".replace("\n", "|").split("|")]
TOOLS = """Go Kafka Flink PostgreSQL Terraform Rust Elixir Redis Kubernetes Airflow Spark Django Scala
Kotlin Swift React Vue Ansible Cassandra Haskell Snowflake Grafana OCaml Erlang Clojure Svelte
Prometheus RabbitMQ Julia Fortran Unity Figma Excel Tableau Matlab""".split()
USING = ["使用{tool}", "基于{tool}", "借助{tool}", "采用{tool}"]
RESULTS = [row.split("/") for row in (
    "延迟降低{n}%/响应时间缩短了{n}%", "每年节省{n}万元/一年少花{n}万元",
    "覆盖{n}家客户/已有{n}个买方使用", "留存提高{n}%/多留住{n}%的人",
    "减少{n}个人工步骤/省去{n}道手工环节", "带来{n}万元订单/赢得{n}万元合同",
    "连续{n}个月无故障/{n}个月未曾宕机", "培训{n}名同事/教会{n}位伙伴",
    "审计缩短到{n}天/审核只需{n}日", "退货率下降{n}%/寄回的包裹少了{n}%",
    "修复{n}处漏洞/堵住{n}个安全缺口", "每周腾出{n}小时/一星期多出{n}个钟头",
    "下线{n}台旧服务器/关停{n}部老机器", "获得{n}万元资助/募得{n}万元捐款",
    "推广到{n}个国家/进入{n}个市场", "测试覆盖率升至{n}%/{n}%的代码行得到检验",
    "每天答复{n}张工单/日均解决{n}个问题", "提前{n}周完工/比计划早了{n}周",
)]
TEMPLATES = [
    "{using}为{audience}{verb}{object}，{result}",
    "为{audience}{verb}{object}，{result}",
    "{using}{verb}{object}，{result}",
    "{verb}面向{audience}的{object}，{using}，{result}",
    "{using}为{audience}{verb}{object}",
]
EXTRAS = ["从零开始的", "一个季度内", "独自负责的", "与设计组合作的"]
WITH_EXTRA = "{extra}{{object}}"
QUOTE = ('"', '"'), ("“", "”")
SUMMARIES = [
    "热爱{domain}系统，喜欢把复杂的事讲清楚",
    "拥有{n}年软件经验，主要服务于{audience}",
    "希望加入用心打磨{domain}{thing}的团队",
    "擅长让{audience}用上{tool}",
    "以平稳的发布和可靠的{domain}{thing}著称",
]
LADDERS = [row.split("/") for row in (
    "初级软件工程师/软件工程师/高级软件工程师/首席软件工程师",
    "初级数据分析师/数据分析师/高级数据分析师/首席数据分析师",
    "产品助理/产品经理/高级产品经理/产品总监",
    "助理设计师/产品设计师/高级产品设计师/设计总监",
    "初级测试工程师/测试工程师/高级测试工程师/测试经理",
)]
ORGANIZATIONS = """溪山互动科技有限公司|锦里文化传媒有限公司|云栖数据技术有限公司|远帆物流有限公司
青禾农业科技有限公司|星河软件有限公司|北辰保险有限公司|松间机器人有限公司|海棠医疗科技有限公司
鹿鸣教育科技有限公司|长风能源有限公司|白鹭金融有限公司|月湖游戏有限公司|石桥咨询有限公司
南枝网络科技有限公司|晴川电子有限公司""".replace("\n", "|").split("|")
PLACES = ["北京", "上海", "成都", "重庆", "杭州", "深圳", "南京", "武汉", "西安", "广州"]
TEAM_PROJECTS = ["{domain}{thing}"]
PROJECTS = ["{domain}{thing}", "{domain}{thing}"]
DEGREES = ["计算机科学 硕士", "数学 学士", "统计学 硕士", "软件工程 学士", "物理学 学士"]
SCHOOLS = ["川江大学", "嘉陵理工大学", "溪口大学", "东湖师范大学", "云岭大学"]
CERTIFICATES = ["无障碍设计师认证"]
VOLUNTEER = ["志愿者", "义务辅导员", "志愿教师"]
CHARITIES = ["绿径协会", "江畔食物银行协会", "编程公益协会", "海港救援协会"]
SKILLS = {label: words.split() for label, words in {
    "编程语言": "Go Java Python Rust Kotlin Scala TypeScript Ruby Swift Elixir",
    "数据库": "PostgreSQL MySQL Redis Cassandra MongoDB SQLite Neo4j DynamoDB",
    "运维": "Kubernetes Terraform Prometheus Docker Ansible Grafana Jenkins Nomad",
    "数据": "Spark Airflow Kafka Flink Pandas Snowflake Tableau Hadoop",
}.items()}
SKILL_LABELS = ["平台", "后端", "基础设施", "存储", "工具", "分析"]
RENAMED_SKILLS = [("Golang", "Go"), ("JS", "JavaScript"), ("Postgres", "PostgreSQL"),
                  ("K8s", "Kubernetes")]
LANGUAGES = ["中文（母语）", "英语（流利）", "德语（基础）"]
SECTIONS = {
    "summary": ["个人简介", "自我评价"],
    "work": ["工作经验", "工作经历", "职业经历"],
    "projects": ["项目经历", "项目经验"],
    "education": ["教育经历", "教育背景"],
    "volunteer": ["志愿者经历", "志愿服务"],
    "skills": ["技能", "专业技能"],
    "languages": ["语言能力"],
    "other": ["要点", "里程碑", "札记", "随记"],
}
EARLIER = ["早期工作经历", "更早的工作经历"]
MERGED_TITLE = "{}与{}"
FIRST_NAMES = "明夷 思远 若溪 子衿 望舒 云帆".split()
LAST_NAMES = "顾 沈 陆 傅 裴 温".split()
HANDLES = "mingyi siyuan ruoxi zijin wangshu yunfan".split()
HOSTS = "alder birch cobalt dune ember fjord garnet heron iris jade kelp lichen maple".split()
MONTHS = [str(month) for month in range(1, 13)]
SHORT_MONTHS = MONTHS
PRESENT = "至今"
YEAR = "{y}年"
DATES = ["{y}年{m}月", "{y}.{m:02}", "{y}/{m:02}", "{y}-{m:02}"]
AT = "，"
LABELS = {"organization": "公司", "location": "地点", "dates": "时间", "school": "学校"}
LIST = "、"
PERCENT = ()


def respelled(_rng, _money):
    """Sums are written in one way only."""
