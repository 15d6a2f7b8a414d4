"""German words of invented résumés. A row of alternatives says one thing in several ways."""

CODE = "de"
SPACED = NAME_SPACED = True
DOT, SPACE = ".", " "

VERBS = [row.split("/") for row in (
    "Entwickelte/Baute/Schuf", "Leitete/Führte/Verantwortete", "Entwarf/Konzipierte/Skizzierte",
    "Erneuerte/Überarbeitete/Modernisierte", "Überführte/Migrierte/Portierte",
    "Automatisierte/Mechanisierte/Skriptete", "Startete/Lancierte/Etablierte",
    "Betrieb/Wartete/Pflegte", "Ersetzte/Tauschte/Verdrängte", "Prüfte/Testete/Validierte",
    "Plante/Organisierte/Terminierte", "Dokumentierte/Beschrieb/Erläuterte",
    "Vereinfachte/Verschlankte/Straffte", "Erweiterte/Vergrößerte/Ergänzte",
    "Sicherte/Härtete/Schützte", "Lieferte/Veröffentlichte/Übergab",
)]
DOMAINS = """Tarif Abrechnungs Routen Betrugs Lager Untertitel Ernte Ticket Gehalts Gutschein Gletscher
Apotheken Auktions Bibliotheks Turbinen Fahrplan Rezept Parkplatz Satelliten Wäscherei Obstgarten Zoll
Hypotheken Archiv Fähren Steinbruch Museums Roller Spenden Wetter Wahl Weinberg Theater Lotterie
Gewächshaus Turnier Herbergs Bienenstock Kurier Allergie Brauerei Sägewerk Hochzeits Leuchtturm
Gerberei Schienen Orchester Gezeiten Stempel Murmel""".split()
THINGS = """dienst planer katalog rechner index monitor router baukasten prototyp leitfaden simulator
konfigurator importer exporter tracker editor kalender assistent generator verteiler parser scanner
wächter sammler bericht marktplatz speicher workshop""".split()
OBJECTS = ["den {domain}{thing}", "einen {domain}{thing}", "unseren {domain}{thing}"]
AUDIENCES = [row.split("/") for row in """Speditionen/Frachtführer|Krankenstationen/Kliniken
Stadträte/Rathäuser|Regionalflughäfen/kleine Flugplätze|Obstbauern/Betreiber von Plantagen
Schachvereine/Schachclubs|Lotsen/Hafenlotsen|Grundschulen/Lehrkräfte im ersten Jahr
Steuerberater/Kanzleien für Steuern|Feuerwehren/freiwillige Löschzüge|Museumsbesucher/Gäste im Museum
Windparks/Betreiber von Windrädern|Chöre/Chorleiter|Fahrradkuriere/Boten auf Rädern
Staatsarchive/Archivare|Busfahrer/Fahrer im Linienbus|Tischlerlehrlinge/angehende Tischler
Winzer/Weingüter|Notare/Notariate|Cutter/Schnittplätze|Imker/Bienenhalter
Pensionskassen/Versorgungswerke|Segelcrews/Jachtmannschaften|Sprachschulen/Sprachlehrer
Tafeln/Suppenküchen|Skigebiete/Liftbetreiber|Förster/Forstämter|Radiosender/Rundfunkhäuser
Optiker/Brillenläden|Tierheime/Tierasyle""".replace("\n", "|").split("|")]
TOOLS = """Go Kafka Flink PostgreSQL Terraform Rust Elixir Redis Kubernetes Airflow Spark Django Scala
Kotlin Swift React Vue Ansible Cassandra Haskell Snowflake Grafana OCaml Erlang Clojure Svelte
Prometheus Neo4j RabbitMQ Julia Fortran Unity Figma Excel Tableau Matlab""".split()
USING = ["mit {tool}", "in {tool}", "auf Basis von {tool}", "mithilfe von {tool}"]
RESULTS = [row.split("/") for row in (
    "was die Latenz um {n} % senkte/wodurch Antworten {n} % schneller kamen",
    "was jährlich {money} spart/womit die Firma {money} im Jahr einspart",
    "und erreichte {n} Kunden/das nun {n} Abnehmer nutzen",
    "was die Bindung um {n} % hob/sodass {n} % mehr Leute blieben",
    "und strich {n} Handgriffe/wodurch {n} manuelle Schritte entfielen",
    "und gewann Aufträge über {money}/was {money} an Bestellungen brachte",
    "ohne Ausfall in {n} Monaten/seit {n} Monaten störungsfrei",
    "und schulte {n} Kolleginnen/wobei {n} Mitarbeiter den Umgang lernten",
    "was Prüfungen auf {n} Tage verkürzte/sodass Revisoren nach {n} Tagen fertig sind",
    "was Retouren um {n} % verringerte/bei {n} % weniger Rücksendungen",
    "und schloss {n} Sicherheitslücken/wobei {n} Schwachstellen verschwanden",
    "was {n} Stunden je Woche freimacht/womit alle wöchentlich {n} Stunden gewinnen",
    "und schaltete {n} alte Server ab/wonach {n} betagte Maschinen ausgemustert wurden",
    "und warb {money} an Fördermitteln ein/wofür Stiftungen {money} gaben",
    "und deckte {n} Länder ab/ausgerollt auf {n} Märkten",
    "was die Testabdeckung auf {n} % brachte/bis {n} % der Zeilen geprüft waren",
    "und beantwortet täglich {n} Anfragen/mit {n} gelösten Fragen am Tag",
    "{n} Wochen vor dem Termin/und war {n} Wochen früher fertig",
)]
TEMPLATES = [
    "{verb} {object} für {audience} {using}, {result}",
    "{verb} {object} {using} für {audience}, {result}",
    "{verb} {object} für {audience}, {result}",
    "{verb} {object} {using}, {result}",
    "{verb} {object} für {audience} {using}",
]
EXTRAS = ["gemeinsam mit zwei Praktikanten", "von Grund auf", "binnen eines Quartals",
          "als einziger Entwickler", "neben dem Tagesgeschäft", "nach langer Ausschreibung"]
WITH_EXTRA = "{{object}} {extra}"
QUOTE = ('"', '"'), ("„", "“")
SUMMARIES = [
    "Neugieriger Generalist mit Freude an {domain}systemen und klaren Antworten",
    "Seit {n} Jahren in der Softwarebranche, meist für {audience}",
    "Sucht ein Team, das einen {domain}{thing} mit Sorgfalt baut",
    "Am liebsten dort, wo {audience} auf {tool} treffen",
    "Bekannt für ruhige Auslieferungen und einen {domain}{thing} ohne Störungen",
]
LADDERS = [row.split("/") for row in (
    "Junior Softwareentwickler/Softwareentwickler/Senior Softwareentwickler/Leiter Softwareentwicklung",
    "Junior Datenanalyst/Datenanalyst/Senior Datenanalyst/Leiter Analyse",
    "Junior Produktmanager/Produktmanager/Senior Produktmanager/Leiter Produktmanagement",
    "Junior Systemadministrator/Systemadministrator/Senior Systemadministrator/Leiter IT",
    "Projektassistent/Projektmanager/Senior Projektmanager/Projektleiter",
)]
ORGANIZATIONS = """Nordhafen Software GmbH|Auertal Logistik AG|Steinacker Analytik GmbH|Weiher Klinik gGmbH
Falkenried Medien GmbH|Lindenhof Versicherung AG|Brückner Maschinenbau GmbH|Silbersee Energie AG
Talheim Robotik GmbH|Morgenrot Verlag GmbH|Hohenfels Bank AG|Quellbach Systeme GmbH
Ostwind Beratung GmbH|Rabenstein Elektronik AG|Kranich Mobil GmbH|Eichgrund Handel GmbH
Blaufuchs Studios GmbH|Sonnwald Technik AG""".replace("\n", "|").split("|")
PLACES = ["Berlin", "Hamburg", "München", "Leipzig", "Köln", "Wien", "Zürich", "Dresden", "Stuttgart",
          "Bremen"]
TEAM_PROJECTS = ["{Domain}{thing}"]
PROJECTS = ["{Domain}{thing}", "{Domain}{thing}"]
DEGREES = ["Master Informatik", "Bachelor Mathematik", "Diplom Physik", "Bachelor Informatik",
           "Master Statistik", "Bachelor Wirtschaftsinformatik"]
SCHOOLS = ["Universität Leipzig", "Technische Universität Dresden", "Universität Wien",
           "Hochschule Bremen", "Universität Hamburg"]
CERTIFICATES = ["Professional Scrum Master"]
VOLUNTEER = ["Trainer", "Mentor", "Schatzmeister", "Betreuer"]
CHARITIES = ["Tafel Nordstadt e.V.", "Jugendclub Hafen e.V.", "Seenotverein Küste e.V.",
             "Wanderwege Harz e.V."]
SKILLS = {label: words.split() for label, words in {
    "Programmiersprachen": "Go Java Python Rust Kotlin Scala TypeScript Ruby Swift Elixir",
    "Datenbanken": "PostgreSQL MySQL Redis Cassandra MongoDB SQLite Neo4j DynamoDB",
    "Betrieb": "Kubernetes Terraform Prometheus Docker Ansible Grafana Jenkins Nomad",
    "Daten": "Spark Airflow Kafka Flink Pandas Snowflake Tableau Hadoop",
}.items()}
SKILL_LABELS = ["Plattformen", "Backend", "Infrastruktur", "Speicher", "Werkzeuge", "Analyse"]
RENAMED_SKILLS = [("Golang", "Go"), ("JS", "JavaScript"), ("Postgres", "PostgreSQL"),
                  ("K8s", "Kubernetes")]
LANGUAGES = ["Deutsch (Muttersprache)", "Englisch (fließend)", "Schwedisch (Grundkenntnisse)"]
SECTIONS = {
    "summary": ["Profil", "Kurzprofil", "Über mich"],
    "work": ["Berufserfahrung", "Berufspraxis", "Beruflicher Werdegang"],
    "projects": ["Projekte", "Eigene Projekte"],
    "education": ["Ausbildung", "Studium"],
    "volunteer": ["Ehrenamt", "Ehrenamtliches Engagement"],
    "skills": ["Kenntnisse", "Fähigkeiten"],
    "languages": ["Sprachen"],
    "other": ["Ergebnisse", "Nebenbei", "Meilensteine", "Randnotizen"],
}
EARLIER = ["Frühere Berufserfahrung", "Frühere Berufspraxis"]
MERGED_TITLE = "{} und {}"
FIRST_NAMES = "Leopold Annika Jonas Friederike Matthis Greta".split()
LAST_NAMES = "Steinacker Brandner Weidlich Hollmann Sperling Tannert".split()
HANDLES = [name.lower() for name in FIRST_NAMES]
HOSTS = "erle birke kobalt glut fjord granat reiher iris jade tang flechte ahorn".split()
MONTHS = """Januar Februar März April Mai Juni Juli August September Oktober November Dezember""".split()
SHORT_MONTHS = ["Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.",
                "Dez."]
PRESENT = "heute"
YEAR = "{y}"
DATES = ["{month} {y}", "{mon} {y}", "{m:02}/{y}", "{m:02}.{y}"]
AT = " bei "
LABELS = {"organization": "Unternehmen", "location": "Ort", "dates": "Zeitraum", "school": "Institution"}
LIST = ", "
PERCENT = (" %", " Prozent")


def respelled(rng, money):
    """Another spelling of `$2.5m`."""
    return f"${round(float(money[1:-1]) * 1000000):,}"
