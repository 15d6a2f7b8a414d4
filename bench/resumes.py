"""Invented résumés of any size, and edits of them, the same for the same seed on every machine."""

import random

SYLLABLES = "ba de fi go lu ma ne po ri su ta ve wi xo ya zen kor lin mar tel".split()
MONTHS = ("January February March April May June July August September October November "
          "December").split()
TITLES = ["Software Engineer", "Senior Software Engineer", "Staff Engineer", "Data Engineer"]
BULLETS_PER_PROJECT = 4
PROJECTS_PER_ROLE = 3


class Writer:
    """Draws words from one seeded source; `random.Random` promises the same draws everywhere."""

    def __init__(self, seed):
        self.random = random.Random(seed)

    def word(self):
        return "".join(self.random.choices(SYLLABLES, k=self.random.randint(1, 4)))

    def words(self, low, high):
        return " ".join(self.word() for _ in range(self.random.randint(low, high)))

    def name(self, low=1, high=2):
        return self.words(low, high).title()

    def bullet(self):
        number = self.random.randint(2, 99)
        return f"- {self.word().capitalize()} {self.words(8, 14)} by {number}% for {self.words(4, 10)}."

    def role(self, end):
        start = f"{self.random.choice(MONTHS)} {end - 2}"
        lines = [
            f"### {self.random.choice(TITLES)} | {self.name()}  ",
            f"**{self.name()}** — *{self.name()}*  ",
            f"*{start} – {self.random.choice(MONTHS)} {end}*",
            "",
        ]
        for _ in range(PROJECTS_PER_ROLE):
            lines.append(f"#### {self.name()}")
            lines += [self.bullet() for _ in range(BULLETS_PER_PROJECT)]
            lines.append("")
        return lines + ["---", ""]


def resume(size, seed):
    """A résumé of about `size` bytes, in whole roles."""
    writer = Writer(seed)
    skills = ", ".join(writer.name(1, 1) for _ in range(12))
    tail = ["## Skills", "", skills]
    lines = [f"# {writer.name(2, 2)}", f"[{writer.word()}@example.org](mailto:x@example.org)", "",
             "---", "", "## Experience", ""]
    written = sum(len(line.encode()) + 1 for line in lines + tail)
    year = 2026
    while written < size:
        role = writer.role(max(year, 1960))
        lines += role
        written += sum(len(line.encode()) + 1 for line in role)
        year -= 2
    return "\n".join(lines + tail) + "\n"


def edit(text, share, seed):
    """The résumé with that share of its bullets edited: a word replaced, or the bullet removed,
    moved down by one or joined by a new one."""
    writer = Writer(seed)
    lines = text.split("\n")
    bullets = [i for i, line in enumerate(lines) if line.startswith("- ")]
    chosen = writer.random.sample(bullets, max(1, round(len(bullets) * share)))
    for i in sorted(chosen, reverse=True):
        kind = writer.random.choices(["word", "remove", "swap", "add"], [6, 1, 1, 2])[0]
        if kind == "word":
            words = lines[i].split(" ")
            words[writer.random.randrange(2, len(words))] = writer.word()
            lines[i] = " ".join(words)
        elif kind == "remove":
            del lines[i]
        elif kind == "swap" and lines[i + 1].startswith("- "):
            lines[i], lines[i + 1] = lines[i + 1], lines[i]
        else:
            lines.insert(i + 1, writer.bullet())
    return "\n".join(lines)
