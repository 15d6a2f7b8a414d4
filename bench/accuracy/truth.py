"""What truly changed between two versions of a résumé, read from the two trees.

A node is the same one where its uid is the same; edits keep it, and say apart which nodes were split
or merged (`lineage`). So the expectation is always the net of all edits. The rules are those of
DESIGN.md: an added or removed subtree is one record, less what moved; moved is to another parent,
reordered among siblings, the fewest that explain the order; children that follow a split or merged
entry are not moved.
"""

import functools
import re

from model import Index
from render import dates_text, date_text, inherits

FACT, CONTENT, STYLE = "fact", "content", "style"
FACT_KINDS = {"name", "contact", "role", "volunteer", "project", "education", "certificate"}
OPS = {True: ("removed", "hidden"), False: ("added", "shown")}
KEYWORD_SECTIONS = {"skills", "languages"}
CJK = "぀-ヿ㐀-鿿"
WORD = re.compile(rf"[ァ-ヿ]+|[{CJK}]|[^\s{CJK}]+")
EDGES = re.compile(r"^[^\w$€£¥+#]+|[^\w$€£¥%+#]+$")


@functools.lru_cache(maxsize=16384)
def words_of(text):
    """Words for counting: what stands between spaces, without the marks around it; in Chinese and
    Japanese each character, or run of katakana."""
    words = (EDGES.sub("", word) for word in WORD.findall(text))
    return [word for word in words if any(map(str.isalnum, word))]


def changed_words(old, new):
    """How many words leave the old text and enter the new one (a longest common subsequence stays)."""
    a, b = words_of(old), words_of(new)
    row = [0] * (len(b) + 1)
    for word in a:
        diagonal = 0
        for j, other in enumerate(b):
            above = row[j + 1]
            row[j + 1] = diagonal + 1 if word == other else max(above, row[j])
            diagonal = above
    return len(a) + len(b) - 2 * row[-1]


NUMBER = re.compile(r"[$€£]?(?<![A-Za-z])\d[\d.,]*\s?(?:million|Millionen|m\b|k\b|万|%)?")


def numbers_of(text):
    return sorted(match.strip(" .,") for match in NUMBER.findall(text))


class Side:
    """One side of an expected record: a text, or an entry with words that must and may be told."""

    def __init__(self, text, must=None, value=None):
        self.text, self.must, self.value = text, must, value

    def __repr__(self):
        return repr(self.text if self.value is None else self.value)


class Record:
    def __init__(self, id, severity, old=None, new=None, parts=(), words=0, order=None):
        self.id, self.severity = id, severity
        self.old, self.new, self.parts = old, new, list(parts)
        self.words = words  # that truly changed
        self.order = order  # of a reordered node: (old positions of its siblings by text, fewest)

    def __repr__(self):
        parts = f" parts {self.parts}" if self.parts else ""
        return f"{self.id} [{self.severity}] {self.old} -> {self.new}{parts}"


def fold(text):
    return " ".join(text.split())


def norm(date):
    if date == "present":
        return date
    year, month = date
    return f"{year}-{month:02}" if month else str(year)


class Truth:
    def __init__(self, pair):
        self.pair, self.language = pair, pair.language
        self.old, self.new = Index(pair.old), Index(pair.new)
        self.splits = [(old, new) for op, old, new in pair.lineage if op == "split"]
        self.merges = [(old, new) for op, old, new in pair.lineage if op == "merged"]
        self.split_from = {part: old for old, parts in self.splits for part in parts}
        self.merged_into = {part: new for parts, new in self.merges for part in parts}
        self.split_old = {old for old, _ in self.splits}
        self.merged_new = {new for _, new in self.merges}
        self.records = []

    # --- sides --------------------------------------------------------------------------------------

    def side(self, node, old):
        if not node.is_entry:
            return Side(node.fields.get("title", node.text))
        layout = self.pair.old_layout if old else self.pair.new_layout
        dates = dates_text(self.language, node.fields, layout.date)
        names = [node.fields[key] for key in ("title", "organization", "location") if node.fields.get(key)]
        return Side(", ".join(names + [dates]), must=node.fields["title"] + " " + dates)

    def own_words(self, node, old):
        index = self.old if old else self.new
        if not node.is_entry:
            return len(words_of(node.fields.get("title", node.text)))
        parent = index.parents[node.uid]
        siblings = [child for child in parent.children if child.is_entry]
        at = siblings.index(node)
        side = len(words_of(self.side(node, old).text))
        if inherits(self.pair.dialect, siblings[at - 1] if at else None, node):
            side -= sum(len(words_of(node.fields[key])) for key in ("organization", "location"))
        return side

    def subtree_words(self, node, old):
        """Words of a subtree that came or went with it, less what has records of its own."""
        count = self.own_words(node, old)
        for child in node.children:
            if not self.survives(child.uid, old):
                count += self.subtree_words(child, old)
        return count

    def survives(self, uid, old):
        if old:
            return uid in self.new.nodes or uid in self.split_old or uid in self.merged_into
        return uid in self.old.nodes or uid in self.split_from or uid in self.merged_new

    # --- records ------------------------------------------------------------------------------------

    def add(self, id, severity, **others):
        self.records.append(Record(id, severity, **others))

    def section_type(self, node, index):
        while node.kind not in ("section", "resume"):
            node = index.parents[node.uid]
        return node.type

    def severity_of(self, node, index):
        if node.kind == "group" and self.section_type(node, index) in KEYWORD_SECTIONS:
            old = index is self.old
            kept = [child for child in node.children if not self.survives(child.uid, old)]
            return CONTENT if kept else STYLE
        return FACT if node.kind in FACT_KINDS else CONTENT

    def came_and_went(self):
        for index, old in ((self.old, True), (self.new, False)):
            other = self.new if old else self.old
            for uid, node in index.nodes.items():
                if self.survives(uid, old) or uid not in index.parents:
                    continue
                parent = index.parents[uid]
                if parent.kind != "resume" and not self.survives(parent.uid, old):
                    continue
                op = OPS[old][uid in other.hidden]
                self.add(f"{node.kind}-{op}", self.severity_of(node, index),
                         words=self.subtree_words(node, old),
                         **{"old" if old else "new": self.side(node, old)})

    def lineages(self):
        for old, parts in self.splits:
            node = self.old.nodes[old]
            new = [self.new.nodes[part] for part in parts]
            self.add(f"{node.kind}-split", self.severity_of(node, self.old),
                     old=self.side(node, True), parts=[self.side(part, False) for part in new],
                     words=self.rewritten_words([node], new))
        for parts, new in self.merges:
            node = self.new.nodes[new]
            old = [self.old.nodes[part] for part in parts]
            self.add(f"{node.kind}-merged", self.severity_of(node, self.new),
                     new=self.side(node, False), parts=[self.side(part, True) for part in old],
                     words=self.rewritten_words(old, [node]))

    def rewritten_words(self, old, new):
        return changed_words(" ".join(self.side(node, True).text for node in old),
                             " ".join(self.side(node, False).text for node in new))

    def linked(self, old_parent, new_parent):
        """Whether the new parent is the old one, a part of it, or what it was merged into."""
        a, b = old_parent.uid, new_parent.uid
        return a == b or self.split_from.get(b) == a or self.merged_into.get(a) == b

    def pairs(self):
        families = {}
        for uid, new in self.new.nodes.items():
            old = self.old.nodes.get(uid)
            if old is None or new.kind == "resume":
                continue
            self.changed(old, new)
            a, b = self.old.parents[uid], self.new.parents[uid]
            if self.linked(a, b):
                families.setdefault((a.uid, b.uid), []).append(uid)
            else:
                self.add(f"{new.kind}-moved", STYLE, old=self.side(old, True), new=self.side(new, False))
        for uids in families.values():
            self.reordered(uids)

    def reordered(self, uids):
        order = [self.old.positions[uid] for uid in uids]
        kept = increasing(order, [self.subtree_size(uid) for uid in uids])
        if len(kept) == len(uids):
            return
        texts = {uid: self.side(self.new.nodes[uid], False) for uid in uids}
        family = [(texts[uid], position) for uid, position in zip(uids, order)]
        for i, uid in enumerate(uids):
            if i not in kept:
                self.add(f"{self.new.nodes[uid].kind}-reordered", STYLE,
                         old=self.side(self.old.nodes[uid], True), new=texts[uid],
                         order=(family, len(uids) - len(kept)))

    def subtree_size(self, uid):
        return sum(len(words_of(node.fields.get("title", node.text)))
                   for node in self.new.nodes[uid].walk())

    def changed(self, old, new):
        if old.text != new.text:
            self.add(f"{new.kind}-changed", self.text_severity(old, new), old=Side(old.text),
                     new=Side(new.text), words=changed_words(old.text, new.text))
        if old.target != new.target:
            self.add(f"{new.kind}-url-changed", FACT,
                     **{side: Side("", value=node.target)
                        for side, node in (("old", old), ("new", new)) if node.target})
        for field in sorted(set(old.fields) | set(new.fields)):
            a, b = old.fields.get(field), new.fields.get(field)
            if a != b:
                self.field_changed(old, new, field, a, b)

    def text_severity(self, old, new):
        if new.kind in FACT_KINDS:
            return FACT
        if new.uid in self.pair.spellings:
            return STYLE
        return CONTENT if numbers_of(old.text) == numbers_of(new.text) else FACT

    def field_changed(self, old, new, field, a, b):
        severity = FACT
        if new.kind in ("section", "group"):
            keyword = new.kind == "group" and self.section_type(new, self.new) in KEYWORD_SECTIONS
            severity = STYLE if keyword else CONTENT
        sides, texts = {}, []
        for name, value, layout in (("old", a, self.pair.old_layout), ("new", b, self.pair.new_layout)):
            if value is None:
                texts.append("")
                continue
            dated = field in ("start", "end")
            texts.append(date_text(self.language, value, layout.date) if dated else value)
            sides[name] = Side(texts[-1], value=norm(value) if dated else None)
        self.add(f"{new.kind}-{field}-changed", severity, words=changed_words(*texts), **sides)

    def all(self):
        if self.pair.rewritten:
            return [Record("resume-rewritten", CONTENT)]
        self.came_and_went()
        self.lineages()
        self.pairs()
        return self.records


def increasing(order, weights):
    """Indices of a longest increasing subsequence; of the longest, one of greatest weight."""
    best = []  # (length, weight) of the best chain that ends at i, and the chain
    for i, value in enumerate(order):
        before = [best[j] for j in range(i) if order[j] < value]
        length, weight, chain = max(before, key=lambda x: x[:2], default=(0, 0, ()))
        best.append((length + 1, weight + weights[i], chain + (i,)))
    return set(max(best, key=lambda x: x[:2])[2]) if best else set()


def is_increasing(values):
    return all(a < b for a, b in zip(values, values[1:]))


def expected_records(pair):
    return Truth(pair).all()
