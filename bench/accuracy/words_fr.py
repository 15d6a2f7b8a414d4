"""French words of invented résumés. A row of alternatives says one thing in several ways."""

CODE = "fr"
SPACED = NAME_SPACED = True
DOT, SPACE = ".", " "

VERBS = [row.split("/") for row in (
    "Développé/Construit/Créé", "Dirigé/Piloté/Mené", "Conçu/Imaginé/Dessiné",
    "Réécrit/Refondu/Repensé", "Migré/Porté/Transféré", "Automatisé/Scripté/Robotisé",
    "Lancé/Introduit/Instauré", "Exploité/Maintenu/Entretenu", "Remplacé/Supplanté/Substitué",
    "Testé/Vérifié/Validé", "Planifié/Organisé/Programmé", "Documenté/Décrit/Rédigé",
    "Simplifié/Allégé/Rationalisé", "Étendu/Élargi/Agrandi", "Sécurisé/Durci/Protégé",
    "Livré/Publié/Déployé",
)]
THINGS = """planificateur catalogue calculateur moniteur registre routeur prototype simulateur importateur
exportateur tableau guide calendrier assistant générateur distributeur analyseur scanner capteur marché
portail service éditeur inventaire moteur connecteur atelier""".split()
DOMAINS = """tarifs factures itinéraires fraudes entrepôts sous-titres récoltes billets salaires bons glaciers
pharmacies enchères bibliothèques turbines horaires recettes parkings satellites blanchisseries vergers
douanes hypothèques archives bacs carrières musées trottinettes dons orages élections vignobles théâtres
loteries serres tournois auberges ruches coursiers allergies brasseries scieries mariages phares tanneries
rails orchestres marées timbres billes""".split()
OBJECTS = ["le {thing} des {domain}", "un {thing} de {domain}", "notre {thing} pour {domain}"]
AUDIENCES = [row.split("/") for row in """les transporteurs/les sociétés de fret|les cliniques/les services de soins
les mairies/les conseils municipaux|les aérodromes/les aéroports régionaux|les arboriculteurs/les producteurs de fruits
les clubs d'échecs/les associations d'échecs|les pilotes de port/les capitaineries
les écoles primaires/les maîtres débutants|les experts-comptables/les cabinets comptables
les pompiers/les casernes|les visiteurs de musées/le public des musées|les parcs éoliens/les exploitants d'éoliennes
les chorales/les chefs de chœur|les coursiers à vélo/les livreurs|les archivistes/les dépôts d'archives
les chauffeurs de bus/les conducteurs|les apprentis menuisiers/les futurs menuisiers
les vignerons/les domaines viticoles|les notaires/les études notariales|les monteurs/les salles de montage
les apiculteurs/les éleveurs d'abeilles|les caisses de retraite/les mutuelles
les équipages de voile/les skippers|les écoles de langues/les professeurs de langues
les banques alimentaires/les soupes populaires|les stations de ski/les exploitants de remontées
les gardes forestiers/les agents des forêts|les radios/les stations d'antenne|les opticiens/les lunetiers
les refuges/les foyers pour animaux""".replace("\n", "|").split("|")]
TOOLS = """Go Kafka Flink PostgreSQL Terraform Rust Elixir Redis Kubernetes Airflow Spark Django Scala
Kotlin Swift React Vue Ansible Cassandra Haskell Snowflake Grafana OCaml Erlang Clojure Svelte
Prometheus Neo4j RabbitMQ Julia Fortran Unity Figma Excel Tableau Matlab""".split()
USING = ["avec {tool}", "en {tool}", "à l'aide de {tool}", "sur la base de {tool}"]
RESULTS = [row.split("/") for row in (
    "réduisant la latence de {n} %/ce qui accélère les réponses de {n} %",
    "économisant {money} par an/soit {money} épargnés chaque année",
    "touchant {n} clients/désormais utilisé par {n} acheteurs",
    "augmentant la fidélité de {n} %/si bien que {n} % de gens sont restés",
    "supprimant {n} étapes manuelles/rendant inutiles {n} gestes à la main",
    "remportant {money} de commandes/ce qui rapporta {money} de contrats",
    "sans panne pendant {n} mois/jamais arrêté en {n} mois",
    "formant {n} collègues/et appris à {n} équipiers son usage",
    "ramenant les audits à {n} jours/les contrôleurs finissant en {n} jours",
    "abaissant les retours de {n} %/avec {n} % de colis renvoyés en moins",
    "fermant {n} failles/corrigeant {n} faiblesses de sécurité",
    "libérant {n} heures par semaine/rendant à chacun {n} heures hebdomadaires",
    "retirant {n} vieux serveurs/éteignant {n} machines fatiguées",
    "obtenant {money} de subventions/pour lequel des mécènes ont donné {money}",
    "couvrant {n} pays/déployé sur {n} marchés",
    "portant la couverture de tests à {n} %/jusqu'à {n} % de lignes exercées",
    "répondant à {n} demandes par jour/avec {n} questions résolues au quotidien",
    "livré {n} semaines en avance/terminé {n} semaines avant la date",
)]
TEMPLATES = [
    "{verb} {object} pour {audience} {using}, {result}",
    "{verb} {object} {using} pour {audience}, {result}",
    "{verb} {object} pour {audience}, {result}",
    "{verb} {object} {using}, {result}",
    "{verb} {object} pour {audience} {using}",
]
EXTRAS = ["avec deux stagiaires", "à partir de zéro", "en un trimestre", "comme seule ingénieure",
          "aux côtés des designers", "après un long appel d'offres"]
WITH_EXTRA = "{{object}} {extra}"
QUOTE = ('"', '"'), ("“", "”")
SUMMARIES = [
    "Généraliste curieuse qui aime les {domain} et les réponses simples",
    "{n} ans de logiciels, surtout pour {audience}",
    "Cherche une équipe qui soigne son {thing} de {domain}",
    "Heureuse là où {audience} rencontrent {tool}",
    "Connue pour des livraisons calmes et un {thing} sans panne",
]
LADDERS = [row.split("/") for row in (
    "Développeuse junior/Développeuse/Développeuse senior/Développeuse principale",
    "Analyste junior/Analyste/Analyste senior/Analyste principale",
    "Ingénieure junior/Ingénieure/Ingénieure senior/Ingénieure principale",
    "Assistante de projet/Cheffe de projet/Cheffe de projet senior/Directrice de projet",
    "Administratrice junior/Administratrice système/Administratrice système senior/Directrice technique",
)]
ORGANIZATIONS = """Garonne Paiements SAS|Atelier Mirabeau SARL|Verdurin Logiciels SAS|Banque du Morvan
Coteaux Analytique SAS|Nordet Transports SA|Sablon Robotique SAS|Éditions Lavandière SARL
Clairval Énergie SA|Hautpré Assurances SA|Brocéliande Médias SAS|Montclar Systèmes SAS
Roselière Conseil SARL|Passerel Mobilité SAS|Aubrac Électronique SA|Lumignon Studios SARL""".replace(
    "\n", "|").split("|")
PLACES = ["Paris", "Lyon", "Bordeaux", "Toulouse", "Nantes", "Lille", "Bruxelles", "Genève", "Marseille",
          "Grenoble"]
TEAM_PROJECTS = ["{Thing} de {domain}"]
PROJECTS = ["{Thing} de {domain}", "{Thing} des {domain}"]
DEGREES = ["Master Informatique", "Licence Mathématiques", "Master Statistique", "Licence Informatique",
           "Master Physique", "Doctorat Informatique"]
SCHOOLS = ["Université de Bordeaux", "Université de Lyon", "Université de Genève", "Université de Lille",
           "Université de Nantes"]
CERTIFICATES = ["Professional Scrum Master"]
VOLUNTEER = ["Bénévole", "Trésorière", "Mentor", "Formatrice bénévole"]
CHARITIES = ["Association Rives Vertes", "Association Code pour tous", "Association Sauvetage du Port",
             "Association Sentiers du Sud"]
SKILLS = {label: words.split() for label, words in {
    "Langages": "Go Java Python Rust Kotlin Scala TypeScript Ruby Swift Elixir",
    "Bases de données": "PostgreSQL MySQL Redis Cassandra MongoDB SQLite Neo4j DynamoDB",
    "Exploitation": "Kubernetes Terraform Prometheus Docker Ansible Grafana Jenkins Nomad",
    "Données": "Spark Airflow Kafka Flink Pandas Snowflake Tableau Hadoop",
}.items()}
SKILL_LABELS = ["Plateformes", "Backend", "Infrastructure", "Stockage", "Outils", "Analyse"]
RENAMED_SKILLS = [("Golang", "Go"), ("JS", "JavaScript"), ("Postgres", "PostgreSQL"),
                  ("K8s", "Kubernetes")]
LANGUAGES = ["Français (langue maternelle)", "Anglais (courant)", "Allemand (notions)"]
SECTIONS = {
    "summary": ["Profil", "Résumé professionnel", "À propos"],
    "work": ["Expérience professionnelle", "Expériences professionnelles", "Parcours professionnel"],
    "projects": ["Projets", "Projets personnels"],
    "education": ["Formation", "Études"],
    "volunteer": ["Bénévolat"],
    "skills": ["Compétences", "Compétences techniques"],
    "languages": ["Langues"],
    "other": ["Résultats", "En marge", "Jalons", "Notes de terrain"],
}
EARLIER = ["Expériences antérieures", "Expérience antérieure"]
MERGED_TITLE = "{} et {}"
FIRST_NAMES = "Apolline Capucine Lucien Mathilde Aurélien Solène".split()
LAST_NAMES = "Verdurin Garancel Montbrun Lavandier Rosemont Aubertin".split()
HANDLES = "apolline capucine lucien mathilde aurelien solene".split()
HOSTS = "aulne bouleau cobalt dune braise fjord grenat heron iris jade varech lichen erable".split()
MONTHS = """janvier février mars avril mai juin juillet août septembre octobre novembre décembre""".split()
SHORT_MONTHS = ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.",
                "déc."]
PRESENT = "présent"
YEAR = "{y}"
DATES = ["{month} {y}", "{mon} {y}", "{m:02}/{y}"]
AT = " chez "
LABELS = {"organization": "Entreprise", "location": "Lieu", "dates": "Période",
          "school": "Établissement"}
LIST = ", "
PERCENT = ()


def respelled(rng, money):
    """Another spelling of `$2.5m`."""
    return f"${round(float(money[1:-1]) * 1000000):,}"
