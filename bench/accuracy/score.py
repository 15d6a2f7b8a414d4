"""Compares the records that cvdiff found with those that are expected.

A found record is right if an expected one has the same id and the same texts on both sides, white
space folded. Dates are compared by their normal form, links by their target, an entry by its words:
all of its title and dates, and nothing that it does not say. Which of equally few nodes are told as
reordered is free. NODE-formatting-changed is no record of a change of words and is left out on both
sides. Where nothing but style is expected, silence counts as one right record, and each fact or
content change told as a wrong one.
"""

import collections
import re

from truth import STYLE, fold, is_increasing, words_of


class Found:
    """A record of cvdiff's report."""

    def __init__(self, change):
        self.id, self.severity, self.op = change["id"], change["severity"], change["op"]
        self.change = change
        self.old, self.new, self.parts = change["old"], change["new"], change.get("parts", [])

    def words(self):
        """How many words it marks as changed. A move marks none."""
        if "words" in self.change:
            return sum(len(words_of(text)) for op, text in self.change["words"] if op != "=")
        if self.op not in ("added", "removed", "changed"):
            return 0
        sides = [side for side in (self.old, self.new) if side]
        return sum(len(words_of(text)) for side in sides
                   for text in [side["text"]] + side.get("content", []))

    def __repr__(self):
        texts = [side["text"] if side else None for side in (self.old, self.new)]
        parts = f" parts {[side['text'] for side in self.parts]}" if self.parts else ""
        return f"{self.id} [{self.severity}] {texts[0]!r} -> {texts[1]!r}{parts}"


def bag(text):
    return collections.Counter(re.findall(r"\w+", text.casefold()))


def same_side(expected, found):
    if expected is None or found is None:
        return expected is None and found is None
    if expected.value is not None:
        return expected.value == found.get("value", found["text"])
    if expected.must is not None:
        words = bag(found["text"])
        return not bag(expected.must) - words and not words - bag(expected.text)
    return fold(expected.text) == fold(found["text"])


def same_parts(expected, found):
    left = list(found)
    for part in expected:
        partner = next((side for side in left if same_side(part, side)), None)
        if partner is None:
            return False
        left.remove(partner)
    return not left


def same(expected, found):
    return (expected.id == found.id and same_side(expected.old, found.old)
            and same_side(expected.new, found.new) and same_parts(expected.parts, found.parts))


def explains(order, found):
    """Whether the nodes told as reordered are as few as can be and leave the others in order."""
    family, fewest = order
    told = [record for record in found if record.op == "reordered"
            and any(same_side(side, record.new) for side, _ in family)]
    rest = [position for side, position in family
            if not any(same_side(side, record.new) for record in told)]
    return told if len(told) == fewest and is_increasing(rest) else None


class Score:
    """Counts of one pair, or of many."""

    def __init__(self):
        self.pairs = self.expected = self.found = self.right = 0
        self.severities = 0  # right records of another severity than expected
        self.true_words = self.marked_words = 0
        self.perfect = 0
        self.by_id = {}  # id: [expected, found, right]

    def add(self, other):
        for name in ("pairs", "expected", "found", "right", "severities", "true_words", "marked_words",
                     "perfect"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        for id, counts in other.by_id.items():
            self.by_id[id] = [a + b for a, b in zip(self.by_id.get(id, [0, 0, 0]), counts)]

    @property
    def precision(self):
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self):
        return self.right / self.expected if self.expected else 1.0

    @property
    def f1(self):
        total = self.expected + self.found
        return 2 * self.right / total if total else 1.0

    @property
    def noise(self):
        return self.marked_words / self.true_words if self.true_words else None


class Comparison:
    """The score of one pair, and what was missing, surplus or of another severity."""

    def __init__(self, expected, report, silent, rewritten=False):
        found = [Found(change) for change in report["changes"]]
        told = [record for record in found if not record.id.endswith("-formatting-changed")]
        self.score = score = Score()
        score.pairs = 1
        score.true_words = sum(record.words for record in expected)
        score.marked_words = sum(record.words() for record in told)
        self.missing, self.surplus, self.graver = [], [], []
        self.expected, self.found = expected, found
        if silent and not expected:
            self.surplus = [record for record in told if record.severity != STYLE]
            score.expected, score.found = 1, max(1, len(self.surplus))
            score.right = int(not self.surplus)
            score.marked_words = sum(record.words() for record in self.surplus)
        elif rewritten:
            self.rewritten(expected, told)
        else:
            self.pair_up(expected, told)
        score.perfect = int(not self.missing and not self.surplus and not self.graver)

    def rewritten(self, expected, told):
        """One NODE-rewritten or more, and no statement told as if it were another. Fields, titles and
        the header may be told beside it; words are not counted."""
        right = [record for record in told if record.id.endswith("-rewritten")]
        self.missing = [] if right else expected
        self.surplus = [record for record in told if record.id.startswith(("bullet-", "paragraph-"))
                        and record not in right]
        self.score.expected, self.score.right = 1, int(bool(right))
        self.score.found = len(self.surplus) + int(bool(right))
        self.score.true_words = self.score.marked_words = 0

    def pair_up(self, expected, told):
        left = list(told)
        pairs = []
        for record in expected:
            partner = next((other for other in left if same(record, other)), None)
            if partner is None:
                self.missing.append(record)
            else:
                left.remove(partner)
                pairs.append((record, partner))
        for record in [record for record in self.missing if record.order]:
            partner = next((other for other in explains(record.order, told) or [] if other in left
                            and other.id == record.id), None)
            if partner:
                left.remove(partner)
                self.missing.remove(record)
                pairs.append((record, partner))
        self.surplus = left
        self.graver = [(a, b) for a, b in pairs if a.severity != b.severity]
        score = self.score
        score.expected, score.found, score.right = len(expected), len(told), len(pairs)
        score.severities = len(self.graver)
        for at, records in enumerate((expected, told, [a for a, _ in pairs])):
            for record in records:
                score.by_id.setdefault(record.id, [0, 0, 0])[at] += 1
