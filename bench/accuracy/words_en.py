"""English words of invented résumés. A row of alternatives says one thing in several ways."""

CODE = "en"
SPACED = True

# what was done: rows of verbs that mean the same
VERBS = [row.split("/") for row in (
    "Built/Developed/Created", "Led/Headed/Directed", "Designed/Drafted/Conceived",
    "Rewrote/Reworked/Rebuilt", "Migrated/Ported/Transferred", "Automated/Mechanised/Scripted",
    "Introduced/Launched/Established", "Maintained/Operated/Looked after",
    "Replaced/Superseded/Swapped out", "Tested/Verified/Validated", "Planned/Scheduled/Organised",
    "Documented/Described/Wrote up", "Simplified/Streamlined/Trimmed", "Measured/Profiled/Gauged",
    "Extended/Expanded/Broadened", "Secured/Hardened/Protected", "Negotiated/Brokered/Arranged",
    "Reviewed/Audited/Inspected", "Delivered/Shipped/Released", "Coordinated/Steered/Supervised",
)]

# what it was done to: each word is drawn once for a résumé
DOMAINS = """tariff billing route fraud warehouse subtitle harvest ticketing payroll telemetry
voucher glacier pharmacy auction library turbine timetable recipe insurance parking translation
satellite booking laundry orchard customs dental mortgage archive podcast ferry quarry museum
irrigation scooter donation weather election vineyard locker theatre cargo lottery bakery
seismic aquarium greenhouse funeral tournament plumbing hostel beehive courier allergy
brewery sawmill wedding kiosk genome lighthouse catering tannery railway orchestra""".split()
THINGS = """service engine planner dashboard pipeline importer portal scheduler simulator gateway
catalogue tracker calculator registry archive monitor exporter classifier optimizer ledger
toolkit interface index planner forecast console router notifier checker builder warehouse
sandbox marketplace helpdesk workflow parser renderer connector emulator inventory scanner
handbook curriculum workshop prototype blueprint""".split()
OBJECTS = ["the {domain} {thing}", "the new {domain} {thing}", "our {domain} {thing}"]

AUDIENCES = """freight companies/hauliers|hospital wards/clinics|night-shift nurses/nurses on duty
city councils/town halls|regional airports/small airfields|fruit growers/orchard owners
second-hand shops/thrift stores|chess clubs/chess associations|harbour pilots/pilots in port
primary schools/first-year teachers|call-centre agents/people on the phones
tax advisers/tax consultants|volunteer firefighters/fire brigades|yoga studios/gyms
museum visitors/guests of the museum|wind farms/turbine owners|choir conductors/choirs
bicycle couriers/riders|state archives/archivists|bus drivers/drivers on the road
apprentice carpenters/joiners in training|vineyard owners/winemakers|notaries/notary offices
film editors/cutting rooms|beekeepers/apiaries|pension funds/retirement schemes
sailing crews/yacht crews|language schools/tutors of languages|food banks/soup kitchens
ski resorts/lift operators|game wardens/park rangers|stamp dealers/philatelists
radio stations/broadcasters|opticians/eyewear shops|pet shelters/animal homes""".replace("\n", "|").split("|")
AUDIENCES = [row.split("/") for row in AUDIENCES]

TOOLS = """Go Kafka Flink PostgreSQL Terraform Rust Elixir Redis Kubernetes Airflow Spark Django Scala
Kotlin Swift React Vue Ansible Cassandra Haskell Snowflake Grafana OCaml Erlang Clojure Svelte
Prometheus Neo4j RabbitMQ Julia Fortran Unity Figma Excel Tableau Matlab""".split()
USING = ["with {tool}", "in {tool}", "using {tool}", "on top of {tool}"]

RESULTS = [row.split("/") for row in (
    "cutting latency by {n}%/which brought response times down {n}%",
    "saving {money} a year/which spares the firm {money} annually",
    "halving the backlog of {n} requests/so that {n} open requests became half as many",
    "reaching {n} customers/now used by {n} paying clients",
    "raising retention by {n}%/so that {n}% more people stayed",
    "removing {n} manual steps/which made {n} chores by hand needless",
    "winning {money} of new orders/bringing in {money} worth of contracts",
    "without a single outage in {n} months/never failing for {n} months on end",
    "training {n} colleagues on the way/and taught {n} co-workers how it works",
    "shortening audits to {n} days/so auditors finish within {n} days",
    "lowering returns by {n}%/with {n}% fewer parcels sent back",
    "doubling throughput to {n} items an hour/now handling {n} pieces each hour",
    "closing {n} security findings/fixing {n} weaknesses that testers had found",
    "reducing energy use by {n}%/with {n}% less electricity drawn",
    "freeing {n} hours each week/giving everyone {n} hours back weekly",
    "retiring {n} old servers/switching off {n} ageing machines",
    "earning {money} in grants/for which donors gave {money}",
    "covering {n} countries by spring/rolled out to {n} markets before summer",
    "trimming cloud spend by {money}/so hosting bills fell {money}",
    "lifting test coverage to {n}%/until {n}% of lines were exercised",
    "answering {n} tickets daily/resolving {n} questions every day",
    "beating the deadline by {n} weeks/done {n} weeks ahead of plan",
)]

# whole statements: what stands in braces is drawn from the lists above
TEMPLATES = [
    "{verb} {object} for {audience} {using}, {result}",
    "{verb} {object} {using} for {audience}, {result}",
    "{verb} {object} for {audience}, {result}",
    "{verb} {object} {using}, {result}",
    "{verb} {object} for {audience} {using}",
]
EXTRAS = ["together with two interns", "from scratch", "within one quarter", "as the only engineer",
          "alongside the design team", "after a long tender", "under strict deadlines"]
AND = " and "
QUOTE = ('"', '"'), ("“", "”")

SUMMARIES = [
    "Curious generalist who likes {domain} systems and plain answers",
    "{n} years in {domain} software, most of them for {audience}",
    "Looks for teams that build a {domain} {thing} with care",
    "Happiest where {audience} meet {tool}",
    "Known for calm releases and for a {domain} {thing} that never fails",
]

LADDERS = [row.split("/") for row in (
    "Junior Software Engineer/Software Engineer/Senior Software Engineer/Staff Engineer",
    "Junior Data Analyst/Data Analyst/Senior Data Analyst/Head of Analytics",
    "Associate Product Manager/Product Manager/Senior Product Manager/Director of Product",
    "Junior Designer/Product Designer/Senior Product Designer/Design Lead",
    "Support Engineer/Systems Engineer/Senior Systems Engineer/Engineering Manager",
    "Research Assistant/Research Engineer/Senior Research Engineer/Principal Engineer",
    "Marketing Assistant/Marketing Manager/Senior Marketing Manager/Head of Marketing",
)]
ORGANIZATIONS = ["{} {}".format(a, b) for a, b in zip(
    """Kestrel Ottervik Deansgate Irwell Bluemoor Saltmarsh Tanglewood Halcyon Brackwater Nordlys
    Quillon Pemberly Astrolab Ferncliff Windrush Larkspur Calder Osprey Thornbury Mirefield Juniper
    Hollins Redpath Stonegate""".split(),
    """Freight Software Broadcasting Consulting Analytics Logistics Systems Insurance Robotics Bank
    Technologies Media Labs Energy Solutions Health Networks Studios Foods Motors Software Group
    Partners Industries""".split())]
PLACES = ["Gothenburg, Sweden", "Malmö, Sweden", "Leeds, UK", "Manchester, UK", "Dublin, Ireland",
          "Toronto, Canada", "Denver, USA", "Boston, USA", "Utrecht, Netherlands", "Oslo, Norway",
          "Sydney, Australia", "Chicago, USA"]
TEAM_PROJECTS = ["{Domain} {Thing}"]
PROJECTS = ["{Domain} {Thing}", "{Domain}{Thing}"]
DEGREES = ["MSc in Computer Science", "BSc in Mathematics", "BA in Economics", "MSc in Statistics",
           "BSc in Physics", "MA in Linguistics", "MBA", "PhD in Computer Science"]
SCHOOLS = ["Lund University", "University of Leeds", "Uppsala University", "Trinity College Dublin",
           "University of Toronto", "Delft University of Technology", "University of Oslo"]
CERTIFICATES = ["Certified Kubernetes Administrator", "AWS Certified Developer",
                "Professional Scrum Master", "Certified Data Professional",
                "Certified Ethical Hacker"]
VOLUNTEER = ["Volunteer Tutor", "Volunteer Coach", "Treasurer", "Mentor", "Trail Volunteer"]
CHARITIES = ["Riverside Food Bank", "Code Club Northside", "Harbour Rescue Society",
             "Open Library Foundation", "Green Trails Association"]
SKILLS = {
    "Languages of code": "Go Java Python Rust Kotlin Scala TypeScript Ruby Swift Elixir",
    "Databases": "PostgreSQL MySQL Redis Cassandra MongoDB SQLite Neo4j DynamoDB",
    "Operations": "Kubernetes Terraform Prometheus Docker Ansible Grafana Jenkins Nomad",
    "Frontend": "React Vue Svelte Angular Redux Webpack Sass Storybook",
    "Data": "Spark Airflow Kafka Flink Pandas Snowflake Tableau Hadoop",
}
SKILLS = {label: words.split() for label, words in SKILLS.items()}
SKILL_LABELS = ["Platforms", "Backend", "Infrastructure", "Storage", "Tooling", "Web", "Analysis"]
RENAMED_SKILLS = [("Golang", "Go"), ("JS", "JavaScript"), ("Postgres", "PostgreSQL"), ("K8s", "Kubernetes")]
LANGUAGES = ["Swedish (native)", "English (fluent)", "German (basic)"]

SECTIONS = {
    "summary": ["Summary", "Profile", "About"],
    "work": ["Experience", "Work Experience", "Professional Experience", "Employment"],
    "projects": ["Projects", "Personal Projects", "Side Projects"],
    "education": ["Education", "Studies", "Academic Background"],
    "certificates": ["Certificates", "Certifications"],
    "volunteer": ["Volunteering", "Volunteer Experience"],
    "skills": ["Skills", "Technical Skills", "Core Skills"],
    "languages": ["Languages"],
    "other": ["Key Results", "On the Side", "Milestones", "Field Notes"],
}
EARLIER = ["Earlier Experience", "Previous Experience"]
MERGED_TITLE = "{} and {}"
FIRST_NAMES = "Marta Rosalind Jonas Ingrid Callum Thea Viktor Maren Elias Saskia".split()
LAST_NAMES = "Lindqvist Quaye Harrow Sandvik Oyelaran Brandt Kovalik Trewin Aldous Varga".split()
MONTHS = """January February March April May June July August September October November
December""".split()
PRESENT = "Present"
DATES = ["{month} {y}", "{mon} {y}", "{m:02}/{y}", "{y}-{m:02}"]
AT = " at "
LABELS = {"organization": "Company", "location": "Location", "dates": "Period", "school": "Institution"}
MILLION, THOUSAND = "million", ","
WITH_EXTRA = "{{object}} {extra}"
DOT = "."
NAME_SPACED = True
HANDLES = [name.lower() for name in FIRST_NAMES]
SHORT_MONTHS = [name[:3] for name in MONTHS]
YEAR = "{y}"
LIST = ", "
PERCENT = ("%", " percent")


def respelled(rng, money):
    """Another spelling of `$2.5m`."""
    number = money[1:-1]
    whole = f"${round(float(number) * 1000000):,}"
    return rng.choice([whole, f"${number} million"])


HOSTS = "alder birch cobalt dune ember fjord garnet heron iris jade kelp lichen maple".split()
SPACE = " "
