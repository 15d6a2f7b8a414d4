#!/usr/bin/env -S python3 -B
"""How much of the résumés in tests/dialects cvdiff reads as a careful person does.

Each résumé goes through `cvdiff show --format=json-resume` and is compared with the reading beside
it. Entries are paired by what they share, best pair first, whichever array they stand in; then every
value that both have is right, and what only one has lowers recall or precision. Values are equal but
for white space and letter case. The targets stand beside the numbers; --check-targets holds them.
"""

import argparse
import collections
import html
import json
import pathlib
import re
import subprocess
import sys

FIXTURES = pathlib.Path(__file__).resolve().parent.parent / "tests" / "dialects"
TARGET = 0.97  # of each column over all fixtures
FLOOR = 0.90   # of each fixture

COLUMNS = ("entries titles organizations teams locations dates urls groups bullets skills "
           "languages header").split()

# array of JSON Resume: the keys that hold an entry's title, and its organization
ENTRIES = {
    "work": (["position"], "name"),
    "volunteer": (["position"], "organization"),
    "education": (["studyType", "area"], "institution"),
    "projects": (["name"], "entity"),
    "awards": (["title"], "awarder"),
    "certificates": (["name"], "issuer"),
    "publications": (["name"], "publisher"),
    "references": (["name"], "organization"),
    "other": (["title"], "organization"),
}
PARAGRAPHS = ["summary", "description", "reference"]
STATEMENTS = ["highlights", "courses"]

# what a shared value says for two entries being the same one
WEIGHTS = {"titles": 4, "organizations": 3, "dates": 2, "bullets": 2, "locations": 1, "skills": 1,
           "groups": 1}
ENOUGH = 3


# --- values ---------------------------------------------------------------------------------------


def folded(text):
    return " ".join(str(text).split()).casefold()


def folded_url(url):
    return re.sub(r"^(https?:)?//|/$", "", folded(url))


class Values(collections.defaultdict):
    """{column: Counter of values}; empty values are none."""

    def __init__(self):
        super().__init__(collections.Counter)

    def add(self, column, value):
        if value:
            self[column][value] += 1

    def shared(self, other, column):
        return sum((self[column] & other[column]).values())


def statements(item):
    """Paragraphs and bullets of an entry or a group, as a Counter."""
    texts = [line for key in PARAGRAPHS for line in str(item.get(key, "")).splitlines()]
    texts += [text for key in STATEMENTS for text in item.get(key, [])]
    return collections.Counter(folded(text) for text in texts if text.strip())


def all_statements(item):
    """Those of its groups too; an entry may repeat them as its own."""
    grouped = collections.Counter()
    for group in item.get("groups", []):
        grouped += statements(group)
    return statements(item) | grouped


def add_skills(values, items):
    """A group's name, then its keywords; a name without keywords is a skill itself."""
    for item in items:
        keywords = item.get("keywords", [])
        values.add("groups" if keywords else "skills", folded(item.get("name", "")))
        for keyword in keywords:
            values.add("skills", folded(keyword))


def add_dates(values, item):
    """One date alone is the entry's date, whatever its key."""
    dates = [(key, item[key]) for key in ("startDate", "endDate", "date", "releaseDate")
             if item.get(key)]
    if item.get("current"):
        dates.append(("endDate", "present"))
    if len(dates) == 1:
        dates = [("date", dates[0][1])]
    for date in dates:
        values.add("dates", date)


def entry_values(array, item):
    title_keys, organization_key = ENTRIES[array]
    values = Values()
    values.add("titles", folded(" ".join(item.get(key, "") for key in title_keys)))
    values.add("organizations", folded(item.get(organization_key, "")))
    values.add("teams", folded(item.get("team", "")))
    values.add("locations", folded(item.get("location", "")))
    values.add("urls", folded_url(item.get("url", "")))
    add_dates(values, item)
    if not any(values[column] for column in ("titles", "organizations", "dates")):
        return None
    values.add("entries", f"hidden {array}" if item.get("hidden") else array)
    values["bullets"] = all_statements(item)
    for group in item.get("groups", []):
        values.add("groups", folded(group.get("name", "")))
    add_skills(values, item.get("skills", []))
    add_skills(values, [{"keywords": item.get("keywords", [])}])
    return values


def document_entries(document):
    """Those of sections that the schema has no array for stand in `meta`."""
    arrays = dict(document, other=document.get("meta", {}).get("x-cvdiff", {}).get("entries", []))
    entries = [entry_values(array, item) for array in ENTRIES for item in arrays.get(array, [])]
    return [entry for entry in entries if entry]


def document_values(document):
    """What stands in no entry."""
    basics = document.get("basics", {})
    values = Values()
    for key in ("name", "label", "email", "phone", "summary"):
        text = folded(basics.get(key, ""))
        values.add("header", (key, text) if text else None)
    urls = {folded_url(item.get("url", "")) for item in [basics, *basics.get("profiles", [])]}
    for url in urls - {""}:
        values.add("header", ("url", url))
    add_skills(values, document.get("skills", []))
    for item in document.get("languages", []):
        values.add("languages", (folded(item.get("language", "")), folded(item.get("fluency", ""))))
    for item in document.get("interests", []):
        for interest in [item.get("name", ""), *item.get("keywords", [])]:
            values.add("languages", folded(interest))
    return values


# --- scores ---------------------------------------------------------------------------------------


def paired(expected, found):
    """(expected, found) entries, best pairs first; who finds no partner is paired with nothing."""
    candidates = []
    for i, left in enumerate(expected):
        for j, right in enumerate(found):
            likeness = sum(weight * left.shared(right, column) for column, weight in WEIGHTS.items())
            if likeness >= ENOUGH:
                candidates.append((-likeness, -left.shared(right, "entries"), abs(i - j), i, j))
    partner = {}
    for *_, i, j in sorted(candidates):
        if i not in partner and j not in partner.values():
            partner[i] = j
    taken = set(partner.values())
    return ([(left, found[partner[i]] if i in partner else Values())
             for i, left in enumerate(expected)]
            + [(Values(), right) for j, right in enumerate(found) if j not in taken])


class Score:
    """Counts per column, and the values that only one side has."""

    def __init__(self):
        self.expected = collections.Counter()
        self.found = collections.Counter()
        self.right = collections.Counter()
        self.missed = []
        self.invented = []

    def compare(self, expected, found):
        for column in COLUMNS:
            self.expected[column] += expected[column].total()
            self.found[column] += found[column].total()
            self.right[column] += expected.shared(found, column)
            self.missed += [(column, value)
                            for value in (expected[column] - found[column]).elements()]
            self.invented += [(column, value)
                              for value in (found[column] - expected[column]).elements()]

    def add(self, other):
        self.expected += other.expected
        self.found += other.found
        self.right += other.right

    def precision(self, column):
        return ratio(self.right[column], self.found[column])

    def recall(self, column):
        return ratio(self.right[column], self.expected[column])

    def meets(self, column):
        return min(self.precision(column), self.recall(column)) >= TARGET

    def overall(self):
        """Harmonic mean of precision and recall over all values."""
        return ratio(2 * self.right.total(), self.expected.total() + self.found.total())


def ratio(part, whole):
    return part / whole if whole else 1.0


def compare_documents(expected, found):
    score = Score()
    score.compare(document_values(expected), document_values(found))
    for left, right in paired(document_entries(expected), document_entries(found)):
        score.compare(left, right)
    return score


def shown(cvdiff, path):
    """What cvdiff reads in the résumé: a JSON Resume document, empty where it fails."""
    done = subprocess.run([cvdiff, "show", "--format=json-resume", "--", path],
                          capture_output=True, text=True, check=False)
    if done.returncode or done.stderr:
        print(f"dialects: {path.name}: exit {done.returncode}: {done.stderr.strip()}",
              file=sys.stderr)
    return json.loads(done.stdout or "{}")


# --- printing -------------------------------------------------------------------------------------


def print_columns(total):
    print(f"{'':<14} {'expected':>8} {'found':>8} {'right':>8} {'precision':>9} {'recall':>9}"
          f"  ≥ {TARGET}")
    for column in COLUMNS:
        precision, recall = total.precision(column), total.recall(column)
        met = "met" if total.meets(column) else "missed"
        print(f"{column:<14} {total.expected[column]:>8} {total.found[column]:>8}"
              f" {total.right[column]:>8} {precision:>9.3f} {recall:>9.3f}  {met}")


def print_fixtures(scores, count):
    below = sum(score.overall() < FLOOR for score in scores.values())
    print(f"\n{len(scores)} fixtures, {below} below {FLOOR}; the worst (F1, and what is missed):")
    worst = sorted(scores.items(), key=lambda item: (item[1].overall(), item[0]))
    for name, score in worst[:count]:
        missed = collections.Counter(column for column, _ in score.missed)
        print(f"{score.overall():>6.3f}  {name:<32}"
              f" {', '.join(f'{column} {n}' for column, n in missed.items())}")


def print_details(name, score):
    print(f"{name}: {score.overall():.3f}")
    for sign, values in (("-", score.missed), ("+", score.invented)):
        for column, value in values:
            text = value if isinstance(value, str) else ": ".join(value)
            print(f"  {sign} {column:<14} {text}")


# --- checking the readings ------------------------------------------------------------------------


def reading_words(value, key=""):
    """Words of the texts in a reading; dates and addresses are not written as they stand there."""
    if isinstance(value, dict):
        return [word for name, item in value.items() for word in reading_words(item, name)]
    if isinstance(value, list):
        return [word for item in value for word in reading_words(item, key)]
    if not isinstance(value, str) or key == "url" or key.lower().endswith("date"):
        return []
    return re.findall(r"\w+", value)


def check_readings(fixtures):
    for path in fixtures:
        written = html.unescape(path.read_text(encoding="utf-8"))
        known = set(re.findall(r"\w+", written)) | set(re.findall(r"[^\W_]+", written))
        strange = [word for word in reading_words(read_expected(path)) if word not in known]
        if strange:
            print(f"{path.name}: its reading has {', '.join(strange)}")


def read_expected(path):
    return json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("cvdiff", type=pathlib.Path)
    parser.add_argument("names", nargs="*", help="fixtures to tell all differences of")
    parser.add_argument("--fixtures", type=pathlib.Path, default=FIXTURES,
                        help="folder of résumés with readings beside them")
    parser.add_argument("--worst", type=int, default=8, help="how many fixtures to list")
    parser.add_argument("--check", action="store_true",
                        help="only tell words of a reading that its résumé does not have")
    parser.add_argument("--check-targets", action="store_true",
                        help="exit with 1 if a column or a fixture misses its target")
    arguments = parser.parse_intermixed_args()

    fixtures = sorted(path for path in arguments.fixtures.glob("*.md")
                      if path.with_suffix(".json").exists())
    if arguments.check:
        check_readings(fixtures)
        return
    unknown = set(arguments.names) - {path.stem for path in fixtures}
    if unknown:
        parser.error(f"no fixture {', '.join(sorted(unknown))} in {arguments.fixtures}")
    cvdiff = arguments.cvdiff.resolve()
    scores = {path.stem: compare_documents(read_expected(path), shown(cvdiff, path))
              for path in fixtures}
    if arguments.names:
        for name in arguments.names:
            print_details(name, scores[name])
        return
    total = Score()
    for score in scores.values():
        total.add(score)
    print_columns(total)
    print_fixtures(scores, arguments.worst)
    if arguments.check_targets and not (all(map(total.meets, COLUMNS))
                                        and all(score.overall() >= FLOOR
                                                for score in scores.values())):
        sys.exit(1)


if __name__ == "__main__":
    main()
