"""Composes texts, entries and whole résumés of a language's words.

A sentence is a template and what its slots hold; a rewording exchanges slots. Domains, things, tools,
audiences and results are drawn like cards, so that two statements share rare words only where that is
wanted: as siblings that differ in one slot.
"""

import collections
import functools
import re

from model import PRESENT, Node

SIBLINGS = 0.15  # share of bullets that resemble the one in front of them
COMPOUND = 0.25  # share of bullets of several sentences
LINKED = 0.06    # share of bullets with a link
PROSE = 0.2      # share of roles with a paragraph


class Deck:
    """Draws cards, none twice before all were drawn."""

    def __init__(self, rng, cards):
        self.rng, self.cards, self.left = rng, list(cards), []

    def draw(self):
        if not self.left:
            self.left = self.rng.sample(self.cards, len(self.cards))
        return self.left.pop()


class Sentence:
    """A template with its slots filled; both may be exchanged."""

    def __init__(self, template, slots):
        self.template, self.slots = template, slots

    def but(self, template=None, **slots):
        return Sentence(template or self.template, {**self.slots, **slots})

    def text(self):
        return self.template.format(**{name: phrase.text() if isinstance(phrase, Phrase) else phrase
                                       for name, phrase in self.slots.items()})


class Phrase:
    """One of several ways to say a thing, with its own slots (`n`, `money`, `tool`, …)."""

    def __init__(self, ways, way, slots=None):
        self.ways, self.way, self.slots = ways, way, slots or {}

    def text(self):
        return self.ways[self.way].format(**self.slots)

    def other(self, rng):
        ways = [i for i in range(len(self.ways)) if i != self.way]
        return Phrase(self.ways, rng.choice(ways), self.slots) if ways else self

    def but(self, **slots):
        return Phrase(self.ways, self.way, {**self.slots, **slots})


@functools.lru_cache(maxsize=4096)
def bag(language, text):
    """Words of a text, folded; pairs of characters where a language writes no spaces."""
    words = re.findall(r"[぀-ヿ㐀-鿿]|[^\W぀-ヿ㐀-鿿]+", text.lower())
    return collections.Counter(words if language.SPACED else zip(words, words[1:]))


def likeness(language, a, b):
    """Share of words that two texts have in common: Dice's coefficient over their bags."""
    x, y = bag(language, a), bag(language, b)
    shared = sum(min(count, y[word]) for word, count in x.items() if word in y)
    return 2 * shared / max(1, x.total() + y.total())


class Writer:
    """Draws everything of a résumé from one seeded source."""

    def __init__(self, rng, language, uids):
        self.rng, self.language, self.uids = rng, language, uids
        decks = dict(domain=language.DOMAINS, thing=language.THINGS, audience=language.AUDIENCES,
                     tool=language.TOOLS, result=language.RESULTS, organization=language.ORGANIZATIONS,
                     verb=language.VERBS, school=language.SCHOOLS, degree=language.DEGREES,
                     ladder=language.LADDERS, certificate=language.CERTIFICATES,
                     charity=language.CHARITIES, volunteer=language.VOLUNTEER,
                     place=language.PLACES, host=language.HOSTS)
        self.decks = {name: Deck(rng, cards) for name, cards in decks.items()}
        self.titles = {}
        self.dots = rng.random() < 0.6

    def draw(self, name):
        return self.decks[name].draw()

    def node(self, kind, *arguments, **others):
        return Node(next(self.uids), kind, *arguments, **others)

    # --- statements ---------------------------------------------------------------------------------

    def number(self):
        return str(self.rng.randint(3, 98))

    def money(self):
        return "$" + self.rng.choice("1.2 1.5 2 2.4 3 3.5 4 5 6 7.5 8 9".split()) + "m"

    def phrase(self, ways, **slots):
        return Phrase(ways, self.rng.randrange(len(ways)), slots)

    def object(self):
        return self.phrase(self.language.OBJECTS, domain=self.draw("domain"), thing=self.draw("thing"))

    def using(self):
        return self.phrase(self.language.USING, tool=self.draw("tool"))

    def result(self):
        return self.phrase(self.draw("result"), n=self.number(), money=self.money())

    def sentence(self, template=None):
        return Sentence(template or self.rng.choice(self.language.TEMPLATES), {
            "verb": self.phrase(self.draw("verb")), "object": self.object(),
            "audience": self.phrase(self.draw("audience")), "using": self.using(),
            "result": self.result()})

    def join(self, sentences, kind="bullet"):
        """A list of bullets may do without the last full stop, prose may not."""
        dot = self.language.DOT
        texts = [sentence.text() for sentence in sentences]
        return (dot + self.language.SPACE).join(texts) + (dot if self.dots or kind != "bullet" else "")

    def statement(self, sentences):
        return self.node("bullet", self.join(sentences), sentences=sentences)

    def bullet(self, count=1):
        return self.statement([self.sentence() for _ in range(count)])

    def with_result(self):
        templates = [t for t in self.language.TEMPLATES if "{result}" in t]
        return self.sentence(self.rng.choice(templates))

    def sibling(self, bullet):
        """One that says the like of another thing."""
        sentence = bullet.sentences[0]
        return self.statement([sentence.but(
            object=sentence.slots["object"].but(domain=self.draw("domain"), thing=self.draw("thing")),
            result=sentence.slots["result"].but(n=self.number(), money=self.money()))])

    def in_another_language(self, languages):
        others = [other for other in languages if other is not self.language]
        return Writer(self.rng, self.rng.choice(others), self.uids) if others else None

    def bullets(self, count):
        made = []
        for _ in range(count):
            if made and self.rng.random() < SIBLINGS and len(made[-1].sentences) == 1:
                made.append(self.sibling(made[-1]))
            else:
                made.append(self.bullet(2 + (self.rng.random() < 0.3)
                                        if self.rng.random() < COMPOUND else 1))
            if self.rng.random() < LINKED:
                made[-1].target = self.address()
        return made

    def address(self):
        return f"https://{self.draw('host')}.example/{self.rng.randint(1, 99)}"

    # --- rewordings ---------------------------------------------------------------------------------

    def reworded_lightly(self, bullet):
        """Text and sentences with one slot said in other words."""
        for _ in range(12):
            sentences = list(bullet.sentences)
            at = self.rng.randrange(len(sentences))
            sentence = sentences[at]
            way = self.rng.randrange(4)
            if way == 0:
                sentence = sentence.but(verb=sentence.slots["verb"].other(self.rng))
            elif way == 1:
                sentence = sentence.but(using=sentence.slots["using"].other(self.rng))
            elif way == 2:
                sentence = sentence.but(audience=sentence.slots["audience"].other(self.rng))
            else:
                extra = self.rng.choice(self.language.EXTRAS)
                sentence = sentence.but(template=sentence.template.replace(
                    "{object}", self.language.WITH_EXTRA.format(extra=extra)))
            sentences[at] = sentence
            alike = likeness(self.language, bullet.text, self.join(sentences, bullet.kind))
            if 0.7 <= alike < 1:
                return sentences
        return None

    def reworded_heavily(self, bullet):
        """The same said so differently that about half of the words remain."""
        slots = ["verb", "using", "audience", "result"]
        for _ in range(40):
            sentences = []
            for sentence in bullet.sentences:
                names = self.rng.sample(slots, self.rng.randint(2, 4))
                changed = {name: sentence.slots[name].other(self.rng) for name in names}
                if self.rng.random() < 0.4:
                    changed["using"] = self.using()
                template = sentence.template
                if self.rng.random() < 0.6:
                    template = self.rng.choice(self.language.TEMPLATES)
                if self.rng.random() < 0.4 and "{result}" not in sentence.template:
                    changed["result"] = self.result()
                sentences.append(sentence.but(template=template, **changed))
            if 0.4 <= likeness(self.language, bullet.text, self.join(sentences, bullet.kind)) <= 0.6:
                return sentences
        return None

    # --- entries and sections -----------------------------------------------------------------------

    def group(self, count=None):
        title = self.phrase(self.language.TEAM_PROJECTS, **self.thing()).text()
        return self.node("group", fields={"title": title},
                         children=self.bullets(count or self.rng.randint(2, 4)))

    def thing(self):
        domain, thing = self.draw("domain"), self.draw("thing")
        return {"domain": domain, "thing": thing, "Domain": domain[:1].upper() + domain[1:],
                "Thing": thing[:1].upper() + thing[1:]}

    def role(self, title, organization, start, end, bullets=None, location=None):
        fields = {"title": title, "organization": organization,
                  "location": location or self.draw("place"), "start": start, "end": end}
        return self.node("role", fields=fields, children=self.bullets(bullets or self.rng.randint(3, 5)))

    def paragraph(self):
        """Prose above a role's bullets."""
        sentences = [self.sentence() for _ in range(self.rng.randint(1, 2))]
        return self.node("paragraph", self.join(sentences, "paragraph"), sentences=sentences)

    def summary_text(self, keep=None):
        """Two sentences; of the text to keep, the first remains."""
        dot = self.language.DOT
        texts = [way.format(n=self.number(), audience=self.draw("audience")[0], tool=self.draw("tool"),
                            **self.thing()) for way in self.rng.sample(self.language.SUMMARIES, 2)]
        if keep:
            texts[0] = keep.split(dot)[0]
        return (dot + self.language.SPACE).join(texts) + dot

    def work(self, size):
        entries, year, month = [], 2025, self.rng.randint(1, 12)
        end = PRESENT if self.rng.random() < 0.75 else (year, month)
        while len(entries) < size:
            ladder, organization = self.draw("ladder"), self.draw("organization")
            place = self.draw("place")
            posts = 2 if self.rng.random() < 0.3 and len(entries) + 2 <= size else 1
            top = self.rng.randrange(posts - 1, len(ladder))
            for step in range(posts):
                months = self.rng.randint(14, 40)
                start = earlier((year, month), months)
                entries.append(self.role(ladder[top - step], organization, start, end, location=place))
                end = earlier(start, 1)
                year, month = end
        for entry in entries:
            if self.rng.random() < PROSE:
                entry.children.insert(0, self.paragraph())
            if self.rng.random() < 0.3:
                entry.children += [self.group() for _ in range(self.rng.randint(1, 2))]
        return entries

    def project(self):
        year = self.rng.randint(2012, 2022)
        title = self.phrase(self.language.PROJECTS, **self.thing()).text()
        return self.node("project", fields={"title": title, "start": (year, None),
                                            "end": (year + self.rng.randint(1, 3), None)},
                         children=self.bullets(self.rng.randint(1, 3)))

    def education(self, end):
        return self.node("education", fields={
            "title": self.draw("degree"), "organization": self.draw("school"),
            "location": self.draw("place"), "start": (end - self.rng.randint(2, 4), None),
            "end": (end, None)})

    def volunteer(self):
        year = self.rng.randint(2014, 2019)
        return self.node("volunteer", fields={
            "title": self.draw("volunteer"), "organization": self.draw("charity"),
            "location": self.draw("place"), "start": (year, self.rng.randint(1, 12)),
            "end": (year + self.rng.randint(2, 4), self.rng.randint(1, 12))},
            children=self.bullets(self.rng.randint(1, 3)))

    def skill(self, word):
        return self.node("skill", word)

    def skills(self):
        labels = self.rng.sample(sorted(self.language.SKILLS), self.rng.randint(2, 4))
        return [self.node("group", fields={"title": label}, children=[
            self.skill(word) for word in self.rng.sample(
                self.language.SKILLS[label], self.rng.randint(3, 6))]) for label in labels]

    def section(self, kind, children):
        return self.node("section", fields={"title": self.title(kind)}, children=children, type=kind)

    def title(self, kind):
        """None twice as long as there are others."""
        deck = self.titles.setdefault(kind, Deck(self.rng, self.language.SECTIONS[kind]))
        return deck.draw()

    def header(self):
        first, last = self.rng.choice(self.language.FIRST_NAMES), self.rng.choice(self.language.LAST_NAMES)
        name = first + (" " if self.language.NAME_SPACED else "") + last
        handle = self.language.HANDLES[self.language.FIRST_NAMES.index(first)]
        link = self.node("contact", "GitHub")
        link.target = f"https://github.example/{handle}{self.rng.randint(1, 9)}"
        return [self.node("name", name), self.node("headline", self.rng.choice(self.draw("ladder"))),
                self.node("contact", f"{handle}@mail.example"),
                self.node("contact", f"+46 31 555 {self.rng.randint(1000, 9999)}"),
                self.node("contact", self.draw("place")), link]

    def resume(self, roles=None):
        sections = []
        if self.rng.random() < 0.7:
            sections.append(self.section("summary", [self.node("summary", self.summary_text())]))
        work = self.work(roles or self.rng.randint(3, 5))
        recent = len(work) if self.rng.random() < 0.85 or len(work) < 4 else len(work) - 2
        sections.append(self.section("work", work[:recent]))
        if work[recent:]:
            sections.append(self.section("work", work[recent:]))
            sections[-1].fields["title"] = self.rng.choice(self.language.EARLIER)
        others = [("projects", [self.project() for _ in range(self.rng.randint(2, 3))], 0.6),
                  ("volunteer", [self.volunteer() for _ in range(self.rng.randint(1, 2))], 0.3),
                  ("other", self.bullets(self.rng.randint(2, 5)), 0.35),
                  ("other", self.bullets(self.rng.randint(2, 4)), 0.15)]
        for kind, children, chance in others:
            if self.rng.random() < chance:
                sections.append(self.section(kind, children))
        end = self.rng.randint(2008, 2012)
        sections.append(self.section("education", [self.education(end - 4 * i)
                                                   for i in range(self.rng.randint(1, 2))]))
        sections.append(self.section("skills", self.skills()))
        if self.rng.random() < 0.3:
            sections.append(self.section("languages", [self.node("language", text)
                                                       for text in self.language.LANGUAGES]))
        return self.node("resume", children=self.header() + sections)


def earlier(date, months):
    """The month that lies so many months before a date."""
    year, month = date
    count = year * 12 + (month or 1) - 1 - months
    return count // 12, count % 12 + 1
