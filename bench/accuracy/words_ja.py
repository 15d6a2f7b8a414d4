"""Japanese words of invented résumés. A row of alternatives says one thing in several ways."""

CODE = "ja"
SPACED = NAME_SPACED = False
DOT, SPACE = "。", ""

VERBS = [row.split("/") for row in (
    "を開発/を構築/を作成", "を主導/を統括/の指揮を担当", "を設計/を立案/を考案", "を書き直し/を再構築/を刷新",
    "を移行/を移植/の載せ替えを実施", "を自動化/を無人化/の省力化を実現", "を導入/を開始/を立ち上げ",
    "を運用/を保守/の維持管理を担当", "を置き換え/を更改/を入れ替え", "を検証/をテスト/の試験を担当",
    "を文書化/を記録/の手順書を整備", "を簡素化/を軽量化/の無駄を削減", "を拡張/を拡大/の機能を追加",
    "を提供/を公開/を納品",
)]
DOMAINS = """請求 経路 不正検知 倉庫 字幕 収穫 発券 給与 遠隔計測 割引券 氷河 薬局 競売 図書館 風車 時刻表 献立 保険
駐車場 翻訳 衛星 予約 洗濯 果樹園 税関 歯科 住宅ローン 公文書 連絡船 採石場 博物館 灌漑 寄付 気象 選挙
ぶどう畑 劇場 宝くじ 製パン 地震 水族館 温室 大会 配管 民宿 養蜂 宅配 アレルギー 醸造 製材 婚礼 灯台 鉄道 楽団""".split()
THINGS = """基盤 エンジン 計画ツール 画面 パイプライン 取込機能 ポータル スケジューラ シミュレータ ゲートウェイ
カタログ 追跡機能 計算機 台帳 監視盤 分類器 最適化器 道具箱 索引 コンソール ルータ 通知機能 検査器 生成器
市場 解析器 連携部品 読取機 手引き 講座 試作機 設計図""".split()
OBJECTS = ["{domain}{thing}", "新しい{domain}{thing}", "社内の{domain}{thing}"]
AUDIENCES = [row.split("/") for row in """運送会社/荷主企業|病棟/診療所|夜勤看護師/夜間の看護スタッフ|市役所/自治体
地方空港/小さな飛行場|果樹農家/農園主|古物商/リサイクル店|将棋クラブ/囲碁会|水先人/港の案内人|小学校/新任教諭
電話窓口/オペレータ|税理士/会計事務所|消防団/消防署|ヨガ教室/スポーツジム|来館者/見学者|風力発電所/風車の持ち主
合唱団/指揮者|自転車便/配達員|文書館/司書|バス運転士/路線バス会社|大工見習い/木工の弟子|ワイナリー/醸造家
公証人/公証役場|編集者/編集室|年金基金/退職者団体|帆船クルー/ヨット乗り|語学学校/語学講師
炊き出し団体/フードバンク|スキー場/リフト会社|森林官/山の番人|ラジオ局/放送局|眼鏡店/検眼士
動物保護施設/譲渡会""".replace("\n", "|").split("|")]
TOOLS = """Go Kafka Flink PostgreSQL Terraform Rust Elixir Redis Kubernetes Airflow Spark Django Scala
Kotlin Swift React Vue Ansible Cassandra Haskell Snowflake Grafana OCaml Erlang Clojure Svelte
Prometheus RabbitMQ Julia Fortran Unity Figma Excel Tableau Matlab""".split()
USING = ["{tool}で", "{tool}を使って", "{tool}により", "{tool}を土台に"]
RESULTS = [row.split("/") for row in (
    "遅延を{n}%削減/応答が{n}%速くなった", "年間{n}万円を節約/毎年{n}万円の経費減",
    "{n}社の顧客に到達/今では{n}の企業が利用", "継続率を{n}%改善/離れる人が{n}%減った",
    "手作業を{n}工程廃止/人手の手順が{n}個不要に", "{n}万円の受注を獲得/売上{n}万円につながった",
    "{n}か月間無停止/障害なしで{n}か月稼働", "{n}名の同僚を教育/仲間{n}人に使い方を指導",
    "監査を{n}日に短縮/検査が{n}日で終わる", "返品率が{n}%低下/送り返される荷物が{n}%減少",
    "脆弱性{n}件を解消/弱点{n}か所を修正", "毎週{n}時間を創出/一週間に{n}時間の余裕",
    "旧サーバ{n}台を撤去/古い機械{n}台を停止", "助成金{n}万円を獲得/財団から{n}万円の支援",
    "{n}か国に展開/{n}の市場で採用", "テスト網羅率を{n}%に向上/コードの{n}%を検査",
    "一日{n}件の問い合わせに対応/日々{n}個の質問を解決", "納期より{n}週間早く完了/予定を{n}週前倒し",
)]
TEMPLATES = [
    "{audience}向けの{object}{verb}し、{using}{result}",
    "{using}{audience}向けの{object}{verb}、{result}",
    "{audience}向けの{object}{verb}、{result}",
    "{using}{object}{verb}、{result}",
    "{using}{audience}のための{object}{verb}",
]
EXTRAS = ["ゼロから", "四半期のうちに", "一人で", "デザイン班と共に"]
WITH_EXTRA = "{extra}{{object}}"
QUOTE = ('"', '"'), ("「", "」")
SUMMARIES = [
    "{domain}の仕組みと分かりやすい説明が好きな技術者",
    "ソフトウェア業界で{n}年、主に{audience}を支援",
    "{domain}{thing}を丁寧に育てるチームを希望",
    "{audience}に{tool}を届けることが得意",
    "安定した運用と{domain}{thing}の信頼性に定評",
]
LADDERS = [row.split("/") for row in (
    "ジュニアエンジニア/ソフトウェアエンジニア/シニアソフトウェアエンジニア/リードエンジニア",
    "データアナリスト補佐/データアナリスト/シニアデータアナリスト/チーフデータアナリスト",
    "プロジェクトリーダー/プロジェクトマネージャー/シニアプロジェクトマネージャー/プログラムマネージャー",
    "Webデザイナー/デザイナー/シニアデザイナー/アートディレクター",
    "バックエンドエンジニア/インフラエンジニア/シニアインフラエンジニア/テックリード",
)]
ORGANIZATIONS = """株式会社みずうみソフト|合同会社つばめ工房|比叡電算株式会社|株式会社駿河テレマ|有限会社みなと電算
株式会社こもれび出版|株式会社あおぞら物流|株式会社しらかばロボティクス|大樹保険株式会社|株式会社はやぶさ製作所
株式会社ゆきどけ医療|株式会社うみかぜ放送|株式会社のぞみ教育|合同会社ほたる企画|株式会社かささぎ銀行
株式会社やまびこ通信""".replace("\n", "|").split("|")
PLACES = ["東京都", "大阪府", "京都府", "福岡県", "北海道", "愛知県", "広島県", "静岡県"]
TEAM_PROJECTS = ["{domain}{thing}"]
PROJECTS = ["{domain}{thing}", "{domain}{thing}"]
DEGREES = ["理学部数学科", "工学部情報工学科", "経済学部経済学科", "デザイン学部情報デザイン学科",
           "文学部史学科"]
SCHOOLS = ["瀬田川大学", "安倍川大学", "湖北工業大学", "港南大学", "青嶺大学"]
CERTIFICATES = ["基本情報技術者"]
VOLUNTEER = ["ボランティア", "学習支援ボランティア", "メンター"]
CHARITIES = ["NPO法人みどりの道", "NPO法人川辺フードバンク", "NPO法人こどもプログラミング",
             "NPO法人港の救助隊"]
SKILLS = {label: words.split() for label, words in {
    "プログラミング言語": "Go Java Python Rust Kotlin Scala TypeScript Ruby Swift Elixir",
    "データベース": "PostgreSQL MySQL Redis Cassandra MongoDB SQLite Neo4j DynamoDB",
    "運用": "Kubernetes Terraform Prometheus Docker Ansible Grafana Jenkins Nomad",
    "データ": "Spark Airflow Kafka Flink Pandas Snowflake Tableau Hadoop",
}.items()}
SKILL_LABELS = ["プラットフォーム", "バックエンド", "インフラ", "ストレージ", "ツール", "分析"]
RENAMED_SKILLS = [("Golang", "Go"), ("JS", "JavaScript"), ("Postgres", "PostgreSQL"),
                  ("K8s", "Kubernetes")]
LANGUAGES = ["日本語（母語）", "英語（ビジネスレベル）", "ドイツ語（日常会話）"]
SECTIONS = {
    "summary": ["自己紹介", "職務要約"],
    "work": ["職務経歴", "職歴", "経歴"],
    "projects": ["個人開発", "プロジェクト"],
    "education": ["学歴"],
    "volunteer": ["ボランティア活動"],
    "skills": ["スキル", "技術"],
    "languages": ["語学"],
    "other": ["寄り道", "節目", "余談", "覚え書き"],
}
EARLIER = ["以前の職歴", "それ以前の職務経歴"]
MERGED_TITLE = "{}と{}"
FIRST_NAMES = "ひびき 宗介 あおい 柊 つむぎ 朔".split()
LAST_NAMES = "小松 藤枝 瀬戸口 水無瀬 桐生 早乙女".split()
HANDLES = "hibiki sosuke aoi shu tsumugi saku".split()
HOSTS = "alder birch cobalt dune ember fjord garnet heron iris jade kelp lichen maple".split()
MONTHS = [str(month) for month in range(1, 13)]
SHORT_MONTHS = MONTHS
PRESENT = "現在"
YEAR = "{y}年"
DATES = ["{y}年{m}月", "{y}/{m:02}", "{y}.{m:02}"]
AT = "、"
LABELS = {"organization": "会社名", "location": "勤務地", "dates": "期間", "school": "学校名"}
LIST = "、"
PERCENT = ()


def respelled(_rng, _money):
    """Sums are written in one way only."""
