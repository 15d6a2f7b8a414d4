"""Makes the pair of an order and measures it: a seed, kinds of edit, how many of them, a number.

Everything of a pair is drawn from one source that the order seeds, so that each can be made again alone.
"""

import collections
import importlib
import json
import os
import random
import subprocess
import sys

import edits_entries
import edits_header
import edits_sections
import edits_statements
import peers
from model import numbers
from pairs import EDITS, Pair
from render import DIALECTS, Layout, render
from score import Comparison
from truth import expected_records, words_of
from writer import Writer

assert edits_entries and edits_header and edits_sections and edits_statements  # they enter their edits

LANGUAGES = {code: importlib.import_module("words_" + code) for code in ("en", "de", "fr", "zh", "ja")}
SHARES = {"en": 4}          # how often a language is drawn; 1 if absent
TRIES = 60                  # résumés drawn until one has what the edit needs
ROLES = {1: None, 3: 4, 6: 5, 12: 7}

Order = collections.namedtuple("Order", "seed kinds size number")


def make_pair(order, dialects, languages):
    """The pair, or None where no résumé drawn could be edited so."""
    rng = random.Random(f"{order.seed} {order.size} {order.number} "
                        f"{order.kinds[0] if order.size == 1 else 'mixture'}")
    for _ in range(TRIES):
        code = rng.choices(languages, [SHARES.get(code, 1) for code in languages])[0]
        language, dialect = LANGUAGES[code], DIALECTS[rng.choice(dialects)]
        writer = Writer(rng, language, numbers())
        layout = Layout(date=rng.randrange(len(language.DATES)))
        roles = next((count for size, count in sorted(ROLES.items()) if order.size <= size), 8)
        pair = Pair(rng, writer, language, dialect, layout, writer.resume(roles))
        pair.languages = list(LANGUAGES.values())
        kinds = list(order.kinds)
        while len(pair.edits) < order.size and kinds:
            kind = rng.choice(kinds)
            note = EDITS[kind].apply(pair)
            if note:
                pair.edits.append(kind)
                pair.notes.append(f"{kind}: {note}")
                if len(kinds) > order.size:
                    kinds.remove(kind)
            else:
                kinds.remove(kind)
        if len(pair.edits) == order.size:
            return pair
    return None


def texts_of(pair):
    return (render(pair.old, pair.language, pair.dialect, pair.old_layout),
            render(pair.new, pair.new_language, pair.dialect, pair.new_layout))


class Result:
    """What is kept of a measured pair; `texts`, `found` and the rest only where it is told wrongly."""

    def __init__(self, order, pair, comparison, texts, marked):
        self.order, self.edits, self.notes = order, pair.edits, pair.notes
        self.dialect, self.language = pair.dialect.name, pair.language.CODE
        self.score, self.marked = comparison.score, marked
        self.texts = texts
        self.expected = [repr(record) for record in comparison.expected]
        self.found = [repr(record) for record in comparison.found]
        self.missing = [(record.id, repr(record)) for record in comparison.missing]
        self.surplus = [(record.id, repr(record)) for record in comparison.surplus]
        self.graver = [f"{a!r} told as {b.severity}" for a, b in comparison.graver]

    @property
    def kind(self):
        return self.edits[0] if self.order.size == 1 else f"mixtures of {self.order.size}"


class Measure:
    """Makes, diffs and scores the pair of an order; may be sent to another process."""

    def __init__(self, cvdiff, dialects, languages, folder, programs, every):
        self.cvdiff, self.dialects, self.languages = str(cvdiff), dialects, languages
        self.folder, self.programs, self.every = folder, programs, every

    def __call__(self, order):
        pair = make_pair(order, self.dialects, self.languages)
        if pair is None:
            return None
        texts = texts_of(pair)
        names = [os.path.join(self.folder, f"{os.getpid()}.{side}.md") for side in ("old", "new")]
        for name, text in zip(names, texts):
            with open(name, "w", encoding="utf-8", newline="") as file:
                file.write(text)
        done = subprocess.run([self.cvdiff, "--format=json", "--no-index", *names],
                              capture_output=True, check=False)
        if done.returncode or done.stderr:
            sys.exit(f"accuracy: cvdiff failed on {order}: {done.stderr.decode()}")
        silent = all(EDITS[kind].silent for kind in pair.edits)
        comparison = Comparison(expected_records(pair), json.loads(done.stdout), silent, pair.rewritten)
        marked = {}
        if self.every and order.number % self.every == 0 and not pair.rewritten:
            marked = {program: peers.marked_words(program, names, words_of) for program in self.programs}
        return Result(order, pair, comparison, texts, marked)
